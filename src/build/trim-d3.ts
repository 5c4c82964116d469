// d3-selection hangs every method on one prototype, so a bundler keeps them all. src/scene/paint.ts joins
// marks to nodes and asks for nothing else: what a join does not use stays out of the pages, 2 kB of each
// first load.

import type { Plugin } from 'vite';

/** Methods that a join uses; all others are left out. */
const joins = new Set([
  'append',
  'data',
  'each',
  'enter',
  'exit',
  'index',
  'join',
  'merge',
  'order',
  'remove',
  'select',
  'selectAll',
  'selectChildren',
  'sparse',
]);

/** The plugin: an unused method is a module with nothing in it. */
export const trimD3: Plugin = {
  name: 'dreams:lean',
  enforce: 'pre',
  load(id) {
    const method = /d3-selection[\\/]src[\\/]selection[\\/](\w+)\.js/.exec(id)?.[1];
    return method && !joins.has(method)
      ? 'export default undefined; export const styleValue = undefined;'
      : undefined;
  },
};
