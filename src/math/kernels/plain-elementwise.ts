// Element by element, in f64: maps, losses, AdamW.

import { log } from '../functions.ts';
import type { At, Kernels } from './kernels.ts';
import { softmax } from './plain-attention.ts';
import type { Store } from './plain-set.ts';

type Part = Pick<
  Kernels,
  | 'add'
  | 'scaled'
  | 'times'
  | 'relu'
  | 'gate'
  | 'bias'
  | 'biasBack'
  | 'rows'
  | 'rowsBack'
  | 'unitRows'
  | 'topk'
  | 'adamw'
  | 'crossEntropy'
  | 'crossEntropyBack'
  | 'squaredError'
  | 'squaredErrorBack'
  | 'absolute'
  | 'absoluteBack'
>;

/** Maps, losses and AdamW over the memory of `store`. */
export function elementwise(store: Store): Part {
  const each = (y: At, count: number, more: number, term: (d: Float64Array, i: number) => number): void => {
    const { d } = store;
    for (let i = 0; i < count; i++) d[y + i] = (more ? d[y + i] : 0) + term(d, i);
  };
  const sum = (count: number, term: (d: Float64Array, i: number) => number): number => {
    let total = 0;
    for (let i = 0; i < count; i++) total += term(store.d, i);
    return total;
  };
  return {
    add: (y, a, b, count) => each(y, count, 0, (d, i) => d[a + i] + d[b + i]),
    scaled: (y, x, count, scale, more) => each(y, count, more, (d, i) => scale * d[x + i]),
    times: (y, a, b, count, scale, more) => each(y, count, more, (d, i) => scale * d[a + i] * d[b + i]),
    relu: (y, x, count) => each(y, count, 0, (d, i) => Math.max(0, d[x + i])),
    gate: (dx, dy, y, count, more) => each(dx, count, more, (d, i) => (d[y + i] !== 0 ? d[dy + i] : 0)),
    bias: (y, x, b, rows, cols, scale) =>
      each(y, rows * cols, 0, (d, i) => d[x + i] + scale * d[b + (i % cols)]),
    biasBack(db, dy, rows, cols, scale, more) {
      if (!more) store.d.fill(0, db, db + cols);
      for (let r = 0; r < rows; r++) each(db, cols, 1, (d, j) => scale * d[dy + r * cols + j]);
    },
    rows(y, table, ids, count, cols) {
      for (let i = 0; i < count; i++) each(y + i * cols, cols, 0, (d, j) => d[table + d[ids + i] * cols + j]);
    },
    rowsBack(dtable, dy, ids, count, cols) {
      for (let i = 0; i < count; i++) {
        each(dtable + store.d[ids + i] * cols, cols, 1, (d, j) => d[dy + i * cols + j]);
      }
    },
    unitRows(x, count, cols) {
      for (let r = x; r < x + count * cols; r += cols) {
        const square = sum(cols, (d, j) => d[r + j] * d[r + j]);
        if (square >= 1e-24) each(r, cols, 0, (d, j) => d[r + j] / Math.sqrt(square));
      }
    },
    topk(y, x, count, cols, keep) {
      for (let r = 0; r < count; r++) {
        const row = store.d.subarray(x + r * cols, x + (r + 1) * cols);
        const best = [...row.keys()].sort((i, j) => row[j] - row[i] || i - j).slice(0, keep);
        store.d.fill(0, y + r * cols, y + (r + 1) * cols);
        for (const j of best) store.d[y + r * cols + j] = row[j];
      }
    },
    adamw(w, g, mean, square, count, shrink, b1, b2, a, b, tiny) {
      each(mean, count, 0, (d, i) => b1 * d[mean + i] + (1 - b1) * d[g + i]);
      each(square, count, 0, (d, i) => b2 * d[square + i] + (1 - b2) * d[g + i] * d[g + i]);
      each(
        w,
        count,
        0,
        (d, i) => shrink * d[w + i] - (a * d[mean + i]) / (Math.sqrt(b * d[square + i]) + tiny),
      );
    },
    crossEntropy: (prob, each_, x, targets, rows, cols) =>
      sum(rows, (d, r) => {
        softmax(d, prob + r * cols, x + r * cols, cols, 1);
        return (d[each_ + r] = -log(Math.max(d[prob + r * cols + d[targets + r]], 1e-38)));
      }) / rows,
    crossEntropyBack: (dx, prob, targets, rows, cols, scale, more) =>
      each(
        dx,
        rows * cols,
        more,
        (d, i) => scale * (d[prob + i] - (i % cols === d[targets + Math.floor(i / cols)] ? 1 : 0)),
      ),
    squaredError: (x, y, weight, rows, cols) =>
      sum(rows * cols, (d, i) => d[weight + (i % cols)] * (d[x + i] - d[y + i]) * (d[x + i] - d[y + i])),
    squaredErrorBack: (dx, x, y, weight, rows, cols, scale, more) =>
      each(dx, rows * cols, more, (d, i) => scale * d[weight + (i % cols)] * (d[x + i] - d[y + i])),
    absolute: (x, count) => sum(count, (d, i) => Math.abs(d[x + i])),
    absoluteBack: (dx, x, count, scale, more) =>
      each(dx, count, more, (d, i) => scale * (Number(d[x + i] > 0) - Number(d[x + i] < 0))),
  };
}
