// How to cite the site, a chapter or a figure of it, in the forms people paste.
import { absolute } from './url.ts';

const year = 2026;
const site = 'Interpretability Dreams, explorable';

export interface Citation {
  readonly plain: string;
  readonly bibtex: string;
}

/**
 * The citation in words and as BibTeX.
 * @param part a chapter or a figure (the whole site without it): its `path` on this site, its `key` in BibTeX
 */
export function cite(part?: {
  readonly title: string;
  readonly path: string;
  readonly key: string;
}): Citation {
  const url = absolute(part?.path ?? '');
  const field = (name: string, value: string | number): string => `  ${name} = {${value}},\n`;
  const when = field('year', year) + field('url', url);
  if (!part) {
    return {
      plain: `${site}. ${year}. ${url}`,
      bibtex: `@misc{dreams,\n${field('title', site)}${when}}`,
    };
  }
  const title = part.title.replace(/[.?!]?$/, (end) => end || '.');
  return {
    plain: `“${title}” In ${site}, ${year}. ${url}`,
    bibtex: `@misc{dreams-${part.key},\n${field('title', part.title)}${field('howpublished', site)}${when}}`,
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
