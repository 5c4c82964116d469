// The lab's page side: what the reader brings and does becomes state, state becomes marks. The document is known only here.

import { siteBase } from '../runtime/address.ts';
import { cellAt } from '../scene/cells.ts';
import { pagePen } from '../scene/pen.ts';
import { paint } from '../scene/paint.ts';
import { save } from '../runtime/download.ts';
import { askable, FRONT, readPlace, writePlace, type Place } from './address.ts';
import { fetched, pasted } from './bring.ts';
import { connect } from './client.ts';
import { fieldOf } from './gram.ts';
import type { Shown } from './panels.ts';
import { everything, script, take } from './take.ts';
import { empty, view, type State } from './view.ts';
import type { Given } from './work.ts';

export function start(root: HTMLElement, code: () => Promise<{ default: string }>): void {
  const client = connect(code), files: Given[] = [], site = siteBase();
  let state: State = empty(site), place: Place = { choice: {}, seen: FRONT }, frame = 0, fetching: AbortController | undefined, written = '';

  function set(change: Partial<State>): void {
    state = { ...state, ...change };
    frame ||= requestAnimationFrame(draw);
  }
  function draw(): void {
    frame = 0;
    paint(root, view(state));
    for (const list of root.querySelectorAll<HTMLSelectElement>('select[data-value]')) if (list.value !== list.dataset.value) list.value = list.dataset.value!;
    const example = document.getElementById('lab-example');
    if (example) example.hidden = state.held.length > 0;
  }
  const whole = (src: string): string => { const may = askable(src, `${site}lab/`); return typeof may === 'string' ? src : may.url.href; };
  const fail = (error: unknown): void => set({ busy: undefined, fault: error instanceof Error ? error.message : String(error) });
  const progress = (what: string, share: number): void => set({ busy: { what, share } });

  /** A file to the first or the second place; then its tensors, then a look. */
  async function bring(slot: number, given: Given, src?: string): Promise<void> {
    set({ busy: { what: 'Opening', share: 0 }, fault: undefined, asking: undefined, ...(slot ? {} : { found: undefined, held: [], with: undefined }) });
    try {
      const answer = await client.ask({ do: 'open', file: given }, progress);
      if (answer?.kind !== 'opened') return;
      const held = { name: given.name, size: given.blob.size, catalogue: answer.catalogue, src }, { tensors } = answer.catalogue;
      files.splice(slot, 2 - slot, given);
      // The largest table that is one; a bias is rarely meant.
      const best = answer.catalogue.dream ? tensors[0] : [...tensors].sort((a, b) => Number(b.shape.length === 2) - Number(a.shape.length === 2) || b.shape.reduce((x, y) => x * y, 1) - a.shape.reduce((x, y) => x * y, 1))[0];
      if (slot) set({ held: [state.held[0], held], with: `1:${best.name}`, turnOther: undefined });
      else {
        const { choice, seen, with: other } = src && place.src && whole(src) === whole(place.src) ? place : { choice: {}, seen: FRONT, with: undefined };
        set({ held: [held], choice: { ...choice, tensor: tensors.some((t) => t.name === choice.tensor) ? choice.tensor! : best.name }, seen, with: other && tensors.some((t) => `0:${t.name}` === other) ? other : undefined, turnOther: undefined });
      }
      await look();
    } catch (error) { fail(error); }
  }

  async function look(): Promise<void> {
    const { choice, with: other, turnOther } = state, at = Number(other?.split(':')[0]);
    set({ busy: { what: 'Reading', share: 0 }, fault: undefined, script: undefined, cell: undefined });
    try {
      const answer = await client.ask({ do: 'look', file: files[0], choice, ...(other === undefined ? {} : { other: { file: files[at], choice: { tensor: other.slice(2), transpose: turnOther } } }) }, progress);
      if (answer?.kind !== 'found') return;
      set({ busy: undefined, found: answer.found, said: `${answer.found.look.n} features of ${answer.found.look.m} numbers are shown.` });
      remember();
    } catch (error) { set({ found: undefined }); fail(error); }
  }

  /** The view has an address when its file has one. */
  function remember(): void {
    const src = state.held[0]?.src;
    if (!src) return;
    written = `#${writePlace({ src, choice: state.choice, with: state.with, seen: state.seen })}`;
    history.replaceState(null, '', written);
  }

  /** Our own runs are taken at once; any other address waits for the reader's word. */
  function consider(src: string, slot: number): void {
    const may = askable(src, `${site}lab/`), inside = /^[\w-]+\.(json|npy|npz|safetensors)$/.test(src);
    if (typeof may === 'string') return set({ fault: may });
    if (may.own && inside) return void get(src, slot);
    set({ asking: { src: may.url.href, host: may.url.host, slot }, fault: undefined });
    requestAnimationFrame(() => root.querySelector<HTMLElement>('[data-do=fetch]')?.focus());
  }
  async function get(src: string, slot: number): Promise<void> {
    const may = askable(src, `${site}lab/`);
    if (typeof may === 'string') return;
    fetching?.abort();
    const mine = fetching = new AbortController();
    set({ asking: undefined, fault: undefined, busy: { what: 'Fetching', share: 0 } });
    try { await bring(slot, await fetched(may.url, mine.signal, (share) => progress('Fetching', share)), src); } catch (error) { if (!mine.signal.aborted) fail(error); }
  }
  function cancel(): void {
    fetching?.abort();
    client.cancel();
    set({ busy: undefined, said: 'Cancelled.' });
  }

  async function many(given: readonly Given[], slot: number): Promise<void> {
    if (!given.length) return;
    await bring(slot, given[0]);
    if (slot === 0 && given[1] && state.held.length) await bring(1, given[1]);
  }
  const shown = (): Shown | undefined => state.found && { look: state.found.look, likeness: state.found.likeness, seen: state.seen };

  async function act(does: string): Promise<void> {
    const [kind, id] = does.split(':'), all = shown();
    if (does === 'fetch' && state.asking) return get(state.asking.src, state.asking.slot);
    if (does === 'leave') return set({ asking: undefined });
    if (does === 'cancel') return cancel();
    if (does === 'python') return set({ script: state.script ? undefined : script(state) });
    if (does === 'save-python') return save('lab.py', state.script!, 'text/x-python');
    if (does === 'link' || does === 'copy-python') return copy(does === 'link' ? location.href : state.script!);
    if (does === 'all' && all) return everything(all, state);
    if (id && all) await take(kind, id, all, state).catch(fail);
  }
  const copy = (what: string): Promise<void> => navigator.clipboard.writeText(what).then(() => set({ said: 'Copied.' }), () => set({ said: 'The browser did not let us copy.', fault: what === location.href ? `The link: ${what}` : undefined }));

  function choose(key: string, value: string): void {
    if (key === 'with') set({ with: value || undefined, turnOther: undefined });
    else if (key === 'turnOther') set({ turnOther: value === 'true' });
    else if (key === 'tensor') set({ choice: { tensor: value }, with: state.with === `0:${value}` ? undefined : state.with });
    else set({ choice: { ...state.choice, [key]: key === 'transpose' ? value === 'true' : key === 'item' ? (value === '' ? undefined : Number(value)) : value } });
    void look();
  }

  function point(e: PointerEvent): void {
    const plate = (e.target as Element).closest?.('[data-gram]'), look = state.found?.look;
    if (!plate || !look) return;
    const box = plate.querySelector('svg')!.getBoundingClientRect(), field = fieldOf(look, state.width, pagePen('plate')), scale = state.width / box.width;
    const { column, row } = cellAt(field, (e.clientX - box.left) * scale, (e.clientY - box.top) * scale), cell = column * field.count + row;
    if (cell !== state.cell) set({ cell });
  }
  function arrow(e: KeyboardEvent): void {
    const side = state.found?.look.gram.side ?? 0, [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[e.key] ?? [0, 0];
    if (!(e.target as Element).matches?.('[data-gram]') || (!dx && !dy) || !side) return;
    e.preventDefault();
    const cell = state.cell ?? side - 1, inside = (v: number): number => Math.max(0, Math.min(side - 1, v));
    set({ cell: state.cell === undefined ? cell : inside(Math.floor(cell / side) + dx) * side + inside((cell % side) + dy) });
  }

  root.addEventListener('click', (e) => {
    const does = (e.target as Element).closest<HTMLElement>('[data-do]')?.dataset.do;
    if (does) void act(does);
  });
  root.addEventListener('submit', (e) => { e.preventDefault(); const src = new FormData(e.target as HTMLFormElement).get('src'); if (src) consider(String(src).trim(), 0); });
  root.addEventListener('change', (e) => {
    const { dataset, value, files: chosen } = e.target as HTMLInputElement;
    if (dataset.file) { void many([...chosen ?? []].map((blob) => ({ blob, name: blob.name })), Number(dataset.file)); (e.target as HTMLInputElement).value = ''; } else if (dataset.set) choose(dataset.set, value);
    else if (dataset.turn) remember();
  });
  root.addEventListener('input', (e) => { const { dataset, value } = e.target as HTMLInputElement; if (dataset.turn) set({ seen: { ...state.seen, [dataset.turn]: Number(value) } }); });
  root.addEventListener('pointermove', point);
  root.addEventListener('pointerdown', point);
  root.addEventListener('keydown', arrow);
  addEventListener('dragover', (e) => { e.preventDefault(); root.toggleAttribute('data-over', true); });
  addEventListener('dragleave', (e) => { if (!e.relatedTarget) root.removeAttribute('data-over'); });
  addEventListener('drop', (e) => { e.preventDefault(); root.removeAttribute('data-over'); void many(pasted(e.dataTransfer), 0); });
  addEventListener('paste', (e) => { if (!(e.target as Element).closest?.('input, textarea')) void many(pasted(e.clipboardData), 0); });
  addEventListener('hashchange', route);
  new ResizeObserver(() => { const width = root.clientWidth < 700 ? 350 : 540; if (width !== state.width) set({ width }); }).observe(root);

  function route(): void {
    if (location.hash === written) return;
    place = readPlace(location.hash.slice(1));
    if (place.src) consider(place.src, 0);
  }
  set({ width: root.clientWidth < 700 ? 350 : 540 });
  draw();
  route();
}
