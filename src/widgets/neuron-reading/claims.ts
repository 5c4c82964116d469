// The sentences that this figure carries, each with what would refute it.

import { readingExperiment, KINDS, scoreOf, type Kind } from '../../models/reading-experiment.ts';
import type { Score } from '../../models/reading.ts';
import type { Claim } from '../../runtime/widget.ts';

type Means = Readonly<Record<Kind, Score>>;
/** By seed: an experiment takes a second, and four claims ask for it. */
const known = new Map<number, Means>();

/** Means of the scores over all units of a kind, by the machine's readings. */
function means(seed: number): Means {
  const on = readingExperiment(seed);
  const average = (all: readonly number[]): number => all.reduce((sum, v) => sum + v, 0) / all.length;
  return Object.fromEntries(
    KINDS.map((kind) => {
      const scores = on.units[kind].map((unit) => scoreOf(on, unit));
      return [
        kind,
        {
          precision: average(scores.map((s) => s.precision)),
          recall: average(scores.map((s) => s.recall)),
          r2: average(scores.map((s) => s.r2)),
        },
      ];
    }),
  ) as Record<Kind, Score>;
}

function mean(seed: number, kind: Kind, what: keyof Score): number {
  if (!known.has(seed)) known.set(seed, means(seed));
  return known.get(seed)![kind][what];
}

export const claims: Claim[] = [
  {
    id: 'reading-neurons-fail',
    atLeast: 10,
    sentence:
      'Read from its ten strongest inputs, a neuron is misread: the feature is there in less than 45% of its firings, and predicts less than 45% of its variance.',
    test(seed) {
      const precision = mean(seed, 'neuron', 'precision');
      return { ok: precision < 0.45 && mean(seed, 'neuron', 'r2') < 0.45, value: precision };
    },
  },
  {
    id: 'reading-features-hold',
    atLeast: 10,
    sentence:
      'The same reading of a dictionary feature holds: it is there in more than 85% of the firings, and R² is above 0.7.',
    test(seed) {
      const precision = mean(seed, 'feature', 'precision');
      return { ok: precision > 0.85 && mean(seed, 'feature', 'r2') > 0.7, value: precision };
    },
  },
  {
    id: 'reading-neurons-arbitrary',
    atLeast: 9,
    sentence:
      'In a linear bottleneck neurons read no better than random directions: the precisions differ by less than 0.15.',
    test(seed) {
      const value = mean(seed, 'neuron', 'precision') - mean(seed, 'direction', 'precision');
      return { ok: Math.abs(value) < 0.15, value };
    },
  },
  {
    id: 'reading-recall-fools',
    atLeast: 10,
    sentence:
      'What fools the reader: where the guessed feature is strong, the neuron does fire, three times in four or more.',
    test(seed) {
      const value = mean(seed, 'neuron', 'recall');
      return { ok: value > 0.7, value };
    },
  },
];
