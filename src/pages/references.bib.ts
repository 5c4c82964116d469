// /references.bib: the bibliography for LaTeX.
import { bibtex } from '../build/bibtex.ts';
import { references } from '../build/citation-index.ts';
export const GET = async (): Promise<Response> =>
  new Response((await references()).map(bibtex).join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
