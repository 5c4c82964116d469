// The few kinds of controls that the lab has.

import { mark, type Mark } from '../../scene/mark.ts';

/** An element with text. */
export const text = (tag: string, inside: string, attrs: Mark['attrs'] = {}, key?: string): Mark =>
  mark(tag, attrs, inside, key);

/** @param does what a press does: `data-do` */
export const button = (does: string, label: string, attrs: Mark['attrs'] = {}): Mark =>
  text('button', label, { type: 'button', class: 'tb', 'data-do': does, ...attrs }, does);

/** A list; a change sets `key` of the choice. */
export function select(
  key: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, label: string])[],
): Mark {
  return mark(
    'label',
    {},
    [
      text('span', label, {}, 'l'),
      mark(
        'select',
        { 'data-set': key, 'data-value': value },
        options.map(([v, l]) => text('option', l, { value: v, selected: v === value }, v)),
        'i',
      ),
    ],
    key,
  );
}

/** A line of text; a change sets `key` of the choice. */
export const field = (key: string, label: string, value: string, hint: string): Mark =>
  mark(
    'label',
    {},
    [
      text('span', label, {}, 'l'),
      mark(
        'input',
        { type: 'text', 'data-set': key, value, placeholder: hint, autocomplete: 'off' },
        undefined,
        'i',
      ),
    ],
    key,
  );

/** A search; every letter counts: `data-find`. */
export const search = (key: string, label: string, value: string, hint: string): Mark =>
  mark(
    'label',
    { class: 'lab-search' },
    [
      text('span', label, {}, 'l'),
      mark(
        'input',
        {
          type: 'search',
          'data-find': key,
          value,
          placeholder: hint,
          autocomplete: 'off',
          spellcheck: 'false',
        },
        undefined,
        'i',
      ),
    ],
    `find-${key}`,
  );

/** A box to tick; a change sets `key`. */
export const tick = (key: string, label: string, checked: boolean): Mark =>
  mark(
    'label',
    { class: 'lab-tick' },
    [
      mark('input', { type: 'checkbox', 'data-tick': key, checked }, undefined, 'i'),
      text('span', label, {}, 'l'),
    ],
    `tick-${key}`,
  );

/** A button that opens the browser's choice of files. @param mode how the files join those that are there */
export const fileButton = (mode: 'new' | 'add' | 'folder', label: string, filled: boolean): Mark =>
  mark(
    'label',
    { class: `tb lab-file${filled ? ' play' : ''}` },
    [
      text('span', label, {}, 't'),
      mark(
        'input',
        { type: 'file', multiple: true, webkitdirectory: mode === 'folder', 'data-file': mode },
        undefined,
        'i',
      ),
    ],
    `file-${mode}`,
  );

/** A form that asks for an address. */
export const addressForm = (label: string, slot: number): Mark =>
  mark(
    'form',
    { class: 'lab-link', 'data-slot': slot },
    [
      mark(
        'label',
        {},
        [
          text('span', label, {}, 's'),
          mark(
            'input',
            {
              type: 'url',
              name: 'src',
              placeholder: 'https://…',
              autocomplete: 'off',
              spellcheck: 'false',
              'data-src': slot,
            },
            undefined,
            'i',
          ),
        ],
        'l',
      ),
      text('button', 'Look there', { type: 'submit', class: 'tb' }, 'b'),
    ],
    'link',
  );

/** A table that scrolls by itself. */
export const scrollingTable = (
  label: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  attrs: Mark['attrs'] = {},
): Mark =>
  mark(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label },
    [
      mark(
        'table',
        attrs,
        [
          mark(
            'thead',
            {},
            [
              mark(
                'tr',
                {},
                head.map((h, i) => text('th', h, { scope: 'col' }, String(i))),
                'r',
              ),
            ],
            'h',
          ),
          mark(
            'tbody',
            {},
            rows.map((cells, r) =>
              mark(
                'tr',
                {},
                cells.map((c, i) => text(i ? 'td' : 'th', c, i ? {} : { scope: 'row' }, String(i))),
                String(r),
              ),
            ),
            'b',
          ),
        ],
        't',
      ),
    ],
    's',
  );
