// The house's order, held by reading the imports: what may see what.

import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { files, imports, reach } from '../tools/source-trees.ts';

const layerOf = (file: string): string => /^src\/([^/]+)(?:\/|$)/.exec(file)?.[1] ?? '';
/** Who may import whom. `styles` are sheets, `build` is the build's own glue, `scripts` are what our pages do beside the figures. */
const below: Record<string, readonly string[]> = {
  math: [],
  models: ['math'],
  scene: ['math'],
  'page-art': ['math', 'scene'],
  runtime: ['math', 'scene'],
  widgets: ['math', 'models', 'scene', 'runtime'],
  lab: ['math', 'models', 'scene', 'runtime'],
  bake: ['math', 'models'],
  scripts: ['math', 'scene', 'runtime'],
  build: ['math', 'models', 'scene', 'page-art', 'runtime', 'widgets', 'lab', 'styles'],
  components: [
    'math',
    'models',
    'scene',
    'page-art',
    'runtime',
    'widgets',
    'lab',
    'build',
    'styles',
    'scripts',
  ],
  layouts: [
    'math',
    'models',
    'scene',
    'page-art',
    'runtime',
    'widgets',
    'lab',
    'build',
    'styles',
    'scripts',
    'components',
  ],
  pages: [
    'math',
    'models',
    'scene',
    'page-art',
    'runtime',
    'widgets',
    'lab',
    'build',
    'styles',
    'scripts',
    'components',
    'layouts',
  ],
};
/** The script of our own pages reads the table of widgets; a bake reads and writes its widget's format, and measures its runs. */
const exceptions: readonly (readonly [from: RegExp, to: RegExp])[] = [
  [/^src\/runtime\/site-figures\.ts$/, /^src\/widgets\/registry\.ts$/],
  [/^src\/bake\//, /^src\/widgets\/[^/]+\/(baked|claims|measure|params)\.ts$/],
];

describe('imports', () => {
  test('go one way', () => {
    const wrong: string[] = [];
    for (const [file, list] of imports) {
      const from = layerOf(file);
      const allowed = below[from] ?? [];
      if (!(from in below) && !/^src\/[\w.]+$/.test(file)) wrong.push(`${file} is in no layer`);
      if (!(from in below)) continue;
      for (const { to, type } of list) {
        const at = layerOf(to);
        if (at === from || !to.startsWith('src/') || allowed.includes(at)) continue;
        if (exceptions.some(([a, b]) => a.test(file) && b.test(to)) || (from === 'bake' && type)) continue;
        wrong.push(`${file} imports ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('every import of ours exists', () => {
    const lost = [...imports].flatMap(([file, list]) =>
      list.filter(({ to }) => !existsSync(to)).map(({ to }) => `${file} imports ${to}`),
    );
    expect(lost).toEqual([]);
  });

  test('no widget imports another', () => {
    const widget = (path: string): string | undefined => /^src\/widgets\/([^/]+)\//.exec(path)?.[1];
    const wrong = [...imports].flatMap(([file, list]) =>
      list
        .filter(({ to }) => widget(file) && widget(to) && widget(to) !== widget(file))
        .map(({ to }) => `${file} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('a widget’s worker carries no picture, its page no model', () => {
    const carried = (name: string, foreign: RegExp): string[] =>
      files
        .filter((file) => new RegExp(`^src/widgets/[^/]+/${name}\\.ts$`).test(file))
        .flatMap((file) => [...reach(file)].filter((to) => foreign.test(to)).map((to) => `${file}: ${to}`));
    expect(carried('model', /^src\/scene\/|^src\/widgets\/[^/]+\/(scene|text|widget)\.ts$/)).toEqual([]);
    expect(carried('(scene|text|widget)', /^src\/widgets\/[^/]+\/model\.ts$/)).toEqual([]);
  });

  test('go in no circle, but for types', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const follow = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' > '));
      if (done.has(file) || way.includes(file)) return;
      for (const { to, type, lazy } of imports.get(file) ?? []) {
        if (!type && !lazy) follow(to, [...way, file]);
      }
      done.add(file);
    };
    for (const file of files) follow(file, []);
    expect(circles).toEqual([]);
  });
});
