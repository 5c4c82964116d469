// Numbers in lines: .csv, .tsv, and what np.savetxt, pandas, R and word2vec write. Streamed, and exact about the line that is
// wrong; the parsers there are (d3-dsv, Papa Parse) make a table of strings of the whole file first.

import { grouped } from '../../scene/format.ts';
import { cellNumber, isSpreadsheetError, splitCells } from './cells.ts';
import { detectDialect, formatName, quotationStaysOpen, type Dialect } from './dialect.ts';
import { encodingOf, lineBatches, type Encoding } from './lines.ts';
import { read, type Source } from './source.ts';
import { tensorInMemory, type LabelSet, type Opened } from './tensor.ts';
import { bytes, clip, isUserError, userError } from './user-error.ts';

const MOST_NUMBERS = 1 << 26;
const MOST_BYTES = 1e9;
const SAMPLE = 1 << 18;

/** The one table of a text file, or its list of words. @throws a user error */
export async function table(source: Source, gzip = false): Promise<Opened> {
  if (source.size > MOST_BYTES) {
    throw userError(
      `“${source.name}” has ${bytes(source.size)} of text; the lab reads up to ${bytes(MOST_BYTES)} of it. Save it as .npy.`,
    );
  }
  const encoding = encodingOf(await read(source, 0, Math.min(SAMPLE, source.size)));
  const sample: string[] = [];
  for await (const lines of lineBatches(source, encoding, SAMPLE)) sample.push(...lines);
  if (source.size > SAMPLE && sample.length > 1) sample.pop(); // cut off in its middle
  const inQuotes = sample.some((line) => line.includes('"'));
  const detect = (quoted: boolean): Dialect | undefined =>
    detectDialect(sample, encoding, gzip, source.name, quoted);
  if (inQuotes && quotationStaysOpen(sample)) return readUnquoted(source, detect(false), openQuotation(1));
  const dialect = detect(true);
  if (!dialect) return readWords(source, encoding, sample);
  try {
    return await readTable(source, dialect, false);
  } catch (error) {
    if (!isUserError(error) || !inQuotes) throw error;
    return await readUnquoted(source, detect(false), error);
  }
}

/** Quotation marks may be letters: 5" nail, or the token ". @throws the first problem where that is no reading either */
async function readUnquoted(source: Source, dialect: Dialect | undefined, problem: Error): Promise<Opened> {
  if (!dialect) throw problem;
  const opened = await readTable(source, dialect, true).catch(() => undefined);
  const rows = opened?.tensors[0]?.shape[0] ?? 0;
  if (!opened || rows < 2) throw problem;
  return opened;
}

/** A list of words: every line is one, blank ones as well, for line 7 names row 7. */
async function readWords(source: Source, encoding: Encoding, sample: readonly string[]): Promise<Opened> {
  const [only, second] = sample;
  if (second === undefined) {
    if (only?.includes('"')) throw openQuotation(1);
    throw userError(`“${source.name}” has no number in line 1: “${clip(only ?? '')}”.`);
  }
  const values: string[] = [];
  for await (const lines of lineBatches(source, encoding)) for (const line of lines) values.push(line.trim());
  return {
    format: 'a list of words',
    tensors: [],
    labels: [{ name: source.name, values }],
    notes: [`${grouped(values.length)} lines of words can name the rows of a tensor with as many.`],
  };
}

async function readTable(source: Source, dialect: Dialect, unquoted: boolean): Promise<Opened> {
  const rows = new TableRows(source.name, dialect);
  let line = 0;
  let open: { text: string; line: number } | undefined;
  for await (const lines of lineBatches(source, dialect.encoding)) {
    for (const text of lines) {
      line += 1;
      if (!open && !text.trim()) continue;
      const whole: string = open ? `${open.text}\n${text}` : text;
      const from: number = open?.line ?? line;
      const cells = splitCells(whole, dialect.by, dialect.quoted);
      open = cells ? undefined : { text: whole, line: from };
      if (cells) rows.add(cells, from);
      else if (whole.length > SAMPLE) throw openQuotation(from);
    }
  }
  if (open) throw openQuotation(open.line);
  return rows.opened(unquoted);
}

