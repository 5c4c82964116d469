// Golden pictures of `phase-diagram`. UPDATE_GOLDEN=1 writes them anew.
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import type { Layout } from '../../src/runtime/widget.ts';
import { model } from '../../src/widgets/phase-diagram/model.ts';
import { spec, type PhaseParams } from '../../src/widgets/phase-diagram/params.ts';
import { scene } from '../../src/widgets/phase-diagram/scene.ts';
import { compare, twins } from './compare.ts';
import { kernels } from '../engine.ts';

const cases: [string, Partial<PhaseParams>, Layout][] = [
  ['wide', {}, { composition: 'wide', width: 1172 }],
  ['middling', { theory: 'naive' }, { composition: 'wide', width: 640 }],
  ['narrow', { panel: 'three' }, { composition: 'narrow', width: 350 }],
  ['one-start', { starts: 'one', absent: 0.76643, last: 1.438 }, { composition: 'wide', width: 932 }],
  ['filling', { step: 150 }, { composition: 'narrow', width: 320 }],
  ['slide', {}, { composition: 'slide', width: 1920, height: 1080 }],
  ['slide-tall', {}, { composition: 'slide', width: 320, height: 568 }],
];

test.each(cases)('%s', (name, given, layout) => {
  const params = { ...defaults<PhaseParams>(spec), ...given };
  const { plate } = scene(params, settle('phase-diagram', model, params, kernels), layout);
  compare(`phase-diagram-${name}`, plate);
  expect(twins(plate.marks)).toEqual([]);
});
