// Runs in a browser's worker: fingerprints, or the bench.

import { loadBundledKernels } from '../../src/math/kernels/bundled.ts';
import { load } from '../../src/math/kernels/load.ts';
import peak from 'virtual:peak';
import { runs } from '../models/runs.ts';
import { measure } from './rows.ts';

const bytes = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

onmessage = async ({ data }) => {
  try {
    const t = performance.now();
    const k = await loadBundledKernels();
    const start = performance.now() - t;
    if (data === 'prints') return postMessage({ kind: k.kind, start, 1: runs(k), '1r': runs(await load()) });
    const yard = await WebAssembly.instantiate(bytes(peak));
    postMessage({
      start,
      ...measure({
        k,
        peak: yard.instance.exports.peak as (n: number) => number,
        now: () => performance.now(),
        rounds: 5,
        chunk: 150,
      }),
    });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
