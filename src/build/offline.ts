// The service worker, made from the built files: pages, scripts, styles, fonts, data and the search index are
// kept at the first visit; pictures and what travels are kept when they are asked for. A new version waits
// until the reader takes it.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSW } from 'workbox-build';

/** bytes of one file */
const MOST = 4_000_000;

/** Writes sw.js. @returns how many files are kept, and their bytes @throws with Workbox's words */
export async function offline(dist: string): Promise<{ count: number; size: number }> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  const { count, size, warnings } = await generateSW({
    globDirectory: dist,
    swDest: join(dist, 'sw.js'),
    cacheId: `dreams-${version}`,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: 'production',
    globPatterns: ['**/*.html', '_astro/**', 'data/**', 'pagefind/**', '*.{js,svg,json,bib,xml,txt}'],
    globIgnores: ['download/**', 'marks/**', '404.html', 'sw.js', 'sitemap*.xml', 'widgets/**'],
    dontCacheBustURLsMatching: /\/_astro\/|-[0-9a-f]{8}\./,
    maximumFileSizeToCacheInBytes: MOST,
    clientsClaim: true,
    skipWaiting: false,
    cleanupOutdatedCaches: true,
    ignoreURLParametersMatching: [/.*/],
    runtimeCaching: [
      {
        urlPattern: ({ url, sameOrigin }) => sameOrigin && !/\/sw\.js$/.test(url.pathname),
        handler: 'NetworkFirst',
        options: {
          cacheName: 'dreams-asked',
          expiration: { maxEntries: 80 },
          cacheableResponse: { statuses: [200] },
        },
      },
    ],
  });
  if (warnings.length) throw new Error(warnings.join(' '));
  return { count, size };
}
