// What the figure says: the claim, the bill, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { ASSUMPTIONS, GPT2_XL, LLAMA_8B, type Way } from '../../models/prices.ts';
import { grouped } from '../../scene/format.ts';
import { GIVEN } from './assumptions.ts';
import type { CostSnapshot, Range } from './snapshot.ts';
import { valuesOf, type CostParams } from './params.ts';

export const title = 'Structure divides the bill; it does not change its slope';
export const NAMES: Readonly<Record<Way, string>> = {
  hand: 'by hand',
  machine: 'by machine',
  structure: 'by structure',
};

/** "5,120", "1.2 million", "3.4 × 10¹²" is spelled "3.4 trillion". */
export function many(x: number): string {
  const names = [
    [1e15, 'quadrillion'],
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const;
  const big = names.find(([size]) => x >= size * 0.9995);
  if (big) return `${Number((x / big[0]).toPrecision(3))} ${big[1]}`;
  if (x >= 100) return grouped(Number(x.toPrecision(4)));
  return x >= 0.001 ? String(Number(x.toPrecision(2))) : x.toExponential(1).replace('-', '−');
}
/** "$5,120", "$1.2 million" */
export const dollars = (x: number): string =>
  `$${x >= 1000 && x < 1e6 ? grouped(Number(x.toPrecision(3))) : many(x)}`;
/** A value of an assumption with its unit. */
export function amount(x: number, unit: string): string {
  if (unit === '$') return dollars(x);
  if (unit === 'density') return `1 in ${many(1 / x)}`;
  return unit ? `${many(x)} ${unit}` : many(x);
}
/** "200 to 576": the ends of a range, each said by `say`. */
export const range = ([low, , high]: Range, say: (x: number) => string): string =>
  `${say(low)} to ${say(high)}`;

/** A known model by its name, another by its size. */
export function modelName(parameters: number): string {
  if (parameters === GPT2_XL.parameters) return 'GPT-2 XL';
  if (parameters === LLAMA_8B.parameters) return 'Llama 3.1 8B';
  return `A model of ${many(parameters)} parameters`;
}

/** Every sentence and number beside the picture. */
export function text(params: CostParams, s: CostSnapshot): Text {
  const { low, mid, high } = valuesOf(params);
  return {
    title,
    summary: summary(s),
    milestone: s.step >= s.end ? summary(s) : undefined,
    table: {
      caption: bill(s),
      head: ['assumption', 'low', 'middle', 'high', 'source'],
      rows: ASSUMPTIONS.map((key) => [
        GIVEN[key].name,
        amount(low[key], GIVEN[key].unit),
        amount(mid[key], GIVEN[key].unit),
        amount(high[key], GIVEN[key].unit),
        GIVEN[key].source,
      ]),
    },
  };
}

/** What the chosen model costs, three ways, and how wide the ranges are. */
export function summary({ here }: CostSnapshot): string {
  const { costs } = here;
  const sum = (way: Way): string => dollars(costs[way][1]);
  const factor = (way: Way): string => many(costs[way][2] / costs[way][0]);
  return (
    `${modelName(here.parameters)} has about ${many(here.units[1])} units to explain: ` +
    `${many(here.hand[1])} hours by hand (${sum('hand')}), ${sum('machine')} by machine, ` +
    `${many(here.structure[1])} hours by structure (${sum('structure')}); ` +
    `the ranges span factors of ${factor('hand')}, ${factor('machine')} and ${factor('structure')}.`
  );
}

/** The bill in full, as the caption of the table. */
function bill({ here }: CostSnapshot): string {
  const { costs } = here;
  const sum = (way: Way): string => `${dollars(costs[way][1])} (${range(costs[way], dollars)})`;
  return [
    `${modelName(here.parameters)}: ${many(here.units[1])} units (${range(here.units, many)}). `,
    `By hand ${many(here.hand[1])} hours (${range(here.hand, many)}), ${sum('hand')}; `,
    `by machine ${many(here.tokens[1])} tokens, ${sum('machine')}; `,
    `by structure ${many(here.structure[1])} hours, ${sum('structure')}.`,
  ].join('');
}
