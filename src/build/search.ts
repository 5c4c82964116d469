// The index of the full-text search, made from the built pages: whatever carries `data-pagefind-body`,
// without what is not prose. Only what our own page asks for is kept of Pagefind's files.

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

const notProse = [
  'svg',
  'script',
  '.tools',
  '.numbers',
  '.code-block',
  '.perma',
  '.card',
  '.check',
  '.status',
  '.snref',
  '.after',
  '.said',
  '.katex-html',
  '.on-paper',
  '.frame-top .live',
  '.pn',
  '.ask .hint',
];

/** Writes the index into `dist`. @returns how many pages can be searched @throws with Pagefind's own words */
export async function searchIndex(dist: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: notProse, forceLanguage: 'en' });
  if (!index) throw new Error(errors.join(' '));
  const added = await index.addDirectory({ path: dist });
  const written = await index.writeFiles({ outputPath: join(dist, 'pagefind') });
  await pagefind.close();
  const wrong = [...added.errors, ...written.errors];
  if (wrong.length) throw new Error(wrong.join(' '));
  for (const name of await readdir(join(dist, 'pagefind'))) {
    if (/-ui|highlight|unknown|component|playground/.test(name)) {
      await rm(join(dist, 'pagefind', name), { recursive: true });
    }
  }
  return added.page_count;
}
