// Things made of parts, 28 x 28 in grey: a body bar with, above, in or below it, a window, a roof or two wheels. Parts are
// drawn apart, with a pixel of ground between them: touching parts are known by the edge that they hide, not by themselves.
//
//   car = window above + wheels below      house = roof above + window in the body      wagon = roof above + wheels below

import { key, normal, uniform } from '../math/random.ts';

export const SIDE = 28;
const PARTS = ['wheels', 'window', 'roof'] as const;
type Part = 'wheels' | 'window' | 'roof';
type Where = 'above' | 'in' | 'below';
type Plan = readonly (readonly [Part, Where])[];

const KNOWN: readonly Plan[] = [
  [
    ['window', 'above'],
    ['wheels', 'below'],
  ],
  [
    ['roof', 'above'],
    ['window', 'in'],
  ],
  [
    ['roof', 'above'],
    ['wheels', 'below'],
  ],
];
/** Upside down: what stands above is below, and the other way round. */
const UPSIDE: Plan = [
  ['window', 'below'],
  ['wheels', 'above'],
];
/** Sixteen near misses, equally likely; what occurs twice counts twice. */
const MISSES: readonly Plan[] = [
  [['window', 'above']],
  [['window', 'above']],
  [['window', 'above']],
  [['roof', 'above']],
  [['roof', 'above']],
  [['roof', 'above']],
  [['window', 'in']],
  [['window', 'in']],
  [['wheels', 'below']],
  [['wheels', 'below']],
  [['wheels', 'below']],
  UPSIDE,
  [
    ['window', 'in'],
    ['wheels', 'below'],
  ],
  [
    ['wheels', 'above'],
    ['roof', 'below'],
  ],
  [],
  [
    ['roof', 'above'],
    ['window', 'in'],
    ['wheels', 'below'],
  ],
];

/** How far parts stand from the body, px; what one in `kinds` is; the near misses, equally likely. */
export interface World {
  readonly gap: number;
  readonly kinds: readonly number[];
  readonly misses: readonly Plan[];
}
const APART: World = { gap: 1, kinds: [0, 1, 2, 3, 3, 3], misses: MISSES };
/** For the net without names: parts touch the body, one in four is a near miss, of nine. */
export const TOUCHING: World = {
  gap: 0,
  kinds: [0, 1, 2, 3],
  misses: [
    [['window', 'above']],
    [['roof', 'above']],
    [['window', 'in']],
    [['wheels', 'below']],
    UPSIDE,
    [
      ['window', 'in'],
      ['wheels', 'below'],
    ],
    [
      ['wheels', 'above'],
      ['roof', 'below'],
    ],
    [],
    [['wheels', 'above']],
  ],
};

export interface Things {
  readonly count: number;
  /** [count][28 28], the ground at 0 */
  readonly pixels: Float32Array;
  /** 0 car, 1 house, 2 wagon, 3 other */
  readonly classes: Uint8Array;
  /** [count][3]: is the part anywhere? wheels, window, roof */
  readonly parts: Uint8Array;
}

/** In the usual world one in six each a car, a house and a wagon, the rest near misses; `only` makes one kind: a class, 4 upside-down cars, 5 bare bodies. */
export function things(
  seed: number,
  stream: number,
  count: number,
  only?: number,
  { gap, kinds, misses } = APART,
): Things {
  const pixels = new Float32Array(count * SIDE * SIDE);
  const classes = new Uint8Array(count);
  const parts = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) {
    const k = key(seed, stream, i);
    const kind = only ?? kinds[i % kinds.length];
    classes[i] = Math.min(3, kind);
    const plan = planOf(kind, misses, uniform(k, 0));
    for (const [part] of plan) parts[i * 3 + PARTS.indexOf(part)] = 1;
    draw(pixels.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE), plan, gap, (j) => uniform(k, 20 + j));
    const noise = key(seed, stream + 1, i);
    for (let p = 0; p < SIDE * SIDE; p++) pixels[i * SIDE * SIDE + p] += 0.035 * normal(noise, p);
  }
  return { count, pixels, classes, parts };
}

/** The parts of a kind: a class below 3, 4 the upside-down car, 5 a bare body, else the near miss that `u` in [0, 1) chooses. */
function planOf(kind: number, misses: readonly Plan[], u: number): Plan {
  if (kind < 3) return KNOWN[kind];
  if (kind === 4) return UPSIDE;
  if (kind === 5) return [];
  return misses[Math.floor(u * misses.length)];
}

