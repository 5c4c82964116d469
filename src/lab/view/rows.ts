// One feature among all: the search by name or number, what it is, and the rows nearest to it.

import { mark, type Mark } from '../../scene/mark.ts';
import { grouped } from '../../scene/format.ts';
import { clip } from '../files/user-error.ts';
import type { Shown } from '../pictures/panel.ts';
import { four } from '../sentences.ts';
import { button, search, text } from './controls.ts';
import { sayFeature } from './figure.ts';
import type { State } from './state.ts';

const MOST_RESULTS = 12;

export function rowsPart(state: State, shown: Shown): Mark {
  const { row, rowSearch } = state;
  const total = shown.look.allNorms?.length ?? shown.look.n;
  return mark(
    'section',
    { class: 'lab-rows', 'aria-label': 'One feature' },
    [
      text('h2', 'One feature', { id: 'one' }, 'h'),
      search(
        'row',
        `Find a feature by its ${state.rowNames ? 'name or ' : ''}number`,
        rowSearch,
        state.rowNames ? 'part of a name, or a number' : 'a number',
      ),
      mark('div', { class: 'lab-results', role: 'status' }, results(state, total), 'results'),
      ...(row === undefined ? [] : selected(state, shown, row)),
    ],
    'rows',
  );
}

/** What a row is called. */
const called = ({ rowNames }: State, row: number): string =>
  rowNames?.[row] ? `${row} “${clip(rowNames[row], 30)}”` : String(row);

const rowButton = (state: State, row: number, more = ''): Mark =>
  button(`row:${row}`, `${called(state, row)}${more}`, { 'aria-pressed': String(state.row === row) });

/** Names that begin with what is typed before those that hold it; a number is the row itself. */
function results(state: State, total: number): Mark[] {
  const typed = state.rowSearch.trim();
  if (!typed) return [];
  const number = /^\d{1,9}$/.test(typed) ? Number(typed) : NaN;
  const low = typed.toLowerCase();
  const names = (state.rowNames ?? []).map((name, row) => ({ row, name: name.toLowerCase() }));
  const exact = names.filter(({ name }) => name === low);
  const begin = names.filter(({ name }) => name !== low && name.startsWith(low));
  const hold = names.filter(({ name }) => !name.startsWith(low) && name.includes(low));
  const rows = [
    ...new Set([...(number < total ? [number] : []), ...[...exact, ...begin, ...hold].map(({ row }) => row)]),
  ];
  if (!rows.length) {
    return [
      text('p', `No feature is called so; they are numbered from 0 to ${grouped(total - 1)}.`, {}, 'none'),
    ];
  }
  const rest = rows.length - MOST_RESULTS;
  return [
    ...rows.slice(0, MOST_RESULTS).map((row) => rowButton(state, row)),
    ...(rest > 0 ? [text('span', `and ${grouped(rest)} more`, {}, 'more')] : []),
  ];
}

function selected(state: State, shown: Shown, row: number): Mark[] {
  const { nearest } = state;
  const place = shown.selected;
  const about =
    place === undefined
      ? `Feature ${called(state, row)}: not among those in the panels.`
      : `${capitalised(sayFeature(shown, place))}.`;
  const near = nearest?.row === row ? nearest : undefined;
  return [
    text('p', about, { class: 'lab-selected', 'aria-live': 'polite' }, 'about'),
    ...(near
      ? [
          text(
            'p',
            `Nearest among all, with cosines; half of random features have none above ${four(near.chance)}:`,
            {},
            'near',
          ),
          mark(
            'div',
            { class: 'lab-results' },
            near.rows.map(({ row: other, cosine }) => rowButton(state, other, ` ${four(cosine)}`)),
            'nearest',
          ),
        ]
      : []),
    button('unselect', 'Select none'),
  ];
}

const capitalised = (says: string): string => says.charAt(0).toUpperCase() + says.slice(1);
