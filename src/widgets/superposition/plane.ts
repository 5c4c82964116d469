// The plane of the two neurons with everything that stands in it; one neuron: its axis with a lane where tips would meet.

import { featureName, hull, neuronAxis, reticle, ring, trail, vector, wedge } from '../../scene/plane.ts';
import { at, circle, group, label, line, type Mark, type Point } from '../../scene/mark.ts';
import { ink } from '../../scene/ink.ts';
import { halo, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { signed } from '../../scene/format.ts';
import type { Stain } from '../../scene/glyph.ts';
import { emptySpot } from './empty.ts';
import type { Plane } from './layout.ts';
import type { SuperpositionSnapshot } from './snapshot.ts';
import { between } from './read.ts';

export interface PlaneView {
  readonly snapshot: SuperpositionSnapshot;
  readonly plane: Plane;
  readonly pen: DrawStyle;
  readonly stains: readonly Stain[];
  /** shown as left out */
  readonly out: readonly boolean[];
  readonly pair?: readonly [number, number] | undefined;
  /** opacity of the trails, 0: none */
  readonly trails: number;
  /** the step that they begin at: where a hand let go, there is no path across the jump */
  readonly since: number;
  /** features may come to lie on one direction: they are drawn side by side */
  readonly together: boolean;
  readonly lit?: string | undefined;
}

export function drawPlane(view: PlaneView): Mark {
  const { snapshot, plane, pen } = view;
  return at(
    plane.cx,
    plane.cy,
    snapshot.m === 1 ? lineOf(view) : planeOf(view),
    { 'stroke-linecap': undefined, 'font-size': pen.label },
    'plane',
  );
}

function planeOf(view: PlaneView): (Mark | undefined | false)[] {
  const {
    snapshot,
    plane: { R },
    pen,
    stains,
    out,
    pair,
    trails,
    lit,
  } = view;
  const ends = snapshot.vectors.map(([x, y]): Point => [x * R, -y * R]);
  const shown = ends.map((_, f) => f).filter((f) => !out[f]);
  const aside = ends.map((_, f): Point => (view.together ? besides(ends, f, pen) : [0, 0]));
  const tips = ends.map(([x, y], f): Point => [x + aside[f][0], y + aside[f][1]]);
  const marked = pair && angle(view, pair, nameBelow(tips, shown, view.plane.right, pen) ? 1 : -1);
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
    ...shown.map((f) => vector(tips[f], stains[f], pen, lit === `f${f + 1}`, `vector-${f}`, aside[f])),
    circle(0, 0, 3 * Math.max(1, pen.scale * 0.9), { fill: ink('ink') }, 'origin'),
    marked?.value,
    ...shown.filter((f) => stains[f].glyph !== undefined).map((f) => featureName(tips[f], f, stains[f], pen)),
    ...parked(view, shown),
    ...shown.map((f) =>
      ring(
        tips[f],
        stains[f],
        { index: f, hollow: false, lit: lit === `f${f + 1}`, words: words(snapshot, f, false) },
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

function angle(
  { snapshot, plane: { R }, pen, lit }: PlaneView,
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
    lit === 'interference' || lit === `gram-${i}-${j}`,
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
    lit,
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
  return trail(points, stains[f], beads, pen, lit === `f${f + 1}` ? 1 : trails, `trail-${f}`);
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
    lit,
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
      { index: f, hollow: true, lit: lit === `f${f + 1}`, words: words(snapshot, f, true) },
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

/** One neuron: tips that would cover one another move to lanes of their own; what is left out stands below. */
function lineOf(view: PlaneView): (Mark | undefined | false)[] {
  const {
    snapshot,
    plane: { R, right },
    pen,
    stains,
    out,
    lit,
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
      (tip, f) => !out[f] && vector(tip, stains[f], pen, lit === `f${f + 1}`, `vector-${f}`, [0, tip[1]]),
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
        { index: f, hollow: out[f], lit: lit === `f${f + 1}`, words: words(snapshot, f, out[f]) },
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

/** What is read out at a ring. The value of a place in the plane is its length. */
function words({ vectors, norms, m }: SuperpositionSnapshot, f: number, out: boolean): Mark['attrs'] {
  const [x, y] = vectors[f];
  const angle = Math.round((Math.atan2(y, x) * 180) / Math.PI);
  const length = norms[f].toFixed(2);
  const where = m === 1 ? (x < 0 ? 'against the axis' : 'along the axis') : `at ${angle} degrees`;
  return {
    'aria-label': `feature ${f + 1}`,
    'aria-valuemin': 0,
    'aria-valuemax': 1.5,
    'aria-valuenow': Number(length),
    'aria-valuetext': out ? `left out, length ${length}` : `length ${length}, ${where}`,
    'aria-roledescription': m === 1 ? undefined : 'vector, arrows move it in two directions',
  };
}
