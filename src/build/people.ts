// Names and places of a reference, as a reader wants them.

/** A work of the bibliography, as CSL JSON has it and the content's schema admits it. */
export interface Reference {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author: readonly (
    { readonly family: string; readonly given?: string | undefined } | { readonly literal: string }
  )[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] } | undefined;
  readonly 'container-title'?: string | undefined;
  readonly publisher?: string | undefined;
  readonly volume?: string | number | undefined;
  readonly page?: string | undefined;
  readonly DOI?: string | undefined;
  readonly URL?: string | undefined;
  readonly note?: string | undefined;
}

type Name = Reference['author'][number];
const family = (name: Name): string => ('literal' in name ? name.literal : name.family);
/** "N. Elhage"; a name in one piece as it is. */
function initials(name: Name): string {
  if ('literal' in name) return name.literal;
  const given = (name.given ?? '').split(/[\s-]+/).filter(Boolean);
  return [...given.map((part) => `${part[0]}.`), name.family].join(' ');
}

/** "2022", or "n.d." where none is known. */
export const year = (ref: Reference): string => String(ref.issued?.['date-parts'][0]?.[0] ?? 'n.d.');

/** "Elhage et al., 2022" */
export function short(ref: Reference): string {
  const names = ref.author.map(family).filter((name) => name !== 'others');
  const more = names.length < ref.author.length || names.length > 2;
  return `${more ? `${names[0]} et al.` : names.join(' and ')}, ${year(ref)}`;
}

/** "N. Elhage, T. Hume, C. Olsson and others" */
export function authors(ref: Reference, most = 3): string {
  const names = ref.author.map(initials).filter((name) => name !== 'others');
  const shown = names.slice(0, most);
  const rest = names.length > most || names.length < ref.author.length;
  if (rest) return `${shown.join(', ')} and others`;
  return [shown.slice(0, -1).join(', '), shown.at(-1)].filter(Boolean).join(' and ');
}

/** Journal or publisher, volume, pages, identifier. */
export const where = (ref: Reference): string =>
  [ref['container-title'] ?? ref.publisher, ref.volume, ref.page?.replaceAll('-', '–')]
    .filter(Boolean)
    .join(' ');
/** Where to read it: its DOI, else its own address. */
export const address = (ref: Reference): string | undefined =>
  ref.DOI ? `https://doi.org/${ref.DOI}` : ref.URL;
/** "arXiv:2209.10652": the rest of what notes hold is for editors. */
export const preprint = (ref: Reference): string | undefined => /arXiv:[\d.]+/.exec(ref.note ?? '')?.[0];
