// The panels of `audit`: the race, the reader's own query, what the units want.

import { textButton } from '../../scene/text-button.ts';
import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { grouped } from '../../scene/format.ts';
import type { AuditSnapshot } from './model.ts';
import { LETTERS, PLACES } from './params.ts';
import { cell, unitAt, type Box } from './places.ts';
import { AUDITORS, mineSays, spelled, verdict, type Auditor } from './text.ts';

const FROM = 8;
const TO = 16 ** 5;

/** Queries on a logarithmic axis; every auditor with the planted network and with its clean twin. */
export function race(s: AuditSnapshot, { x, y, width, height }: Box, pen: DrawStyle): Mark[] {
  const names = measure('planted', pen.small) + 10;
  const x0 = x + names;
  const x1 = x + width - 6;
  const foot = pen.small * 2.4;
  const each = (height - foot) / 3;
  const at = (q: number): number =>
    x0 + (Math.log(Math.max(FROM, q) / FROM) / Math.log(TO / FROM)) * (x1 - x0);
  const base = y + 3 * each;
  return [
    line(
      at(s.queries),
      y,
      at(s.queries),
      base,
      { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '3 4' },
      'now',
    ),
    ...AUDITORS.map(([who, name], i) =>
      lane(s, who, name, { x, y: y + i * each, width, height: each }, at, pen),
    ),
    line(x0, base, x1, base, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'axis'),
    ...ticksBelow(
      [TO, 100, 10_000, 1000, 100_000, 10].map((q) => ({
        at: at(q),
        text: q === TO ? `${grouped(TO)} queries` : grouped(q),
      })),
      [x0 - 10, x + width],
      base,
      pen,
      pen.small,
    ),
  ];
}

