// How files come in: chosen, dropped alone or as folders, pasted, or asked for by an address, with the reader's word, by one GET.

import { bytes, userError } from './files/user-error.ts';
import type { GivenFile } from './protocol.ts';

/** What is fetched is held in memory. */
const LARGEST_FETCH = 200e6;
const MOST_FILES = 5000;

/** Chosen files; of a chosen folder their paths in it. */
export const chosenFiles = (list: FileList | null): GivenFile[] =>
  [...(list ?? [])].map((blob) => ({ blob, name: blob.webkitRelativePath || blob.name }));

/** Files and whole folders that were dropped, or rows of numbers or JSON from the clipboard. @throws a user error for too many */
export async function transferredFiles(data: DataTransfer | null): Promise<GivenFile[]> {
  const entries = [...(data?.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? undefined);
  const plain = [...(data?.files ?? [])];
  const text = data?.getData('text/plain') ?? ''; // all of it before the first wait: the browser empties it then
  if (entries.some((entry) => entry?.isDirectory)) {
    const found: GivenFile[] = [];
    for (const entry of entries) if (entry) await collect(entry, found);
    return found;
  }
  if (plain.length) return plain.map((blob) => ({ blob, name: blob.name }));
  if (!text.trim()) return [];
  return [{ blob: new Blob([text]), name: /^\s*[[{]/.test(text) ? 'pasted.json' : 'pasted.csv' }];
}

/** Everything under an entry, hidden files left out. */
async function collect(entry: FileSystemEntry, found: GivenFile[]): Promise<void> {
  if (found.length >= MOST_FILES) {
    throw userError(`The folder has more than ${MOST_FILES} files; drop a part of it.`);
  }
  if (entry.name.startsWith('.')) return;
  if (entry.isFile) {
    const blob = await new Promise<File>((give, fail) => (entry as FileSystemFileEntry).file(give, fail));
    found.push({ blob, name: entry.fullPath.replace(/^\//, '') });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((give, fail) => reader.readEntries(give, fail));
    if (!some.length) return;
    for (const inner of some) await collect(inner, found);
  }
}

/** One GET: no cookies, no referrer, no second address behind a redirect. @throws a user error */
export async function fetchFile(
  url: URL,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<GivenFile> {
  const name = decodeURIComponent(url.pathname.split('/').at(-1) || 'file').slice(0, 80);
  let reply: Response;
  try {
    reply = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw userError(
      `${url.host} could not be read: it is not there, it passes on to another address, or it does not let other sites read it (CORS). Download the file and choose it here.`,
    );
  }
  if (!reply.ok || !reply.body) {
    throw userError(
      `${url.host} answered ${reply.status}${reply.statusText ? `, ${reply.statusText}` : ''}.`,
    );
  }
  const size = Number(reply.headers.get('content-length') ?? 0);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = reply.body.getReader();
  for (let at = 0; ;) {
    const { value, done } = await reader.read();
    if (done) return { blob: new Blob(pieces), name };
    at += value.length;
    if (at > LARGEST_FETCH) {
      void reader.cancel();
      throw userError(
        `“${name}” is larger than ${bytes(LARGEST_FETCH)}, which is all that the lab fetches. Download it and choose it here.`,
      );
    }
    pieces.push(value);
    progress(size ? Math.min(1, at / size) : 0);
  }
}
