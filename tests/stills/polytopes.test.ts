// Golden pictures of polytopes: a changed figure shows as a changed SVG in the diff. UPDATE_GOLDEN=1 writes them anew.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/runtime/still.ts';
import type { Intent, Layout, Scene } from '../../src/runtime/widget.ts';
import { hex } from '../../src/scene/ink.ts';
import { at, type Mark } from '../../src/scene/mark.ts';
import { measure } from '../../src/scene/draw-style.ts';
import { standalone } from '../../src/scene/print.ts';
import { decode, file } from '../../src/widgets/polytopes/baked.ts';
import { model } from '../../src/widgets/polytopes/model.ts';
import { spec, type PolytopesParams } from '../../src/widgets/polytopes/params.ts';
import { scene } from '../../src/widgets/polytopes/scene.ts';
import { view } from '../../src/widgets/polytopes/widget.ts';
import { kernels } from '../engine.ts';
import { hand } from '../hand.ts';

const golden = join(import.meta.dirname, '../golden/stills');
const results = join(import.meta.dirname, '../results');
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
const drawn = (given: Partial<PolytopesParams>, layout: Layout, plain?: string): Scene =>
  scene(
    state(given),
    settle('polytopes', model, state(given), kernels),
    layout,
    plain ? undefined : decode(bytes, state(given)),
  );
const flat = (marks: readonly Mark[]): Mark[] => marks.flatMap((m) => [m, ...flat(m.kids ?? [])]);

test.each(cases)('%s', (name, params, layout, plain) => {
  const { plate, track } = drawn(params, layout, plain);
  const gap = layout.composition === 'slide' ? 0 : 24;
  const width = Math.max(plate.width, track!.width);
  const file = `polytopes-${name}.svg`;
  const now = standalone(
    {
      width,
      height: plate.height + gap + track!.height,
      label: plate.label,
      marks: [...plate.marks, at(0, plate.height + gap, track!.marks)],
    },
    hex('light'),
    'var(--paper)',
  ).replaceAll('><g', '>\n<g');
  if (process.env.UPDATE_GOLDEN) writeFileSync(join(golden, file), now);
  let before = '';
  try {
    before = readFileSync(join(golden, file), 'utf8');
  } catch {
    /* a new picture: the comparison says so */
  }
  if (now !== before) {
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, file), now);
  }
  expect(now === before, `${file} changed: compare tests/results with tests/golden/stills`).toBe(true);
  for (const m of flat([...plate.marks, ...track!.marks])) {
    expect(JSON.stringify(m.attrs)).not.toMatch(/NaN|Infinity|class|"id"|#[0-9a-f]{6}/i);
    const size = m.attrs['font-size'];
    if (m.tag === 'text' && size !== undefined && m.text) {
      expect(Number(size), m.text).toBeGreaterThanOrEqual(
        layout.composition === 'slide' ? Math.max(12, 0.028 * layout.height!) : 12,
      );
    }
  }
});

test('siblings have names of their own', () => {
  const twins = (marks: readonly Mark[]): string[] => {
    const keys = marks.map((m, i) => m.key ?? `${m.tag}:${i}`);
    return [...keys.filter((k, i) => keys.indexOf(k) !== i), ...marks.flatMap((m) => twins(m.kids ?? []))];
  };
  for (const [, params, layout, plain] of cases) {
    const { plate, track } = drawn(params, layout, plain);
    expect([...twins(plate.marks), ...twins(track!.marks)]).toEqual([]);
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

// Names are words at 12 px or more: a box of their measured length, from the top of a capital to below the line.
test('turned however, the names of neurons stand clear of each other', () => {
  for (const layout of [
    wide,
    { composition: 'narrow', width: 350 } as const,
    { composition: 'slide', width: 1920, height: 1080 } as const,
  ]) {
    let named = 0;
    let turns = 0;
    for (let yaw = -180; yaw < 180; yaw += 15) {
      for (let pitch = -90; pitch <= 90; pitch += 15) {
        const names = flat(drawn({ yaw, pitch }, layout).plate.marks)
          .filter((m) => m.tag === 'text' && /^neuron \d$/.test(m.text ?? ''))
          .map((m) => {
            const size = Number(m.attrs['font-size']);
            const long = measure(m.text!, size);
            const x = Number(m.attrs.x);
            const y = Number(m.attrs.y);
            const x0 =
              m.attrs['text-anchor'] === 'start'
                ? x
                : m.attrs['text-anchor'] === 'end'
                  ? x - long
                  : x - long / 2;
            return { x0, x1: x0 + long, y0: y - size * 0.8, y1: y + size * 0.25 };
          });
        turns += 1;
        named += names.length;
        names.forEach((a, i) =>
          names
            .slice(i + 1)
            .forEach((b) =>
              expect(
                a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1,
                `yaw ${yaw}, pitch ${pitch}`,
              ).toBe(false),
            ),
        );
      }
    }
    expect(named / turns, 'most neurons are named most of the time').toBeGreaterThan(1.5);
  }
});
