// The one script of every page, whatever it holds: small, so that it is one request.

import { cards } from './cards.ts';
import { start } from '../runtime/site-figures.ts';
import { copy } from './copy.ts';
import { illumination } from './illumination.ts';
import { light } from './symbol-highlight.ts';
import { permalinks } from './perma.ts';
import { rail } from './rail.ts';
import { unfold } from './unfold.ts';

illumination(document.querySelector('[data-theme-switch]')!);
start();
unfold();
copy();
cards();
light();
permalinks();
if (document.querySelector('.prose')) rail();

// Search and checks are loaded at the first press. When they cannot be loaded, the link that was pressed is
// followed.
const find = (): Promise<void> => import('./search-dialog.ts').then(({ openFinder }) => openFinder());
document.addEventListener('click', (e) => {
  const link = (e.target as Element).closest?.<HTMLAnchorElement>('[data-check],[data-find]');
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  const does = link.dataset.check ? import('./checks.ts').then(({ check }) => check(link)) : find();
  does.catch(() => {
    location.href = link.href;
  });
});
document.addEventListener('keydown', (e) => {
  if (
    e.key !== '/' ||
    e.ctrlKey ||
    e.metaKey ||
    e.altKey ||
    e.defaultPrevented ||
    (e.target as Element).closest('input,select,textarea,[contenteditable]')
  ) {
    return;
  }
  e.preventDefault();
  void find().catch(() => {});
});
const own = document.querySelector<HTMLElement>('[data-find-page]');
const lost = document.querySelector<HTMLElement>('[data-lost]');
if (own) void import('./search-dialog.ts').then(({ searchPage }) => searchPage(own));
if (lost) void import('./not-found.ts').then(({ suggest }) => suggest(lost));

// What is kept for reading offline is asked for last: REST ms after everything else has loaded.
const keptSection = document.querySelector<HTMLElement>('[data-kept]');
const REST = 4000;
if (keptSection) void import('./offline.ts').then(({ kept }) => kept(keptSection));
addEventListener('load', () => {
  setTimeout(
    () =>
      void import('./offline.ts').then(
        ({ keep }) => keep(),
        () => {},
      ),
    REST,
  );
});
