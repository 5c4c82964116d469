// The page that is not there suggests those that are, the nearest spelling first.

/** How many letters apart: insertions, deletions, changes. */
function distance(a: string, b: string): number {
  // One row of the Levenshtein table after the other: row[j] is the distance from a's first letters to b's
  // first j.
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    let last = i + 1;
    const next = [last];
    for (const [j, other] of [...b].entries()) {
      const [diagonal = 0, above = 0] = row.slice(j, j + 2);
      last = Math.min(above + 1, last + 1, diagonal + (letter === other ? 0 : 1));
      next.push(last);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Known names that resemble the last words of a path; nearest first, at most three. */
function nearest(path: string, known: readonly string[]): string[] {
  const parts = decodeURIComponent(path)
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/\.\w+$/, ''))
    .filter(Boolean)
    .slice(-3);
  const far = (name: string): number =>
    Math.min(
      ...parts.map((part) =>
        part.length > 3 && (name.includes(part) || part.includes(name))
          ? 0.2
          : distance(part, name) / Math.max(part.length, name.length),
      ),
    );
  return known
    .map((name) => ({ name, at: far(name) }))
    .filter(({ at }) => at < 0.5)
    .sort((a, b) => a.at - b.at)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Shows those of the listed pages that resemble the address, nearest first; nothing where none does. */
export function suggest(at: HTMLElement): void {
  const items = new Map(
    [...at.querySelectorAll('li')].map((item) => [item.querySelector('a')?.dataset.name ?? '', item]),
  );
  let found: string[] = [];
  try {
    found = nearest(location.pathname, [...items.keys()]);
  } catch {
    /* an address that is not UTF-8 resembles nothing */
  }
  if (!found.length) return;
  at.querySelector('[data-known]')?.prepend(...found.flatMap((name) => items.get(name) ?? []));
  for (const [name, item] of items) item.hidden = !found.includes(name);
  at.hidden = false;
}
