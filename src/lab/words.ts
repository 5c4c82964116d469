// The panels in words: what was found, and beside it what chance would show. Each number is from the look.

import type { Likeness } from '../models/likeness.ts';
import { grouped } from '../scene/format.ts';
import type { Look } from './look.ts';

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;
export const four = (value: number): string =>
  Math.abs(value) >= 1000 || (value !== 0 && Math.abs(value) < 0.001)
    ? value.toExponential(2).replace('-', '−')
    : value.toFixed(value < 10 ? 3 : 1).replace(/^-/, '−');

/** Shares that known arrangements give: of m dimensions k features each take m / k. */
export const FRACTIONS: readonly (readonly [at: number, sign: string, name: string])[] = [
  [1, '1', 'a dimension of its own'],
  [3 / 4, '¾', 'a tetrahedron'],
  [2 / 3, '⅔', 'a triangle'],
  [1 / 2, '½', 'an opposite pair'],
  [2 / 5, '⅖', 'a pentagon'],
  [3 / 8, '⅜', 'a square antiprism'],
];
const NEAR = 0.015;

export const sum = (values: ArrayLike<number>): number => {
  let all = 0;
  for (let i = 0; i < values.length; i++) all += values[i];
  return all;
};

/** "8 pairs and 1 pentagon" */
export function arrangement({ counts }: Look['groups']): string {
  const words = counts.map(([name, times]) =>
    name === '1 alone'
      ? `${times} alone`
      : name === '1 pair'
        ? count(times, 'pair')
        : name === 'uneven'
          ? count(times, 'group without a name', 'groups without a name')
          : count(times, name, /x$/.test(name) ? `${name}es` : `${name}s`),
  );
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** What there is, one sentence to a thought. */
export function summary(look: Look): string[] {
  const {
    n,
    m,
    norms,
    shares,
    nearest,
    kept: { count: kept, ...felt },
    groups,
  } = look;
  const empty = nearest.filter((g, f) => g < 0 && norms[f] === 0).length;
  const taken = sum(shares);
  const marked = FRACTIONS.map(
    ([at, sign, name]) => [sign, name, shares.filter((d) => Math.abs(d - at) <= NEAR).length] as const,
  ).filter(([, , hits]) => hits > 0 && hits >= n / 20);
  return [
    `${count(n, 'feature')} of ${count(m, 'number')} each${empty ? `, ${empty} of them zero` : ''}. ${kept > m ? `${kept} are longer than half the usual length, in ${count(m, 'dimension')}: they cannot all be at right angles, so this is superposition.` : `${kept} are longer than half the usual length, and ${count(m, 'dimension')} would hold them all at right angles.`}`,
    `Their shares of a dimension add up to ${four(taken)} of ${m}${marked.length ? `; ${marked.map(([sign, name, hits]) => `${hits} stand at ${sign}, as in ${name}`).join(', ')}` : ''}.`,
    groups.counts.length === 1 && groups.counts[0][0] === 'uneven' && groups.lists[0].length === kept
      ? 'They hear one another across the whole set: it does not fall apart into groups that have a name.'
      : kept
        ? `Features that hear each other form ${arrangement(groups)}.`
        : 'No feature is long enough to stand in a group.',
    kept > 1
      ? `Interference on ${kept < n ? 'these' : 'them'} is ${felt.ratio.toFixed(2)} times that of random directions of the same lengths; the median of their largest cosines is ${felt.nearest.toFixed(2)}, by chance ${felt.chance.toFixed(2)}.`
      : 'There is nobody to interfere with.',
  ];
}

/** Rows of the comparison: what, its value, what chance gives, what it means. */
export function compared(
  likeness: Likeness,
): (readonly [what: string, value: string, chance: string, note: string])[] {
  const { there, back, matching, procrustes, cka } = likeness;
  const three = (v: number): string => v.toFixed(3).replace('-', '−');
  return [
    ...(there
      ? [
          [
            'MMCS, first found in second',
            three(there.value),
            three(there.chance),
            'mean over the rows of the first of their best cosine in the second',
          ] as const,
        ]
      : []),
    ...(back
      ? [
          [
            'MMCS, second found in first',
            three(back.value),
            three(back.chance),
            'the same, the other way',
          ] as const,
        ]
      : []),
    ...(matching
      ? [
          [
            matching.kind === 'exact' ? 'Matched cosine' : 'Cosine of mutual nearest neighbours',
            three(matching.value),
            three(matching.chance),
            matching.kind === 'exact'
              ? `one partner each, none twice, by the Hungarian method; ${count(matching.count, 'pair')}`
              : `above 1,024 rows no exact matching is made; ${count(matching.count, 'pair')} are each other’s nearest`,
          ] as const,
        ]
      : []),
    ...(procrustes
      ? [
          [
            'Procrustes likeness',
            three(procrustes.value),
            three(procrustes.chance),
            'after the best turn and mirror, rows paired by number; 1 is the same shape',
          ] as const,
        ]
      : []),
    ...(cka
      ? [
          [
            'Linear CKA',
            three(cka.value),
            three(cka.chance),
            'rows taken as the same samples in both; chance: rows in random order',
          ] as const,
        ]
      : []),
  ];
}

export function verdict({ matching, dictionary, procrustes, cka }: Likeness): string[] {
  const says: string[] = [];
  if (matching) {
    says.push(
      matching.value - matching.chance > 0.1
        ? 'The two share directions well beyond chance.'
        : 'Their directions match no better than chance would; in another basis of the same space they still may (see Procrustes).',
    );
  }
  if (dictionary) {
    says.push(
      `As a dictionary for the first, the second finds ${dictionary.found} of its rows once, splits ${dictionary.split} over several and loses ${dictionary.lost}, at cosines above 0.7. ${count(dictionary.dead, 'row is', 'rows are')} dead, without any direction; ${count(dictionary.stray, 'is', 'are')} near no row of the first.`,
    );
  }
  if (!matching && !procrustes && !cka) {
    says.push('The two have neither rows of one length nor equally many rows: there is nothing to compare.');
  }
  return says;
}
