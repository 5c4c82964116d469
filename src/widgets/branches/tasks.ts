// How the net does at its two tasks: two bars for each, whole, and as it is held now.

import { ink } from '../../scene/ink.ts';
import { label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, type DrawStyle } from '../../scene/draw-style.ts';
import { wholePercent } from '../../scene/format.ts';
import type { Box } from '../../scene/slide.ts';
import { scores, TASKS, type Task } from './derive.ts';
import type { BranchesParams } from './params.ts';
import type { BranchesSnapshot } from './snapshot.ts';

const NAMES: Readonly<Record<Task, string>> = {
  direction: 'Direction of the leaves',
  colour: 'Axis of their colour',
};
/** share right of who guesses: one of four answers */
const CHANCE = 0.25;

/** The outline is the whole net, the solid bar the net as it is now; a line stands where guessing does. */
export function tasks(params: BranchesParams, s: BranchesSnapshot, box: Box, pen: DrawStyle): Mark[] {
  const { x, y, width, height } = box;
  const now = scores(s, params.lesion);
  const row = Math.min(height / 2, 120 * pen.scale);
  const thick = Math.min(16 * pen.scale, row * 0.16);
  const chance = x + CHANCE * width;
  const first = (t: number): number => y + t * row + pen.label * 1.6;
  const says = fitting(['guessing: 25%; outline: nothing held', 'guessing: 25%'], pen.small, width * 0.74);
  return [
    ...TASKS.flatMap((task, t) => [
      ...taskWords(task, now[t], box, y + t * row + pen.label, pen),
      ...taskBars(task, s.whole[t], now[t], { x, y: first(t), width, height: thick }, pen),
    ]),
    ...TASKS.map((task, t) =>
      line(
        chance,
        first(t) - 3,
        chance,
        first(t) + 2 * thick + 10 * pen.scale,
        { stroke: ink('ink-3'), 'stroke-width': pen.weights.line },
        `chance-${task}`,
      ),
    ),
    label(
      chance + 5,
      first(1) + 2 * thick + 8 * pen.scale + pen.small,
      says ?? '',
      { 'font-size': pen.small, fill: ink(pen.muted) },
      'chance-name',
    ),
  ];
}

function taskWords(task: Task, now: number, { x, width }: Box, y: number, pen: DrawStyle): Mark[] {
  const number = {
    'font-size': Math.round(pen.label * 1.4),
    'font-weight': 650,
    'text-anchor': 'end',
    fill: ink('ink'),
  };
  return [
    label(x, y, NAMES[task], { 'font-size': pen.label, fill: ink('ink-2') }, `name-${task}`),
    label(x + width, y, wholePercent(now), number, `value-${task}`),
  ];
}

/** @param box of the first bar; the second lies under it */
function taskBars(task: Task, whole: number, now: number, box: Box, pen: DrawStyle): Mark[] {
  const { x, y, width, height } = box;
  const second = y + height + 4 * pen.scale;
  const outline = { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine };
  return [
    rect(x, y, width, height, { fill: ink('wash') }, `track-${task}`),
    rect(x, y, whole * width, height, outline, `whole-${task}`),
    rect(x, second, width, height, { fill: ink('wash') }, `track2-${task}`),
    rect(x, second, now * width, height, { fill: ink('ink') }, `now-${task}`),
  ];
}
