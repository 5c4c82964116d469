// One warning of the bundler that nobody can act on is not printed. Astro begins every compiled chapter with
// the directive "use astro:head-inject" and reads it before bundling; Rolldown then warns, once a chapter,
// that a bundle does not keep it.

import type { Plugin } from 'vite';

/** The plugin. Every other warning is printed. */
export const logFilter: Plugin = {
  name: 'dreams:log-filter',
  onLog(_, { code, message }) {
    const expected = code === 'MODULE_LEVEL_DIRECTIVE' && message.includes('"use astro:head-inject"');
    return expected ? false : undefined;
  },
};
