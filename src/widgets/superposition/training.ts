// How `superposition` trains: which model, points and rate the params mean, and where the unedited run comes to rest.

import { exp, log } from '../../math/functions.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import { once } from '../../math/kernels/once.ts';
import { memoizeLru } from '../../math/memoize.ts';
import { geometry, alignTurn, type Turn } from '../../models/geometry.ts';
import { exact, type Inputs } from '../../models/inputs.ts';
import { SLOW } from '../../models/levels.ts';
import { FINER, inputs as inPairs, NODES } from '../../models/pairs.ts';
import { fast } from '../../models/superposition.fast.ts';
import {
  BATCH,
  importances,
  SCHEDULE,
  start,
  type Schedule,
  type Superposition,
} from '../../models/superposition.ts';
import type { SuperpositionSnapshot } from './snapshot.ts';
import type { Company, SuperpositionParams } from './params.ts';

type Point = readonly [number, number];

const LOSSES = 60;
const BEADS = 40;

/** Where the unedited run ends. */
export interface Rest {
  readonly theta: Float64Array;
  readonly turn: Turn;
  readonly high: number;
  readonly low: number;
}

/** The model before its first step. */
export function fresh({ features, hidden, start: kind, seed, mode }: SuperpositionParams): Superposition {
  const net = start(features, hidden, kind, seed);
  // Small, so that the features leave the middle one after the other; `start` draws at 0.7 of the usual scale.
  if (mode === 'slow') for (let i = 0; i < features * hidden; i++) net.theta[i] *= SLOW.scale / 0.7;
  return net;
}
/** Importances, [n]. */
export const weighting = (params: SuperpositionParams): Float64Array =>
  importances(params.features, params.decay, params.last);

/** How many steps the params ask for, and the first learning rate. */
export function schedule({ mode, rate }: SuperpositionParams): Schedule {
  const own = mode === 'slow' ? SLOW : SCHEDULE[mode];
  return { steps: own.steps, rate: rate ?? own.rate };
}

/** The model's code over a set of kernels. */
export const engine = once(fast);

const points = memoizeLru(8, (n: number, absent: number, company: Company, use: 'train' | 'show'): Inputs =>
  company === 'independent'
    ? exact(n, 1 - absent, use)
    : inPairs(company, 1 - absent, use === 'train' ? NODES : FINER, n),
);
/** Expected loss on the finer nodes. */
export const shownLoss = (net: Superposition, params: SuperpositionParams, k: Kernels): number =>
  engine(k).loss(net, points(net.n, params.absent, params.company, 'show'), weighting(params));
/** Batches are drawn of features that come by themselves; of pairs the exact expectation is taken. */
export const draws = ({ mode, company }: SuperpositionParams): boolean =>
  mode === 'sampled' && company === 'independent';

/** One step; `since` counts from the leg's start and sets the rate, `step` picks the batch. */
export function advance(
  net: Superposition,
  params: SuperpositionParams,
  step: number,
  since: number,
  gentle: number,
  k: Kernels,
): void {
  const { steps, rate } = schedule(params);
  const I_f = weighting(params);
  const leg = { steps, rate: rate * gentle };
  // The schedule of one step that begins: the rate as it is given.
  if (!draws(params)) {
    engine(k).train(
      net,
      points(net.n, params.absent, params.company, 'train'),
      I_f,
      leg,
      params.mode === 'slow' ? 0 : since,
    );
  } else {
    engine(k).trainSampled(
      net,
      { active: 1 - params.absent, size: BATCH, seed: params.seed },
      I_f,
      leg,
      step,
      since,
    );
  }
}

/** The unedited run, made out of sight to its end: the picture's turn and the chart's frame hang on it. */
export function settle(params: SuperpositionParams, k: Kernels): Rest {
  const { features, hidden, absent, decay, last, company, mode, rate, start, seed } = params;
  return rests(k)(features, hidden, absent, decay, last, company, mode, rate, start, seed);
}

const rests = once((k) =>
  memoizeLru(
    16,
    (
      features: number,
      hidden: number,
      absent: number,
      decay: number,
      last: number | undefined,
      company: Company,
      mode: SuperpositionParams['mode'],
      rate: number | undefined,
      kind: SuperpositionParams['start'],
      seed: number,
    ): Rest => {
      const params = {
        features,
        hidden,
        absent,
        decay,
        last,
        company,
        mode,
        rate,
        start: kind,
        seed,
      } as SuperpositionParams;
      const net = fresh(params);
      const high = shownLoss(net, params, k);
      for (let step = 0; step < schedule(params).steps; step++) advance(net, params, step, step, 1, k);
      return {
        theta: net.theta,
        turn: alignTurn(net.theta, net.n, net.m),
        high,
        low: shownLoss(net, params, k),
      };
    },
  ),
);

/** What the picture shows of a second run that stays as a ghost: where it comes to rest. */
export function ghostOf(params: SuperpositionParams, k: Kernels): SuperpositionSnapshot['ghost'] {
  const { theta, turn: own, low } = settle(params, k);
  const { features: n, hidden: m } = params;
  return { seed: params.seed, vectors: turned(theta, n, m, own), loss: low, geometry: geometry(theta, n, m) };
}

/** Rows of weights in display coordinates, [n][2]. */
export const turned = (W: ArrayLike<number>, n: number, m: number, [a, b, c, d]: Turn): Point[] =>
  Array.from({ length: n }, (_, f) =>
    m === 1 ? [a * W[f], 0] : [a * W[2 * f] + b * W[2 * f + 1], c * W[2 * f] + d * W[2 * f + 1]],
  );

/** Steps of a leg at which the loss is taken: about 60, evenly on a logarithmic axis. */
export const lossMarks = memoizeLru(
  4,
  (steps: number): ReadonlySet<number> =>
    new Set([
      0,
      ...Array.from({ length: LOSSES + 16 }, (_, k) => Math.round(exp((log(steps) * k) / (LOSSES + 15)))),
    ]),
);
/** Steps of a leg at which the vectors are: about 40, denser at first, when they move. */
export const beadMarks = memoizeLru(
  4,
  (steps: number): ReadonlySet<number> =>
    new Set(Array.from({ length: BEADS }, (_, k) => Math.round((steps * k * k) / (BEADS * BEADS)))),
);
