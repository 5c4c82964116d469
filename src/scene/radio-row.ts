// A few words of which one is chosen: underlined in ink; the others, which can be touched, in vermilion.

import type { Change } from './control.ts';
import { ink } from './ink.ts';
import { controlled } from './touch.ts';
import { group, label, line, rect, type Mark } from './mark.ts';
import { measure, unseen, type DrawStyle } from './draw-style.ts';

export interface RadioRowOptions<V extends string> {
  /** left end and base line, px */
  readonly x: number;
  readonly y: number;
  /** a tap's handle is `${handle}-${value}` */
  readonly handle: string;
  /** what is chosen, for those who cannot see the row */
  readonly name: string;
  readonly options: readonly { readonly value: V; readonly text: string }[];
  readonly chosen: V;
  /** what a word sets; the param that the handle names, if left out */
  readonly set?: ((value: V) => Change) | undefined;
  /** px between words; 20 at scale 1 if left out */
  readonly gap?: number | undefined;
}

/** Width of the whole row, px. */
export const radioRowWidth = (
  { options, gap }: Pick<RadioRowOptions<string>, 'options' | 'gap'>,
  style: DrawStyle,
): number =>
  options.reduce(
    (sum, { text }) => sum + measure(text, style.label) + (gap ?? 20 * style.scale),
    -(gap ?? 20 * style.scale),
  );

/** The row as one group of buttons. */
export function radioRow<V extends string>(given: RadioRowOptions<V>, style: DrawStyle): Mark {
  const {
    y,
    handle,
    name,
    options,
    chosen,
    set = (value) => ({ [handle]: value }),
    gap = 20 * style.scale,
  } = given;
  const tall = Math.max(44, style.label * 2.2);
  let x = given.x;
  const items = options.map(({ value, text }) => {
    const width = measure(text, style.label);
    const here = value === chosen;
    const from = x;
    x += width + gap;
    const word = group(
      [
        rect(from - gap / 2, y - style.label * 0.35 - tall / 2, width + gap, tall, unseen, 'hit'),
        label(
          from,
          y,
          text,
          { 'font-size': style.label, 'font-weight': here ? 650 : 450, fill: ink('ink') },
          'word',
        ),
        line(
          from,
          y + style.label * 0.45,
          from + width * 0.97,
          y + style.label * 0.45,
          {
            stroke: ink(here ? 'ink' : 'signal'),
            'stroke-width': here ? style.weights.line : style.weights.fine * 1.5,
          },
          'under',
        ),
      ],
      {
        'data-handle': `${handle}-${value}`,
        tabindex: 0,
        role: 'button',
        'aria-label': `${name}: ${text}`,
        'aria-pressed': here ? 'true' : 'false',
      },
      value,
    );
    return controlled(word, { kind: 'press', set: set(value) });
  });
  return group(items, { role: 'group', 'aria-label': name }, handle);
}
