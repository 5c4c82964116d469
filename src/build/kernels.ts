// `import kernels from 'virtual:kernels'`: the compiled kernels as a base64 string, for Vite (build, dev, Vitest) and for
// esbuild (classic worker strings). A string, not a file: what travels has no address to fetch from.

import type { Plugin as Esbuild } from 'esbuild';
import type { Plugin } from 'vite';
import { compileKernels, kernelSources } from '../math/kernels/build.ts';

const NAME = 'virtual:kernels';
const code = async (): Promise<string> => `export default ${JSON.stringify(Buffer.from(await compileKernels()).toString('base64'))};`;

export function kernels(): Plugin {
  return {
    name: 'dreams:kernels',
    resolveId: (source) => (source === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      for (const file of await kernelSources()) this.addWatchFile(file);
      return code();
    },
  };
}

export const kernelsForEsbuild: Esbuild = {
  name: 'dreams:kernels',
  setup(build) {
    build.onResolve({ filter: /^virtual:kernels$/ }, () => ({ path: NAME, namespace: 'kernels' }));
    build.onLoad({ filter: /.*/, namespace: 'kernels' }, async () => ({ contents: await code(), watchFiles: await kernelSources() }));
  },
};
