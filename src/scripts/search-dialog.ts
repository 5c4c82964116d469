// The search: a dialog that opens with "/" on every page, and the same form on /search/. The index is fetched
// when a reader first searches; the service worker keeps it, so that it works offline.

import { siteBase } from '../runtime/site.ts';
import { places, type Found, type Page } from './ranking.ts';

interface Pagefind {
  options(o: object): Promise<void>;
  search(q: string): Promise<{ results: { score: number; data(): Promise<Page> }[] }>;
}
/** results shown */
const MOST = 12;
/** pages looked into */
const PAGES = 10;
/** ms from the last key to the search */
const WAIT = 120;
let engine: Promise<Pagefind> | undefined;

/** Pagefind's own module, from the site. */
async function load(): Promise<Pagefind> {
  const base = siteBase();
  const index = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await index.options({ baseUrl: new URL(base).pathname });
  return index;
}

/**
 * The best places for a query, best first.
 * @throws when the index cannot be loaded; the next search tries again
 */
async function search(query: string): Promise<Found[]> {
  engine ??= load().catch((error) => {
    engine = undefined;
    throw error;
  });
  const { results } = await (await engine).search(query);
  const pages = await Promise.all(results.slice(0, PAGES).map((r) => r.data()));
  return pages
    .flatMap((page) => places(page, query))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
}

const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Partial<HTMLElementTagNameMap[K]> & { className?: string } = {},
  ...kids: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...kids);
  return made;
};

function row({ url, title, page, words }: Found): HTMLElement {
  const link = element(
    'a',
    { href: url },
    element('b', {}, title),
    element('span', { className: 'in' }, title === page ? '' : page),
  );
  return element(
    'li',
    {},
    link,
    element('p', {}, ...words.flatMap(({ text, hit }) => [hit ? element('mark', {}, text) : text, ' ']), '…'),
  );
}

/** Input, count and list in `at`; typing searches. */
function form(at: HTMLElement): HTMLInputElement {
  const input = element('input', { type: 'search', name: 'q', autocomplete: 'off', spellcheck: false });
  const said = element('p', { className: 'tell' });
  const list = element('ol', { className: 'results' });
  input.setAttribute('aria-label', 'Search the essay');
  input.placeholder = 'a word, or a few';
  said.setAttribute('role', 'status');
  at.append(element('label', {}, 'Search ', input), said, list);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  const look = async (): Promise<void> => {
    const query = input.value.trim();
    const mine = ++turn;
    if (query.length < 2) {
      list.replaceChildren();
      said.textContent = '';
      return;
    }
    try {
      const found = await search(query);
      if (mine !== turn) return;
      list.replaceChildren(...found.map(row));
      said.textContent = found.length
        ? `${found.length} place${found.length > 1 ? 's' : ''} for “${query}”`
        : `Nothing here speaks of “${query}”. The glossary may know another word for it.`;
    } catch {
      said.textContent = 'The index could not be loaded. Try again when the connection is back.';
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), WAIT);
  });
  at.addEventListener('keydown', (e) => {
    const links = [...list.querySelectorAll('a')];
    const here = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (e.key === 'Enter' && document.activeElement === input) {
      e.preventDefault();
      clearTimeout(timer);
      void look().then(() => list.querySelector('a')?.click());
    }
    if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
    e.preventDefault();
    const next = e.key === 'ArrowDown' ? (links[here + 1] ?? links[here]) : (links[here - 1] ?? input);
    next?.focus();
  });
  return input;
}

interface Finder {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
}
let finder: Finder | undefined;

/** The dialog, at the end of the page; a click beside it or on a result closes it. */
function createFinder(): Finder {
  const dialog = element('dialog', { className: 'finder' });
  dialog.setAttribute('aria-label', 'Search');
  const close = element('button', { type: 'button', className: 'close' }, 'Close');
  close.addEventListener('click', () => dialog.close());
  const input = form(dialog);
  dialog.append(close);
  dialog.addEventListener('click', (e) => {
    if (e.target === dialog || (e.target as Element).closest('a')) dialog.close();
  });
  document.body.append(dialog);
  return { dialog, input };
}

/** Opens the search; the words of the last one are selected. */
export function openFinder(): void {
  finder ??= createFinder();
  if (!finder.dialog.open) finder.dialog.showModal();
  finder.input.select();
}

/** The page of its own: `?q=` is searched at once. */
export function searchPage(at: HTMLElement): void {
  const input = form(at);
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.dispatchEvent(new Event('input'));
  input.addEventListener('change', () => {
    history.replaceState(null, '', input.value ? `?q=${encodeURIComponent(input.value)}` : location.pathname);
  });
  input.focus();
}
