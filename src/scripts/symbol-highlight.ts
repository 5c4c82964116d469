// A symbol and its marks light each other. Both sides speak by one event on the document: `dream-light`, whose detail is
// the mark's name ("f1", "interference", "read") or nothing.

let own = false;

function say(what: string | undefined): void {
  own = true;
  document.dispatchEvent(new CustomEvent('dream-light', { detail: what }));
  own = false;
  mirror(what);
}

function mirror(what: string | undefined): void {
  for (const symbol of document.querySelectorAll<HTMLElement>('[data-lit]')) {
    symbol.classList.toggle('lit', symbol.dataset.lit === what);
  }
}

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
