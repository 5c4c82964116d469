// Settled snapshots, kept on disk between runs of the build and of the tests. A run is a function of the model's code, the
// params and the kernels, so a snapshot is kept under the hash of these three: code that changes asks for a new run.
// `DREAMS_CACHE=off` trains everything anew (the nightly tests do).

import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Kernels } from '../math/kernels/kernels.ts';
import { settle as train } from '../runtime/still.ts';
import type { Model, Params, Snapshot } from '../runtime/widget.ts';

const FOLDER = 'node_modules/.cache/dreams/settled';
const KERNELS = 'src/math/kernels';

/**
 * `settle` of `src/runtime/still.ts`, answered from the disk where the same code has run with the same params before.
 * A `name` that is no folder of `src/widgets` is trained anew each time.
 */
export function settle<P extends Params, S extends Snapshot>(
  name: string,
  model: Model<P, any, S>,
  params: P,
  k?: Kernels,
): S {
  const code = process.env.DREAMS_CACHE === 'off' ? undefined : codeOf(name);
  if (!code) return train(name, model, params, k);
  const folder = join(FOLDER, `${name}-${code}`);
  const file = join(folder, `${keyOf(params, k)}.json`);
  return cached(file, () => {
    removeOthers(name, code);
    mkdirSync(folder, { recursive: true });
    return train(name, model, params, k);
  });
}

const read = new Map<string, unknown>();

/** What `file` holds as JSON, else what `make` returns, which is then written there. */
function cached<T>(file: string, make: () => T): T {
  if (!read.has(file)) {
    read.set(file, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : write(file, make()));
  }
  return read.get(file) as T;
}

/** Writes whole files only: tests run in several processes, and one must not read what another has half written. */
function write<T>(file: string, value: T): T {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(value));
  renameSync(unfinished, file);
  return value;
}

const keyOf = (params: object, k: Kernels | undefined): string =>
  shorten(
    createHash('sha256')
      .update(JSON.stringify(params))
      .update(`\0${k?.engine ?? 'no kernels'}`),
  );

const shorten = (hash: Hash): string => hash.digest('hex').slice(0, 24);

const codes = new Map<string, string | undefined>();

/** The hash of all code that a run of this figure executes; undefined where no such figure has a model. */
function codeOf(name: string): string | undefined {
  if (!codes.has(name)) codes.set(name, existsSync(modelOf(name)) ? hashCode(name) : undefined);
  return codes.get(name);
}

const modelOf = (name: string): string => `src/widgets/${name}/model.ts`;

/**
 * The hash of a figure's model and of what runs it, as one bundle without comments and unused functions, and of the sources
 * of the kernels.
 * @param root the folder that holds `src`
 */
export function hashCode(name: string, root = process.cwd()): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export { model } from './${modelOf(name)}'; export { settle } from './src/runtime/still.ts';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    external: ['virtual:*'],
    logLevel: 'silent',
  });
  const hash = createHash('sha256');
  for (const { contents } of outputFiles) hash.update(contents);
  const kernels = join(root, KERNELS);
  for (const file of readdirSync(kernels, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts')) {
      hash.update(file.replaceAll('\\', '/')).update(readFileSync(join(kernels, file)));
    }
  }
  return shorten(hash);
}

/** Snapshots of this figure that other code has made. */
function removeOthers(name: string, code: string): void {
  if (existsSync(join(FOLDER, `${name}-${code}`)) || !existsSync(FOLDER)) return;
  for (const folder of readdirSync(FOLDER)) {
    if (folder.startsWith(`${name}-`) && folder.length === name.length + code.length + 1) {
      rmSync(join(FOLDER, folder), { recursive: true, force: true });
    }
  }
}
