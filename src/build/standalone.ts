// What leaves the site in one piece: the modules /widgets/<name>.js for strangers' pages, the video encoders beside them, and
// the script of the offline file. After the build, from the same sources.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { classic } from './classic.ts';
import { kernelsForEsbuild } from './kernels.ts';
import { trimD3 } from './trim-d3.ts';

/** Statements that point the figures' requests to files beside the module, not on the site: a released version brings its own. */
const registering = (assets: readonly string[]): string =>
  assets.length === 0
    ? ''
    : `
import { registerAssets } from '/src/runtime/inlined-assets.ts';
registerAssets(Object.fromEntries(${JSON.stringify(assets)}.map((path) => [path, new URL(path, import.meta.url).href])));
`;

const module = (name: string, assets: readonly string[]): string => `
import { define } from '/src/runtime/element.ts';
import { figure } from '/src/widgets/${name}/widget.ts';
import { shadowHost } from '/src/runtime/shadow-host.ts';
import styles from '/src/styles/abroad.css?inline';
${registering(assets)}
define(figure, { host: shadowHost(styles), base: import.meta.url.replace(/widgets\\/.*$/, '') });
export const element = customElements.get('dream-${name}');
`;
const offline = (name: string): string => `
import { define } from '/src/runtime/element.ts';
import { start } from '/src/runtime/embed.ts';
import { registerAssets } from '/src/runtime/inlined-assets.ts';
import { figure } from '/src/widgets/${name}/widget.ts';
registerAssets(JSON.parse(document.getElementById('files').textContent));
start(document.querySelector('[data-dream]'), '${name}', async () => define(figure), 'full');
`;

/** A module of ours that is another in a bundle. */
interface Substitute {
  /** which file imports it, and which it is: paths from `src/` */
  readonly importer: string;
  readonly module: string;
  /** what stands in its place */
  readonly code: string;
}

const src = fileURLToPath(new URL('../', import.meta.url)).replaceAll('\\', '/');

/**
 * Replaces modules by name.
 * @throws at the end of the bundle where one of them was never asked for: its importer or its name has changed
 */
function substitute(all: readonly Substitute[]): Plugin {
  const met = new Set<Substitute>();
  return {
    name: 'dreams:substitute',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer || !source.startsWith('.')) return undefined;
      const from = importer.replaceAll('\\', '/').replace(src, '');
      if (!all.some((one) => one.importer === from)) return undefined;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      const to = resolved?.id.replaceAll('\\', '/').replace(src, '');
      const found = all.findIndex((one) => one.importer === from && one.module === to);
      const one = all[found];
      if (!one) return undefined;
      met.add(one);
      return `\0substitute:${found}`;
    },
    load(id) {
      const [, index] = /^\0substitute:(\d+)$/.exec(id) ?? [];
      return index && all[Number(index)]?.code;
    },
    buildEnd(error) {
      const lost = all
        .filter((one) => !met.has(one))
        .map(({ importer, module }) => `${importer} → ${module}`);
      if (!error && lost.length) {
        throw new Error(`src/build/standalone.ts names imports that do not exist: ${lost.join(', ')}`);
      }
    },
  };
}

const NOTHING = 'export {};';
/** What the worker's function brings already (the model, the kernels, the port), for pages that forbid workers. */
const inTheWorker = (name: string): Substitute[] => [
  { importer: `widgets/${name}/widget.ts`, module: `widgets/${name}/model.ts`, code: NOTHING },
  { importer: 'runtime/client.ts', module: 'math/kernels/plain.ts', code: NOTHING },
  { importer: 'runtime/client.ts', module: 'runtime/serve.ts', code: NOTHING },
];

/** The address of a file beside the module, as an import that no bundler follows. */
const beside = (file: string): string =>
  `await import(/* @vite-ignore */ import.meta.url.replace(/[^/]*$/, "${file}"))`;
// What is seen only after a click stands beside the modules, once for all figures: panels, programs, and the video encoders, which
// outweigh a figure.
const panelsBeside: Substitute = {
  importer: 'runtime/toolbar.ts',
  module: 'runtime/panels.ts',
  code: `export const panel = async (...asked) => (${beside('panels.js')}).panel(...asked);`,
};
const filmBeside: Substitute = {
  importer: 'runtime/toolbar.ts',
  module: 'runtime/video-export.ts',
  code: `export const exportVideo = async (of) => (${beside('film.js')}).exportVideo(of);`,
};
const recipesBeside: Substitute = {
  importer: 'runtime/panels.ts',
  module: 'runtime/program.ts',
  code: `export const written = async (recipe) => (${beside('programs.js')}).written(recipe);`,
};
const programBeside = (name: string): Substitute => ({
  importer: `widgets/${name}/widget.ts`,
  module: `widgets/${name}/program.ts`,
  code: `export const program = async (...run) => (${beside('programs.js')}).programs["${name}"](...run);`,
});

