// The network of `models/induction` as a row of numbers, and what is said of it. Width 32, one head of 16 in a layer.
//
// Shapes: E [32][32], U [32][32], P [32][32], then of each layer W_q, W_k, W_v [32][16], W_o [16][32]; one after the other.

export const WIDTH = 32;
export const HEAD = 16;
export const STEPS = 400;
export const EVERY = 10;

/** What is measured on the sequences that are held out. Losses in nats. */
export interface Scores {
  /** where the next token was seen before, and where it was not */
  readonly repeated: number;
  readonly first: number;
  readonly context: number;
  readonly previous: number;
  readonly prefix: number;
}

/** Whose head, 0 or 1, is taken out, and how: it looks everywhere alike, or it writes nothing. */
export interface Cut {
  readonly layer: number;
  readonly how: 'uniform' | 'zero';
}

/** Where a layer's matrices begin among the weights. */
export const at = (layer: number): { q: number; k: number; v: number; o: number } => {
  const size = WIDTH * HEAD;
  const from = 3 * WIDTH * WIDTH + layer * 4 * size;
  return { q: from, k: from + size, v: from + 2 * size, o: from + 3 * size };
};

/** The weights with a head taken out. With W_q = 0 all places score alike, so it attends to each of them equally; with W_o = 0 it writes nothing. */
export function without<A extends Float32Array | Float64Array>(all: A, cut: Cut | undefined): A {
  if (!cut) return all;
  const copy = all.slice() as A;
  const { q, o } = at(cut.layer);
  const from = cut.how === 'uniform' ? q : o;
  copy.fill(0, from, from + WIDTH * HEAD);
  return copy;
}
