// Golden pictures of `codes`. UPDATE_GOLDEN=1 writes them anew.
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import type { Layout } from '../../src/runtime/widget.ts';
import { model } from '../../src/widgets/codes/model.ts';
import { spec, type CodesParams } from '../../src/widgets/codes/params.ts';
import { scene } from '../../src/widgets/codes/scene.ts';
import { compare, twins } from './compare.ts';
import { kernels } from '../engine.ts';

const cases: [string, Partial<CodesParams>, Layout][] = [
  ['wide', {}, { composition: 'wide', width: 1172 }],
  ['middling', { neurons: 64, things: 256, together: 5 }, { composition: 'wide', width: 640 }],
  [
    'narrow',
    { panel: 'superposed', neurons: 8, things: 16, together: 4 },
    { composition: 'narrow', width: 350 },
  ],
  ['begun', { step: 20 }, { composition: 'narrow', width: 320 }],
  ['slide', {}, { composition: 'slide', width: 1920, height: 1080 }],
  ['slide-tall', {}, { composition: 'slide', width: 320, height: 568 }],
];

test.each(cases)('%s', (name, given, layout) => {
  const params = { ...defaults<CodesParams>(spec), ...given };
  const { plate } = scene(params, settle('codes', model, params, kernels), layout);
  compare(`codes-${name}`, plate);
  expect(twins(plate.marks)).toEqual([]);
});
