// The compiled kernels, as a reader's worker has them, for every test that opens a run.
import { compileKernels } from '../src/math/kernels/build.ts';
import { load } from '../src/math/kernels/load.ts';

export const kernels = await load(await compileKernels());