/** Half the height of a part, px: least and most. */
const HALF_HEIGHT: Readonly<Record<Part, readonly [number, number]>> = {
  wheels: [2.2, 2.8],
  window: [2.3, 2.8],
  roof: [2.4, 3],
};

const between = (low: number, high: number, u: number): number => low + (high - low) * u;

/** Faint discs, the body, the parts; `u` numbers in [0, 1). Light is +, dark is -. */
function draw(to: Float32Array, plan: Plan, gap: number, u: (j: number) => number): void {
  for (let d = 0; d < 3; d++) {
    disc(to, 28 * u(4 * d), 28 * u(4 * d + 1), between(2, 6, u(4 * d + 2)), 0.2 * (u(4 * d + 3) - 0.5));
  }
  const cx = between(12.5, 15.5, u(12));
  const cy = between(13, 15, u(13));
  const wide = between(8, 9.5, u(14));
  const tall = between(2.9, 3.4, u(15));
  box(to, cx, cy, wide, tall, (u(16) < 0.5 ? -1 : 1) * between(0.2, 0.35, u(17)));
  plan.forEach(([part, where], i) => {
    const v = (j: number): number => u(20 + 10 * i + j);
    const x = cx + between(-1.5, 1.5, v(0));
    const inverted = where === 'below';
    const half = between(...HALF_HEIGHT[part], v(1));
    const y = { above: cy - tall - gap - half, in: cy, below: cy + tall + gap + half }[where];
    if (part === 'wheels') {
      for (const side of [-1, 1]) wheel(to, cx + side * between(4.6, 5.6, v(2)), y, half);
    } else if (part === 'window') pane(to, x, y, between(3.4, 4.2, v(2)), half);
    else roof(to, x, y, between(5, 7, v(2)), half, inverted);
  });
}

/** Pixels are squares of side 1 around their middles; `inside` gives how far into a shape a point lies, in px. The shape reaches at most `a` px left and right of cx, `b` above and below cy. */
function paint(
  to: Float32Array,
  cx: number,
  cy: number,
  a: number,
  b: number,
  inside: (x: number, y: number) => number,
  value: number,
): void {
  const from = (middle: number, reach: number): number => Math.max(0, Math.floor(middle - reach - EDGE));
  const until = (middle: number, reach: number): number => Math.min(SIDE, Math.ceil(middle + reach + EDGE));
  for (let y = from(cy, b); y < until(cy, b); y++) {
    for (let x = from(cx, a); x < until(cx, a); x++) {
      const part = Math.max(0, Math.min(1, inside(x + 0.5, y + 0.5) + 0.5));
      if (part) to[y * SIDE + x] += part * (value - to[y * SIDE + x]);
    }
  }
}
const EDGE = 2; // px that a shape's soft edge reaches beyond it, at most
const far = (x: number, y: number): number => Math.sqrt(x * x + y * y);
const disc = (to: Float32Array, cx: number, cy: number, r: number, value: number): void =>
  paint(to, cx, cy, r, r, (x, y) => r - far(x - cx, y - cy), value);
const box = (to: Float32Array, cx: number, cy: number, a: number, b: number, value: number): void =>
  paint(to, cx, cy, a, b, (x, y) => Math.min(a - Math.abs(x - cx), b - Math.abs(y - cy)), value);
function wheel(to: Float32Array, cx: number, cy: number, r: number): void {
  disc(to, cx, cy, r, -0.4);
  disc(to, cx, cy, r * 0.42, 0.45);
}
function pane(to: Float32Array, cx: number, cy: number, a: number, b: number): void {
  box(to, cx, cy, a, b, -0.35);
  box(to, cx, cy, a - 1.1, b - 1.1, 0.4);
}
/** A triangle, its point up, or down where it hangs below. */
function roof(to: Float32Array, cx: number, cy: number, a: number, b: number, inverted: boolean): void {
  paint(
    to,
    cx,
    cy,
    a,
    b,
    (x, y) => {
      const h = inverted ? cy + b - y : y - (cy - b);
      const edge = (h * a) / (2 * b) - Math.abs(x - cx);
      return Math.min(edge * 0.8, 2 * b - h);
    },
    -0.38,
  );
}
