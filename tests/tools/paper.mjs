// `npm run pdf`: every chapter, and the whole essay, as PDF through Chromium, into out/pdf/. The built site is printed
// without scripts: what stands on paper is what the build drew. `npm run pdf foundation` prints one chapter.

import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { essay } from '../../src/build/essay.ts';
import { getChromium } from './browser.mjs';
import { root, run, tools } from './programs.mjs';
import { serve, stale } from './start.mjs';

const dist = join(root, 'dist');
const WHOLE = 'interpretability-dreams';
const address = (html) => /<link rel="canonical" href="([^"]*)"/.exec(html)[1];
const page = (id) => readFileSync(join(dist, id, 'index.html'), 'utf8');
const title = (html) => /<h1[^>]*>([^<]*)/.exec(html)[1];

/** Chapters in the order of the landing's list. */
export function chapters() {
  const home = page('');
  const base = new URL(address(home)).pathname;
  const listed = [...home.matchAll(/href="([^"#?]*)"/g)].map(([, to]) =>
    to.slice(base.length).replace(/\/$/, ''),
  );
  return [...new Set(listed)].filter(
    (id) =>
      /^[\w-]+$/.test(id) && existsSync(join(dist, id, 'index.html')) && page(id).includes('class="chead"'),
  );
}

const foot = (name) =>
  `<div style="width:100%;padding:0 13mm;font:7pt sans-serif;color:#555;display:flex;justify-content:space-between"><span>${name}</span><span><span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;

/** Prints the named chapters, or all and the whole essay when none is named. @returns {Promise<{ file: string, bytes: number }[]>} */
export async function press(folder, named = []) {
  const found = getChromium();
  if ('missing' in found) throw new Error(`There is no Chromium to print with: ${found.missing}`);
  const all = chapters();
  const unknown = named.filter((id) => !all.includes(id));
  if (unknown.length) throw new Error(`There is no chapter “${unknown[0]}”. There are: ${all.join(', ')}`);
  mkdirSync(folder, { recursive: true });
  const home = page('');
  const base = new URL(address(home)).pathname;
  const site = await serve(dist, { port: 0, base });
  const said = `<p class="ded">After Chris Olah’s note of 2023. Every figure is a real model; at <a href="${address(home)}">${address(home)}</a> it trains in your browser.</p>`;
  const whole = essay(
    all.map((id) => ({ id, title: title(page(id)), html: page(id) })),
    said,
    base,
  );
  const browser = await chromium.launch(found.own ? {} : { executablePath: found.path });
  try {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1172, height: 900 },
    });
    const printed = [];
    await context.route(`${site.url}${WHOLE}/`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: whole }),
    );
    for (const id of named.length ? named : [...all, WHOLE]) {
      const sheet = await context.newPage();
      const file = join(folder, `${id}.pdf`);
      await sheet.goto(`${site.url}${id}/`, { waitUntil: 'networkidle' });
      await sheet.pdf({
        path: file,
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: foot('Interpretability Dreams, explorable'),
        timeout: 120_000,
      });
      await sheet.close();
      printed.push({ file, bytes: statSync(file).size });
    }
    return printed;
  } finally {
    await browser.close();
    await site.close();
  }
}

async function main() {
  if (stale(dist)) {
    const code = await run(tools.astro, ['build']);
    if (code) return code;
  }
  for (const { file, bytes } of await press(join(root, 'out', 'pdf'), process.argv.slice(2))) {
    console.log(`${file} ${(bytes / 1e6).toFixed(1)} MB`);
  }
  return 0;
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main().catch((error) => {
    console.error(error.message);
    return 1;
  });
}
