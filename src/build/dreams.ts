// The integration: classic worker strings while building and serving, and after the build the modules that
// travel, /widgets/<name>.js, each self-contained. Copies under a version are written by `npm run release`,
// never by a build.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { groups } from './chunks.ts';
import { classic } from './classic.ts';
import { kernels, kernelsForEsbuild } from './kernels.ts';
import { kit } from './kit.ts';
import { trimD3 } from './trim-d3.ts';
import { disk, lazily, manifest, shared, travelling } from './standalone.ts';
import { compiler } from '../math/kernels/build.ts';
import { offline } from './offline.ts';
import { heads, listener } from './head.ts';
import { logFilter } from './log-filter.ts';
import { searchIndex } from './search.ts';
import { names } from '../widgets/registry.ts';

const PLACE = '/* the script is put here after the build */';

await compiler();

/** Puts the offline script into a page that keeps a place for it. @throws where the place is missing */
async function putScript(file: string, script: string): Promise<void> {
  const page = await readFile(file, 'utf8');
  if (!page.includes(PLACE)) throw new Error(`${file} has no place for its script`);
  await writeFile(
    file,
    page.replace(PLACE, () => script),
  );
}

/**
 * @returns the integration: plugins while building and serving, and after the build what Astro does not make
 */
export function dreams(): AstroIntegration {
  return {
    name: 'dreams',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          // KaTeX and Shiki write style="" attributes. Here and not in astro.config.ts, because Astro warns
          // of a config that has rules for attributes beside general ones: that attributes do not get the
          // general ones too, which is what is wanted.
          security: {
            csp: {
              algorithm: 'SHA-256',
              styleDirective: { resources: [{ resource: "'unsafe-inline'", kind: 'attribute' }] },
            },
          },
          vite: {
            plugins: [logFilter, trimD3, listener, classic([kernelsForEsbuild]), kernels()],
            environments: {
              client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } },
            },
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const out = `${dist}widgets/`;
        await heads(dist);
        await mkdir(out, { recursive: true });
        for (const name of names) {
          const code = await travelling(name);
          await writeFile(`${out}${name}.js`, code);
          await putScript(`${dist}download/${name}.html`, await disk(name));
          logger.info(`widgets/${name}.js ${(code.length / 1024).toFixed(0)} kB`);
        }
        for (const [file, code] of Object.entries(await shared(names))) await writeFile(out + file, code);
        const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
        await writeFile(`${out}package.json`, await manifest(version));
        await writeFile(`${dist}talk-kit.zip`, await kit(dist, names));
        logger.info(`${await searchIndex(dist)} pages can be searched`);
        const { count, size } = await offline(dist);
        logger.info(`${count} files, ${(size / 1e6).toFixed(1)} MB, are kept for reading offline`);
        await writeFile(`${out}all.js`, lazily(names)); // last: its age says that the build is whole
      },
    },
  };
}
