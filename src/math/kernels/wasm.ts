// The compiled set: WebAssembly's exports as they are, and one view of their memory.

import type { Kernels } from './kernels.ts';

/** The compiled set over the memory of one instance of the module. */
export function wasm(exports: WebAssembly.Exports): Kernels {
  const memory = exports.memory as WebAssembly.Memory;
  let view = new Float32Array(memory.buffer);
  const data = (): Float32Array => (view.length ? view : (view = new Float32Array(memory.buffer))); // growing detaches: length 0
  return {
    ...(exports as unknown as Kernels),
    kind: 'wasm',
    engine: '1',
    data,
    fill: (x, count, value) => {
      data().fill(value, x, x + count);
    },
  };
}
