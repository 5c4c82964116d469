// The kernels as they travel in a bundle. In node (bake, bench, tests) there is no bundle: `load(await compileKernels())`.

import base64 from 'virtual:kernels';
import { load } from './load.ts';
import type { Kernels } from './kernels.ts';

/** In a browser or a worker. Those that cannot inflate cannot run the compiled set either. */
export async function loadBundledKernels(): Promise<Kernels> {
  if (typeof DecompressionStream === 'undefined') return load();
  const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const { writable, readable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter(); // not from a Blob: WebKit reads none in a page from the disk
  void writer.write(packed);
  void writer.close();
  return load(new Uint8Array(await new Response(readable).arrayBuffer()));
}
