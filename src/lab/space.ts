// The directions themselves: in the plane or space of the file's own axes, or along its three leading ones, seen as turned.
// Points come as x right, y up, z towards the reader.

import { apply, fromYawPitch } from '../math/rotation3.ts';
import { stain, STAINS, sign, unstained } from '../scene/glyph.ts';
import { ink } from '../scene/ink.ts';
import { at, circle, group, label, line, round, type Mark, type Picture } from '../scene/mark.ts';
import { halo, measure, type DrawStyle } from '../scene/draw-style.ts';
import type { Look } from './look.ts';

/** Degrees. */
export interface Seen {
  readonly yaw: number;
  readonly pitch: number;
}

/** More spokes than this are a tangle: only tips. */
const SPOKES = 160;
const NAMED = 24;

export function spacePicture(look: Look, width: number, pen: DrawStyle, { yaw, pitch }: Seen): Picture {
  const {
    n,
    m,
    view: { points, raw, shares },
  } = look;
  const R = fromYawPitch(yaw, pitch);
  const r = width / 2 - 26;
  const half = width / 2;
  let far = 1e-300;
  for (let f = 0; f < n; f++) {
    far = Math.max(far, Math.sqrt(points[3 * f] ** 2 + points[3 * f + 1] ** 2 + points[3 * f + 2] ** 2));
  }
  const turned = Array.from({ length: n }, (_, f) =>
    apply(R, [points[3 * f] / far, points[3 * f + 1] / far, points[3 * f + 2] / far]),
  );
  const order = turned.map((_, f) => f).sort((a, b) => turned[a][2] - turned[b][2] || a - b);
  const stained = n <= STAINS;
  const names =
    n <= NAMED
      ? apart(
          [...order].reverse().map((f) => ({
            f,
            text: look.names?.[f] ?? String(look.at[f]),
            x: turned[f][0] * r,
            y: -turned[f][1] * r,
          })),
          width,
          pen,
        )
      : new Map<number, Mark>();
  const marks: Mark[] = order.map((f) => {
    const [x, y, z] = turned[f];
    const px = x * r;
    const py = -y * r;
    const s = stained ? stain(f) : unstained;
    const near = 1 + 0.25 * z;
    return group(
      [
        n <= SPOKES &&
          line(
            0,
            0,
            px,
            py,
            {
              stroke: ink(s.paint),
              'stroke-width': round((stained ? pen.weights.vec : pen.weights.fine) * near),
              'stroke-opacity': stained ? undefined : 0.45,
            },
            'spoke',
          ),
        stained
          ? sign(s, 6.4 * near, px, py, {}, 'tip')
          : circle(
              px,
              py,
              round((n > 400 ? 1.7 : 3) * near),
              { fill: ink(z < -0.05 ? 'ink-3' : 'ink') },
              'tip',
            ),
        names.get(f),
      ],
      {},
      `feature-${f}`,
    );
  });
  const shown = raw
    ? 'the file’s own axes'
    : `three leading axes, ${shares.map((s) => `${Math.round(100 * s)} %`).join(', ')} of all squared length`;
  return {
    width,
    height: width,
    label: `${n} features in ${m === 1 ? 'one dimension' : m === 2 ? 'their plane' : m === 3 ? 'their space' : 'the space of their three leading directions'}: ${shown}.`,
    marks: [
      at(half, half, [
        circle(0, 0, r, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair }, 'circle'),
        ...axes(R, r, m, pen),
        ...marks,
        circle(0, 0, 2.6, { fill: ink('ink') }, 'centre'),
      ]),
    ],
  };
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
    const [x, y] = [R[a] * r, -R[3 + a] * r];
    return line(-x, -y, x, y, { stroke: ink('rule'), 'stroke-width': pen.weights.fine }, `axis-${a}`);
  });
