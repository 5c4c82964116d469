// `import script from './worker.ts?classic'`: the file and all it imports as one classic script, in a string.
// Only such a worker starts everywhere: from a Blob, in sandboxed frames, from disk.

import { resolve } from 'node:path';
import { build, type BuildResult, type Plugin as Esbuild } from 'esbuild';
import type { Plugin } from 'vite';
import { kernelsOf } from './kernels.ts';

const settings = {
  bundle: true,
  format: 'iife',
  minify: true,
  write: false,
  target: 'es2022',
  metafile: true,
  legalComments: 'none',
} as const;
interface Bundle {
  readonly code: string;
  readonly inputs: string[];
}

/** The one script that esbuild wrote, and the files that went into it. @throws where it wrote none */
function bundleOf(out: BuildResult<typeof settings>): Bundle {
  const [script] = out.outputFiles;
  if (!script) throw new Error('esbuild wrote no script');
  return {
    code: script.text,
    inputs: Object.keys(out.metafile.inputs).filter((input) => input !== '<stdin>'),
  };
}

/** `import script from './worker.ts?classic'`: the file itself. */
async function bundleClassic(file: string, plugins: Esbuild[] = []): Promise<Bundle> {
  return bundleOf(await build({ ...settings, entryPoints: [file], plugins }));
}

/**
 * `import script from './claims.ts?check'`: a worker that runs the file's claims, see src/runtime/check.ts.
 */
async function bundleCheck(file: string, plugins: Esbuild[]): Promise<Bundle> {
  const from = (path: string): string => JSON.stringify(resolve(path));
  const contents = `
    import { claims } from ${JSON.stringify(file)};
    import { answer } from ${from('src/runtime/check.ts')};
    import { loadBundledKernels } from ${from('src/math/kernels/bundled.ts')};
    answer(claims, self, loadBundledKernels());
  `;
  const stdin = { contents, resolveDir: process.cwd(), loader: 'ts' } as const;
  return bundleOf(await build({ ...settings, stdin, plugins }));
}

const kinds = { classic: bundleClassic, check: bundleCheck };

/**
 * The Vite plugin for `?classic` and `?check`.
 * @param abroad for a module on a stranger's page: the code stands in it once, as a function. The page may
 * call it, and the worker is started from its text
 */
export function classic(plugins: Esbuild[] = [], abroad = false): Plugin {
  return {
    name: 'dreams:classic',
    enforce: 'pre',
    async resolveId(source, importer) {
      const [, file = '', kind] = /^(.*)\?(classic|check)$/.exec(source) ?? [];
      if (!kind) return undefined;
      const found = await this.resolve(file, importer, { skipSelf: true });
      return found && `\0${kind}:${found.id}`;
    },
    async load(id) {
      const [, kind, file = ''] = /^\0(classic|check):(.*)$/.exec(id) ?? [];
      if (!kind) return undefined;
      const bundle = kinds[kind as keyof typeof kinds];
      const whole = await bundle(file, plugins);
      const { code, inputs } = abroad ? await bundle(file, [kernelsOf(whole.inputs)]) : whole;
      for (const input of inputs) this.addWatchFile(resolve(input));
      return abroad
        ? `export const here = function(self){${code}};export default "("+here+")(self)";`
        : `export default ${JSON.stringify(code)};`;
    },
  };
}
