// Compiles the kernels with AssemblyScript's own compiler. Node only. The result is kept under node_modules/.cache by the
// hash of the sources, so that a build, a test and a bench pay the two seconds once.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = fileURLToPath(new URL('../../../node_modules/.cache/dreams/', import.meta.url));
const OPTIONS = ['--runtime', 'stub', '--enable', 'simd', '--optimizeLevel', '3', '--shrinkLevel', '1', '--converge', '--noAssert', '--initialMemory', '4', '--use', 'abort='];

let asked: Promise<typeof import('assemblyscript/asc')> | undefined;
/** AssemblyScript's compiler. A build asks for it while it reads its configuration: later its module runner is closed. */
export const compiler = (): Promise<typeof import('assemblyscript/asc')> => (asked ??= import('assemblyscript/asc'));

const made = new Map<string, Promise<Uint8Array>>();

/** The WebAssembly module, 18 kB. Throws with the compiler's messages. */
export const compileKernels = (): Promise<Uint8Array> => compiled('kernels.as.ts');
/** The bench's yardstick. */
export const compilePeak = (): Promise<Uint8Array> => compiled('as/peak.ts');

/** The module with those kernels only that `code` may call: it names them. The memory's own three are always in. */
export async function compileNamed(code: string): Promise<Uint8Array> {
  const text = await readFile(`${here}kernels.as.ts`, 'utf8');
  return compiled('kernels.as.ts', text.replace(/^export \{(.*)\}(.*)$/gm, (line, names: string, from: string) => {
    const kept = names.split(',').filter((name) => new RegExp(`\\.${name.trim()}\\b`).test(code));
    return from.includes('arena') ? line : kept.length ? `export {${kept.join(',')}}${from}` : '';
  }));
}

/** @param text the entry's, where it is not the file's */
function compiled(entry: string, text?: string): Promise<Uint8Array> {
  const name = `${entry} ${text ?? ''}`;
  if (!made.has(name)) made.set(name, fromCache(entry, text));
  return made.get(name)!;
}

/** The files that the module depends on. */
export const kernelSources = async (): Promise<string[]> =>
  [`${here}kernels.as.ts`, ...(await readdir(`${here}as`)).sort().map((name) => `${here}as/${name}`)];

async function fromCache(entry: string, text = ''): Promise<Uint8Array> {
  const hash = createHash('sha256').update([entry, ...OPTIONS, ...(text ? [text] : [])].join(' '));
  for (const file of await kernelSources()) hash.update(await readFile(file));
  const file = `${cache}kernels-${hash.digest('hex').slice(0, 16)}.wasm`;
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return new Uint8Array(kept);
  const bytes = await compile(entry, text);
  await mkdir(cache, { recursive: true });
  await writeFile(file, bytes);
  return bytes;
}

async function compile(entry: string, text: string): Promise<Uint8Array> {
  const { default: asc } = await compiler();
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main([entry, '--baseDir', here, '--outFile', 'kernels.wasm', ...OPTIONS], {
    readFile: (name, base) => (text && name === entry ? text : readFile(`${base ?? '.'}/${name}`, 'utf8').catch(() => null)),
    writeFile: (name, contents) => { if (name.endsWith('.wasm')) bytes = contents as Uint8Array; },
  });
  if (error || !bytes) throw new Error(`asc: ${error?.message}\n${stderr.toString()}`);
  return bytes;
}
