// `import script from './worker.ts?classic'`: the file and all it imports as one classic script, in a string. Only such
// a worker starts everywhere: from a Blob, in sandboxed frames, from disk.

import { resolve } from 'node:path';
import { build, type Plugin as Esbuild } from 'esbuild';
import type { Plugin } from 'vite';

export async function bundleClassic(file: string, plugins: Esbuild[] = []): Promise<{ code: string; inputs: string[] }> {
  const out = await build({ entryPoints: [file], bundle: true, format: 'iife', minify: true, write: false, target: 'es2022', metafile: true, legalComments: 'none', plugins });
  return { code: out.outputFiles[0].text, inputs: Object.keys(out.metafile.inputs) };
}

export function classic(plugins: Esbuild[] = []): Plugin {
  return {
    name: 'dreams:classic',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('?classic')) return undefined;
      const found = await this.resolve(source.slice(0, -'?classic'.length), importer, { skipSelf: true });
      return found && `\0classic:${found.id}`;
    },
    async load(id) {
      if (!id.startsWith('\0classic:')) return undefined;
      const { code, inputs } = await bundleClassic(id.slice('\0classic:'.length), plugins);
      for (const input of inputs) this.addWatchFile(resolve(input));
      return `export default ${JSON.stringify(code)};`;
    },
  };
}
