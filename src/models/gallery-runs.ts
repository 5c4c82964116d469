// The structures of the gallery: which model grows each, from which start, and how one knows it when it is there.
//
//   bodies   the toy model with very rare features (polytopes.ts): n features in m neurons
//   sampled  the same in the way it is usually trained: random batches, Adam, 2 000 steps, p = 0.02
//   days     addition modulo seven (days.ts)
//   cube     the encoder problem (encoder.ts)
//   field    64 filters of an autoencoder on patches of dead leaves (field.ts)
//   wheel    eight curve detectors (wheel.ts)

import { adam, descend } from '../math/adam.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { key, normal } from '../math/random.ts';
import { drawn, STEPS as CURVE_STEPS } from './curves.ts';
import {
  circle,
  begin as beginDays,
  loss as daysLoss,
  P,
  STEPS as DAYS_STEPS,
  train as trainDays,
  type Days,
} from './days.ts';
import {
  begin as beginEncoder,
  codes,
  corners,
  loss as encoderLoss,
  STEPS as ENCODER_STEPS,
  train as trainEncoder,
  type Encoder,
} from './encoder.ts';
import * as field from './filter-run.ts';
import { FILTERS } from './filters.ts';
import { gabor } from './gaborfit.ts';
import { kept } from './geometry.ts';
import { sampled } from './inputs.ts';
import { WIDE } from './patches.ts';
import { PIECES, type Name } from './pieces.ts';
import { create, expected, schedule, train as trainBody } from './polytopes.ts';
import { shape } from './shapes.ts';
import { loss, type Superposition } from './superposition.ts';
import { family, median } from './template-families.ts';
import * as wheel from './curve-run.ts';

/** Plain data: one of the models, and which. */
export type Grown =
  | { readonly grows: 'body' | 'sampled'; readonly net: Superposition }
  | { readonly grows: 'days'; readonly net: Days }
  | { readonly grows: 'cube'; readonly net: Encoder }
  | ({ readonly grows: 'field' } & field.Saved)
  | ({ readonly grows: 'wheel' } & wheel.Saved);

const SAMPLED = { steps: 2000, rate: 0.01, last: 0.3, active: 0.02 } as const;
/** Inputs in which something is active, of 256 at this rarity. */
const BATCH: Readonly<Record<number, number>> = { 6: 29, 7: 34 };
export const filtersOf = (seed: number): field.Course => ({ world: 'leaves', method: 'autoencoder', seed });

export function begin(name: Name, seed: number, K: Kernels): Grown {
  const piece = PIECES[name];
  if (piece.grows === 'days') return { grows: 'days', net: beginDays(seed) };
  if (piece.grows === 'cube') return { grows: 'cube', net: beginEncoder(piece.n, piece.m, seed) };
  if (piece.grows === 'body') return { grows: 'body', net: create(piece.n, piece.m, seed) };
  if (piece.grows === 'field') return { grows: 'field', ...field.begin(filtersOf(seed), K) };
  if (piece.grows === 'wheel') return { grows: 'wheel', ...wheel.begin(seed, K) };
  const { n, m } = piece;
  const k = key(seed, 72);
  const theta = Float64Array.from({ length: n * m + n }, (_, i) =>
    i < n * m ? (0.5 * normal(k, i)) / Math.sqrt(m) : 0,
  );
  return { grows: 'sampled', net: { n, m, theta, adam: adam(theta.length) } };
}

export function steps(name: Name): number {
  const piece = PIECES[name];
  if (piece.grows === 'body') return schedule(piece.n).steps;
  return {
    days: DAYS_STEPS,
    cube: ENCODER_STEPS,
    sampled: SAMPLED.steps,
    field: field.steps('autoencoder'),
    wheel: CURVE_STEPS,
  }[piece.grows];
}

/** One step, in place; `step` counts from 0. */
export function train(grown: Grown, seed: number, step: number, k: Kernels): void {
  if (grown.grows === 'days') trainDays(grown.net);
  else if (grown.grows === 'cube') trainEncoder(grown.net);
  else if (grown.grows === 'body') trainBody(grown.net, step);
  else if (grown.grows === 'field') field.train(grown, filtersOf(seed), step, k);
  else if (grown.grows === 'wheel') wheel.train(grown, seed, step, k);
  else {
    const { net } = grown;
    const gradient = new Float64Array(net.theta.length);
    const { active, rate, last } = SAMPLED;
    loss(net, sampled(net.n, active, BATCH[net.n], seed, step), ones(net.n), gradient);
    descend(
      net.adam,
      net.theta,
      gradient,
      rate * Math.min(1, (SAMPLED.steps - step) / (last * SAMPLED.steps)),
    );
  }
}

