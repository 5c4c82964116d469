// Workers as strings: a file and all it imports as one classic script. Only such a worker starts everywhere: from a Blob, in
// sandboxed frames, from disk.
//
//   './worker.ts?classic'                 the file itself
//   './model.ts?worker-script'            a worker that serves the file's model (src/runtime/serve.ts)
//   './model.ts?worker-script&kernels'    the same, for a model on the kernels
//   './claims.ts?check'                   a worker that runs the file's claims (src/runtime/check.ts)

import { dirname, resolve } from 'node:path';
import { build, type Plugin as Esbuild } from 'esbuild';
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
const ENTRY = '<stdin>'; // esbuild's name for an entry that is no file

interface Bundle {
  readonly code: string;
  /** the files that went into it */
  readonly inputs: string[];
}

const from = (file: string, name: string): string =>
  `import { ${name} } from ${JSON.stringify(resolve(file))};`;
const bundled = from('src/math/kernels/bundled.ts', 'loadBundledKernels');
const serve = from('src/runtime/serve.ts', 'serve');

/** The entry of each kind of worker, by the query that asks for it. */
const entries: Readonly<Record<string, (file: string) => string>> = {
  classic: (file) => `import ${JSON.stringify(file)};`,
  'worker-script': (file) => `${from(file, 'model')} ${serve} serve(model, self);`,
  'worker-script&kernels': (file) =>
    `${from(file, 'model')} ${serve} ${bundled} serve(model, self, loadBundledKernels());`,
  check: (file) =>
    `${from(file, 'claims')} ${from('src/runtime/check.ts', 'answer')} ${bundled} answer(claims, self, loadBundledKernels());`,
};

/** One classic script of `file`, in the way that `kind` names. */
async function bundleClassic(kind: string, file: string, plugins: Esbuild[] = []): Promise<Bundle> {
  const stdin = { contents: entries[kind]!(file), resolveDir: process.cwd(), loader: 'ts' } as const;
  const { outputFiles, metafile } = await build({ ...settings, stdin, plugins });
  return {
    code: outputFiles[0]!.text,
    inputs: Object.keys(metafile.inputs).filter((input) => input !== ENTRY),
  };
}

const PREFIX = '\0classic:';

/** @param standalone for a module that leaves the site: the code stands in it once, as a function; the page may call it, a worker is its text */
export function classic(plugins: Esbuild[] = [], standalone = false): Plugin {
  return {
    name: 'dreams:classic',
    enforce: 'pre',
    // The file itself, whatever other plugins put in its place for the page.
    resolveId(source, importer) {
      const [file, kind] = source.split('?');
      if (!file || !kind || !importer || !(kind in entries)) return undefined;
      return `${PREFIX}${kind}:${resolve(dirname(importer.replace(/\?.*$/, '')), file)}`;
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return undefined;
      const rest = id.slice(PREFIX.length);
      const cut = rest.indexOf(':');
      const [kind, file] = [rest.slice(0, cut), rest.slice(cut + 1)];
      const whole = await bundleClassic(kind, file, plugins);
      const { code, inputs } = standalone
        ? await bundleClassic(kind, file, [kernelsOf(whole.inputs)])
        : whole;
      for (const input of inputs) this.addWatchFile(resolve(input));
      return standalone
        ? `export const here = function(self){${code}};export default "("+here+")(self)";`
        : `export default ${JSON.stringify(code)};`;
    },
  };
}
