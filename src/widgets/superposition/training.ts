// How `superposition` trains: which model, points and rate the params mean, and where the unedited run comes to rest.

import { exp, log } from '../../math/functions.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import { once } from '../../math/kernels/once.ts';
import { remembered } from '../../math/remembered.ts';
import { geometry, turn, type Turn } from '../../models/geometry.ts';
import { exact, type Inputs } from '../../models/inputs.ts';
import { fast } from '../../models/superposition.fast.ts';
import { BATCH, importances, SCHEDULE, start, type Schedule, type Superposition } from '../../models/superposition.ts';
import type { SuperpositionSnapshot } from './model.ts';
import type { SuperpositionParams } from './params.ts';

type Point = readonly [number, number];

const LOSSES = 60, BEADS = 40;

/** Where the unedited run ends. */
export interface Rest { readonly theta: Float64Array; readonly turn: Turn; readonly high: number; readonly low: number }

export const fresh = ({ features, hidden, start: kind, seed }: SuperpositionParams): Superposition => start(features, hidden, kind, seed);
export const weighting = (params: SuperpositionParams): Float64Array => importances(params.features, params.decay, params.last);

export function schedule({ mode, rate }: SuperpositionParams): Schedule {
  return { steps: SCHEDULE[mode].steps, rate: rate ?? SCHEDULE[mode].rate };
}

/** The model's code over a set of kernels. */
export const engine = once(fast);

const points = remembered(8, (n: number, absent: number, use: 'train' | 'show'): Inputs => exact(n, 1 - absent, use));
export const shownLoss = (net: Superposition, params: SuperpositionParams, k: Kernels): number => engine(k).loss(net, points(net.n, params.absent, 'show'), weighting(params));

/** One step; `since` counts from the leg's start and sets the rate, `step` picks the batch. */
export function advance(net: Superposition, params: SuperpositionParams, step: number, since: number, gentle: number, k: Kernels): void {
  const { steps, rate } = schedule(params);
  const I_f = weighting(params), leg = { steps, rate: rate * gentle };
  if (params.mode === 'exact') engine(k).train(net, points(net.n, params.absent, 'train'), I_f, leg, since);
  else engine(k).trainSampled(net, { active: 1 - params.absent, size: BATCH, seed: params.seed }, I_f, leg, step, since);
}

/** The unedited run, made out of sight to its end: the picture's turn and the chart's frame hang on it. */
export function settle(params: SuperpositionParams, k: Kernels): Rest {
  const { features, hidden, absent, decay, last, mode, rate, start, seed } = params;
  return rests(k)(features, hidden, absent, decay, last, mode, rate, start, seed);
}

const rests = once((k) => remembered(16, (features: number, hidden: number, absent: number, decay: number, last: number | undefined,
  mode: SuperpositionParams['mode'], rate: number | undefined, kind: SuperpositionParams['start'], seed: number): Rest => {
  const params = { features, hidden, absent, decay, last, mode, rate, start: kind, seed } as SuperpositionParams;
  const net = fresh(params), high = shownLoss(net, params, k);
  for (let step = 0; step < schedule(params).steps; step++) advance(net, params, step, step, 1, k);
  return { theta: net.theta, turn: turn(net.theta, net.n, net.m), high, low: shownLoss(net, params, k) };
}));

export function ghostOf(params: SuperpositionParams, k: Kernels): SuperpositionSnapshot['ghost'] {
  const { theta, turn: own, low } = settle(params, k), { features: n, hidden: m } = params;
  return { seed: params.seed, vectors: turned(theta, n, m, own), loss: low, geometry: geometry(theta, n, m) };
}

export const turned = (W: ArrayLike<number>, n: number, m: number, [a, b, c, d]: Turn): Point[] =>
  Array.from({ length: n }, (_, f) => (m === 1 ? [a * W[f], 0] : [a * W[2 * f] + b * W[2 * f + 1], c * W[2 * f] + d * W[2 * f + 1]]));

/** Steps of a leg at which the loss is taken: about 60, evenly on a logarithmic axis. */
export const lossMarks = remembered(4, (steps: number): ReadonlySet<number> =>
  new Set([0, ...Array.from({ length: LOSSES + 16 }, (_, k) => Math.round(exp((log(steps) * k) / (LOSSES + 15))))]));
/** Steps of a leg at which the vectors are: about 40, denser at first, when they move. */
export const beadMarks = remembered(4, (steps: number): ReadonlySet<number> =>
  new Set(Array.from({ length: BEADS }, (_, k) => Math.round((steps * k * k) / (BEADS * BEADS)))));

