// The marks of the visual grammar, each alone, for the page that teaches them. Drawn in a box of 130 x 96.

import { sign, stain, unstained } from '../scene/glyph.ts';
import { box, hatch } from '../scene/hatch.ts';
import { ink, weights } from '../scene/ink.ts';
import { at, circle, line, path, rect, type Mark, type Point } from '../scene/mark.ts';

export interface Sample {
  readonly name: string;
  readonly says: string;
  readonly never: string;
  readonly marks: readonly Mark[];
}

const w = weights.page;
const hollow = { fill: ink('plate'), stroke: ink('ink'), 'stroke-width': 1.75 } as const;
const fringe = (x: number, slope: 'rising' | 'falling', spacing: number): Mark =>
  path(hatch(box(x, 18, 26, 60), spacing, slope), { stroke: ink('ink'), 'stroke-width': 0.9, fill: 'none' });
const square = (x: number, level: number): Mark =>
  at(x, 48, [
    rect(-10, -10, 20, 20, hollow),
    rect(-10, 10 - 20 * level, 20, 20 * level, { fill: ink('ink') }),
  ]);

/** @param five the trained pentagon, y up */
export function grammar(five: readonly Point[]): Sample[] {
  const size = Math.max(...five.map(([x, y]) => Math.sqrt(x * x + y * y)));
  const tips = five.map(([x, y]): Point => [(42 * x) / size, (-42 * y) / size]);
  const round = [...tips].sort((a, b) => Math.atan2(a[1], a[0]) - Math.atan2(b[1], b[0]));
  const hull = `M${round.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`;
  return [
    {
      name: 'Feature',
      says: 'A stain and a filled glyph; always both, always the same pair.',
      never: 'colour without its glyph, or a stain on anything else',
      marks: [
        line(14, 76, 72, 24, { stroke: ink('f1'), 'stroke-width': w.vec, 'stroke-linecap': 'round' }),
        sign(stain(0), 7.5, 72, 24),
      ],
    },
    {
      name: 'Neuron',
      says: 'A hollow square; at the end of a thin axis when it is a direction.',
      never: 'filled with a stain',
      marks: [
        line(8, 48, 86, 48, { stroke: ink('ink-3'), 'stroke-width': w.fine }),
        rect(79, 41, 14, 14, hollow),
      ],
    },
    {
      name: 'Attention head',
      says: 'A hollow lozenge with its layer and number.',
      never: 'round',
      marks: [
        path('M50 18L82 48L50 78L18 48Z', hollow),
        {
          tag: 'text',
          attrs: {
            x: 50,
            y: 53,
            'text-anchor': 'middle',
            fill: ink('ink'),
            'font-size': 14,
            'font-family': 'var(--sans)',
          },
          text: '1.0',
        },
      ],
    },
    {
      name: 'Direction',
      says: 'A plain line from a dot. It earns a stain when it is named.',
      never: 'an arrowhead',
      marks: [
        line(16, 72, 90, 28, { stroke: ink('ink'), 'stroke-width': w.vec, 'stroke-linecap': 'round' }),
        circle(16, 72, 4, { fill: ink('ink') }),
      ],
    },
    {
      name: 'Interference',
      says: 'Fringes. Rising adds, falling cancels, tighter is stronger.',
      never: 'hue',
      marks: [
        fringe(6, 'rising', 7),
        fringe(36, 'rising', 4),
        fringe(72, 'falling', 7),
        fringe(102, 'falling', 4),
      ],
    },
    {
      name: 'Activation',
      says: 'How full the square is, from the bottom.',
      never: 'hue or transparency',
      marks: [square(18, 0), square(52, 0.45), square(86, 1)],
    },
    {
      name: 'Weight',
      says: 'Area in a matrix, thickness in a line.',
      never: 'a rainbow',
      marks: [
        ...[1.2, 3, 6].map((width, i) =>
          path(`M8 ${26 + i * 22}C34 ${26 + i * 22} 30 48 56 48`, {
            stroke: ink('ink'),
            'stroke-width': width,
            fill: 'none',
          }),
        ),
        ...[4, 9, 16, 12, 6, 14].map((s, i) =>
          rect(84 + (i % 2) * 22 - s / 2, 26 + Math.floor(i / 2) * 22 - s / 2, s, s, { fill: ink('ink') }),
        ),
      ],
    },
    {
      name: 'Geometry',
      says: 'An outline and a light wash: the shape that features make together.',
      never: 'a stain',
      marks: [
        at(56, 48, [
          path(hull, {
            fill: ink('wash'),
            stroke: ink('ink'),
            'stroke-width': w.fine,
            'stroke-linejoin': 'round',
          }),
        ]),
      ],
    },
    {
      name: 'Training',
      says: 'The path itself, with a bead every few steps. On charts, a line over a log axis of steps.',
      never: 'a spinner',
      marks: [
        path('M12 74C30 82 34 60 46 56S66 66 74 44S84 22 94 24', {
          stroke: ink('f3'),
          'stroke-width': 1.4,
          fill: 'none',
        }),
        ...[
          [12, 74],
          [30.5, 70],
          [46, 56],
          [63, 56.5],
          [74, 44],
          [81.5, 29],
        ].map(([x, y]) => circle(x, y, 2.2, { fill: ink('f3') })),
        sign(stain(2), 6.5, 94, 24),
      ],
    },
    {
      name: 'Left out',
      says: 'A feature that was dropped: its glyph, hollow, parked in view.',
      never: 'hidden',
      marks: [
        circle(50, 48, 36, { stroke: ink('ink-3'), 'stroke-width': w.hair, fill: 'none' }),
        sign(stain(3), 8, 50, 48, { hollow: 1.6 }),
      ],
    },
    {
      name: 'More than six',
      says: 'Plain discs in ink; up to six can be promoted to stains by a tap.',
      never: 'a seventh colour',
      marks: [...Array(18).keys()].map((i) =>
        sign(i === 7 ? stain(0) : unstained, i === 7 ? 6 : 5, 14 + (i % 6) * 20, 26 + Math.floor(i / 6) * 22),
      ),
    },
    {
      name: 'Your hand',
      says: 'Vermilion. What has this colour can be touched, and nothing else has it.',
      never: 'emphasis, errors, status',
      marks: [
        circle(46, 48, 17, { fill: ink('plate'), stroke: ink('signal'), 'stroke-width': w.hand }),
        sign(stain(2), 7, 46, 48),
      ],
    },
  ];
}
