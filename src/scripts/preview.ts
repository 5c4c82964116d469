// What a link within the site leads to, shown beside it on hover and focus: the sentence of a term, the first
// words of a section, the still of a figure. Without this script it is a link.

/** The page at an address of this site as a document; undefined where it cannot be had. */
const load = (address: string): Promise<Document | undefined> =>
  fetch(address)
    .then(async (reply) =>
      reply.ok ? new DOMParser().parseFromString(await reply.text(), 'text/html') : undefined,
    )
    .catch(() => undefined);

const pages = new Map<string, Promise<Document | undefined>>();
const page = (url: URL): Promise<Document | undefined> => {
  const key = url.origin + url.pathname;
  if (key === location.origin + location.pathname) return Promise.resolve(document);
  const known = pages.get(key) ?? load(key);
  pages.set(key, known);
  return known;
};

/** The text of an element without marks and notes, cut at a word once it is longer than `most` characters. */
const words = (e: Element | null | undefined, most: number): string => {
  const copy = e?.cloneNode(true) as Element | undefined;
  for (const extra of copy?.querySelectorAll(
    '.perma,.card,.note,.snref,.check,.status,script,svg,.katex-html',
  ) ?? []) {
    extra.remove();
  }
  const text = copy?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return text.length > most ? `${text.slice(0, text.lastIndexOf(' ', most))} …` : text;
};
const part = (className: string, text: string): HTMLElement =>
  Object.assign(document.createElement('span'), { className, textContent: text });

/** What the card shows of a figure, a section or a paragraph. */
function contents(target: Element, base: URL): HTMLElement[] {
  if (target.localName.startsWith('dream-')) {
    const image = Object.assign(new Image(), {
      src: new URL(`still/${target.localName.slice(6)}.svg`, base).href,
      alt: '',
      loading: 'lazy',
      width: 216,
    });
    return [
      part('what', words(target.querySelector('.ti'), 90)),
      image,
      part('why', words(target.querySelector('.now'), 180)),
    ];
  }
  if (/^h[1-6]$/i.test(target.localName)) {
    return [
      part('what', words(target, 90)),
      part('why', words(target.parentElement?.querySelector(`#${CSS.escape(target.id)} ~ p`), 220)),
    ];
  }
  return [part('why', words(target, 240))];
}

/**
 * Opens the card of a link; nothing when there is nothing to show, or the reader has moved on (`still` says
 * no).
 */
export async function preview(
  link: HTMLAnchorElement,
  base: URL,
  still: () => boolean,
  card: { show(link: HTMLElement): void; hide(link: HTMLElement): void },
): Promise<void> {
  if (!link.dataset.card) {
    const url = new URL(link.href);
    const id = decodeURIComponent(url.hash.slice(1).replace(/\?.*/s, ''));
    const parts = link.classList.contains('term')
      ? [part('what', link.textContent ?? ''), part('why', link.dataset.says ?? link.title)]
      : await page(url).then((doc) => {
          const target = id ? doc?.getElementById(id) : doc?.querySelector('h1');
          return target ? contents(target, base) : [];
        });
    if (!parts.length || !parts.some((p) => p.textContent)) return;
    const card = part('card preview', '');
    card.id = `preview-${document.querySelectorAll('.preview').length + 1}`;
    card.setAttribute('role', 'note');
    card.append(...parts);
    if (link.classList.contains('term')) {
      link.dataset.says = link.title;
      link.removeAttribute('title');
    }
    link.insertAdjacentElement('afterend', card);
    link.dataset.card = card.id;
  }
  if (still()) card.show(link);
  else card.hide(link);
}
