// From a tensor to the matrix that is looked at: n features, rows, of m numbers each. The tensor is streamed past once: the
// lengths of all its rows are measured, and the rows that the panels show are kept.

import { grouped } from '../../scene/format.ts';
import { rowScan } from '../../models/row-scan.ts';
import { product, type Tensor } from '../files/tensor.ts';
import { clip, userError } from '../files/user-error.ts';
import { layoutOf, MOST_DIMS, MOST_FEATURES, pickedIndices, type Choice, type Layout } from './choice.ts';

export interface Matrix {
  readonly n: number;
  readonly m: number;
  /** [n][m] row-major */
  readonly A: Float64Array;
  /** number of each feature in the file */
  readonly at: readonly number[];
  /** names of the features, where the file has them */
  readonly names?: readonly string[];
  readonly notes: readonly string[];
  /** lengths of all features of the file, [total], over the chosen numbers; NaN for those left out */
  readonly allNorms?: Float64Array;
}

/** Share of the work that is done, 0 ... 1. */
export type Share = (share: number) => void;

/** @throws a user error where the choice does not fit, or a number is NaN or infinite and is not to be left out */
export async function loadMatrix(
  tensor: Tensor,
  choice: Choice,
  progress: Share = () => undefined,
  names?: readonly string[],
): Promise<Matrix> {
  const layout = layoutOf(tensor, choice);
  const picked = pickedIndices(choice.features, layout.rows, MOST_FEATURES, 'features', true);
  const dims = pickedIndices(choice.dims, layout.cols, MOST_DIMS, 'numbers of each feature', false);
  const m = dims.length;
  if (!picked.length || !m) {
    throw userError(`“${clip(tensor.name)}” of shape [${tensor.shape.join(', ')}] holds no numbers.`);
  }
  const A = new Float64Array(picked.length * m).fill(NaN);
  const scan = rowScan(layout.axes, places(layout.rows, picked), places(layout.cols, dims), A, m);
  await streamInto(tensor, layout, (piece) => scan.add(piece), progress);
  checkRange(scan.largest(), tensor.name);
  const chosenOnly = !!choice.features?.trim();
  const bad = countBad(scan.bad, chosenOnly ? picked : undefined);
  if (bad.rows && !choice.omit) {
    throw userError(badSentence(tensor.name, bad, chosenOnly ? picked.length : layout.rows));
  }
  const kept = picked.flatMap((row, i) => (scan.bad[row] ? [] : [{ row, i }]));
  if (!kept.length) {
    throw userError(`Every feature of “${clip(tensor.name)}” has a NaN or an infinite number.`);
  }
  const at = kept.map(({ row }) => row);
  const allNorms = scan.squares.map((v, row) => (scan.bad[row] ? NaN : Math.sqrt(v)));
  const chosenNames = names ?? (layout.transpose ? tensor.columns : undefined);
  return {
    n: at.length,
    m,
    A: kept.length === picked.length ? A : compacted(A, kept, m),
    at,
    notes: notesOf(layout, choice, { picked: at.length, dims: m }, bad.rows),
    ...(chosenNames?.length === layout.rows
      ? { names: at.map((row) => chosenNames[row] ?? String(row)) }
      : {}),
    ...(chosenOnly ? {} : { allNorms }),
  };
}

/** Streams the part of the tensor that the layout reads. */
export async function streamInto(
  tensor: Tensor,
  { axes, from }: Layout,
  take: (piece: Float64Array) => void,
  progress: Share,
): Promise<void> {
  const count = product(axes.map(({ size }) => size));
  let done = 0;
  for await (const piece of tensor.numbers(from, from + count)) {
    take(piece);
    done += piece.length;
    progress(count ? done / count : 1);
  }
}

/** Where in an ascending list each number below `size` stands; -1 where it does not. */
export function places(size: number, list: readonly number[]): Int32Array {
  const place = new Int32Array(size).fill(-1);
  list.forEach((value, i) => {
    place[value] = i;
  });
  return place;
}

function checkRange(largest: number, name: string): void {
  if (largest > 1e100 || (largest > 0 && largest < 1e-100)) {
    throw userError(
      `The largest number of “${clip(name)}” is ${largest.toExponential(1)}; squares of such leave the range of floating point. Scale it first.`,
    );
  }
}

interface BadRows {
  readonly rows: number;
  readonly first: number;
  readonly numbers: number;
}

function countBad(bad: Uint32Array, rows: readonly number[] | undefined): BadRows {
  let count = 0;
  let first = -1;
  let numbers = 0;
  const see = (row: number): void => {
    const here = bad[row] ?? 0;
    if (!here) return;
    if (first < 0) first = row;
    count += 1;
    numbers += here;
  };
  if (rows) rows.forEach(see);
  else bad.forEach((_, row) => see(row));
  return { rows: count, first, numbers };
}

const badSentence = (name: string, { rows, first, numbers }: BadRows, of: number): string =>
  `${grouped(numbers)} ${numbers === 1 ? 'number' : 'numbers'} of “${clip(name)}” ${numbers === 1 ? 'is' : 'are'} NaN or infinite, in ${grouped(rows)} of ${grouped(of)} features, the first of them feature ${grouped(first)}. Leave out the features that have one, or choose others.`;

function compacted(A: Float64Array, kept: readonly { i: number }[], m: number): Float64Array {
  const out = new Float64Array(kept.length * m);
  kept.forEach(({ i }, to) => out.set(A.subarray(i * m, (i + 1) * m), to * m));
  return out;
}

function notesOf(
  { rows, cols }: Layout,
  choice: Choice,
  shown: { picked: number; dims: number },
  bad: number,
): string[] {
  const notes: string[] = [];
  if (bad) {
    notes.push(
      `${grouped(bad)} ${bad === 1 ? 'feature was' : 'features were'} left out for a NaN or an infinite number.`,
    );
  }
  if (rows > MOST_FEATURES && !choice.features?.trim()) {
    notes.push(
      `${grouped(shown.picked)} of ${grouped(rows)} features, evenly spaced, stand in the panels of pairs; lengths are of all. Choose others by their numbers.`,
    );
  }
  if (cols > MOST_DIMS && !choice.dims?.trim()) {
    notes.push(
      `The first ${grouped(MOST_DIMS)} of ${grouped(cols)} numbers of each feature count; choose others by their numbers.`,
    );
  }
  return notes;
}
