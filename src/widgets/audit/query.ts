// The reader's own query: nine letters to tap, the rule's answer and the networks'.

import { ink } from '../../scene/ink.ts';
import { group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import { controlled } from '../../scene/touch.ts';
import { placeColumns } from './layout.ts';
import { LETTERS, PLACES, spec, spell, tokensOf, VOTES, type AuditParams } from './params.ts';
import type { AuditSnapshot, OwnQuery } from './snapshot.ts';
import { ownVerdict } from './verdicts.ts';

/** height of a cell, px: as much as a finger needs */
const HIGH = 44;

/** Heading, cells, and under them the answers or what is wrong with the query. */
export function query(params: AuditParams, s: AuditSnapshot, box: Box, pen: DrawStyle): Mark[] {
  const { x, y, width } = box;
  const bold = { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') };
  const says = ['Be the auditor: tap a letter, or type nine below', 'Be the auditor: tap a letter'];
  const top = y + pen.label * 1.7;
  const under = top + HIGH + pen.label * 1.7;
  return [
    label(x, y + pen.label, fitting(says, pen.label, width) ?? 'Your query', bold, 'heading'),
    ...Array.from({ length: PLACES }, (_, place) => cell(place, params, s, box, top, pen)),
    ...(s.wrong ? [label(x, under, s.wrong, { 'font-size': pen.label, fill: ink('ink') }, 'wrong')] : []),
    ...(s.mine ? answers(s.mine, box, under, pen) : []),
    ...(s.mine ? [label(x, under + 3 * pen.label * 1.5, ownVerdict(s), bold, 'odd')] : []),
  ];
}

/** The query as tokens; the figure's own where what is typed is none. */
export function tokensOr({ ask }: AuditParams): readonly number[] {
  const tokens = tokensOf(ask);
  return typeof tokens === 'string' ? (tokensOf(spec.ask.default) as readonly number[]) : tokens;
}

/** The query with the letter of one place put on by one. */
function withNextLetter(params: AuditParams, place: number): string {
  return spell(tokensOr(params).map((v, t) => (t === place ? (v + 1) % LETTERS.length : v)));
}

/** One letter in its frame, on a wash where it is a vote; a tap puts the next one. */
function cell(
  place: number,
  params: AuditParams,
  { mine }: AuditSnapshot,
  box: Box,
  y: number,
  pen: DrawStyle,
): Mark {
  const { step, at } = placeColumns(box);
  const middle = at(place);
  const left = middle - step / 2;
  const size = Math.min(22 * pen.scale, step * 0.6);
  const letter = mine ? LETTERS[mine.tokens[place]] : '?';
  const vote = !!mine && mine.tokens[place] < VOTES;
  const frame = {
    fill: ink(vote ? 'wash' : 'plate'),
    stroke: ink('ink-3'),
    'stroke-width': pen.weights.fine,
  };
  const mark = group(
    [
      rect(left, y, step, HIGH, unseen, 'hit'),
      rect(left + 2, y, step - 4, HIGH, frame, 'cell'),
      label(
        middle,
        y + HIGH / 2 + size * 0.3,
        letter,
        { 'font-size': size, 'text-anchor': 'middle', fill: ink('ink') },
        'letter',
      ),
      line(
        middle - size * 0.35,
        y + HIGH - 6,
        middle + size * 0.35,
        y + HIGH - 6,
        { stroke: ink('signal'), 'stroke-width': pen.weights.line },
        'under',
      ),
    ],
    {
      'data-handle': `cell-${place}`,
      tabindex: 0,
      role: 'button',
      'aria-label': `place ${place + 1}: ${letter}${vote ? ', a vote' : ''}; next letter`,
    },
    `cell-${place}`,
  );
  return controlled(mark, { kind: 'press', set: { ask: withNextLetter(params, place) } });
}

/** What the rule and the two networks say, a line each. @param y base line of the first */
function answers(mine: OwnQuery, box: Box, y: number, pen: DrawStyle): Mark[] {
  const wide = PLACES * placeColumns(box).step;
  const said: readonly (readonly [name: string, answer: number])[] = [
    [ruleName(mine, wide - measure('says 0', pen.label) - 12, pen), mine.rule],
    ['The planted network', mine.planted > 0 ? 1 : 0],
    ['Its clean twin', mine.clean > 0 ? 1 : 0],
  ];
  const bold = { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') };
  return said.flatMap(([name, answer], i) => {
    const base = y + i * pen.label * 1.5;
    return [
      label(box.x, base, name, { 'font-size': pen.label, fill: ink('ink-2') }, `name-${i}`),
      label(box.x + wide - 2, base, `says ${answer}`, bold, `answer-${i}`),
    ];
  });
}

/** The rule with its count of votes, as long as there is room. */
function ruleName({ tokens }: OwnQuery, room: number, pen: DrawStyle): string {
  const votes = tokens.filter((v) => v < VOTES).length;
  const says = [
    `The rule, ${votes} ${votes === 1 ? 'vote' : 'votes'} where 5 are needed`,
    `The rule, ${votes} of 5 votes`,
  ];
  return fitting(says, pen.label, room) ?? 'The rule';
}
