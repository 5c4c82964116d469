// Numbers as they are said, for the titles and sentences of every figure.

const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
export const inWords = (count: number): string => numbers[count] ?? String(count);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** "three neurons" */
export const plural = (count: number, one: string): string =>
  `${inWords(count)} ${one}${count === 1 ? '' : 's'}`;
/** 12345.6789 -> "12,345.679". Not `toLocaleString`: its first call loads the tables of all languages, 25 ms before a page's first figure lives. */
export function grouped(value: number): string {
  const [whole, part] = String(Math.round(value * 1000) / 1000).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '');
}
/** A true minus for the hyphen of a printed number. */
export const minus = (text: string): string => text.replace('-', '−');

/** 0.95 -> "95%", 0.9523 -> "95.2%" */
export const percent = (value: number): string => `${Math.round(value * 1000) / 10}%`;
/** 0.9523 -> "95%" */
export const wholePercent = (value: number): string => `${Math.round(value * 100)}%`;

/** "1, 2 and 5" */
export function listed(items: readonly (string | number)[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
