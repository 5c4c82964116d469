// Which of the two sets a place gets.

import type { Kernels } from './kernels.ts';
import { plain } from './plain.ts';
import { wasm } from './wasm.ts';

/** The compiled set when this machine can run it, else the plain one. `kernels.kind` says which. */
export async function load(bytes?: Uint8Array): Promise<Kernels> {
  if (!bytes || typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes as BufferSource)) {
    return plain();
  }
  // A policy may forbid what the machine could do.
  try {
    return wasm((await WebAssembly.instantiate(bytes as BufferSource)).instance.exports);
  } catch {
    return plain();
  }
}
