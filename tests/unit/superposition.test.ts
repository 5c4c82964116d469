// The figure's hands and words: pure functions, so plain examples.

import { expect, test } from 'vitest';
import { decode, defaults, encode, MAX_EDITS } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import type { Intent, Layout } from '../../src/runtime/widget.ts';
import { inside } from '../../src/scene/loss-chart.ts';
import { box, fringe, hatch } from '../../src/scene/hatch.ts';
import { convexHull } from '../../src/scene/plane.ts';
import { model } from '../../src/widgets/superposition/model.ts';
import type { Strip } from '../../src/widgets/superposition/snapshot.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';
import { layoutPanels, trackPlace } from '../../src/widgets/superposition/layout.ts';
import { fromTrack, regimes, toTrack } from '../../src/widgets/superposition/derive.ts';
import { view } from '../../src/widgets/superposition/widget.ts';
import { controlAt } from '../../src/runtime/update.ts';
import { hand } from '../hand.ts';
import { text } from '../../src/widgets/superposition/text.ts';
import strip from '../golden/stills/strip-5-2.json';
import { kernels } from '../engine.ts';

const data = strip as Strip;
const base = defaults<SuperpositionParams>(spec);
const at = (given: Partial<SuperpositionParams>) => {
  const params = { ...base, ...given };
  return { params, snapshot: settle('superposition', model, params, kernels) };
};
const rest = at({});
const layouts: Layout[] = [
  { composition: 'wide', width: 1172 },
  { composition: 'wide', width: 700 },
  { composition: 'narrow', width: 350 },
  { composition: 'hero', width: 700, track: 1280 },
  { composition: 'slide', width: 1920, height: 1080 },
  { composition: 'slide', width: 320, height: 568 },
];
const move = (handle: string, x: number, y: number): Intent => ({ do: 'move', handle, x, y, dx: 0, dy: 0 });
const nudge = (
  handle: string,
  dx: number,
  dy = 0,
  size: 'step' | 'fine' | 'page' | 'end' = 'step',
): Intent => ({ do: 'nudge', handle, dx, dy, size });
const act = (intent: Intent, layout = layouts[0], { params, snapshot } = rest) =>
  hand(view, params, snapshot, intent, layout, data);

test('a ring goes where the hand is, in every composition', () => {
  for (const layout of layouts) {
    const { plane } = layoutPanels(layout);
    expect(act(move('ring-1', plane.cx + 0.5 * plane.R, plane.cy - 0.25 * plane.R), layout)).toMatchObject({
      step: 300,
      edits: [{ step: 300, verb: 'move', index: 1, x: 0.5, y: 0.25 }],
    });
  }
});

test('edits: one per step and feature, later ones dropped, sixteen at most, all fit for an address', () => {
  const one = act(nudge('ring-0', 1));
  const [x] = rest.snapshot.vectors[0];
  expect(one.edits[0].x).toBeCloseTo(x + 0.05, 3);
  expect(hand(view, one, rest.snapshot, nudge('ring-0', 0, -1, 'fine'), layouts[0], data).edits).toHaveLength(
    1,
  );
  expect(hand(view, one, rest.snapshot, nudge('ring-2', 1), layouts[0], data).edits).toHaveLength(2);
  expect(
    hand(view, one, { ...rest.snapshot, step: 10 }, nudge('ring-2', 1), layouts[0], data).edits,
  ).toMatchObject([{ step: 10, index: 2 }]);
  const full = {
    ...base,
    edits: Array.from({ length: MAX_EDITS }, (_, i) => ({ step: i, verb: 'move', index: 0, x: 0.1, y: 0.2 })),
  };
  expect(hand(view, full, rest.snapshot, nudge('ring-1', 1), layouts[0], data)).toBe(full);
  expect(decode(spec, encode(spec, one))).toEqual({ state: one, notices: [] });
});

test('a new setting is a new run', () => {
  const { x0, x1 } = trackPlace(layouts[0]);
  const pulled = { ...base, step: 300, edits: act(nudge('ring-0', 1)).edits };
  const next = hand(view, pulled, rest.snapshot, move('track', x0 + 0.5 * (x1 - x0), 50), layouts[0], data);
  expect(next).toMatchObject({ absent: 0.9, step: undefined, edits: [] });
  expect(act(move('track', x0 - 900, 0)).absent).toBe(0);
  expect(act(move('track', x1 + 900, 0)).absent).toBe(0.99);
});

