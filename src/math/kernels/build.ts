// Compiles the kernels with AssemblyScript's own compiler. Node only. The result is kept under node_modules/.cache by the
// hash of the sources, so that a build, a test and a bench pay the two seconds once.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type * as Asc from 'assemblyscript/asc';
import { compiledEntry } from './families.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = fileURLToPath(new URL('../../../node_modules/.cache/dreams/', import.meta.url));
const OPTIONS = [
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--optimizeLevel',
  '3',
  '--shrinkLevel',
  '1',
  '--converge',
  '--noAssert',
  '--initialMemory',
  '4',
  '--use',
  'abort=',
];

const ENTRY = 'entry.ts'; // there is no such file: its text comes from families.ts

let asked: Promise<typeof Asc> | undefined;
/** AssemblyScript's compiler. A build asks for it while it reads its configuration: later its module runner is closed. */
export const compiler = (): Promise<typeof Asc> => (asked ??= import('assemblyscript/asc'));

const made = new Map<string, Promise<Uint8Array>>();

/** The WebAssembly module, 18 kB. Throws with the compiler's messages. */
export const compileKernels = (): Promise<Uint8Array> => compiled(compiledEntry());
/** The module with those kernels only that `code` names. */
export const compileNamed = (code: string): Promise<Uint8Array> => compiled(compiledEntry(code));
/** The bench's yardstick. */
export const compilePeak = (): Promise<Uint8Array> => compiled('export * from "./as/peak";\n');

/** @param entry text of the module that exports the kernels */
function compiled(entry: string): Promise<Uint8Array> {
  if (!made.has(entry)) made.set(entry, fromCache(entry));
  return made.get(entry)!;
}

/** The files that the module depends on. */
export const kernelSources = async (): Promise<string[]> =>
  (await readdir(`${here}as`)).sort().map((name) => `${here}as/${name}`);

async function fromCache(entry: string): Promise<Uint8Array> {
  const hash = createHash('sha256').update([entry, ...OPTIONS].join(' '));
  for (const file of await kernelSources()) hash.update(await readFile(file));
  const file = `${cache}kernels-${hash.digest('hex').slice(0, 16)}.wasm`;
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const bytes = await compile(entry);
  await mkdir(cache, { recursive: true });
  await writeFile(file, bytes);
  return bytes;
}

async function compile(entry: string): Promise<Uint8Array> {
  const { default: asc } = await compiler();
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [ENTRY, '--baseDir', here, '--outFile', 'kernels.wasm', ...OPTIONS],
    {
      readFile: (name, base) =>
        name === ENTRY ? entry : readFile(`${base ?? '.'}/${name}`, 'utf8').catch(() => null),
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) bytes = contents as Uint8Array;
      },
    },
  );
  if (error || !bytes) throw new Error(`asc: ${error?.message}\n${stderr.toString()}`);
  return bytes;
}
