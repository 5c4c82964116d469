// The seven lenses of the map, each in a circle of radius 90 around the origin. A lens shows the one before
// it as a speck.

import { coxeter } from './coxeter.ts';
import { RADIUS, tangents, type Lens } from './lens-chain.ts';
import { sign, stain } from '../scene/glyph.ts';
import { ink } from '../scene/ink.ts';
import { at, circle, line, mark, path, rect, round, type Mark, type Point } from '../scene/mark.ts';

export type LensNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One lens in its frame. @param five directions of the trained pentagon, y up */
export function lens(number: LensNumber, five: readonly Point[]): Lens {
  const drawn = [direction, circuit, organ, networks, run, features, inputs][number - 1](fit(five));
  return {
    ...drawn,
    marks: [
      circle(0, 0, RADIUS, { fill: ink('plate') }),
      ...drawn.marks,
      circle(0, 0, RADIUS, { fill: 'none', stroke: ink('ink'), 'stroke-width': 1.6 }),
    ],
  };
}

/** Longest direction 1, y down. */
function fit(five: readonly Point[]): Point[] {
  const size = Math.max(...five.map(([x, y]) => Math.sqrt(x * x + y * y)));
  return five.map(([x, y]) => [x / size, -y / size]);
}

const hair = { stroke: ink('ink-3'), 'stroke-width': 1, fill: 'none' } as const;
const thin = { stroke: ink('ink-2'), 'stroke-width': 1, fill: 'none' } as const;
const turned = ([x, y]: Point, k: number): Point => [
  x * Math.cos(k) - y * Math.sin(k),
  x * Math.sin(k) + y * Math.cos(k),
];
const outline = (points: readonly Point[], r: number): string =>
  `M${[...points]
    .sort((a, b) => Math.atan2(a[1], a[0]) - Math.atan2(b[1], b[0]))
    .map(([x, y]) => `${round(x * r)} ${round(y * r)}`)
    .join('L')}Z`;

/** A bundle of features around a point: spokes and glyphs, with or without their hull. */
function bundle(
  x: number,
  y: number,
  r: number,
  points: readonly Point[],
  how: { hull?: boolean; width?: number } = {},
): Mark {
  const tips = points.map(([px, py]): Point => [px * r, py * r]);
  return at(x, y, [
    how.hull && path(outline(points, r), { fill: ink('wash'), stroke: ink('ink'), 'stroke-width': 1 }),
    ...tips.map(([px, py], f) =>
      line(0, 0, px, py, { stroke: ink(stain(f).paint), 'stroke-width': how.width ?? 1.4 }),
    ),
    ...tips.map(([px, py], f) => sign(stain(f), Math.max(2.5, r * 0.1), px, py)),
  ]);
}

function direction(five: readonly Point[]): Lens {
  return {
    marks: [
      line(-83, 0, 83, 0, hair),
      line(0, -83, 0, 83, hair),
      ...[
        [79, 0],
        [0, -79],
      ].map(([x, y]) =>
        rect(x - 3.5, y - 3.5, 7, 7, { fill: ink('plate'), stroke: ink('ink'), 'stroke-width': 1.4 }),
      ),
      bundle(0, 0, 62, five, { hull: true, width: 2.75 }),
    ],
  };
}

