// The site for a memory stick: a static server in any folder will do, because every address is relative to
// its page.

import { posix } from 'node:path';

const up = (file: string): string => '../'.repeat(file.split('/').length - 1) || './';

/**
 * The text of a file with its addresses made relative.
 * @param file its path in the site
 * @param base the path that the site was built for, "/dreams/"
 */
export function portable(file: string, text: string, base: string): string {
  const root = base.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (/\.(html|svg)$/.test(file)) {
    return text.replace(
      new RegExp(`((?:\\s(?:href|src|asleep)|<meta name="dream-base" content)=")${root}(?!/)`, 'g'),
      `$1${up(file)}`,
    );
  }
  if (file.endsWith('.css')) {
    return text.replace(
      new RegExp(`url\\((["']?)${root}([^)]*)`, 'g'),
      (_, quote, to) => `url(${quote}${posix.relative(posix.dirname(file), to)}`,
    );
  }
  // The one place where a script knows the root: what it fetches ahead of a chunk.
  if (file.startsWith('_astro/') && file.endsWith('.js')) {
    return text.replace(
      new RegExp(`([\`"'])${root}\\1\\+(\\w+)`, 'g'),
      '(new URL("../"+$2,import.meta.url).href)',
    );
  }
  return text;
}
