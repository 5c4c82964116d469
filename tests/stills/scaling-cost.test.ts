// Golden pictures of `scaling-cost`. UPDATE_GOLDEN=1 writes them anew.
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import type { Layout } from '../../src/runtime/widget.ts';
import { model } from '../../src/widgets/scaling-cost/model.ts';
import { spec, type CostParams } from '../../src/widgets/scaling-cost/params.ts';
import { scene } from '../../src/widgets/scaling-cost/scene.ts';
import { compare, twins } from './compare.ts';

const cases: [string, Partial<CostParams>, Layout][] = [
  ['wide', {}, { composition: 'wide', width: 1172 }],
  ['middling', { parameters: 1e12, minutes: 5, family: 20 }, { composition: 'wide', width: 640 }],
  ['narrow', { parameters: 8_030_261_248, step: 20 }, { composition: 'narrow', width: 350 }],
  ['slide', {}, { composition: 'slide', width: 1920, height: 1080 }],
  ['slide-tall', {}, { composition: 'slide', width: 320, height: 568 }],
];

test.each(cases)('%s', (name, given, layout) => {
  const params = { ...defaults<CostParams>(spec), ...given };
  const { plate } = scene(params, settle('scaling-cost', model, params), layout);
  compare(`scaling-cost-${name}`, plate);
  expect(twins(plate.marks)).toEqual([]);
});
