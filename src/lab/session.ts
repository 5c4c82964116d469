// What the reader brings and chooses, as acts on one state; knows the worker, not the document.

import { askable, FRONT, readPlace, writePlace, type Place } from './address.ts';
import type { Choice } from './analysis/choice.ts';
import { bestEntry, changed, dropsSelection, secondEntry } from './choosing.ts';
import type { Client } from './client.ts';
import { fetchFile } from './input.ts';
import type { Answer, GivenFile, NumberedFile } from './protocol.ts';
import { empty, type State } from './view/state.ts';

export interface Session {
  readonly state: State;
  set(change: Partial<State>): void;
  fail(error: unknown): void;
  /** Files in place of those that are there, or beside them. */
  bring(given: readonly GivenFile[], mode: 'new' | 'add'): Promise<void>;
  choose(key: string, value: string): void;
  /** Selects a feature by its number in the file, or none. */
  selectRow(row: number | undefined): void;
  /** An address for the first place or the second: our own files are taken at once, any other waits for the reader's word. */
  consider(src: string, slot: number): void;
  fetch(): Promise<void>;
  cancel(): void;
  /** The dictionary that is looked at, or its chosen latents, as SAELens writes it. */
  exportDictionary(): Promise<Extract<Answer, { kind: 'exported' }> | undefined>;
  /** The state that an address asks for. */
  route(fragment: string): void;
  /** The address of the view; nothing when its file has none. */
  address(): string | undefined;
}

