// The f64 set: what the kernels mean, in loops without tricks. It is the oracle of the tests, and what runs where there is no
// SIMD. Its memory is one Float64Array, which doubles when it must.

import type { At, Kernels } from './kernels.ts';

/** The memory of a plain set; `d` is replaced when it grows. */
export interface Store {
  d: Float64Array;
  top: number;
}

/** Some kernels over one memory. */
export type Family = (store: Store, alloc: (count: number) => At) => Partial<Kernels>;

/** A plain set of these families; what none of them holds is missing, and calling it throws. */
export function assemble(families: readonly Family[]): Kernels {
  const store: Store = { d: new Float64Array(1 << 16), top: 16 };
  const alloc = (count: number): At => {
    const start = store.top;
    store.top += (count + 15) & ~15;
    while (store.top > store.d.length) {
      const wider = new Float64Array(2 * store.d.length);
      wider.set(store.d);
      store.d = wider;
    }
    store.d.fill(0, Math.max(start, store.top - 16), store.top);
    return start;
  };
  const memory: Partial<Kernels> = {
    kind: 'plain',
    engine: '1r',
    data: () => store.d,
    alloc,
    mark: () => store.top,
    reset: (to) => {
      store.top = to;
    },
    fill: (x, count, value) => {
      store.d.fill(value, x, x + count);
    },
    gemm: (...args) => gemm(store.d, ...args),
  };
  return Object.assign(memory, ...families.map((family) => family(store, alloc))) as Kernels;
}

function gemm(
  d: Float64Array,
  c: At,
  cr: number,
  a: At,
  ar: number,
  ak: number,
  b: At,
  bk: number,
  bc: number,
  rows: number,
  cols: number,
  deep: number,
  more: number,
): void {
  for (let i = 0; i < rows; i++) {
    const row = c + i * cr;
    if (!more) d.fill(0, row, row + cols);
    for (let k = 0; k < deep; k++) {
      const left = d[a + i * ar + k * ak];
      const right = b + k * bk;
      if (left !== 0) for (let j = 0; j < cols; j++) d[row + j] += left * d[right + j * bc];
    }
  }
}
