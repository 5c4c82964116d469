// Numbers in lines: .csv, .tsv, and what np.savetxt writes. Streamed, and exact about the line that is wrong; the parsers
// there are (d3-dsv, Papa Parse) make a table of strings of the whole file first, and the one of them builds code.

import { grouped } from '../scene/format.ts';
import { clip, fault } from './fault.ts';
import { held, type Opened } from './tensor.ts';
import type { Source } from './source.ts';

const MOST = 1 << 24;
const LONGEST = 1 << 22;
const words: Readonly<Record<string, number>> = {
  nan: NaN,
  na: NaN,
  '': NaN,
  inf: Infinity,
  '+inf': Infinity,
  '-inf': -Infinity,
  infinity: Infinity,
  '-infinity': -Infinity,
};
const number = (cell: string): number | undefined => {
  const t = cell.trim();
  const v = t === '' ? NaN : Number(t);
  return Number.isNaN(v) ? (/^0[xob]/i.test(t) ? undefined : words[t.toLowerCase()]) : v;
};

export async function csv(source: Source): Promise<Opened> {
  const table = {
    names: undefined as string[] | undefined,
    cols: 0,
    kept: [] as number[],
    rows: 0,
    all: new Float64Array(1024),
    at: 0,
  };
  let by = '';
  let line = 0;
  for await (const text of lines(source)) {
    line += 1;
    if (!text.trim() || text.startsWith('#')) continue;
    by ||= delimiter(text);
    const cells = split(text, by, line);
    if (!table.cols) {
      table.cols = cells.length;
      if (cells.every((c) => number(c) === undefined || !c.trim()) && cells.some((c) => c.trim())) {
        table.names = cells.map((c) => clip(c.trim()));
        continue;
      }
    }
    if (cells.length !== table.cols) {
      throw fault(
        `“${source.name}” is ragged: line ${grouped(line)} has ${cells.length} cells, the first has ${table.cols}.`,
      );
    }
    add(table, cells, line, source.name);
  }
  if (!table.rows) throw fault(`“${source.name}” holds no lines of numbers.`);
  const { names, cols, kept, rows, all, at } = table;
  const left = cols - kept.length;
  const notes = left
    ? [`${left === 1 ? 'One column' : `${left} columns`} of words ${left === 1 ? 'was' : 'were'} left out.`]
    : [];
  return {
    format: formats[by],
    notes,
    tensors: [
      held(
        {
          name: 'table',
          shape: [rows, kept.length],
          dtype: 'text',
          columns: names && kept.map((c) => names[c]),
        },
        all.subarray(0, at),
      ),
    ],
  };
}

/** The first row of numbers says which columns are numbers; every later row must agree. */
function add(
  table: { names?: string[]; cols: number; kept: number[]; rows: number; all: Float64Array; at: number },
  cells: readonly string[],
  line: number,
  name: string,
): void {
  if (!table.rows) {
    table.kept = cells.flatMap((c, i) => (number(c) === undefined ? [] : [i]));
    if (!table.kept.length) {
      throw fault(`“${name}” has no number in line ${line}: “${clip(cells.join(' '))}”.`);
    }
  }
  if (table.at + table.kept.length > MOST) {
    throw fault(`“${name}” has more than ${grouped(MOST)} numbers; save it as .npy.`);
  }
  if (table.at + table.kept.length > table.all.length) {
    const more = new Float64Array(2 * table.all.length + table.kept.length);
    more.set(table.all);
    table.all = more;
  }
  for (const i of table.kept) {
    const value = number(cells[i]);
    if (value === undefined) {
      throw fault(
        `“${name}” has “${clip(cells[i])}” in line ${grouped(line)}, column ${i + 1}, where a number belongs.`,
      );
    }
    table.all[table.at++] = value;
  }
  table.rows += 1;
}

/** By what cells are parted, and what a file of that kind is called. */
export const formats: Readonly<Record<string, string>> = {
  ',': 'CSV',
  '\t': 'TSV',
  ';': 'CSV with semicolons',
  ' ': 'columns of text',
};
const delimiter = (line: string): string =>
  line.includes('\t') ? '\t' : line.includes(';') ? ';' : line.includes(',') ? ',' : ' ';

function split(line: string, by: string, number: number): string[] {
  if (by === ' ') return line.trim().split(/\s+/);
  if (!line.includes('"')) return line.split(by);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (c === '"') {
      if (quoted && line[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = !quoted;
    } else if (c === by && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  if (quoted) throw fault(`A quotation that begins in line ${grouped(number)} does not end there.`);
  return [...cells, cell];
}

async function* lines(source: Source): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let over = '';
  for await (const piece of source.stream(0, source.size)) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8');
    const parts = (over + decoder.decode(piece, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    over = parts.pop()!;
    if (over.length > LONGEST) {
      throw fault(`“${source.name}” has a line of more than ${grouped(LONGEST)} characters.`);
    }
    yield* parts;
  }
  if (over) yield over.replace(/\r$/, '');
}
