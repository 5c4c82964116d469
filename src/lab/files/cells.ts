// A line into cells, and a cell into a number.

/** Cells of one record. `undefined`: a quotation is still open, the record goes on in the next line. */
export function splitCells(line: string, by: string, quoted: boolean): string[] | undefined {
  if (by === '') return [line];
  if (by === ' ') return line.trim().split(/\s+/);
  if (!quoted || !line.includes('"')) return line.split(by);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const start = afterSpaces(line, at);
    if (line[start] === '"') {
      const end = closingQuote(line, start + 1);
      if (end < 0) return undefined;
      const next = line.indexOf(by, end + 1);
      const tail = line.slice(end + 1, next < 0 ? line.length : next);
      cells.push(line.slice(start + 1, end).replaceAll('""', '"') + tail.trimEnd());
      if (next < 0) return cells;
      at = next + 1;
    } else {
      const next = line.indexOf(by, at);
      cells.push(line.slice(at, next < 0 ? line.length : next));
      if (next < 0) return cells;
      at = next + 1;
    }
  }
}

function afterSpaces(line: string, at: number): number {
  let start = at;
  while (line[start] === ' ') start += 1;
  return start;
}

/** The quotation mark that ends a quoted cell; a doubled one stands for itself. */
function closingQuote(line: string, from: number): number {
  let end = line.indexOf('"', from);
  while (end >= 0 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
  return end;
}

/** What a comma inside a number is. */
export type Comma = 'none' | 'decimal' | 'thousands';

/** Written for "no number here"; NaN. */
export const MISSING: readonly string[] = [
  '',
  'nan',
  'na',
  'n/a',
  '#n/a',
  'null',
  'none',
  '<na>',
  '-nan',
  '.',
];
/** Written for ±infinity. */
const INFINITE: ReadonlyMap<string, number> = new Map([
  ['inf', Infinity],
  ['+inf', Infinity],
  ['-inf', -Infinity],
  ['infinity', Infinity],
  ['+infinity', Infinity],
  ['-infinity', -Infinity],
]);
const missing = new Set(MISSING);
/** What a spreadsheet writes where a formula failed; NaN as well. */
const SPREADSHEET_ERROR = /^#(div\/0!|ref!|value!|num!|name\?|null!)$/i;

/** The number that a cell holds, NaN for a missing one, `undefined` for a word. Hexadecimal and the like are words. */
export function cellNumber(cell: string, comma: Comma): number | undefined {
  const value = Number(cell);
  if (!Number.isNaN(value) && value !== 0) return /[xob]/i.test(cell) ? undefined : value;
  const text = cell.trim();
  if (value === 0 && text !== '') return /[xob]/i.test(text) ? undefined : value;
  const low = text.toLowerCase();
  if (missing.has(low) || SPREADSHEET_ERROR.test(low)) return NaN;
  const infinite = INFINITE.get(low);
  if (infinite !== undefined) return infinite;
  if (comma === 'none' || !text.includes(',') || !commaKind(text)) return undefined;
  const plain = comma === 'decimal' ? text.replace(',', '.') : text.replaceAll(',', '');
  return Number.isNaN(Number(plain)) ? undefined : Number(plain);
}

/** Whether a cell holds the error of a spreadsheet's formula. */
export const isSpreadsheetError = (cell: string): boolean => SPREADSHEET_ERROR.test(cell.trim());

/** How a number with a comma can be read; `undefined`: it is no such number. "1,234" is either. */
export function commaKind(cell: string): 'decimal' | 'thousands' | 'either' | undefined {
  const text = cell.trim();
  const decimal = /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/.test(text);
  const thousands = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text);
  if (decimal && thousands) return /^[+-]?0,/.test(text) ? 'decimal' : 'either';
  if (decimal) return 'decimal';
  return thousands ? 'thousands' : undefined;
}
