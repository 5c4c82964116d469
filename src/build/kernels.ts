// `import kernels from 'virtual:kernels'`: the compiled kernels as a base64 string, for Vite (build, dev, Vitest) and for
// esbuild (classic worker strings). A string, not a file: what travels has no address to fetch from.

import type { Plugin as Esbuild } from 'esbuild';
import type { Plugin } from 'vite';
import { readFile } from 'node:fs/promises';
import { compileKernels, compileNamed, kernelSources } from '../math/kernels/build.ts';

const NAME = 'virtual:kernels';
const text = (bytes: Uint8Array): string => `export default ${JSON.stringify(Buffer.from(bytes).toString('base64'))};`;
const code = async (): Promise<string> => text(await compileKernels());

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

const esbuild = (contents: () => Promise<string>): Esbuild => ({
  name: 'dreams:kernels',
  setup(build) {
    build.onResolve({ filter: /^virtual:kernels$/ }, () => ({ path: NAME, namespace: 'kernels' }));
    build.onLoad({ filter: /.*/, namespace: 'kernels' }, async () => ({ contents: await contents(), watchFiles: await kernelSources() }));
  },
});

export const kernelsForEsbuild = esbuild(code);

/** With those kernels only that one of the files names: what travels brings no more than it uses. */
export const kernelsOf = (files: readonly string[]): Esbuild => esbuild(async () => {
  const own = files.filter((file) => file.endsWith('.ts') && !file.includes('math/kernels/'));
  return text(await compileNamed((await Promise.all(own.map((file) => readFile(file, 'utf8')))).join('\n')));
});
