// The whole build. SITE and BASE move the site to another address; nothing else needs to know.
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { dreams } from './src/build/dreams.ts';
import { authorIds } from './src/build/ids.ts';
import { katexOptions } from './src/build/katex.ts';

// In a sandboxed frame the page's origin is opaque, and WebKit lets 'self' match nothing there: the site's
// origin is named as well.
const here = process.env.SITE ? new URL(process.env.SITE).origin : 'http://localhost:*';

export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base: process.env.BASE ?? '/',
  trailingSlash: 'always',
  // Never inlined: Astro does not hash for the policy the inlined <style> of a component that only MDX uses.
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath, authorIds],
      rehypePlugins: [[rehypeKatex, katexOptions]],
    }),
    syntaxHighlight: false, // chapters have no fenced code; listings are highlighted by src/build/highlight.ts
  },
  integrations: [dreams(), mdx(), sitemap({ filter: (page) => !/\/(embed|404|marks)\//.test(page) })],
  vite: { build: { assetsInlineLimit: 0 } }, // data: URLs would be outside the policy
  security: {
    csp: {
      directives: [
        `default-src 'self' ${here}`,
        `img-src 'self' ${here} data: blob:`,
        `font-src 'self' ${here}`,
        "worker-src 'self' blob:",
        `connect-src 'self' ${here}`,
        "object-src 'none'",
        "base-uri 'self'",
      ],
      scriptDirective: { resources: ["'self'", here, "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'", here] }, // src/build/dreams.ts adds style="" attributes
    },
  },
});
