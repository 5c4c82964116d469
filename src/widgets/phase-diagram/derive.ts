// What both the picture and the words read from a snapshot.

import { cellOf, columnOf, rowOf, stateOf } from './grid.ts';
import { percent } from '../../scene/format.ts';
import type { PhaseParams } from './params.ts';
import type { Map2, PhaseSnapshot } from './snapshot.ts';

export type Theory = PhaseParams['theory'];
/** What became of the last feature: left out, alone, shared, not trained. */
export type Fate = '0' | '1' | '2' | '.';

/** Features of a map's models. */
const count = (map: Map2): 2 | 3 => (map === 'two' ? 2 : 3);
/** Three features have no full form: their prediction is put together from symmetric pairs. */
export const theoryOf = (map: Map2, theory: Theory): Theory =>
  map === 'three' && theory === 'full' ? 'symmetric' : theory;

/** How many cells are trained, and how many of them end as predicted. */
export function agreement(
  snapshot: PhaseSnapshot,
  map: Map2,
  theory: Theory,
): { trained: number; agree: number } {
  const fates = snapshot[map];
  const says = snapshot.theory[theory][map];
  let trained = 0;
  let agree = 0;
  for (let cell = 0; cell < fates.length; cell++) {
    if (fates[cell] === '.') continue;
    trained += 1;
    if (fates[cell] === says[cell]) agree += 1;
  }
  return { trained, agree };
}

/** How many of the trained cells end as predicted, "99.5%": at most one decimal. */
export const share = ({ trained, agree }: { trained: number; agree: number }): string =>
  trained ? percent(agree / trained) : 'none yet';

/** Does this cell end otherwise than predicted? Not while it is untrained. */
export const differs = (snapshot: PhaseSnapshot, map: Map2, theory: Theory, cell: number): boolean =>
  snapshot[map][cell] !== '.' && snapshot[map][cell] !== snapshot.theory[theory][map][cell];

/** One random start only: of the cells that end otherwise than the full form says, those that began with both weights on one side. */
export function deadEnds(snapshot: PhaseSnapshot): { wrong: number; oneSide: number } {
  let wrong = 0;
  let oneSide = 0;
  for (let cell = 0; cell < snapshot.two.length; cell++) {
    if (!differs(snapshot, 'two', 'full', cell)) continue;
    wrong += 1;
    if (snapshot.sameSide[cell] === '1') oneSide += 1;
  }
  return { wrong, oneSide };
}

/** Directions of the features of a cell, [x, y] each, y up; undefined while it is not trained. */
export function directions(snapshot: PhaseSnapshot, map: Map2, cell: number): [number, number][] | undefined {
  if (snapshot[map][cell] === '.') return undefined;
  if (map === 'two') return [0, 1].map((f) => [snapshot.weightsTwo[2 * cell + f] / 1000, 0]);
  return [0, 1, 2].map((f) => [
    snapshot.weightsThree[6 * cell + 2 * f] / 1000,
    snapshot.weightsThree[6 * cell + 2 * f + 1] / 1000,
  ]);
}

const STARTS = { two: ['first', 'second', 'pair'], three: ['first', 'pair', 'orthogonal'] } as const;

/** The state, as in an address, in which `superposition` trains the very model of this cell. */
export function opened(params: PhaseParams, snapshot: PhaseSnapshot, map: Map2): string {
  const cell = cellOf(params);
  const { absent, last } = stateOf(columnOf(cell), rowOf(cell));
  const n = count(map);
  const won = Number((map === 'two' ? snapshot.wonTwo : snapshot.wonThree)[cell]) || 0;
  const start =
    params.starts === 'one'
      ? `start=random&seed=${400 * (params.seed - 1) + cell + 1}`
      : `start=${STARTS[map][won]}`;
  return `features=${n}&hidden=${n - 1}&absent=${absent}&decay=1&last=${last}&${start}`;
}

const FATE_WORDS = {
  two: { 0: 'only f1 kept', 1: 'only f2 kept', 2: 'both kept, pointing apart', '.': 'not trained yet' },
  three: { 0: 'f3 left out', 1: 'f3 on its own axis', 2: 'f3 shares an axis', '.': 'not trained yet' },
} as const;

/** A cell in words: what became of the last feature. */
export const fateWords = (map: Map2, fate: Fate): string => FATE_WORDS[map][fate];
/** The same as it is read out: "feature 3 left out". */
export const fateAloud = (map: Map2, fate: Fate): string =>
  fateWords(map, fate).replace(/\bf(\d)/g, 'feature $1');

/** "×0.55", as it is written beside the map. */
export const times = (value: number): string => `×${Number(value.toPrecision(2))}`;
