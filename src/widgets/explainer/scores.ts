// How the explanations do: a bar for the score on new scenes, a tick for the score on the scenes of the search.

import { ink } from '../../scene/ink.ts';
import { group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { fixed2 } from '../../scene/format.ts';
import { SCORE, type Column } from './layout.ts';
import { panelHeading } from './panel-heading.ts';
import type { ExplainerSnapshot, Scored } from './snapshot.ts';
import { wordCount } from './words.ts';

/** One row of the panel. */
interface Entry {
  /** whose it is; `brief` where there is no room */
  readonly by: string;
  readonly brief: string;
  /** undefined: there is none yet */
  readonly it?: Scored | undefined;
  /** what stands there then */
  readonly none: string;
  /** the reader's own: its score on the scenes of the search is no secret */
  readonly mine: boolean;
}

/** The reader's explanation and the machine's three; where rows are low (a slide) the machine's alone. @param tall height of a row, px */
export function scores(s: ExplainerSnapshot, box: Column, pen: DrawStyle, tall = SCORE): Mark[] {
  const { x, y, width } = box;
  const top = y + pen.label * 1.3 + pen.small * 1.2;
  const machines = [0, 1, 2].map((i) => machineEntry(s, i));
  const entries = tall < SCORE ? machines : [readerEntry(s), ...machines];
  return [
    ...panelHeading(
      'Scores: 1 would be the unit itself',
      box,
      pen,
      'bar: on new scenes · tick: on the scenes searched',
    ),
    ...entries.map((entry, i) => {
      const row = { x, y: top + i * tall, width };
      const marks = entry.it ? scored(entry, entry.it, row, tall, pen) : missing(entry, row, tall, pen);
      return group(marks, {}, `score-${i}`);
    }),
  ];
}

const readerEntry = ({ mine, wrong }: ExplainerSnapshot): Entry => ({
  by: 'You',
  brief: 'You',
  it: mine,
  none: wrong ?? 'nothing yet: pick words, or type below',
  mine: true,
});

const machineEntry = (s: ExplainerSnapshot, i: number): Entry => ({
  by: `Machine, ${wordCount(i + 1)}${i === s.choice && s.step >= s.end ? ', its choice' : ''}`,
  brief: `Machine, ${i + 1}`,
  it: s.machine[i],
  none: 'has not looked yet',
  mine: false,
});

const baseOf = ({ y }: Column, tall: number): number => y + tall * 0.62;

/** What stands where there is no explanation, in up to three lines. */
function missing({ by, none }: Entry, row: Column, tall: number, pen: DrawStyle): Mark[] {
  const lines = wrapped(`${by}: ${none}`, pen.label, row.width);
  const first = baseOf(row, tall) - (lines.length > 2 ? pen.label * 1.3 : 0);
  const style = { 'font-size': pen.label, fill: ink('ink-2') };
  return lines
    .slice(0, 3)
    .map((text, i) => label(row.x, first + pen.label * 1.3 * i, text, style, `line-${i}`));
}

/** The explanation, its number, bar and tick. A machine's score is hidden while the reader is still to hand in. */
function scored(entry: Entry, it: Scored, row: Column, tall: number, pen: DrawStyle): Mark[] {
  const { x, y, width } = row;
  const { search, held } = it;
  const base = baseOf(row, tall);
  const bar = y + tall * 0.74;
  const thick = Math.min(8 * pen.scale, tall * 0.15);
  const hidden = held === undefined && !entry.mine;
  const number = held === undefined ? `${fixed2(search)}${entry.mine ? ' here' : ''}` : fixed2(held);
  const room = width - measure(number, pen.label) - 12;
  const tick = x + Math.max(0, search) * width;
  return [
    label(x, base, sentence(entry, it, room, pen), { 'font-size': pen.label, fill: ink('ink') }, 'says'),
    label(
      x + width,
      base,
      hidden ? '?' : number,
      { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
      'number',
    ),
    rect(x, bar, width, thick, { fill: ink('wash') }, 'track'),
    ...(held === undefined
      ? []
      : [rect(x, bar, Math.max(0, held) * width, thick, { fill: ink('ink') }, 'held')]),
    ...(hidden
      ? []
      : [
          line(
            tick,
            bar - 3,
            tick,
            bar + thick + 3,
            { stroke: ink('ink'), 'stroke-width': pen.weights.line },
            'search',
          ),
        ]),
  ];
}

/** Whose it is and what it says, as long as there is room; its first words where there is least. */
function sentence({ by, brief }: Entry, { says }: Scored, room: number, pen: DrawStyle): string {
  const texts = [`${by}: ${says}`, `${brief}: ${says}`, says];
  return fitting(texts, pen.label, room) ?? `${wrapped(says, pen.label, room - pen.label)[0]} …`;
}

/** A text in lines of at most `room` px; a word that is longer has a line of its own. */
function wrapped(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
