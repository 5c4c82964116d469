// What it would take to explain every unit of a model, as arithmetic over assumptions that each have a low, a middle and a high
// value. Nothing here is measured but the last two: how many predicates our own search tries for a unit (units.ts), and how many
// members a family has that one description covers.
//
//   units U = parameters x units per parameter
//   by hand      U x minutes / 60 x wage
//   by machine   U x evaluations x tokens / 10^6 x price
//   by structure U / family size x minutes / 60 x wage

export const ASSUMPTIONS = [
  'density',
  'minutes',
  'wage',
  'evaluations',
  'tokens',
  'price',
  'family',
] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];
export const WAYS = ['hand', 'machine', 'structure'] as const;
export type Way = (typeof WAYS)[number];
export type Values = Readonly<Record<Assumption, number>>;

/** GPT-2 XL: 48 layers of 6,400 neurons, 1,557,611,200 parameters. */
export const GPT2_XL = { parameters: 1_557_611_200, neurons: 307_200 } as const;
/** Llama 3.1 8B: 32 layers of 14,336 neurons, 8,030,261,248 parameters. */
export const LLAMA_8B = { parameters: 8_030_261_248, neurons: 458_752, layers: 32 } as const;

/** Units to be explained in a network of so many parameters. */
export const unitsOf = (parameters: number, { density }: Pick<Values, 'density'>): number =>
  parameters * density;
/** person-hours to write `explanations` explanations */
export const hours = (explanations: number, { minutes }: Pick<Values, 'minutes'>): number =>
  (explanations * minutes) / 60;

/** Dollars. */
export function cost(way: Way, parameters: number, v: Values): number {
  const U = unitsOf(parameters, v);
  if (way === 'machine') return ((U * v.evaluations * v.tokens) / 1e6) * v.price;
  return hours(way === 'hand' ? U : U / v.family, v) * v.wage;
}

/** The cheapest of all assumptions together, or the dearest: a larger family is cheaper, of everything else less is. */
export const extreme = (low: Values, high: Values, end: 'low' | 'high'): Values => ({
  ...(end === 'low' ? low : high),
  family: (end === 'low' ? high : low).family,
});
