// Ticks and their labels under a chart, and the values that are worth a tick.

import { ink, type Ink } from './ink.ts';
import { label, line, type Mark } from './mark.ts';
import { measure, type DrawStyle } from './draw-style.ts';

export interface Tick {
  /** px along the axis */
  readonly at: number;
  readonly text: string;
}

/** Where the text of a label that takes [from, to] is anchored: at an end of [x0, x1] that it touches, else at its tick. px */
function anchored(
  at: number,
  from: number,
  to: number,
  x0: number,
  x1: number,
): { readonly anchor: 'start' | 'middle' | 'end'; readonly x: number } {
  if (from === x0) return { anchor: 'start', x: x0 };
  return to === x1 ? { anchor: 'end', x: x1 } : { anchor: 'middle', x: at };
}

/**
 * Ticks that hang below y, labels under them; labels at the ends stay inside [x0, x1].
 * Earlier ticks in the list win where two labels would touch.
 */
export function ticksBelow(
  ticks: readonly Tick[],
  [x0, x1]: readonly [number, number],
  y: number,
  style: DrawStyle,
  size: number,
  word: Ink = 'ink-2',
): Mark[] {
  const taken: [number, number][] = [];
  const long = size * 0.55;
  return ticks.flatMap(({ at, text }) => {
    const width = measure(text, size);
    const from = Math.min(Math.max(at - width / 2, x0), x1 - width);
    const to = from + width;
    if (taken.some(([a, b]) => from < b + size * 0.5 && to > a - size * 0.5)) return [];
    taken.push([from, to]);
    const { anchor, x } = anchored(at, from, to, x0, x1);
    return [
      line(at, y, at, y + long, { stroke: ink('ink-3'), 'stroke-width': style.weights.fine }, `tick-${text}`),
      label(
        x,
        y + long + size * 1.05,
        text,
        { 'font-size': size, fill: ink(word), 'text-anchor': anchor },
        `word-${text}`,
      ),
    ];
  });
}

/** 1, 2, 5 times powers of ten inside [low, high], thinned to about `most`. */
export function decades(low: number, high: number, most: number): number[] {
  const all: number[] = [];
  for (let e = Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
    for (const k of [1, 2, 5]) {
      const v = Number(`${k}e${e}`);
      if (v >= low && v <= high) all.push(v);
    }
  }
  if (all.length < 2) {
    for (const k of [1.5, 3, 4, 6, 7, 8]) {
      for (let e = Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
        const v = Number(`${k}e${e}`);
        if (v >= low && v <= high) all.push(v);
      }
    }
  }
  const tens = all.filter((v) => /^1(e|0*$)|^0?\.0*1$/.test(String(v)));
  const few = fewer(all, tens, most);
  return few.length <= most ? few : few.filter((_, i) => i % Math.ceil(few.length / most) === 0);
}

/** All of them where there are few enough, else the powers of ten, else every other one. */
function fewer(all: number[], tens: number[], most: number): number[] {
  if (all.length <= most) return all;
  return tens.length >= 2 ? tens : all.filter((_, i) => i % 2 === 0);
}
