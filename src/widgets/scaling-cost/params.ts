// The state of `scaling-cost`, which is also its address: #parameters=8000000000&minutes=2&priceHigh=30

import type { Spec } from '../../runtime/params.ts';
import type { KeySteps } from '../../scene/control.ts';
import { ASSUMPTIONS, GPT2_XL, type Assumption, type Values } from '../../models/prices.ts';
import { GIVEN } from './assumptions.ts';

export type CostParams = { readonly parameters: number; readonly step?: number | undefined } & {
  readonly [K in Assumption | `${Assumption}Low` | `${Assumption}High`]: number;
};

/** Of the sizes that are priced, parameters. */
export const SMALLEST = 1e6;
export const LARGEST = 1e13;

/** Everything here is moved by factors. */
const KEYS: KeySteps = { step: { decades: 0.1 }, fine: { decades: 0.02 }, page: { decades: 1 } };

// The params are made from the table of assumptions, so their type is written by hand above.
const fields = Object.fromEntries(
  ASSUMPTIONS.flatMap((key) => {
    const { name, low, mid, high, was, min, max } = GIVEN[key];
    return (
      [
        [key, mid, ''],
        [`${key}Low`, low, ', low'],
        [`${key}High`, high, ', high'],
      ] as const
    ).map(
      ([name_, value, which]) =>
        [
          name_,
          {
            kind: 'real',
            default: value,
            ...(which ? {} : { was }),
            min,
            max,
            keys: KEYS,
            doc: `${name.toLowerCase()}${which}`,
          },
        ] as const,
    );
  }),
);

export const spec = {
  parameters: {
    kind: 'real',
    default: GPT2_XL.parameters,
    min: SMALLEST,
    max: LARGEST,
    keys: KEYS,
    doc: 'parameters of the model that is to be explained',
  },
  ...fields,
  step: { kind: 'int', default: undefined, min: 0, max: 56, doc: 'sizes that were priced; left out: all' },
} as Spec;

/** The three sets of values; a low one above the middle counts as the middle, and so on. */
export function valuesOf(params: CostParams): { low: Values; mid: Values; high: Values } {
  const pick = (of: (key: Assumption) => number): Values =>
    Object.fromEntries(ASSUMPTIONS.map((key) => [key, of(key)])) as unknown as Values;
  return {
    mid: pick((key) => params[key]),
    low: pick((key) => Math.min(params[key], params[`${key}Low`])),
    high: pick((key) => Math.max(params[key], params[`${key}High`])),
  };
}

/** What the keys of a param's slider do, where the spec is made from a table and its type does not tell. @throws when it says nothing */
export function keysOf(key: string): KeySteps {
  const field = spec[key];
  if (!field || !('keys' in field) || !field.keys) {
    throw new Error(`The spec says nothing about the keys of ${key}`);
  }
  return field.keys;
}
