// What a search finds, as sections and figures: Pagefind finds pages and says at which word; the last
// heading, figure, glossary entry or claim before that word is the place to go to.

interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text: string;
  readonly location: number;
}
export interface Page {
  readonly url: string;
  readonly content: string;
  readonly meta: { readonly title?: string };
  readonly anchors: readonly Anchor[];
  readonly weighted_locations: readonly { readonly weight: number; readonly location: number }[];
}
export interface Found {
  readonly url: string;
  readonly title: string;
  readonly page: string;
  readonly score: number;
  readonly words: readonly { readonly text: string; readonly hit: boolean }[];
}

const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const isPlace = ({ element }: Anchor): boolean => /^(h[1-3]|dream-.*|div|li)$/.test(element);
/** The weight of a page: chapters first, then what explains, then lists. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [/\/references\//, 0.25],
  [/\/(about|figures\/)/, 0.6],
  [/\/glossary\//, 0.9],
];
const kind = (url: string): number => kinds.find(([address]) => address.test(url))?.[1] ?? 1;

/** The first words of a place; of a heading or an entry no more than its first sentence. */
function nameOf({ element, text }: Anchor): string {
  const sentence = element.startsWith('dream-') ? text : text.replace(/[.?!:](\s.*)?$/s, '');
  return sentence.split(/\s+/).slice(0, 9).join(' ');
}

/**
 * The places of a page that the query finds.
 * @param query as typed; words match by how they begin, so that "pentagon" finds "pentagons"
 */
export function places(page: Page, query: string): Found[] {
  const asked = query.split(/\s+/).map(plain).filter(Boolean);
  const words = page.content.split(/\s+/);
  const title = page.meta.title ?? '';
  const begins = (word: string, term: string): boolean =>
    plain(word).startsWith(term.slice(0, Math.max(4, term.length - 2)));
  const anchors = page.anchors.filter(isPlace);
  const groups = new Map<Anchor | undefined, { weight: number; terms: Set<string>; at: number[] }>();
  for (const { location, weight } of page.weighted_locations) {
    const terms = asked.filter((term) => begins(words[location] ?? '', term));
    if (!terms.length) continue;
    const anchor = anchors.findLast((a) => a.location <= location);
    const group = groups.get(anchor) ?? { weight: 0, terms: new Set<string>(), at: [] };
    group.weight += weight;
    group.at.push(location);
    for (const term of terms) group.terms.add(term);
    groups.set(anchor, group);
  }
  return [...groups].map(([anchor, { weight, terms, at }]) => {
    const name = anchor ? nameOf(anchor) : title;
    const named = asked.every((term) => name.split(/\s+/).some((word) => begins(word, term))) ? 2 : 1;
    return {
      url: anchor ? `${page.url}#${anchor.id}` : page.url,
      title: name || title,
      page: title,
      score: kind(page.url) * named * (terms.size / asked.length) ** 2 * Math.log2(1 + weight),
      words: excerpt(words, at, asked, begins),
    };
  });
}

/** Thirty words from eight before the first hit on. */
function excerpt(
  words: readonly string[],
  at: readonly number[],
  asked: readonly string[],
  begins: (word: string, term: string) => boolean,
): { text: string; hit: boolean }[] {
  const from = Math.max(0, (at[0] ?? 0) - 8);
  return words
    .slice(from, from + 30)
    .map((text) => ({ text, hit: asked.some((term) => begins(text, term)) }));
}
