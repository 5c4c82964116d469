// How to cite the site, a chapter or a figure of it, in the forms people paste.
import { absolute } from './url.ts';

const year = 2026;
const site = 'Interpretability Dreams, explorable';

export interface Citation {
  readonly plain: string;
  readonly bibtex: string;
}

/** @param part a chapter or a figure; the whole site without it. `path` of this site, `key` of BibTeX. */
export function cite(part?: {
  readonly title: string;
  readonly path: string;
  readonly key: string;
}): Citation {
  const url = absolute(part?.path ?? '');
  const field = (name: string, value: string | number): string => `  ${name} = {${value}},\n`;
  return part
    ? {
        plain: `“${part.title.replace(/[.?!]?$/, (end) => end || '.')}” In ${site}, ${year}. ${url}`,
        bibtex: `@misc{dreams-${part.key},\n${field('title', part.title)}${field('howpublished', site)}${field('year', year)}${field('url', url)}}`,
      }
    : {
        plain: `${site}. ${year}. ${url}`,
        bibtex: `@misc{dreams,\n${field('title', site)}${field('year', year)}${field('url', url)}}`,
      };
}

/** The same as CSL-JSON, for reference managers. */
export function csl({
  title,
  path,
  key,
}: {
  readonly title: string;
  readonly path: string;
  readonly key: string;
}): string {
  return JSON.stringify(
    [
      {
        id: `dreams-${key}`,
        type: 'webpage',
        title,
        'container-title': site,
        issued: { 'date-parts': [[year]] },
        URL: absolute(path),
      },
    ],
    null,
    1,
  );
}
