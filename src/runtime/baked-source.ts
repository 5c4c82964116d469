// The baked data of a figure: one file, fetched once, decoded for the params that ask; what it lacks the model makes.

import { assetUrl } from './inlined-assets.ts';
import type { Answers, FigureView, Params, Snapshot } from './widget.ts';

export interface BakedSource<P, S, D> {
  /** what is known for these params */
  data(params: P): D | undefined;
  /** the snapshot that the file holds for these params, in the model's place */
  known(params: P): S | undefined;
  /** one of the same run that is close by */
  near(params: P): S | undefined;
  /** Fetches the file; once, and again after a failure. */
  load(): void;
  /** while the file is on its way and may hold the answer: resolves when it is there, or is not to be had */
  readonly pending: Promise<void> | undefined;
  /** whether the model is to make the data of these params: the file is there and lacks them. True once for each key. */
  lacks(params: P): boolean;
  /** what the model made for the last params that were lacking */
  receive(data: D): void;
}

export interface BakedEvents {
  loaded(): void;
  failed(message: string): void;
}

const FAILED = 'The baked data of this figure could not be loaded, so what needs it is left out.';

/** @param given what the page carries for `params`, which may be a part of the file's */
export function createBakedSource<P extends Params, S extends Snapshot, D>(
  { baked }: FigureView<P, S, D>,
  base: string,
  params: P,
  given: D | undefined,
  on: BakedEvents,
): BakedSource<P, S, D> {
  const known = new Map<string, D>();
  const keyOf = (of: P): string => baked?.key(of) ?? '';
  if (given !== undefined) known.set(keyOf(params), given);
  const partial = new Set(baked?.pageSubset ? known.keys() : []);
  let bytes: ArrayBuffer | undefined;
  let answers: Answers<P, S, D> | undefined;
  let loading: Promise<void> | undefined;
  const absent = new Set<string>(); // keys that the file does not hold
  let asked: string | undefined; // the key whose data the model was asked for

  function decode(of: P): D | undefined {
    const key = keyOf(of);
    const whole = known.has(key) && !partial.has(key);
    if (baked && bytes && !whole && !absent.has(key)) {
      const decoded = baked.decode(bytes, of);
      if (decoded === undefined) absent.add(key);
      else known.set(key, decoded);
      if (decoded !== undefined) partial.delete(key);
    }
    return known.get(key);
  }

  async function fetchFile(): Promise<void> {
    try {
      const reply = await fetch(assetUrl(`data/${baked!.file}`, base));
      if (!reply.ok) throw new Error(String(reply.status));
      [bytes, answers] = await Promise.all([reply.arrayBuffer(), baked!.answers?.()]);
      on.loaded();
    } catch {
      loading = bytes = undefined;
      on.failed(FAILED);
    }
  }

  function answer(of: P, how: 'known' | 'near'): S | undefined {
    const data = decode(of);
    return data === undefined ? undefined : answers?.[how]?.(of, data);
  }

  return {
    data: decode,
    known: (of) => answer(of, 'known'),
    near: (of) => answer(of, 'near'),
    load() {
      if (baked) loading ??= fetchFile();
    },
    get pending() {
      return baked?.answers && !bytes ? loading : undefined;
    },
    lacks(of) {
      const key = keyOf(of);
      if (!baked || !bytes || key === asked) return false;
      if (decode(of) !== undefined && !partial.has(key)) return false;
      asked = key;
      return true;
    },
    receive(data) {
      if (asked !== undefined) known.set(asked, data);
    },
  };
}
