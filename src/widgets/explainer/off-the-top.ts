// How an explanation does on the strongest scenes of its unit, and everywhere.

import { ink } from '../../scene/ink.ts';
import { group, label, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { fixed2, wholePercent } from '../../scene/format.ts';
import type { Column } from './layout.ts';
import { panelHeading } from './panel-heading.ts';
import type { ExplainerSnapshot, Off } from './snapshot.ts';

/** Strongest scenes that are looked at. */
const STRONGEST = 40;
/** Height of a line with its bar, px. */
const LINE = 38;

interface Entry {
  /** longest first */
  readonly names: readonly string[];
  readonly number: string;
  /** share of the bar */
  readonly value: number;
}

/** Four numbers with their bars; a note while no explanation is in. */
export function offTheTop(s: ExplainerSnapshot, box: Column, pen: DrawStyle): Mark[] {
  const says = s.mine?.held === undefined ? (s.machine[0]?.says ?? '') : s.mine.says;
  const heading = fitting([`“${says}”, on top and off it`], pen.label, box.width) ?? 'On top and off it';
  const note = s.off ? undefined : 'shown when an explanation is in';
  return [
    ...panelHeading(heading, box, pen, note),
    ...(s.off ? entriesOf(s.off) : []).map((entry, i) => row(entry, i, box, pen)),
  ];
}

const entriesOf = ({ contain, top, all, firing }: Off): Entry[] => [
  {
    names: ['its 40 strongest scenes that contain it', 'strongest 40 that contain it', 'of the strongest 40'],
    number: `${contain}`,
    value: contain / STRONGEST,
  },
  {
    names: ['score on these and 40 silent ones', 'score on these and 40 silent'],
    number: fixed2(top),
    value: top,
  },
  {
    names: ['score on all 4,000 new scenes', 'score on all scenes'],
    number: fixed2(all),
    value: all,
  },
  {
    names: ['scenes where it fires that contain it', 'firing scenes that contain it'],
    number: wholePercent(firing),
    value: firing,
  },
];

function row({ names, number, value }: Entry, i: number, { x, y, width }: Column, pen: DrawStyle): Mark {
  const top = y + pen.label * 2 + i * LINE;
  const room = width - measure('100%', pen.label) - 12;
  const bold = { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') };
  const name = fitting(names, pen.label, room) ?? names[names.length - 1];
  return group(
    [
      label(x, top + 12, name, { 'font-size': pen.label, fill: ink('ink') }, 'name'),
      label(x + width, top + 12, number, bold, 'number'),
      rect(x, top + 18, width, 5, { fill: ink('wash') }, 'track'),
      rect(x, top + 18, Math.max(0, value) * width, 5, { fill: ink('ink') }, 'bar'),
    ],
    {},
    `off-${i}`,
  );
}
