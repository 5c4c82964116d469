// A line of text in which f1, f2, ... are set as symbols: bold, the number below the line.

import { mark, round, type Mark } from './mark.ts';

/** The line as one text element, its start at (x, y) px; symbols are tspans. */
export function lettered(
  x: number,
  y: number,
  text: string,
  attrs: Mark['attrs'] & { readonly 'font-size': number },
  key?: string,
): Mark {
  const size = attrs['font-size'];
  const drop = round(size * 0.2);
  let low = false;
  const parts = text
    .split(/(\bf\d\b)/)
    .filter(Boolean)
    .flatMap((part, i) => {
      const back = low ? { dy: -drop } : {};
      low = /^f\d$/.test(part);
      return low
        ? [
            mark('tspan', { ...back, 'font-weight': 700 }, 'f', `${i}f`),
            mark(
              'tspan',
              { dy: drop, 'font-weight': 700, 'font-size': Math.max(12, round(size * 0.8)) },
              part[1],
              `${i}n`,
            ),
          ]
        : [mark('tspan', back, part, `${i}`)];
    });
  return mark('text', { x: round(x), y: round(y), ...attrs }, parts, key);
}