/** Wheel and window features, read from the image, joined by their weights to the feature of a car. */
function circuit(five: readonly Point[]): Lens {
  const wheel = { x: -44, y: 36 };
  const window = { x: -46, y: -30 };
  const car = { x: 36, y: 2 };
  const disc = (p: { x: number; y: number }, r: number, inside: readonly Mark[]): Mark =>
    at(p.x, p.y, [
      circle(0, 0, r, { fill: ink('plate'), ...{ stroke: ink('ink-2'), 'stroke-width': 1 } }),
      ...inside,
    ]);
  const spokes = five.map(([x, y]) => `M0 0L${round(x * 15)} ${round(y * 15)}`).join('');
  const weight = (from: { x: number; y: number }, to: readonly [number, number], w: number): Mark =>
    path(`M${from.x + 22} ${from.y}C${from.x + 44} ${from.y} ${to[0] - 34} ${to[1]} ${to[0]} ${to[1]}`, {
      stroke: ink('ink'),
      'stroke-width': w,
      fill: 'none',
    });
  return {
    speck: { x: wheel.x, y: wheel.y, r: 22 },
    marks: [
      weight(window, [15, -10], 2.6),
      weight(wheel, [14, 16], 4),
      weight(wheel, [20, 26], 1.2),
      disc(wheel, 22, [
        circle(0, 0, 16, { ...thin, 'stroke-width': 2.4 }),
        path(spokes, thin),
        sign(stain(0), 4.6),
      ]),
      disc(window, 22, [
        path('M-14 9L-9 -9H11L14 9Z', { ...thin, 'stroke-width': 1.8 }),
        line(1, -9, 1, 9, thin),
        sign(stain(1), 4.6, 0, 1),
      ]),
      disc(car, 38, [
        path('M-29 8V-2L-18 -4L-10 -15H11L21 -4L29 -1V8H24M-25 8H-24M-12 8H12', {
          ...thin,
          stroke: ink('ink'),
          'stroke-width': 1.6,
          'stroke-linejoin': 'round',
        }),
        circle(-18, 9, 6, { ...thin, stroke: ink('ink'), 'stroke-width': 1.6 }),
        circle(18, 9, 6, { ...thin, stroke: ink('ink'), 'stroke-width': 1.6 }),
        sign(stain(2), 5.4, 1, -2),
      ]),
    ],
  };
}

const organs: readonly Point[] = [
  [-44, -36],
  [2, -56],
  [-50, 32],
  [0, 2],
  [4, 54],
  [48, -26],
  [47, 34],
];
function organ(five: readonly Point[]): Lens {
  const wires = [
    [0, 1, 0],
    [0, 3, 1],
    [2, 3, 0],
    [2, 4, 1],
    [3, 5, 0],
    [1, 5, 1],
    [4, 6, 0],
    [3, 6, 1],
  ].map(([a, b, on]) => {
    const [x1, y1] = organs[a];
    const [x2, y2] = organs[b];
    return path(
      `M${x1} ${y1}C${x1 + 26} ${y1} ${x2 - 26} ${y2} ${x2} ${y2}`,
      on ? { stroke: ink('ink'), 'stroke-width': 1.7, fill: 'none' } : hair,
    );
  });
  return {
    speck: { x: organs[0][0], y: organs[0][1], r: 18 },
    marks: [
      ...wires,
      ...organs.flatMap(([x, y], i) => [
        circle(x, y, 18, { ...thin, fill: ink('plate') }),
        bundle(
          x,
          y,
          13.5,
          five.map((p) => turned(p, i * 0.9)),
        ),
      ]),
    ],
  };
}

/** Three networks, one geometry, each turned its own way; threads join what is equal. */
function networks(five: readonly Point[]): Lens {
  const nets = [
    { x: 0, y: -46, k: -0.78 },
    { x: -43, y: 30, k: 0.6 },
    { x: 43, y: 30, k: 2.1 },
  ];
  const tip = (n: number, f: number): Point => {
    const [x, y] = turned(five[f], nets[n].k);
    return [nets[n].x + 25 * x, nets[n].y + 25 * y];
  };
  const threads = five.map((_, f) =>
    mark('path', {
      d: `M${[0, 1, 2].map((n) => tip(n, f).map(round).join(' ')).join('L')}Z`,
      stroke: ink(stain(f).paint),
      'stroke-width': 0.9,
      fill: 'none',
      opacity: 0.75,
    }),
  );
  return {
    speck: { x: nets[1].x, y: nets[1].y, r: 33 },
    marks: [
      ...nets.map(({ x, y }) => circle(x, y, 33, thin)),
      ...threads,
      ...nets.map(({ x, y, k }) =>
        bundle(
          x,
          y,
          25,
          five.map((p) => turned(p, k)),
          { hull: true },
        ),
      ),
    ],
  };
}

/**
 * Loss on tokens that repeat, every 10 of 400 steps, of a two-layer attention-only transformer, seed 6 of the
 * induction oracle.
 */
