// The frame around every figure, as marks: rule and title, plate, question, track, toolbar, notices, caption, numbers.
// The build prints it (inert, in two compositions); the element paints it (live, in one). Order as in the design.

import { mark, type Mark, type Picture } from '../scene/mark.ts';
import { svg } from '../scene/print.ts';
import { grouped } from '../scene/format.ts';
import { tools } from './frame-tools.ts';
import type { FrameView } from './frame-view.ts';
import type { FigureView, Layout, Text } from './widget.ts';

/** The marks of a figure’s frame: title, status, plate, question, track, toolbar, caption, table. */
export function frame(given: FrameView): Mark[] {
  const { chrome, text } = given;
  const bare = chrome === 'none' || chrome === 'title';
  return [
    ...(chrome === 'full' || chrome === 'title' ? [head(given)] : []),
    mark('div', { class: 'plate' }, pictures('plate', given), 'plate'),
    ...(given.view.typed && !bare ? [line(given.view.typed, given.typed ?? '', given.live)] : []),
    ...(text.question && !bare ? [ask(text, given.live)] : []),
    ...(given.pictures.some(({ scene }) => scene.track)
      ? [mark('div', { class: 'track' }, pictures('track', given), 'track')]
      : []),
    ...(bare
      ? []
      : [
          tools(
            given.view,
            given.status,
            given.live,
            given.chrome,
            given.panel?.name,
            given.compared,
            given.canUndo,
            given.seed,
          ),
        ]),
    ...(given.panel && !bare
      ? [
          mark(
            'section',
            { class: 'panel', 'aria-label': given.panel.name },
            given.panel.marks,
            `panel-${given.panel.name}`,
          ),
        ]
      : []),
    mark(
      'div',
      { class: 'notices', role: 'status' },
      given.notices.map((note, i) => mark('p', { class: 'notice' }, note, `note-${i}`)),
      'notices',
    ),
    mark('p', { class: 'said', 'aria-live': 'polite' }, given.said, 'said'),
    ...(chrome === 'full'
      ? [mark('figcaption', {}, [caption(given), given.apart !== '' && numbers(given)], 'caption')]
      : []),
  ];
}

function head({ view, number, text, step, end, status }: FrameView): Mark {
  const count = `${view.noun ?? 'step'} ${grouped(step)} of ${grouped(end)}`;
  return mark(
    'div',
    { class: 'frame-top' },
    [
      number ? mark('span', { class: 'no' }, number, 'no') : undefined,
      mark('span', { class: 'ti' }, text.title, 'ti'),
      mark('span', { class: 'live', 'data-status': status }, count, 'live'),
    ],
    'head',
  );
}

type Part = 'plate' | 'track';

function pictures(part: Part, given: FrameView): Mark[] {
  const drawn = given.pictures.filter(({ scene }) => scene[part]);
  const which = ({ composition }: Layout, i: number): string =>
    drawn.length > 1 ? (['wide', 'narrow'] as const)[i]! : composition; // the styles show one of two
  if (given.apart === undefined) {
    return drawn.map(({ layout, scene }, i) => picture(which(layout, i), scene[part]!, part, given));
  }
  // Empty pictures keep the room and the words. With no script a `<use>` over them is the still, in the page's inks and type.
  return [
    ...drawn.map(({ layout, scene }, i) =>
      picture(which(layout, i), { ...scene[part]!, marks: [] }, part, given),
    ),
    given.apart &&
      mark(
        'noscript',
        {},
        drawn.map(({ layout, scene: { [part]: shown } }) =>
          svg(
            { ...shown!, marks: [mark('use', { href: `${given.apart}#${part}-${layout.composition}` })] },
            {
              class: `pic apart ${layout.composition}`,
              role: undefined,
              'aria-label': undefined,
              'aria-hidden': 'true',
            },
          ),
        ),
      ),
  ].filter((m): m is Mark => !!m);
}

function picture(which: string, shown: Picture, part: Part, given: FrameView): Mark {
  const attrs = { class: `pic ${part}-pic ${which}`, role: given.live ? 'group' : 'img', 'data-part': part };
  return {
    ...svg(given.live ? shown : { ...shown, marks: inert(shown.marks) }, attrs),
    key: `${part}-${which}`,
  };
}

const touchable = /^(data-handle|tabindex|role|aria-.*)$/;
/** Marks that look the same and can be neither touched nor focused. */
export function inert(marks: readonly Mark[]): Mark[] {
  return marks.map((m) => ({
    ...m,
    attrs: Object.fromEntries(Object.entries(m.attrs).filter(([name]) => !touchable.test(name))),
    kids: m.kids && inert(m.kids),
  }));
}

/** How the track is used; a printed one is not. */
function hint({ hint: own }: Text, live: boolean): string {
  if (own) return live ? own : '';
  const shows = 'the strip shows what each setting trains to';
  return live ? `drag, or arrow keys; ${shows}` : shows;
}

function ask(text: Text, live: boolean): Mark {
  return mark(
    'div',
    { class: 'ask' },
    [
      mark('b', {}, text.question, 'q'),
      mark('span', { class: 'val' }, text.value ?? '', 'v'),
      mark('span', { class: 'hint' }, hint(text, live), 'h'),
    ],
    'ask',
  );
}

function line(
  { key, label, hint }: NonNullable<FigureView<any, any>['typed']>,
  value: string,
  live: boolean,
): Mark {
  return mark(
    'label',
    { class: 'typed' },
    [
      mark('b', {}, label, 'l'),
      mark(
        'input',
        {
          type: 'text',
          'data-type': key,
          value,
          disabled: !live,
          placeholder: hint,
          autocomplete: 'off',
          autocapitalize: 'off',
          spellcheck: 'false',
          enterkeyhint: 'done',
        },
        undefined,
        'i',
      ),
    ],
    'typed',
  );
}

function caption({ view, text, address, seed }: FrameView): Mark {
  return mark(
    'div',
    { class: 'cap' },
    [
      mark('b', {}, view.caption[0], 'b'),
      mark('span', {}, ` ${view.caption[1]} `, 's'),
      mark('span', { class: 'now' }, text.summary, 'n'),
      mark('small', { class: 'about' }, view.about, 'a'),
      address
        ? mark('small', { class: 'on-paper' }, `${seed === undefined ? '' : `seed ${seed}, `}${address}`, 'p')
        : undefined,
    ],
    'cap',
  );
}

function numbers({ text: { table } }: FrameView): Mark {
  const row = (cells: readonly (string | number)[], key: string): Mark =>
    mark(
      'tr',
      {},
      cells.map((c, i) => mark(i ? 'td' : 'th', i ? {} : { scope: 'row' }, String(c), String(i))),
      key,
    );
  return mark(
    'details',
    { class: 'numbers' },
    [
      mark('summary', {}, 'The numbers as a table', 's'),
      mark(
        'section',
        { class: 'scroll', tabindex: '0', 'aria-label': table.caption },
        [
          mark(
            'table',
            {},
            [
              mark('caption', {}, table.caption, 'c'),
              mark(
                'thead',
                {},
                [
                  mark(
                    'tr',
                    {},
                    table.head.map((h, i) => mark('th', { scope: 'col' }, h, String(i))),
                    'r',
                  ),
                ],
                'h',
              ),
              mark(
                'tbody',
                {},
                table.rows.map((r, i) => row(r, String(i))),
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
