// The house's order, held by reading the imports: what may see what, and which words live in which file.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const slash = (path: string): string => path.replaceAll('\\', '/');
// The kernels' own sources are AssemblyScript: another language under the same ending.
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => slash(join('src', name)))
  .filter((name) => /\.(ts|astro)$/.test(name) && !/\.d\.ts$|^src\/math\/kernels\/as\//.test(name))
  .sort();

interface Import {
  readonly to: string;
  readonly type: boolean;
  readonly lazy: boolean;
}
const trees = new Map(
  files.map((file) => [file, ts.createSourceFile(file, script(file), ts.ScriptTarget.Latest, true)]),
);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The TypeScript of a file; of an .astro file its front matter and its scripts. */
function script(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.astro')) return text;
  return [
    /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '',
    ...[...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((m) => m[1]),
  ].join('\n');
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (kid) => visit(kid, see));
}

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const add = (to: string, type: boolean, lazy: boolean): void => {
    if (to.startsWith('.')) {
      found.push({ to: slash(normalize(join(dirname(file), to.replace(/\?.*$/, '')))), type, lazy });
    }
  };
  visit(trees.get(file)!, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const named = node.importClause?.namedBindings;
      const all =
        named &&
        ts.isNamedImports(named) &&
        !node.importClause?.name &&
        named.elements.length > 0 &&
        named.elements.every((e) => e.isTypeOnly);
      // A worker's text (?classic) or a file's source (?raw) is a string: nothing of it is in this bundle.
      add(
        node.moduleSpecifier.text,
        !!node.importClause?.isTypeOnly || !!all,
        /\?(classic|raw|url)/.test(node.moduleSpecifier.text),
      );
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly, false);
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      ts.isStringLiteral(node.arguments[0])
    ) {
      add(node.arguments[0].text, false, true);
    }
  });
  return found;
}

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
    for (const file of files.filter((f) => /^src\/widgets\/[^/]+\/(worker|model)\.ts$/.test(f))) {
      expect(
        [...reach(file)].filter((f) =>
          /^src\/scene\/|^src\/widgets\/[^/]+\/(scene|text|respond|widget|element)\.ts$/.test(f),
        ),
        file,
      ).toEqual([]);
    }
    for (const file of files.filter((f) =>
      /^src\/widgets\/[^/]+\/(element|scene|text|respond|widget)\.ts$/.test(f),
    )) {
      expect(
        [...reach(file)].filter((f) => /^src\/widgets\/[^/]+\/(model|worker)\.ts$/.test(f)),
        file,
      ).toEqual([]);
    }
  });
});

/** Everything that comes along with a file: its imports and theirs, but for types and for what loads later. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { to, type, lazy } of imports.get(file) ?? []) if (!type && !lazy) reach(to, seen);
  return seen;
}

/** Files in which `object.name` or, without a name, the global `object` is used. */
function users(object: string, name?: string): string[] {
  return files.filter((file) => {
    let used = false;
    visit(trees.get(file)!, (node) => {
      if (!ts.isIdentifier(node) || node.text !== object) return;
      const { parent } = node;
      if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
      if (ts.isPropertySignature(parent) || (ts.isPropertyAssignment(parent) && parent.name === node)) return;
      used ||= name === undefined || (ts.isPropertyAccessExpression(parent) && parent.name.text === name);
    });
    return used;
  });
}

describe('words', () => {
  test('chance and clocks are nowhere but in one named file', () => {
    expect(users('Math', 'random')).toEqual([]);
    expect(users('Date').filter((file) => !/^src\/(build|components|layouts|pages)\//.test(file))).toEqual(
      [],
    );
    expect(users('performance')).toEqual(['src/runtime/clock.ts']);
    expect(users('crypto')).toEqual([]);
  });

  test('the document is known to the runtime’s page side and to paint', () => {
    const pageSide =
      /^src\/(scene\/paint|lab\/page|runtime\/(element|element-host|paint-queue|site-figures|deferred-figure|embed|site|download|visibility|panels|typeface|video-export))\.ts$/;
    expect(
      users('document').filter(
        (file) => !/\.astro$|^src\/(scripts|components|layouts|pages)\//.test(file) && !pageSide.test(file),
      ),
    ).toEqual([]);
  });

  test('arithmetic that feeds a state is the same in every engine', () => {
    const exact = new Set([
      'sqrt',
      'abs',
      'min',
      'max',
      'floor',
      'ceil',
      'round',
      'trunc',
      'sign',
      'imul',
      'fround',
      'clz32',
      'PI',
      'E',
      'SQRT2',
      'SQRT1_2',
      'LN2',
    ]);
    const wrong: string[] = [];
    for (const file of files.filter((f) =>
      /^src\/(math|models)\/|^src\/widgets\/[^/]+\/model\.ts$/.test(f),
    )) {
      visit(trees.get(file)!, (node) => {
        if (
          ts.isPropertyAccessExpression(node) &&
          ts.isIdentifier(node.expression) &&
          node.expression.text === 'Math' &&
          !exact.has(node.name.text)
        ) {
          wrong.push(`${file}: Math.${node.name.text}`);
        }
        if (
          node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
          node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken
        ) {
          wrong.push(`${file}: **`);
        }
      });
    }
    expect(wrong).toEqual([]);
  });

  test('TypeScript is types only, and names are in lower case', () => {
    for (const [file, tree] of trees) {
      visit(tree, (node) => {
        if (
          ts.isEnumDeclaration(node) ||
          (ts.isModuleDeclaration(node) && !/declare/.test(node.getText().slice(0, 8))) ||
          ts.isDecorator(node)
        ) {
          throw new Error(`${file} has an enum, a namespace or a decorator`);
        }
        if (ts.isExportAssignment(node) && !file.startsWith('src/pages/')) {
          throw new Error(`${file} has a default export`);
        }
      });
      if (file.endsWith('.ts')) expect(file).toBe(file.toLowerCase());
    }
  });
});
