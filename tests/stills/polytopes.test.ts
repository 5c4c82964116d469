// Golden pictures of polytopes: a changed figure shows as a changed SVG in the diff. UPDATE_GOLDEN=1 writes them anew.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import type { Intent, Layout, Scene } from '../../src/runtime/widget.ts';
import { measure } from '../../src/scene/draw-style.ts';
import type { Mark } from '../../src/scene/mark.ts';
import { decode, file } from '../../src/widgets/polytopes/baked.ts';
import { model } from '../../src/widgets/polytopes/model.ts';
import { spec, type PolytopesParams } from '../../src/widgets/polytopes/params.ts';
import { scene } from '../../src/widgets/polytopes/scene.ts';
import { view } from '../../src/widgets/polytopes/widget.ts';
import { kernels } from '../engine.ts';
import { hand } from '../hand.ts';
import { checkMarks, compare, flat, stacked } from './compare.ts';

const wide: Layout = { composition: 'wide', width: 1172 };
const bytes = new Uint8Array(readFileSync(`public/data/${file}`)).buffer;

const cases: [string, Partial<PolytopesParams>, Layout, plain?: 'no data'][] = [
  ['wide', {}, wide],
  ['antiprism-turned', { features: 8, yaw: 40, pitch: -20, rarity: 4.5 }, wide],
  ['not-the-best', { features: 6, seed: 12 }, { composition: 'wide', width: 932 }],
  ['no-tetrahedron', { features: 4 }, { composition: 'wide', width: 640 }],
  ['on-its-way', { features: 12, step: 60 }, wide],
  ['narrow', { features: 5 }, { composition: 'narrow', width: 350 }],
  ['left-out', { features: 6, hidden: 2, seed: 3 }, { composition: 'narrow', width: 320 }],
  ['slide', { features: 12 }, { composition: 'slide', width: 1920, height: 1080 }],
  ['slide-tall', {}, { composition: 'slide', width: 320, height: 568 }],
  ['no-data', {}, wide, 'no data'],
];

const state = (given: Partial<PolytopesParams>): PolytopesParams => ({
  ...defaults<PolytopesParams>(spec),
  ...given,
});
const data = [2, 3].map((hidden) => decode(bytes, { hidden }));
const drawn = (given: Partial<PolytopesParams>, layout: Layout, plain?: string): Scene =>
  scene(
    state(given),
    settle('polytopes', model, state(given), kernels),
    layout,
    plain ? undefined : data[state(given).hidden - 2],
  );

test.each(cases)('%s', (name, params, layout, plain) => {
  const { plate, track } = drawn(params, layout, plain);
  const slide = layout.composition === 'slide';
  compare(`polytopes-${name}`, stacked(plate, track, slide ? 0 : 24));
  for (const { marks } of [plate, track!]) {
    checkMarks(marks, slide ? Math.max(12, 0.028 * layout.height!) : 12);
  }
});

test('hands: the globe turns, the track counts, the ring on the curve holds another model', () => {
  const params = state({});
  const snapshot = settle('polytopes', model, params, kernels);
  const data = decode(bytes, params);
  const go = (intent: Intent, from = params): PolytopesParams =>
    hand(view, from, snapshot, intent, wide, data);
  const key = (handle: string, dx: number, dy: number, size: 'step' | 'fine' | 'page' | 'end' = 'step') =>
    ({ do: 'nudge', handle, dx, dy, size }) as const;
  expect(go(key('globe', 1, 0)).yaw).toBe(15);
  expect(go(key('globe', -1, 0, 'fine')).yaw).toBe(-3);
  expect(go(key('globe', 0, -1)).pitch).toBe(15);
  expect(go({ do: 'move', handle: 'globe', x: 0, y: 0, dx: 160, dy: -40 })).toMatchObject({
    yaw: 60,
    pitch: -15,
  });
  expect(go(key('globe', 1, 0), { ...params, yaw: 175 }).yaw).toBe(-170);
  expect(go(key('globe', -1, 0, 'end'), { ...params, yaw: 175, pitch: 9 })).toMatchObject({
    yaw: 0,
    pitch: 0,
  });
  expect(go(key('track', 1, 0)).features).toBe(7);
  expect(go(key('track', 1, 0, 'page')).features).toBe(8);
  expect(go(key('track', -1, 0, 'page')).features).toBe(3);
  expect(go(key('track', 1, 0, 'end')).features).toBe(12);
  expect(go({ do: 'move', handle: 'track', x: 1165, y: 0, dx: 0, dy: 0 }).features).toBe(12);
  expect(go({ do: 'move', handle: 'track', x: 3, y: 0, dx: 0, dy: 0 }).features).toBe(3);
  expect(go(key('scrub', 1, 0)).rarity).toBe(3.5);
  expect(go(key('scrub', 1, 0), { ...params, rarity: 2.9 }).rarity, 'from the one that is shown').toBe(3.5);
  expect(go(key('scrub', 1, 0, 'page')).rarity).toBe(5);
  expect(go(key('scrub', -1, 0, 'end')).rarity).toBe(1.4);
  expect(go({ do: 'tap', handle: 'globe' })).toBe(params);
});

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** A box of a word's measured length, from the top of a capital to below the line. */
function boxOf({ text, attrs }: Mark): Box {
  const size = Number(attrs['font-size']);
  const long = measure(text!, size);
  const before = { start: 0, middle: long / 2, end: long }[String(attrs['text-anchor'] ?? 'middle')]!;
  const x0 = Number(attrs.x) - before;
  const y = Number(attrs.y);
  return { x0, x1: x0 + long, y0: y - size * 0.8, y1: y + size * 0.25 };
}
const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Yaw and pitch in steps of 15 degrees, all around. */
const turned = Array.from({ length: 24 }, (_, i) => 15 * i - 180).flatMap((yaw) =>
  Array.from({ length: 13 }, (_, i) => ({ yaw, pitch: 15 * i - 90 })),
);

test.each<Layout>([
  wide,
  { composition: 'narrow', width: 350 },
  { composition: 'slide', width: 1920, height: 1080 },
])('turned however, the names of neurons stand clear of each other: $composition', (layout) => {
  let named = 0;
  for (const { yaw, pitch } of turned) {
    const boxes = flat(drawn({ yaw, pitch }, layout).plate.marks)
      .filter((m) => m.tag === 'text' && /^neuron \d$/.test(m.text ?? ''))
      .map(boxOf);
    named += boxes.length;
    const crossed = boxes.some((a, i) => boxes.slice(i + 1).some((b) => overlap(a, b)));
    expect(crossed, `yaw ${yaw}, pitch ${pitch}`).toBe(false);
  }
  expect(named / turned.length, 'most neurons are named most of the time').toBeGreaterThan(1.5);
});
