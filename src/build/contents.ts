// The contents of a chapter, read from its source: sections and the figures between them, in order.

export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly figure: boolean;
}

/**
 * Sections and figures in reading order.
 * @param body MDX; sections are `## Title [#id]`, figures carry id, number and `short` (their name in the
 * rail)
 */
export function contents(body: string): Entry[] {
  const found: Entry[] = [];
  for (const [, title = '', id, tag = ''] of body.matchAll(
    /^## (.+?)\s*\[#([\w-]+)\]|<Figure\s([^>]*?)\/>/gms,
  )) {
    if (id) {
      found.push({ id, label: title.replace(/[*_`]/g, ''), figure: false });
      continue;
    }
    const at = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const figure = at('id');
    if (figure) {
      found.push({ id: figure, label: [at('number'), at('short')].filter(Boolean).join(' '), figure: true });
    }
  }
  return found;
}

/** The figures of a chapter in order, each with the attributes of its tag. */
export const figures = (body: string): Record<string, string>[] =>
  [...body.matchAll(/<Figure\s([^>]*?)\/>/gs)].map(([, tag = '']) =>
    Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  );
