// The directions themselves: in the plane or space of the file's own axes, or along its three leading ones, seen as turned.
// Points come as x right, y up, z towards the reader.

import { apply, fromYawPitch } from '../../math/rotation3.ts';
import { stain, STAINS, sign, unstained } from '../../scene/glyph.ts';
import { ink } from '../../scene/ink.ts';
import { at, circle, group, label, line, round, type Mark, type Picture } from '../../scene/mark.ts';
import { halo, measure, type DrawStyle } from '../../scene/draw-style.ts';
import type { Look } from '../../models/look.ts';
import type { Colouring } from './colouring.ts';
import { nameOf } from './names.ts';

/** Degrees. */
export interface Seen {
  readonly yaw: number;
  readonly pitch: number;
}

/** More spokes than this are a tangle: only tips. */
const SPOKES = 160;
const NAMED = 24;

/** A tip as the turn shows it; px from the centre, z towards the reader in radii. */
interface Tip {
  readonly f: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The radius of the circle that the longest feature reaches. */
const radiusOf = (width: number): number => width / 2 - 26;

/** All tips, in the order of the features. */
function tipsOf({ n, view: { points } }: Look, width: number, { yaw, pitch }: Seen): Tip[] {
  const R = fromYawPitch(yaw, pitch);
  const r = radiusOf(width);
  const point = (f: number): [number, number, number] => [
    points[3 * f] ?? 0,
    points[3 * f + 1] ?? 0,
    points[3 * f + 2] ?? 0,
  ];
  let far = 1e-300;
  for (let f = 0; f < n; f++) {
    const [x, y, z] = point(f);
    far = Math.max(far, Math.sqrt(x * x + y * y + z * z));
  }
  return Array.from({ length: n }, (_, f) => {
    const [px, py, pz] = point(f);
    const [x, y, z] = apply(R, [px / far, py / far, pz / far]);
    return { f, x: x * r, y: -y * r, z };
  });
}

/** The tip nearest to a point of the picture, within reach of a finger. @param x, y px from the picture's corner */
export function tipAt(look: Look, width: number, seen: Seen, x: number, y: number): number | undefined {
  let best: number | undefined;
  let least = 18 * 18;
  for (const tip of tipsOf(look, width, seen)) {
    const dx = tip.x + width / 2 - x;
    const dy = tip.y + width / 2 - y;
    if (dx * dx + dy * dy < least) {
      least = dx * dx + dy * dy;
      best = tip.f;
    }
  }
  return best;
}

/** @param selected a feature that is ringed, as a place in the look */
export function spacePicture(
  look: Look,
  width: number,
  pen: DrawStyle,
  seen: Seen,
  selected?: number,
  colouring?: Colouring,
): Picture {
  const {
    n,
    m,
    view: { raw, shares, centred },
  } = look;
  const r = radiusOf(width);
  const half = width / 2;
  const tips = tipsOf(look, width, seen);
  const order = [...tips].sort((a, b) => a.z - b.z || a.f - b.f);
  const near = [...order].reverse();
  const named = n <= NAMED ? near : near.filter(({ f }) => f === selected);
  const names = apart(
    named.map(({ f, x, y }) => ({ f, text: String(nameOf(look, f)), x, y })),
    width,
    pen,
  );
  const marks = order.map((tip) => featureMark(tip, n, pen, colouring, names.get(tip.f)));
  const ringed = tips.find(({ f }) => f === selected);
  const from = centred ? ', from the mean of all' : '';
  const shown = raw
    ? 'the file’s own axes'
    : `three leading axes, ${shares.map((s) => `${Math.round(100 * s)} %`).join(', ')} of all squared length`;
  return {
    width,
    height: width,
    label: `${n} features in ${spaceInWords(m)}: ${shown}${from}.`,
    marks: [
      at(half, half, [
        circle(0, 0, r, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair }, 'circle'),
        ...axes(fromYawPitch(seen.yaw, seen.pitch), r, m, pen),
        ...marks,
        circle(0, 0, 2.6, { fill: ink('ink') }, 'centre'),
        ringed &&
          circle(
            ringed.x,
            ringed.y,
            11,
            {
              fill: 'none',
              stroke: ink('signal'),
              'stroke-width': pen.weights.hand,
              'pointer-events': 'none',
            },
            'selected',
          ),
      ]),
    ],
  };
}

function spaceInWords(m: number): string {
  if (m === 1) return 'one dimension';
  if (m === 2) return 'their plane';
  if (m === 3) return 'their space';
  return 'the space of their three leading directions';
}

/** A feature as a spoke and its tip; the stain of its name, else its own where there are few. */
function featureMark(
  { f, x, y, z }: Tip,
  n: number,
  pen: DrawStyle,
  colouring: Colouring | undefined,
  name: Mark | undefined,
): Mark {
  const own = n <= STAINS ? f : undefined;
  const slot = colouring ? colouring.slots[f] : own;
  const s = slot === undefined ? unstained : stain(slot);
  const stained = slot !== undefined;
  const size = 1 + 0.25 * z;
  const spoke = {
    stroke: ink(s.paint),
    'stroke-width': round((stained ? pen.weights.vec : pen.weights.fine) * size),
    'stroke-opacity': stained ? undefined : 0.45,
  };
  const dot = round((n > 400 ? 1.7 : 3) * size);
  const tip = stained
    ? sign(s, (n > 400 ? 3 : 6.4) * size, x, y, {}, 'tip')
    : circle(x, y, dot, { fill: ink(z < -0.05 ? 'ink-3' : 'ink') }, 'tip');
  return group([n <= SPOKES && line(0, 0, x, y, spoke, 'spoke'), tip, name], {}, `feature-${f}`);
}

/** Names beyond their tips, nearest first; where two would lie on each other the farther one is left to the table. */
function apart(
  tips: readonly { f: number; text: string; x: number; y: number }[],
  width: number,
  pen: DrawStyle,
): Map<number, Mark> {
  const kept: { left: number; right: number; y: number }[] = [];
  const room = width / 2 - 4;
  return new Map(
    tips.flatMap(({ f, text, x, y }) => {
      const size = Math.sqrt(x * x + y * y) || 1;
      const cut = text.length > 14 ? `${text.slice(0, 13)}…` : text;
      const long = measure(cut, pen.small) / 2;
      const px = Math.min(room - long, Math.max(long - room, x + (x / size) * 14));
      const py = y + (y / size) * 14 + pen.small * 0.35;
      const box = { left: px - long - 2, right: px + long + 2, y: py };
      if (kept.some((k) => k.left < box.right && box.left < k.right && Math.abs(k.y - py) < pen.small)) {
        return [];
      }
      kept.push(box);
      return [
        [
          f,
          label(
            px,
            py,
            cut,
            { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink'), ...halo(pen, 3) },
            'name',
          ),
        ] as const,
      ];
    }),
  );
}

/** The axes as the turn shows them. */
const axes = (R: readonly number[], r: number, m: number, pen: DrawStyle): Mark[] =>
  [0, 1, 2].slice(0, Math.min(3, Math.max(1, m))).map((a) => {
    const [x, y] = [(R[a] ?? 0) * r, -(R[3 + a] ?? 0) * r];
    return line(-x, -y, x, y, { stroke: ink('rule'), 'stroke-width': pen.weights.fine }, `axis-${a}`);
  });
