// Every assumption of the calculator: its range, and where each number comes from. "Ours" means that no source gave one.

import { GPT2_XL, LLAMA_8B, type Assumption } from '../../models/prices.ts';
import { EVALUATIONS, MEMBERS } from './borrowed.ts';

/** One assumption. */
export interface Given {
  readonly name: string;
  /** a shorter name */
  readonly brief: string;
  /** "$", "min", "density" (units per parameter); empty: a count */
  readonly unit: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** the middle before engine `until` */
  readonly was?: { readonly default: number; readonly until: number } | undefined;
  /** the scale on which it can be moved */
  readonly min: number;
  readonly max: number;
  readonly source: string;
  /** a shorter source */
  readonly short: string;
}
const fourDigits = (x: number): number => Number(x.toPrecision(4));

export const GIVEN: Readonly<Record<Assumption, Given>> = {
  density: {
    name: 'Units per parameter',
    brief: 'Units per parameter',
    unit: 'density',
    min: 1e-6,
    max: 1e-2,
    low: fourDigits(LLAMA_8B.neurons / LLAMA_8B.parameters),
    mid: GPT2_XL.neurons / GPT2_XL.parameters,
    high: fourDigits((131_072 * LLAMA_8B.layers) / LLAMA_8B.parameters),
    source:
      'neurons of Llama 3.1 8B (Choi 2024), of GPT-2 XL (Bills 2023); 131,072 latents a layer (Paulo 2025)',
    short: 'Choi 2024; Bills 2023; Paulo 2025',
  },
  minutes: {
    name: 'Minutes to explain one by hand',
    brief: 'Minutes by hand',
    unit: 'min',
    min: 0.05,
    max: 100,
    low: 0.5,
    mid: 1,
    high: 10,
    source: 'ours: no source gives one',
    short: 'ours',
  },
  wage: {
    name: 'What an hour of a reader costs',
    brief: 'An hour of a reader',
    unit: '$',
    min: 1,
    max: 1000,
    low: 15,
    mid: 65.69,
    high: 100,
    was: { default: 50, until: 2 },
    source:
      'median of US computer and information research scientists in May 2022 (BLS 2023); the range is ours',
    short: 'BLS 2023; ours',
  },
  evaluations: {
    name: 'Evaluations per unit, by machine',
    brief: 'Evaluations per unit',
    unit: '',
    min: 1,
    max: 10_000,
    low: 200,
    mid: EVALUATIONS,
    high: 576,
    source:
      '200 scored examples (Paulo 2024); tried by our search, measured in the explainer; every rule of two words',
    short: 'Paulo 2024; our search',
  },
  tokens: {
    name: 'Tokens per evaluation',
    brief: 'Tokens per evaluation',
    unit: '',
    min: 1,
    max: 10_000,
    low: 32,
    mid: 64,
    high: 500,
    source: '64 a passage (Paulo 2024); the range is ours',
    short: 'Paulo 2024; ours',
  },
  price: {
    name: 'Price of a million tokens',
    brief: 'A million tokens',
    unit: '$',
    min: 0.001,
    max: 100,
    low: 0.1,
    mid: 1,
    high: 10,
    source: 'ours: prices move, put in today’s',
    short: 'ours',
  },
  family: {
    name: 'Members that one description covers',
    brief: 'Members of a family',
    unit: '',
    min: 1,
    max: 1000,
    low: 2,
    mid: MEMBERS,
    high: 24,
    source: `${MEMBERS} curves that turn into one another, measured in the figure of families; the range is ours`,
    short: 'our curve family; ours',
  },
};
