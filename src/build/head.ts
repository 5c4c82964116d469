// What Astro cannot write into a page's head, put there after the build. The content policy first: in a meta
// tag it holds only for what comes after it, and Astro writes it last. And the modules that a page's scripts
// import, as `modulepreload`, so that a browser asks for them together with the scripts and not after it has
// read those.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const policy = /<meta http-equiv="content-security-policy"[^>]*>/;
const top = /<head><meta charset="utf-8"[^>]*>/;
const script = /<script type="module" src="([^"]*?)(_astro\/[^"]+\.js)"><\/script>/g;
const imports = new Map<string, readonly string[]>();

/** Listens to the build for which file imports which. */
export const listener: Plugin = {
  name: 'dreams:head',
  generateBundle(_, bundle) {
    if (this.environment.name !== 'client') return;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') imports.set(chunk.fileName, chunk.imports);
    }
  },
};

/** The files and all that they import, directly or not. */
function closure(files: readonly string[], known = new Set<string>()): Set<string> {
  for (const file of files) if (!known.has(file)) closure(imports.get(file) ?? [], known.add(file));
  return known;
}

/** Rewrites every page under `dist`. @throws when a page has no policy, or a script that was not built */
export async function heads(dist: string): Promise<void> {
  for (const name of await readdir(dist, { recursive: true })) {
    if (!name.endsWith('.html')) continue;
    const file = join(dist, name);
    const text = await readFile(file, 'utf8');
    const [rule] = policy.exec(text) ?? [];
    const scripts = [...text.matchAll(script)];
    const own = scripts.map(([, , asked = '']) => asked);
    const folder = scripts[0]?.[1] ?? '';
    if (!rule || !top.test(text)) {
      throw new Error(`${name} has no content policy, or its head does not begin with its character set`);
    }
    for (const asked of own) {
      if (!imports.has(asked)) throw new Error(`${name} asks for ${asked}, which was not built`);
    }
    const early = [...closure(own)]
      .filter((module) => !own.includes(module))
      .map((module) => `<link rel="modulepreload" href="${folder}${module}">`);
    await writeFile(
      file,
      text
        .replace(rule, '')
        .replace(top, (head) => head + rule)
        .replace('</head>', () => `${early.join('')}</head>`),
    );
  }
}
