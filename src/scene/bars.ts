// One bar per feature against named references, with its number.

import { sign, type Stain } from './glyph.ts';
import { ink } from './ink.ts';
import { group, label, line, rect, type Mark } from './mark.ts';
import { halo, measure, type DrawStyle } from './draw-style.ts';

export interface BarsOptions {
  /** the box of the whole, px */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** [feature] */
  readonly stains: readonly Stain[];
  /** height over the first bar for the references' names; px */
  readonly head: number;
  /** values to compare with, 0 to 1, ascending, and their names */
  readonly references: readonly { readonly at: number; readonly text: string }[];
  /** printed at the bars instead of the values, [feature] */
  readonly texts?: readonly string[] | undefined;
  /** `data-lit` of what is pointed at: the feature's bar gets a frame */
  readonly highlighted?: string | undefined;
}

/** Bars with their numbers, rules at the references. @param values [feature], from 0 to 1 */
export function bars(values: readonly number[], options: BarsOptions, style: DrawStyle): Mark[] {
  const { x, y, width, height, stains, references, head } = options;
  const { scale, label: size } = style;
  const left = x + 22 * scale;
  const long = width - 22 * scale - 3 * scale;
  const top = y + head;
  const row = (height - head) / values.length;
  const thick = Math.min(18 * scale, row * 0.62);
  const rules = references.map(({ at }) =>
    line(
      left + at * long,
      top - 4 * scale,
      left + at * long,
      y + height,
      { stroke: ink(style.ground === 'paper' ? 'ink-3' : 'rule'), 'stroke-width': style.weights.fine },
      `rule-${at}`,
    ),
  );
  const names = named(references, left, long, top - 10 * scale, style);
  const rows = values.map((value, i) => {
    const cy = top + (i + 0.5) * row;
    const share = Math.max(0, Math.min(1, value));
    const end = left + share * long;
    const text = options.texts?.[i] ?? (share < 0.005 ? '0' : share.toFixed(2));
    const room = end + 6 * scale + measure(text, size) <= left + long + 3 * scale;
    return group(
      [
        rect(x, cy - row / 2, width, row, { fill: 'none', 'pointer-events': 'all' }, 'hit'),
        tag(stains[i], i, x + 7 * scale, cy, style),
        rect(left, cy - thick / 2, long, thick, { fill: ink('wash') }, 'track'),
        rect(left, cy - thick / 2, share * long, thick, { fill: ink(stains[i].paint) }, 'bar'),
        options.highlighted === `f${i + 1}` &&
          rect(
            left - 1,
            cy - thick / 2 - 1,
            long + 2,
            thick + 2,
            { fill: 'none', stroke: ink('ink'), 'stroke-width': style.weights.line },
            'lit',
          ),
        label(
          room ? end + 6 * scale : end - 6 * scale,
          cy + size * 0.35,
          text,
          {
            'font-size': size,
            'text-anchor': room ? 'start' : 'end',
            fill: room ? ink('ink') : ink(style.ground),
            ...(room ? { ...halo(style, 4 * style.scale), stroke: ink('wash') } : {}),
          },
          'value',
        ),
      ],
      { 'data-lit': `f${i + 1}` },
      `bar-${i}`,
    );
  });
  return [...rows.map(under), ...rules, ...rows.map(over), ...names];
}

// References run between the bar and its number.
const under = (row: Mark): Mark => ({
  ...row,
  kids: row.kids!.filter((kid) => kid.key !== 'value'),
  key: `${row.key}-bar`,
});
const over = (row: Mark): Mark => ({
  ...row,
  kids: row.kids!.filter((kid) => kid.key === 'value'),
  attrs: { 'pointer-events': 'none' },
  key: `${row.key}-value`,
});

function tag(s: Stain, i: number, x: number, y: number, style: DrawStyle): Mark {
  if (s.glyph !== undefined) return sign(s, 5.4 * style.scale, x, y, {}, 'glyph');
  return label(
    x,
    y + style.small * 0.36,
    String(i + 1),
    { 'font-size': style.small, 'font-weight': 650, 'text-anchor': 'middle', fill: ink('ink') },
    'glyph',
  );
}

/** Names of the references; one that would touch its left neighbour is left out. */
function named(
  references: BarsOptions['references'],
  left: number,
  long: number,
  y: number,
  style: DrawStyle,
): Mark[] {
  let last = -Infinity;
  return references.flatMap(({ at, text }) => {
    const x = left + at * long;
    const half = measure(text, style.label) / 2;
    if (x - half < last) return [];
    last = x + half;
    return [
      label(
        x,
        y,
        text,
        { 'font-size': style.label, 'text-anchor': 'middle', fill: ink(style.muted) },
        `name-${text}`,
      ),
    ];
  });
}
