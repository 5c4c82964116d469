// Golden pictures of `explainer`. UPDATE_GOLDEN=1 writes them anew.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WORDS } from '../../src/models/vocabulary.ts';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import { compact } from '../../src/runtime/still.ts';
import type { HandIntent, Layout } from '../../src/runtime/widget.ts';
import { decode, file } from '../../src/widgets/explainer/baked.ts';
import { model } from '../../src/widgets/explainer/model.ts';
import { spec, type ExplainerParams } from '../../src/widgets/explainer/params.ts';
import { scene } from '../../src/widgets/explainer/scene.ts';
import { view } from '../../src/widgets/explainer/widget.ts';
import { hand } from '../hand.ts';
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

test('hands: another unit is another game; words are joined, taken out, handed in, cleared', () => {
  const usual = { ...defaults<ExplainerParams>(spec), step: 2 };
  const act = (given: Partial<ExplainerParams>, intent: HandIntent): ExplainerParams => {
    const params = { ...usual, ...given };
    const s = settle('explainer', model, params);
    return hand(view, params, s, intent, { composition: 'wide', width: 1172 }, data);
  };
  const key = (dx: number, size: 'step' | 'page' | 'end'): HandIntent => ({
    do: 'nudge',
    handle: 'track-unit',
    dx,
    dy: 0,
    size,
  });
  const tap = (handle: string): HandIntent => ({ do: 'tap', handle });
  const game = { say: '', submitted: '', step: 0 };
  const in2 = { say: 'cross or top', join: 'and' } as const;
  expect(act(in2, key(1, 'page'))).toEqual({ ...usual, ...in2, ...game, unit: 9 });
  expect(act({ ...in2, unit: 32 }, key(-1, 'step'))).toMatchObject({ ...game, unit: 15 });
  expect(act({ ...in2, unit: 32 }, key(1, 'end'))).toMatchObject({ ...in2, unit: 32 });
  expect(act(in2, tap('kind-feature'))).toMatchObject({ ...game, kind: 'feature', unit: 1 });
  expect(act(in2, tap('kind-neuron'))).toEqual({ ...usual, ...in2 });
  const cross = WORDS.indexOf('cross');
  const top = WORDS.indexOf('top');
  expect(act({ say: 'cross', join: 'and' }, tap(`word-${top}`)).say).toBe('cross and top');
  expect(act({ say: 'cross or', join: 'and' }, tap(`word-${top}`)).say).toBe('cross or top');
  expect(act(in2, tap(`word-${cross}`)).say).toBe('top');
  expect(act(in2, tap(`word-${top}`)).say).toBe('cross');
  expect(act({ ...in2, step: 0 }, tap('submit'))).toMatchObject({ submitted: in2.say, step: undefined });
  expect(act({ say: 'no such word', step: 0 }, tap('submit'))).toMatchObject({ submitted: '', step: 0 });
  expect(act({ ...in2, submitted: in2.say }, tap('clear'))).toMatchObject({ say: '', submitted: '' });
});
