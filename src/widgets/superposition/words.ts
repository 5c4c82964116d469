// Numbers and arrangements in plain words. The names of arrangements are those of src/models/geometry.ts.

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
export const inWords = (count: number): string => numbers[count] ?? String(count);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const plural = (count: number, one: string): string => `${inWords(count)} ${one}${count === 1 ? '' : 's'}`;

/** "1, 2 and 5" */
export function listed(items: readonly (string | number)[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "a pentagon", "two opposite pairs": what the kept directions make; empty where the number says it all. */
export function shape(geometry: string): string {
  const polygon = /^(triangle|square|pentagon|hexagon|heptagon|octagon)/.exec(geometry)?.[1];
  if (polygon) return polygon === 'octagon' ? 'an octagon' : `a ${polygon}`;
  const pairs = /^(\d+) pairs?( \+ 1)?$/.exec(geometry);
  if (pairs) return pairs[2] ? 'an opposite pair and one across' : pairs[1] === '1' ? 'an opposite pair' : `${inWords(Number(pairs[1]))} opposite pairs`;
  if (geometry === '2 orthogonal') return 'at right angles';
  const against = /^(\d+) against (\d+)$/.exec(geometry);
  if (against) return against[2] === '0' ? 'all on one side' : `${inWords(Number(against[1]))} against ${inWords(Number(against[2]))}`;
  return /uneven|oblique/.test(geometry) ? 'uneven' : '';
}

/** Names over the strip, the longest first. */
export function regimeNames(geometry: string, kept: number): string[] {
  const long = geometry === '2 pairs' ? 'as opposite pairs' : geometry === '1 pair' ? 'as an opposite pair' : geometry === '2 orthogonal' ? '' : shape(geometry);
  const short = geometry === '2 pairs' ? 'in pairs' : '';
  return [...new Set([long && `${kept} kept, ${long}`, short && `${kept} kept, ${short}`, `${kept} kept`].filter(Boolean))];
}

/** 0.95 -> "95%", 0.9523 -> "95.2%" */
export const percent = (value: number): string => `${Math.round(value * 1000) / 10}%`;

/** As it is said: "95 percent absent, five kept, a pentagon" */
export function said(absent: number, stop?: { geometry: string; kept: number }): string {
  const words = `${Math.round(absent * 1000) / 10} percent absent`;
  return stop ? [words, `${inWords(stop.kept)} kept`, shape(stop.geometry)].filter(Boolean).join(', ') : words;
}
