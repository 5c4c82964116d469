// How a file comes in: chosen, dropped, pasted, or asked for by its address, with the reader's word, by one GET.

import { bytes, fault } from './fault.ts';
import { LARGEST } from './open.ts';
import type { Given } from './work.ts';

/** Rows of numbers, or JSON, from the clipboard. */
export function pasted(data: DataTransfer | null): Given[] {
  const files = [...(data?.files ?? [])].map((blob) => ({ blob, name: blob.name }));
  if (files.length) return files;
  const text = data?.getData('text/plain') ?? '';
  return text.trim()
    ? [{ blob: new Blob([text]), name: /^\s*[[{]/.test(text) ? 'pasted.json' : 'pasted.csv' }]
    : [];
}

/** One GET: no cookies, no referrer, no second address behind a redirect. @throws a fault */
export async function fetched(
  url: URL,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<Given> {
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
    throw fault(
      `${url.host} could not be read: it is not there, it passes on to another address, or it does not let other sites read it (CORS). Download the file and choose it here.`,
    );
  }
  if (!reply.ok || !reply.body) {
    throw fault(`${url.host} answered ${reply.status}${reply.statusText ? `, ${reply.statusText}` : ''}.`);
  }
  const size = Number(reply.headers.get('content-length') ?? 0);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = reply.body.getReader();
  for (let at = 0; ;) {
    const { value, done } = await reader.read();
    if (done) return { blob: new Blob(pieces), name };
    at += value.length;
    if (at > LARGEST) {
      void reader.cancel();
      throw fault(`“${name}” is larger than ${bytes(LARGEST)}, which is all that the lab opens.`);
    }
    pieces.push(value);
    progress(size ? Math.min(1, at / size) : 0);
  }
}
