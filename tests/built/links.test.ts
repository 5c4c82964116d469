// Every link and every file that a page asks for is there, fragments too; a link to a state names a state of its figure.
// Other people's addresses are not asked.

import { LinkChecker } from 'linkinator';
import { expect, test } from 'vitest';
import { decode } from '../../src/runtime/params.ts';
import type { FigureView } from '../../src/runtime/widget.ts';
import { names } from '../../src/widgets/registry.ts';
import { serve } from '../tools/start.mjs';
import { canonical, html, pages, tags } from './site.ts';

const home = (): URL => new URL(canonical(html('')));
const isState = (fragment: string): boolean => /[=?]/.test(fragment);

test('no link is broken', async () => {
  const { url, close } = await serve('dist', { port: 0, base: home().pathname });
  const path = [...pages(), '404.html'].map((address) => url + address);
  try {
    const { links } = await new LinkChecker().check({
      path,
      concurrency: 16,
      checkFragments: true,
      checkCss: true,
      urlRewriteExpressions: [
        { pattern: new RegExp(`^${home().origin}/`), replacement: new URL('/', url).href },
      ], // canonical addresses
      linksToSkip: async (link) => !link.startsWith(url),
      fragmentsToSkip: async (fragment) => isState(fragment),
    });
    expect(
      links
        .filter(({ state }) => state === 'BROKEN')
        .map(({ url: to, parent, status }) => `${parent}: ${to} (${status})`),
    ).toEqual([]);
    expect(links.filter(({ state }) => state === 'OK').length).toBeGreaterThan(pages().length);
  } finally {
    await close();
  }
}, 120_000);

test('a link to a state names a figure that is there, and nothing that it does not know', async () => {
  const wrong: string[] = [];
  for (const address of pages()) {
    for (const {
      attrs: { href = '' },
    } of tags(html(address), 'a')) {
      const to = new URL(href, new URL(address, home()));
      const [first, rest] = to.hash.slice(1).split(/\?(.*)/s);
      if (to.origin !== home().origin || !isState(to.hash)) continue;
      const alone = /\/(?:embed|figures)\/([\w-]+)\/$/.exec(to.pathname)?.[1];
      const page = html(to.pathname.slice(home().pathname.length));
      if (/\/lab\/$/.test(to.pathname)) continue; // the lab's own addresses: tests/e2e/lab.spec.ts
      const name =
        rest === undefined
          ? alone
          : /^dream-(.*)/.exec(
              tags(page, 'dream-[\\w-]+').find(({ attrs }) => attrs.id === first)?.name ?? '',
            )?.[1];
      if (!names.includes(name as never)) {
        wrong.push(`/${address}: ${href} leads to no figure`);
        continue;
      }
      const { view } = (await import(`../../src/widgets/${name}/widget.ts`)) as {
        view: FigureView<any, any, any>;
      };
      const { notices } = decode(view.spec, rest ?? first);
      if (notices.length) wrong.push(`/${address}: ${href}: ${notices.join(' ')}`);
    }
  }
  expect(wrong).toEqual([]);
});