export interface Found {
  readonly shape: string;
  readonly right: boolean;
  /** where training lowers one that is quickly told */ readonly loss?: number;
}

/** What it is now: a shape's name, "circle" or "corners" of how many; and whether that is what the piece is called. */
export function verdict(name: Name, grown: Grown, seed = 0, done = true): Found {
  const piece = PIECES[name];
  if (grown.grows === 'days') {
    const { loss: L, right } = daysLoss(grown.net.theta);
    const { uneven } = circle(grown.net.theta);
    const is = right > 0.999 && uneven < 0.1;
    return { shape: is ? 'circle' : 'no circle', right: is, loss: L };
  }
  if (grown.grows === 'cube') {
    const taken = corners(grown.net);
    return {
      shape: `${taken} of ${grown.net.N} corners`,
      right: taken === grown.net.N,
      loss: encoderLoss(grown.net),
    };
  }
  if (grown.grows === 'wheel') {
    const cosine = median(family(templates(grown)).aligned);
    const right = cosine > 0.85;
    return { shape: right ? 'one curve, turned' : 'no family', right };
  }
  if (grown.grows === 'field') {
    return done
      ? gabors(field.filters(grown, filtersOf(seed)))
      : { shape: 'not a Gabor field yet', right: false };
  }
  const { theta, n, m } = grown.net;
  const name_ = shape(theta, n, m);
  const right = 'shape' in piece && piece.shape === name_;
  return {
    shape: name_,
    right,
    loss:
      grown.grows === 'body'
        ? expected(grown.net)
        : loss(grown.net, sampled(n, SAMPLED.active, 4096, 0, -1), ones(n)),
  };
}

/** A field: a Gabor function explains more than 85 % of the median filter, and none of eight directions is missing. */
function gabors(F: Float64Array): Found {
  const all = Array.from({ length: FILTERS }, (_, i) => gabor(F.subarray(i * WIDE, (i + 1) * WIDE)));
  const directions = new Set(all.map(({ turn }) => Math.floor((turn / Math.PI) * 8 + 0.5) % 8)).size;
  const good = median(all.map(({ R2 }) => R2).sort((a, b) => a - b)) > 0.85;
  return {
    shape: good ? `Gabors in ${directions} of 8 directions` : 'no Gabors',
    right: good && directions === 8,
  };
}

/** Of a wheel: its eight expanded templates, [8][11 11]. */
export const templates = (saved: wheel.Saved): number[][] => drawn(wheel.weights(saved));

/** Where its parts lie, up to three numbers each, in the order of features, days or things; whether each is kept. Pictures have no place. */
export function points(grown: Grown): {
  readonly at: readonly (readonly number[])[];
  readonly kept: readonly boolean[];
  /** cube: which corner each thing is at, a bit per neuron */ readonly corner?: readonly number[];
} {
  if (!('net' in grown)) return { at: [], kept: [] };
  if (grown.grows === 'days') {
    const { points: at } = circle(grown.net.theta);
    const size = Math.max(...at.map(([x, y]) => Math.sqrt(x * x + y * y)));
    return { at: at.map(([x, y]) => [x / size, y / size]), kept: Array<boolean>(P).fill(true) };
  }
  if (grown.grows === 'cube') {
    const at = codes(grown.net);
    return {
      at,
      kept: Array<boolean>(grown.net.N).fill(true),
      corner: at.map((h) => h.reduce((bits, x, j) => (x > 0 ? bits | (1 << j) : bits), 0)),
    };
  }
  const { theta, n, m } = grown.net;
  return {
    at: Array.from({ length: n }, (_, f) => Array.from(theta.subarray(f * m, f * m + m))),
    kept: kept(theta, n, m),
  };
}

/** A whole run. */
export function grow(name: Name, seed: number, k: Kernels): Grown {
  const grown = begin(name, seed, k);
  for (let step = 0; step < steps(name); step++) train(grown, seed, step, k);
  return grown;
}

const ones = (n: number): Float64Array => new Float64Array(n).fill(1);
