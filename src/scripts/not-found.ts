// The page that is not there suggests those that are, the nearest spelling first.

/** How many letters apart: insertions, deletions, changes. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    row = row.reduce<number[]>(
      (next, _, j) => [
        ...next,
        j === 0 ? i : Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)),
      ],
      [],
    );
  }
  return row[b.length];
}

/** Known names that resemble the last words of a path; nearest first, at most three. */
export function nearest(path: string, known: readonly string[]): string[] {
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

export function suggest(at: HTMLElement): void {
  const links = new Map(
    [...at.querySelectorAll('a')].map((link) => [link.dataset.name!, link.parentElement!]),
  );
  let found: string[] = [];
  try {
    found = nearest(location.pathname, [...links.keys()]);
  } catch {
    /* an address that is not UTF-8 resembles nothing */
  }
  if (!found.length) return;
  const list = at.querySelector('[data-known]')!;
  list.prepend(...found.map((name) => links.get(name)!));
  for (const name of links.keys()) links.get(name)!.hidden = !found.includes(name);
  at.hidden = false;
}
