// How to cite a page or a figure of this site, in the forms people paste.
const year = 2026;
const site = 'Interpretability Dreams, explorable';

export function cite({ title, address, key }: { title: string; address: string; key: string }): { plain: string; bibtex: string } {
  return {
    plain: `“${title}.” In ${site}, ${year}. ${address}`,
    bibtex: `@misc{dreams-${key},\n  title = {${title}},\n  howpublished = {${site}},\n  year = {${year}},\n  url = {${address}}\n}`,
  };
}
