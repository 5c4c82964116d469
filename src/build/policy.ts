// Astro writes the content policy at the end of the head, and a policy in a meta tag holds for what comes after it only:
// it is moved to the top of every page, so that nothing is asked for before it.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const policy = /<meta http-equiv="content-security-policy"[^>]*>/, top = /<head><meta charset="utf-8"[^>]*>/;

/** @throws when a page has none */
export async function policyFirst(dist: string): Promise<void> {
  for (const name of await readdir(dist, { recursive: true })) {
    if (!name.endsWith('.html')) continue;
    const file = join(dist, name), text = await readFile(file, 'utf8'), [rule] = policy.exec(text) ?? [];
    if (!rule || !top.test(text)) throw new Error(`${name} has no content policy, or its head does not begin with its character set`);
    await writeFile(file, text.replace(rule, '').replace(top, (head) => head + rule));
  }
}