test('the track by keys', () => {
  expect(act(nudge('track', 1)).absent).toBe(0.9523);
  expect(act(nudge('track', 1, 0, 'end')).absent).toBe(0.99);
  expect(act(nudge('track', -1, 0, 'end')).absent).toBe(0);
  const starts = regimes(data).map((r) => r.first.absent);
  expect(act(nudge('track', -1, 0, 'page')).absent).toBe(starts.at(-1));
  expect(
    hand(view, { ...base, absent: 0 }, rest.snapshot, nudge('track', 1, 0, 'page'), layouts[0], data).absent,
  ).toBe(starts[1]);
  for (const a of [0, 0.1, 0.5, 0.95, 0.99]) expect(fromTrack(toTrack(a))).toBeCloseTo(a, 12);
});

test('the scrub handle', () => {
  const { loss, pen } = layoutPanels(layouts[0]);
  const { x0, x1 } = inside(loss!, pen);
  expect(act(move('scrub', x0, 0)).step).toBe(0);
  expect(act(move('scrub', x1, 0)).step).toBe(undefined);
  expect(act(nudge('scrub', -1, 0, 'fine')).step).toBe(299);
  const mid = at({ step: 2 });
  expect(act(nudge('scrub', 1), layouts[0], mid).step).toBe(3);
  expect(act(nudge('scrub', -1), layouts[0], mid).step).toBe(1);
});

test('tabs; and what means nothing changes nothing', () => {
  expect(act({ do: 'tap', handle: 'panel-loss' }, { composition: 'narrow', width: 390 }).panel).toBe('loss');
  for (const odd of [
    move('ring-9', 0, 0),
    { do: 'tap', handle: 'panel-none' },
    move('nothing', 1, 1),
    { do: 'tap', handle: 'ring-0' },
  ] as Intent[]) {
    expect(act(odd)).toBe(rest.params);
  }
});

test('the words state the result', () => {
  expect(text(rest.params, rest.snapshot, data)).toMatchObject({
    title: 'Five features, two neurons',
    value: '95%',
    summary: 'With each feature absent 95% of the time, two neurons carry all five features as a pentagon.',
  });
  const dense = at({ absent: 0 });
  expect(text(dense.params, dense.snapshot, data).summary).toBe(
    'With every feature always present, two neurons carry two of five features at right angles; features 3, 4 and 5 are left out.',
  );
  const starts = Array.from({ length: 12 }, (_, i) => at({ absent: 0.8, seed: i + 1 })).map(
    ({ params, snapshot }) => ({ snapshot, said: text(params, snapshot, data).summary }),
  );
  for (const { snapshot, said } of starts) {
    expect(said.includes('This start got stuck'), said).toBe(snapshot.geometry === 'pentagon');
  }
  expect(new Set(starts.map(({ snapshot }) => snapshot.geometry)).size).toBeGreaterThan(1);
  expect(text(rest.params, rest.snapshot).table.rows).toHaveLength(5);
});

test('fringes stay inside their cell, steps of strength, hull of the corners', () => {
  const ends = [...hatch(box(10, 20, 30, 30), 4, 'falling').matchAll(/[ML](\S+?) ([\d.-]+)/g)].map((m) => [
    Number(m[1]),
    Number(m[2]),
  ]);
  expect(ends.length).toBeGreaterThan(10);
  for (const [x, y] of ends) {
    expect(x).toBeGreaterThanOrEqual(10);
    expect(x).toBeLessThanOrEqual(40);
    expect(y).toBeGreaterThanOrEqual(20);
    expect(y).toBeLessThanOrEqual(50);
  }
  expect([0.05, 0.06, -0.3, 0.9].map((v) => fringe(v)?.spacing)).toEqual([undefined, 8, 6, 3.7]);
  expect(
    convexHull([
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [2, 2],
    ]),
  ).toHaveLength(4);
});

test('a hand on a ring that does not move leaves the vector where it is', () => {
  const snapshot = settle('superposition', model, base, kernels);
  const layout = { composition: 'wide', width: 1172 } as const;
  const control = controlAt(view.scene(base, snapshot, layout), 'ring-0');
  if (control?.kind !== 'drag') throw new Error('ring-0 is dragged');
  const [x, y] = control.grip;
  const moved = view.drag!(base, snapshot, { do: 'move', handle: 'ring-0', x, y, dx: 0, dy: 0 }, layout);
  expect(moved.edits[0].x).toBeCloseTo(snapshot.vectors[0][0], 2);
  expect(moved.edits[0].y).toBeCloseTo(snapshot.vectors[0][1], 2);
});
