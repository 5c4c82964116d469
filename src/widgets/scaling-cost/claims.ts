// The sentences that this figure carries, each with what would refute it. Arithmetic: the seed changes nothing.

import { cost, GPT2_XL, hours, unitsOf } from '../../models/prices.ts';
import { defaults } from '../../runtime/params.ts';
import type { Claim } from '../../runtime/widget.ts';
import { spec, valuesOf, type CostParams } from './params.ts';

const { mid } = valuesOf(defaults<CostParams>(spec));
const P = GPT2_XL.parameters;

export const claims: Claim[] = [
  {
    id: 'cost-gpt2',
    atLeast: 10,
    sentence: 'At one minute each, the 307,200 neurons of GPT-2 XL take 5,120 hours by hand.',
    test: () => {
      const units = Math.round(unitsOf(P, mid));
      const value = hours(units, mid);
      return { ok: units === 307_200 && value === 5120, value };
    },
  },
  {
    id: 'cost-machine',
    atLeast: 10,
    sentence: 'With the middle assumptions a machine is at least ten times cheaper than hands.',
    test: () => {
      const value = cost('hand', P, mid) / cost('machine', P, mid);
      return { ok: value >= 10, value };
    },
  },
  {
    id: 'cost-structure',
    atLeast: 10,
    sentence:
      'Structure saves the size of a family and no more: whatever the size of the model, the same factor.',
    test: () => {
      const ratio = (size: number): number => cost('hand', size, mid) / cost('structure', size, mid);
      const value = ratio(1e12);
      return { ok: Math.abs(value - mid.family) < 1e-9 && Math.abs(ratio(1e7) - value) < 1e-9, value };
    },
  },
];
