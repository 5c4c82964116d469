// From a tensor to the matrix that is looked at: n features, rows, of m numbers each. The tensor is streamed past and only
// what was chosen is kept.

import { grouped } from '../scene/format.ts';
import { fault } from './fault.ts';
import { product, type Entry, type Tensor } from './tensor.ts';

export const MOST_FEATURES = 4096;
export const MOST_DIMS = 1024;

/** Which part of which tensor, and how it lies. */
export interface Choice {
  readonly tensor: string;
  /** features are the columns; undefined: as the shape suggests */
  readonly transpose?: boolean;
  /** "0-15, 20": features to keep, and numbers of each to keep; empty: all that fit */
  readonly features?: string;
  readonly dims?: string;
  /** of a tensor of three axes or more: this item of the first; undefined: the later axes are joined to one */
  readonly item?: number;
}

export interface Matrix {
  readonly n: number;
  readonly m: number;
  /** [n][m] row-major */
  readonly A: Float64Array;
  /** index of each feature in the file */
  readonly at: readonly number[];
  /** names of the features, where the file has them */
  readonly names?: readonly string[];
  readonly notes: readonly string[];
}

/** [rows, columns] of a tensor as it is laid out here. */
export function sides({ shape }: Pick<Entry, 'shape'>, item?: number): [number, number] {
  const axes = item !== undefined && shape.length > 2 ? shape.slice(1) : shape;
  return axes.length === 0 ? [1, 1] : [axes[0], product(axes.slice(1))];
}

/** More features than numbers of each is the rule: features are along the longer side. */
export const guess = (entry: Pick<Entry, 'shape'>, item?: number): boolean => {
  const [rows, cols] = sides(entry, item);
  return cols > rows;
};

/** @param progress share of the tensor that has passed, 0 ... 1 */
export async function choose(
  tensor: Tensor,
  choice: Choice,
  progress: (share: number) => void = () => undefined,
): Promise<Matrix> {
  const { item, transpose = guess(tensor, item) } = choice;
  const [rows, cols] = sides(tensor, item);
  const notes: string[] = [];
  if (item !== undefined && !(item >= 0 && item < tensor.shape[0])) {
    throw fault(
      `“${tensor.name}” has ${tensor.shape[0]} items along its first axis; there is no item ${item}.`,
    );
  }
  const at = picked(choice.features, transpose ? cols : rows, MOST_FEATURES, 'features', notes);
  const dims = picked(choice.dims, transpose ? rows : cols, MOST_DIMS, 'numbers of each feature', notes);
  const n = at.length;
  const m = dims.length;
  const A = new Float64Array(n * m).fill(NaN);
  if (!n || !m) throw fault(`“${tensor.name}” of shape [${tensor.shape.join(', ')}] holds no numbers.`);
  const place = finder(at);
  const column = finder(dims);
  const put = (row: number, col: number, value: number): void => {
    const i = place(transpose ? col : row);
    const j = column(transpose ? row : col);
    if (i >= 0 && j >= 0) A[i * m + j] = value;
  };
  await scatter(tensor, item ?? 0, rows, cols, item !== undefined, put, progress);
  check(A, n, m, at, tensor.name);
  return {
    n,
    m,
    A,
    at,
    notes,
    names: transpose && tensor.columns ? at.map((f) => tensor.columns![f]) : undefined,
  };
}

/** Where in an ascending list a number stands; -1 when it does not. */
function finder(list: readonly number[]): (value: number) => number {
  const first = list[0];
  const count = list.length;
  if (list[count - 1] - first === count - 1) {
    return (value) => (value >= first && value < first + count ? value - first : -1);
  }
  const place = new Map(list.map((value, i) => [value, i]));
  return (value) => place.get(value) ?? -1;
}

async function scatter(
  tensor: Tensor,
  item: number,
  rows: number,
  cols: number,
  single: boolean,
  put: (row: number, col: number, value: number) => void,
  progress: (share: number) => void,
): Promise<void> {
  const total = product(tensor.shape);
  const [from, to] = single && !tensor.fortran ? [item * rows * cols, (item + 1) * rows * cols] : [0, total];
  const unravel = tensor.fortran ? columnMajor(tensor.shape, single ? item : undefined) : undefined;
  let i = 0;
  for await (const piece of tensor.numbers(from, to)) {
    for (const value of piece) {
      const flat = unravel ? unravel(i) : i;
      if (flat >= 0) put(Math.floor(flat / cols), flat % cols, value);
      i += 1;
    }
    progress(i / (to - from));
  }
}

/** From the place in column-major order to that in row-major order; -1 outside the chosen item. */
function columnMajor(shape: readonly number[], item?: number): (i: number) => number {
  const step = shape.map((_, axis) => product(shape.slice(axis + 1)));
  return (i) => {
    let flat = 0;
    let first = 0;
    shape.forEach((size, axis) => {
      const index = i % size;
      i = Math.floor(i / size);
      if (axis) flat += index * step[axis];
      else first = index;
    });
    return item === undefined ? flat + first * step[0] : first === item ? flat : -1;
  };
}

/** "0-3, 7" to [0, 1, 2, 3, 7]. Empty: the first that fit. */
function picked(
  text: string | undefined,
  size: number,
  most: number,
  what: string,
  notes: string[],
): number[] {
  if (!text?.trim()) {
    if (size > most) {
      notes.push(
        `The first ${grouped(most)} of ${grouped(size)} ${what} are shown; choose others by their numbers.`,
      );
    }
    return Array.from({ length: Math.min(size, most) }, (_, i) => i);
  }
  const all = new Set<number>();
  for (const part of text.split(',')) {
    const [, a, b] = /^\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(part) ?? [];
    if (a === undefined) {
      throw fault(`“${part.trim().slice(0, 20)}” is not a choice of ${what}; write for example 0-15, 20.`);
    }
    const [from, to] = [Number(a), Number(b ?? a)];
    if (to >= size) {
      throw fault(`There are ${grouped(size)} ${what}, numbered from 0; there is no ${grouped(to)}.`);
    }
    if (to - from >= most || all.size > most) {
      throw fault(`The lab looks at up to ${grouped(most)} ${what} at once.`);
    }
    for (let i = from; i <= to; i++) all.add(i);
  }
  if (all.size > most) throw fault(`The lab looks at up to ${grouped(most)} ${what} at once.`);
  if (!all.size) throw fault(`“${text.slice(0, 20)}” chooses no ${what}.`);
  return [...all].sort((a, b) => a - b);
}

function check(A: Float64Array, n: number, m: number, at: readonly number[], name: string): void {
  let bad = 0;
  let first = -1;
  let most = 0;
  A.forEach((v, i) => {
    if (!Number.isFinite(v)) {
      if (!bad) first = i;
      bad += 1;
    } else most = Math.max(most, Math.abs(v));
  });
  if (bad) {
    throw fault(
      `${grouped(bad)} of ${grouped(n * m)} numbers of “${name}” are NaN or infinite, the first in feature ${at[Math.floor(first / m)]}, place ${first % m}. Leave those features or places out by their numbers.`,
    );
  }
  if (most > 1e100 || (most > 0 && most < 1e-100)) {
    throw fault(
      `The largest number of “${name}” is ${most.toExponential(1)}; squares of such leave the range of floating point. Scale it first.`,
    );
  }
}
