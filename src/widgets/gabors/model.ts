// The worker's side of `gabors`: 40 pictures are drawn, one a step; then 64 filters are learned from their patches.

import { packed } from '../../math/bytes.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import { begin, FILTERS, learner, shownIn, STEPS, train, type Learner } from '../../models/filters.ts';
import { gabor } from '../../models/gaborfit.ts';
import { GREY } from '../../models/leaves.ts';
import { drawMore, drawn, PICTURES, pictureOf, seen, WIDE, type Drawn } from '../../models/patches.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import type { GaborsParams } from './params.ts';

export interface GaborsSnapshot extends Snapshot {
  readonly world: GaborsParams['world'];
  /** pictures drawn so far, of 40; the newest, [64][64], packed */
  readonly pictures: number; readonly picture: string;
  /** 64 filters of 12 x 12, packed (src/math/bytes.ts); empty before there are any */
  readonly filters: string;
  /** at the end: share of each filter that a Gabor function explains, its direction (radians) and frequency (cycles per px) */
  readonly R2: readonly number[]; readonly turn: readonly number[]; readonly frequency: readonly number[];
}

interface Saved { readonly state: Float32Array | Float64Array }

const graphs = new WeakMap<Kernels, Learner>();
function graph(k: Kernels): Learner {
  if (!graphs.has(k)) graphs.set(k, learner(k));
  return graphs.get(k)!;
}

/** Pictures are a function of (world, seed): the last two sets are kept, and drawn anew when they are asked for. */
const sets = new Map<string, Drawn>();
function pictures({ world, seed }: GaborsParams, count: number): Drawn {
  const name = `${world} ${seed}`, set = sets.get(name) ?? drawn(world, seed);
  if (!sets.has(name)) { sets.set(name, set); if (sets.size > 2) sets.delete(sets.keys().next().value!); }
  while (set.own.length < count && !drawMore(set));
  return set;
}
const whole = (params: GaborsParams): Required<Drawn> => pictures(params, PICTURES) as Required<Drawn>;

/** A picture at half its size. */
function small(params: GaborsParams, i: number): string {
  const full = pictureOf(params.world, params.seed, i), n = GREY.size, half = n / 2;
  return packed(Float64Array.from({ length: half * half }, (_, p) => { const at = 2 * Math.floor(p / half) * n + 2 * (p % half); return (full[at] + full[at + 1] + full[at + n] + full[at + n + 1]) / 2 - 1; }), 1);
}

const three = (v: number): number => Math.round(v * 1000) / 1000;

export const model: Model<GaborsParams, Saved, GaborsSnapshot> = {
  engine: 1,
  memory: 3e6,
  create({ method, seed }, k) {
    const net = graph(k);
    begin(net, method, seed);
    return { state: net.optimiser.save().fill(0, net.optimiser.size) };
  },
  end: ({ method }) => PICTURES + STEPS[method],
  train({ state }, params, step, k) {
    if (step < PICTURES) { pictures(params, step + 1); return; }
    const net = graph(k);
    net.optimiser.restore(state, step - PICTURES);
    train(net, params.method, whole(params), params.seed, step - PICTURES);
    state.set(net.optimiser.save());
  },
  edit: () => false,
  weights: ({ state }) => state.subarray(0, state.length / 3),
  look({ state }, params, step) {
    const end = model.end(params), count = Math.min(step, PICTURES), picture = small(params, Math.max(0, count - 1));
    if (step < PICTURES) return { step, end, world: params.world, pictures: count, picture, filters: '', R2: [], turn: [], frequency: [] };
    const { whitening, spread } = whole(params), F = seen(shownIn(state.subarray(0, state.length / 3), params.method, spread), FILTERS, whitening);
    const fits = step < end ? [] : Array.from({ length: FILTERS }, (_, i) => gabor(F.subarray(i * WIDE, (i + 1) * WIDE)));
    return { step, end, world: params.world, pictures: count, picture, filters: packed(F, FILTERS), R2: fits.map((g) => three(g.R2)), turn: fits.map((g) => three(g.turn)), frequency: fits.map((g) => three(g.frequency)) };
  },
};
