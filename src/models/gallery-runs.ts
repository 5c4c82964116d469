// The structures of the gallery: which model grows each, from which start, and how one knows it when it is there.
//
//   body     the toy model with very rare features (polytopes.ts): n features in m neurons
//   sampled  the same in the way it is usually trained: random batches, Adam, 2 000 steps, p = 0.02
//   days     addition modulo seven (days.ts)
//   cube     the encoder problem (encoder.ts)
//   field    64 filters of an autoencoder on patches of dead leaves (filter-run.ts)
//   wheel    eight curve detectors (curve-run.ts)

import { adam, descend } from '../math/adam.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { median } from '../math/median.ts';
import { key, normal } from '../math/random.ts';
import * as wheel from './curve-run.ts';
import { drawn, STEPS as CURVE_STEPS } from './curves.ts';
import * as days from './days.ts';
import * as encoder from './encoder.ts';
import * as field from './filter-run.ts';
import { FILTERS } from './filters.ts';
import { gabor } from './gaborfit.ts';
import { kept } from './geometry.ts';
import { sampled } from './inputs.ts';
import { WIDE } from './patches.ts';
import { PIECES, type Name, type Piece } from './pieces.ts';
import * as polytopes from './polytopes.ts';
import { shape } from './shapes.ts';
import { loss, type Superposition } from './superposition.ts';
import { family } from './template-families.ts';

/** Plain data: the state of one of the models, and which model it is. */
export type GalleryRun =
  | { readonly grows: 'body'; readonly net: Superposition }
  | { readonly grows: 'sampled'; readonly net: Superposition }
  | { readonly grows: 'days'; readonly net: days.Days }
  | { readonly grows: 'cube'; readonly net: encoder.Encoder }
  | ({ readonly grows: 'field' } & field.Saved)
  | ({ readonly grows: 'wheel' } & wheel.Saved);

export interface Found {
  readonly shape: string;
  readonly right: boolean;
  /** where training lowers one that is quickly told */
  readonly loss?: number;
}

/** Where the parts of a structure lie, and whether each is kept. Pictures have no place. */
export interface Places {
  /** up to four numbers each, in the order of features, days or things */
  readonly at: readonly (readonly number[])[];
  readonly kept: readonly boolean[];
  /** cube: which corner each thing is at, a bit per neuron */
  readonly corner?: readonly number[];
}

type Kind = GalleryRun['grows'];
type RunOf<K extends Kind> = Extract<GalleryRun, { grows: K }>;
type PieceOf<K extends Kind> = Extract<Piece, { grows: K }>;
type GrowerOf<K extends Kind> = Grower<RunOf<K>, PieceOf<K>>;

/** What each kind of model must answer. Methods, not properties: one of each kind stands for all (`growerOf`). */
interface Grower<Run extends GalleryRun = GalleryRun, P extends Piece = Piece> {
  begin(piece: P, seed: number, k: Kernels): Run;
  steps(piece: P): number;
  /** One step, in place; `step` counts from 0. */
  train(run: Run, seed: number, step: number, k: Kernels): void;
  verdict(run: Run, piece: P, seed: number, done: boolean): Found;
  places(run: Run): Places;
}

const SAMPLED = { steps: 2000, rate: 0.01, last: 0.3, active: 0.02 } as const;
/** Inputs in which something is active, of 256 at this rarity, by the number of features. */
const BATCH: Readonly<Record<number, number>> = { 6: 29, 7: 34 };

/** What the gallery trains its filters on. */
export const filtersOf = (seed: number): field.Course => ({ world: 'leaves', method: 'autoencoder', seed });

const ones = (n: number): Float64Array => new Float64Array(n).fill(1);
const all = (n: number): boolean[] => Array<boolean>(n).fill(true);
const nowhere = (): Places => ({ at: [], kept: [] });

/** The columns of W, one a feature. */
function featurePlaces({ net: { theta, n, m } }: { readonly net: Superposition }): Places {
  return {
    at: Array.from({ length: n }, (_, f) => Array.from(theta.subarray(f * m, f * m + m))),
    kept: kept(theta, n, m),
  };
}

function shapeOf({ theta, n, m }: Superposition, wanted: string, L: number): Found {
  const name = shape(theta, n, m);
  return { shape: name, right: name === wanted, loss: L };
}

const body: GrowerOf<'body'> = {
  begin: ({ n, m }, seed) => ({ grows: 'body', net: polytopes.create(n, m, seed) }),
  steps: ({ n }) => polytopes.schedule(n).steps,
  train: ({ net }, _seed, step) => polytopes.train(net, step),
  verdict: ({ net }, piece) => shapeOf(net, piece.shape, polytopes.expected(net)),
  places: featurePlaces,
};

