// What the essay says about the toy model of superposition, each sentence with the test that would find it wrong.
// Seeds: the claim's seed s stands for the random starts 8 s - 7 ... 8 s.

import type { Kernels } from '../../math/kernels/kernels.ts';
import { geometry, norms, shares } from '../../models/geometry.ts';
import { exact } from '../../models/inputs.ts';
import { defaults } from '../../runtime/params.ts';
import { look, open, seek } from '../../runtime/run.ts';
import { model as figure } from './model.ts';
import type { SuperpositionSnapshot } from './snapshot.ts';
import { spec, type SuperpositionParams } from './params.ts';
import { pairing } from './derive.ts';
import { engine } from './training.ts';
import { importances, SCHEDULE, start, type Superposition } from '../../models/superposition.ts';
import type { Claim } from '../../runtime/widget.ts';

const N = 5;
const M = 2;
const I_f = importances(N, 0.9);
const STARTS = 8;

interface Trained {
  readonly model: Superposition;
  readonly value: number;
  readonly shape: string;
  /** where the figure shows it */
  readonly state: string;
}

/** One run of the figure: five features, two neurons, exact loss. */
function trained(
  k: Kernels,
  absent: number,
  seed: number,
  inputs = exact(N, 1 - absent, 'train'),
  finer = exact(N, 1 - absent, 'show'),
): Trained {
  const model = start(N, M, 'random', seed);
  const { train, loss } = engine(k);
  for (let step = 0; step < SCHEDULE.exact.steps; step++) train(model, inputs, I_f, SCHEDULE.exact, step);
  return {
    model,
    value: loss(model, finer, I_f),
    shape: geometry(model.theta, N, M),
    state: `absent=${absent}&seed=${seed}`,
  };
}

/** Runs from the `count` starts that the claim's seed stands for. */
function starts(k: Kernels, absent: number, seed: number, count = STARTS): Trained[] {
  const inputs = exact(N, 1 - absent, 'train');
  const finer = exact(N, 1 - absent, 'show');
  return Array.from({ length: count }, (_, i) =>
    trained(k, absent, count * (seed - 1) + 1 + i, inputs, finer),
  );
}
const best = (k: Kernels, absent: number, seed: number): Trained =>
  starts(k, absent, seed).reduce((a, b) => (b.value < a.value ? b : a));

