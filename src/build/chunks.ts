// Which modules of the client stand in one file. A list names its modules; one that does not exist stops the
// build. The reason is the first load: twenty small files cost more requests than the bytes they would share.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../', import.meta.url)).replaceAll('\\', '/');

interface Chunk {
  readonly name: string;
  /** from `src/`, without the ending */
  readonly modules: readonly string[];
  /** packages, by the beginning of their names */
  readonly packages?: readonly string[];
  /** modules of the bundler's own */
  readonly virtual?: readonly string[];
}

const inRoom = (room: string, names: string): string[] => names.split(' ').map((name) => `${room}/${name}`);

const chunks: readonly Chunk[] = [
  // What every page needs before any figure, beside its script.
  {
    name: 'early',
    modules: ['widgets/registry', ...inRoom('runtime', 'site clock page-readiness')],
    virtual: ['vite/preload-helper.js'],
  },
  // What the first figure of a page needs, and no mark that only others draw.
  {
    name: 'kit',
    packages: ['d3-', 'internmap'],
    modules: [
      ...inRoom(
        'scene',
        'axis bars draw-style format glyph hatch ink loss-chart mark matrix paint plane print scale strip touch words',
      ),
      ...inRoom('math', 'functions memoize rounding'),
      ...inRoom(
        'runtime',
        'address baked-source element element-host element-layout element-painter frame frame-tools icons interaction motion paint-queue params player state-input update visibility',
      ),
    ],
  },
  // The small marks of figures that draw images.
  {
    name: 'marks',
    modules: [
      ...inRoom('scene', 'gauge hinton pixels radio-row slide text-button wrap'),
      'math/container',
      'math/median',
    ],
  },
  // Fields and bodies, which the lab has too.
  { name: 'spaces', modules: [...inRoom('scene', 'body cells orbit'), 'math/rotation3'] },
  // What a figure is taken home with.
  { name: 'take', modules: inRoom('runtime', 'darkfield download export-layout') },
];

/** Whether a module's id lies in a chunk. @throws where the chunk names a module that does not exist */
function member({ name, modules, packages = [], virtual = [] }: Chunk): (id: string) => boolean {
  const files = new Set(modules.map((module) => `${src}${module}.ts`));
  for (const file of files) {
    if (!existsSync(file)) {
      throw new Error(`src/build/chunks.ts: “${name}” names ${file}, which does not exist`);
    }
  }
  const starts = packages.map((start) => `/node_modules/${start}`);
  return (given) => {
    const id = given.replaceAll('\\', '/').replace(/\?.*$/, '');
    return (
      files.has(id) || starts.some((start) => id.includes(start)) || virtual.some((own) => id.endsWith(own))
    );
  };
}

/** For rolldown's `codeSplitting`. The first group that takes a module keeps it. */
export const groups = chunks.map((chunk) => ({ name: chunk.name, test: member(chunk) }));
