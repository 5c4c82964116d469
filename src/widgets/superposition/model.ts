// The worker's side of `superposition`: a run of the toy model, and what is drawn of it.

import { plateaus, stairs } from '../../models/levels.ts';
import { geometry, gram, kept, norms, shares } from '../../models/geometry.ts';
import { strip } from '../../models/strip.ts';
import { restart, type Superposition } from '../../models/superposition.ts';
import type { Model } from '../../runtime/widget.ts';
import type { SuperpositionParams } from './params.ts';
import type { Strip, SuperpositionSnapshot } from './snapshot.ts';
import {
  advance,
  beadMarks,
  draws,
  fresh,
  ghostOf,
  lossMarks,
  schedule,
  settle,
  shownLoss,
  turned,
  weighting,
  type Rest,
} from './training.ts';

/** A run's state: the model, the leg of training it is in, and what is recorded for the pictures. */
interface M {
  readonly net: Superposition;
  /** the step at which the reader's hand last let go; Adam and the schedule began anew there */
  leg: number;
  moved: boolean;
  readonly rest: Rest;
  readonly ghost?: SuperpositionSnapshot['ghost'] | undefined;
  readonly curve: [number, number][];
  /** of a slow run, the loss before every step */
  readonly slow: number[];
  /** weights at the steps `beads`, [t][n * m] */
  readonly path: number[][];
  readonly beads: number[];
}

// After a hand on the weights the rate starts lower: enough to bring a vector back, not enough to throw the others about.
const GENTLE = 1 / 3;
const REACH = 2.5; // longest vector a hand can make

export const model: Model<SuperpositionParams, M, SuperpositionSnapshot> = {
  engine: 2, // 2: f32 on the compiled kernels
  memory: 4e6,

  create(params, k) {
    const { ghost: seed } = params;
    const rest = settle(params, k);
    return {
      net: fresh(params),
      leg: 0,
      moved: false,
      rest,
      curve: [],
      slow: [],
      path: [],
      beads: [],
      ...(seed ? { ghost: ghostOf({ ...params, seed }, k) } : {}),
    };
  },

  end: (params) => (params.edits.at(-1)?.step ?? 0) + schedule(params).steps,

  train(state, params, step, k) {
    const since = step - state.leg;
    const { steps } = schedule(params);
    if (params.mode === 'slow') state.slow.push(shownLoss(state.net, params, k));
    if (lossMarks(steps).has(since)) state.curve.push([step, shownLoss(state.net, params, k)]);
    if (beadMarks(steps).has(since)) remember(state, step);
    advance(state.net, params, step, since, state.moved ? GENTLE : 1, k);
  },

  edit(state, _, { step, index, x, y }) {
    const { net, rest } = state;
    if (index >= net.n) return false;
    remember(state, step);
    const up = net.m > 1 ? y : 0;
    const size = Math.sqrt(x * x + up * up);
    const fit = size > REACH ? REACH / size : 1;
    const [a, b, c, d] = rest.turn; // orthogonal: the way back is the transpose
    net.theta[net.m * index] = (a * x + c * up) * fit;
    if (net.m > 1) net.theta[net.m * index + 1] = (b * x + d * up) * fit;
    restart(net);
    state.leg = step;
    state.moved = true;
    return true;
  },

  observe(state, params, step, k) {
    const {
      net: { n, m, theta },
      rest,
      curve,
      path,
      beads,
    } = state;
    const now = shownLoss(state.net, params, k);
    const length = norms(theta, n, m);
    const trail = [...path, [...theta.subarray(0, n * m)]].map((W) => turned(W, n, m, rest.turn));
    return {
      step,
      end: model.end(params),
      n,
      m,
      vectors: trail[trail.length - 1],
      turn: rest.turn,
      biases: [...theta.subarray(n * m)],
      importances: [...weighting(params)],
      norms: length,
      kept: kept(theta, n, m),
      shares: shares(theta, n, m),
      gram: gram(theta, n, m),
      loss: now,
      curve: [...curve.filter(([at]) => at < step), [step, now]],
      lossRange: [rest.low, rest.high],
      trails: Array.from({ length: n }, (_, f) => trail.map((vectors) => vectors[f])),
      beads: [...beads, step],
      geometry: geometry(theta, n, m),
      ...climb(state, params),
      ...(params.mode === 'sampled' && !draws(params)
        ? {
            notice:
              'Batches are drawn of features that come by themselves; for features in pairs the exact loss was taken.',
          }
        : {}),
      ...(state.ghost ? { ghost: state.ghost } : {}),
    };
  },

  weights: (state) => state.net.theta,

  *survey(params): Generator<undefined, Strip, void> {
    return { n: params.features, stops: yield* strip(params.features, params.hidden, weighting(params)) };
  },
};

/** The stairs of a slow run; they are known for features of equal importance that come by themselves. */
function climb(
  { net: { n, m }, slow, rest, moved }: M,
  { mode, company, decay, last, absent }: SuperpositionParams,
): Pick<SuperpositionSnapshot, 'levels' | 'rests'> {
  if (mode !== 'slow' || company !== 'independent' || decay !== 1 || (last ?? 1) !== 1 || moved) return {};
  const levels = stairs(n, m, 1 - absent);
  const known = [...levels, { name: 'the end', loss: rest.low }];
  return {
    levels,
    rests: plateaus(slow, known)
      .filter(({ level }) => level.name !== 'the end')
      .map(({ from, to, loss, level, off }) => ({ from, to, name: level.name, loss, off })),
  };
}

function remember(state: M, step: number): void {
  state.path.push([...state.net.theta.subarray(0, state.net.n * state.net.m)]);
  state.beads.push(step);
}
