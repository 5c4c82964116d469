// The small language of explanations, read from text: words of the scenes joined by "or" and "and". Text is never run: it is
// cut into words and looked up. Every text that is not an explanation is answered by what is wrong with it and what would do.

import type { Rule } from './explain.ts';
import { WORDS } from './vocabulary.ts';

export type Read = { readonly rule: Rule; readonly says: string } | { readonly wrong: string };

export const MOST_TEXT = 120;
const MOST_WORDS = 6;
const place = new Map<string, number>(WORDS.map((word, f) => [word, f]));
/** what people write for "or" and "and" */
const ALIKE = new Map([
  ['|', 'or'],
  ['||', 'or'],
  ['+', 'and'],
  ['&', 'and'],
  ['&&', 'and'],
]);

/** A reader's text as a rule over things, or what is wrong with it. */
export function read(text: string): Read {
  if (text.length > MOST_TEXT) {
    return {
      wrong: `That is ${text.length.toLocaleString('en')} characters; an explanation here has at most ${MOST_TEXT}. Keep the words that matter most.`,
    };
  }
  const tokens = text
    .toLowerCase()
    .replace(/[+&|]+/g, ' $& ')
    .split(/[\s,;.]+/)
    .filter(Boolean)
    .map((t) => ALIKE.get(t) ?? t);
  if (!tokens.length) {
    return { wrong: `Write a word, such as “${WORDS[0]}”, or two with “or” or “and” between them.` };
  }
  const unknown = tokens.find((t) => t !== 'or' && t !== 'and' && !place.has(t));
  if (unknown !== undefined) return { wrong: stranger(unknown) };
  return joined(tokens);
}

function joined(tokens: readonly string[]): Read {
  const rule: number[] = [];
  let set = 0;
  let wanting = 'word';
  for (const [i, token] of tokens.entries()) {
    const joins = token === 'or' || token === 'and';
    if (joins && wanting === 'word') {
      return {
        wrong:
          i === 0
            ? `An explanation begins with a word, not with “${token}”.`
            : `Two joining words in a row: “${tokens[i - 1]} ${token}”. Put a word between them, or keep one.`,
      };
    }
    if (!joins && wanting === 'join') {
      return {
        wrong: `“${tokens[i - 1]} ${token}”: put “or” between them (either will do) or “and” (both must be there).`,
      };
    }
    if (joins) {
      if (token === 'or') {
        rule.push(set);
        set = 0;
      }
    } else set |= 1 << place.get(token)!;
    wanting = joins ? 'word' : 'join';
  }
  if (wanting === 'word') {
    return { wrong: `It ends in “${tokens.at(-1)}”: add a word after it, or take it away.` };
  }
  if (tokens.length > 2 * MOST_WORDS - 1) {
    return {
      wrong: `That is ${(tokens.length + 1) / 2} words; at most ${MOST_WORDS} are read. The machine uses three at most.`,
    };
  }
  rule.push(set);
  return { rule, says: write(rule) };
}

/** A rule as text; words of a set in the order of the list. */
export const write = (rule: Rule): string =>
  rule.map((set) => WORDS.filter((_, f) => set & (1 << f)).join(' and ')).join(' or ');

function stranger(word: string): string {
  const shown = word.length > 24 ? `${word.slice(0, 24)}…` : word;
  if (word === 'not') return 'There is no “not” here: say what a scene contains.';
  if (/[()]/.test(word)) return 'There are no brackets here: “and” binds before “or”.';
  const near = nearest(word);
  return near
    ? `“${shown}” is not a word of these scenes. Did you mean “${near}”?`
    : `“${shown}” is not a word of these scenes. There are ${WORDS.length}: ${WORDS.slice(0, 4).join(', ')} … ${WORDS.at(-1)}.`;
}

/** The word that is fewest letters away, at most two and fewer than half of it. */
function nearest(word: string): string | undefined {
  if (word.length > 12) return undefined;
  const far = WORDS.map((w) => distance(word, w));
  const least = Math.min(...far);
  const found = WORDS[far.indexOf(least)];
  return least <= 2 && least < found.length / 2 ? found : undefined;
}

/** Letters to change, add or take away (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
