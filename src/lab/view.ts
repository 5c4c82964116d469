// The lab's page as marks: a pure function of what is known. The build prints it, the page paints it.

import { mark, type Mark } from '../scene/mark.ts';
import { svg } from '../scene/print.ts';
import { grouped } from '../scene/format.ts';
import { guess, sides, type Choice } from './choose.ts';
import { FRONT } from './address.ts';
import { panels, type Panel, type Shown } from './panels.ts';
import { sayCell } from './gram.ts';
import { handed } from './hand.ts';
import type { Seen } from './space.ts';
import type { Catalogue, Found } from './work.ts';
import { compared, count, four, summary, verdict } from './words.ts';

export interface Held {
  readonly name: string;
  readonly size: number;
  readonly catalogue: Catalogue;
  /** where it came from, when it has an address */ readonly src?: string;
}
export interface State {
  readonly held: readonly Held[];
  readonly choice: Choice;
  /** "<number of the file>:<tensor>", and how it lies */
  readonly with?: string;
  readonly turnOther?: boolean;
  readonly seen: Seen;
  readonly cell?: number;
  readonly busy?: { readonly what: string; readonly share: number };
  readonly fault?: string;
  /** an address that waits for the reader's word */
  readonly asking?: { readonly src: string; readonly host: string; readonly slot: number };
  readonly found?: Found;
  readonly script?: string;
  readonly said: string;
  readonly width: number;
  readonly site: string;
}

export const empty = (site: string, width = 540): State => ({
  held: [],
  choice: { tensor: '' },
  seen: FRONT,
  said: '',
  width,
  site,
});

const text = (tag: string, inside: string, attrs: Mark['attrs'] = {}, key?: string): Mark =>
  mark(tag, attrs, inside, key);
const button = (does: string, label: string, attrs: Mark['attrs'] = {}): Mark =>
  text('button', label, { type: 'button', class: 'tb', 'data-do': does, ...attrs }, does);

export const examples: readonly (readonly [fragment: string, label: string])[] = [
  ['src=pentagon.json', 'five features in two neurons, a dream file'],
  ['src=hundred.npy', 'a hundred features in ten neurons'],
  ['src=two-seeds.safetensors&tensor=seed-1&with=0:seed-2', 'the same toy from two seeds'],
  [
    'src=dictionary.safetensors&tensor=truth&with=0:decoder',
    'the true directions of a toy and a dictionary that was to find them',
  ],
];

export function view(state: State): Mark[] {
  const { held, found, busy, fault, said } = state;
  return [
    mark('div', { class: 'lab-open' }, opening(state), 'open'),
    ...(busy ? [working(busy)] : []),
    mark(
      'div',
      { role: 'alert', class: 'lab-alert' },
      fault ? [text('p', fault, { class: 'notice' }, 'f')] : [],
      'alert',
    ),
    ...(held.length ? [mark('div', { class: 'lab-choose' }, chooser(state), 'choose')] : []),
    ...(found ? [mark('div', { class: 'lab-found' }, results(state, found), 'found')] : []),
    text('p', said, { class: 'said', 'aria-live': 'polite' }, 'said'),
  ];
}

function opening({ asking, site }: State): Mark[] {
  return [
    mark(
      'div',
      { class: 'lab-drop' },
      [
        mark(
          'label',
          { class: 'tb play lab-file' },
          [
            text('span', 'Choose a file', {}, 't'),
            mark('input', { type: 'file', multiple: true, 'data-file': '0' }, undefined, 'i'),
          ],
          'l',
        ),
        text(
          'p',
          'or drop one or two anywhere on this page, or paste rows of numbers. Files of .npy, .npz, .safetensors, .json, .csv and .tsv, and the figures’ own dream files. Nothing is uploaded: a worker in this page reads them.',
          {},
          'p',
        ),
      ],
      'drop',
    ),
    linked('or by its address', 0),
    ...(asking
      ? [
          mark(
            'div',
            { class: 'notice lab-asking', role: 'group', 'aria-label': 'May the lab ask this address?' },
            [
              text(
                'p',
                `The lab will make one request, GET, to ${asking.host}, without cookies or referrer, for:`,
                {},
                'p',
              ),
              text('code', asking.src, {}, 'c'),
              mark('div', {}, [button('fetch', 'Fetch it'), button('leave', 'Leave it')], 'b'),
            ],
            'asking',
          ),
        ]
      : []),
    mark(
      'p',
      { class: 'lab-examples' },
      [
        text('span', 'Or begin with a run of ours: ', {}, 's'),
        ...examples.flatMap(([fragment, label], i) => [
          text('span', i ? ' · ' : '', {}, `c${i}`),
          text('a', label, { href: `${site}lab/#${fragment}` }, fragment),
        ]),
      ],
      'examples',
    ),
  ];
}

