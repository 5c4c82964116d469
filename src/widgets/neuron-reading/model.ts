// The worker's side of `neuron-reading`. A step of its run is one more fresh example.

import type { Model } from '../../runtime/widget.ts';
import {
  readingExperiment,
  KINDS,
  scoreOf,
  type ReadingExperiment,
  type Kind,
  type Unit,
} from '../../models/reading-experiment.ts';
import { TESTED } from '../../models/reading.ts';
import { round3 } from '../../math/rounding.ts';
import type { ReadingParams } from './params.ts';
import type { ReadingSnapshot, Sheet } from './snapshot.ts';

/** Plain data: the experiment's weights and, as the last number, how many fresh examples were seen. */
interface ReadingRun {
  readonly numbers: Float64Array;
}

/** The experiments of the last seeds: one takes a second to make. */
const experiments = new Map<number, ReadingExperiment>();
function experimentOf({ seed }: ReadingParams): ReadingExperiment {
  const known = experiments.get(seed);
  if (known) return known;
  if (experiments.size > 3) experiments.delete(experiments.keys().next().value!);
  const made = readingExperiment(seed);
  experiments.set(seed, made);
  return made;
}

/** Firings that are shown at most. */
const SHOWN = 100;

/** One unit after `count` fresh examples. @param asked its number from 1; the last one where there are fewer */
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
      level: round3(unit.read[s] / most),
      on: Array.from({ length: n }, (_, f) => [f, round3(X[s * n + f])] as const).filter(([, x]) => x > 0),
    })),
    precision: all.map((a) => round3(a.precision)),
    recall: all.map((a) => round3(a.recall)),
    r2: all.map((a) => round3(a.r2)),
  };
}

/** At how many of the first `count` fresh examples a unit fired, and which features were active at the last of them. */
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

export const model: Model<ReadingParams, ReadingRun, ReadingSnapshot> = {
  engine: 1,
  memory: 4e6,
  create: (params) => ({ numbers: Float64Array.of(...experimentOf(params).weights, 0) }),
  end: () => TESTED,
  train: ({ numbers }) => {
    numbers[numbers.length - 1] += 1;
  },
  edit: () => false,
  weights: ({ numbers }) => numbers,
  observe({ numbers }, params, step) {
    const on = experimentOf(params);
    const count = numbers[numbers.length - 1];
    return {
      step,
      end: TESTED,
      n: on.n,
      left: sheet(on, params.kind, params.unit, count),
      right: sheet(on, 'feature', params.feature, count),
      all: KINDS.map((kind) => {
        const scores = on.units[kind].map((unit) => scoreOf(on, unit, count));
        return {
          kind,
          precision: scores.map((s) => round3(s.precision)),
          r2: scores.map((s) => round3(s.r2)),
        };
      }),
    };
  },
};