const openQuotation = (line: number): Error =>
  userError(`A quotation that begins in line ${grouped(line)} does not end.`);

/** The rows as they come; grows as needed. */
class TableRows {
  private seen = 0;
  private count = 0;
  private at = 0;
  private all = new Float64Array(4096);
  private comments = 0;
  private errors = 0;
  private readonly words: { column: number; values: string[] }[];
  private readonly file: string;
  private readonly dialect: Dialect;

  constructor(file: string, dialect: Dialect) {
    this.file = file;
    this.dialect = dialect;
    this.words = dialect.words.map((column) => ({ column, values: [] }));
  }

  add(cells: readonly string[], line: number): void {
    const { skip, cells: width, columns, comma } = this.dialect;
    this.seen += 1;
    if (this.seen <= skip) return;
    if (cells.length !== width) {
      if (cells[0]?.startsWith('#')) {
        this.comments += 1;
        return;
      }
      throw userError(
        `“${this.file}” is ragged: line ${grouped(line)} has ${cells.length} cells, the first has ${width}.`,
      );
    }
    this.makeRoom(columns.length);
    for (const column of columns) {
      const cell = cells[column] ?? '';
      const value = cellNumber(cell, comma);
      if (value === undefined) {
        const why = cell.includes(',') ? '; write numbers without commas' : '';
        throw userError(
          `“${this.file}” has “${clip(cell)}” in line ${grouped(line)}, column ${column + 1}, where a number belongs${why}.`,
        );
      }
      if (Number.isNaN(value) && isSpreadsheetError(cell)) this.errors += 1;
      this.all[this.at] = value;
      this.at += 1;
    }
    for (const { column, values } of this.words) values.push((cells[column] ?? '').trim());
    this.count += 1;
  }

  private makeRoom(more: number): void {
    if (this.at + more > MOST_NUMBERS) {
      throw userError(`“${this.file}” has more than ${grouped(MOST_NUMBERS)} numbers; save it as .npy.`);
    }
    if (this.at + more <= this.all.length) return;
    const larger = new Float64Array(2 * this.all.length + more);
    larger.set(this.all);
    this.all = larger;
  }

  opened(unquoted: boolean): Opened {
    const { head, promised, notes, columns, by, words: _words, ...layout } = this.dialect;
    if (!this.count) throw userError(`“${this.file}” holds no lines of numbers.`);
    const labels: LabelSet[] = this.words.map(({ column, values }) => ({
      name: head?.[column] || `column ${column + 1}`,
      values,
    }));
    const { encoding, gzip, quoted, comma, skip, cells } = layout;
    const origin = {
      kind: 'text',
      layout: { encoding, gzip, quoted, comma, skip, cells, by, columns, words: _words },
    } as const;
    const shape = [this.count, columns.length];
    return {
      format: formatName.get(by) ?? 'text',
      labels,
      notes: [
        ...notes,
        ...(unquoted ? ['Quotation marks were read as letters.'] : []),
        ...(this.comments
          ? [`${this.comments} lines that begin with # after the data were passed over.`]
          : []),
        ...(this.errors
          ? [`${this.errors} errors of a spreadsheet (such as #DIV/0!) were read as missing.`]
          : []),
        ...(promised !== undefined && promised !== this.count
          ? [`Its first line promises ${grouped(promised)} rows; it has ${grouped(this.count)}.`]
          : []),
      ],
      tensors: [
        tensorInMemory(
          {
            name: 'table',
            shape,
            dtype: 'text',
            origin,
            ...(head ? { columns: columns.map((c) => head[c] ?? '') } : {}),
          },
          this.all.slice(0, this.at),
        ),
      ],
    };
  }
}
