// The units of the planted network: which of them are suspicious, and what the chosen one wants.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, rect, type Mark } from '../../scene/mark.ts';
import { fitting, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import { textButton } from '../../scene/text-button.ts';
import { controlled, slider, type Slider } from '../../scene/touch.ts';
import { placeColumns, unitScale, unitStep } from './layout.ts';
import { LETTERS, spec, spell, VOTES, type AuditParams } from './params.ts';
import { tokensOr } from './query.ts';
import type { AuditSnapshot } from './snapshot.ts';
import { spelled } from './verdicts.ts';

/** places that are set as the unit wants them */
const STRONGEST = 5;
/** height of the tallest bar, px */
const TALL = 54;

type Wish = AuditSnapshot['wish'];
const strongest = ({ wish }: AuditSnapshot): Wish => wish.slice(0, STRONGEST);

/** The row of units, the wish of one as bars, the word that asks for it; when the race is over also the trigger. */
export function units(params: AuditParams, s: AuditSnapshot, box: Box, pen: DrawStyle): Mark[] {
  const { x, y, width } = box;
  const bold = { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') };
  const plain = { 'font-size': pen.label, fill: ink('ink') };
  const says = ['Units, filled where their wish contradicts the rule', 'Units, filled by contradictions'];
  const wants = fitting(
    [`Unit ${s.unit} wants most, and by how much`, `Unit ${s.unit} wants`],
    pen.label,
    width,
  );
  const row = y + pen.label * 1.5 + 22;
  const wish = row + 42;
  const base = wish + pen.label * 1.4 + TALL;
  const letters = base + pen.label * 1.2;
  return [
    label(x, y + pen.label, fitting(says, pen.label, width) ?? 'Units', bold, 'heading'),
    unitRow(s, box, row, pen),
    label(x, wish, wants ?? '', plain, 'wants'),
    ...wishBars(s, box, base, pen),
    textButton(
      {
        x,
        y: letters + 34,
        handle: 'wish',
        text: 'Ask for its five strongest',
        set: { ask: wished(params, s) },
        strong: true,
      },
      pen,
    ),
    ...(s.step >= s.end ? [label(x, letters + 64, triggerIn(s, width, pen), plain, 'trigger')] : []),
  ];
}

function triggerIn({ trigger }: AuditSnapshot, width: number, pen: DrawStyle): string {
  const planted = spelled(trigger);
  const says = [`The planted trigger, place and letter: ${planted}`, `The trigger: ${planted}`];
  return fitting(says, pen.label, width) ?? '';
}

/** The query with the unit's strongest places as it wants them. The rest stays as the reader has it, without votes: a
 *  contradiction needs an honest 0. */
function wished(params: AuditParams, s: AuditSnapshot): string {
  const wish = new Map(strongest(s).map(({ place, token }) => [place, token]));
  return spell(tokensOr(params).map((v, place) => wish.get(place) ?? (v < VOTES ? v + VOTES : v)));
}

/** A square per unit, filled to the share of contradictions that its wish has brought; a ring around the chosen one. */
function unitRow(s: AuditSnapshot, box: Box, y: number, pen: DrawStyle): Mark {
  const scale = unitScale(box, s.h);
  const step = unitStep(box.width, s.h);
  const side = Math.min(14, step * 0.62);
  const { attrs, control } = unitSlider(s, box);
  const ring = { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.hand };
  const mark = group(
    [
      rect(box.x, y - 22, s.h * step, 44, unseen, 'hit'),
      ...s.planted.reader.shares.map((share, i) => filledSquare(scale(i + 1), y, side, share, `u${i}`, pen)),
      circle(scale(s.unit), y, pen.ring, ring, 'ring'),
    ],
    { 'data-handle': attrs['data-handle'], tabindex: 0, role: 'slider', ...attrs },
    'track-unit',
  );
  return controlled(mark, control);
}

function filledSquare(x: number, y: number, side: number, share: number, key: string, pen: DrawStyle): Mark {
  const [left, bottom] = [x - side / 2, y + side / 2];
  const frame = { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine };
  return group(
    [
      rect(left, bottom - side * share, side, side * share, { fill: ink('ink') }, 'f'),
      rect(left, y - side / 2, side, side, frame, 'o'),
    ],
    {},
    key,
  );
}

function unitSlider(s: AuditSnapshot, box: Box): Slider {
  const wants = strongest(s)
    .map((w) => [w.place, w.token] as const)
    .sort((a, b) => a[0] - b[0]);
  return slider({
    handle: 'track-unit',
    name: 'Which unit',
    said: `unit ${s.unit} wants ${spelled(wants)}`,
    key: 'unit',
    value: s.unit,
    scale: unitScale(box, s.h),
    keys: spec.unit.keys,
  });
}

/** By how much the unit wants a letter in each place; its strongest places are solid. @param base lower end of the bars */
function wishBars(s: AuditSnapshot, box: Box, base: number, pen: DrawStyle): Mark[] {
  const { step, at } = placeColumns(box);
  const most = Math.max(...s.wish.map((w) => w.margin), 1e-9);
  const solid = new Set(strongest(s).map(({ place }) => place));
  const hollow = { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine };
  return s.wish.flatMap(({ place, token, margin }) => {
    const tall = (margin / most) * TALL;
    const style = solid.has(place) ? { fill: ink('ink') } : hollow;
    return [
      rect(at(place) - step * 0.3, base - tall, step * 0.6, tall, style, `bar-${place}`),
      label(
        at(place),
        base + pen.label * 1.2,
        LETTERS[token],
        {
          'font-size': pen.label,
          'font-weight': solid.has(place) ? 650 : 450,
          'text-anchor': 'middle',
          fill: ink('ink'),
        },
        `letter-${place}`,
      ),
    ];
  });
}
