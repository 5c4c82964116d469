// The units that explanations are sought for: the 16 neurons of the network of scenes.ts, and the live latents of a
// dictionary (dictionary.ts, 32 latents) of the same neurons, centred and scaled to a mean square length of 1.

import { key, uniform } from '../math/random.ts';
import { bd, encode, type Dictionary } from './dictionary.ts';
import { best, score, search, seen, type Rule, type Seen, type Tried } from './explain.ts';
import { start, train as step, type Recipe } from './learning.ts';
import { H, neurons, scenes, train, USE, type Scenes } from './scenes.ts';

const LATENTS = 32;
const recipe: Recipe = { keep: 0, penalty: 0.2, steps: 1500, rate: 0.01, centred: true, revive: true };
const STORED = 20000;
const BATCH = 256;
const READ = 4000;
/** a latent that fires in fewer of the scenes than this is dead: nothing can be said about it */
const ALIVE = 10;

export type Kind = 'neuron' | 'feature';
/** A unit on the scenes of the search and on others. */
export interface Unit {
  readonly search: Seen;
  readonly held: Seen;
}
export interface Subject {
  readonly theta: Float64Array;
  readonly dictionary: Dictionary;
  readonly search: Scenes;
  readonly held: Scenes;
  readonly units: Readonly<Record<Kind, readonly Unit[]>>;
}

/** How the dictionary sees neurons: z = (h - mean) scale. */
interface Lens {
  readonly mean: Float64Array;
  readonly scale: number;
}

function lensOf(A: Float64Array): Lens {
  const mean = new Float64Array(H);
  const S = A.length / H;
  let square = 0;
  for (let i = 0; i < A.length; i++) mean[i % H] += A[i] / S;
  for (let i = 0; i < A.length; i++) {
    const z = A[i] - mean[i % H];
    square += z * z;
  }
  return { mean, scale: Math.sqrt(S / square) };
}
const look = (A: Float64Array, { mean, scale }: Lens): Float64Array =>
  A.map((a, i) => (a - mean[i % H]) * scale);

function learn(Z: Float64Array, seed: number): Dictionary {
  const dictionary = start(LATENTS, H, seed, { S: STORED, Z_sh: Z });
  const batch = new Float64Array(BATCH * H);
  for (let at = 0; at < recipe.steps; at++) {
    const k = key(seed, 64, at);
    for (let b = 0; b < BATCH; b++) {
      const s = Math.floor(uniform(k, b) * STORED) * H;
      batch.set(Z.subarray(s, s + H), b * H);
    }
    step(dictionary, { S: BATCH, Z_sh: batch }, recipe, seed, at);
  }
  return dictionary;
}

function latents(dictionary: Dictionary, Z: Float64Array): Float64Array[] {
  const f = new Float64Array(LATENTS);
  const on = new Int32Array(LATENTS);
  const S = Z.length / H;
  const all = Array.from({ length: LATENTS }, () => new Float64Array(S));
  for (let s = 0; s < S; s++) {
    const count = encode(dictionary, Z, s * H, 0, f, on);
    for (let i = 0; i < count; i++) all[on[i]][s] = f[on[i]];
  }
  return all;
}

const columns = (A: Float64Array): Float64Array[] =>
  Array.from({ length: H }, (_, h) => Float64Array.from({ length: A.length / H }, (__, s) => A[s * H + h]));

/** Everything from one seed. Two seconds. */
export function subject(seed: number): Subject {
  const theta = train(seed);
  const stored = neurons(theta, scenes(STORED, seed, USE.learn));
  const lens = lensOf(stored);
  const dictionary = learn(look(stored, lens), seed);
  const forSearch = scenes(READ, seed, USE.search);
  const held = scenes(READ, seed, USE.held);
  const [a, b] = [forSearch, held].map((given) => neurons(theta, given));
  const pair = (here: Float64Array[], there: Float64Array[]): Unit[] =>
    here
      .map((u, i) => ({ search: seen(forSearch, u), held: seen(held, there[i]) }))
      .filter(({ search: { a: u } }) => u.reduce((n, x) => n + (x > 0 ? 1 : 0), 0) >= ALIVE);
  return {
    theta,
    dictionary,
    search: forSearch,
    held,
    units: {
      neuron: pair(columns(a), columns(b)),
      feature: pair(latents(dictionary, look(a, lens)), latents(dictionary, look(b, lens))),
    },
  };
}

/** The machine's best explanation of a length (of any length: as the search itself judges), and its score on scenes it has not seen. */
export interface Found {
  readonly rule: Rule;
  readonly length: number;
  readonly search: number;
  readonly held: number;
}
/** The best rule found on the search scenes, scored on the held-out ones. */
export function explain(
  { search: on, held }: Unit,
  length?: number,
  tried: readonly Tried[] = search(on),
): Found {
  const { rule, length: long, score: searched } = best(tried, length);
  return { rule, length: long, search: searched, held: score(rule, held) };
}

/** All numbers that a subject's runs depend on. */
export const weights = ({ theta, dictionary }: Subject): Float64Array =>
  Float64Array.of(...theta, ...dictionary.theta.subarray(0, bd(dictionary) + H));
