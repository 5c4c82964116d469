// Scores of all units as two histograms over one axis: neurons hollow, features filled.

import { ink } from '../../scene/ink.ts';
import { group, label, line, path, round, type Mark } from '../../scene/mark.ts';
import { fitting, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import type { ExplainerSnapshot } from './snapshot.ts';
import { countExplained } from './words.ts';

type Kind = ExplainerSnapshot['kind'];

const BINS = 20;
const TICKS = [
  [0, 'start'],
  [0.5, 'middle'],
  [0.8, 'middle'],
  [1, 'end'],
] as const;

/** @param kinds one-word scores on new scenes, of all units of `networks` networks */
export function spread(
  kinds: Readonly<Record<Kind, readonly number[]>>,
  networks: number,
  s: ExplainerSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  if (height < pen.label * 9.5) return [];
  const head = pen.label * 1.7;
  const foot = pen.small * 1.9;
  const each = (height - head - foot) / 2;
  const explained = x + 0.8 * width;
  const says = [
    `One-word scores on new scenes, ${networks} networks`,
    `One-word scores, ${networks} networks`,
    'One-word scores',
  ];
  const bold = { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') };
  const dashed = { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '3 4' };
  const part = (kind: Kind, i: number): Mark =>
    histogram(kind, kinds[kind], s, { x, y: y + head + i * each, width, height: each }, pen);
  return [
    label(x, y + pen.label, fitting(says, pen.label, width) ?? '', bold, 'heading'),
    line(explained, y + head, explained, y + height - foot, dashed, 'bar'),
    part('neuron', 0),
    part('feature', 1),
    ...TICKS.map(([v, anchor]) =>
      label(
        x + v * width,
        y + height - 2,
        String(v),
        { 'font-size': pen.small, 'text-anchor': anchor, fill: ink('ink-2') },
        `tick-${v}`,
      ),
    ),
  ];
}

/** Bars, their base, a wedge under the present unit, and how many are explained. */
function histogram(
  kind: Kind,
  all: readonly number[],
  s: ExplainerSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark {
  const base = y + height - 2;
  const tall = height - pen.label * 1.8;
  const own = s.kind === kind ? s.all[kind][s.index - 1] : undefined;
  const many = `${countExplained(all)} of ${all.length} above 0.8`;
  const says = [`${kind === 'neuron' ? 'Neurons' : 'Features'}: ${many}`, many];
  const style =
    kind === 'neuron'
      ? { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine }
      : { fill: ink('ink') };
  return group(
    [
      path(bars(all, { x, y: base - tall, width, height: tall }), style, 'bars'),
      line(x, base, x + width, base, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'base'),
      own !== undefined && path(wedge(x + own * width, base + 2, pen.scale), { fill: ink('ink') }, 'own'),
      label(
        x,
        base - tall - pen.label * 0.5,
        fitting(says, pen.label, width * 0.78) ?? '',
        { 'font-size': pen.label, fill: ink('ink') },
        'name',
      ),
    ],
    {},
    kind,
  );
}

/** One path of all bars, the tallest as high as the box. */
function bars(all: readonly number[], { x, y, width, height }: Box): string {
  const shares = Array.from(
    { length: BINS },
    (_, b) => all.filter((v) => binOf(v) === b).length / all.length,
  );
  const most = Math.max(...shares);
  const wide = round(width / BINS - 2);
  return shares
    .map((share, b) => {
      if (!share) return '';
      const left = round(x + (b / BINS) * width + 1);
      return `M${left} ${round(y + height)}v${round((-share / most) * height)}h${wide}v${round((share / most) * height)}z`;
    })
    .join('');
}

const binOf = (score: number): number => Math.min(BINS - 1, Math.max(0, Math.floor(score * BINS)));

/** A triangle that points up to (x, y). */
const wedge = (x: number, y: number, k: number): string =>
  `M${round(x)} ${round(y)}l${4 * k} ${7 * k}h${-8 * k}z`;
