// Dead leaves: opaque shapes of every size fall until the ground is covered. A picture has the edges, the occlusions and the
// scaling of photographs (Lee, Mumford and Huang 2001). Painted from the front: a pixel keeps the first leaf that covers it.
//
// Geometry in f64, two samples a pixel each way, averaged. Twelve draws a leaf, see `leaf`.

import { cos, PI, sin } from '../math/functions.ts';
import { mulberry } from '../math/mulberry.ts';

export interface Leaves {
  /** px of a side, and planes: 1 grey, 3 colour */
  readonly size: number;
  readonly planes: 1 | 3;
  /** radii, density r^-3 */
  readonly rmin: number;
  readonly rmax: number;
  /** combed leaves: ellipses of this aspect, all along `turn` and coloured along `hue` (radians, give or take 0.18) */
  readonly comb?: { readonly aspect: number; readonly turn: number; readonly hue: number };
}

export const GREY: Leaves = { size: 128, planes: 1, rmin: 3, rmax: 64 };
const MOST = 4000;
const OVER = 2;

export interface Picture {
  readonly pixels: Float64Array;
  /** leaves that show */
  readonly painted: number;
  /** samples that none covers */
  readonly left: number;
}

interface Leaf {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly square: boolean;
  readonly c: number;
  readonly s: number;
  readonly aspect: number;
  readonly colour: readonly number[];
}

/** Leaf k of a seed, in samples: centre, radius, kind, turn, aspect, luminance, colour. */
function leaf({ size, planes, rmin, rmax, comb }: Leaves, draw: (i: number) => number, k: number): Leaf {
  const u = Array.from({ length: 12 }, (_, i) => draw(12 * k + i + 1));
  const wide = size + 2 * rmax;
  const r = 1 / Math.sqrt(1 / (rmin * rmin) - u[2] * (1 / (rmin * rmin) - 1 / (rmax * rmax)));
  const angle = comb ? comb.turn + 0.36 * (u[4] - 0.5) : PI * u[4];
  const hue = comb ? comb.hue + 0.36 * (u[7] - 0.5) : 0;
  const chroma = comb ? (u[8] < 0.5 ? -1 : 1) * 0.25 : 0;
  const L = comb ? 0.15 + 0.7 * u[6] : u[6];
  const rg = chroma * cos(hue);
  const by = chroma * sin(hue);
  return {
    x: (u[0] * wide - rmax) * OVER,
    y: (u[1] * wide - rmax) * OVER,
    r: r * OVER,
    square: !comb && u[3] >= 0.5,
    c: cos(angle),
    s: sin(angle),
    aspect: comb ? comb.aspect : 0.4 + 0.6 * u[5],
    colour: planes === 1 ? [L] : [L + rg + by / 2, L - rg + by / 2, L - by],
  };
}

/** A picture of dead leaves: discs fall until every pixel is covered, the first on top. */
export function picture(of: Leaves, seed: number): Picture {
  const n = of.size * OVER;
  const owner = new Int16Array(n * n).fill(-1);
  const draw = mulberry(seed);
  const colours: (readonly number[])[] = [];
  let left = n * n;
  let painted = 0;
  for (let k = 0; k < MOST && left > 0; k++) {
    const one = leaf(of, draw, k);
    const took = cover(owner, n, one, colours.length);
    if (took) {
      left -= took;
      painted += 1;
    }
    colours.push(one.colour);
  }
  return { pixels: averaged(owner, colours, of), painted, left };
}

/** Gives the free samples under a leaf to it; how many. A rectangle is inscribed in the circle of radius r. */
function cover(owner: Int16Array, n: number, { x, y, r, square, c, s, aspect }: Leaf, name: number): number {
  const half = r / Math.sqrt(1 + aspect * aspect);
  const a = square ? half : r;
  const b = square ? half * aspect : r * aspect;
  const from = Math.max(0, Math.floor(y - r));
  const to = Math.min(n - 1, Math.ceil(y + r));
  const x0 = Math.max(0, Math.floor(x - r));
  const x1 = Math.min(n - 1, Math.ceil(x + r));
  let took = 0;
  for (let py = from; py <= to; py++) {
    for (let px = x0; px <= x1; px++) {
      if (owner[py * n + px] >= 0) continue;
      const dx = px + 0.5 - x;
      const dy = py + 0.5 - y;
      const u = (c * dx + s * dy) / a;
      const v = (c * dy - s * dx) / b;
      if (square ? Math.abs(u) <= 1 && Math.abs(v) <= 1 : u * u + v * v <= 1) {
        owner[py * n + px] = name;
        took += 1;
      }
    }
  }
  return took;
}

function averaged(
  owner: Int16Array,
  colours: readonly (readonly number[])[],
  { size, planes }: Leaves,
): Float64Array {
  const n = size * OVER;
  const pixels = new Float64Array(planes * size * size);
  for (let p = 0; p < planes; p++) {
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        let sum = 0;
        for (let i = 0; i < OVER * OVER; i++) {
          const k = owner[(OVER * y + (i >> 1)) * n + OVER * x + (i & 1)];
          sum += k < 0 ? 0.5 : colours[k][p];
        }
        pixels[(p * size + y) * size + x] = sum / (OVER * OVER);
      }
    }
  }
  return pixels;
}