function bestIs(id: string, absent: number, shape: string, sentence: string): Claim {
  return {
    id,
    sentence,
    atLeast: 9,
    test: (seed, k) => {
      const found = best(k, absent, seed);
      return { ok: found.shape === shape, value: found.value, state: found.state };
    },
  };
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The figure at rest, features of equal importance. */
function rested(k: Kernels, given: Partial<SuperpositionParams>): SuperpositionSnapshot {
  const run = open(figure, { ...defaults<SuperpositionParams>(spec), decay: 1, ...given }, k);
  seek(run, figure.end(run.params));
  return look(run);
}

/** Four features in pairs: the best of eight starts. */
function inPairs(
  k: Kernels,
  company: SuperpositionParams['company'],
  absent: number,
  seed: number,
): { found: SuperpositionSnapshot; state: string } {
  const all = Array.from({ length: STARTS }, (_, i) => STARTS * (seed - 1) + 1 + i).map((start) => ({
    start,
    found: rested(k, { company, absent, features: 4, seed: start }),
  }));
  const { start, found } = all.reduce((a, b) => (b.found.loss < a.found.loss ? b : a));
  return { found, state: `features=4&absent=${absent}&decay=1&company=${company}&seed=${start}` };
}

export const claims: Claim[] = [
  bestIs(
    'dense',
    0,
    '2 orthogonal',
    'When every feature is always present, the best of eight runs keeps the two most important ones, at right angles.',
  ),
  bestIs(
    'pairs',
    0.8,
    '2 pairs',
    'When features are absent four times in five, the best of eight runs keeps four of the five, as two opposite pairs.',
  ),
  bestIs(
    'pentagon-90',
    0.9,
    'pentagon',
    'When features are absent nine times in ten, the best of eight runs keeps all five, as a pentagon.',
  ),
  bestIs(
    'pentagon-95',
    0.95,
    'pentagon',
    'When features are absent 95 percent of the time, the best of eight runs is a pentagon.',
  ),
  bestIs(
    'pentagon-99',
    0.99,
    'pentagon',
    'When features are absent 99 percent of the time, the best of eight runs is still a pentagon.',
  ),
  {
    id: 'dense-loss',
    atLeast: 9,
    sentence:
      'With every feature present, the best loss is what the three given up cost: (0.81 + 0.729 + 0.6561) / 12 = 0.1829.',
    test(seed, k) {
      const { value, state } = best(k, 0, seed);
      return { ok: Math.abs(value / ((0.81 + 0.729 + 0.6561) / 12) - 1) < 0.01, value, state };
    },
  },
  {
    id: 'share',
    atLeast: 8,
    sentence: 'In the pentagon every feature has two fifths of a dimension.',
    test(seed, k) {
      const { model, state } = trained(k, 0.95, seed);
      const D = shares(model.theta, N, M);
      return { ok: D.every((share) => Math.abs(share - 0.4) < 0.02), value: mean(D), state };
    },
  },
  {
    id: 'longer',
    atLeast: 8,
    sentence: 'The pentagon’s arrows are a little longer than one, about 1.13, and nearly equal.',
    test(seed, k) {
      const { model, state } = trained(k, 0.95, seed);
      const size = norms(model.theta, N, M);
      return { ok: Math.abs(mean(size) - 1.13) < 0.02 && spread(size) < 0.08, value: mean(size), state };
    },
  },
  {
    id: 'biases',
    atLeast: 8,
    sentence:
      'Every bias of the pentagon is negative, near −0.24: the ReLU cuts off the small mistakes that neighbours make in each other.',
    test(seed, k) {
      const { model, state } = trained(k, 0.95, seed);
      const b = [...model.theta.subarray(N * M)];
      return { ok: b.every((value) => value < 0) && Math.abs(mean(b) + 0.24) < 0.02, value: mean(b), state };
    },
  },
  {
    id: 'one-start',
    atLeast: 9,
    sentence: 'At 80 percent one random start misses the best arrangement about two times in five.',
    test(seed, k) {
      const missed = starts(k, 0.8, seed, 40).filter(({ shape }) => shape !== '2 pairs').length / 40;
      return { ok: missed > 0.25 && missed < 0.6, value: missed };
    },
  },
  {
    id: 'stuck',
    atLeast: 10,
    sentence:
      'From seed 12 at 90 percent the run rests as two opposite pairs, at a loss a fifth above the pentagon’s or more.',
    test(_, k) {
      const { shape, value, state } = trained(k, 0.9, 12);
      return { ok: shape === '2 pairs' && value > 1.2 * trained(k, 0.9, 1).value, value, state };
    },
  },
  {
    id: 'company-rare',
    atLeast: 9,
    sentence:
      'Features that come in pairs, a pair one time in twenty, stand at right angles to their companions: the best of eight runs finds a cosine below 0.1.',
    test(seed, k) {
      const { found, state } = inPairs(k, 'correlated', 0.95, seed);
      const cosine = Math.max(
        ...[0, 2].map((f) => Math.abs(found.gram[f][f + 1]) / (found.norms[f] * found.norms[f + 1])),
      );
      return { ok: found.kept.every(Boolean) && cosine < 0.1, value: cosine, state };
    },
  },
  {
    id: 'company-common',
    atLeast: 9,
    sentence:
      'When a pair is there two times in five, both of it lie on one direction, each at a length of 0.707, and the loss is a sixth of 0.4.',
    test(seed, k) {
      const { found, state } = inPairs(k, 'correlated', 0.6, seed);
      return {
        ok:
          pairing(found) === 'one' &&
          found.norms.every((norm) => Math.abs(norm - Math.SQRT1_2) < 0.01) &&
          Math.abs(found.loss / (0.4 / 6) - 1) < 0.001,
        value: found.loss,
        state,
      };
    },
  },
  {
    id: 'company-apart',
    atLeast: 9,
    sentence:
      'Features that exclude each other, a pair there three times in five, lie opposite each other, and nothing is lost.',
    test(seed, k) {
      const { found, state } = inPairs(k, 'anticorrelated', 0.4, seed);
      return { ok: pairing(found) === 'opposite' && found.loss < 1e-6, value: found.loss, state };
    },
  },
  {
    id: 'stairs',
    atLeast: 10,
    sentence:
      'Trained slowly from small weights, the loss of five equal features rests, where it rests, within four percent of a level that was worked out on paper.',
    test(seed, k) {
      const rests = [3 * seed - 2, 3 * seed - 1, 3 * seed].flatMap(
        (start) => rested(k, { mode: 'slow', seed: start }).rests ?? [],
      );
      const value = Math.max(0, ...rests.map(({ off }) => Math.abs(off)));
      return { ok: rests.length > 0 && value < 0.04, value, state: `decay=1&mode=slow&seed=${3 * seed - 2}` };
    },
  },
  {
    id: 'stairs-down',
    atLeast: 7,
    sentence: 'Most slow runs end at the pentagon.',
    test(seed, k) {
      const { geometry: shape, loss } = rested(k, { mode: 'slow', seed });
      return { ok: shape === 'pentagon', value: loss, state: `decay=1&mode=slow&seed=${seed}` };
    },
  },
];
