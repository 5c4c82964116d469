// Where this site is, and which of a page's figures a fragment speaks of: on an embed page the fragment is the state, on a page
// of many figures it is `#figure-id?state`. Apart from the state's own text, for every page needs this before any figure.

/** The fragment, without '#', cut into the figure's id and its state. Tolerates every kind of garbage. */
export function splitFragment(fragment: string): { id: string; state: string | undefined } {
  const cut = fragment.indexOf('?');
  return cut < 0
    ? { id: fragment, state: undefined }
    : { id: fragment.slice(0, cut), state: fragment.slice(cut + 1) };
}

/** The site's root as an absolute address: from the page's meta tag (our pages), else the page itself. */
export function siteBase(): string {
  const told = document.querySelector<HTMLMetaElement>('meta[name="dream-base"]')?.content ?? '.';
  return new URL(told, document.baseURI).href;
}
