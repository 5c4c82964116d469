// The worker's side of `codes`: a step is one trial for every number of things at once, and a part of all pairs.

import { memoizeLru } from '../../math/memoize.ts';
import {
  attributes,
  colourOfUnseen,
  combinations,
  cosine,
  draw,
  howMany,
  medianWorst,
  readsAll,
  scoresComposed,
  scoresOneHot,
  scoresSuperposed,
  superposed,
  tail,
  writeComposed,
  writeOneHot,
  writeSuperposed,
} from '../../models/codes.ts';
import type { Model } from '../../runtime/widget.ts';
import type { Code, CodesParams } from './params.ts';
import { CODES, MOST, ORDER, SHOWN, type Book, type CodesSnapshot } from './snapshot.ts';

const TRIALS = 200;
/** Neurons of a row that are shown. */
const LIGHTS = 16;
/** Directions that are compared in pairs. */
const PAIRED = 1024;

/** right [3][MOST] counts; worst [n] the largest |cos| with n directions so far */
interface M {
  readonly right: Float64Array;
  readonly worst: Float64Array;
  readonly state: Float64Array;
}
// of `state`: directions compared so far, largest |cos| among them, pairs above 0.5
const PAIRS_DONE = 0;
const LARGEST = 1;
const CLOSE = 2;

const directions = memoizeLru(2, superposed);

export const model: Model<CodesParams, M, CodesSnapshot> = {
  engine: 1,
  memory: 1e6,
  create: () => ({
    right: new Float64Array(3 * MOST),
    worst: new Float64Array(11),
    state: new Float64Array(3),
  }),
  end: () => TRIALS,

  train(model, { neurons: d, things: N, seed }, step) {
    const V = directions(d, N, seed);
    for (let k = 1; k <= MOST; k++) {
      const on = draw(N, k, seed, step * MOST + k - 1);
      CODES.forEach((code, c) => {
        if (readsAll(CODINGS[code].scores(V, d, N, on), on)) model.right[c * MOST + k - 1] += 1;
      });
    }
    pairUp(model, V, d, Math.floor((Math.min(N, PAIRED) * (step + 1)) / TRIALS));
  },

  edit: () => false,

  observe(model, params, step) {
    const { neurons: d, things: N, seed } = params;
    const fixed = books(d, N, seed);
    const book = (code: Code, c: number): Book => ({
      ...fixed[code],
      right: Array.from({ length: MOST }, (_, k) => (step ? model.right[c * MOST + k] / step : 0)),
    });
    const n = model.state[PAIRS_DONE];
    const pairs = (n * (n - 1)) / 2;
    return {
      step,
      end: TRIALS,
      d,
      N,
      attributes: attributes(d),
      onehot: book('onehot', 0),
      composed: book('composed', 1),
      superposed: book('superposed', 2),
      worst: sizes(n).map((size) => [
        size,
        size === n ? model.state[LARGEST] : model.worst[log2(size)],
        medianWorst(d, size),
      ]),
      medians: curves(d),
      half: howMany(d, 0.5),
      third: howMany(d, 0.3),
      close: model.state[CLOSE],
      closeExpected: pairs * tail(0.5, d),
      pairs,
    };
  },

  weights: ({ right, worst, state }) => Float64Array.of(...right, ...worst, ...state),
};

/** What sets the three codes apart; V are the random directions, which only one of them reads. */
interface Coding {
  /** things that d neurons could name */
  room(d: number): number;
  /** the reader's score of every thing while those of `on` are there, [N] */
  scores(V: Float64Array, d: number, N: number, on: readonly number[]): Float64Array;
  /** writes the code of thing j into h, [d] */
  writer(V: Float64Array, d: number): (j: number, h: Float64Array) => void;
}
const CODINGS: Readonly<Record<Code, Coding>> = {
  onehot: {
    room: (d) => d,
    scores: (_, d, N, on) => scoresOneHot(d, N, on),
    writer: (_, d) => writeOneHot(d),
  },
  composed: {
    room: combinations,
    scores: (_, d, N, on) => scoresComposed(d, N, on),
    writer: (_, d) => writeComposed(d),
  },
  superposed: { room: (d) => howMany(d, 0.5), scores: scoresSuperposed, writer: writeSuperposed },
};

/** Compares the directions one by one with all before them, up to `to`. */
function pairUp({ worst, state }: M, V: Float64Array, d: number, to: number): void {
  for (let j = state[PAIRS_DONE]; j < to; j++) {
    for (let g = 0; g < j; g++) {
      const c = Math.abs(cosine(V, d, j, g));
      if (c > state[LARGEST]) state[LARGEST] = c;
      if (c > 0.5) state[CLOSE] += 1;
    }
    if (Number.isInteger(log2(j + 1))) worst[log2(j + 1)] = state[LARGEST];
  }
  state[PAIRS_DONE] = Math.max(state[PAIRS_DONE], to);
}

/** 4, 8, 16, ... below n, then n. */
const sizes = (n: number): number[] => [
  ...[4, 8, 16, 32, 64, 128, 256, 512, 1024].filter((size) => size < n),
  ...(n >= 2 ? [n] : []),
];
/** Which power of two n is; a fraction where it is none. */
function log2(n: number): number {
  let k = 0;
  while (n > 1 && n % 2 === 0) {
    n /= 2;
    k += 1;
  }
  return n === 1 ? k : 0.5;
}

const curves = memoizeLru(8, (own: number): CodesSnapshot['medians'] =>
  [...new Set([8, 16, 32, 64, 128, 256, own])]
    .sort((a, b) => a - b)
    .map((d) => ({
      d,
      at: [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096].map((n) => [
        n,
        Math.round(medianWorst(d, n) * 1e4) / 1e4,
      ]),
    })),
);

/** All of the books that no trial changes. */
const books = memoizeLru(4, (d: number, N: number, seed: number): Record<Code, Book> => {
  const V = directions(d, N, seed);
  return {
    onehot: bookOf('onehot', V, d, N),
    composed: bookOf('composed', V, d, N),
    superposed: bookOf('superposed', V, d, N),
  };
});

function bookOf(code: Code, V: Float64Array, d: number, N: number): Book {
  const coding = CODINGS[code];
  const write = coding.writer(V, d);
  const room = coding.room(d);
  const heard = Array.from({ length: MOST }, (_, k) => {
    const on = ORDER.slice(0, k + 1);
    return { on, scores: coding.scores(V, d, N, on) };
  });
  return {
    names: code === 'superposed' ? N : Math.min(room, N),
    room,
    rows: Array.from({ length: SHOWN }, (_, j) => {
      const h = new Float64Array(d);
      write(j, h);
      return scaled(h.subarray(0, Math.min(d, LIGHTS)), 100);
    }),
    scores: heard.map(({ scores }) => scaled(scores.subarray(0, SHOWN), 1000)),
    ghosts: heard.map(({ on, scores }) => ghostsAmong(scores, on)),
    right: [],
    unseen: colourOfUnseen(d, N, write),
  };
}

/** Whole multiples of 1 / unit; never -0. */
const scaled = (values: Float64Array, unit: number): number[] =>
  Array.from(values, (x) => Math.round(x * unit) || 0);

/** Things that are not there and score as high as the faintest of those that are. */
function ghostsAmong(scores: Float64Array, on: readonly number[]): number {
  const least = Math.min(...on.map((j) => scores[j]));
  return scores.reduce((sum, x, j) => sum + (x >= least && !on.includes(j) ? 1 : 0), 0);
}
