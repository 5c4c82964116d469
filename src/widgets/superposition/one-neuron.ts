// One neuron: the features as tips on its axis, in lanes where they would meet.

import { featureName, neuronAxis, ring, vector } from '../../scene/plane.ts';
import { circle, group, label, line, type Mark, type Point } from '../../scene/mark.ts';
import { ink } from '../../scene/ink.ts';
import { halo } from '../../scene/draw-style.ts';
import { ringWords, type PlaneView } from './plane-view.ts';

/** One neuron: tips that would cover one another move to lanes of their own; what is left out stands below. */
export function oneNeuron(view: PlaneView): (Mark | undefined | false)[] {
  const {
    snapshot,
    plane: { R, right },
    pen,
    stains,
    out,
    highlighted,
  } = view;
  const lane = pen.ring * 2 + 10 * pen.scale;
  const list = out.flatMap((is, f) => (is ? [f] : []));
  const tips = lanes(
    snapshot.vectors.map(([x]) => x * R),
    out,
    lane,
  );
  const lowest = Math.max(0, ...tips.map((t, f) => (out[f] ? 0 : t[1])));
  const dashed = {
    fill: 'none',
    stroke: ink('ink-2'),
    'stroke-width': pen.weights.fine,
    'stroke-dasharray': `${4 * pen.scale} ${3 * pen.scale}`,
  };
  list.forEach((f, k) => {
    tips[f] = [(k - (list.length - 1) / 2) * lane * 1.15, lowest + lane * 2.2];
  });
  const unit = (x: number): Mark =>
    group(
      [
        line(
          x * R,
          -6 * pen.scale,
          x * R,
          6 * pen.scale,
          { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
          'tick',
        ),
        label(
          x * R,
          lowest + pen.ring + pen.small * 1.4,
          x < 0 ? '−1' : '1',
          { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink-2') },
          'name',
        ),
      ],
      {},
      `unit-${x}`,
    );
  return [
    neuronAxis(
      [-1.3 * R, 0],
      [right, 0],
      'neuron 1',
      [right + 4.5 * pen.scale, pen.label * 1.45],
      'end',
      pen,
      'neuron-1',
    ),
    unit(-1),
    unit(1),
    ...(snapshot.ghost?.vectors ?? []).map(
      ([x], f) => Math.abs(x) > 0.5 && circle(x * R, 0, pen.ring + 5 * pen.scale, dashed, `ghost-${f}`),
    ),
    ...tips.map(
      (tip, f) =>
        !out[f] && vector(tip, stains[f], pen, highlighted === `f${f + 1}`, `vector-${f}`, [0, tip[1]]),
    ),
    circle(0, 0, 3 * Math.max(1, pen.scale * 0.9), { fill: ink('ink') }, 'origin'),
    ...tips.map(
      (tip, f) =>
        !out[f] &&
        stains[f].glyph !== undefined &&
        featureName(tip, f, stains[f], pen, [tip[0], tip[1] + (tip[1] > 0 ? -9 : 9)]),
    ),
    list.length > 0 &&
      label(
        0,
        lowest + lane * 2.2 - pen.ring - pen.label * 0.7,
        'left out',
        { 'font-size': pen.label, 'text-anchor': 'middle', fill: ink('ink-2'), ...halo(pen) },
        'left-out',
      ),
    ...tips.map((tip, f) =>
      ring(
        tip,
        stains[f],
        {
          index: f,
          origin: [view.plane.cx, view.plane.cy],
          hollow: out[f],
          highlighted: highlighted === `f${f + 1}`,
          words: ringWords(snapshot, f, out[f]),
        },
        { ...pen, ring: pen.ring * (out[f] ? 0.85 : 1), hit: Math.min(pen.hit, lane / 2) },
      ),
    ),
  ];
}

/** Tips on one line, y 0, or on the nearest free lane where another tip is close. */
function lanes(places: readonly number[], out: readonly boolean[], lane: number): Point[] {
  const taken: Point[] = [];
  return places.map((x, f): Point => {
    if (out[f]) return [x, 0];
    for (let k = 0; ; k++) {
      const tip: Point = [x, (k % 2 ? -1 : 1) * Math.ceil(k / 2) * lane];
      if (!taken.some((t) => t[1] === tip[1] && Math.abs(t[0] - x) < lane)) {
        taken.push(tip);
        return tip;
      }
    }
  });
}
