// The card of a citation: opens beside it on hover, focus or a first tap, closes on Escape. Without this
// script the citation is a link to the list of references.

import { siteBase } from '../runtime/site.ts';

let open: { link: HTMLElement; card: HTMLElement } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Closes the card of this link, if it is the open one. */
function hide(link: HTMLElement): void {
  if (open?.link === link) close();
}

function close(): void {
  clearTimeout(timer);
  open?.card.classList.remove('open');
  open?.link.setAttribute('aria-expanded', 'false');
  open = undefined;
}

/**
 * Opens the card that the link names in `data-card`, and closes the one that was open. Nothing where there is
 * no card.
 */
export function show(link: HTMLElement): void {
  clearTimeout(timer);
  const card = document.getElementById(link.dataset.card ?? '');
  if (!card || open?.card === card) return;
  close();
  card.classList.add('open');
  link.setAttribute('aria-expanded', 'true');
  open = { link, card };
  if (getComputedStyle(card).position === 'absolute') place(link, card);
}

/**
 * Level with the citation; below a side note that is in the way. The hairline stays at the citation's height.
 */
function place(link: HTMLElement, card: HTMLElement): void {
  const column = (card.offsetParent ?? document.body).getBoundingClientRect();
  const at = link.getBoundingClientRect();
  let top = at.top - column.top - 14;
  const size = card.offsetHeight;
  const notes = [...document.querySelectorAll<HTMLElement>('.note')].map((note) =>
    note.getBoundingClientRect(),
  );
  for (const note of notes.sort((a, b) => a.top - b.top)) {
    if (note.top - column.top < top + size && note.bottom - column.top > top) {
      top = note.bottom - column.top + 12;
    }
  }
  card.style.top = `${top}px`;
  card.style.setProperty('--hair', `${at.top + at.height / 2 - column.top - top}px`);
}

const citation = (e: Event): HTMLElement | null =>
  (e.target as Element).closest?.<HTMLElement>('.cite[data-card]') ?? null;
/** A word of the glossary, or a link of the prose to a section or figure of the site. */
const previewed = (e: Event): HTMLAnchorElement | null => {
  const link = (e.target as Element).closest?.<HTMLAnchorElement>('.prose a.term,.prose p>a:not([class])');
  return link && link.origin === location.origin && link.hash && !link.hash.includes('?') ? link : null;
};
let pointed: Element | null = null;

/** Shows where the link leads, unless the pointer or the focus has left it by the time that is known. */
function showPreview(link: HTMLAnchorElement): void {
  void import('./preview.ts').then(
    ({ preview }) =>
      preview(link, new URL(siteBase()), () => pointed === link || document.activeElement === link, {
        show,
        hide,
      }),
    () => {
      /* it stays a link */
    },
  );
}
const within = (e: Event): boolean =>
  !!open && (open.card.contains(e.target as Node) || open.link.contains(e.target as Node));

/** Listens on the document for all citations and links of the page. */
export function cards(): void {
  let touched = false;
  document.addEventListener('pointerover', (e) => {
    const link = citation(e);
    const to = previewed(e);
    clearTimeout(timer);
    pointed = to;
    if (e.pointerType !== 'mouse') return;
    if (to) {
      timer = setTimeout(() => showPreview(to), 250);
      return;
    }
    if (link) timer = setTimeout(() => show(link), 120);
    else if (open && !within(e) && !open.card.contains(document.activeElement)) {
      timer = setTimeout(close, 300);
    }
  });
  document.addEventListener('focusin', (e) => {
    const link = citation(e);
    const to = previewed(e);
    if (link) show(link);
    else if (!within(e)) {
      close();
      if (to) showPreview(to);
    }
  });
  document.addEventListener(
    'pointerdown',
    (e) => {
      touched = e.pointerType !== 'mouse' && !!citation(e) && citation(e) !== open?.link;
      if (open && !within(e)) close();
    },
    true,
  );
  document.addEventListener('click', (e) => {
    const link = citation(e);
    if (link && touched) {
      e.preventDefault();
      show(link);
    }
    touched = false;
  });
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && open) {
      const { link, card } = open;
      if (card.contains(document.activeElement)) link.focus();
      close();
    }
  });
}
