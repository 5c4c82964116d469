// How lines of text are a table: by what cells are parted, whether quotation marks quote, what a comma in a number is, which
// records come before the data, which column is an index, which columns are words. Decided from the first lines.

import { grouped } from '../../scene/format.ts';
import { capital } from '../../scene/words.ts';
import { cellNumber, commaKind, splitCells, type Comma } from './cells.ts';
import { partHead, type Line } from './text-head.ts';
import type { Encoding } from './lines.ts';
import { clip, userError } from './user-error.ts';

/** All that another program needs to read the same numbers. Plain data. */
export interface TextLayout {
  readonly encoding: Encoding;
  readonly gzip: boolean;
  /** the delimiter; ' ': any white space; '': one column */
  readonly by: string;
  readonly quoted: boolean;
  readonly comma: Comma;
  /** records before the first of the data, blank lines not counted */
  readonly skip: number;
  /** cells of a record */
  readonly cells: number;
  /** the columns of numbers, counted in cells */
  readonly columns: readonly number[];
  /** the columns of words that name rows */
  readonly words: readonly number[];
}

export interface Dialect extends TextLayout {
  /** names of all columns, where the file has a head */
  readonly head: readonly string[] | undefined;
  /** rows that a first line of two counts promises (word2vec) */
  readonly promised?: number;
  readonly notes: readonly string[];
}

/** What a file with these delimiters is called. */
export const formatName: ReadonlyMap<string, string> = new Map([
  [',', 'CSV'],
  ['\t', 'TSV'],
  [';', 'CSV with semicolons'],
  ['|', 'text parted by “|”'],
  [' ', 'columns of text'],
  ['', 'one column of text'],
]);

const DELIMITERS = ['\t', ';', '|', ',', ' '];

/**
 * @param lines the first lines of the file
 * @returns `undefined` for a list of words: one column without numbers
 * @throws a user error where no reading is right
 */
export function detectDialect(
  lines: readonly string[],
  encoding: Encoding,
  gzip: boolean,
  file: string,
  quoted: boolean,
): Dialect | undefined {
  const by = delimiterOf(lines, quoted);
  const records = recordsOf(lines, by, quoted);
  if (!records.length) throw userError(`“${file}” holds no lines of numbers.`);
  const { body, head, skip, promised, width } = partHead(records, file);
  const comma = commaOf(body, by, file);
  const kinds = columnKinds(body, comma, width);
  const wordsOnly = kinds.every((kind) => kind === 'words' || kind === 'empty');
  if (wordsOnly && (width === 1 || by === ' ')) return undefined;
  if (by === ' ' && promised === undefined && isPhrases(body, kinds)) return undefined;
  if (wordsOnly) {
    const first = body[0] ?? records[0];
    throw userError(
      `“${file}” has no number in line ${grouped(first?.line ?? 1)}: “${clip((first?.cells ?? []).join(' '))}”.`,
    );
  }
  const index = isIndex(head, kinds) ? 0 : -1;
  const columns = kinds.flatMap((kind, i) => (kind === 'numbers' && i !== index ? [i] : []));
  const words = kinds.flatMap((kind, i) => (kind === 'words' ? [i] : []));
  if (!columns.length) throw userError(`“${file}” has an index and words, and no column of numbers.`);
  return {
    encoding,
    gzip,
    by,
    quoted,
    comma,
    skip,
    cells: width,
    columns,
    words,
    head,
    ...(promised === undefined ? {} : { promised }),
    notes: [
      ...(index === 0 && kinds[0] === 'numbers'
        ? ['The first column, without a name, is an index and no data.']
        : []),
      ...(words.length ? [wordsNote(words, head)] : []),
      ...emptyNote(kinds),
      ...(comma === 'decimal' ? ['Commas in numbers were read as decimal points.'] : []),
      ...(comma === 'thousands' ? ['Commas in numbers were read as marks of thousands.'] : []),
      ...(head ? [] : countingNote(body, index)),
    ],
  };
}

/** Whether a quotation is still open after these lines: its mark may be a letter. */
export function quotationStaysOpen(lines: readonly string[]): boolean {
  const by = delimiterOf(lines, true);
  let text: string | undefined;
  for (const line of lines) {
    const whole: string = text === undefined ? line : `${text}\n${line}`;
    text = splitCells(whole, by, true) ? undefined : whole;
  }
  return text !== undefined;
}

