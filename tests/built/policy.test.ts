// What the site promises about trust, read from every built file: a policy on each page, no script in the page, nothing
// fetched from anybody else.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { canonical, dist, files, html, pages, tags } from './site.ts';

// A figure as one file for a disk has its script within; it asks nobody for anything, which its own test sees.
const all = [...pages(), '404.html'].filter((address) => !address.startsWith('download/'));
const isData = (type = ''): boolean => /json/.test(type);
const directives = (policy: string): Map<string, string[]> =>
  new Map(
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name, ...values]) => [name, values]),
  );

test.each(all)('/%s', (address) => {
  const text = html(address);
  const at = text.search(/<meta[^>]*http-equiv="content-security-policy"/i);
  const [policy] = tags(text.slice(at), 'meta');
  expect(at, 'it has a policy').toBeGreaterThan(0);
  expect(text.slice(0, at), 'nothing runs before it').not.toMatch(/<(script|style|link)\b/);
  const rules = directives(policy.attrs.content);
  const scripts = rules.get('script-src')!;
  expect(scripts.join(' ')).not.toMatch(
    /'unsafe-(inline|eval|hashes)'|https?:\/\/(?!localhost|\*)[^ ]*\*|data:/,
  );
  expect(rules.get('object-src')).toEqual(["'none'"]);
  expect(rules.get('base-uri')).toEqual(["'self'"]);
  expect(
    tags(text, 'script').filter(({ attrs }) => !('src' in attrs) && !isData(attrs.type)),
    'scripts in the page',
  ).toEqual([]);
  expect(
    [...text.matchAll(/<[a-z][^<>]*\son[a-z]+=/g)].map(([tag]) => tag),
    'handlers in the page',
  ).toEqual([]);
  expect(text).not.toMatch(/(href|src|action)="\s*javascript:/i);
  for (const [, css] of text.matchAll(/<style[^>]*>([^<]*)<\/style>/g)) {
    expect(rules.get('style-src')!.join(' ')).toContain(createHash('sha256').update(css).digest('base64'));
  }
});

test.each(all)('/%s asks nobody else', (address) => {
  const text = html(address);
  const home = new URL(canonical(html('')));
  const asked = tags(text, 'script|img|iframe|source|video|audio|embed|use|image|link|object|track').flatMap(
    ({ name, attrs }) => {
      if (name === 'link' && !/stylesheet|preload|icon|manifest|prefetch|preconnect/.test(attrs.rel)) {
        return [];
      }
      return [
        attrs.src,
        attrs.href,
        attrs.data,
        ...(attrs.srcset ?? '').split(',').map((one) => one.trim().split(' ')[0]),
      ].filter(Boolean);
    },
  );
  expect(
    asked.filter(
      (to) => !to.startsWith('data:') && new URL(to, new URL(address, home)).origin !== home.origin,
    ),
  ).toEqual([]);
});

test('style sheets ask nobody else', () => {
  for (const file of files(/\.css$/)) {
    expect(readFileSync(`${dist}/${file}`, 'utf8'), file).not.toMatch(
      /(url\(\s*["']?|@import\s+["'])(https?:)?\/\//,
    );
  }
});
