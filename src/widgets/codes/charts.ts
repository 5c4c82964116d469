// The two charts, which are the sliders as well: how often all of k things are read, and the largest cross-talk of N directions.

import { line as through } from 'd3-shape';
import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, halo, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { CodesSnapshot } from './model.ts';
import type { CodesParams } from './params.ts';
import { inside, toAxis, type Box } from './plan.ts';
import { grouped, wholePercent as percent } from '../../scene/format.ts';
import { CODES, shortOf } from './words.ts';

type Inside = ReturnType<typeof inside>;
const draw = (points: readonly (readonly [number, number])[]): string =>
  through<readonly [number, number]>().digits(2)(points as [number, number][]) ?? '';

function frame(
  box: Box,
  { x0, x1, y0, y1 }: Inside,
  titles: readonly string[],
  levels: readonly (readonly [number, string])[],
  pen: DrawStyle,
): Mark[] {
  return [
    label(
      box.x,
      box.y + pen.label,
      fitting(titles, pen.label, box.width) ?? titles[titles.length - 1],
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'title',
    ),
    ...levels.flatMap(([v, text]) => {
      const y = y1 - v * (y1 - y0);
      return [
        line(x0, y, x1, y, { stroke: ink('rule'), 'stroke-width': pen.weights.fine }, `rule-${text}`),
        label(
          x0 - pen.small * 0.5,
          y + pen.small * 0.35,
          text,
          { 'font-size': pen.small, 'text-anchor': 'end', fill: ink('ink-2') },
          `level-${text}`,
        ),
      ];
    }),
  ];
}

/** A needle with a ring at its foot; the whole chart takes the touch. */
function handle(
  name: string,
  x: number,
  box: Box,
  { y0, y1 }: Inside,
  words: Mark['attrs'],
  pen: DrawStyle,
): Mark {
  return group(
    [
      rect(box.x, box.y, box.width, box.height, unseen, 'hit'),
      line(x, y0, x, y1, { stroke: ink('signal'), 'stroke-width': pen.weights.fine * 1.5 }, 'needle'),
      circle(
        x,
        y1,
        pen.ring * 0.7,
        { fill: ink(pen.ground), stroke: ink('signal'), 'stroke-width': pen.weights.hand },
        'ring',
      ),
    ],
    { 'data-handle': name, tabindex: 0, role: 'slider', ...words },
    name,
  );
}

const DASH = { onehot: '1.5 4', composed: '6 4', superposed: undefined } as const;

/** Share of the trials in which all of k were read, for the three codes. */
export function rightChart(
  box: Box,
  { together: k }: CodesParams,
  snapshot: CodesSnapshot,
  pen: DrawStyle,
): Mark {
  const at = inside(box, pen);
  const { x0, x1, y0, y1 } = at;
  const n = snapshot.onehot.right.length;
  const sx = (k: number): number => x0 + ((k - 1) / (n - 1)) * (x1 - x0);
  const sy = (v: number): number => y1 - v * (y1 - y0);
  const lines = snapshot.step
    ? CODES.map((code) => {
        const points = snapshot[code].right.map((v, i): [number, number] => [sx(i + 1), sy(v)]);
        return group(
          [
            path(
              draw(points),
              {
                fill: 'none',
                stroke: ink('ink'),
                'stroke-width': pen.weights.line,
                'stroke-dasharray': DASH[code],
                'stroke-linejoin': 'round',
                'stroke-linecap': code === 'onehot' ? 'round' : undefined,
              },
              'line',
            ),
            ...points.map(([x, y], i) => circle(x, y, 2.6 * pen.scale, { fill: ink('ink') }, `dot-${i}`)),
          ],
          {},
          code,
        );
      })
    : [];
  return group(
    [
      ...frame(
        box,
        at,
        [
          `All read right, of ${snapshot.step} trials with any of ${grouped(snapshot.N)} things`,
          `All read right, of ${snapshot.step} trials`,
          'All read right',
        ],
        [
          [0, '0'],
          [0.5, '50%'],
          [1, '100%'],
        ],
        pen,
      ),
      ...ticksBelow(
        Array.from({ length: n }, (_, i) => ({
          at: sx(i + 1),
          text: i + 1 === k ? (k === 1 ? '1 at once' : `${k} at once`) : String(i + 1),
        })).sort((a, b) => b.text.length - a.text.length),
        [x0 - pen.small * 3, x1 + pen.small * 2],
        y1 + pen.ring * 0.5,
        pen,
        pen.small,
      ),
      ...lines,
      ...(snapshot.step ? labels(snapshot, sx, sy, [y0, y1], pen) : []),
      handle(
        'track-together',
        sx(k),
        box,
        at,
        {
          'aria-label': 'How many things at once',
          'aria-valuemin': 1,
          'aria-valuemax': n,
          'aria-valuenow': k,
          'aria-valuetext': `${k} at once; all read right: ${CODES.map((code) => `${shortOf[code]} ${percent(snapshot[code].right[k - 1])}`).join(', ')}`,
        },
        pen,
      ),
    ],
    {},
    'right',
  );
}

