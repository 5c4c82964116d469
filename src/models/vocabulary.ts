// What scenes are made of, and how far the search for explanations goes: apart from the models, so that a page can know it
// without them.

export const WORDS = [
  'circle',
  'square',
  'triangle',
  'star',
  'cross',
  'ring',
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'violet',
  'left',
  'right',
  'top',
  'bottom',
  'centre',
  'corner',
  'striped',
  'dotted',
  'hollow',
  'shadow',
  'large',
  'small',
] as const;

/** words of the longest explanation that is searched, and how many of each length are carried on */
export const LONGEST = 3;
export const BEAM = 4;

/** Predicates tried for one unit: all words, then the best four with every other word behind "or" and behind "and": 24 + 4 x 23 x 2 + 4 x 22 x 2. */
export const EVALUATIONS: number = Array.from(
  { length: LONGEST - 1 },
  (_, i) => BEAM * (WORDS.length - 1 - i) * 2,
).reduce((sum, more) => sum + more, WORDS.length);
