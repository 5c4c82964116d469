// /download/<name>.html: the figure as one file that runs from a disk and makes no request. Words, picture,
// numbers, baked data, sources, styles and type are in it; src/build/dreams.ts puts the script
// (src/build/standalone.ts) where it says so.
import type { APIRoute } from 'astro';
import { readFile } from 'node:fs/promises';
import embed from '../../styles/embed.css?inline';
import figure from '../../styles/figure.css?inline';
import fonts from '../../styles/fonts.css?raw';
import tokens from '../../styles/tokens.css?inline';
import { names, widget, type Built } from '../../build/registry.ts';
import { absolute } from '../../build/url.ts';
import { defaults } from '../../runtime/params.ts';
import { sources } from '../../runtime/sources.ts';
import { still } from '../../runtime/still.ts';

export const getStaticPaths = () => names.map((name) => ({ params: { name } }));

const data = async (file: string, type: string): Promise<string> =>
  `data:${type};base64,${(await readFile(file)).toString('base64')}`;
const plain = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The two faces of a figure, inside the sheet. */
async function type(): Promise<string> {
  const kept = fonts
    .split('\n')
    .filter((line) => !line.includes('url(') || /url\(\.\/fonts\/(sans|serif)\.woff2\)/.test(line))
    .join('\n');
  const [sans, serif] = await Promise.all(
    ['sans', 'serif'].map((name) => data(`src/styles/fonts/${name}.woff2`, 'font/woff2')),
  );
  return kept.replace('./fonts/sans.woff2', sans).replace('./fonts/serif.woff2', serif);
}

/** What the figure fetches elsewhere, as data: addresses by their paths on the site. */
async function files(view: Built['view']): Promise<Record<string, string>> {
  const { baked } = view;
  const texts = await Promise.all(
    sources(view, 'wasm').map(
      async ({ file }) => [file.replace('src/', 'source/'), await data(file, 'text/plain')] as const,
    ),
  );
  return {
    ...Object.fromEntries(texts),
    ...(baked
      ? { [`data/${baked.file}`]: await data(`public/data/${baked.file}`, 'application/octet-stream') }
      : {}),
  };
}

/** No request may leave the file, whatever its code does. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data: blob:',
  'media-src blob:',
  'connect-src data: blob:',
].join('; ');

export const GET: APIRoute = async ({ params: { name } }) => {
  const { view, settle, data: bake } = await widget(name!);
  const params = defaults<any>(view.spec);
  const snapshot = settle(params);
  const baked = await bake(params);
  const { title, summary } = view.text(params, snapshot, baked);
  const html = still(view, params, snapshot, baked, {
    layouts: [{ composition: 'slide', width: 960, height: 540 }],
    chrome: 'none',
  });
  const numbers = plain({ snapshot, data: baked });
  return new Response(
    `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title>
<meta name="description" content="${escape(summary)}"><link rel="icon" href="data:,"><meta name="dream-base" content="${absolute('')}">
<style>${await type()}${tokens}${figure}${embed}</style></head>
<body><main><h1 class="embed-title">${escape(title)}</h1><dream-${name} class="dream" data-dream="${name}" context="slide"><figure class="fig" data-context="slide">${html}</figure><script type="application/json">${numbers}</script></dream-${name}></main>
<script type="application/json" id="files">${plain(await files(view))}</script>
<script>/* the script is put here after the build */</script></body></html>
`,
    { headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  );
};
