// No file imports itself by way of others. Type imports count as well: files in a circle can only be understood together.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const slash = (path: string): string => path.replaceAll('\\', '/');
// The kernels' own sources are AssemblyScript: another language under the same ending.
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => slash(join('src', name)))
  .filter((name) => /\.ts$/.test(name) && !/\.d\.ts$|^src\/math\/kernels\/as\//.test(name))
  .sort();

/** Our own files that a file imports, types and lazy imports too; a file's text (`?raw`) or worker (`?worker-script`) is a string. */
function importsOf(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.') && !name.includes('?'))
    .map((name) => slash(normalize(join(dirname(file), name))));
}

/** Groups of nodes that reach each other, of two or more (strongly connected components, R. Tarjan 1972), sorted. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) found.push(group.sort());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found.sort(([a = ''], [b = '']) => a.localeCompare(b));
}

test('a circle is found', () => {
  const graph = { a: ['b'], b: ['c'], c: ['a', 'd'], d: ['e'], e: [] };
  expect(circles(new Map(Object.entries(graph)))).toEqual([['a', 'b', 'c']]);
});

test('no files import each other in a circle', () => {
  expect(circles(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
});