const linked = (label: string, slot: number): Mark =>
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

const working = ({ what, share }: { what: string; share: number }): Mark =>
  mark(
    'div',
    { class: 'lab-busy' },
    [
      mark('progress', { max: 1, value: share, 'aria-label': what }, undefined, 'p'),
      text('span', `${what} …`, {}, 's'),
      button('cancel', 'Cancel'),
    ],
    'busy',
  );

function chooser({ held, choice, with: other, turnOther, site }: State): Mark[] {
  const [first] = held;
  const entry = first.catalogue.tensors.find((t) => t.name === choice.tensor) ?? first.catalogue.tensors[0];
  const [rows, cols] = sides(entry, choice.item);
  const { dream } = first.catalogue;
  const others = held.flatMap(({ name, catalogue: { tensors } }, i) =>
    tensors
      .filter((t) => i || t.name !== choice.tensor)
      .map((t) => [`${i}:${t.name}`, `${t.name} [${t.shape.join(' × ')}]${i ? ` of ${name}` : ''}`] as const),
  );
  const otherEntry =
    other === undefined
      ? undefined
      : held[Number(other.split(':')[0])]?.catalogue.tensors.find((t) => t.name === other.slice(2));
  return [
    text('h2', first.name, { id: 'file' }, 'h'),
    text(
      'p',
      `${first.catalogue.format}, ${count(first.catalogue.tensors.length, 'tensor')}, ${grouped(first.size)} bytes.${first.catalogue.notes.length ? ` ${first.catalogue.notes.join(' ')}` : ''}`,
      {},
      'p',
    ),
    ...(dream
      ? [
          mark(
            'p',
            {},
            [
              text(
                'a',
                `Open this state in the figure “${dream.figure}”`,
                { href: `${site}figures/${dream.figure}/#${dream.figure}?${dream.address}`, class: 'action' },
                'a',
              ),
            ],
            'dream',
          ),
        ]
      : []),
    mark(
      'div',
      { class: 'fields' },
      [
        select(
          'tensor',
          'Tensor',
          entry.name,
          first.catalogue.tensors.map((t) => [t.name, `${t.name} · [${t.shape.join(' × ')}] ${t.dtype}`]),
        ),
        select('transpose', 'Features are', String(choice.transpose ?? guess(entry, choice.item)), [
          ['false', `the rows, ${grouped(rows)}`],
          ['true', `the columns, ${grouped(cols)}`],
        ]),
        ...(entry.shape.length > 2
          ? [
              select('item', 'First axis', choice.item === undefined ? '' : String(choice.item), [
                ['', 'all of it, later axes joined'],
                ...Array.from({ length: Math.min(64, entry.shape[0]) }, (_, i): [string, string] => [
                  String(i),
                  `item ${i}`,
                ]),
              ]),
            ]
          : []),
        field('features', 'Only features', choice.features ?? '', 'all, or 0-15, 20'),
        field('dims', 'Only places', choice.dims ?? '', 'all, or 0-9'),
        select('with', 'Compare with', other ?? '', [['', 'nothing'], ...others]),
        ...(otherEntry
          ? [
              select('turnOther', 'Its features are', String(turnOther ?? guess(otherEntry)), [
                ['false', 'its rows'],
                ['true', 'its columns'],
              ]),
            ]
          : []),
        mark(
          'label',
          { class: 'tb lab-file' },
          [
            text('span', held[1] ? `Second file: ${held[1].name}` : 'Add a file to compare', {}, 't'),
            mark('input', { type: 'file', 'data-file': '1' }, undefined, 'i'),
          ],
          'second',
        ),
      ],
      'fields',
    ),
    linked('or the second by its address', 1),
  ];
}

