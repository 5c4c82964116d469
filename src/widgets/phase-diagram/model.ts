// The worker's side of `phase-diagram`: a step trains one cell of both maps to the end.

import { once } from '../../math/kernels/once.ts';
import { memoizeLru } from '../../math/memoize.ts';
import { bestSplit, boundary, fateOfThree, fateOfTwo, type Theory } from '../../models/phase-theory.ts';
import { alignTurn } from '../../models/geometry.ts';
import { ignored } from '../../models/phase.ts';
import { fateOf, trainCell, type Beginning } from '../../models/sweep.ts';
import { start as begin, type Start } from '../../models/superposition.ts';
import type { Model } from '../../runtime/widget.ts';
import { absences, CELLS, columnOf, lasts, rowOf, SIDE } from './grid.ts';
import type { PhaseParams } from './params.ts';
import type { Map2, PhaseSnapshot } from './snapshot.ts';

/** The fixed starts of a map's cells. */
const fixedStarts: Readonly<Record<Map2, readonly Start[]>> = {
  two: ['first', 'second', 'pair'],
  three: ['first', 'pair', 'orthogonal'],
};
/** Numbers of a model: weights and biases. */
const SIZE = { two: 4, three: 9 } as const;
const BOTH = SIZE.two + SIZE.three;

/** theta [cell][4 + 9], as the toy model has them; won and loss [cell][2]. */
interface TrainedCells {
  readonly theta: Float64Array;
  readonly won: Uint8Array;
  readonly loss: Float64Array;
  readonly done: Uint8Array;
}

export const model: Model<PhaseParams, TrainedCells, PhaseSnapshot> = {
  engine: 2, // 2: f32 on the compiled kernels
  memory: 4e6,
  create: () => ({
    theta: new Float64Array(CELLS * BOTH),
    won: new Uint8Array(CELLS * 2),
    loss: new Float64Array(CELLS),
    done: new Uint8Array(CELLS),
  }),
  end: () => CELLS,

  train({ theta, won, loss, done }, { starts, seed }, step, k) {
    const cell = scattered(step);
    const first = starts === 'one' ? 400 * (seed - 1) + cell + 1 : 0;
    (['two', 'three'] as const).forEach((map, i) => {
      const trained = cellsOf(k)(map, first, cell);
      theta.set(trained.theta, cell * BOTH + i * SIZE.two);
      won[cell * 2 + i] = first ? 0 : fixedStarts[map].indexOf(trained.won.start);
      if (map === 'two') loss[cell] = trained.loss;
    });
    done[cell] = 1;
  },

  edit: () => false,

  observe(state, params, step) {
    const { theta, won, done } = state;
    const each = (say: (cell: number) => string | number): string =>
      Array.from(done, (yes, cell) => (yes ? say(cell) : '.')).join('');
    const [two, three] = [0, SIZE.two].map(
      (from) => (cell: number) => theta.subarray(cell * BOTH + from, cell * BOTH + (from ? BOTH : SIZE.two)),
    );
    return {
      step,
      end: CELLS,
      two: each((cell) => fateOf(two(cell), 2)),
      three: each((cell) => fateOf(three(cell), 3)),
      wonTwo: each((cell) => won[2 * cell]),
      wonThree: each((cell) => won[2 * cell + 1]),
      sameSide: params.starts === 'one' ? each((cell) => sameSide(400 * (params.seed - 1) + cell + 1)) : '',
      weightsTwo: thousandths(Array.from(done, (_, cell) => [...two(cell).subarray(0, 2)]).flat()),
      weightsThree: thousandths(
        Array.from(done, (yes, cell) => (yes ? displayed(three(cell)) : [0, 0, 0, 0, 0, 0])).flat(),
      ),
      ...predicted(),
      gap: gaps(state),
    };
  },

  weights: ({ theta }) => theta,
};

/** The 400 cells in an order that fills the map evenly: 163 has no factor in common with 400. */
const scattered = (step: number): number => (step * 163 + 210) % CELLS;

/** Kept: a second look at the same map, back and forth through the run or after another, costs nothing. */
const cellsOf = once((k) =>
  memoizeLru(4 * CELLS, (map: Map2, seed: number, cell: number) => {
    const beginnings: Beginning[] = seed
      ? [{ start: 'random', seed }]
      : fixedStarts[map].map((start) => ({ start, seed: 1 }));
    return trainCell(k, map === 'two' ? 2 : 3, absences[columnOf(cell)], lasts[rowOf(cell)], beginnings);
  }),
);

/** 1 where the two random weights on the single neuron begin on the same side. */
const sameSide = memoizeLru(CELLS, (seed: number): number => {
  const { theta } = begin(2, 1, 'random', seed);
  return theta[0] * theta[1] > 0 ? 1 : 0;
});

const thousandths = (values: readonly number[]): number[] =>
  values.map((value) => Math.round(value * 1000) || 0);

/** The three directions in display coordinates. */
function displayed(theta: Float64Array): number[] {
  const [a, b, c, d] = alignTurn(theta, 3, 2);
  return [0, 2, 4].flatMap((f) => [a * theta[f] + b * theta[f + 1], c * theta[f] + d * theta[f + 1]]);
}

const ALL: readonly Theory[] = ['naive', 'symmetric', 'full'];
/** What the closed forms say of every cell; the same for every run. */
const predicted = memoizeLru(1, (): Pick<PhaseSnapshot, 'theory' | 'boundary'> => {
  const cells = Array.from({ length: CELLS }, (_, cell): [number, number] => [
    1 - absences[columnOf(cell)],
    lasts[rowOf(cell)],
  ]);
  const of = <T>(make: (theory: Theory) => T): Record<Theory, T> =>
    Object.fromEntries(ALL.map((theory) => [theory, make(theory)])) as Record<Theory, T>;
  const densities = Array.from(
    { length: 2 * SIDE - 1 },
    (_, i) => 1 - (i % 2 ? between(absences[i >> 1], absences[(i >> 1) + 1]) : absences[i >> 1]),
  );
  return {
    theory: of((theory) => ({
      two: cells.map(([p, r]) => fateOfTwo(p, r, theory)).join(''),
      three: cells.map(([p, r]) => fateOfThree(p, r, theory)).join(''),
    })),
    boundary: of((theory) => densities.map((p) => Math.round(boundary(p, theory) * 1e4) / 1e4)),
  };
});

/** The absence whose density is the geometric mean of two. */
const between = (a: number, b: number): number => 1 - Math.sqrt((1 - a) * (1 - b));

/** Loss of the best closed form of a cell of two features. */
const cheapest = memoizeLru(CELLS, (cell: number): number => {
  const p = 1 - absences[columnOf(cell)];
  const r = lasts[rowOf(cell)];
  return Math.min(bestSplit(p, r).value, Math.min(r, 1) * ignored(p));
});

/** How far the trained losses lie above the best closed form: median and largest, as parts of it. */
function gaps({ loss, done }: TrainedCells): [number, number] {
  const sorted = Array.from(loss)
    .flatMap((value, cell) => (done[cell] ? [value / cheapest(cell) - 1] : []))
    .sort((a, b) => a - b);
  return sorted.length ? [sorted[sorted.length >> 1], sorted[sorted.length - 1]] : [0, 0];
}
