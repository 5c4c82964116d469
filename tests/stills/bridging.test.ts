// Golden pictures of the chapter on bridges, and its hands. UPDATE_GOLDEN=1 writes the pictures anew.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decode, defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import type { FigureView, Intent, Layout, Model, Scene } from '../../src/runtime/widget.ts';
import { hand } from '../hand.ts';
import { view as induction } from '../../src/widgets/induction/widget.ts';
import { model as inductionModel } from '../../src/widgets/induction/model.ts';
import type { InductionParams } from '../../src/widgets/induction/params.ts';
import { view as grokking } from '../../src/widgets/grokking/widget.ts';
import { model as grokkingModel } from '../../src/widgets/grokking/model.ts';
import type { GrokkingParams } from '../../src/widgets/grokking/params.ts';
import { view as descent } from '../../src/widgets/double-descent/widget.ts';
import { model as descentModel } from '../../src/widgets/double-descent/model.ts';
import type { DoubleDescentParams } from '../../src/widgets/double-descent/params.ts';
import { kernels } from '../engine.ts';
import { chosen } from '../figures.ts';
import { checkMarks, compare, smallestOf, stacked } from './compare.ts';

const wide: Layout = { composition: 'wide', width: 1172 };
const figures: Record<string, { view: FigureView<any, any, any>; model: Model<any, any, any> }> = {
  induction: { view: induction, model: inductionModel },
  grokking: { view: grokking, model: grokkingModel },
  'double-descent': { view: descent, model: descentModel },
};

const cases: [figure: string, name: string, state: string, Layout][] = [
  ['induction', 'wide', '', wide],
  ['induction', 'bending', 'step=160&token=20', wide],
  [
    'induction',
    'own-text',
    'text=the%20cat%20sat%20on%20the%20mat%2C%20the%20c&table=copying',
    { composition: 'wide', width: 932 },
  ],
  ['induction', 'head-out', 'knock=first&token=25', wide],
  ['induction', 'one-layer', 'layers=1&seed=3', { composition: 'wide', width: 640 }],
  ['induction', 'narrow', '', { composition: 'narrow', width: 350 }],
  ['induction', 'narrow-table', 'square=table&table=direct&step=90', { composition: 'narrow', width: 320 }],
  ['induction', 'slide', '', { composition: 'slide', width: 1920, height: 1080 }],
  ['induction', 'slide-tall', '', { composition: 'slide', width: 320, height: 568 }],
  ['grokking', 'wide', '', wide],
  ['grokking', 'remembering', 'step=100', wide],
  ['grokking', 'no-decay', 'decay=0&frequency=3', { composition: 'wide', width: 932 }],
  ['grokking', 'narrow', 'step=400&seed=2', { composition: 'narrow', width: 320 }],
  ['grokking', 'narrow-sums', 'step=400&seed=2&square=sums', { composition: 'narrow', width: 350 }],
  ['grokking', 'slide', '', { composition: 'slide', width: 1920, height: 1080 }],
  ['grokking', 'slide-tall', '', { composition: 'slide', width: 320, height: 568 }],
  ['double-descent', 'wide', '', wide],
  ['double-descent', 'peak', 'points=128', { composition: 'wide', width: 932 }],
  ['double-descent', 'many', 'points=1024', { composition: 'wide', width: 640 }],
  ['double-descent', 'narrow', 'points=8', { composition: 'narrow', width: 320 }],
  ['double-descent', 'slide', '', { composition: 'slide', width: 1920, height: 1080 }],
  ['double-descent', 'slide-tall', '', { composition: 'slide', width: 320, height: 568 }],
];

function drawn(figure: string, state: string, layout: Layout): Scene {
  const { view, model } = figures[figure];
  const { state: params, notices } = decode<any>(view.spec, state);
  expect(notices).toEqual([]);
  return view.scene(params, settle(figure, model, params, kernels), layout, dataOf(figure, params));
}
const dataOf = (figure: string, params: object): unknown => {
  const { baked } = figures[figure].view;
  return baked?.decode(new Uint8Array(readFileSync(`public/data/${baked.file}`)).buffer, params);
};

test.each(cases.filter(([figure]) => chosen([figure]).length))('%s: %s', (figure, name, state, layout) => {
  const { plate, track } = drawn(figure, state, layout);
  compare(`${figure}-${name}`, stacked(plate, track));
  for (const picture of [plate, track]) {
    if (picture) checkMarks(picture.marks, smallestOf(layout));
  }
});

