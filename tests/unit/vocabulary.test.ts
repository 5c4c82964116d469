// Which words live in which file, held by reading the sources: chance, clocks, the document, inexact arithmetic.

import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { files, trees, visit } from '../tools/source-trees.ts';

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

/** Files outside the site's own that may use the document. */
const DOCUMENT: readonly string[] = [
  'src/lab/page.ts',
  'src/runtime/darkfield.ts',
  'src/runtime/deferred-figure.ts',
  'src/runtime/download.ts',
  'src/runtime/element-host.ts',
  'src/runtime/element.ts',
  'src/runtime/embed.ts',
  'src/runtime/paint-queue.ts',
  'src/runtime/shadow-host.ts',
  'src/runtime/site-figures.ts',
  'src/runtime/site.ts',
  'src/runtime/typeface.ts',
  'src/runtime/video-export.ts',
  'src/runtime/visibility.ts',
  'src/scene/paint.ts',
];

describe('words', () => {
  test('chance and clocks are nowhere but in one named file', () => {
    expect(users('Math', 'random')).toEqual([]);
    expect(users('Date').filter((file) => !/^src\/(build|components|layouts|pages)\//.test(file))).toEqual(
      [],
    );
    expect(users('performance')).toEqual(['src/runtime/clock.ts']);
    expect(users('crypto')).toEqual([]);
  });

  test('the document is known to the site’s own files, to paint and to the page’s side of the runtime', () => {
    const site = /\.astro$|^src\/(scripts|components|layouts|pages)\//;
    expect(users('document').filter((file) => !site.test(file))).toEqual(DOCUMENT);
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

test('the part of the baked data that a page carries is taken in one place', () => {
  const inBuild = files.filter((file) => file.startsWith('src/build/'));
  expect(inBuild.filter((file) => /\.pageSubset\b/.test(trees.get(file)!.getFullText()))).toEqual([
    'src/build/registry.ts',
  ]);
});