/** In place of Vite's helper that loads chunks with their styles: here there is one chunk, so it only calls the import. */
const oneChunk: Plugin = {
  name: 'dreams:one-chunk',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined,
};

/**
 * The module /widgets/<name>.js: model, worker, picture and styles are in it.
 * @param assets paths that stand beside the module; what is not among them is asked of the site
 */
export const travelling = async (name: string, assets: readonly string[] = []): Promise<string> =>
  bundle(module(name, assets), 'es', [...inTheWorker(name), panelsBeside, filmBeside, programBeside(name)]);

/** The same for a file on a disk, where no module may be loaded: one classic script with the video encoders in it. */
export const disk = async (name: string): Promise<string> =>
  (await bundle(offline(name), 'iife', inTheWorker(name)))
    .replaceAll('</script', '<\\/script')
    .replaceAll('<!--', '<\\!--');

const encoders = (assets: readonly string[]): Promise<string> =>
  bundle(`export { exportVideo } from '/src/runtime/video-export.ts';${registering(assets)}`, 'es', []);
const panels = (assets: readonly string[]): Promise<string> =>
  bundle(`export { panel } from '/src/runtime/panels.ts';${registering(assets)}`, 'es', [recipesBeside]);
function programs(names: readonly string[]): Promise<string> {
  const imports = names.map(
    (name, i) => `import { program as p${i} } from '/src/widgets/${name}/program.ts';`,
  );
  const table = names.map((name, i) => `'${name}': p${i}`);
  return bundle(
    [
      `export { written } from '/src/runtime/program.ts';`,
      ...imports,
      `export const programs = { ${table.join(', ')} };`,
    ].join('\n'),
    'es',
    [],
  );
}

/** What stands once beside the modules and comes at a click, by file name. */
export const shared = async (
  names: readonly string[],
  assets: readonly string[] = [],
): Promise<Record<string, string>> => ({
  'film.js': await encoders(assets.filter((path) => path.startsWith('data/'))),
  'panels.js': await panels(assets.filter((path) => path.startsWith('source/'))),
  'programs.js': await programs(names),
});

/**
 * All scripts of a released version, by file name. Data and sources are asked for beside the scripts.
 * @param data paths of baked data, "data/…" @param texts paths of sources, "source/…"
 */
export async function released(
  names: readonly string[],
  data: readonly string[],
  texts: readonly string[],
): Promise<Record<string, string>> {
  const modules: Record<string, string> = {};
  for (const name of names) modules[`${name}.js`] = await travelling(name, data);
  return { ...modules, ...(await shared(names, [...data, ...texts])), 'all.js': lazily(names) };
}

async function bundle(
  entry: string,
  format: 'es' | 'iife',
  substitutes: readonly Substitute[],
): Promise<string> {
  const id = 'virtual:travel';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      substitute(substitutes),
      oneChunk,
      trimD3,
      classic([kernelsForEsbuild], true),
      {
        name: 'travel',
        resolveId: (s) => (s === id ? id : undefined),
        load: (s) => (s === id ? entry : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: {
        input: id,
        preserveEntrySignatures: 'exports-only',
        output: { format, codeSplitting: false },
      },
    },
  });
  const results = Array.isArray(result) ? result : [result];
  const chunks = results.flatMap((one) => ('output' in one ? one.output : []));
  const chunk = chunks.find((one) => one.type === 'chunk');
  if (!chunk) throw new Error('Vite wrote no script');
  return chunk.code;
}

/** /widgets/all.js: an element's module comes when its tag is first in the document. */
export const lazily = (
  names: readonly string[],
): string => `// Defines every dream- element, each when it is first met in the document (or by load(name), for shadow trees).
const names = ${JSON.stringify(names)}, here = new URL('.', import.meta.url), asked = new Map();
export const load = (name) => { if (!asked.has(name)) asked.set(name, import(new URL(name + '.js', here).href)); return asked.get(name); };
const look = (at) => { for (const name of names) if (!asked.has(name) && (at.localName === 'dream-' + name || at.querySelector?.('dream-' + name))) load(name); };
look(document);
new MutationObserver((all) => { for (const { addedNodes } of all) for (const node of addedNodes) if (node.nodeType === 1) look(node); }).observe(document, { childList: true, subtree: true });
`;

/** For `npm pack` in dist/widgets. */
export async function manifest(version: string): Promise<string> {
  const { license, description } = JSON.parse(await readFile('package.json', 'utf8')) as Record<
    string,
    string
  >;
  const described = {
    name: 'interpretability-dreams-widgets',
    version,
    description,
    license,
    type: 'module',
    main: './all.js',
    types: './dreams.d.ts',
    exports: { '.': { types: './dreams.d.ts', default: './all.js' }, './*': './*' },
    files: ['*.js', 'dreams.d.ts'],
    sideEffects: true,
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}