/** The delimiter that parts most lines into equally many cells, two or more; '' where none does. */
function delimiterOf(lines: readonly string[], quoted: boolean): string {
  const sample = lines.filter((line) => line.trim() && !line.startsWith('#')).slice(0, 200);
  const from = sample.length > 4 ? 1 : 0; // a head may have other cells
  let best = '';
  let most = 0.5;
  for (const by of DELIMITERS) {
    const counts = new Map<number, number>();
    for (const line of sample.slice(from)) {
      const cells = splitCells(line, by, quoted && by !== ' ')?.length ?? 0;
      if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    const share = Math.max(0, ...counts.values()) / Math.max(1, sample.length - from);
    if (share > most + 1e-9 || (share === most && best === '')) {
      most = share;
      best = by;
    }
  }
  return best;
}

function recordsOf(lines: readonly string[], by: string, quoted: boolean): Line[] {
  const records: Line[] = [];
  let open: { text: string; line: number } | undefined;
  lines.forEach((text, i) => {
    if (!open && !text.trim()) return;
    const whole = open ? `${open.text}\n${text}` : text;
    const line = open?.line ?? i + 1;
    const cells = splitCells(whole, by, quoted);
    open = cells ? undefined : { text: whole, line };
    if (cells) records.push({ cells, line });
  });
  return records;
}

/** What commas in numbers are, where there are any. @throws a user error where it cannot be known */
function commaOf(body: readonly Line[], by: string, file: string): Comma {
  const seen = new Map<string, { cell: string; line: number; column: number }>();
  for (const { cells, line } of body) {
    cells.forEach((cell, i) => {
      if (!cell.includes(',')) return;
      const kind = commaKind(cell);
      if (kind && !seen.has(kind)) seen.set(kind, { cell, line, column: i + 1 });
    });
  }
  const decimal = seen.get('decimal');
  const thousands = seen.get('thousands');
  const either = seen.get('either');
  if (decimal && thousands) {
    throw userError(
      `“${file}” has “${clip(decimal.cell)}” in line ${grouped(decimal.line)} and “${clip(thousands.cell)}” in line ${grouped(thousands.line)}: the comma cannot part both decimals and thousands. Write numbers with points and without marks of thousands.`,
    );
  }
  if (decimal) return 'decimal';
  if (thousands) return 'thousands';
  if (!either) return 'none';
  throw userError(
    `“${file}” has “${clip(either.cell)}” in line ${grouped(either.line)}, column ${either.column}: the comma may part thousands or decimals${by === ';' ? ' in a file with semicolons' : ''}. Write 1234 or 1.234.`,
  );
}

/** Lines of words with spaces in them ("New York", "animal 12"), and no table: at most one column of whole numbers. */
function isPhrases(body: readonly Line[], kinds: readonly ColumnKind[]): boolean {
  const numbers = kinds.flatMap((kind, i) => (kind === 'numbers' ? [i] : []));
  if (numbers.length > 1 || !kinds.includes('words')) return false;
  return body.every(({ cells }) => numbers.every((i) => /^\d+$/.test(cells[i] ?? '')));
}

type ColumnKind = 'numbers' | 'words' | 'empty';

/** What each column holds, by all rows of the sample and not by its first. */
function columnKinds(body: readonly Line[], comma: Comma, width: number): ColumnKind[] {
  return Array.from({ length: width }, (_, i): ColumnKind => {
    let numbers = 0;
    let words = 0;
    let missing = 0;
    let codes = 0;
    for (const { cells } of body) {
      const cell = cells[i] ?? '';
      if (!cell.trim()) continue;
      const value = cellNumber(cell, comma);
      if (value === undefined) words += 1;
      else if (Number.isNaN(value)) missing += 1;
      else numbers += 1;
      if (/^\s*0[xob][\da-f]+\s*$/i.test(cell)) codes += 1;
    }
    if (codes || words > numbers + missing) return 'words';
    if (numbers || words || missing) return 'numbers';
    return 'empty';
  });
}

/** The nameless first column that pandas and R write. */
const isIndex = (head: readonly string[] | undefined, kinds: readonly ColumnKind[]): boolean =>
  !!head && kinds.length > 1 && kinds[0] === 'numbers' && /^(unnamed: 0)?$/i.test(head[0] ?? '-');

function wordsNote(words: readonly number[], head: readonly string[] | undefined): string {
  const names = words.map((i) => head?.[i]).filter((name) => !!name);
  const which = names.length ? ` (${names.map((name) => `“${clip(name ?? '', 20)}”`).join(', ')})` : '';
  return words.length === 1
    ? `One column of words${which} is no data; it can name the rows.`
    : `${words.length} columns of words${which} are no data; each can name the rows.`;
}

function emptyNote(kinds: readonly ColumnKind[]): string[] {
  const empty = kinds.filter((kind) => kind === 'empty').length;
  if (!empty) return [];
  return [empty === 1 ? 'One empty column was left out.' : `${empty} empty columns were left out.`];
}

/** Where it cannot be known whether numbers that count are data. */
function countingNote(body: readonly Line[], index: number): string[] {
  if (index >= 0 || body.length < 3) return [];
  const notes: string[] = [];
  const first = body[0]?.cells ?? [];
  if (first.length > 2 && first.every((c, i) => c.trim() === String(i))) {
    notes.push(
      'first row counts 0, 1, 2, … and was read as numbers; if it is a head, give its columns names',
    );
  }
  if (first.length > 1 && body.every(({ cells }, i) => cells[0]?.trim() === String(i))) {
    notes.push(
      'first column counts 0, 1, 2, … and was read as numbers; if it is an index, leave it out by “Only places”',
    );
  }
  return notes.map((note) => capital(`the ${note}.`));
}
