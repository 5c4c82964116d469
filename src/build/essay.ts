// All chapters as one document, for paper: their mains under the head of the first. Ids get the chapter's
// name in front, and links between chapters become links within.

export interface Part {
  /** its address, "foundation" */
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** @throws where a page has no main part */
function main({ id, html }: Part): string {
  const inner = /<main\b[^>]*>(.*)<\/main>/s.exec(html)?.[1];
  if (inner === undefined) throw new Error(`The page of ${id} has no <main>`);
  return inner;
}

/** @param base the path under which the site stands */
function renamed(part: Part, ids: readonly string[], base: string): string {
  const inside = new RegExp(`\\bhref="${base}(${ids.join('|')})/(?:#([^"?]*)[^"]*)?"`, 'g');
  return main(part)
    .replace(/\sid="([^"]*)"/g, ` id="${part.id}--$1"`)
    .replace(
      /\b(href|for|aria-labelledby|aria-describedby|data-card)="(#?)([\w-]+)(\?[^"]*)?"/g,
      (whole, name, hash, id) => (name === 'href' && !hash ? whole : `${name}="${hash}${part.id}--${id}"`),
    )
    .replace(inside, (_, to, id) => `href="#${id ? `${to}--${id}` : to}"`);
}

/**
 * The document as HTML.
 * @param parts in their order
 * @param said stands under the title, as HTML
 * @throws when there is no part
 */
export function essay(parts: readonly Part[], said: string, base = '/'): string {
  const [first] = parts;
  if (!first) throw new Error('An essay has at least one chapter');
  const ids = parts.map(({ id }) => id);
  const head = first.html.slice(0, first.html.indexOf('<body'));
  const list = parts.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('');
  return `${head.replace(/<title>[^<]*/, '<title>Interpretability Dreams, explorable')}<body>
<header><h1 style="margin:30mm 0 8mm">Interpretability Dreams, explorable</h1>${said}<ol>${list}</ol></header>
${parts.map((part) => `<div style="break-before:page" id="${part.id}">${renamed(part, ids, base)}</div>`).join('\n')}
</body></html>`;
}
