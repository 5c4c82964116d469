// The lab's page side: hands become acts of the session, its state becomes marks. The document is known only here.

import { siteBase } from '../runtime/site.ts';
import { save } from '../runtime/download.ts';
import { paint } from '../scene/paint.ts';
import { connect } from './client.ts';
import { saveEverything, savePanel, script } from './export.ts';
import { listen } from './gestures.ts';
import { session, type Session } from './session.ts';
import { shownOf } from './view/state.ts';
import { view } from './view/view.ts';

const NARROW = 700;
/** Browsers refuse more than a few changes of the address a second. */
const ADDRESS_EVERY = 250;

/** Brings the lab to life. @param root where the build printed it @param code the worker's code */
export function start(root: HTMLElement, code: () => Promise<{ default: string }>): void {
  const site = siteBase();
  let frame = 0;
  const lab = session(site, `${site}lab/`, connect(code), () => {
    frame ||= requestAnimationFrame(draw);
  });
  const address = addressWriter();

  function draw(): void {
    frame = 0;
    const waited = !!root.querySelector('[data-do=fetch]');
    paint(root, view(lab.state));
    for (const list of root.querySelectorAll<HTMLSelectElement>('select[data-value]')) {
      if (list.value !== list.dataset.value) list.value = list.dataset.value ?? '';
    }
    for (const box of root.querySelectorAll<HTMLInputElement>('[data-tick]')) {
      box.checked = box.hasAttribute('checked');
    }
    const example = document.getElementById('lab-example');
    if (example) example.hidden = !!lab.state.catalogue;
    if (lab.state.asking && !waited) root.querySelector<HTMLElement>('[data-do=fetch]')?.focus();
    address.write(lab.state.found && lab.address());
  }

  listen(root, lab, (does) => void act(does, lab));
  addEventListener('hashchange', () => {
    if (address.isForeign()) lab.route(location.hash.slice(1));
  });
  const resize = (): void => {
    const width = root.clientWidth < NARROW ? 350 : 540;
    if (width !== lab.state.width) lab.set({ width });
  };
  new ResizeObserver(resize).observe(root);
  lab.set({ width: root.clientWidth < NARROW ? 350 : 540 });
  lab.route(location.hash.slice(1));
}

/** Writes the view's address into the bar, not too often. */
function addressWriter(): { write(fragment: string | undefined): void; isForeign(): boolean } {
  let written = location.hash;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    write(fragment) {
      if (!fragment || `#${fragment}` === written) return;
      written = `#${fragment}`;
      waiting ??= setTimeout(() => {
        waiting = undefined;
        history.replaceState(null, '', written);
      }, ADDRESS_EVERY);
    },
    isForeign: () => location.hash !== written,
  };
}

/** What a button does. */
async function act(does: string, lab: Session): Promise<void> {
  const { state } = lab;
  const [kind = '', id = ''] = does.split(':');
  const shown = shownOf(state);
  switch (kind) {
    case 'fetch':
      return lab.fetch();
    case 'leave':
      return lab.set({ asking: undefined });
    case 'cancel':
      return lab.cancel();
    case 'omit':
      return omit(lab);
    case 'row':
      return lab.selectRow(Number(id));
    case 'unselect':
      return lab.selectRow(undefined);
    case 'python':
      return lab.set({ script: state.script ? undefined : script(state) });
    case 'save-python':
      return save('lab.py', state.script ?? '', 'text/x-python');
    case 'copy-python':
      return copy(state.script ?? '', lab);
    case 'save-weights':
    case 'save-config':
      return saveDictionary(kind, lab).catch(lab.fail);
    case 'link':
      return copy(new URL(`#${lab.address()}`, location.href).href, lab);
    case 'all':
      return shown && saveEverything(shown, state);
    default:
      if (id && shown) await savePanel(kind, id, shown, state).catch(lab.fail);
  }
}

/** Leaves out what is NaN, on both sides: the one that has none is not changed by it. */
function omit(lab: Session): void {
  const { second } = lab.state;
  if (second) lab.set({ second: { ...second, omit: true } });
  lab.choose('omit', 'true');
}

async function saveDictionary(which: 'save-weights' | 'save-config', lab: Session): Promise<void> {
  const exported = await lab.exportDictionary();
  if (!exported) return;
  if (which === 'save-config') save('cfg.json', exported.config, 'application/json');
  else save('sae_weights.safetensors', exported.weights);
}

const copy = (what: string, lab: Session): Promise<void> =>
  navigator.clipboard.writeText(what).then(
    () => lab.set({ said: 'Copied.' }),
    () => lab.set({ problem: `The browser did not let us copy: ${what}` }),
  );
