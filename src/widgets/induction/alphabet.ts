// Characters and tokens. The network knows no language: its 32 tokens could be any 32 things, and are given these signs.

import { WINDOW } from '../../models/repeats.ts';

const SIGNS = 'abcdefghijklmnopqrstuvwxyz .,-!?';
const STRANGER = SIGNS.indexOf('?');

/** As it is drawn: a space is seen. */
export const sign = (token: number): string => (SIGNS[token] === ' ' ? '_' : SIGNS[token]);

/** The last WINDOW tokens of a text, and what had to be done to it. */
export function tokensOf(text: string): { tokens: number[]; notice?: string | undefined } {
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
  const strangers = [...new Set(characters.filter((c) => !SIGNS.includes(c.toLowerCase())))];
  const tokens = characters.map((c) => SIGNS.indexOf(c.toLowerCase())).map((t) => (t < 0 ? STRANGER : t));
  const named =
    strangers
      .slice(0, 5)
      .map((c) => `“${c}”`)
      .join(', ') + (strangers.length > 5 ? ` and ${strangers.length - 5} more` : '');
  const notices = [
    strangers.length
      ? `${named} ${strangers.length > 1 ? 'are' : 'is'} not among the 32 tokens (a to z, space . , - ! ?) and read as “?”.`
      : '',
    tokens.length > WINDOW
      ? `The window holds ${WINDOW} tokens, so the last ${WINDOW} of your ${tokens.length} are read.`
      : '',
  ].filter(Boolean);
  return { tokens: tokens.slice(-WINDOW), notice: notices.join(' ') || undefined };
}
