// Every mark of src/scene on its own, for /marks/: a page for those who draw, and the target of visual tests.
// Each sample is drawn in a box of 300 x 170 px times the style's scale.

import { controlSamples, type MarkSample } from './control-samples.ts';
import { ticksBelow } from '../scene/axis.ts';
import { bars } from '../scene/bars.ts';
import { body } from '../scene/body.ts';
import { borders, covered, crossed, fringed, type Field } from '../scene/cells.ts';
import { gauge } from '../scene/gauge.ts';
import { sign, stain, STAINS, unstained, type Stain } from '../scene/glyph.ts';
import { box, fringe, hatch } from '../scene/hatch.ts';
import { hinton } from '../scene/hinton.ts';
import { ink } from '../scene/ink.ts';
import { lettered } from '../scene/lettered.ts';
import { at, path, type Point } from '../scene/mark.ts';
import { matrix } from '../scene/matrix.ts';
import { greys, pixels } from '../scene/pixels.ts';
import { featureName, hull, neuronAxis, reticle, ring, trail, vector } from '../scene/plane.ts';
import { wedge } from '../scene/wedge.ts';
import { shades } from '../scene/shades.ts';

const stains: readonly Stain[] = [0, 1, 2].map(stain);
/** A number in -1 ... 1 for two places of a table, smooth and signed. */
const table = (i: number, j: number): number => Math.round(100 * Math.sin(1 + i * 1.3 + j * 0.7)) / 100;
const rows = (count: number, columns: number): number[][] =>
  Array.from({ length: count }, (_, i) => Array.from({ length: columns }, (__, j) => table(i, j)));
const triangle = (r: number): Point[] => [
  [0, -r],
  [0.87 * r, 0.5 * r],
  [-0.87 * r, 0.5 * r],
];

/** Cells of kinds 0, 1, 2 in diagonal stripes. */
const kindOf = (cell: number): number => Math.floor((Math.floor(cell / 6) + (cell % 6)) / 4);

