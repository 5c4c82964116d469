// Golden pictures of `explainer`. UPDATE_GOLDEN=1 writes them anew.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import { compact } from '../../src/runtime/still.ts';
import type { Layout } from '../../src/runtime/widget.ts';
import { decode, file } from '../../src/widgets/explainer/baked.ts';
import { model } from '../../src/widgets/explainer/model.ts';
import { spec, type ExplainerParams } from '../../src/widgets/explainer/params.ts';
import { scene } from '../../src/widgets/explainer/scene.ts';
import { compare, twins } from './compare.ts';

const bytes = readFileSync(`public/data/${file}`);
const data = compact(decode(new Uint8Array(bytes).buffer));
const cases: [string, Partial<ExplainerParams>, Layout][] = [
  ['wide', {}, { composition: 'wide', width: 1172 }],
  ['middling', { say: 'cross or', step: 0 }, { composition: 'wide', width: 640 }],
  ['chosen', { unit: 12, say: 'cross', submitted: 'cross' }, { composition: 'wide', width: 932 }],
  ['narrow', { kind: 'feature', unit: 1, step: 20 }, { composition: 'narrow', width: 350 }],
  ['slide', {}, { composition: 'slide', width: 1920, height: 1080 }],
  ['slide-tall', {}, { composition: 'slide', width: 320, height: 568 }],
];

test.each(cases)('%s', (name, given, layout) => {
  const params = { ...defaults<ExplainerParams>(spec), ...given };
  const { plate } = scene(params, settle('explainer', model, params), layout, data);
  compare(`explainer-${name}`, plate);
  expect(twins(plate.marks)).toEqual([]);
});