/** @param base the lab's own address @param told called after every change */
export function session(site: string, base: string, client: Client, told: () => void): Session {
  let files: readonly NumberedFile[] = [];
  let ids = 0;
  let state: State = empty(site);
  let place: Place = readPlace('');
  let fetching: AbortController | undefined;

  const set = (change: Partial<State>): void => {
    state = { ...state, ...change };
    told();
  };
  const fail = (error: unknown): void =>
    set({ busy: undefined, problem: error instanceof Error ? error.message : String(error) });
  const progress = (what: string, share: number): void => set({ busy: { what, share } });
  const resolved = (src: string): string => {
    const may = askable(src, base);
    return typeof may === 'string' ? src : may.url.href;
  };
  const isPlaced = (src: string | undefined, of: string | undefined): boolean =>
    !!src && !!of && resolved(src) === resolved(of);

  /** Opens all files anew or with some beside; false when a newer act came between. */
  async function open(given: readonly GivenFile[], mode: 'new' | 'add'): Promise<boolean> {
    const added = given.map((one) => {
      ids += 1;
      return { ...one, id: ids };
    });
    const all = mode === 'new' ? added : [...files, ...added];
    set({
      busy: { what: 'Opening', share: 0 },
      problem: undefined,
      asking: undefined,
      ...(mode === 'new' ? cleared : {}),
    });
    const answer = await client.ask({ do: 'open', files: all }, progress);
    if (answer?.kind !== 'opened') return false;
    const { catalogue } = answer;
    const news = catalogue.files.slice(all.length - added.length);
    const [only] = news;
    if (mode === 'add' && news.length === 1 && only?.problem) throw new Error(only.problem);
    files = all;
    set({ catalogue, script: undefined, ...choicesFor(catalogue, all, mode) });
    return true;
  }

  /** What is looked at first: what the address asks for where the files are its own, else what is probably meant. */
  function choicesFor(
    catalogue: NonNullable<State['catalogue']>,
    all: readonly NumberedFile[],
    mode: 'new' | 'add',
  ): Partial<State> {
    const best = bestEntry(catalogue);
    if (!best) return { first: undefined, second: undefined };
    const [one, two] = all;
    if (mode === 'add' && state.first) {
      const second = secondEntry(catalogue, state.first, state.catalogue?.files.length ?? 0) ?? state.second;
      return { second: isPlaced(two?.src, place.second) ? placedSecond(catalogue, second) : second };
    }
    if (!isPlaced(one?.src, place.src)) return { first: best, second: secondEntry(catalogue, best, 1) };
    const there = catalogue.files[0]?.tensors.find(({ name }) => name === place.choice.tensor);
    return {
      first: { ...best, ...place.choice, file: 0, tensor: there?.name ?? best.tensor },
      second: placedSecond(catalogue, undefined),
      seen: place.seen,
      row: place.row,
      centred: place.centred ?? false,
      coloured: place.coloured ?? false,
    };
  }

  function placedSecond(
    catalogue: NonNullable<State['catalogue']>,
    other: Choice | undefined,
  ): Choice | undefined {
    const [, file, tensor] = /^(\d+):([^]*)$/.exec(place.with ?? '') ?? [];
    const there = catalogue.files[Number(file)]?.tensors.find(({ name }) => name === tensor);
    if (there) return { ...place.other, file: Number(file), tensor: there.name };
    return other && { ...other, ...place.other };
  }

  async function look(): Promise<void> {
    const { first, second, centred } = state;
    if (!first) {
      set({
        busy: undefined,
        problem: 'These files hold names or settings and no tensor yet; add the weights they belong to.',
      });
      return;
    }
    set({
      busy: { what: 'Reading', share: 0 },
      problem: undefined,
      script: undefined,
      cell: undefined,
      hovered: undefined,
    });
    const answer = await client.ask({ do: 'look', files, first, second, centred }, progress);
    if (answer?.kind !== 'found') return;
    const { found } = answer;
    const total = found.look.allNorms?.length ?? found.look.n;
    const whole = found.look.names?.length === total ? found.look.names : undefined;
    set({
      busy: undefined,
      found,
      rowNames: whole,
      said: `${found.look.n} features of ${found.look.m} numbers are shown.`,
    });
    if (!whole && first.labels) await loadNames(first.labels);
    if (state.row !== undefined) await findNearest();
  }

  async function loadNames(labels: string): Promise<void> {
    const answer = await client.ask({ do: 'labels', files, set: labels }, () => undefined);
    if (answer?.kind === 'labels') set({ rowNames: answer.values });
  }

  async function findNearest(): Promise<void> {
    const { first, row } = state;
    if (!first || row === undefined || state.nearest?.row === row) return;
    const answer = await client.ask({ do: 'nearest', files, first, row }, (what, share) => {
      if (what !== 'Opening') progress(what, share);
    });
    if (answer?.kind === 'nearest') set({ nearest: answer.nearest, busy: undefined });
  }

  /** What is wrong with a file or a choice is said; an old picture beside it would belong to nothing, but that a second file is unreadable takes nothing from the first. */
  const tried = (act: () => Promise<unknown>, keep = false): Promise<void> =>
    act().then(
      () => undefined,
      (error: unknown) => {
        if (!keep) set({ found: undefined, nearest: undefined });
        fail(error);
      },
    );

  async function get(src: string, slot: number): Promise<void> {
    const may = askable(src, base);
    if (typeof may === 'string') return fail(may);
    fetching?.abort();
    const mine = new AbortController();
    fetching = mine;
    set({ asking: undefined, problem: undefined, busy: { what: 'Fetching', share: 0 } });
    await tried(async () => {
      const given = await fetchFile(may.url, mine.signal, (share) => progress('Fetching', share)).catch(
        (error: unknown) => {
          if (mine.signal.aborted) return undefined;
          throw error;
        },
      );
      if (!given || !(await open([{ ...given, src }], slot ? 'add' : 'new'))) return;
      await look();
      if (!slot && place.second && isPlaced(src, place.src)) consider(place.second, 1);
    }, !!slot);
  }

  function consider(src: string, slot: number): void {
    const may = askable(src, base);
    if (typeof may === 'string') return set({ problem: may });
    if (may.own && /^[\w-]+\.(json|npy|safetensors)$/.test(src)) return void get(src, slot);
    set({ asking: { src: may.url.href, host: may.url.host, slot }, problem: undefined });
  }

  return {
    get state() {
      return state;
    },
    set,
    fail,
    consider,
    fetch: async () => {
      if (state.asking) await get(state.asking.src, state.asking.slot);
    },
    bring(given, mode) {
      if (!given.length) return Promise.resolve();
      const adds = mode === 'add' && files.length > 0;
      return tried(async () => {
        if (await open(given, adds ? 'add' : 'new')) await look();
      }, adds);
    },
    choose(key, value) {
      set({
        ...changed(state, key, value),
        ...(dropsSelection(key) ? { row: undefined, nearest: undefined } : {}),
      });
      if (key !== 'coloured') void tried(look);
    },
    selectRow(row) {
      set({ row, nearest: undefined });
      if (row !== undefined) void tried(findNearest, true);
    },
    cancel() {
      fetching?.abort();
      client.cancel();
      set({ busy: undefined, said: 'Cancelled.' });
    },
    async exportDictionary() {
      const dictionary = state.found?.dictionary?.dictionary;
      if (!dictionary) return undefined;
      const latents = state.first?.features ?? '';
      const answer = await client.ask({ do: 'export', files, dictionary, latents }, progress);
      set({ busy: undefined });
      return answer?.kind === 'exported' ? answer : undefined;
    },
    route(fragment) {
      place = readPlace(fragment);
      if (place.src) consider(place.src, 0);
    },
    address: () => addressOf(state, files),
  };
}

/** What belongs to the files before. */
const cleared: Partial<State> = {
  found: undefined,
  catalogue: undefined,
  first: undefined,
  second: undefined,
  row: undefined,
  nearest: undefined,
  rowNames: undefined,
  tensorSearch: '',
  rowSearch: '',
  seen: FRONT,
  centred: false,
  coloured: false,
};

/** The fragment of a view whose files have addresses: the first, and the second if it is compared with that. */
function addressOf(state: State, files: readonly NumberedFile[]): string | undefined {
  const { first, second, seen, row, centred, coloured } = state;
  const [one, two] = files;
  if (!one?.src || !first || first.file !== 0) return undefined;
  const { file: _file, ...choice } = first;
  const there = second && (second.file === 0 || (second.file === 1 && two?.src)) ? second : undefined;
  const { file: _other, tensor: _tensor, ...other } = there ?? { file: 0, tensor: '' };
  return writePlace({
    src: one.src,
    choice,
    other,
    seen,
    ...(there?.file === 1 && two?.src ? { second: two.src } : {}),
    ...(there ? { with: `${there.file}:${there.tensor}` } : {}),
    ...(row === undefined ? {} : { row }),
    centred,
    coloured,
  });
}
