// One panel with its picture, its words, its controls and its ways home.

import { mark, type Mark } from '../../scene/mark.ts';
import { svg } from '../../scene/print.ts';
import { sayCell } from '../pictures/gram.ts';
import { nameOf } from '../pictures/names.ts';
import type { Panel, Shown } from '../pictures/panel.ts';
import { four } from '../sentences.ts';
import { button, text, tick } from './controls.ts';

/** What only a live panel has. */
interface Live {
  readonly hovered?: number | undefined;
}

/** @param live undefined: as the build prints the example */
export function figure(panel: Panel, shown: Shown, width: number, live?: Live): Mark {
  const { id, title } = panel;
  const drawn = svg(panel.picture(shown, width), { class: 'pic', role: 'img' });
  return mark(
    'figure',
    { class: 'fig lab-panel', id: live ? `panel-${id}` : undefined },
    [
      mark('div', { class: 'frame-top' }, [text('h3', title, { class: 'ti' }, 't')], 'top'),
      mark(
        'div',
        { class: 'plate', ...(live ? plateOf(id, shown) : {}) },
        [{ ...drawn, key: 'pic' }],
        'plate',
      ),
      ...(live ? handlesOf(id, shown, live) : []),
      text('figcaption', panel.says(shown), { class: 'cap' }, 'cap'),
      ...(live ? [waysHome(id, title)] : []),
    ],
    id,
  );
}

/** How the plate answers to a hand. */
function plateOf(id: string, shown: Shown): Mark['attrs'] {
  if (id === 'view') return { 'data-space': true };
  if (id !== 'gram') return {};
  return {
    'data-gram': true,
    tabindex: 0,
    role: 'slider',
    'aria-label': 'Cell of the Gram matrix',
    'aria-valuemin': 0,
    'aria-valuemax': shown.look.gram.side ** 2 - 1,
    'aria-valuenow': shown.cell ?? 0,
    'aria-valuetext':
      shown.cell === undefined ? 'none yet; arrow keys move, Enter selects' : sayCell(shown.look, shown.cell),
  };
}

/** The line that reads out what is under the hand, and the controls of the panel. */
function handlesOf(id: string, shown: Shown, { hovered }: Live): Mark[] {
  if (id === 'gram') {
    const says =
      shown.cell === undefined
        ? 'Point at a cell, or focus the matrix and use the arrow keys; a click or Enter selects.'
        : sayCell(shown.look, shown.cell);
    return [text('p', says, { class: 'lab-cell' }, 'cell')];
  }
  if (id !== 'view') return [];
  const at = hovered ?? shown.selected;
  const says =
    at === undefined
      ? 'Point at a tip to read it; a click selects it in every panel.'
      : sayFeature(shown, at);
  const wide = shown.look.m > 2;
  return [
    text('p', says, { class: 'lab-cell' }, 'tip'),
    mark(
      'div',
      { class: 'lab-turn' },
      [
        wide && turn('yaw', 'Turn', 180, shown.seen.yaw),
        wide && turn('pitch', 'Tilt', 90, shown.seen.pitch),
        tick('centred', 'From the mean of all', shown.look.view.centred),
      ],
      'turn',
    ),
  ];
}

/** A feature's numbers in a line. */
export function sayFeature({ look }: Shown, f: number): string {
  const name = look.names?.[f] === undefined ? '' : `“${look.names[f]}”, `;
  const near = look.nearest[f] ?? -1;
  const nearest = near < 0 ? '' : `, nearest ${nameOf(look, near)} at cosine ${four(look.cosines[f] ?? 0)}`;
  return `${name}feature ${look.at[f] ?? f}: length ${four(look.norms[f] ?? 0)}, share ${four(look.shares[f] ?? 0)}${nearest}`;
}

const waysHome = (id: string, title: string): Mark =>
  mark(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': `Take ${title} home` },
    ['svg', 'png', 'csv', 'json'].map((kind) =>
      button(`${kind}:${id}`, kind.toUpperCase(), { 'aria-label': `${title} as ${kind.toUpperCase()}` }),
    ),
    'tools',
  );

const turn = (key: string, label: string, most: number, value: number): Mark =>
  mark(
    'label',
    {},
    [
      text('span', `${label}, ${value}°`.replace('-', '−'), {}, 's'),
      mark(
        'input',
        {
          type: 'range',
          min: -most,
          max: most,
          step: 5,
          value,
          'data-turn': key,
          'aria-valuetext': `${value} degrees`,
        },
        undefined,
        'i',
      ),
    ],
    key,
  );
