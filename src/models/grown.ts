// The structures of the gallery: which model grows each, from which start, and how one knows it when it is there.
//
//   bodies   the toy model with very rare features (polytopes.ts): n features in m neurons
//   sampled  the same in the way it is usually trained: random batches, Adam, 2 000 steps, p = 0.02
//   days     addition modulo seven (days.ts)
//   cube     the encoder problem (encoder.ts)

import { key, normal } from '../math/random.ts';
import { adam, descend } from '../math/adam.ts';
import { circle, begin as beginDays, loss as daysLoss, P, STEPS as DAYS_STEPS, train as trainDays, type Days } from './days.ts';
import { begin as beginEncoder, codes, corners, loss as encoderLoss, STEPS as ENCODER_STEPS, train as trainEncoder, type Encoder } from './encoder.ts';
import { kept } from './geometry.ts';
import { sampled } from './inputs.ts';
import { create, expected, schedule, train as trainBody } from './polytopes.ts';
import { shape } from './shapes.ts';
import { loss, type Superposition } from './superposition.ts';

export const NAMES = ['pentagon', 'octahedron', 'antiprism', 'icosahedron', 'tegum', 'days', 'cube', 'tetrahedron', 'hexagon', 'sampled-hexagon', 'hypercube'] as const;
export type Name = (typeof NAMES)[number];

export type Piece =
  | { readonly grows: 'body' | 'sampled'; readonly n: number; readonly m: number; readonly shape: string }
  | { readonly grows: 'days' }
  | { readonly grows: 'cube'; readonly n: number; readonly m: number };

const body = (n: number, m: number, name: string): Piece => ({ grows: 'body', n, m, shape: name });
export const PIECES: Readonly<Record<Name, Piece>> = {
  pentagon: body(5, 2, 'pentagon'), octahedron: body(6, 3, 'octahedron'), antiprism: body(8, 3, 'square antiprism'), icosahedron: body(12, 3, 'icosahedron'), tegum: body(5, 3, '2 pairs and 1 alone'),
  days: { grows: 'days' }, cube: { grows: 'cube', n: 8, m: 3 },
  tetrahedron: body(4, 3, 'tetrahedron'), hexagon: body(6, 2, 'hexagon'), 'sampled-hexagon': { grows: 'sampled', n: 6, m: 2, shape: 'hexagon' }, hypercube: { grows: 'cube', n: 16, m: 4 },
};

/** Plain data: one of the models, and which. */
export type Grown = { readonly grows: 'body' | 'sampled'; readonly net: Superposition } | { readonly grows: 'days'; readonly net: Days } | { readonly grows: 'cube'; readonly net: Encoder };

/** 29 inputs in which something is active: as many as a batch of 256 has at this rarity. */
const SAMPLED = { steps: 2000, batch: 29, rate: 0.01, last: 0.3, active: 0.02 } as const;

export function begin(name: Name, seed: number): Grown {
  const piece = PIECES[name];
  if (piece.grows === 'days') return { grows: 'days', net: beginDays(seed) };
  if (piece.grows === 'cube') return { grows: 'cube', net: beginEncoder(piece.n, piece.m, seed) };
  if (piece.grows === 'body') return { grows: 'body', net: create(piece.n, piece.m, seed) };
  const { n, m } = piece, k = key(seed, 72), theta = Float64Array.from({ length: n * m + n }, (_, i) => (i < n * m ? (0.5 * normal(k, i)) / Math.sqrt(m) : 0));
  return { grows: 'sampled', net: { n, m, theta, adam: adam(theta.length) } };
}

export function steps(name: Name): number {
  const piece = PIECES[name];
  return piece.grows === 'days' ? DAYS_STEPS : piece.grows === 'cube' ? ENCODER_STEPS : piece.grows === 'sampled' ? SAMPLED.steps : schedule(piece.n).steps;
}

/** One step, in place; `step` counts from 0. */
export function train(grown: Grown, seed: number, step: number): void {
  if (grown.grows === 'days') trainDays(grown.net);
  else if (grown.grows === 'cube') trainEncoder(grown.net);
  else if (grown.grows === 'body') trainBody(grown.net, step);
  else {
    const { net } = grown, gradient = new Float64Array(net.theta.length), { batch, active, rate, last } = SAMPLED;
    loss(net, sampled(net.n, active, batch, seed, step), ones(net.n), gradient);
    descend(net.adam, net.theta, gradient, rate * Math.min(1, (SAMPLED.steps - step) / (last * SAMPLED.steps)));
  }
}

/** What it is now: a shape's name, "circle" or "corners" of how many; and whether that is what the piece is called. */
export function verdict(name: Name, grown: Grown): { readonly shape: string; readonly right: boolean; readonly loss: number } {
  const piece = PIECES[name];
  if (grown.grows === 'days') { const { loss: L, right } = daysLoss(grown.net.theta), { uneven } = circle(grown.net.theta), is = right > 0.999 && uneven < 0.1; return { shape: is ? 'circle' : 'no circle', right: is, loss: L }; }
  if (grown.grows === 'cube') { const taken = corners(grown.net); return { shape: `${taken} of ${grown.net.N} corners`, right: taken === grown.net.N, loss: encoderLoss(grown.net) }; }
  const { theta, n, m } = grown.net, name_ = shape(theta, n, m), right = 'shape' in piece && piece.shape === name_;
  return { shape: name_, right, loss: grown.grows === 'body' ? expected(grown.net) : loss(grown.net, sampled(n, SAMPLED.active, 4096, 0, -1), ones(n)) };
}

/** Where its parts lie, up to three numbers each, in the order of features, days or things; whether each is kept. */
export function points(grown: Grown): { readonly at: readonly (readonly number[])[]; readonly kept: readonly boolean[]; /** cube: which corner each thing is at, a bit per neuron */ readonly corner?: readonly number[] } {
  if (grown.grows === 'days') { const { points: at } = circle(grown.net.theta), size = Math.max(...at.map(([x, y]) => Math.sqrt(x * x + y * y))); return { at: at.map(([x, y]) => [x / size, y / size]), kept: Array<boolean>(P).fill(true) }; }
  if (grown.grows === 'cube') { const at = codes(grown.net); return { at, kept: Array<boolean>(grown.net.N).fill(true), corner: at.map((h) => h.reduce((bits, x, j) => (x > 0 ? bits | (1 << j) : bits), 0)) }; }
  const { theta, n, m } = grown.net;
  return { at: Array.from({ length: n }, (_, f) => Array.from(theta.subarray(f * m, f * m + m))), kept: kept(theta, n, m) };
}

/** A whole run. */
export function grow(name: Name, seed: number): Grown {
  const grown = begin(name, seed);
  for (let step = 0; step < steps(name); step++) train(grown, seed, step);
  return grown;
}

const ones = (n: number): Float64Array => new Float64Array(n).fill(1);