const nudge = (handle: string, dx: number, dy = 0, size: 'step' | 'fine' | 'page' | 'end' = 'step') =>
  ({ do: 'nudge', handle, dx, dy, size }) as const;

test('hands of induction: time, the place that looks, words that choose', () => {
  const params = defaults<InductionParams>(induction.spec);
  const seen = settle('induction', inductionModel, params, kernels);
  const go = (intent: Intent, from: InductionParams = params, layout = wide): InductionParams =>
    hand(induction, from, seen, intent, layout);
  expect(go(nudge('track-step', -1)).step).toBe(390);
  expect(go(nudge('track-step', -1, 0, 'fine')).step).toBe(399);
  expect(go(nudge('track-step', -1, 0, 'end')).step).toBe(0);
  expect(go(nudge('track-step', 1), { ...params, step: 393 }).step).toBeUndefined();
  expect(go(nudge('track-step', 1, 0, 'page'), { ...params, step: 100 }).step).toBe(150);
  expect(go({ do: 'move', handle: 'track-step', x: 28, y: 0, dx: 0, dy: 0 }).step).toBe(0);
  expect(go({ do: 'move', handle: 'track-step', x: 5000, y: 0, dx: 0, dy: 0 }).step).toBeUndefined();
  expect(go(nudge('track-token', 1)).token).toBe(13);
  expect(go(nudge('track-token', 0, -1), params, { composition: 'narrow', width: 350 }).token).toBe(20);
  expect(go(nudge('track-token', 1, 0, 'end')).token).toBe(31);
  expect(go({ do: 'tap', handle: 'knock-first' }).knock).toBe('first');
  expect(go({ do: 'tap', handle: 'table-direct' }).table).toBe('direct');
  for (const handle of ['knock-none', 'knock-nobody', 'seed-4', 'nothing']) {
    expect(go({ do: 'tap', handle })).toBe(params);
  }
});

test('hands of grokking: time and decay', () => {
  const params = defaults<GrokkingParams>(grokking.spec);
  const seen = settle('grokking', grokkingModel, params, kernels);
  const go = (intent: Intent, from: GrokkingParams = params, layout = wide): GrokkingParams =>
    hand(grokking, from, seen, intent, layout);
  expect(go(nudge('track-step', -1)).step).toBe(1580);
  expect(go(nudge('track-step', -1, 0, 'page')).step).toBe(1400);
  expect(go(nudge('track-step', 1)).step).toBeUndefined();
  expect(go(nudge('track-decay', -1)).decay).toBe(0.9);
  expect(go(nudge('track-decay', -1, 0, 'end'))).toMatchObject({ decay: 0, step: undefined });
  expect(go(nudge('track-decay', 0, 1, 'fine')).decay).toBe(1.01);
  expect(go({ do: 'move', handle: 'track-decay', x: 0, y: 0, dx: 0, dy: 0 }).decay).toBe(0);
  expect(go({ do: 'move', handle: 'track-decay', x: 9999, y: 0, dx: 0, dy: 0 }).decay).toBe(2);
  expect(go({ do: 'tap', handle: 'track-decay' })).toBe(params);
  expect(go({ do: 'tap', handle: 'square-sums' }, params, { composition: 'narrow', width: 350 }).square).toBe(
    'sums',
  );
  expect(go({ do: 'tap', handle: 'square-none' })).toBe(params);
});

test('hands of double descent: from one size of data set to the next', () => {
  const params = defaults<DoubleDescentParams>(descent.spec);
  const seen = settle('double-descent', descentModel, params, kernels);
  const go = (intent: Intent, from: DoubleDescentParams = params): DoubleDescentParams =>
    hand(descent, from, seen, intent, wide);
  expect(go(nudge('track-points', 1)).points).toBe(6);
  expect(go(nudge('track-points', 1, 0, 'fine'), { ...params, points: 100 }).points).toBe(101);
  expect(go(nudge('track-points', 1, 0, 'page')).points).toBe(16);
  expect(go(nudge('track-points', 1, 0, 'end'))).toMatchObject({ points: 2048, step: undefined });
  expect(go({ do: 'move', handle: 'track-points', x: 0, y: 0, dx: 0, dy: 0 }).points).toBe(3);
  expect(go({ do: 'move', handle: 'track-points', x: 9999, y: 0, dx: 0, dy: 0 }).points).toBe(2048);
  expect(go({ do: 'tap', handle: 'track-points' })).toBe(params);
});
