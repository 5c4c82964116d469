// The integration: classic worker strings while building and serving, and after the build the modules that travel,
// /widgets/<name>.js, each self-contained, with an immutable copy under the package's version.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'vite';
import { classic } from './classic.ts';
import { kernels, kernelsForEsbuild } from './kernels.ts';
import { compiler } from '../math/kernels/build.ts';
import { offline } from './offline.ts';
import { policyFirst } from './policy.ts';
import { searchIndex } from './search.ts';
import { names } from '../widgets/registry.ts';

// What the first figure of a page needs, in one file, and no mark that only others draw: twenty small ones cost more requests than the bytes they share.
const kit = { name: 'kit', test: /node_modules[\\/](d3-|internmap)|src[\\/](scene[\\/](axis|bars|curve|glyph|hatch|ink|mark|matrix|paint|pen|plane|print|strip|words)\.|math[\\/](functions|remembered)|widgets[\\/]registry|runtime[\\/](element|player|client|turns|frame|hands|params|address|seen|icons|home|asleep)\.)/ };

await compiler();

export function dreams(): AstroIntegration {
  return {
    name: 'dreams',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [classic([kernelsForEsbuild]), kernels()], environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [kit] } } } } } } } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        await policyFirst(fileURLToPath(dir));
        const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
        const out = fileURLToPath(new URL('widgets/', dir));
        await mkdir(`${out}${version}`, { recursive: true });
        for (const name of names) {
          const code = await travelling(name);
          await writeFile(`${out}${name}.js`, code);
          await writeFile(`${out}${version}/${name}.js`, code);
          logger.info(`widgets/${name}.js ${(code.length / 1024).toFixed(0)} kB`);
        }
        const all = names.map((name) => `import './${name}.js';`).join('\n');
        logger.info(`${await searchIndex(fileURLToPath(dir))} pages can be searched`);
        await writeFile(`${out}all.js`, `${all}\n`);
        const { count, size } = await offline(fileURLToPath(dir));
        logger.info(`${count} files, ${(size / 1e6).toFixed(1)} MB, are kept for reading offline`);
      },
    },
  };
}

const entry = (name: string): string => `
import { define } from '/src/runtime/element.ts';
import { kind } from '/src/widgets/${name}/element.ts';
import styles from '/src/styles/abroad.css?inline';
define(kind, { styles, base: import.meta.url.replace(/widgets\\/.*$/, '') });
export const element = customElements.get('dream-${name}');
`;

/** What the worker's function brings already: the model, the kernels and the port, for pages that forbid workers. */
const leave: Plugin = {
  name: 'leave', enforce: 'pre',
  resolveId: (source, importer = '') => (/\/(element|client)\.ts$/.test(importer) && /\/(model|plain|serve)\.ts$/.test(source) ? '\0left' : undefined),
  load: (id) => (id === '\0left' ? 'export {}' : undefined),
};

/** One module, nothing beside it: dynamic imports are drawn in, styles and worker are strings. */
async function travelling(name: string): Promise<string> {
  const id = `virtual:travel-${name}`;
  const result = await build({
    configFile: false, logLevel: 'warn', publicDir: false,
    plugins: [leave, classic([kernelsForEsbuild], true), { name: 'travel', resolveId: (s) => (s === id ? id : undefined), load: (s) => (s === id ? entry(name) : undefined) }],
    build: {
      write: false, minify: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: false,
      rollupOptions: { input: id, preserveEntrySignatures: 'exports-only', output: { format: 'es', codeSplitting: false } as never },
    },
  });
  const chunks = (Array.isArray(result) ? result : [result]).flatMap((r) => ('output' in r ? r.output : []));
  const [chunk] = chunks.filter((c) => c.type === 'chunk');
  return chunk.type === 'chunk' ? chunk.code : '';
}
