// The models under the ring: their weights, what became of the last feature and why, and the way into `superposition`.

import { sign, stain } from '../../scene/glyph.ts';
import { ink } from '../../scene/ink.ts';
import { at, group, label, line, mark, type Mark } from '../../scene/mark.ts';
import { lettered } from '../../scene/lettered.ts';
import { measure, type DrawStyle } from '../../scene/draw-style.ts';
import { hull, neuronAxis, reticle, vector } from '../../scene/plane.ts';
import type { Box } from '../../scene/slide.ts';
import { wrapped } from '../../scene/wrap.ts';
import { differs, directions, fateWords, opened, theoryOf, type Fate } from './derive.ts';
import { cellOf } from './grid.ts';
import type { Panels } from './layout.ts';
import type { PhaseParams } from './params.ts';
import type { Map2, PhaseSnapshot } from './snapshot.ts';

/** The drawing of one map's model in the ring's cell, what became of it, and the link that opens it. @param site the site's root */
export function cell(
  kind: Map2,
  box: Box,
  params: PhaseParams,
  snapshot: PhaseSnapshot,
  { pen, link }: Panels,
  site = '',
): Mark {
  const here = cellOf(params);
  const fate = snapshot[kind][here] as Fate;
  const found = directions(snapshot, kind, here);
  const size = pen.label;
  const low = box.y + box.height;
  const lines = reason(kind, fate, params, snapshot, here).flatMap((text) => wrapped(text, size, box.width));
  const foot = (lines.length + (link ? 1 : 0)) * size * 1.35;
  const drawing = kind === 'two' ? onLine : onPlane;
  const draw = { ...box, height: Math.max(size * 2, box.height - foot - size * 0.6) };
  return group(
    [
      ...(found ? drawing(found, draw, pen) : []),
      ...lines.map((text, i) =>
        lettered(
          box.x,
          low - foot + size * (0.9 + i * 1.35),
          text,
          { 'font-size': size, 'font-weight': i ? undefined : 600, fill: ink('ink') },
          `line-${i}`,
        ),
      ),
      link &&
        found &&
        mark(
          'a',
          { href: `${site}figures/superposition/#superposition?${opened(params, snapshot, kind)}` },
          [
            label(
              box.x,
              low - size * 0.25,
              'open in superposition',
              { 'font-size': size, fill: ink('ink') },
              'word',
            ),
            line(
              box.x,
              low + size * 0.15,
              box.x + measure('open in superposition', size) * 0.95,
              low + size * 0.15,
              { stroke: ink('signal'), 'stroke-width': pen.weights.fine * 1.5 },
              'under',
            ),
          ],
          'open',
        ),
    ],
    {},
    `cell-${kind}`,
  );
}

/** What is seen, and where it is not what was predicted, why. */
function reason(
  kind: Map2,
  fate: Fate,
  params: PhaseParams,
  snapshot: PhaseSnapshot,
  here: number,
): string[] {
  const said = fateWords(kind, fate);
  const theory = theoryOf(kind, params.theory);
  if (!differs(snapshot, kind, theory, here)) return [said];
  if (kind === 'two' && snapshot.sameSide[here] === '1') {
    return [said, 'began with both on one side: a dead end'];
  }
  return [said, `predicted: ${fateWords(kind, snapshot.theory[theory][kind][here] as Fate)}`];
}

/** Weights of at least half a unit count as kept. */
const KEPT = 0.5;

type Directions = readonly (readonly [number, number])[];

/** Two features along the one neuron; what is left out is parked above, hollow. */
function onLine(found: Directions, { x, y, width, height }: Box, pen: DrawStyle): Mark[] {
  const reach = Math.min(width * 0.34, 120 * pen.scale);
  const cx = x + width * 0.45;
  const cy = y + height * 0.66;
  const long = reach / 1.15;
  const r = 6.5 * pen.scale;
  const out = found.flatMap(([w], f) => (Math.abs(w) < KEPT ? [f] : []));
  return [
    at(
      cx,
      cy,
      [
        neuronAxis(
          [-reach - 6, 0],
          [reach + 12 * pen.scale, 0],
          'neuron',
          [reach + 12 * pen.scale, -9 * pen.scale],
          'middle',
          pen,
          'axis',
        ),
        ...found.flatMap(([w], f) =>
          out.includes(f)
            ? []
            : [
                vector([w * long, 0], stain(f), pen, false, `vector-${f}`),
                sign(stain(f), r, w * long, 0, {}, `tip-${f}`),
              ],
        ),
        group([sign({ paint: 'ink', word: 'ink', glyph: 0 }, 3 * pen.scale)], {}, 'origin'),
        ...out
          .flatMap((f, i) => [
            sign(
              stain(f),
              r * 0.9,
              -reach + i * r * 3,
              -24 * pen.scale,
              { hollow: pen.weights.line },
              `out-${f}`,
            ),
            i === out.length - 1 &&
              label(
                -reach + i * r * 3 + r * 1.8,
                -24 * pen.scale + pen.small * 0.35,
                'left out',
                { 'font-size': pen.small, fill: ink('ink-2') },
                'out',
              ),
          ])
          .filter((m): m is Mark => !!m),
      ],
      {},
      'drawing',
    ),
  ];
}

/** Three features in the plane of two neurons, as `superposition` turns it. */
function onPlane(found: Directions, { x, y, width, height }: Box, pen: DrawStyle): Mark[] {
  const r = Math.min(height * 0.44, width * 0.3);
  const cx = x + r * 1.2;
  const cy = y + height * 0.5;
  const long = r / 1.1;
  const tip = 6.5 * pen.scale;
  const points = found.map(([a, b]): [number, number] => [a * long, -b * long]);
  const norm = found.map(([a, b]) => Math.sqrt(a * a + b * b));
  const out = norm.flatMap((n, f) => (n < KEPT ? [f] : []));
  const kept = points.filter((_, f) => !out.includes(f));
  const parked = r * 1.35;
  return [
    at(
      cx,
      cy,
      [
        ...reticle(r, pen),
        hull(kept, pen),
        ...points.flatMap((p, f) =>
          out.includes(f)
            ? []
            : [
                vector(p, stain(f), pen, false, `vector-${f}`),
                sign(stain(f), tip, p[0], p[1], {}, `tip-${f}`),
              ],
        ),
        sign({ paint: 'ink', word: 'ink', glyph: 0 }, 3 * pen.scale, 0, 0, {}, 'origin'),
        ...out.flatMap((f, i) => [
          sign(stain(f), tip * 0.9, parked, i * tip * 3, { hollow: pen.weights.line }, `out-${f}`),
          label(
            parked + tip * 1.8,
            i * tip * 3 + pen.small * 0.35,
            'left out',
            { 'font-size': pen.small, fill: ink('ink-2') },
            `word-${f}`,
          ),
        ]),
      ],
      {},
      'drawing',
    ),
  ];
}
