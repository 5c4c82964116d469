// The kernels as they travel in a bundle. In node (bake, bench, tests) there is no bundle: `load(await compileKernels())`.

import base64 from 'virtual:kernels';
import { load, type Kernels } from './kernels.ts';

/** In a browser or a worker. */
export const carried = (): Promise<Kernels> => load(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
