// Text over several lines: SVG has no line breaks of its own.

import { measure } from './draw-style.ts';

/** The lines of a text in type of `size`, each at most `room` px wide; a longer word stands alone on its line. */
export function wrapped(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
