// `import kernels from 'virtual:kernels'`: the compiled kernels as a base64 string, for Vite (build, dev,
// Vitest) and for esbuild (classic worker strings). A string, not a file: a module on a stranger's page has
// no address to fetch from. It is deflated first, because gzip finds nothing to pack in base64.

import type { Plugin as Esbuild } from 'esbuild';
import type { Plugin } from 'vite';
import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { dirname } from 'node:path';
import { compileKernels, compileNamed, kernelSources } from '../math/kernels/build.ts';
import { plainEntry } from '../math/kernels/families.ts';

const NAME = 'virtual:kernels';
const text = (bytes: Uint8Array): string =>
  `export default ${JSON.stringify(deflateRawSync(bytes, { level: 9 }).toString('base64'))};`;
const code = async (): Promise<string> => text(await compileKernels());

/** The Vite plugin. */
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
    build.onLoad({ filter: /.*/, namespace: 'kernels' }, async () => ({
      contents: await contents(),
      watchFiles: await kernelSources(),
    }));
  },
});

/** All kernels, for esbuild. */
export const kernelsForEsbuild = esbuild(code);

/** The same with only those kernels, of either set, that the text of one of the files names. */
export const kernelsOf = (files: readonly string[]): Esbuild => {
  const models = files.filter((file) => file.endsWith('.ts') && !file.includes('math/kernels/'));
  const code = async (): Promise<string> =>
    (await Promise.all(models.map((file) => readFile(file, 'utf8')))).join('\n');
  const compiled = esbuild(async () => text(await compileNamed(await code())));
  return {
    name: compiled.name,
    setup(build) {
      void compiled.setup(build);
      build.onLoad({ filter: /kernels[\\/]plain\.ts$/ }, async ({ path }) => ({
        loader: 'ts',
        contents: plainEntry(await code()),
        resolveDir: dirname(path),
      }));
    },
  };
};
