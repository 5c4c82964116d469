// Text of a file as lines, in batches: the encoding by its first bytes, lines by any of the three line ends.

import type { Source } from './source.ts';
import { userError } from './user-error.ts';
import { grouped } from '../../scene/format.ts';

const LONGEST = 1 << 23;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** By the byte order mark; else UTF-8 where the first bytes are valid, and Latin-1 (windows-1252) where not. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }); // a character may be cut at the end
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Lines without their ends, some thousand at a time; line numbers are those of an editor. @throws a user error at a line too long */
export async function* lineBatches(
  source: Source,
  encoding: Encoding,
  until = source.size,
): AsyncGenerator<string[]> {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  for await (const piece of source.stream(0, Math.min(until, source.size))) {
    const text = rest + decoder.decode(piece, { stream: true });
    const lines = text.includes('\r') ? text.split(/\r\n|\n|\r(?!$)/) : text.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) {
      throw userError(`“${source.name}” has a line of more than ${grouped(LONGEST)} characters.`);
    }
    yield lines;
  }
  rest = (rest + decoder.decode()).replace(/\r$/, '');
  if (rest) yield [rest];
}
