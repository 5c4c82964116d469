// What the essay says of the three codes, each with the run that could refute it.
import { memoizeLru } from '../../math/memoize.ts';
import { look, open, seek } from '../../runtime/run.ts';
import { defaults } from '../../runtime/params.ts';
import type { Claim } from '../../runtime/widget.ts';
import { model } from './model.ts';
import { spec, type CodesParams } from './params.ts';
import type { CodesSnapshot } from './snapshot.ts';

const whole = memoizeLru(12, (neurons: number, things: number, seed: number): CodesSnapshot => {
  const run = open(model, { ...defaults<CodesParams>(spec), neurons, things, seed });
  seek(run, model.end(run.params));
  return look(run);
});

export const claims: readonly Claim[] = [
  {
    id: 'many-if-few',
    atLeast: 9,
    sentence:
      'Sixty-four neurons name 256 things by random directions and read two of them at once in at least nineteen trials of twenty, eight in hardly any.',
    test: (seed) => {
      const { right } = whole(64, 256, seed).superposed;
      return { ok: right[1] >= 0.95 && right[7] < 0.1, value: right[1] };
    },
  },
  {
    id: 'one-each',
    atLeast: 10,
    sentence: 'With a neuron for each thing, every one of eight things at once is read, always.',
    test: (seed) => {
      const s = whole(64, 64, seed);
      return { ok: s.onehot.right.every((v) => v === 1) && s.onehot.names === 64, value: s.onehot.right[7] };
    },
  },
  {
    id: 'composed-one',
    atLeast: 10,
    sentence:
      'Sixteen neurons as four attributes name 256 things; one is always read, two at once in fewer than one trial of four.',
    test: (seed) => {
      const { right, names } = whole(16, 256, seed).composed;
      return { ok: names === 256 && right[0] === 1 && right[1] < 0.25, value: right[1] };
    },
  },
  {
    id: 'never-shown',
    atLeast: 9,
    sentence:
      'A linear reader of colour is right about every thing that it was never shown when the code is composed; with random directions it guesses.',
    test: (seed) => {
      const s = whole(16, 256, seed);
      return {
        ok: s.composed.unseen === 1 && Math.abs(s.superposed.unseen - 0.25) < 0.15,
        value: s.superposed.unseen,
      };
    },
  },
  {
    id: 'median',
    atLeast: 10,
    sentence:
      'The largest cross-talk among 256 random directions in 64 neurons lies within 0.1 of its exact median, 0.50.',
    test: (seed) => {
      const [, measured, median] = whole(64, 256, seed).worst.at(-1)!;
      return { ok: Math.abs(measured - median) < 0.1 && Math.abs(median - 0.5) < 0.01, value: measured };
    },
  },
];
