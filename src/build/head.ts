// What Astro cannot write into a page's head, put there after the build. The content policy first: in a meta tag it holds for what
// comes after it only, and Astro writes it last. And the modules that a page's scripts import, so that they come beside them and not after them.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const policy = /<meta http-equiv="content-security-policy"[^>]*>/, top = /<head><meta charset="utf-8"[^>]*>/, script = /<script type="module" src="([^"]*?)(_astro\/[^"]+\.js)"><\/script>/g;
const imports = new Map<string, readonly string[]>(), elements = new Map<string, string>();

/** Listens to the build for which file imports which, and which holds the code of which figure. */
export const listener: Plugin = {
  name: 'dreams:head',
  generateBundle(_, bundle) {
    if (this.environment.name !== 'client') return;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      imports.set(chunk.fileName, chunk.imports);
      const name = /src[\\/]widgets[\\/]([\w-]+)[\\/]element\.ts$/.exec(chunk.facadeModuleId ?? '')?.[1];
      if (name) elements.set(name, chunk.fileName);
    }
  },
};

function closure(files: readonly string[], known = new Set<string>()): Set<string> {
  for (const file of files) if (!known.has(file)) closure(imports.get(file) ?? [], known.add(file));
  return known;
}

/** @throws when a page has no policy, or a script or a figure that was not built */
export async function heads(dist: string): Promise<void> {
  for (const name of await readdir(dist, { recursive: true })) {
    if (!name.endsWith('.html')) continue;
    const file = join(dist, name), text = await readFile(file, 'utf8'), [rule] = policy.exec(text) ?? [], scripts = [...text.matchAll(script)], own = scripts.map(([, , asked]) => asked), framed = /^embed[\\/]([\w-]+)/.exec(name)?.[1];
    if (!rule || !top.test(text)) throw new Error(`${name} has no content policy, or its head does not begin with its character set`);
    // A frame has one figure and begins at once, so that its code comes too; elsewhere figures wait until the page is there.
    const needs = framed ? [...own, elements.get(framed) ?? `the code of ${framed}`] : own;
    for (const asked of needs) if (!imports.has(asked)) throw new Error(`${name} asks for ${asked}, which was not built`);
    const early = [...closure(needs)].filter((module) => !own.includes(module)).map((module) => `<link rel="modulepreload" href="${scripts[0][1]}${module}">`);
    await writeFile(file, text.replace(rule, '').replace(top, (head) => head + rule).replace('</head>', () => `${early.join('')}</head>`));
  }
}
