// The phase strip: for each of 26 settings of S, how often a feature is absent, the best model that training finds there.
// Best means the lowest exact loss of eight random starts, of the best of them trained on, and of the neighbours' models
// trained on at this S, swept up and down: a single run often rests in a local minimum.

import { exp, log } from '../math/functions.ts';
import { geometry, kept, shares } from './geometry.ts';
import { exact, type Inputs } from './inputs.ts';
import { loss, restart, SCHEDULE, start, train, type Schedule, type Superposition } from './superposition.ts';

export interface Stop {
  readonly absent: number;
  readonly loss: number;
  readonly geometry: string;
  readonly kept: number;
  /** [n], the share of a dimension of each feature */
  readonly shares: readonly number[];
}

/** 26 values of S, even in log(1 - S): S_k = 1 - 100^(-k/25), 4 decimals, from 0 to 0.99. */
export const ABSENT: readonly number[] = Array.from(
  { length: 26 },
  (_, k) => Math.round((1 - exp((-k * log(100)) / 25)) * 1e4) / 1e4,
);
export const STARTS = 8;

const ONWARD: Schedule = { steps: SCHEDULE.exact.steps, rate: SCHEDULE.exact.rate / 3 }; // for weights that are good already
const TURN = 8; // steps between two yields: under 10 ms for eight features

interface Found {
  readonly model: Superposition;
  readonly value: number;
}

/** All stops, ascending. Yields every few milliseconds of work, so that whoever asked can leave. */
export function* strip(
  n: number,
  m: number,
  I_f: Float64Array,
  starts = STARTS,
): Generator<undefined, Stop[], void> {
  const best: Found[] = [];
  for (const absent of ABSENT) best.push(yield* bestStart(n, m, I_f, absent, starts));
  const steps = ABSENT.map((_, k) => k);
  for (const order of [steps, [...steps].reverse()]) {
    for (let i = 0; i < order.length; i++) {
      const k = order[i];
      const here = yield* onward(best[k], I_f, ABSENT[k]);
      best[k] = lower(best[k], here);
      if (i > 0) best[k] = lower(best[k], yield* onward(best[order[i - 1]], I_f, ABSENT[k]));
    }
  }
  return inPlace(
    best.map(({ model: { theta }, value }, k) => ({
      absent: ABSENT[k],
      loss: value,
      geometry: geometry(theta, n, m),
      kept: kept(theta, n, m).filter(Boolean).length,
      shares: shares(theta, n, m),
    })),
    I_f,
  );
}

/** The best of `starts` random starts, seeds `from` and up. */
export function* bestStart(
  n: number,
  m: number,
  I_f: Float64Array,
  absent: number,
  starts: number,
  from = 1,
): Generator<undefined, Found, void> {
  let best: Found | undefined;
  for (let seed = from; seed < from + starts; seed++) {
    best = lower(yield* run(start(n, m, 'random', seed), I_f, absent, SCHEDULE.exact), best);
  }
  return best!;
}

/** These weights, trained on at this S. */
function onward({ model }: Found, I_f: Float64Array, absent: number): Generator<undefined, Found, void> {
  const copy = structuredClone(model);
  restart(copy);
  return run(copy, I_f, absent, ONWARD);
}

function* run(
  model: Superposition,
  I_f: Float64Array,
  absent: number,
  schedule: Schedule,
): Generator<undefined, Found, void> {
  const inputs = points(model.n, absent, 'train');
  for (let step = 0; step < schedule.steps; step++) {
    train(model, inputs, I_f, schedule, step);
    if (step % TURN === 0) yield;
  }
  const value = loss(model, points(model.n, absent, 'show'), I_f);
  yield;
  return { model, value };
}

const points = (n: number, absent: number, use: 'train' | 'show'): Inputs => exact(n, 1 - absent, use);
const lower = (a: Found, b: Found | undefined): Found => (b && b.value <= a.value ? b : a);

/**
 * Features of equal importance are interchangeable, and each stop numbers them by chance: they are renumbered so that the
 * shares follow the previous stop's, rank by rank. Rotations need no such care: a share does not change under them.
 */
function inPlace(stops: Stop[], I_f: Float64Array): Stop[] {
  const groups = [...new Set(I_f)].map((value) => [...I_f].flatMap((I, f) => (I === value ? [f] : [])));
  let before: readonly number[] = [...I_f].map((_, f) => -f);
  return stops.map((stop) => {
    const now = [...stop.shares];
    for (const group of groups) {
      const ranks = [...group].sort((a, b) => before[b] - before[a]);
      const values = group.map((f) => stop.shares[f]).sort((a, b) => b - a);
      ranks.forEach((f, rank) => {
        now[f] = values[rank];
      });
    }
    before = now;
    return { ...stop, shares: now };
  });
}
