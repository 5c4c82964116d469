// What the reader does to the net: edges cut, channels held at their mean, the car's pictures upside down.

import type { Change } from '../../scene/control.ts';
import { CHANNELS, CLASSES, EDGES } from './groups.ts';
import type { CircuitParams } from './params.ts';

export type Surgery = Pick<CircuitParams, 'cut' | 'blank' | 'turned'>;
export const UNTOUCHED: Surgery = { cut: 0, blank: 0, turned: 'no' };

/** Whether there is any surgery at all. */
export const touched = ({ cut, blank, turned }: Surgery): boolean => cut > 0 || blank > 0 || turned === 'yes';
/** Whether bit `i` is set. */
export const has = (bits: number, i: number): boolean => ((bits >> i) & 1) === 1;
/** `bits` with bit `i` the other way. */
export const toggled = (bits: number, i: number): number => bits ^ (1 << i);

/** What new surgery sets: with it the prediction begins anew, and its result is hidden until the reader asks. */
export const operate = (params: CircuitParams, change: Partial<Surgery>): Change => ({
  ...change,
  guess: 0,
  shown: touched({ ...params, ...change }) ? 'no' : 'yes',
});

/** "car’s wheels". @param e class * 3 + channel */
export const edgeName = (e: number): string =>
  `${CLASSES[Math.floor(e / CHANNELS.length)]}’s ${CHANNELS[e % CHANNELS.length]}`;

/** The surgery in words, as the beginning of a sentence in lower case; "" where there is none. */
export const describeSurgery = ({ cut, blank, turned }: Surgery): string =>
  [
    describeCuts(cut),
    describeBlanks(blank),
    turned === 'yes' ? 'with the car’s wheel and window pictures upside down' : '',
  ]
    .filter((words) => words)
    .join(', ');

function describeCuts(cut: number): string {
  const cuts = Array.from({ length: EDGES }, (_, e) => e)
    .filter((e) => has(cut, e))
    .map(edgeName);
  if (!cuts.length) return '';
  return `without the ${cuts.length > 3 ? `${cuts.length} edges that are cut` : cuts.join(' and the ')}`;
}

function describeBlanks(blank: number): string {
  const blanks = CHANNELS.filter((_, c) => has(blank, c));
  return blanks.length ? `with the ${blanks.join(' and ')} channel at its mean` : '';
}
