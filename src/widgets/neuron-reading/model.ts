// The worker's side of `neuron-reading`: types first. A step of its run is one more fresh example.

import type { Model, Snapshot } from '../../runtime/widget.ts';
import {
  readingExperiment,
  KINDS,
  scoreOf,
  type ReadingExperiment,
  type Kind,
  type Unit,
} from '../../models/reading-experiment.ts';
import { TESTED } from '../../models/reading.ts';
import type { ReadingParams } from './params.ts';

/** One unit, its examples and how every feature would do as the hypothesis about it. Features count from 0. */
export interface Sheet {
  readonly kind: Kind;
  /** from 1, and how many there are */
  readonly index: number;
  readonly of: number;
  /** the ten examples read: activation over the largest, and the active features with their values */
  readonly rows: readonly {
    readonly level: number;
    readonly on: readonly (readonly [feature: number, value: number])[];
  }[];
  /** the machine's hypothesis */
  readonly machine: number;
  /** fresh examples at which it fired, up to this step */
  readonly fired: number;
  /** the last hundred of them at most: bit f is set where feature f was active */
  readonly firings: readonly number[];
  /** of every feature as the hypothesis, [n] */
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  readonly r2: readonly number[];
}

export interface ReadingSnapshot extends Snapshot {
  readonly n: number;
  readonly left: Sheet;
  readonly right: Sheet;
  /** the machine's readings of all units of a kind */
  readonly all: readonly {
    readonly kind: Kind;
    readonly precision: readonly number[];
    readonly r2: readonly number[];
  }[];
}

/** Plain data: the desk's weights and, as the last number, how many fresh examples were seen. */
interface Seen {
  readonly numbers: Float64Array;
}

const desks = new Map<number, ReadingExperiment>();
function deskOf({ seed }: ReadingParams): ReadingExperiment {
  const known = desks.get(seed);
  if (known) return known;
  if (desks.size > 3) desks.delete(desks.keys().next().value!);
  const made = readingExperiment(seed);
  desks.set(seed, made);
  return made;
}

const three = (x: number): number => Math.round(x * 1000) / 1000 || 0;
const SHOWN = 100;

function sheet(on: ReadingExperiment, kind: Kind, asked: number, count: number): Sheet {
  const units = on.units[kind];
  const index = Math.min(asked, units.length);
  const unit = units[index - 1];
  const { n } = on;
  const X = on.read.inputs.X_sf;
  const most = unit.read[unit.rows[0]];
  const all = Array.from({ length: n }, (_, f) => scoreOf(on, unit, count, f));
  return {
    kind,
    index,
    of: units.length,
    machine: unit.guess,
    ...firings(on, unit, count),
    rows: unit.rows.map((s) => ({
      level: three(unit.read[s] / most),
      on: Array.from({ length: n }, (_, f) => [f, three(X[s * n + f])] as const).filter(([, x]) => x > 0),
    })),
    precision: all.map((a) => three(a.precision)),
    recall: all.map((a) => three(a.recall)),
    r2: all.map((a) => three(a.r2)),
  };
}

function firings(
  { fresh, n }: ReadingExperiment,
  unit: Unit,
  count: number,
): { fired: number; firings: number[] } {
  const at: number[] = [];
  const X = fresh.inputs.X_sf;
  for (let s = 0; s < count; s++) if (unit.fresh[s] > unit.fires) at.push(s);
  return {
    fired: at.length,
    firings: at.slice(-SHOWN).map((s) => {
      let bits = 0;
      for (let f = 0; f < n; f++) if (X[s * n + f] > 0) bits |= 1 << f;
      return bits;
    }),
  };
}

export const model: Model<ReadingParams, Seen, ReadingSnapshot> = {
  engine: 1,
  memory: 4e6,
  create: (params) => ({ numbers: Float64Array.of(...deskOf(params).weights, 0) }),
  end: () => TESTED,
  train: ({ numbers }) => {
    numbers[numbers.length - 1] += 1;
  },
  edit: () => false,
  weights: ({ numbers }) => numbers,
  observe({ numbers }, params, step) {
    const on = deskOf(params);
    const count = numbers[numbers.length - 1];
    return {
      step,
      end: TESTED,
      n: on.n,
      left: sheet(on, params.kind, params.unit, count),
      right: sheet(on, 'feature', params.feature, count),
      all: KINDS.map((kind) => {
        const scores = on.units[kind].map((unit) => scoreOf(on, unit, count));
        return { kind, precision: scores.map((s) => three(s.precision)), r2: scores.map((s) => three(s.r2)) };
      }),
    };
  },
};