function select(
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
const field = (key: string, label: string, value: string, hint: string): Mark =>
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

function results(state: State, found: Found): Mark[] {
  const { seen, cell, width, script, held, site } = state;
  const hand = handed(found.look);
  const shown: Shown = { look: found.look, likeness: found.likeness, seen, cell };
  return [
    mark(
      'div',
      { class: 'lab-says' },
      [...summary(found.look), ...found.look.notes].map((s, i) => text('p', s, {}, String(i))),
      'says',
    ),
    ...(hand
      ? [
          mark(
            'p',
            { class: 'lab-hand' },
            [
              text(
                'a',
                'Hand these directions to the figure “superposition” and train on from there',
                { href: site + hand, class: 'action' },
                'a',
              ),
            ],
            'hand',
          ),
        ]
      : []),
    mark(
      'div',
      { class: 'tools', role: 'toolbar', 'aria-label': 'All of it' },
      [
        ...(held[0]?.src ? [button('link', 'Link to this view')] : []),
        button('python', 'The same in Python', { 'aria-expanded': String(!!script) }),
        button('all', 'All numbers as JSON'),
      ],
      'tools',
    ),
    ...(script
      ? [
          mark(
            'div',
            { class: 'panel' },
            [
              mark(
                'pre',
                { class: 'listing', tabindex: '0', 'aria-label': 'Python script' },
                [text('code', script, {}, 'c')],
                'l',
              ),
              button('save-python', 'Save'),
              button('copy-python', 'Copy'),
            ],
            'python',
          ),
        ]
      : []),
    ...(found.likeness ? [comparison(found)] : []),
    mark(
      'div',
      { class: 'lab-panels' },
      panels.filter((p) => p.fits?.(shown) ?? true).map((p) => figure(p, shown, width, true)),
      'panels',
    ),
    table(shown),
  ];
}

function comparison({ likeness, other }: Found): Mark {
  const rows = compared(likeness!);
  return mark(
    'div',
    { class: 'lab-compare' },
    [
      text('h2', `Against the second: ${count(other!.n, 'row')} of ${other!.m}`, { id: 'compare' }, 'h'),
      ...verdict(likeness!).map((s, i) => text('p', s, {}, `v${i}`)),
      mark(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Measures of likeness' },
        [
          mark(
            'table',
            { class: 'plain' },
            [
              mark(
                'thead',
                {},
                [
                  mark(
                    'tr',
                    {},
                    ['measure', 'here', 'by chance', 'what it is'].map((h, i) =>
                      text('th', h, { scope: 'col' }, String(i)),
                    ),
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
      ),
    ],
    'compare',
  );
}

/** One panel; not live: as the build prints the example. */
export function figure(panel: Panel, shown: Shown, width: number, live: boolean): Mark {
  const { id, title } = panel;
  const drawn = svg(panel.picture(shown, width), { class: 'pic', role: 'img' });
  const gram = id === 'gram' && live;
  return mark(
    'figure',
    { class: 'fig lab-panel', id: live ? `panel-${id}` : undefined },
    [
      mark('div', { class: 'frame-top' }, [text('h3', title, { class: 'ti' }, 't')], 'top'),
      mark(
        'div',
        {
          class: 'plate',
          ...(gram
            ? {
                'data-gram': true,
                tabindex: 0,
                role: 'slider',
                'aria-label': 'Cell of the Gram matrix',
                'aria-valuemin': 0,
                'aria-valuemax': shown.look.gram.side ** 2 - 1,
                'aria-valuenow': shown.cell ?? 0,
                'aria-valuetext':
                  shown.cell === undefined ? 'none yet; arrow keys move' : sayCell(shown.look, shown.cell),
              }
            : {}),
        },
        [{ ...drawn, key: 'pic' }],
        'plate',
      ),
      ...(gram
        ? [
            text(
              'p',
              shown.cell === undefined
                ? 'Point at a cell, or focus the matrix and use the arrow keys.'
                : sayCell(shown.look, shown.cell),
              { class: 'lab-cell' },
              'cell',
            ),
          ]
        : []),
      ...(id === 'view' && live && shown.look.m > 2
        ? [
            mark(
              'div',
              { class: 'lab-turn' },
              [turn('yaw', 'Turn', 180, shown.seen.yaw), turn('pitch', 'Tilt', 90, shown.seen.pitch)],
              'turn',
            ),
          ]
        : []),
      text('figcaption', panel.says(shown), { class: 'cap' }, 'cap'),
      ...(live
        ? [
            mark(
              'div',
              { class: 'tools', role: 'toolbar', 'aria-label': `Take ${title} home` },
              ['svg', 'png', 'csv', 'json'].map((kind) =>
                button(`${kind}:${id}`, kind.toUpperCase(), {
                  'aria-label': `${title} as ${kind.toUpperCase()}`,
                }),
              ),
              'tools',
            ),
          ]
        : []),
    ],
    id,
  );
}

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

const MOST_ROWS = 200;
function table({ look }: Shown): Mark {
  const { norms, shares, interference, nearest, cosines, at, names, n } = look;
  const head = ['feature', 'length', 'share', 'interference', 'nearest', 'its cosine'];
  const name = (f: number): string => (f < 0 ? '' : (names?.[f] ?? String(at[f])));
  const rows = Array.from({ length: Math.min(n, MOST_ROWS) }, (_, f) => [
    name(f),
    four(norms[f]),
    four(shares[f]),
    four(interference[f]),
    name(nearest[f]),
    four(cosines[f]),
  ]);
  return mark(
    'details',
    { class: 'fig numbers' },
    [
      text(
        'summary',
        `The numbers as a table${n > MOST_ROWS ? `, the first ${MOST_ROWS} features` : ''}`,
        {},
        's',
      ),
      mark(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Numbers of every feature' },
        [
          mark(
            'table',
            {},
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
        'd',
      ),
    ],
    'numbers',
  );
}
