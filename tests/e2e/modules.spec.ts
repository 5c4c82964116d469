// The modules that stand beside the site: what they load, and the archive that npm would publish.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'node:zlib';
import { alive, dist, expect, host, tag, test } from './support.ts';

test.beforeEach(({ complaints }) => complaints.allow(/^http:\/\/127\.0\.0\.1:|favicon|404/));

test('all.js waits for the tag', { tag: '@gate' }, async ({ page, baseURL }) => {
  const server = await host({
    '/': `<!doctype html><title>t</title><script type="module" src="${baseURL}widgets/all.js"></script>`,
  });
  const modules: string[] = [];
  page.on('request', (r) => {
    if (/widgets\/[\w-]+\.js/.test(r.url())) modules.push(r.url().replace(/.*\//, ''));
  });
  await page.goto(server.url);
  await page.waitForLoadState('networkidle');
  expect(modules).toEqual(['all.js']);
  await page.evaluate((name) => {
    document.body.append(document.createElement('div'));
    document.querySelector('div')!.innerHTML = `<${name}></${name}>`;
  }, tag);
  await alive(page);
  expect(modules).toEqual(['all.js', 'superposition.js']);
  await server.close();
});

test('the script tag that the list of figures gives brings the figure, under its hash where it has one', async ({
  page,
  baseURL,
}) => {
  await page.goto('figures/');
  const code = (await page.locator('#superposition details code').textContent())!;
  const [, path] = /src="[^"]*\/(widgets\/[^"]+)"/.exec(code)!;
  const [hash = ''] = /integrity="sha384-[^"]{64}" crossorigin="anonymous"/.exec(code) ?? [];
  const server = await host({
    '/': `<!doctype html><title>t</title><${tag}></${tag}><script type="module" src="${baseURL}${path}" ${hash}></script>`,
  });
  await page.goto(server.url);
  await alive(page);
  await server.close();
});

test('npm packs the modules and the types, and TypeScript reads them', { tag: '@gate' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dreams-pack-'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const [{ filename, files }] = JSON.parse(
    execFileSync(npm, ['pack', '--json', '--pack-destination', folder], {
      cwd: join(dist, 'widgets'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as { filename: string; files: { path: string }[] }[];
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['all.js', 'superposition.js', 'dreams.d.ts', 'package.json']),
  );
  expect(paths.filter((path) => /^\d/.test(path))).toEqual([]);
  expect(unzipSync(readFileSync(join(folder, filename))).length).toBeGreaterThan(100_000);
  writeFileSync(
    join(folder, 'use.ts'),
    `import type { ToFigure } from './dreams';\nconst e = document.createElement('dream-superposition');\ne.state = { features: 3 };\nconst n: number = e.state.features;\nconst m: ToFigure = { dream: 'seek', step: n };\n// @ts-expect-error a state has no such key\ne.state = { nobody: 1 };\nvoid m;\n`,
  );
  writeFileSync(join(folder, 'dreams.d.ts'), readFileSync(join(dist, 'widgets/dreams.d.ts')));
  execFileSync(
    process.execPath,
    [
      resolve('node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--lib',
      'es2022,dom',
      join(folder, 'use.ts'),
    ],
    { encoding: 'utf8', cwd: folder },
  );
});
