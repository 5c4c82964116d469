// Golden pictures of `gallery`. UPDATE_GOLDEN=1 writes them anew.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import { compact } from '../../src/runtime/still.ts';
import type { HandIntent, Layout } from '../../src/runtime/widget.ts';
import { decode, file } from '../../src/widgets/gallery/baked.ts';
import { model } from '../../src/widgets/gallery/model.ts';
import { spec, type GalleryParams } from '../../src/widgets/gallery/params.ts';
import { scene } from '../../src/widgets/gallery/scene.ts';
import { view } from '../../src/widgets/gallery/widget.ts';
import { kernels } from '../engine.ts';
import { hand } from '../hand.ts';
import { compare, twins } from './compare.ts';

const bytes = readFileSync(`public/data/${file}`);
const data = compact(decode(new Uint8Array(bytes).buffer));
const cases: [string, Partial<GalleryParams>, Layout][] = [
  ['wide', {}, { composition: 'wide', width: 1172 }],
  ['middling', { piece: 'cube', yaw: 10 }, { composition: 'wide', width: 640 }],
  ['narrow', { piece: 'pentagon' }, { composition: 'narrow', width: 350 }],
  ['hypercube', { piece: 'hypercube', step: 400 }, { composition: 'narrow', width: 390 }],
  ['tetrahedron', { piece: 'tetrahedron', seed: 2 }, { composition: 'wide', width: 932 }],
  ['gabors', { piece: 'gabors', step: 140 }, { composition: 'wide', width: 932 }],
  ['curves', { piece: 'curves', step: 80 }, { composition: 'narrow', width: 350 }],
  ['picture', { piece: 'gabors', step: 3 }, { composition: 'slide', width: 960, height: 540 }],
  ['slide', { piece: 'days' }, { composition: 'slide', width: 1920, height: 1080 }],
  ['slide-tall', {}, { composition: 'slide', width: 320, height: 568 }],
];

test.each(cases)('%s', (name, given, layout) => {
  const params = { ...defaults<GalleryParams>(spec), ...given };
  const { plate } = scene(params, settle('gallery', model, params, kernels), layout, data);
  compare(`gallery-${name}`, plate);
  expect(twins(plate.marks)).toEqual([]);
});

test('hands: a name shows that piece upright, the ring turns it', () => {
  const params = { ...defaults<GalleryParams>(spec), piece: 'octahedron', yaw: 30, step: 40 } as const;
  const snapshot = settle('gallery', model, params, kernels);
  const go = (intent: HandIntent): GalleryParams =>
    hand(view, params, snapshot, intent, { composition: 'wide', width: 1172 }, data);
  expect(go({ do: 'tap', handle: 'piece:cube' })).toEqual({
    ...params,
    piece: 'cube',
    yaw: 0,
    pitch: 0,
    step: undefined,
  });
  expect(go({ do: 'tap', handle: 'piece:octahedron' })).toBe(params);
  expect(go({ do: 'tap', handle: 'globe' })).toBe(params);
  expect(go({ do: 'nudge', handle: 'globe', dx: 1, dy: 0, size: 'step' })).toEqual({ ...params, yaw: 45 });
  expect(go({ do: 'nudge', handle: 'globe', dx: 0, dy: -1, size: 'fine' })).toEqual({ ...params, pitch: 3 });
  expect(go({ do: 'nudge', handle: 'globe', dx: -1, dy: 0, size: 'end' })).toEqual({ ...params, yaw: 0 });
});
