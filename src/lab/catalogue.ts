// The opened files of the worker: each opened once and kept, and what the page is told of them.

import { findDictionaries } from './files/dictionary.ts';
import { openFile } from './files/open-file.ts';
import type { Opened, Tensor } from './files/tensor.ts';
import { clip, isUserError, userError } from './files/user-error.ts';
import type { Catalogue, FileEntry, NumberedFile } from './protocol.ts';

/** A file as it was opened, or why it was not. */
export type OpenedFile =
  | { readonly name: string; readonly opened: Opened; readonly problem?: undefined }
  | { readonly name: string; readonly opened?: undefined; readonly problem: Error };

export class Library {
  private readonly kept = new Map<number, Promise<OpenedFile>>();

  /** The files of a question, in its order; those of earlier questions that are not among them are let go. */
  async open(files: readonly NumberedFile[], progress: (share: number) => void): Promise<OpenedFile[]> {
    const ids = new Set(files.map(({ id }) => id));
    for (const id of this.kept.keys()) if (!ids.has(id)) this.kept.delete(id);
    const all: OpenedFile[] = [];
    for (const file of files) {
      const opened = this.kept.get(file.id) ?? openOne(file);
      this.kept.set(file.id, opened);
      all.push(await opened);
      progress(all.length / files.length);
    }
    return all;
  }
}

async function openOne({ blob, name }: NumberedFile): Promise<OpenedFile> {
  try {
    return { name, opened: await openFile(blob, name) };
  } catch (error) {
    if (error instanceof Error) return { name, problem: isUserError(error) ? error : readable(error) };
    throw error;
  }
}

/** What the browser says of a file that changed or vanished after it was chosen, as a sentence. */
function readable(error: Error): Error {
  if (error.name === 'NotReadableError' || error.name === 'NotFoundError') {
    return userError('The file changed or vanished since it was chosen, or it is a folder; choose it again.');
  }
  return error;
}

/** What the page is told. @throws the one problem where no file could be opened */
export function catalogueOf(files: readonly NumberedFile[], opened: readonly OpenedFile[]): Catalogue {
  const [first] = opened;
  const useless = opened.every(({ problem }) => problem);
  if (useless && first?.problem) throw first.problem;
  return {
    files: opened.map((one, i) => entryOf(files[i], one)),
    dictionaries: findDictionaries(opened.map(({ name, opened: there }) => ({ name, opened: there }))),
    notes: opened.flatMap(({ name, opened: there }) => shardNote(name, there, opened)),
  };
}

function entryOf(file: NumberedFile | undefined, { name, opened, problem }: OpenedFile): FileEntry {
  const about = { name, size: file?.blob.size ?? 0, ...(file?.src ? { src: file.src } : {}) };
  if (problem) {
    return { ...about, format: 'not opened', tensors: [], labels: [], notes: [], problem: problem.message };
  }
  return {
    ...about,
    format: opened.format,
    tensors: opened.tensors.map(({ numbers: _numbers, raw: _raw, ...entry }) => entry),
    labels: opened.labels.map((set) => ({ name: set.name, count: set.values.length })),
    notes: opened.notes,
    ...(opened.dream ? { dream: opened.dream } : {}),
  };
}

/** How much of what an index of shards names is here. */
function shardNote(name: string, opened: Opened | undefined, all: readonly OpenedFile[]): string[] {
  if (!opened?.shards) return [];
  const wanted = new Set(opened.shards.map(([, file]) => file));
  const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const here = new Set(all.filter((one) => one.opened?.tensors.length).map((one) => base(one.name)));
  const missing = [...wanted].filter((file) => !here.has(file));
  const says = `“${clip(base(name))}” names ${opened.shards.length} tensors in ${wanted.size} files`;
  if (!missing.length) return [`${says}; all are here.`];
  return [
    `${says}; ${missing.length} of them ${missing.length === 1 ? 'is' : 'are'} not here: ${missing
      .slice(0, 3)
      .map((file) => clip(file))
      .join(', ')}${missing.length > 3 ? ', …' : ''}.`,
  ];
}

/** @throws a user error where there is no such tensor */
export function tensorOf(opened: readonly OpenedFile[], file: number, name: string): Tensor {
  const one = opened[file];
  if (one?.problem) throw one.problem;
  const tensor = one?.opened?.tensors.find((t) => t.name === name);
  if (!tensor) throw userError(`There is no tensor “${clip(name)}” among these files; choose another.`);
  return tensor;
}

/** "<number of the file>:<name>" as the words themselves; `undefined`: there are none of that name. */
export function labelsOf(
  opened: readonly OpenedFile[],
  set: string | undefined,
): readonly string[] | undefined {
  if (set === undefined) return undefined;
  const [, file, name] = /^(\d+):([^]*)$/.exec(set) ?? [];
  return opened[Number(file)]?.opened?.labels.find((one) => one.name === name)?.values;
}
