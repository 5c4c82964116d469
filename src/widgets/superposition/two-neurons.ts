// Two neurons: the features as arrows in their plane.

import { featureName, hull, neuronAxis, reticle, ring, trail, vector } from '../../scene/plane.ts';
import { circle, group, label, line, type Mark, type Point } from '../../scene/mark.ts';
import { ink } from '../../scene/ink.ts';
import { halo, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { signed } from '../../scene/format.ts';
import { wedge } from '../../scene/wedge.ts';
import { between } from './derive.ts';
import { emptySpot } from './empty.ts';
import { ringWords, type PlaneView } from './plane-view.ts';

/** The plane of two neurons: axes, hull, ghost, the marked pair, paths, arrows with their names and rings. */
export function twoNeurons(view: PlaneView): (Mark | undefined | false)[] {
  const {
    snapshot,
    plane: { R },
    pen,
    stains,
    out,
    pair,
    trails,
    highlighted,
  } = view;
  const ends = snapshot.vectors.map(([x, y]): Point => [x * R, -y * R]);
  const shown = ends.map((_, f) => f).filter((f) => !out[f]);
  const aside = ends.map((_, f): Point => (view.together ? besides(ends, f, pen) : [0, 0]));
  const tips = ends.map(([x, y], f): Point => [x + aside[f][0], y + aside[f][1]]);
  const marked = pair && interference(view, pair, nameBelow(tips, shown, view.plane.right, pen) ? 1 : -1);
  return [
    ...reticle(R, pen),
    ...axes(view, tips, shown),
    hull(
      shown.filter((f) => snapshot.kept[f]).map((f) => ends[f]),
      pen,
    ),
    ...ghost(view),
    marked?.fringe,
    ...(trails ? shown.map((f) => path(view, f)) : []),
    ...shown.map((f) =>
      vector(tips[f], stains[f], pen, highlighted === `f${f + 1}`, `vector-${f}`, aside[f]),
    ),
    circle(0, 0, 3 * Math.max(1, pen.scale * 0.9), { fill: ink('ink') }, 'origin'),
    marked?.value,
    ...shown.filter((f) => stains[f].glyph !== undefined).map((f) => featureName(tips[f], f, stains[f], pen)),
    ...parked(view, shown),
    ...shown.map((f) =>
      ring(
        tips[f],
        stains[f],
        {
          index: f,
          origin: [view.plane.cx, view.plane.cy],
          hollow: false,
          highlighted: highlighted === `f${f + 1}`,
          words: ringWords(snapshot, f, false),
        },
        pen,
      ),
    ),
  ];
}

/** How far feature f is drawn to the side of its arrow, where the one of its pair would cover it: none, once their tips are apart. */
function besides(ends: readonly Point[], f: number, pen: DrawStyle): Point {
  const [x, y] = ends[f];
  const other = ends[f ^ 1] ?? [Infinity, 0];
  const apart = Math.hypot(x - other[0], y - other[1]);
  const long = Math.hypot(x, y);
  const by = Math.max(0, pen.ring * 1.08 - apart / 2) * (f % 2 ? -1 : 1);
  return long < pen.ring ? [0, 0] : [(-y / long) * by, (x / long) * by];
}

/** The axes; a name goes to the side of its axis where no tip is near. */
function axes(
  { plane: { R, right, up }, pen }: PlaneView,
  tips: readonly Point[],
  shown: readonly number[],
): Mark[] {
  const low = pen.label * 1.45;
  const high = -pen.label * 0.75;
  const half = 4.5 * pen.scale;
  const y = nameBelow(tips, shown, right, pen) ? low : high;
  const names = R > 60 ? ['neuron 1', 'neuron 2'] : ['', '']; // no room for words in a postage stamp
  return [
    neuronAxis([-1.3 * R, 0], [right, 0], names[0], [right + half, y], 'end', pen, 'neuron-1'),
    neuronAxis(
      [0, 1.3 * R],
      [0, -up],
      names[1],
      [half + 6 * pen.scale, -up + pen.label * 0.35],
      'start',
      pen,
      'neuron-2',
    ),
  ];
}

/** Does "neuron 1" stand under its axis? Not where a tip is in its way there and none above. */
function nameBelow(tips: readonly Point[], shown: readonly number[], right: number, pen: DrawStyle): boolean {
  const from = right - measure('neuron 1', pen.label) - pen.ring;
  const near = (y: number): boolean =>
    shown.some((f) => tips[f][0] > from && Math.abs(tips[f][1] - y) < pen.ring + pen.label * 0.4);
  return !near(pen.label * 1.1) || near(-pen.label * 1.1);
}

/** The fringes between the two features of the pair, and their product; on `side` of neuron 1's axis. */
function interference(
  { snapshot, plane: { R }, pen, highlighted }: PlaneView,
  [i, j]: readonly [number, number],
  side: 1 | -1,
): ReturnType<typeof wedge> {
  const turn = between(snapshot.vectors[i], snapshot.vectors[j]);
  const [a] = turn >= 0 ? [i, j] : [j, i];
  const from = Math.atan2(snapshot.vectors[a][1], snapshot.vectors[a][0]);
  return wedge(
    from,
    from + Math.abs(turn),
    snapshot.gram[i][j],
    signed(snapshot.gram[i][j], 2),
    R,
    pen,
    highlighted === 'interference' || highlighted === `gram-${i}-${j}`,
    side,
  );
}

function path(view: PlaneView, f: number): Mark {
  const {
    snapshot,
    plane: { R },
    pen,
    stains,
    trails,
    highlighted,
  } = view;
  const points = snapshot.trails[f]
    .filter((_, t) => t === snapshot.beads.length - 1 || snapshot.beads[t] > view.since)
    .map(([x, y]): Point => [x * R, -y * R]);
  const beads: number[] = [];
  // A bead wherever the path has grown by a tenth of the radius or so: they crowd where it is slow otherwise.
  let gone = 0;
  points.forEach((p, k) => {
    if (k) gone += Math.hypot(p[0] - points[k - 1][0], p[1] - points[k - 1][1]);
    if (k === 0 || gone > 0.17 * R) {
      if (k < points.length - 1) beads.push(k);
      gone = 0;
    }
  });
  return trail(points, stains[f], beads, pen, highlighted === `f${f + 1}` ? 1 : trails, `trail-${f}`);
}

/** Another run that stays to be compared: thin dashed ink. */
function ghost({ snapshot, plane: { R }, pen }: PlaneView): Mark[] {
  if (!snapshot.ghost) return [];
  const tips = snapshot.ghost.vectors
    .map(([x, y]): Point => [x * R, -y * R])
    .filter(([x, y]) => Math.hypot(x, y) > 0.5 * R);
  const dashed = { 'stroke-dasharray': `${4 * pen.scale} ${3 * pen.scale}`, stroke: ink('ink-2') };
  return [
    group(
      [
        hull(tips, pen, { ...dashed, fill: 'none', 'fill-opacity': undefined }),
        ...tips.map(([x, y], f) =>
          line(0, 0, x, y, { ...dashed, 'stroke-width': pen.weights.fine }, `ghost-${f}`),
        ),
        ...tips.map(([x, y], f) =>
          circle(
            x,
            y,
            2.5 * pen.scale,
            { fill: ink(pen.ground), stroke: ink('ink-2'), 'stroke-width': pen.weights.fine },
            `tip-${f}`,
          ),
        ),
      ],
      { 'pointer-events': 'none' },
      'ghost',
    ),
  ];
}

/** What failed stays in view: hollow glyphs in the widest empty angle, in rings, for they can be pulled out. */
function parked(view: PlaneView, shown: readonly number[]): Mark[] {
  const {
    snapshot,
    plane: { R },
    pen,
    stains,
    out,
    highlighted,
  } = view;
  const list = out.flatMap((is, f) => (is ? [f] : []));
  if (!list.length) return [];
  const small = { ...pen, ring: pen.ring * 0.85, hit: Math.min(pen.hit, pen.ring * 1.55) };
  const step = Math.max(pen.ring * 2.9, 24);
  const across = Math.min(list.length, list.length === 4 ? 2 : 3);
  const rows = Math.ceil(list.length / across);
  const [cx, cy] = emptySpot(
    shown.map((f) => snapshot.vectors[f]),
    ((across - 1) * step) / 2 + small.ring,
    ((rows - 1) * step) / 2 + small.ring,
    R,
    pen,
  );
  const rings = list.map((f, k) => {
    const row = Math.floor(k / across);
    const inRow = Math.min(across, list.length - row * across);
    const x = cx + ((k % across) - (inRow - 1) / 2) * step;
    const y = cy + (row - (rows - 1) / 2) * step;
    return ring(
      [x, y],
      stains[f],
      {
        index: f,
        origin: [view.plane.cx, view.plane.cy],
        hollow: true,
        highlighted: highlighted === `f${f + 1}`,
        words: ringWords(snapshot, f, true),
      },
      small,
    );
  });
  return [
    label(
      cx,
      cy - ((rows - 1) * step) / 2 - small.ring - pen.label * 0.55,
      'left out',
      { 'font-size': pen.label, 'text-anchor': 'middle', fill: ink('ink-2'), ...halo(pen) },
      'left-out',
    ),
    ...rings,
  ];
}
