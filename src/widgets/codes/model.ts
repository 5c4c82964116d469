// The worker's side of `codes`: a step is one trial for every number of things at once, and a part of all pairs; types first.

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
import type { Model, Snapshot } from '../../runtime/widget.ts';
import type { Code, CodesParams } from './params.ts';

export const TRIALS = 200;
export const MOST = 8;
export const SHOWN = 8;
export const LIGHTS = 16;
export const PAIRED = 1024;
/** The things that are there at once, in the order in which they come: colour j % 4, shape j / 4. */
export const ORDER: readonly number[] = [0, 5, 2, 7, 1, 4, 3, 6];

/** One code book. */
export interface Book {
  /** how many of the N things it names; how many it could */
  readonly names: number;
  readonly room: number;
  /** activities of the first neurons for the things that are shown, hundredths, [SHOWN][lights] */
  readonly rows: readonly (readonly number[])[];
  /** for k = 1 ... MOST at once: the reader's score of every shown thing, thousandths, [MOST][SHOWN] */
  readonly scores: readonly (readonly number[])[];
  /** for k at once: things of all N that score as high as the faintest of those that are there, and are not; [MOST] */
  readonly ghosts: readonly number[];
  /** for k at once: share of the trials in which all were read, [MOST]; 0 before the first trial */
  readonly right: readonly number[];
  /** share right of a linear reader of colour on things it was never shown */
  readonly unseen: number;
}

export interface CodesSnapshot extends Snapshot {
  readonly d: number;
  readonly N: number;
  readonly attributes: number;
  readonly onehot: Book;
  readonly composed: Book;
  readonly superposed: Book;
  /** largest |cos| among the first n random directions: [n, measured, exact median], n in factors of two up to N, at most PAIRED */
  readonly worst: readonly (readonly [n: number, measured: number, median: number])[];
  /** exact median at n in factors of two up to 4096, per d */
  readonly medians: readonly {
    readonly d: number;
    readonly at: readonly (readonly [n: number, median: number])[];
  }[];
  /** random directions whose median largest |cos| is 0.5, 0.3 */
  readonly half: number;
  readonly third: number;
  /** pairs of shown or unshown directions, of all measured ones, with |cos| > 0.5; and how many to expect */
  readonly close: number;
  readonly closeExpected: number;
  readonly pairs: number;
}

/** right [3][MOST] counts; worst [n] the largest |cos| with n directions so far */
interface M {
  readonly right: Float64Array;
  readonly worst: Float64Array;
  readonly state: Float64Array;
}
const CODES: readonly Code[] = ['onehot', 'composed', 'superposed'];
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
        if (readsAll(scores(code, V, d, N, on), on)) model.right[c * MOST + k - 1] += 1;
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

function scores(code: Code, V: Float64Array, d: number, N: number, on: readonly number[]): Float64Array {
  return code === 'onehot'
    ? scoresOneHot(d, N, on)
    : code === 'composed'
      ? scoresComposed(d, N, on)
      : scoresSuperposed(V, d, N, on);
}

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
  const write = { onehot: writeOneHot(d), composed: writeComposed(d), superposed: writeSuperposed(V, d) };
  const made = CODES.map((code): [Code, Book] => {
    const heard = Array.from({ length: MOST }, (_, k) => {
      const on = ORDER.slice(0, k + 1);
      return { on, scores: scores(code, V, d, N, on) };
    });
    return [
      code,
      {
        names: code === 'onehot' ? Math.min(d, N) : code === 'composed' ? Math.min(combinations(d), N) : N,
        room: code === 'onehot' ? d : code === 'composed' ? combinations(d) : howMany(d, 0.5),
        rows: Array.from({ length: SHOWN }, (_, j) => {
          const h = new Float64Array(d);
          write[code](j, h);
          return Array.from(h.subarray(0, Math.min(d, LIGHTS)), (x) => Math.round(x * 100) || 0);
        }),
        scores: heard.map(({ scores: s }) =>
          Array.from(s.subarray(0, SHOWN), (x) => Math.round(x * 1000) || 0),
        ),
        ghosts: heard.map(({ on, scores: s }) => {
          const least = Math.min(...on.map((j) => s[j]));
          return s.reduce((sum, x, j) => sum + (x >= least && !on.includes(j) ? 1 : 0), 0);
        }),
        right: [],
        unseen: colourOfUnseen(d, N, write[code]),
      },
    ];
  });
  return Object.fromEntries(made) as Record<Code, Book>;
});