const sampledBody: GrowerOf<'sampled'> = {
  begin({ n, m }, seed) {
    const k = key(seed, 72);
    const theta = Float64Array.from({ length: n * m + n }, (_, i) =>
      i < n * m ? (0.5 * normal(k, i)) / Math.sqrt(m) : 0,
    );
    return { grows: 'sampled', net: { n, m, theta, adam: adam(theta.length) } };
  },
  steps: () => SAMPLED.steps,
  train({ net }, seed, step) {
    const { active, rate, last, steps: end } = SAMPLED;
    const gradient = new Float64Array(net.theta.length);
    loss(net, sampled(net.n, active, BATCH[net.n], seed, step), ones(net.n), gradient);
    descend(net.adam, net.theta, gradient, rate * Math.min(1, (end - step) / (last * end)));
  },
  verdict: ({ net }, piece) =>
    shapeOf(net, piece.shape, loss(net, sampled(net.n, SAMPLED.active, 4096, 0, -1), ones(net.n))),
  places: featurePlaces,
};

const week: GrowerOf<'days'> = {
  begin: (_piece, seed) => ({ grows: 'days', net: days.begin(seed) }),
  steps: () => days.STEPS,
  train: ({ net }) => days.train(net),
  verdict({ net }) {
    const { loss: L, right: share } = days.loss(net.theta);
    const right = share > 0.999 && days.circle(net.theta).uneven < 0.1;
    return { shape: right ? 'circle' : 'no circle', right, loss: L };
  },
  places({ net }) {
    const { points } = days.circle(net.theta);
    const size = Math.max(...points.map(([x, y]) => Math.sqrt(x * x + y * y)));
    return { at: points.map(([x, y]) => [x / size, y / size]), kept: all(days.P) };
  },
};

const cube: GrowerOf<'cube'> = {
  begin: ({ n, m }, seed) => ({ grows: 'cube', net: encoder.begin(n, m, seed) }),
  steps: () => encoder.STEPS,
  train: ({ net }) => encoder.train(net),
  verdict({ net }) {
    const taken = encoder.corners(net);
    return { shape: `${taken} of ${net.N} corners`, right: taken === net.N, loss: encoder.loss(net) };
  },
  places({ net }) {
    const at = encoder.codes(net);
    const corner = at.map((h) => h.reduce((bits, x, j) => (x > 0 ? bits | (1 << j) : bits), 0));
    return { at, kept: all(net.N), corner };
  },
};

const gabors: GrowerOf<'field'> = {
  begin: (_piece, seed, k) => ({ grows: 'field', ...field.begin(filtersOf(seed), k) }),
  steps: () => field.steps('autoencoder'),
  train: (run, seed, step, k) => field.train(run, filtersOf(seed), step, k),
  verdict: (run, _piece, seed, done) =>
    done ? gaborField(field.filters(run, filtersOf(seed))) : { shape: 'not a Gabor field yet', right: false },
  places: nowhere,
};

const curves: GrowerOf<'wheel'> = {
  begin: (_piece, seed, k) => ({ grows: 'wheel', ...wheel.begin(seed, k) }),
  steps: () => CURVE_STEPS,
  train: (run, seed, step, k) => wheel.train(run, seed, step, k),
  verdict(run) {
    const right = median(family(templates(run)).aligned) > 0.85;
    return { shape: right ? 'one curve, turned' : 'no family', right };
  },
  places: nowhere,
};

const growers: { readonly [K in Kind]: GrowerOf<K> } = {
  body,
  sampled: sampledBody,
  days: week,
  cube,
  field: gabors,
  wheel: curves,
};

const growerOf = (grows: Kind): Grower => growers[grows];

/** The untrained model of a piece. */
export function begin(name: Name, seed: number, k: Kernels): GalleryRun {
  const piece = PIECES[name];
  return growerOf(piece.grows).begin(piece, seed, k);
}

/** How many steps a whole run of this piece takes. */
export function steps(name: Name): number {
  const piece = PIECES[name];
  return growerOf(piece.grows).steps(piece);
}

/** One step, in place; `step` counts from 0. */
export function train(run: GalleryRun, seed: number, step: number, k: Kernels): void {
  growerOf(run.grows).train(run, seed, step, k);
}

/**
 * What it is now: a shape's name, "circle" or "corners" of how many; and whether that is what the piece is called.
 * @param done the run is at its end: a field of filters is told only then, since that takes a second
 */
export function verdict(name: Name, run: GalleryRun, seed = 0, done = true): Found {
  return growerOf(run.grows).verdict(run, PIECES[name], seed, done);
}

/** Where the parts of the structure lie. */
export const points = (run: GalleryRun): Places => growerOf(run.grows).places(run);

/** A whole run. */
export function grow(name: Name, seed: number, k: Kernels): GalleryRun {
  const run = begin(name, seed, k);
  for (let step = 0; step < steps(name); step++) train(run, seed, step, k);
  return run;
}

/** Of a wheel: its eight expanded templates, [8][11 11]. */
export const templates = (saved: wheel.Saved): number[][] => drawn(wheel.weights(saved));

/** A field: a Gabor function explains more than 85 % of the median filter, and none of eight directions is missing. */
function gaborField(F: Float64Array): Found {
  const fits = Array.from({ length: FILTERS }, (_, i) => gabor(F.subarray(i * WIDE, (i + 1) * WIDE)));
  const directions = new Set(fits.map(({ turn }) => Math.floor((turn / Math.PI) * 8 + 0.5) % 8)).size;
  const good = median(fits.map(({ R2 }) => R2)) > 0.85;
  return {
    shape: good ? `Gabors in ${directions} of 8 directions` : 'no Gabors',
    right: good && directions === 8,
  };
}