/** All of them, those that are touched last. */
export const samples: readonly MarkSample[] = [
  {
    name: 'axis: ticksBelow',
    draw: (pen) => {
      const ticks = ['0', '10', '100', '1,000'].map((text, i) => ({ at: (20 + i * 86) * pen.scale, text }));
      return ticksBelow(ticks, [20 * pen.scale, 280 * pen.scale], 60 * pen.scale, pen, pen.label);
    },
  },
  {
    name: 'bars',
    draw: (pen) =>
      bars(
        [0.2, 0.6, 1],
        {
          x: 10 * pen.scale,
          y: 4 * pen.scale,
          width: 280 * pen.scale,
          height: 160 * pen.scale,
          stains,
          head: 40 * pen.scale,
          references: [{ at: 0.5, text: 'half' }],
          highlighted: 'f2',
        },
        pen,
      ),
  },
  {
    name: 'body',
    draw: (pen) => {
      const corners = [
        [0.9, 0.1, 0.3],
        [-0.7, 0.2, 0.6],
        [0, 0.9, -0.3],
        [0.1, -0.8, 0.4],
      ] as const;
      const options = { r: 66 * pen.scale, stains: [0, 1, 2, 3].map(stain), shown: [true, true, true, true] };
      return [at(150 * pen.scale, 85 * pen.scale, body(corners, options, pen))];
    },
  },
  {
    name: 'cells: covered, fringed, borders, crossed',
    draw: ({ scale }) => {
      const field: Field = { x: 70 * scale, y: 6 * scale, side: 156 * scale, count: 6 };
      return [
        path(
          covered(field, (cell) => kindOf(cell) === 0),
          { fill: ink('wash') },
        ),
        path(
          fringed(field, (cell) => kindOf(cell) === 1, 6 * scale),
          { stroke: ink('ink-2'), fill: 'none' },
        ),
        path(
          crossed(field, (cell) => kindOf(cell) === 2, 4 * scale),
          { stroke: ink('signal') },
        ),
        path(
          borders(field, (cell) => String(kindOf(cell))),
          { stroke: ink('ink'), fill: 'none' },
        ),
      ];
    },
  },
  {
    name: 'gauge',
    draw: (pen) => [
      gauge(
        {
          x: 20 * pen.scale,
          y: 10 * pen.scale,
          width: 260 * pen.scale,
          names: ['Share that is read', 'Read'],
          text: '0.72',
          value: 0.72,
          range: [0, 1],
          reference: { at: 0.4, words: ['by chance', 'chance'] },
        },
        pen,
      ),
    ],
  },
  {
    name: 'glyph: sign, filled, hollow and plain',
    draw: ({ scale }) => [
      ...Array.from({ length: STAINS }, (_, i) =>
        sign(stain(i), 12 * scale, (30 + i * 46) * scale, 50 * scale, {}, `filled-${i}`),
      ),
      ...Array.from({ length: STAINS }, (_, i) =>
        sign(
          stain(i),
          12 * scale,
          (30 + i * 46) * scale,
          104 * scale,
          { hollow: 1.6 * scale },
          `hollow-${i}`,
        ),
      ),
      sign(unstained, 8 * scale, 150 * scale, 148 * scale),
    ],
  },
  {
    name: 'hatch: fringes of rising strength, both slopes',
    draw: ({ scale }) =>
      [-0.9, -0.5, -0.2, 0.2, 0.5, 0.9].map((value, i) => {
        const { slope, spacing, width } = fringe(value, scale) ?? { slope: 'rising', spacing: 9, width: 1 };
        const where = box((10 + i * 48) * scale, 30 * scale, 40 * scale, 110 * scale);
        const lines = hatch(where, spacing, slope);
        return path(lines, { stroke: ink('ink'), 'stroke-width': width, fill: 'none' }, `fringe-${i}`);
      }),
  },
  {
    name: 'hinton',
    draw: ({ scale }) => {
      const cell = 26 * scale;
      const options = { x: 20 * scale, y: 6 * scale, cell, row: cell, bar: 0.9 } as const;
      return hinton(rows(6, 10), { ...options, paint: 'ink', negative: 'ink-2', strong: 'signal' }, 'h');
    },
  },
  {
    name: 'lettered',
    draw: ({ scale, label }) => [
      lettered(20 * scale, 60 * scale, 'f1 and f2 share a neuron', { 'font-size': label, fill: ink('ink') }),
    ],
  },
  {
    name: 'matrix',
    draw: (pen) =>
      matrix(
        [
          [1, -0.4, 0.2],
          [-0.4, 1, 0.6],
          [0.2, 0.6, 1],
        ],
        { x: 70 * pen.scale, y: 4 * pen.scale, side: 160 * pen.scale, stains, numbers: true, pair: [0, 1] },
        pen,
      ),
  },
  {
    name: 'pixels',
    draw: ({ scale }) => [
      pixels(greys(rows(16, 16).flat()), 16, 16, 72 * scale, 6 * scale, 156 * scale, 'pixels'),
    ],
  },
  {
    name: 'plane: reticle, axis, hull, vector, trail, wedge, ring, name',
    draw: (pen) => {
      const r = 70 * pen.scale;
      const tips = triangle(r * 0.8);
      const between = wedge(0.6, 2.2, 0.5, '0.50', r, pen, false);
      return [
        at(150 * pen.scale, 85 * pen.scale, [
          ...reticle(r, pen),
          neuronAxis([-r, 0], [r, 0], 'neuron 1', [r, -10 * pen.scale], 'end', pen, 'axis'),
          hull(tips, pen),
          between?.fringe,
          between?.value,
          trail([[0, 0], [-20, 10], ...tips.slice(2)], stain(2), [1], pen, 1, 'trail'),
          ...tips.map((tip, i) => vector(tip, stain(i), pen, i === 0, `vector-${i}`)),
          ring(
            tips[0] ?? [0, 0],
            stain(0),
            { index: 0, origin: [0, 0], hollow: false, highlighted: false, words: {} },
            pen,
          ),
          featureName(tips[1] ?? [0, 0], 1, stain(1), pen),
        ]),
      ];
    },
  },
  {
    name: 'shades',
    draw: (pen) => {
      const cell = 18 * pen.scale;
      const options = { x: 20 * pen.scale, y: 20 * pen.scale, cell, rows: 7, columns: 14 };
      return [shades({ ...options, value: table }, pen, 'shades')];
    },
  },
  ...controlSamples,
];
