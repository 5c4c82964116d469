// What machines read: titles, descriptions, canonical addresses, share images, structured data, feed, map of the site, and
// the files for hosts.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { released } from '../../src/build/release.ts';
import { names } from '../../src/widgets/registry.ts';
import { bare, canonical, dist, files, html, meta, ours, pages, plain, tags } from './site.ts';

const home = canonical(html(''));
const read = (file: string): string => readFileSync(`${dist}/${file}`, 'utf8');
const local = (address: string): string => {
  expect(address.startsWith(home), address).toBe(true);
  return address.slice(home.length);
};
const chapters = readdirSync('content/chapters').map((name) => name.replace(/\.mdx$/, ''));
const title = (address: string): string => tags(html(address), 'title')[0].text;

test.each([...pages(), '404.html'])('/%s says what it is', (address) => {
  const text = html(address);
  const description = meta(text, 'description')!;
  expect(title(address).length).toBeGreaterThan(8);
  expect(description.length).toBeGreaterThan(30);
  expect(description.length).toBeLessThan(320);
  expect(local(canonical(text))).toBe(
    address.replace(/^embed\//, 'figures/').replace(/^download\/(.*)\.html$/, 'figures/$1/'),
  );
  if (bare(address)) return;
  expect(meta(text, 'og:url')).toBe(canonical(text));
  expect(meta(text, 'og:title')!.length).toBeGreaterThan(3);
  expect(meta(text, 'og:description')).toBe(description);
  expect(meta(text, 'og:image:alt')!.length).toBeGreaterThan(10);
  expect(meta(text, 'twitter:card')).toBe('summary_large_image');
  const image = readFileSync(`${dist}/${local(meta(text, 'og:image')!)}`);
  expect([image.toString('latin1', 1, 4), image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([
    'PNG',
    1200,
    630,
  ]);
});

test('titles, descriptions and share images are each page’s own', () => {
  const seen = new Map<string, string>();
  for (const address of ours()) {
    for (const said of [
      title(address),
      meta(html(address), 'description')!,
      meta(html(address), 'og:image')!,
    ]) {
      expect(seen.get(said), `/${address} repeats: ${said}`).toBeUndefined();
      seen.set(said, address);
    }
  }
});

test('landing, chapters and figures describe themselves to machines, with the works they cite', () => {
  for (const address of ['', ...chapters.map((id) => `${id}/`), ...names.map((name) => `figures/${name}/`)]) {
    const text = html(address);
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)!;
    const said = JSON.parse(json);
    expect(said).toMatchObject({
      '@context': 'https://schema.org',
      '@type': address.startsWith('figures/') ? 'LearningResource' : 'ScholarlyArticle',
      url: canonical(text),
      image: meta(text, 'og:image'),
      description: meta(text, 'description'),
    });
    if (said['@type'] !== 'ScholarlyArticle') continue;
    expect(said.isBasedOn.author.name).toBe('Chris Olah');
    const cited = new Set(
      tags(text, 'a')
        .filter(({ attrs }) => attrs.class === 'cite')
        .map(({ attrs }) => attrs.href),
    );
    if (address) expect(said.citation, address).toHaveLength(cited.size);
    for (const work of said.citation) expect(work.name.length).toBeGreaterThan(3);
  }
});

test.each(names)(
  'a link to %s unfolds: its page names the oEmbed answer, which names the frame and the picture that are there',
  (name) => {
    const page = html(`figures/${name}/`);
    const link = tags(page, 'link').find(({ attrs }) => attrs.type === 'application/json+oembed')!;
    const said = JSON.parse(read(local(link.attrs.href)));
    expect(said).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_url: home,
      width: 960,
      height: 540,
      thumbnail_url: meta(page, 'og:image'),
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
    expect(plain(link.attrs.title)).toBe(said.title);
    const [frame] = tags(said.html, 'iframe');
    expect(frame.attrs).toMatchObject({
      src: `${home}embed/${name}/`,
      width: '960',
      height: '540',
      title: expect.stringMatching(/^\S.{9}/),
    });
    expect(existsSync(`${dist}/embed/${name}/index.html`)).toBe(true);
  },
);

test('the feed has every open chapter; the map every page, and nothing that is not there', () => {
  const feed = [...read('rss.xml').matchAll(/<item>.*?<link>([^<]*)/gs)].map(([, link]) => local(link));
  const open = chapters.filter((id) =>
    /^status: open$/m.test(readFileSync(`content/chapters/${id}.mdx`, 'utf8')),
  );
  expect(feed.sort()).toEqual(open.map((id) => `${id}/`).sort());
  for (const [, image] of plain(read('rss.xml')).matchAll(/<img src="([^"]*)"/g)) {
    expect(existsSync(`${dist}/${local(image)}`), image).toBe(true);
  }
  const map = files(/^sitemap-\d+\.xml$/).flatMap((file) =>
    [...read(file).matchAll(/<loc>([^<]*)/g)].map(([, to]) => local(to)),
  );
  expect(map.sort()).toEqual(
    pages()
      .filter((address) => !bare(address) && meta(html(address), 'robots') !== 'noindex')
      .sort(),
  );
  for (const [, to] of read('sitemap-index.xml').matchAll(/<loc>([^<]*)/g)) {
    expect(existsSync(`${dist}/${local(to)}`)).toBe(true);
  }
  expect(read('robots.txt')).toContain(`Sitemap: ${home}sitemap-index.xml`);
  for (const address of ours()) {
    expect(
      tags(html(address), 'link').find(({ attrs }) => attrs.type === 'application/rss+xml'),
      address,
    ).toBeDefined();
  }
});

test('the page for lost readers knows every chapter and figure', () => {
  const known = tags(html('404.html'), 'a').map(({ attrs }) => attrs['data-name']);
  for (const name of [...chapters, ...names, 'figures', 'glossary', 'references', 'about']) {
    expect(known).toContain(name);
  }
});

test('hosts are told what may be kept for ever, and only what never changes its name is', () => {
  const rules = new Map(
    read('_headers')
      .split(/\n(?=\/)/)
      .map((rule) => rule.split('\n'))
      .map(([path, ...lines]) => [path, lines.join('\n')]),
  );
  const versions = released().map(({ version }) => `/widgets/${version}/*`);
  for (const path of ['/_astro/*', '/data/*', ...versions]) {
    expect(rules.get(path), path).toContain('max-age=31536000, immutable');
  }
  expect([...rules].filter(([, lines]) => lines.includes('immutable'))).toHaveLength(2 + versions.length);
  expect(rules.get('/sw.js')).toContain('no-cache');
  for (const header of ['X-Content-Type-Options: nosniff', 'Referrer-Policy', 'Permissions-Policy']) {
    expect(rules.get('/*')).toContain(header);
  }
  for (const file of files(/^_astro\//)) expect(file).toMatch(/\.[\w-]{8}\.\w+$/);
  for (const file of files(/^data\//)) expect(file).toMatch(/-[0-9a-f]{8}\.(json|bin)$/);
  for (const line of read('_redirects').trim().split('\n')) {
    const [, to, status] = line.split(' ');
    expect(status).toBe('301');
    expect(existsSync(`${dist}${to.replace(/#.*/, '').replace(/\/$/, '/index.html')}`), line).toBe(true);
  }
});

test('GitHub Pages gets the site under its own address', () => {
  const flow = readFileSync('.github/workflows/pages.yml', 'utf8');
  for (const needed of [
    'npm ci',
    'npm run build',
    'SITE: ${{ steps.pages.outputs.origin }}',
    'BASE: ${{ steps.pages.outputs.base_path }}',
    'path: dist',
    'actions/deploy-pages@',
    'pages: write',
    'id-token: write',
  ]) {
    expect(flow).toContain(needed);
  }
});

test.each(pages())('/%s names what its scripts import, and no figure’s code', (address) => {
  const text = html(address);
  const own = tags(text, 'script').flatMap(({ attrs: { type, src } }) =>
    type === 'module' && src ? [src] : [],
  );
  const named = tags(text, 'link').flatMap(({ attrs: { rel, href } }) =>
    rel === 'modulepreload' ? [href] : [],
  );
  for (const module of [...own, ...named]) {
    for (const [, file] of read(`_astro/${module.split('/').at(-1)}`).matchAll(
      /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g,
    )) {
      expect(
        [...own, ...named].map((m) => m.split('/').at(-1)),
        module,
      ).toContain(file);
    }
  }
  expect(named.filter((module) => /\/(kit|element)\./.test(module))).toEqual([]);
});
