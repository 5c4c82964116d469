// CSL to BibTeX, for the eight types that the bibliography holds.

import { preprint, where, year, type Reference } from './people.ts';

const kinds: Readonly<Record<string, string>> = {
  'paper-conference': 'inproceedings',
  'article-journal': 'article',
  chapter: 'incollection',
  report: 'techreport',
};
/** The field that names where a work of this kind appeared; `howpublished` for all others. */
const placeFields: Readonly<Record<string, string>> = {
  inproceedings: 'booktitle',
  incollection: 'booktitle',
  techreport: 'institution',
  article: 'journal',
};
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const escaped = (text: string): string =>
  text
    .replace(/[\\{}]/g, '')
    .replace(/[&%#_$]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde{}');

/** "Elhage, Nelson"; a name in one piece is kept together by braces, "others" is BibTeX's own word. */
function author(name: Reference['author'][number]): string {
  if (!('literal' in name)) return escaped([name.family, name.given].filter(Boolean).join(', '));
  return name.literal === 'others' ? 'others' : `{${escaped(name.literal)}}`;
}

/** One entry, with a line break at its end. Fields that the reference lacks are left out. */
export function bibtex(ref: Reference): string {
  const kind = kinds[ref.type] ?? 'misc';
  const place = ref['container-title'] ?? ref.publisher;
  const month = ref.issued?.['date-parts'][0]?.[1];
  const fields: [string, string | undefined][] = [
    ['title', `{${escaped(ref.title)}}`],
    ['author', ref.author.map(author).join(' and ')],
    [placeFields[kind] ?? 'howpublished', place && escaped(place)],
    ['year', year(ref)],
    ['month', month ? months[month - 1] : undefined],
    ['volume', ref.volume === undefined ? undefined : String(ref.volume)],
    ['pages', ref.page && String(ref.page).replace(/(\d)[-–](\d)/, '$1--$2')],
    ['doi', ref.DOI],
    ['url', ref.URL],
    ['eprint', where(ref).includes('arXiv') ? undefined : preprint(ref)?.replace('arXiv:', '')],
  ];
  return `@${kind}{${ref.id},\n${fields
    .filter(([, value]) => value)
    .map(([key, value]) => `  ${key} = ${key === 'month' ? value : `{${value}}`},`)
    .join('\n')}\n}\n`;
}
