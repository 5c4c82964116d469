// The integration: classic worker strings while building and serving, and after the build the modules that travel,
// /widgets/<name>.js, each self-contained, with an immutable copy under the package's version.

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { groups } from './chunks.ts';
import { classic } from './classic.ts';
import { kernels, kernelsForEsbuild } from './kernels.ts';
import { kit } from './kit.ts';
import { trimD3 } from './trim-d3.ts';
import { disk, encoders, lazily, manifest, panels, programs, travelling } from './standalone.ts';
import { compiler } from '../math/kernels/build.ts';
import { offline } from './offline.ts';
import { heads, listener } from './head.ts';
import { searchIndex } from './search.ts';
import { names } from '../widgets/registry.ts';

const PLACE = '/* the script is put here after the build */';

await compiler();

export function dreams(): AstroIntegration {
  return {
    name: 'dreams',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [trimD3, listener, classic([kernelsForEsbuild]), kernels()],
            environments: {
              client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } },
            },
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        await heads(fileURLToPath(dir));
        const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
        const dist = fileURLToPath(dir);
        const out = `${dist}widgets/`;
        await mkdir(`${out}${version}`, { recursive: true });
        const figures = await readFile(`${dist}figures/index.html`, 'utf8');
        const sums: string[] = [];
        for (const name of names) {
          const code = await travelling(name);
          const page = `${dist}download/${name}.html`;
          const script = await disk(name);
          await writeFile(`${out}${name}.js`, code);
          await writeFile(`${out}${version}/${name}.js`, code);
          await writeFile(
            page,
            (await readFile(page, 'utf8')).replace(PLACE, () => script),
          );
          sums.push(`sha384-${createHash('sha384').update(code).digest('base64')}`);
          logger.info(`widgets/${name}.js ${(code.length / 1024).toFixed(0)} kB`);
        }
        await writeFile(
          `${dist}figures/index.html`,
          names.reduce((text, name, i) => text.replaceAll(`sha384-of-${name}.`, sums[i]), figures),
        );
        for (const [file, code] of [
          ['film.js', await encoders()],
          ['panels.js', await panels()],
          ['programs.js', await programs(names)],
        ]) {
          for (const place of [out, `${out}${version}/`]) await writeFile(place + file, code);
        }
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
