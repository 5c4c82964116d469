// The strongest scenes of a unit: how strong it is in each, and what the scene contains.

import { ink } from '../../scene/ink.ts';
import { group, mark, rect, round, type Mark } from '../../scene/mark.ts';
import { measure, type DrawStyle } from '../../scene/draw-style.ts';
import { WORDS } from '../../models/vocabulary.ts';
import type { Column } from './layout.ts';
import { panelHeading } from './panel-heading.ts';
import type { ExplainerParams } from './params.ts';
import type { ExplainerSnapshot } from './snapshot.ts';
import { isChosen, nameOf } from './words.ts';

/** A row per scene: the square is filled to the activation; words of the explanation are in bold. @param row its height, px */
export function scenes(
  params: ExplainerParams,
  s: ExplainerSnapshot,
  box: Column,
  row: number,
  pen: DrawStyle,
): Mark[] {
  const { x, y, width } = box;
  const top = y + pen.label * 2.6;
  const side = Math.min(row * 0.64, 17 * pen.scale);
  const at = x + side + 10 * pen.scale;
  const room = width - side - 12 * pen.scale;
  const bold = explainedBits(s);
  const frame = { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine };
  const note = isChosen(params, s)
    ? 'Chosen by us: its top is not the whole of it'
    : 'how strong it is, and what each scene contains';
  return [
    ...panelHeading(`${nameOf(s)}: its ten strongest scenes`, box, pen, note),
    ...s.rows.map(({ level, bits }, i) => {
      const cy = top + (i + 0.5) * row;
      return group(
        [
          rect(x + 1, cy + side / 2 - side * level, side, side * level, { fill: ink('ink') }, 'level'),
          rect(x + 1, cy - side / 2, side, side, frame, 'frame'),
          contents(bits, bold, at, cy + pen.label * 0.35, room, pen),
        ],
        {},
        `row-${i}`,
      );
    }),
  ];
}

/** The bits of the reader's words, or of the machine's choice. */
function explainedBits(s: ExplainerSnapshot): number {
  if (s.picked) return s.picked;
  const said = s.mine || s.wrong ? undefined : s.machine[s.choice]?.says;
  const words = said?.split(' ') ?? [];
  return WORDS.reduce((bits, word, f) => (words.includes(word) ? bits | (1 << f) : bits), 0);
}

interface Word {
  readonly word: string;
  readonly heavy: boolean;
}

/** The words of a scene, those of the explanation first; how many more where the room ends. */
function contents(bits: number, bold: number, x: number, y: number, room: number, pen: DrawStyle): Mark {
  const size = pen.label;
  const all: Word[] = WORDS.flatMap((word, f) =>
    bits & (1 << f) ? [{ word, heavy: !!(bold & (1 << f)) }] : [],
  ).sort((a, b) => Number(b.heavy) - Number(a.heavy));
  const shown = countThatFit(all, size, room);
  const rest = all.length - shown;
  return mark(
    'text',
    { x: round(x), y: round(y), 'font-size': size, fill: ink('ink') },
    [
      ...all
        .slice(0, shown)
        .map(({ word, heavy }, i) =>
          mark(
            'tspan',
            { 'font-weight': heavy ? 700 : undefined, fill: ink(heavy ? 'ink' : 'ink-2') },
            `${word}${i < shown - 1 || rest ? ', ' : ''}`,
            word,
          ),
        ),
      ...(rest ? [mark('tspan', { fill: ink('ink-2') }, `+${rest}`, 'rest')] : []),
    ],
    'words',
  );
}

/** How many words fit, with room for the count of the rest where some are left out. */
function countThatFit(words: readonly Word[], size: number, room: number): number {
  let used = 0;
  let shown = 0;
  for (const { word } of words) {
    const more = measure(`${word}, `, size);
    const rest = shown < words.length - 1 ? size * 1.6 : 0;
    if (used + more > room - rest) break;
    used += more;
    shown += 1;
  }
  return shown;
}
