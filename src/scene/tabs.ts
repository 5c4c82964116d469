// Tabs across a narrow picture: the panels that share one place, of which one is shown.

import { ink } from './ink.ts';
import { group, label, line, rect, type Mark } from './mark.ts';
import { unseen, type DrawStyle } from './draw-style.ts';
import { controlled } from './touch.ts';

export interface TabsOptions<V extends string> {
  /** the box of the whole row, px */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** the param that is set; a tab's handle is `${key}-${value}` */
  readonly key: string;
  readonly tabs: readonly { readonly value: V; readonly text: string }[];
  readonly chosen: V;
}

/** A row of equal tabs; the chosen one has its line across its whole width. */
export function tabRow<V extends string>(options: TabsOptions<V>, style: DrawStyle): Mark {
  const { x, y, width, height, key, tabs, chosen } = options;
  const each = width / tabs.length;
  const rule = { stroke: ink('rule'), 'stroke-width': style.weights.fine };
  const row = tabs.map(({ value, text }, i) => {
    const here = value === chosen;
    const from = x + i * each;
    const thick = here ? 3 : 2;
    const tab = group(
      [
        rect(from, y, each, height, unseen, 'hit'),
        label(
          from + 0.5 * each,
          y + height / 2 + style.label * 0.35,
          text,
          {
            'font-size': style.label,
            'text-anchor': 'middle',
            'font-weight': here ? 650 : undefined,
            fill: ink(here ? 'ink' : 'ink-2'),
          },
          'name',
        ),
        rect(
          from + (here ? 0 : each * 0.3),
          y + height - thick,
          here ? each : each * 0.4,
          thick,
          { fill: ink(here ? 'ink' : 'signal') },
          'line',
        ),
      ],
      {
        'data-handle': `${key}-${value}`,
        role: 'tab',
        tabindex: 0,
        'aria-selected': String(here),
        'aria-label': text,
      },
      value,
    );
    return controlled(tab, { kind: 'press', set: { [key]: value } });
  });
  return group(
    [
      line(x, y, x + width, y, rule, 'over'),
      line(x, y + height, x + width, y + height, rule, 'under'),
      ...row,
    ],
    { role: 'tablist', 'aria-label': 'Panels' },
    'tabs',
  );
}