/** Names at the lines, where they are farthest from the others; pushed apart where they would touch. */
function labels(
  snapshot: CodesSnapshot,
  sx: (k: number) => number,
  sy: (v: number) => number,
  [y0, y1]: readonly [number, number],
  pen: DrawStyle,
): Mark[] {
  const size = pen.small * 1.08;
  const places = CODES.map((code) => {
    const { right } = snapshot[code];
    // Behind the last point at which the line is still well above the floor, else at its start.
    const i = Math.max(
      0,
      right.findLastIndex((v) => v > 0.12),
    );
    const text = shortOf[code];
    const width = measure(text, size);
    return {
      code,
      text,
      width,
      x: Math.min(sx(i + 1) + 9 * pen.scale, sx(8) - width),
      y: Math.min(y1 - size * 0.6, Math.max(y0 + size, sy(right[i]) - 4 * pen.scale)),
    };
  }).sort((a, b) => b.y - a.y);
  places.forEach((p, i) => {
    for (const q of places.slice(0, i)) {
      if (p.x < q.x + q.width + 6 && q.x < p.x + p.width + 6 && p.y > q.y - size * 1.25) {
        p.y = q.y - size * 1.25;
      }
    }
  });
  return places.map(({ code, x, y, text }) =>
    label(
      x,
      y,
      text,
      {
        'font-size': round(size),
        'font-weight': 600,
        fill: ink('ink'),
        'pointer-events': 'none',
        ...halo(pen),
      },
      `of-${code}`,
    ),
  );
}

/** Largest |cos| among N random directions: what was measured beside the exact median, and the medians of other numbers of neurons. */
export function worstChart(box: Box, { things }: CodesParams, snapshot: CodesSnapshot, pen: DrawStyle): Mark {
  const at = inside(box, pen);
  const { x0, x1, y0, y1 } = at;
  const { d, worst, medians } = snapshot;
  const sx = (n: number): number => x0 + toAxis(n) * (x1 - x0);
  const sy = (v: number): number => y1 - v * (y1 - y0);
  const size = pen.small;
  const ends = [...medians]
    .sort((a, b) => (a.d === d ? -1 : b.d === d ? 1 : a.d - b.d))
    .map((m) => ({ d: m.d, y: sy(m.at[m.at.length - 1][1]) }));
  const kept: { d: number; y: number }[] = [];
  for (const end of ends) if (kept.every((other) => Math.abs(other.y - end.y) > size * 1.1)) kept.push(end);
  return group(
    [
      ...frame(
        box,
        at,
        [
          `Largest cross-talk of random directions in ${d} neurons`,
          `Largest cross-talk, ${d} neurons`,
          'Largest cross-talk',
        ],
        [
          [0, '0'],
          [0.5, '.5'],
          [1, '1'],
        ],
        pen,
      ),
      ...ticksBelow(
        [4096, 4, 64, 1024, 16, 256].map((n) => ({
          at: sx(n),
          text: n === 4096 ? '4,096 things' : grouped(n),
        })),
        [x0 - size, x1 + size * 2],
        y1 + pen.ring * 0.5,
        pen,
        size,
      ),
      ...medians.map((m) =>
        path(
          draw(m.at.map(([n, v]) => [sx(n), sy(v)])),
          {
            fill: 'none',
            stroke: ink(m.d === d ? 'ink' : 'ink-3'),
            'stroke-width': m.d === d ? pen.weights.line : pen.weights.hair,
          },
          `median-${m.d}`,
        ),
      ),
      ...kept.map((end) =>
        label(
          x1 + size * 0.4,
          end.y + size * 0.35,
          String(end.d),
          {
            'font-size': size,
            'font-weight': end.d === d ? 700 : undefined,
            fill: ink(end.d === d ? 'ink' : 'ink-2'),
          },
          `end-${end.d}`,
        ),
      ),
      ...worst.map(([n, measured]) =>
        circle(
          sx(n),
          sy(measured),
          3.4 * pen.scale,
          { fill: ink(pen.ground), stroke: ink('ink'), 'stroke-width': pen.weights.line * 0.9 },
          `measured-${n}`,
        ),
      ),
      handle(
        'track-things',
        sx(things),
        box,
        at,
        {
          'aria-label': 'How many things',
          'aria-valuemin': 16,
          'aria-valuemax': 4096,
          'aria-valuenow': things,
          'aria-valuetext': `${grouped(things)} things in ${d} neurons`,
        },
        pen,
      ),
    ],
    {},
    'worst',
  );
}
