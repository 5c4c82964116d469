// The sources as syntax trees, for tests that read imports and names.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

const slash = (path: string): string => path.replaceAll('\\', '/');
// The kernels' own sources are AssemblyScript: another language under the same ending.
/** Every source of ours, by its path from the root. */
export const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => slash(join('src', name)))
  .filter((name) => /\.(ts|astro)$/.test(name) && !/\.d\.ts$|^src\/math\/kernels\/as\//.test(name))
  .sort();

export interface Import {
  readonly to: string;
  readonly type: boolean;
  readonly lazy: boolean;
}
/** Their syntax trees. */
export const trees = new Map(
  files.map((file) => [file, ts.createSourceFile(file, script(file), ts.ScriptTarget.Latest, true)]),
);
/** What each of them imports of ours. */
export const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The TypeScript of a file; of an .astro file its front matter and its scripts. */
function script(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.astro')) return text;
  return [
    /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '',
    ...[...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((m) => m[1]),
  ].join('\n');
}

/** Sees a node and all below it, in order. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
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
      // A worker's text (?classic, ?worker-script, ?check) or a file's source (?raw) is a string: nothing of it is in this bundle.
      add(
        node.moduleSpecifier.text,
        node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || !!all,
        /\?(classic|worker-script|check|raw|url)/.test(node.moduleSpecifier.text),
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

/** Everything that comes along with a file: its imports and theirs, but for types and for what loads later. */
export function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { to, type, lazy } of imports.get(file) ?? []) if (!type && !lazy) reach(to, seen);
  return seen;
}
