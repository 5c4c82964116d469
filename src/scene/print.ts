// Marks to text: the build's stills, the golden tests, every SVG that a reader downloads.

import { round, type Mark, type Picture } from './mark.ts';

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** Elements of HTML without an end tag. */
const hollow = new Set(['input', 'img', 'br', 'hr']);

/** Marks as markup. @param look maps attribute values, for example `hex('light')` for a file that leaves the page. */
export function print(marks: readonly Mark[], look: (value: string) => string = (v) => v): string {
  return marks
    .map((m) => {
      let out = `<${m.tag}`;
      for (const [name, value] of Object.entries(m.attrs)) {
        if (value === undefined || value === null || value === false) continue;
        out += ` ${name}="${value === true ? '' : escape(look(String(value)))}"`; // XML has no bare attributes
      }
      return hollow.has(m.tag) ? `${out}>` : `${out}>${inside(m, look)}</${m.tag}>`;
    })
    .join('');
}

/** The text of a mark, or its children. */
function inside({ text, kids }: Mark, look: (value: string) => string): string {
  return text !== undefined ? escape(text) : print(kids ?? [], look);
}

/** The `<svg>` around a picture, as a mark, so that print and paint share it. */
export function svg(picture: Picture, attrs: Mark['attrs'] = {}): Mark {
  const { width, height, label, marks } = picture;
  return {
    tag: 'svg',
    attrs: { viewBox: `0 0 ${round(width)} ${round(height)}`, role: 'img', 'aria-label': label, ...attrs },
    kids: marks,
  };
}

/** A file of its own: hex colours, no variables, sizes and a font stack on the root. */
export function standalone(picture: Picture, look: (value: string) => string, background?: string): string {
  const { width, height, label, marks } = picture;
  const ground = background
    ? `<rect width="${round(width)}" height="${round(height)}" fill="${look(background)}"/>`
    : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" ` +
    `font-family="${look('var(--sans)')}"><title>${escape(label)}</title>${ground}${print(marks, look)}</svg>\n`
  );
}
