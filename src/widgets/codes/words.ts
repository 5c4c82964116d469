// Things and codes in plain words.

import { grouped } from '../../scene/format.ts';
import type { Code } from './params.ts';
import { ORDER, type CodesSnapshot } from './snapshot.ts';

export const nameOf: Readonly<Record<Code, string>> = {
  onehot: 'One neuron each',
  composed: 'Four neurons per attribute',
  superposed: 'Random directions',
};
export const shortOf: Readonly<Record<Code, string>> = {
  onehot: 'one each',
  composed: 'attributes',
  superposed: 'directions',
};

const COLOURS = ['blue', 'orange', 'green', 'carmine'];
const SHAPES = ['disc', 'triangle', 'diamond', 'cross'];
export const ATTRIBUTES = ['colour', 'shape', 'size', 'filling'];

/** Colour and shape of thing j, 0 to 3 each. */
export const look = (j: number): { colour: number; shape: number } => ({
  colour: j % 4,
  shape: Math.floor(j / 4) % 4,
});
/** "blue disc" */
export const thing = (j: number): string => `${COLOURS[look(j).colour]} ${SHAPES[look(j).shape]}`;

/** "16", "4,096", "4.3 × 10⁹": readable at any size. */
export function big(value: number): string {
  if (value < 1e6) return grouped(Math.floor(value));
  let k = 0;
  let v = value;
  while (v >= 10) {
    v /= 10;
    k += 1;
  }
  return `${v.toFixed(1)} × 10${superscript(k)}`;
}

const superscript = (k: number): string => [...String(k)].map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]).join('');

/** What the reader makes of k things of those shown. */
export function verdict(snapshot: CodesSnapshot, code: Code, k: number): string {
  const book = snapshot[code];
  const missing = book.scores[k - 1].some((s, j) => s <= 0 && on(k).includes(j));
  if (missing) return 'a thing without a name is not heard';
  const ghosts = book.ghosts[k - 1];
  if (ghosts) return `${big(ghosts)} more heard just as loud`;
  if (k === 1) return 'read right';
  return k === 2 ? 'both read right' : `all ${k} read right`;
}

/** The things that are there when there are k. */
export const on = (k: number): readonly number[] => ORDER.slice(0, k);

/** The most things at once of which all are read in nine trials of ten. @param right share of the trials by k - 1 */
export function atOnce(right: readonly number[]): number {
  const failed = right.findIndex((share) => !(share >= 0.9));
  return failed < 0 ? right.length : failed;
}
