// What can be shown of a small transformer at some step, in bytes: where it looks in a sequence, what it guesses, and one of
// its tables. And the transcript of a whole run: the same at every tenth step, with what a network of one layer does meanwhile.

import { attend, onDiagonal, table, type Table } from './attend.ts';
import type { Cut, Scores } from './heads.ts';
import { held, VOCAB, WINDOW } from './repeats.ts';

/** Attention and chances in 255ths. `attention` [layer] holds the lower triangle row by row: (i, j) at i (i + 1) / 2 + j. */
export interface Reading {
  readonly tokens: readonly number[];
  readonly attention: readonly ArrayLike<number>[];
  /** the likeliest next token after each, and its chance */
  readonly guess: ArrayLike<number>;
  readonly sure: ArrayLike<number>;
}

/** A table in 127ths of its largest number, [VOCAB][VOCAB]; `hits`: share of the rows whose largest number is on the diagonal. */
export interface Shown {
  readonly values: ArrayLike<number>;
  readonly hits: number;
}

const byte = (share: number): number => Math.round(255 * share);

/** What the network does with these tokens, in bytes: attention below the diagonal, likeliest next tokens and how sure. */
export function read(all: ArrayLike<number>, layers: number, tokens: readonly number[]): Reading {
  const { attention, next } = attend(all, layers, tokens);
  const time = Math.min(tokens.length, WINDOW);
  const best = Array.from({ length: time }, (_, i) => top(next.subarray(i * VOCAB, (i + 1) * VOCAB)));
  const triangle = (A: Float64Array): number[] =>
    Array.from({ length: time }, (_, i) => [...A.subarray(i * time, i * time + i + 1)].map(byte)).flat();
  return {
    tokens: tokens.slice(0, time),
    attention: attention.map(triangle),
    guess: best,
    sure: best.map((t, i) => byte(next[i * VOCAB + t])),
  };
}

function top(chances: Float64Array): number {
  let best = 0;
  for (let t = 1; t < chances.length; t++) if (chances[t] > chances[best]) best = t;
  return best;
}

/** A table of the weights in whole steps of its largest entry over 127, and how many rows are largest on the diagonal. */
export function show(all: ArrayLike<number>, which: Table): Shown {
  const values = table(all, which);
  const most = values.reduce((m, v) => Math.max(m, Math.abs(v)), 0) || 1;
  const shown = Array.from(values, (v) => Math.round((127 * v) / most) || 0);
  return { values: shown, hits: onDiagonal(shown) };
}

/** What follows: the likeliest token, again and again. */
export function complete(
  all: ArrayLike<number>,
  layers: number,
  tokens: readonly number[],
  count: number,
): number[] {
  const text = [...tokens];
  for (let i = 0; i < count && tokens.length; i++) {
    const { guess } = read(all, layers, text.slice(-WINDOW));
    text.push(guess[guess.length - 1]);
  }
  return text.slice(tokens.length);
}

/** The two sequences of the held-out ones that are always at hand: short and long period. */
export const samples: readonly (readonly number[])[] = [9, 13].map((period) => [
  ...held.find((r) => r.period === period)!.tokens.subarray(0, WINDOW),
]);

export const CUTS: Readonly<Record<string, Cut>> = {
  'first uniform': { layer: 0, how: 'uniform' },
  'first zero': { layer: 0, how: 'zero' },
  'second uniform': { layer: 1, how: 'uniform' },
  'second zero': { layer: 1, how: 'zero' },
};

/** A run as it is kept. `frames`: see `frame`; without them (a page carries only the curves) a step cannot be shown. */
export interface Transcript {
  readonly seed: number;
  /** scores at steps 0, 10, ..., 400: of two layers, of one, and of two without a head */
  readonly two: readonly Scores[];
  readonly one: readonly Scores[];
  readonly cut: Readonly<Record<string, readonly Scores[]>>;
  readonly fingerprints?: readonly string[];
  readonly frames?: Uint8Array;
  /** at the last step */
  readonly weights?: Float32Array;
}

const TRIANGLE = (WINDOW * (WINDOW + 1)) / 2;
const READING = 2 * TRIANGLE + 2 * WINDOW;
/** Bytes of one frame: the samples' readings, then C, its numbers raised by 128. */
export const FRAME = samples.length * READING + VOCAB * VOCAB;

/** One recorded step, FRAME bytes: the readings of all samples, then the composition table. */
export function frame(all: ArrayLike<number>): Uint8Array {
  const readings = samples.map((tokens) => read(all, 2, tokens));
  return Uint8Array.from([
    ...readings.flatMap((r) => [...r.attention, r.guess, r.sure].flatMap((part) => Array.from(part))),
    ...Array.from(show(all, 'composition').values, (v) => v + 128),
  ]);
}

/** A sample's reading out of a record's frame. */
export function reading(frames: Uint8Array, index: number, sample: number): Reading {
  let from = index * FRAME + sample * READING;
  const take = (count: number): Uint8Array => frames.subarray(from, (from += count));
  return {
    tokens: samples[sample],
    attention: [take(TRIANGLE), take(TRIANGLE)],
    guess: take(WINDOW),
    sure: take(WINDOW),
  };
}

/** C out of a record's frame. */
export function composition(frames: Uint8Array, index: number): Shown {
  const from = index * FRAME + samples.length * READING;
  const values = Array.from(frames.subarray(from, from + VOCAB * VOCAB), (v) => v - 128);
  return { values, hits: onDiagonal(values) };
}
