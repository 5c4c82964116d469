// What the reader brings and chooses, as acts on one state; knows the worker, not the document.

import { askable, FRONT, readPlace, writePlace, type Place } from './address.ts';
import { fetched } from './bring.ts';
import type { Client } from './client.ts';
import type { Catalogue, Given } from './work.ts';
import type { Entry } from './tensor.ts';
import { empty, type State } from './view.ts';

export interface Session {
  readonly state: State;
  set(change: Partial<State>): void;
  fail(error: unknown): void;
  /** A file or two, to the first place or the second. */
  bring(given: readonly Given[], slot: number): Promise<void>;
  choose(key: string, value: string): void;
  /** An address for the first place or the second: our own files are taken at once, any other waits for the reader's word. */
  consider(src: string, slot: number): void;
  fetch(): Promise<void>;
  cancel(): void;
  /** The state that an address asks for. */
  route(fragment: string): void;
  /** The address of the view; nothing when its file has none. */
  address(): string | undefined;
}

/** @param base the lab's own address @param changed called after every change */
export function session(site: string, base: string, client: Client, changed: () => void): Session {
  const files: Given[] = [];
  let state: State = empty(site);
  let place: Place = readPlace('');
  let fetching: AbortController | undefined;

  const set = (change: Partial<State>): void => {
    state = { ...state, ...change };
    changed();
  };
  const fail = (error: unknown): void =>
    set({ busy: undefined, fault: error instanceof Error ? error.message : String(error) });
  const progress = (what: string, share: number): void => set({ busy: { what, share } });
  const whole = (src: string): string => {
    const may = askable(src, base);
    return typeof may === 'string' ? src : may.url.href;
  };

  async function open(given: Given, slot: number, src?: string): Promise<boolean> {
    set({
      busy: { what: 'Opening', share: 0 },
      fault: undefined,
      asking: undefined,
      ...(slot ? {} : { found: undefined, held: [], with: undefined }),
    });
    const answer = await client.ask({ do: 'open', file: given }, progress);
    if (answer?.kind !== 'opened') return false;
    files.splice(slot, 2 - slot, given);
    const held = { name: given.name, size: given.blob.size, catalogue: answer.catalogue, src };
    const best = meant(answer.catalogue);
    if (slot) set({ held: [state.held[0], held], ...second(answer.catalogue.tensors, best, src) });
    else set({ held: [held], script: undefined, ...first(answer.catalogue.tensors, best, src) });
    return true;
  }

  /** The choice that the address made, when the file is the address's; else the tensor that is probably meant. */
  const meantBy = (src: string | undefined, of: string | undefined): boolean =>
    !!src && !!of && whole(src) === whole(of);
  function first(
    tensors: readonly Entry[],
    best: Entry,
    src?: string,
  ): Pick<State, 'choice' | 'seen' | 'with' | 'turnOther'> {
    if (!meantBy(src, place.src)) {
      return { choice: { tensor: best.name }, seen: FRONT, with: undefined, turnOther: undefined };
    }
    const { choice, seen, turnOther } = place;
    const other = asked(tensors, place.with, '0:');
    return {
      choice: { ...choice, tensor: asked(tensors, choice.tensor) ?? best.name },
      seen,
      with: other && `0:${other}`,
      turnOther: other ? turnOther : undefined,
    };
  }
  const second = (tensors: readonly Entry[], best: Entry, src?: string): Pick<State, 'with' | 'turnOther'> =>
    meantBy(src, place.second)
      ? { with: `1:${asked(tensors, place.with, '1:') ?? best.name}`, turnOther: place.turnOther }
      : { with: `1:${best.name}`, turnOther: undefined };

  async function look(): Promise<void> {
    const { choice, with: other, turnOther } = state;
    const at = Number(other?.split(':')[0]);
    set({ busy: { what: 'Reading', share: 0 }, fault: undefined, script: undefined, cell: undefined });
    const answer = await client.ask(
      {
        do: 'look',
        file: files[0],
        choice,
        ...(other === undefined
          ? {}
          : { other: { file: files[at], choice: { tensor: other.slice(2), transpose: turnOther } } }),
      },
      progress,
    );
    if (answer?.kind === 'found') {
      set({
        busy: undefined,
        found: answer.found,
        said: `${answer.found.look.n} features of ${answer.found.look.m} numbers are shown.`,
      });
    }
  }
  /** What is wrong with a file or a choice is said; an old picture beside it would belong to nothing, but that a second file is unreadable takes nothing from the first. */
  const tried = (act: () => Promise<unknown>, slot = 0): Promise<void> =>
    act().then(
      () => undefined,
      (error: unknown) => {
        if (!slot) set({ found: undefined });
        fail(error);
      },
    );

  async function get(src: string, slot: number): Promise<void> {
    const may = askable(src, base);
    if (typeof may === 'string') return fail(may);
    fetching?.abort();
    const mine = (fetching = new AbortController());
    set({ asking: undefined, fault: undefined, busy: { what: 'Fetching', share: 0 } });
    await tried(async () => {
      const given = await fetched(may.url, mine.signal, (share) => progress('Fetching', share)).catch(
        (error: unknown) => {
          if (mine.signal.aborted) return undefined;
          throw error;
        },
      );
      if (!given || !(await open(given, slot, src))) return;
      await look();
      if (!slot && place.second && meantBy(src, place.src)) consider(place.second, 1);
    }, slot);
  }

  function consider(src: string, slot: number): void {
    const may = askable(src, base);
    if (typeof may === 'string') return set({ fault: may });
    if (may.own && /^[\w-]+\.(json|npy|safetensors)$/.test(src)) return void get(src, slot);
    set({ asking: { src: may.url.href, host: may.url.host, slot }, fault: undefined });
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
    bring: (given, slot) =>
      tried(async () => {
        if (!given.length || !(await open(given[0], slot && state.held.length ? 1 : 0))) return;
        if (!slot && given[1]) await open(given[1], 1);
        await look();
      }, slot),
    choose(key, value) {
      set(chosen(state, key, value));
      void tried(look);
    },
    cancel() {
      fetching?.abort();
      client.cancel();
      set({ busy: undefined, said: 'Cancelled.' });
    },
    route(fragment) {
      place = readPlace(fragment);
      if (place.src) consider(place.src, 0);
    },
    address() {
      const {
        held: [one, two],
        choice,
        seen,
        with: other,
        turnOther,
      } = state;
      const there = !other?.startsWith('1:') || two.src; // a second file without an address stays out of it
      return (
        one?.src &&
        writePlace({
          src: one.src,
          choice,
          seen,
          ...(there ? { second: other?.startsWith('1:') ? two.src : undefined, with: other, turnOther } : {}),
        })
      );
    },
  };
}

/** The tensor that an address names, when there is such a one. */
const asked = (tensors: readonly Entry[], name?: string, before = ''): string | undefined =>
  tensors.find((t) => name === before + t.name)?.name;

/** Of a dream file the weights; else the largest table: a bias is rarely meant. */
function meant({ tensors, dream }: Catalogue): Entry {
  const size = ({ shape }: Entry): number => shape.reduce((all, s) => all * s, 1);
  const flat = ({ shape }: Entry): number => Number(shape.length === 2);
  return dream ? tensors[0] : [...tensors].sort((a, b) => flat(b) - flat(a) || size(b) - size(a))[0];
}

function chosen({ choice, with: other }: State, key: string, value: string): Partial<State> {
  if (key === 'with') return { with: value || undefined, turnOther: undefined };
  if (key === 'turnOther') return { turnOther: value === 'true' };
  if (key === 'tensor') {
    return { choice: { tensor: value }, with: other === `0:${value}` ? undefined : other };
  }
  return {
    choice: {
      ...choice,
      [key]:
        key === 'transpose'
          ? value === 'true'
          : key === 'item'
            ? value === ''
              ? undefined
              : Number(value)
            : value,
    },
  };
}
