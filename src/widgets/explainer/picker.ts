// Twenty-four words to pick, how they are joined, and what to do with the result.

import { ink } from '../../scene/ink.ts';
import { label, type Mark } from '../../scene/mark.ts';
import { measure, type DrawStyle } from '../../scene/draw-style.ts';
import { radioRow } from '../../scene/radio-row.ts';
import { textButton } from '../../scene/text-button.ts';
import { WORDS } from '../../models/vocabulary.ts';
import { WORD, type Column } from './layout.ts';
import { isIn, type ExplainerParams } from './params.ts';
import type { ExplainerSnapshot } from './snapshot.ts';

/** The words in columns under how they are joined; under them, to hand in and to clear. */
export function picker(
  params: ExplainerParams,
  s: ExplainerSnapshot,
  { x, y, width }: Column,
  columns: number,
  pen: DrawStyle,
): Mark[] {
  const cell = width / columns;
  const top = y + 52;
  const foot = top + Math.ceil(WORDS.length / columns) * WORD + 26;
  return [
    ...joinRow(params, { x, y, width }, pen),
    ...WORDS.map((word, f) =>
      textButton(
        {
          x: x + (f % columns) * cell,
          y: top + Math.floor(f / columns) * WORD + 22,
          handle: `word-${f}`,
          text: word,
          name: `pick ${word}`,
          pressed: !!(s.picked & (1 << f)),
          set: { say: withPicked(params, word) },
          width: cell,
        },
        pen,
      ),
    ),
    submitButton(params, s, x, foot, pen),
    textButton(
      {
        x: x + measure('Handed in', pen.label) + 36,
        y: foot,
        handle: 'clear',
        text: 'Clear',
        name: 'Clear your explanation',
        set: { say: '', submitted: '' },
      },
      pen,
    ),
  ];
}

function joinRow({ join }: ExplainerParams, { x, y, width }: Column, pen: DrawStyle): Mark[] {
  const says =
    ['Pick words, joined by', 'Joined by'].find((text) => measure(text, pen.label) + 100 < width) ?? '';
  return [
    label(x, y + pen.label, says, { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') }, 'says'),
    radioRow(
      {
        x: x + measure(says, pen.label) * 1.03 + 12,
        y: y + pen.label,
        handle: 'join',
        name: 'Joined by',
        chosen: join,
        options: [
          { value: 'or', text: 'or' },
          { value: 'and', text: 'and' },
        ],
      },
      pen,
    ),
  ];
}

/** Hands in what is written, where it can be read; the machine's search is then shown to its end. */
function submitButton(
  params: ExplainerParams,
  { mine }: ExplainerSnapshot,
  x: number,
  y: number,
  pen: DrawStyle,
): Mark {
  const submitted = isIn(params);
  const asks = `Hand it in: ${mine ? 'your explanation' : 'write an explanation first'}`;
  return textButton(
    {
      x,
      y,
      handle: 'submit',
      text: submitted ? 'Handed in' : 'Hand it in',
      name: submitted ? 'Handed in' : asks,
      set: mine ? { submitted: params.say, step: undefined } : {},
      strong: true,
    },
    pen,
  );
}

/** The explanation with the word joined to what is there; without it, and a joining word beside it, when it is there already. */
function withPicked({ say, join }: Pick<ExplainerParams, 'say' | 'join'>, word: string): string {
  const tokens = say.toLowerCase().split(/\s+/).filter(Boolean);
  const at = tokens.indexOf(word);
  if (at >= 0) {
    tokens.splice(Math.max(0, at - 1), 2);
    return tokens.join(' ');
  }
  const joined = !tokens.length || /^(or|and)$/.test(tokens.at(-1));
  return [...tokens, ...(joined ? [] : [join]), word].join(' ');
}
