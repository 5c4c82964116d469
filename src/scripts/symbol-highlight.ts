// A symbol in the text or an equation and the marks of a figure highlight each other. Both sides send one
// event on the document, `dream-light`, whose detail is the mark's name ("f1", "interference", "read") or
// nothing.

/** The event on its way is ours. */
let own = false;

/** Sends the event, and highlights the symbols here. */
function say(what: string | undefined): void {
  own = true;
  document.dispatchEvent(new CustomEvent('dream-light', { detail: what }));
  own = false;
  mirror(what);
}

/** Highlights the symbols of this name, and no others. */
function mirror(what: string | undefined): void {
  for (const symbol of document.querySelectorAll<HTMLElement>('[data-lit]')) {
    symbol.classList.toggle('lit', symbol.dataset.lit === what);
  }
}

/** Listens on the document for pointer, focus and the figures' events. */
export function light(): void {
  const symbol = (e: Event): string | undefined =>
    (e.target as Element).closest?.<HTMLElement>('[data-lit]')?.dataset.lit;
  let last: string | undefined;
  const change = (what: string | undefined): void => {
    if (what !== last) say((last = what));
  };
  document.addEventListener('pointerover', (e) => {
    if (symbol(e) || last) change(symbol(e));
  });
  document.addEventListener('focusin', (e) => change(symbol(e)));
  document.addEventListener('focusout', () => change(undefined));
  document.addEventListener('dream-light', (e) => {
    if (!own) mirror((e as CustomEvent).detail ?? undefined);
  });
}
