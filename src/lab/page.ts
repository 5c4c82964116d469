// The lab's page side: hands become acts of the session, its state becomes marks. The document is known only here.

import { siteBase } from '../runtime/site.ts';
import { save } from '../runtime/download.ts';
import { cellAt } from '../scene/cells.ts';
import { paint } from '../scene/paint.ts';
import { pageStyle } from '../scene/draw-style.ts';
import { pasted } from './bring.ts';
import { connect } from './client.ts';
import { fieldOf } from './gram.ts';
import type { Shown } from './panels.ts';
import { session, type Session } from './session.ts';
import { everything, script, take } from './take.ts';
import { view } from './view.ts';

const NARROW = 700;

export function start(root: HTMLElement, code: () => Promise<{ default: string }>): void {
  const site = siteBase();
  let frame = 0;
  let written = location.hash;
  const lab = session(site, `${site}lab/`, connect(code), () => {
    frame ||= requestAnimationFrame(draw);
  });

  function draw(): void {
    frame = 0;
    const waited = !!root.querySelector('[data-do=fetch]');
    paint(root, view(lab.state));
    for (const list of root.querySelectorAll<HTMLSelectElement>('select[data-value]')) {
      if (list.value !== list.dataset.value) list.value = list.dataset.value!;
    }
    document.getElementById('lab-example')!.hidden = lab.state.held.length > 0;
    if (lab.state.asking && !waited) root.querySelector<HTMLElement>('[data-do=fetch]')?.focus();
    const address = lab.state.found && lab.address();
    if (address && `#${address}` !== written) {
      written = `#${address}`;
      later();
    }
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      history.replaceState(null, '', written);
    }, 250);
  }; // browsers refuse more than a few a second

  hands(root, lab);
  addEventListener('hashchange', () => {
    if (location.hash !== written) lab.route(location.hash.slice(1));
  });
  new ResizeObserver(() => {
    const width = root.clientWidth < NARROW ? 350 : 540;
    if (width !== lab.state.width) lab.set({ width });
  }).observe(root);
  lab.set({ width: root.clientWidth < NARROW ? 350 : 540 });
  lab.route(location.hash.slice(1));
}

function hands(root: HTMLElement, lab: Session): void {
  root.addEventListener('click', (e) => {
    const does = (e.target as Element).closest<HTMLElement>('[data-do]')?.dataset.do;
    if (does) void act(does, lab);
  });
  root.addEventListener('submit', (e) => {
    e.preventDefault();
    const form = e.target as HTMLFormElement;
    const src = new FormData(form).get('src');
    if (src) lab.consider(String(src).trim(), Number(form.dataset.slot));
  });
  root.addEventListener('change', (e) => {
    const input = e.target as HTMLInputElement;
    const { file, set } = input.dataset;
    if (set) lab.choose(set, input.value);
    if (!file) return;
    void lab.bring(
      [...(input.files ?? [])].map((blob) => ({ blob, name: blob.name })),
      Number(file),
    );
    input.value = '';
  });
  root.addEventListener('input', (e) => {
    const { dataset, value } = e.target as HTMLInputElement;
    if (dataset.turn) lab.set({ seen: { ...lab.state.seen, [dataset.turn]: Number(value) } });
  });
  root.addEventListener('pointermove', (e) => point(e, lab));
  root.addEventListener('pointerdown', (e) => point(e, lab));
  root.addEventListener('keydown', (e) => arrow(e, lab));
  document.addEventListener('dragover', (e) => {
    e.preventDefault();
    root.toggleAttribute('data-over', true);
  });
  document.addEventListener('dragleave', (e) => {
    if (!e.relatedTarget) root.removeAttribute('data-over');
  });
  document.addEventListener('drop', (e) => {
    e.preventDefault();
    root.removeAttribute('data-over');
    void lab.bring(pasted(e.dataTransfer), 0);
  });
  document.addEventListener('paste', (e) => {
    if (!(e.target as Element).closest?.('input, textarea')) void lab.bring(pasted(e.clipboardData), 0);
  });
}

/** The cell under the pointer. */
function point(e: PointerEvent, lab: Session): void {
  const plate = (e.target as Element).closest?.('[data-gram]');
  const look = lab.state.found?.look;
  if (!plate || !look) return;
  const { width, cell: old } = lab.state;
  const box = plate.querySelector('svg')!.getBoundingClientRect();
  const field = fieldOf(look, width, pageStyle('plate'));
  const scale = width / box.width;
  const { column, row } = cellAt(field, (e.clientX - box.left) * scale, (e.clientY - box.top) * scale);
  const cell = column * field.count + row;
  if (cell !== old) lab.set({ cell });
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
function arrow(e: KeyboardEvent, lab: Session): void {
  const side = lab.state.found?.look.gram.side;
  const move = moves[e.key];
  const { cell } = lab.state;
  if (!side || !move || !(e.target as Element).matches?.('[data-gram]')) return;
  e.preventDefault();
  const inside = (v: number): number => Math.max(0, Math.min(side - 1, v));
  lab.set({
    cell:
      cell === undefined
        ? side - 1
        : inside(Math.floor(cell / side) + move[0]) * side + inside((cell % side) + move[1]),
  });
}

async function act(does: string, lab: Session): Promise<void> {
  const { state } = lab;
  const [kind, id] = does.split(':');
  const shown: Shown | undefined = state.found && {
    look: state.found.look,
    likeness: state.found.likeness,
    seen: state.seen,
  };
  switch (does) {
    case 'fetch':
      return lab.fetch();
    case 'leave':
      return lab.set({ asking: undefined });
    case 'cancel':
      return lab.cancel();
    case 'python':
      return lab.set({ script: state.script ? undefined : script(state) });
    case 'save-python':
      return save('lab.py', state.script!, 'text/x-python');
    case 'copy-python':
      return copy(state.script!, lab);
    case 'link':
      return copy(new URL(`#${lab.address()}`, location.href).href, lab);
    case 'all':
      return shown && everything(shown, state);
    default:
      if (id && shown) await take(kind, id, shown, state).catch(lab.fail);
  }
}

const copy = (what: string, lab: Session): Promise<void> =>
  navigator.clipboard.writeText(what).then(
    () => lab.set({ said: 'Copied.' }),
    () => lab.set({ fault: `The browser did not let us copy: ${what}` }),
  );
