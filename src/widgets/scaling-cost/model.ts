// The worker's side of `scaling-cost`. A step of its run prices one more size of model, eight sizes to a factor of ten.

import { exp } from '../../math/functions.ts';
import { cost, extreme, hours, unitsOf, WAYS } from '../../models/prices.ts';
import type { Model } from '../../runtime/widget.ts';
import { SMALLEST, valuesOf, type CostParams } from './params.ts';
import type { CostSnapshot, Range } from './snapshot.ts';

interface M {
  readonly numbers: Float64Array;
}
export const SIZES = 56;
export const LN10 = 2.302585092994046;
/** 10^6 to 10^13 */
const size = (k: number): number => SMALLEST * exp((LN10 * k) / 8);

export const model: Model<CostParams, M, CostSnapshot> = {
  engine: 2, // 1 took another wage where none was given
  memory: 1e6,
  create: () => ({ numbers: new Float64Array(1 + (SIZES + 1) * 9) }),
  end: () => SIZES,
  train: ({ numbers }, params, step) => {
    if (step === 0) price(numbers, params, 0);
    price(numbers, params, step + 1);
    numbers[0] = step + 2;
  },
  edit: () => false,
  weights: ({ numbers }) => numbers,
  observe({ numbers }, params, step) {
    const count = numbers[0];
    const at = (k: number, w: number): Range =>
      [0, 1, 2].map((e) => digits(numbers[1 + k * 9 + w * 3 + e])) as unknown as Range;
    return {
      step,
      end: SIZES,
      sizes: Array.from({ length: count }, (_, k) => digits(size(k))),
      curves: Object.fromEntries(
        WAYS.map((way, w) => [way, Array.from({ length: count }, (_, k) => at(k, w))]),
      ) as unknown as CostSnapshot['curves'],
      here: here(params),
    };
  },
};

const digits = (x: number): number => Number(x.toPrecision(6));
const ends = (params: CostParams) => {
  const { low, mid, high } = valuesOf(params);
  return [extreme(low, high, 'low'), mid, extreme(low, high, 'high')] as const;
};

function price(numbers: Float64Array, params: CostParams, k: number): void {
  ends(params).forEach((values, e) =>
    WAYS.forEach((way, w) => {
      numbers[1 + k * 9 + w * 3 + e] = cost(way, size(k), values);
    }),
  );
}

function here(params: CostParams): CostSnapshot['here'] {
  const { parameters: P } = params;
  const over = (of: (v: ReturnType<typeof ends>[number]) => number): Range =>
    ends(params).map((v) => digits(of(v))) as unknown as Range;
  return {
    parameters: P,
    units: over((v) => unitsOf(P, v)),
    costs: Object.fromEntries(
      WAYS.map((way) => [way, over((v) => cost(way, P, v))]),
    ) as unknown as CostSnapshot['here']['costs'],
    hand: over((v) => hours(unitsOf(P, v), v)),
    structure: over((v) => hours(unitsOf(P, v) / v.family, v)),
    tokens: over((v) => unitsOf(P, v) * v.evaluations * v.tokens),
  };
}
