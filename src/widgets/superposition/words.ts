// Arrangements in plain words. The names of arrangements are those of src/models/geometry.ts.

import { inWords } from '../../scene/words.ts';

/** "a pentagon", "two opposite pairs": what the kept directions make; empty where the number says it all. */
export function shape(geometry: string): string {
  const polygon = /^(triangle|square|pentagon|hexagon|heptagon|octagon)/.exec(geometry)?.[1];
  if (polygon) return polygon === 'octagon' ? 'an octagon' : `a ${polygon}`;
  const pairs = /^(\d+) pairs?( \+ 1)?$/.exec(geometry);
  if (pairs) return opposites(Number(pairs[1]), !!pairs[2]);
  if (geometry === '2 orthogonal') return 'at right angles';
  const against = /^(\d+) against (\d+)$/.exec(geometry);
  if (against) {
    return against[2] === '0'
      ? 'all on one side'
      : `${inWords(Number(against[1]))} against ${inWords(Number(against[2]))}`;
  }
  return /uneven|oblique/.test(geometry) ? 'uneven' : '';
}

/** Opposite pairs, and one more direction across them or not. */
function opposites(pairs: number, oneMore: boolean): string {
  if (oneMore) return 'an opposite pair and one across';
  return pairs === 1 ? 'an opposite pair' : `${inWords(pairs)} opposite pairs`;
}

/** Arrangements that are named otherwise over the strip than in a sentence. */
const STRIP_NAMES: Readonly<Record<string, string | undefined>> = {
  '2 pairs': 'as opposite pairs',
  '1 pair': 'as an opposite pair',
  '2 orthogonal': '',
};

/** Names over the strip, the longest first. */
export function regimeNames(geometry: string, kept: number): string[] {
  const long = STRIP_NAMES[geometry] ?? shape(geometry);
  const short = geometry === '2 pairs' ? 'in pairs' : '';
  return [
    ...new Set(
      [long && `${kept} kept, ${long}`, short && `${kept} kept, ${short}`, `${kept} kept`].filter(Boolean),
    ),
  ];
}

/** As it is said: "95 percent absent, five kept, a pentagon" */
export function said(absent: number, stop?: { geometry: string; kept: number }): string {
  const words = `${Math.round(absent * 1000) / 10} percent absent`;
  return stop
    ? [words, `${inWords(stop.kept)} kept`, shape(stop.geometry)].filter(Boolean).join(', ')
    : words;
}
