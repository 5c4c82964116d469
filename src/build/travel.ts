// What leaves the site in one piece: the modules /widgets/<name>.js for strangers' pages, the film's encoders beside them, and
// the script of the offline file. After the build, from the same sources.

import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'vite';
import { classic } from './classic.ts';
import { kernelsForEsbuild } from './kernels.ts';
import { lean } from './lean.ts';

const module = (name: string): string => `
import { define } from '/src/runtime/element.ts';
import { kind } from '/src/widgets/${name}/element.ts';
import styles from '/src/styles/abroad.css?inline';
define(kind, { styles, base: import.meta.url.replace(/widgets\\/.*$/, '') });
export const element = customElements.get('dream-${name}');
`;
const offline = (name: string): string => `
import { define } from '/src/runtime/element.ts';
import { start } from '/src/runtime/embed.ts';
import { carry } from '/src/runtime/files.ts';
import { kind } from '/src/widgets/${name}/element.ts';
carry(JSON.parse(document.getElementById('files').textContent));
start(document.querySelector('[data-dream]'), '${name}', async () => define(kind), 'full');
`;

/** What the worker's function brings already: the model, the kernels and the port, for pages that forbid workers. */
const leave: Plugin = {
  name: 'leave', enforce: 'pre',
  resolveId: (source, importer = '') => (/\/(element|client)\.ts$/.test(importer) && /\/(model|plain|serve)\.ts$/.test(source) ? '\0left' : undefined),
  load: (id) => (id === '\0left' ? 'export {}' : undefined),
};
/** What is seen only after a click in the toolbar stands beside the modules, once for all figures: panels and snippets, programs, and the encoders of a film, which outweigh a figure. */
const beside: Plugin = {
  name: 'beside', enforce: 'pre',
  resolveId(source, importer = '') {
    const [, name] = /widgets\/([\w-]+)\/element\.ts$/.exec(importer) ?? [];
    if (name && source === './program.ts') return `\0program:${name}`;
    return /\/runtime\/(element|panels)\.ts$/.test(importer) && /^\.\/(panels|film|program)\.ts$/.test(source) ? `\0${source}` : undefined;
  },
  load(id) {
    const from = (file: string): string => `await import(/* @vite-ignore */ import.meta.url.replace(/[^/]*$/, "${file}"))`;
    if (id === '\0./panels.ts') return `export const panel = async (...asked) => (${from('panels.js')}).panel(...asked)`;
    if (id === '\0./film.ts') return `export const film = async (of) => (${from('film.js')}).film(of)`;
    if (id === '\0./program.ts') return `export const written = async (recipe) => (${from('programs.js')}).written(recipe)`;
    const [, name] = /^\0program:(.*)/.exec(id) ?? [];
    return name && `export const program = async (...run) => (${from('programs.js')}).programs["${name}"](...run)`;
  },
};
/** Vite's own way of loading chunks and their styles: here there is one chunk. */
const alone: Plugin = { name: 'alone', enforce: 'pre', load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined) };

/** One module: model, worker, picture and styles are in it. */
export const travelling = (name: string): Promise<string> => bundle(module(name), 'es', [leave, beside]);
/** The same for a file on a disk: one classic script, for there no module may be loaded; film and all. */
export const disk = async (name: string): Promise<string> => (await bundle(offline(name), 'iife', [leave])).replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
export const encoders = (): Promise<string> => bundle('export { film } from "/src/runtime/film.ts";', 'es', []);
export const panels = (): Promise<string> => bundle("export { panel } from '/src/runtime/panels.ts';", 'es', [beside]);
export const programs = (names: readonly string[]): Promise<string> =>
  bundle(`export { written } from '/src/runtime/program.ts';\n${names.map((name, i) => `import { program as p${i} } from '/src/widgets/${name}/program.ts';`).join('\n')}\nexport const programs = { ${names.map((name, i) => `'${name}': p${i}`).join(', ')} };`, 'es', []);

async function bundle(entry: string, format: 'es' | 'iife', plugins: Plugin[]): Promise<string> {
  const id = 'virtual:travel';
  const result = await build({
    configFile: false, logLevel: 'error', publicDir: false,
    plugins: [...plugins, alone, lean, classic([kernelsForEsbuild], true), { name: 'travel', resolveId: (s) => (s === id ? id : undefined), load: (s) => (s === id ? entry : undefined) }],
    build: {
      write: false, minify: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: false,
      rollupOptions: { input: id, preserveEntrySignatures: 'exports-only', output: { format, codeSplitting: false } as never },
    },
  });
  const chunks = (Array.isArray(result) ? result : [result]).flatMap((r) => ('output' in r ? r.output : []));
  const [chunk] = chunks.filter((c) => c.type === 'chunk');
  return chunk.type === 'chunk' ? chunk.code : '';
}

/** /widgets/all.js: an element's module comes when its tag is first in the document. */
export const lazily = (names: readonly string[]): string => `// Defines every dream- element, each when it is first met in the document (or by load(name), for shadow trees).
const names = ${JSON.stringify(names)}, here = new URL('.', import.meta.url), asked = new Map();
export const load = (name) => { if (!asked.has(name)) asked.set(name, import(new URL(name + '.js', here).href)); return asked.get(name); };
const look = (at) => { for (const name of names) if (!asked.has(name) && (at.localName === 'dream-' + name || at.querySelector?.('dream-' + name))) load(name); };
look(document);
new MutationObserver((all) => { for (const { addedNodes } of all) for (const node of addedNodes) if (node.nodeType === 1) look(node); }).observe(document, { childList: true, subtree: true });
`;

/** For `npm pack` in dist/widgets. */
export async function manifest(version: string): Promise<string> {
  const { license, description } = JSON.parse(await readFile('package.json', 'utf8')) as Record<string, string>;
  return `${JSON.stringify({ name: 'interpretability-dreams-widgets', version, description, license, type: 'module', main: './all.js', types: './dreams.d.ts', exports: { '.': { types: './dreams.d.ts', default: './all.js' }, './*': './*' }, files: ['*.js', 'dreams.d.ts'], sideEffects: true }, null, 2)}\n`;
}
