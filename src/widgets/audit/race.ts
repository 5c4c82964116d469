// The race: queries on a logarithmic axis; every auditor with the planted network and with its clean twin.

import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { grouped } from '../../scene/format.ts';
import { logarithmic, type Scale } from '../../scene/scale.ts';
import type { Box } from '../../scene/slide.ts';
import type { AuditSnapshot, Lane } from './snapshot.ts';
import { AUDITORS, verdict, type Auditor } from './verdicts.ts';

/** queries at the ends of the axis */
const FROM = 8;
const TO = 1_048_576;

/** Three lanes over one axis, and a line at the queries that are spent. */
export function race(s: AuditSnapshot, { x, y, width, height }: Box, pen: DrawStyle): Mark[] {
  const names = measure('planted', pen.small) + 10;
  const x0 = x + names;
  const x1 = x + width - 6;
  const each = (height - pen.small * 2.4) / 3;
  const base = y + 3 * each;
  const queries = logarithmic([FROM, TO], [x0, x1]);
  const now = queries(s.queries);
  const dashed = { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '3 4' };
  return [
    line(now, y, now, base, dashed, 'now'),
    ...AUDITORS.map(([who, name], i) =>
      auditor(s, who, name, { x, y: y + i * each, width, height: each }, queries, pen),
    ),
    line(x0, base, x1, base, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'axis'),
    ...ticksBelow(
      [TO, 100, 10_000, 1000, 100_000, 10].map((q) => ({
        at: queries(q),
        text: q === TO ? `${grouped(q)} queries` : grouped(q),
      })),
      [x0 - 10, x + width],
      base,
      pen,
      pen.small,
    ),
  ];
}

/** An auditor's name, what it has to say where there is room, and its two lanes. */
function auditor(
  s: AuditSnapshot,
  who: Auditor,
  name: string,
  { x, y, width, height }: Box,
  queries: Scale,
  pen: DrawStyle,
): Mark {
  const planted = verdict(s.planted, who);
  const says = fitting([`planted: ${planted}`, planted], pen.small, width);
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
      lane('planted', s.planted[who], x, first, queries, pen),
      lane('clean', s.clean[who], x, first + gap, queries, pen),
    ],
    {},
    who,
  );
}

/** Queries spent as a bar; a contradiction is a filled disc; a tick ends what is finished. */
function lane(
  which: 'planted' | 'clean',
  { spent, done, first }: Lane,
  x: number,
  y: number,
  queries: Scale,
  pen: DrawStyle,
): Mark {
  const [from, end] = [queries(0), queries(spent)];
  const thick = 5 * pen.scale;
  const bar = { fill: ink(which === 'planted' ? 'ink' : 'ink-3') };
  const disc = { fill: ink('ink'), stroke: ink(pen.ground), 'stroke-width': pen.weights.line };
  return group(
    [
      label(x, y + pen.small * 0.36, which, { 'font-size': pen.small, fill: ink('ink-2') }, 'name'),
      spent > 0 && rect(from, y - thick / 2, Math.max(2, end - from), thick, bar, 'spent'),
      done &&
        line(
          end,
          y - thick * 1.5,
          end,
          y + thick * 1.5,
          { stroke: ink('ink'), 'stroke-width': pen.weights.line },
          'done',
        ),
      first && circle(queries(first.at), y, 6.5 * pen.scale, disc, 'found'),
    ],
    {},
    which,
  );
}