const LOSS = [
  3.486, 3.322, 2.992, 2.772, 2.652, 2.534, 2.486, 2.409, 2.325, 2.302, 2.249, 2.215, 2.162, 2.12, 2.08,
  2.049, 2.026, 1.978, 1.972, 1.941, 1.895, 1.852, 1.761, 1.722, 1.595, 1.523, 1.382, 1.24, 1.104, 0.913,
  0.764, 0.711, 0.641, 0.654, 0.625, 0.56, 0.598, 0.571, 0.581, 0.562, 0.544,
];
function run(): Lens {
  const x = (step: number): number => -76 + step * 3.75;
  const y = (loss: number): number => 62 - (loss - 0.3) * 33;
  const curve = LOSS.flatMap((loss, i) => {
    const px = x(i);
    const py = y(loss);
    return px * px + py * py < 88 * 88 ? [`${round(px)} ${round(py)}`] : [];
  }).join('L');
  const bend = 23;
  const speck = { x: x(bend), y: y(LOSS[bend]), r: 9 };
  const boxes = Array.from({ length: 6 }, (_, i) =>
    rect(-24 + i * 8.2, 8, 6.4, 6.4, { stroke: ink('ink'), 'stroke-width': 1.2, fill: ink('plate') }),
  );
  return {
    speck,
    marks: [
      line(-66, 60, 66, 60, hair),
      path(`M${curve}`, {
        stroke: ink('ink'),
        'stroke-width': 1.75,
        fill: 'none',
        'stroke-linejoin': 'round',
      }),
      circle(speck.x, speck.y, speck.r, { ...thin, stroke: ink('ink') }),
      path(tangents(speck, { x: 36, y: -32, r: 33 }), hair),
      at(36, -32, [
        circle(0, 0, 33, { ...thin, fill: ink('plate') }),
        path('M-21 8C-21 -14 -5 -14 -5 8', { ...thin, 'stroke-width': 3.4, stroke: ink('ink') }),
        path('M-4 8C-4 -10 19 -10 19 8', { ...thin, stroke: ink('ink') }),
        path('M0 -22L9 -14L0 -6L-9 -14Z', { fill: ink('plate'), stroke: ink('ink'), 'stroke-width': 1.75 }),
        ...boxes,
      ]),
    ],
  };
}

/** All the features there are; a front of reading moves through them. */
function features(): Lens {
  const read: Mark[] = [];
  const unread: string[] = [];
  let roll = 9;
  for (let row = -7; row <= 7; row++) {
    for (let col = -7; col <= 7; col++) {
      const x = col * 12.4 + (row % 2 ? 6.2 : 0);
      const y = row * 10.8;
      if (x * x + y * y > 81 * 81) continue;
      roll = (roll * 75 + 74) % 65537;
      if (x < 14 + 10 * Math.sin(row * 1.1)) read.push(sign(stain(roll % 5), 3.7, x, y));
      else unread.push(`M${round(x - 3.6)} ${round(y)}a3.6 3.6 0 1 1 7.2 0a3.6 3.6 0 1 1-7.2 0`);
    }
  }
  const front = Array.from({ length: 31 }, (_, i) => {
    const row = -7 + i * (14 / 30);
    return `${round(18 + 10 * Math.sin(row * 1.1))} ${round(row * 10.8)}`;
  }).join('L');
  return {
    speck: { x: -37, y: 11, r: 15 },
    marks: [
      ...read,
      path(unread.join(''), { ...hair, stroke: ink('ink-2'), 'stroke-width': 0.9 }),
      path(`M${front}`, { stroke: ink('ink'), 'stroke-width': 1.2, 'stroke-dasharray': '3 3', fill: 'none' }),
    ],
  };
}

function inputs(): Lens {
  const { points, walk } = coxeter();
  const one = (value: number): number => Math.round(value * 820) / 10 || 0;
  const hull = points.filter(([x, y]) => x * x + y * y > 0.99);
  return {
    speck: { x: one(-0.22), y: one(0.1), r: 6 },
    marks: [
      path(`M${walk.map((i) => `${one(points[i][0])} ${one(points[i][1])}`).join(' ')}`, {
        stroke: ink('ink'),
        'stroke-width': 0.35,
        opacity: 0.6,
        fill: 'none',
      }),
      path(outline(hull, 82), { stroke: ink('ink'), 'stroke-width': 1.4, fill: 'none' }),
    ],
  };
}
