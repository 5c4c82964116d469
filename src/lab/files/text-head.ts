// What stands before the data of a table: comments, the counts of word2vec, the head.

import { cellNumber, commaKind } from './cells.ts';
import { userError } from './user-error.ts';

/** A record and the line where it begins. */
export interface Line {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The data, and what stood before them. @throws a user error where there are none */
export function partHead(records: readonly Line[], file: string) {
  let skip = 0;
  let said: readonly string[] | undefined;
  const width = commonWidth(records);
  for (const { cells } of records) {
    if (!(cells[0] ?? '').startsWith('#')) break;
    const numbers = cells.slice(1).filter(isNumber).length;
    if (cells.length === width && numbers > 0) break; // a row of data whose word begins so
    if (cells.length === width && width > 1) said = cells.map((c) => c.replace(/^#/, '').trim());
    skip += 1;
  }
  const first = records[skip]?.cells ?? [];
  const second = records[skip + 1]?.cells;
  const promised = countsOfWord2vec(first, records.slice(skip + 1));
  if (promised !== undefined && second) {
    return { body: records.slice(skip + 1), head: undefined, skip: skip + 1, promised, width: second.length };
  }
  const body = records.slice(skip + 1);
  // R's write.table leaves the place over its row names empty
  const all = second && body.every(({ cells }) => cells.length === second.length);
  const shorter = all && first.length === second.length - 1 && first.every((c) => !isNumber(c));
  if (shorter) return { body, head: ['', ...first.map(plain)], skip: skip + 1, width: second.length };
  if (isHead(first, body)) return { body, head: first.map(plain), skip: skip + 1, width: first.length };
  if (!first.length) throw userError(`“${file}” holds no lines of numbers.`);
  return { body: records.slice(skip), head: said, skip, width: first.length };
}

/** The rows that a line "rows numbers" promises before lines of a word and so many numbers. */
function countsOfWord2vec(first: readonly string[], body: readonly Line[]): number | undefined {
  const [rows, size] = first;
  if (first.length !== 2 || !rows || !size || !/^\d+$/.test(rows) || !/^\d+$/.test(size)) return undefined;
  const fits = body.every(({ cells }) => cells.length === Number(size) + 1);
  return fits && body.some(({ cells }) => !isNumber(cells[0] ?? '')) ? Number(rows) : undefined;
}

const plain = (cell: string): string => cell.trim();
const isNumber = (cell: string): boolean => cell.trim() !== '' && cellNumber(cell, 'none') !== undefined;

/** Cells that most records have. */
function commonWidth(records: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Words over numbers; or 0, 1, 2, ... over numbers that are not whole, as pandas writes unnamed columns. */
function isHead(first: readonly string[], body: readonly Line[]): boolean {
  const filled = first.filter((c) => c.trim());
  if (!filled.length) return false;
  if (filled.every((c) => cellNumber(c, 'none') === undefined && !commaKind(c))) {
    // a list of words has no head; neither has a table whose every row is words
    return first.length > 1 || body.some(({ cells }) => cells.some(isNumber));
  }
  const named = isNumber(first[0] ?? '') ? first : first.slice(1);
  const counts = named.length > 0 && named.every((c, i) => c.trim() === String(i));
  if (!counts || !body.length) return false;
  const fractions = body.some(({ cells }) =>
    cells.slice(-named.length).some((c) => (isNumber(c) && /[.eE]/.test(c)) || commaKind(c) === 'decimal'),
  );
  return fractions || (named !== first && !(first[0] ?? '').trim());
}
