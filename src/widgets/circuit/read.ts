// What the net answers when edges are cut: a class's logit is its bias and what three channels add, so a cut is a term left out.

import { CHANNELS, CLASSES, GROUPS } from './groups.ts';
import type { CircuitSnapshot } from './model.ts';
import type { CircuitParams } from './params.ts';

export type Surgery = Pick<CircuitParams, 'cut' | 'blank' | 'turned'>;
export const UNTOUCHED: Surgery = { cut: 0, blank: 0, turned: 'no' };
export const touched = ({ cut, blank, turned }: Surgery): boolean => cut > 0 || blank > 0 || turned === 'yes';
export const has = (bits: number, i: number): boolean => ((bits >> i) & 1) === 1;

/** The class of every picture of a group. */
export function answers(s: CircuitSnapshot, g: number, { cut, blank, turned }: Surgery): number[] {
  const C = s.adds[g];
  const edges = CLASSES.length * CHANNELS.length;
  return Array.from({ length: C.length / edges }, (_, i) => {
    let best = 0;
    let top = -Infinity;
    for (let n = 0; n < CLASSES.length; n++) {
      let logit = s.biases[n];
      for (let c = 0; c < CHANNELS.length; c++) {
        const e = n * CHANNELS.length + c;
        if (has(cut, e)) continue;
        logit += has(blank, c)
          ? s.means[e]
          : turned === 'yes' && n === 0 && c < 2
            ? s.over[g][2 * i + c]
            : C[i * edges + e];
      }
      if (logit > top) {
        top = logit;
        best = n;
      }
    }
    return best;
  });
}

export const shares = (list: readonly number[]): number[] =>
  CLASSES.map((_, n) => list.filter((a) => a === n).length / list.length);
/** Share of a group's pictures whose class is another than without surgery. */
export function changed(s: CircuitSnapshot, g: number, how: Surgery): number {
  const before = answers(s, g, UNTOUCHED);
  const now = answers(s, g, how);
  return now.filter((a, i) => a !== before[i]).length / now.length;
}
export const CHANGES = 0.5;
/** Groups of which more than half change. */
export const falls = (s: CircuitSnapshot, how: Surgery): boolean[] =>
  GROUPS.map((_, g) => changed(s, g, how) > CHANGES);
/** How many of the reader's five predictions came true. */
export const right = (s: CircuitSnapshot, params: CircuitParams): number =>
  falls(s, params).filter((is, g) => is === has(params.guess, g)).length;

/** Weights of a map below its middle less those above, over the mean size: + looks for its part below. */
export function lean(map: readonly number[]): number {
  const rows = (from: number, to: number): number =>
    map.slice(from * 7, to * 7).reduce((sum, v) => sum + v, 0) / ((to - from) * 7);
  return (rows(4, 7) - rows(0, 3)) / (map.reduce((sum, v) => sum + Math.abs(v), 0) / map.length || 1);
}

export const percent = (v: number): string => `${Math.round(100 * v)}%`;
/** "car’s wheels" */
export const edge = (e: number): string => `${CLASSES[Math.floor(e / 3)]}’s ${CHANNELS[e % 3]}`;
export function said({ cut, blank, turned }: Surgery): string {
  const cuts = Array.from({ length: 12 }, (_, e) => e)
    .filter((e) => has(cut, e))
    .map(edge);
  const blanks = CHANNELS.filter((_, c) => has(blank, c));
  return [
    ...(cuts.length
      ? [`without the ${cuts.length > 3 ? `${cuts.length} edges that are cut` : cuts.join(' and the ')}`]
      : []),
    ...(blanks.length ? [`with the ${blanks.join(' and ')} channel at its mean`] : []),
    ...(turned === 'yes' ? ['with the car’s wheel and window pictures upside down'] : []),
  ].join(', ');
}
