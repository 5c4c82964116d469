// Pointer, keys, forms, drops and pastes, each as an act of the session.

import { cellAt } from '../scene/cells.ts';
import { pageStyle } from '../scene/draw-style.ts';
import { chosenFiles, transferredFiles } from './input.ts';
import { fieldOf, pairAt } from './pictures/gram.ts';
import { tipAt } from './pictures/space.ts';
import type { Session } from './session.ts';

/** @param press what a button with `data-do` does */
export function listen(root: HTMLElement, lab: Session, press: (does: string) => void): void {
  root.addEventListener('click', (e) => {
    const does = (e.target as Element).closest<HTMLElement>('[data-do]')?.dataset.do;
    if (does) press(does);
    else selectUnder(e, lab);
  });
  root.addEventListener('submit', (e) => {
    e.preventDefault();
    const form = e.target as HTMLFormElement;
    const src = new FormData(form).get('src');
    if (typeof src === 'string' && src) lab.consider(src.trim(), Number(form.dataset.slot));
  });
  root.addEventListener('change', (e) => changeControl(e.target as HTMLInputElement, lab));
  root.addEventListener('input', (e) => {
    const { dataset, value } = e.target as HTMLInputElement;
    if (dataset.turn) lab.set({ seen: { ...lab.state.seen, [dataset.turn]: Number(value) } });
    if (dataset.find === 'tensor') lab.set({ tensorSearch: value });
    if (dataset.find === 'row') lab.set({ rowSearch: value });
  });
  root.addEventListener('pointermove', (e) => pointAt(e, lab));
  root.addEventListener('pointerdown', (e) => pointAt(e, lab));
  root.addEventListener('pointerleave', () => {
    if (lab.state.hovered !== undefined) lab.set({ hovered: undefined });
  });
  root.addEventListener('keydown', (e) => pressKey(e, lab));
  listenForFiles(root, lab);
}

function changeControl(input: HTMLInputElement, lab: Session): void {
  const { file, set, tick } = input.dataset;
  if (set) lab.choose(set, input.value);
  if (tick) lab.choose(tick, String(input.checked));
  if (!file) return;
  const mode = file === 'add' ? 'add' : 'new';
  void lab.bring(chosenFiles(input.files), mode);
  input.value = '';
}

/** Files that are dropped anywhere on the page, rows that are pasted outside a field. */
function listenForFiles(root: HTMLElement, lab: Session): void {
  const page = root.ownerDocument;
  page.addEventListener('dragover', (e) => {
    e.preventDefault();
    root.toggleAttribute('data-over', true);
  });
  page.addEventListener('dragleave', (e) => {
    if (!e.relatedTarget) root.removeAttribute('data-over');
  });
  const take = (data: DataTransfer | null): void => {
    void transferredFiles(data).then((given) => lab.bring(given, 'new'), lab.fail);
  };
  page.addEventListener('drop', (e) => {
    e.preventDefault();
    root.removeAttribute('data-over');
    take(e.dataTransfer);
  });
  page.addEventListener('paste', (e) => {
    if (!(e.target as Element).closest?.('input, textarea')) take(e.clipboardData);
  });
}

/** A point of a panel's picture in its own px; `undefined` outside a panel of that kind. */
function pointIn(e: MouseEvent, selector: string, width: number): { x: number; y: number } | undefined {
  const box = (e.target as Element).closest?.(selector)?.querySelector('svg')?.getBoundingClientRect();
  if (!box) return undefined;
  const scale = width / box.width;
  return { x: (e.clientX - box.left) * scale, y: (e.clientY - box.top) * scale };
}

/** The cell or the feature under the pointer. */
function pointAt(e: PointerEvent, lab: Session): void {
  const { found, width, cell: old, hovered, seen } = lab.state;
  if (!found) return;
  const inGram = pointIn(e, '[data-gram]', width);
  if (inGram) {
    const field = fieldOf(found.look, width, pageStyle('plate'));
    const { column, row } = cellAt(field, inGram.x, inGram.y);
    const cell = column * field.count + row;
    if (cell !== old) lab.set({ cell });
  }
  const inSpace = pointIn(e, '[data-space]', width);
  const tip = inSpace && tipAt(found.look, width, seen, inSpace.x, inSpace.y);
  if (tip !== hovered) lab.set({ hovered: tip });
}

/** A click on a tip or a cell selects its feature. */
function selectUnder(e: MouseEvent, lab: Session): void {
  const { found, width, cell, seen } = lab.state;
  if (!found) return;
  const inSpace = pointIn(e, '[data-space]', width);
  const tip = inSpace && tipAt(found.look, width, seen, inSpace.x, inSpace.y);
  if (tip !== undefined) lab.selectRow(found.look.at[tip]);
  if (pointIn(e, '[data-gram]', width) && cell !== undefined) selectCell(lab);
}

/** The first feature of the cell; pressed again, the other. */
function selectCell(lab: Session): void {
  const { found, cell, row } = lab.state;
  if (!found || cell === undefined) return;
  const [one, other] = pairAt(found.look, cell).map((f) => found.look.at[f]);
  lab.selectRow(row === one ? other : one);
}

const moves: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, 1]],
  ['ArrowDown', [0, -1]],
]);

/** Enter opens the choice of files, which not every browser does by itself; arrows move over the Gram matrix, Enter selects there. */
function pressKey(e: KeyboardEvent, lab: Session): void {
  const target = e.target as HTMLElement;
  if (e.key === 'Enter' && target.matches('[data-file]')) {
    e.preventDefault();
    target.click();
    return;
  }
  const side = lab.state.found?.look.gram.side;
  if (!side || !target.matches('[data-gram]')) return;
  const { cell } = lab.state;
  if (e.key === 'Enter' || e.key === ' ') {
    e.preventDefault();
    selectCell(lab);
    return;
  }
  const move = moves.get(e.key);
  if (!move) return;
  e.preventDefault();
  const inside = (v: number): number => Math.max(0, Math.min(side - 1, v));
  const from = cell ?? 0;
  lab.set({
    cell:
      cell === undefined
        ? side - 1
        : inside(Math.floor(from / side) + move[0]) * side + inside((from % side) + move[1]),
  });
}
