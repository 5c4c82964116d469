// All rows of a tensor, not only those that the panels show: held as unit rows where they fit, else passed by in blocks.

import { normalizeRows, type UnitRows } from '../../models/best-matches.ts';
import { rowScan } from '../../models/row-scan.ts';
import { product, type Tensor } from '../files/tensor.ts';
import { layoutOf, MOST_DIMS, MOST_FEATURES, pickedIndices, type Choice, type Layout } from './choice.ts';
import { places, streamInto, type Share } from './load-matrix.ts';

/** Numbers that are held at once: 1 GB of f32. */
const MOST_HELD = 2 ** 28;
/** Numbers of a block. */
const BLOCK = 2 ** 22;

/** Some rows on their way past: the first of them is number `from` of all `of`. */
export interface Stretch {
  readonly from: number;
  readonly of: number;
  readonly block: UnitRows;
}

export interface AllRows extends UnitRows {
  /** number of each row in the file */
  readonly at: Int32Array;
  readonly norms: Float64Array;
}

/** Rows and columns that count under a choice. @param count at most so many rows, evenly spaced */
export function chosenRows(
  tensor: Tensor,
  choice: Choice,
  count = Infinity,
): { layout: Layout; rows: number[]; dims: number[] } {
  const layout = layoutOf(tensor, choice);
  const dims = pickedIndices(choice.dims, layout.cols, MOST_DIMS, 'numbers of each feature', false);
  const all = choice.features?.trim()
    ? pickedIndices(choice.features, layout.rows, MOST_FEATURES, 'features', true)
    : Array.from({ length: layout.rows }, (_, i) => i);
  const kept = Math.min(all.length, count);
  const rows =
    kept < all.length
      ? Array.from({ length: kept }, (_, i) => all[Math.floor((i * all.length) / kept)] ?? 0)
      : all;
  return { layout, rows, dims };
}

/** Whether so many rows are held at once. */
export const canHold = (rows: number, width: number): boolean => rows * width <= MOST_HELD;

/** The unit rows that count, in memory. Rows with a NaN or an infinite number have no direction. */
export async function holdRows(
  tensor: Tensor,
  choice: Choice,
  progress: Share,
  count = Infinity,
): Promise<AllRows> {
  const { layout, rows, dims } = chosenRows(tensor, choice, count);
  const m = dims.length;
  const out = new Float32Array(rows.length * m);
  const scan = rowScan(layout.axes, places(layout.rows, rows), places(layout.cols, dims), out, m);
  await streamInto(tensor, layout, (piece) => scan.add(piece), progress);
  const kept = choice.omit ? rows.filter((row) => !scan.bad[row]) : rows;
  const n = kept.length;
  if (n < rows.length) {
    let to = 0;
    rows.forEach((row, i) => {
      if (scan.bad[row]) return;
      out.copyWithin(to * m, i * m, (i + 1) * m);
      to += 1;
    });
  }
  const held = out.subarray(0, n * m);
  const norms = normalizeRows(held, n, m);
  return { n, m, rows: held, at: Int32Array.from(kept), norms };
}

/** Whether rows lie one after the other in the file, so that blocks of them can pass by. */
export const canPass = ({ axes }: Layout): boolean =>
  axes[0]?.row === 1 && axes.slice(1).every(({ row }) => row === 0);

/** Unit rows in blocks, in the order of the file; all rows, the chosen columns. */
export async function* passRows(tensor: Tensor, choice: Choice): AsyncGenerator<Stretch> {
  const { layout, dims } = chosenRows(tensor, choice);
  const m = dims.length;
  const rest = layout.axes.slice(1);
  const size = product(rest.map((axis) => axis.size));
  const rows = Math.max(1, Math.floor(BLOCK / Math.max(size, m)));
  const columns = places(layout.cols, dims);
  let from = 0;
  let wanted = 0;
  let got = 0;
  let out = new Float32Array(0);
  let scan: ReturnType<typeof rowScan> | undefined;
  const begin = (): void => {
    const n = Math.min(rows, layout.rows - from);
    out = new Float32Array(n * m);
    const all = Int32Array.from({ length: n }, (_, i) => i);
    scan = rowScan([{ size: n, row: 1, col: 0, only: -1 }, ...rest], all, columns, out, m);
    wanted = n * size;
    got = 0;
  };
  begin();
  for await (const piece of tensor.numbers(layout.from, layout.from + layout.rows * size)) {
    for (let p = 0; p < piece.length;) {
      const take = Math.min(piece.length - p, wanted - got);
      scan?.add(piece.subarray(p, p + take));
      p += take;
      got += take;
      if (got < wanted) continue;
      const n = out.length / m;
      normalizeRows(out, n, m);
      yield { from, of: layout.rows, block: { n, m, rows: out } };
      from += n;
      if (from < layout.rows) begin();
    }
  }
}
