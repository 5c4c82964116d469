// "check" behind a measured claim: runs the claim's own test over ten seeds in this browser and says for how
// many it held. Without this script the control is a link to the claim in the list of all claims.

import { ask, type Told } from '../runtime/check.ts';
import { siteBase } from '../runtime/site.ts';
import { show } from './cards.ts';

const scripts = import.meta.glob<string>('../widgets/*/claims.ts', { query: '?check', import: 'default' });
const SEEDS = 10;
type Verdict = Exclude<Told, { failed: string }>;

const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(tag), { className, textContent: text });

/**
 * Where the results go: a card in the margin beside the sentence, or under the claim in the list of claims.
 */
function place(link: HTMLElement, id: string): HTMLElement {
  const known = document.getElementById(link.dataset.card ?? '');
  if (known) return known;
  const listed = link.closest('.claims');
  const panel = element(listed ? 'div' : 'span', listed ? 'verdict' : 'card verdict');
  link.dataset.card = panel.id = `check-${id}-${document.querySelectorAll('.verdict').length + 1}`;
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', 'This claim, checked here');
  link.setAttribute('aria-expanded', 'false');
  panel.append(
    element('span', 'what', link.title),
    element('span', 'row'),
    element('span', 'tell'),
    element('span', 'seeds'),
    element('span', 'links'),
  );
  panel.querySelector('.tell')!.setAttribute('role', 'status');
  (listed ? link.closest('li')! : link).insertAdjacentElement(listed ? 'beforeend' : 'afterend', panel);
  return panel;
}

const digits = (value: number): string => Number(value.toPrecision(4)).toString().replace('-', '−');

/** A disc for a seed that held, a ring for one that did not, a dot for one that is to come. */
function bead(verdict: Verdict | undefined): string {
  if (!verdict) return '·';
  return verdict.ok ? '●' : '○';
}
const beads = (done: readonly Verdict[], of: number): string =>
  Array.from({ length: of }, (_, i) => bead(done[i])).join(' ');

/** How many seeds held, and a link to the state of each that did not. */
function sayDone(panel: HTMLElement, done: readonly Verdict[], widget: string): void {
  const held = done.filter(({ ok }) => ok).length;
  const list = panel.querySelector('.seeds')!;
  panel.querySelector('.tell')!.textContent =
    `Ran here: the claim holds for ${held} of ${done.length} seeds${held === done.length ? '' : '; not for these'}.`;
  list.replaceChildren(
    ...done
      .filter(({ ok }) => !ok)
      .map(({ seed, value, state }) => {
        const words = `seed ${seed}: ${digits(value)}`;
        return state === undefined
          ? element('span', '', words)
          : Object.assign(element('a', '', words), {
              href: new URL(`figures/${widget}/#${widget}?${state}`, siteBase()).href,
            });
      }),
  );
}

/** Runs the claim of the link over ten seeds, from `from` on. */
async function run(link: HTMLElement, from: number): Promise<void> {
  const [widget = '', id = ''] = (link.dataset.check ?? '').split('/');
  const panel = place(link, id);
  const said = panel.querySelector('.tell')!;
  const row = panel.querySelector('.row')!;
  const links = panel.querySelector('.links')!;
  if (panel.classList.contains('card')) show(link);
  if (panel.dataset.busy) return;
  panel.dataset.busy = 'yes';
  const seeds = Array.from({ length: SEEDS }, (_, i) => from + i);
  const done: Verdict[] = [];
  said.textContent = 'Running in your browser …';
  panel.querySelector('.seeds')!.replaceChildren();
  row.textContent = beads(done, SEEDS);
  const close = (): void => {
    delete panel.dataset.busy;
    const more = Object.assign(
      element('button', 'again', `Seeds ${from + SEEDS} to ${from + 2 * SEEDS - 1}`),
      { type: 'button' },
    );
    more.addEventListener('click', () => {
      link.focus();
      void run(link, from + SEEDS);
    });
    const list = panel.classList.contains('card')
      ? [Object.assign(element('a', '', 'Its test'), { href: link.getAttribute('href') ?? '' })]
      : [];
    links.replaceChildren(more, ...list);
  };
  links.replaceChildren();
  const script = await scripts[`../widgets/${widget}/claims.ts`]?.().catch(() => undefined);
  if (!script) {
    close();
    said.textContent = 'The test could not be loaded; try again when the connection is back.';
    return;
  }
  ask(script, { id, seeds }, (told) => {
    if ('failed' in told) {
      close();
      said.textContent = told.failed;
      return;
    }
    done.push(told);
    row.textContent = beads(done, SEEDS);
    if (done.length < SEEDS) return;
    sayDone(panel, done, widget);
    close();
  });
}

/** A press on "check": runs the claim; a card that has its result is only shown again. */
export function check(link: HTMLElement): void {
  const known = document.getElementById(link.dataset.card ?? '');
  if (known && !known.classList.contains('card')) return void run(link, 1);
  if (known?.dataset.busy || known?.querySelector('.again')) return show(link);
  void run(link, 1);
}
