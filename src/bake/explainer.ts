// `node src/bake/explainer.ts`: every unit of eight networks explained. Half a minute.
// Writes public/data/explainer-<hash>.json and that name into src/widgets/explainer/baked.ts.

import { search } from '../models/explain.ts';
import { loss } from '../models/scenes.ts';
import { EVALUATIONS } from '../models/vocabulary.ts';
import { explain, subject, type Unit } from '../models/units.ts';
import type { Eight } from '../widgets/explainer/baked.ts';
import { put } from './put.ts';

const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7];
const SOURCES = [
  'models/vocabulary',
  'models/scenes',
  'models/explain',
  'models/units',
  'models/learning',
  'models/dictionary',
  'math/adam',
  'math/random',
];
const round = (value: number): number => Math.round(value * 1000) / 1000;

const every = (units: readonly Unit[]) =>
  units.map((unit) => {
    const tried = search(unit.search);
    return [1, 2, 3].map((length) => explain(unit, length, tried));
  });
const means = (all: ReturnType<typeof every>): number[] =>
  [0, 1, 2].map((k) => round(all.reduce((sum, unit) => sum + unit[k].held, 0) / all.length));

/** What eight-seed tables say of one seed: the loss, and per unit the score of its best rule on held-out scenes. */
export function one(seed: number): Eight['seeds'][number] {
  const on = subject(seed);
  const neuron = every(on.units.neuron);
  const feature = every(on.units.feature);
  return {
    seed,
    loss: round(loss(on.theta, on.held)),
    neuron: neuron.map(([f]) => round(f.held)),
    feature: feature.map(([f]) => round(f.held)),
    lengths: { neuron: means(neuron), feature: means(feature) },
    covered: new Set(feature.filter(([f]) => f.held > 0.8).map(([f]) => f.rule[0])).size,
  };
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/explainer.ts')) {
  await put<Eight>('explainer', SOURCES, (made) => ({
    made,
    evaluations: EVALUATIONS,
    seeds: SEEDS.map((seed) => {
      const s = one(seed);
      console.log(seed, s.loss, s.neuron.length, s.feature.length, JSON.stringify(s.lengths), s.covered);
      return s;
    }),
  }));
}
