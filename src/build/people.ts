// Names and places of a reference, as a reader wants them.

export interface Reference {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author: readonly (
    { readonly family: string; readonly given?: string } | { readonly literal: string }
  )[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly volume?: string | number;
  readonly page?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly note?: string;
}

type Name = Reference['author'][number];
const family = (name: Name): string => ('literal' in name ? name.literal : name.family);
const initials = (name: Name): string =>
  'literal' in name
    ? name.literal
    : `${(name.given ?? '')
        .split(/[\s-]+/)
        .filter(Boolean)
        .map((part) => `${part[0]}.`)
        .join(' ')} ${name.family}`.trim();

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
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown[0];
}

/** Journal or publisher, volume, pages, identifier. */
export const where = (ref: Reference): string =>
  [ref['container-title'] ?? ref.publisher, ref.volume, ref.page?.replaceAll('-', '–')]
    .filter(Boolean)
    .join(' ');
export const address = (ref: Reference): string | undefined =>
  ref.DOI ? `https://doi.org/${ref.DOI}` : ref.URL;
/** "arXiv:2209.10652": the rest of what notes hold is for editors. */
export const preprint = (ref: Reference): string | undefined => /arXiv:[\d.]+/.exec(ref.note ?? '')?.[0];
