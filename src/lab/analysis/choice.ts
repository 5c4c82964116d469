// Which part of which tensor is looked at, and how it lies: a slice of its axes, the axis of the rows, chosen rows and columns.

import { grouped } from '../../scene/format.ts';
import { ALL, type ScanAxis } from '../../models/row-scan.ts';
import { product, type Entry } from '../files/tensor.ts';
import { clip, userError } from '../files/user-error.ts';

/** Rows that the panels of all pairs hold, and columns of each. */
export const MOST_FEATURES = 4096;
export const MOST_DIMS = 8192;
/** Rows whose lengths are measured. */
const MOST_ROWS = 2 ** 26;

/** One side of the lab: plain data, most of it in the address. */
export interface Choice {
  /** number of the file in the catalogue */
  readonly file: number;
  readonly tensor: string;
  /** "3, :, :": an index for each axis that is not taken whole; empty: all of it */
  readonly slice?: string | undefined;
  /** the axis of the features, before `transpose`; undefined: the first that is taken whole */
  readonly axis?: number | undefined;
  /** features are the columns; undefined: as the shape suggests */
  readonly transpose?: boolean | undefined;
  /** "0-15, 20": features to keep, and numbers of each to keep; empty: all that fit */
  readonly features?: string | undefined;
  readonly dims?: string | undefined;
  /** features with a number that is NaN or infinite are left out */
  readonly omit?: boolean | undefined;
  /** "<number of the file>:<name>" of the words that name the features */
  readonly labels?: string | undefined;
}

/** How a tensor becomes a matrix of features. */
export interface Layout {
  readonly rows: number;
  readonly cols: number;
  /** index of each axis, ALL where it is taken whole */
  readonly slice: readonly number[];
  readonly transpose: boolean;
  /** the axis of the rows before the transposition */
  readonly axis: number;
  /** the numbers that are read, in the order of storage: where they begin, and their axes, slowest first */
  readonly from: number;
  readonly axes: readonly ScanAxis[];
}

/** Rows and columns before any transposition, and what is sliced. @throws a user error where the slice does not fit */
function sliced(entry: Pick<Entry, 'shape' | 'name'>, choice: Choice) {
  const { shape, name } = entry;
  const slice = parseSlice(choice.slice, shape, name);
  const whole = shape.flatMap((_, a) => (slice[a] === ALL ? [a] : []));
  const axis = choice.axis !== undefined && whole.includes(choice.axis) ? choice.axis : (whole[0] ?? 0);
  const others = whole.filter((a) => a !== axis);
  const rows = whole.length ? (shape[axis] ?? 1) : 1;
  return { slice, axis, others, rows, cols: product(others.map((a) => shape[a] ?? 1)) };
}

/** "2, :, :" as an index for each axis. @throws a user error */
function parseSlice(text: string | undefined, shape: readonly number[], name: string): number[] {
  if (!text?.trim()) return shape.map(() => ALL);
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length > shape.length) {
    throw userError(
      `“${clip(text, 20)}” has an index for ${parts.length} axes; “${clip(name)}” has ${shape.length}.`,
    );
  }
  return shape.map((size, a) => {
    const part = parts[a] ?? ':';
    if (part === ':' || part === '') return ALL;
    const index = /^-?\d{1,9}$/.test(part) ? Number(part) : NaN;
    const from = index < 0 ? size + index : index;
    if (Number.isNaN(from)) throw userError(`“${clip(part, 20)}” is no index; write for example 3, :, :.`);
    if (from < 0 || from >= size) {
      throw userError(
        `“${clip(name)}” has ${grouped(size)} items along axis ${a}, numbered from 0; there is no item ${part}.`,
      );
    }
    return from;
  });
}

/** How the tensor lies under this choice. @throws a user error where the slice does not fit */
export function layoutOf(entry: Entry, choice: Choice): Layout {
  const { slice, axis, others, rows, cols } = sliced(entry, choice);
  const transpose = choice.transpose ?? cols > rows; // more features than numbers of each is the rule
  const step = new Map<number, number>([[axis, 1]]);
  const isRow = (a: number): boolean => (a === axis) !== transpose;
  let along = 1;
  for (const a of [...others].reverse()) {
    step.set(a, along);
    along *= entry.shape[a] ?? 1;
  }
  const axes = entry.shape.map((size, a): ScanAxis => {
    const only = slice[a] ?? ALL;
    const by = only === ALL ? (step.get(a) ?? 0) : 0;
    return { size, only, row: isRow(a) ? by : 0, col: isRow(a) ? 0 : by };
  });
  const [n, m] = transpose ? [cols, rows] : [rows, cols];
  if (n > MOST_ROWS) {
    throw userError(`“${clip(entry.name)}” would have ${grouped(n)} features; choose the other axis.`);
  }
  return { rows: n, cols: m, slice, transpose, axis, ...readRange(entry.fortran ? axes.reverse() : axes) };
}

/** Of the slowest axes that are sliced only their item is read. */
function readRange(axes: readonly ScanAxis[]): Pick<Layout, 'from' | 'axes'> {
  let from = 0;
  let first = 0;
  for (const { only } of axes) {
    if (only === ALL) break;
    first += 1;
    from += only * product(axes.slice(first).map(({ size }) => size));
  }
  return { from, axes: axes.slice(first) };
}

/**
 * "0-3, 7" to [0, 1, 2, 3, 7]; empty: all that fit, evenly spaced where `even`, else the first.
 * @throws a user error where it is no list of numbers below `size`
 */
export function pickedIndices(
  text: string | undefined,
  size: number,
  most: number,
  what: string,
  even: boolean,
): number[] {
  if (!text?.trim()) {
    const count = Math.min(size, most);
    return Array.from({ length: count }, (_, i) => (even ? Math.floor((i * size) / count) : i));
  }
  const all = new Set<number>();
  for (const part of text.split(',')) {
    const [, a, b] = /^\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(part) ?? [];
    if (a === undefined) {
      throw userError(
        `“${part.trim().slice(0, 20)}” is not a choice of ${what}; write for example 0-15, 20.`,
      );
    }
    const [from, to] = [Number(a), Number(b ?? a)];
    if (to >= size) {
      throw userError(`There are ${grouped(size)} ${what}, numbered from 0; there is no ${grouped(to)}.`);
    }
    if (to - from >= most) throw userError(`The lab looks at up to ${grouped(most)} ${what} at once.`);
    for (let i = from; i <= to; i++) all.add(i);
    if (all.size > most) throw userError(`The lab looks at up to ${grouped(most)} ${what} at once.`);
  }
  if (!all.size) throw userError(`“${text.slice(0, 20)}” chooses no ${what}.`);
  return [...all].sort((a, b) => a - b);
}
