// Where the chapters cite and explain: read from their sources, for back-links and for machines that read
// citations.
import { getCollection } from 'astro:content';
import { address, type Reference } from './people.ts';
import { url } from './url.ts';

export interface Place {
  readonly chapter: string;
  readonly title: string;
  /** of the paragraph that cites, where it has one */
  readonly id?: string;
}

/** Every place at which a tag (`Cite`, `Term`) names an id, in reading order, each paragraph once. */
async function places(tag: 'Cite' | 'Term'): Promise<Map<string, Place[]>> {
  const found = new Map<string, Place[]>();
  const chapters = (await getCollection('chapters')).sort((a, b) => a.data.order - b.data.order);
  for (const { id: chapter, body = '', data } of chapters) {
    for (const match of body.matchAll(new RegExp(`<${tag}\\s[^>]*?\\bid="([\\w-]+)"`, 'g'))) {
      const [, named = ''] = match;
      const end = body.indexOf('\n\n', match.index);
      const id = /\[#([\w-]+)\]\s*$/.exec(body.slice(match.index, end < 0 ? undefined : end))?.[1];
      const list = found.get(named) ?? [];
      if (!list.some((place) => place.chapter === chapter && place.id === id)) {
        list.push({ chapter, title: data.title, ...(id ? { id } : {}) });
      }
      found.set(named, list);
    }
  }
  return found;
}

let cites: Promise<Map<string, Place[]>> | undefined;
let terms: Promise<Map<string, Place[]>> | undefined;
/** Reference id -> the places that cite it. */
export const citations = (): Promise<Map<string, Place[]>> => (cites ??= places('Cite'));
/** Glossary id -> the places that explain or use it. */
export const uses = (): Promise<Map<string, Place[]>> => (terms ??= places('Term'));
/** The address of a place on this site. */
export const link = ({ chapter, id }: Place): string => url(`${chapter}/${id ? `#${id}` : ''}`);

/** The bibliography, in the order of its file. */
export async function references(): Promise<Reference[]> {
  return (await getCollection('references')).map((entry) => entry.data);
}

/** The works that a chapter cites (all chapters if none is named), as schema.org writes them. */
export async function works(chapter?: string): Promise<object[]> {
  const cited = await citations();
  return (await references())
    .filter(({ id }) => cited.get(id)?.some((place) => !chapter || place.chapter === chapter))
    .map((ref) => ({
      '@type': 'ScholarlyArticle',
      name: ref.title,
      ...(address(ref) ? { url: address(ref) } : {}),
    }));
}
