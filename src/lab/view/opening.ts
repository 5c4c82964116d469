// The part of the page where files come in.

import { mark, type Mark } from '../../scene/mark.ts';
import { addressForm, button, fileButton, text } from './controls.ts';
import type { State } from './state.ts';

const examples: readonly (readonly [fragment: string, label: string])[] = [
  ['src=pentagon.json', 'five features in two neurons, a dream file'],
  ['src=hundred.npy', 'a hundred features in ten neurons'],
  ['src=two-seeds.safetensors&tensor=seed-1&with=0:seed-2', 'the same toy from two seeds'],
  [
    'src=dictionary.safetensors&tensor=truth&with=0:decoder',
    'the true directions of a toy and a dictionary that was to find them',
  ],
];

/** Buttons, the address, the examples. */
export function opening({ asking, site }: State): Mark[] {
  return [
    mark(
      'div',
      { class: 'lab-drop' },
      [
        mark(
          'div',
          { class: 'lab-buttons' },
          [fileButton('new', 'Choose files', true), fileButton('folder', 'Choose a folder', false)],
          'b',
        ),
        text(
          'p',
          'or drop any number of files and folders anywhere on this page, or paste rows of numbers. NumPy’s .npy and .npz, .safetensors, JSON, CSV and its kin, packed by gzip or not, dictionaries as SAELens writes them, and the figures’ own dream files. Nothing is uploaded: a worker in this page reads them.',
          {},
          'p',
        ),
      ],
      'drop',
    ),
    addressForm('or by its address', 0),
    ...(asking ? [permission(asking)] : []),
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

const permission = ({ host, src }: NonNullable<State['asking']>): Mark =>
  mark(
    'div',
    { class: 'notice lab-asking', role: 'group', 'aria-label': 'May the lab ask this address?' },
    [
      text('p', `The lab will make one request, GET, to ${host}, without cookies or referrer, for:`, {}, 'p'),
      text('code', src, {}, 'c'),
      mark('div', {}, [button('fetch', 'Fetch it'), button('leave', 'Leave it')], 'b'),
    ],
    'asking',
  );

/** What is being done, with a way out. */
export const working = ({ what, share }: NonNullable<State['busy']>): Mark =>
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
