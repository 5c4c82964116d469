// The type check with `noUncheckedIndexedAccess`, for the rooms where an index may miss: what a reader or a stranger sends
// arrives there. In numeric code every index is one of a loop, and a check at each would hide the formula.

import { relative } from 'node:path';
import ts from 'typescript';
import { root } from './programs.mjs';

const rooms = /^src\/(runtime|lab|build|scripts)\//;

const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram(fileNames, { ...options, noUncheckedIndexedAccess: true });
const found = program
  .getSourceFiles()
  .map((file) => [relative(root, file.fileName).replaceAll('\\', '/'), file])
  .filter(([name]) => rooms.test(name))
  .flatMap(([name, file]) =>
    program.getSemanticDiagnostics(file).map((diagnostic) => ({ name, file, diagnostic })),
  );

for (const { name, file, diagnostic } of found) {
  const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
  console.log(`${name}:${line + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`);
}
process.exitCode = found.length ? 1 : 0;