function lane(
  s: AuditSnapshot,
  who: Auditor,
  name: string,
  { x, y, width, height }: Box,
  at: (q: number) => number,
  pen: DrawStyle,
): Mark {
  const says = fitting([`planted: ${verdict(s.planted, who)}`, verdict(s.planted, who)], pen.small, width);
  const also = fitting([`clean: ${verdict(s.clean, who)}`], pen.small, width);
  const lines = [says, also].filter((text): text is string => !!text && height > pen.label * 6.2);
  const first = y + pen.label * 1.1 + lines.length * pen.small * 1.45 + pen.label * 1.1;
  const gap = Math.max(pen.label * 1.2, (y + height - first) * 0.4);
  return group(
    [
      label(x, y + pen.label, name, { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') }, 'name'),
      ...lines.map((text, i) =>
        label(
          x,
          y + pen.label * 1.1 + (i + 1) * pen.small * 1.45,
          text,
          { 'font-size': pen.small, fill: ink(i ? 'ink-2' : 'ink') },
          `says-${i}`,
        ),
      ),
      ...(['planted', 'clean'] as const).map((which, i) => way(s, which, who, x, first + i * gap, at, pen)),
    ],
    {},
    who,
  );
}

/** Queries spent as a bar; a contradiction is a filled disc; a tick ends what is finished. */
function way(
  s: AuditSnapshot,
  which: 'planted' | 'clean',
  who: Auditor,
  x: number,
  y: number,
  at: (q: number) => number,
  pen: DrawStyle,
): Mark {
  const { spent, done, first } = s[which][who];
  const end = at(spent);
  const thick = 5 * pen.scale;
  return group(
    [
      label(x, y + pen.small * 0.36, which, { 'font-size': pen.small, fill: ink('ink-2') }, 'name'),
      spent > 0 &&
        rect(
          at(0),
          y - thick / 2,
          Math.max(2, end - at(0)),
          thick,
          { fill: ink(which === 'planted' ? 'ink' : 'ink-3') },
          'spent',
        ),
      done &&
        line(
          end,
          y - thick * 1.5,
          end,
          y + thick * 1.5,
          { stroke: ink('ink'), 'stroke-width': pen.weights.line },
          'done',
        ),
      first &&
        circle(
          at(first.at),
          y,
          6.5 * pen.scale,
          { fill: ink('ink'), stroke: ink(pen.ground), 'stroke-width': pen.weights.line },
          'found',
        ),
    ],
    {},
    which,
  );
}

/** Nine letters, the rule's answer and the networks'. */
export function query(s: AuditSnapshot, ask: string, box: Box, pen: DrawStyle): Mark[] {
  const { x, y, width } = box;
  const { step, at } = cell(box);
  const high = 44;
  const top = y + pen.label * 1.7;
  const tokens = s.mine?.tokens;
  const size = Math.min(22 * pen.scale, step * 0.6);
  const lines = top + high + pen.label * 1.7;
  const votes = tokens?.filter((v) => v < 8).length ?? 0;
  const end = x + PLACES * step - 2;
  const room = PLACES * step - measure('says 0', pen.label) - 12;
  const said: [string, number | undefined][] = s.mine
    ? [
        [
          fitting(
            [
              `The rule, ${votes} ${votes === 1 ? 'vote' : 'votes'} where 5 are needed`,
              `The rule, ${votes} of 5 votes`,
            ],
            pen.label,
            room,
          ) ?? 'The rule',
          s.mine.rule,
        ],
        ['The planted network', s.mine.planted > 0 ? 1 : 0],
        ['Its clean twin', s.mine.clean > 0 ? 1 : 0],
      ]
    : [];
  return [
    label(
      x,
      y + pen.label,
      fitting(
        ['Be the auditor: tap a letter, or type nine below', 'Be the auditor: tap a letter', 'Your query'],
        pen.label,
        width,
      ) ?? 'Your query',
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'heading',
    ),
    ...Array.from({ length: PLACES }, (_, t) => {
      const letter = tokens ? LETTERS[tokens[t]] : '?';
      const vote = tokens ? tokens[t] < 8 : false;
      return group(
        [
          rect(at(t) - step / 2, top, step, high, unseen, 'hit'),
          rect(
            at(t) - step / 2 + 2,
            top,
            step - 4,
            high,
            { fill: ink(vote ? 'wash' : 'plate'), stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
            'cell',
          ),
          label(
            at(t),
            top + high / 2 + size * 0.3,
            letter,
            { 'font-size': size, 'text-anchor': 'middle', fill: ink('ink') },
            'letter',
          ),
          line(
            at(t) - size * 0.35,
            top + high - 6,
            at(t) + size * 0.35,
            top + high - 6,
            { stroke: ink('signal'), 'stroke-width': pen.weights.line },
            'under',
          ),
        ],
        {
          'data-handle': `cell-${t}`,
          tabindex: 0,
          role: 'button',
          'aria-label': `place ${t + 1}: ${letter}${vote ? ', a vote' : ''}; next letter`,
        },
        `cell-${t}`,
      );
    }),
    ...(s.wrong
      ? [
          label(
            x,
            lines,
            fitting([s.wrong], pen.label, width) ?? s.wrong,
            { 'font-size': pen.label, fill: ink('ink') },
            'wrong',
          ),
        ]
      : []),
    ...said.flatMap(([name, answer], i) => [
      label(
        x,
        lines + i * pen.label * 1.5,
        name,
        { 'font-size': pen.label, fill: ink('ink-2') },
        `name-${i}`,
      ),
      label(
        end,
        lines + i * pen.label * 1.5,
        `says ${answer}`,
        { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
        `answer-${i}`,
      ),
    ]),
    ...(s.mine
      ? [
          label(
            x,
            lines + 3 * pen.label * 1.5,
            mineSays(s),
            { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
            'odd',
          ),
        ]
      : []),
  ];
}

/** A square per unit, filled to the share of contradictions that its wish has brought; and what the chosen one wants. */
export function units(s: AuditSnapshot, box: Box, pen: DrawStyle): Mark[] {
  const { x, y, width } = box;
  const { step, at } = unitAt(box, s.h);
  const side = Math.min(14, step * 0.62);
  const row = y + pen.label * 1.5 + 22;
  const wish = row + 42;
  const cells = cell(box);
  const most = Math.max(...s.wish.map((w) => w.margin), 1e-9);
  const tall = 54;
  const base = wish + pen.label * 1.4 + tall;
  const strongest = new Set(s.wish.slice(0, 5).map(({ place }) => place));
  const reveal = s.step >= s.end;
  return [
    label(
      x,
      y + pen.label,
      fitting(
        ['Units, filled where their wish contradicts the rule', 'Units, filled by contradictions', 'Units'],
        pen.label,
        width,
      ) ?? 'Units',
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'heading',
    ),
    group(
      [
        rect(x, row - 22, s.h * step, 44, unseen, 'hit'),
        ...s.planted.reader.shares.map((share, i) =>
          group(
            [
              rect(
                at(i + 1) - side / 2,
                row + side / 2 - side * share,
                side,
                side * share,
                { fill: ink('ink') },
                'f',
              ),
              rect(
                at(i + 1) - side / 2,
                row - side / 2,
                side,
                side,
                { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine },
                'o',
              ),
            ],
            {},
            `u${i}`,
          ),
        ),
        circle(
          at(s.unit),
          row,
          pen.ring,
          { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.hand },
          'ring',
        ),
      ],
      {
        'data-handle': 'track-unit',
        tabindex: 0,
        role: 'slider',
        'aria-label': 'Which unit',
        'aria-valuemin': 1,
        'aria-valuemax': s.h,
        'aria-valuenow': s.unit,
        'aria-valuetext': `unit ${s.unit} wants ${spelled(
          s.wish
            .slice(0, 5)
            .map((w) => [w.place, w.token] as const)
            .sort((a, b) => a[0] - b[0]),
        )}`,
      },
      'track-unit',
    ),
    label(
      x,
      wish,
      fitting([`Unit ${s.unit} wants most, and by how much`, `Unit ${s.unit} wants`], pen.label, width) ?? '',
      { 'font-size': pen.label, fill: ink('ink') },
      'wants',
    ),
    ...s.wish.flatMap(({ place, token, margin }) => [
      rect(
        cells.at(place) - cells.step * 0.3,
        base - (margin / most) * tall,
        cells.step * 0.6,
        (margin / most) * tall,
        strongest.has(place)
          ? { fill: ink('ink') }
          : { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine },
        `bar-${place}`,
      ),
      label(
        cells.at(place),
        base + pen.label * 1.2,
        LETTERS[token],
        {
          'font-size': pen.label,
          'font-weight': strongest.has(place) ? 650 : 450,
          'text-anchor': 'middle',
          fill: ink('ink'),
        },
        `letter-${place}`,
      ),
    ]),
    textButton(
      { x, y: base + pen.label * 1.2 + 34, handle: 'wish', text: 'Ask for its five strongest', strong: true },
      pen,
    ),
    ...(reveal
      ? [
          label(
            x,
            base + pen.label * 1.2 + 64,
            fitting(
              [
                `The planted trigger, place and letter: ${spelled(s.trigger)}`,
                `The trigger: ${spelled(s.trigger)}`,
              ],
              pen.label,
              width,
            ) ?? '',
            { 'font-size': pen.label, fill: ink('ink') },
            'trigger',
          ),
        ]
      : []),
  ];
}
