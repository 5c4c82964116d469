// The frame around every figure, as marks: rule and title, plate, question, track, toolbar, notices, caption, numbers.
// The build prints it (inert, in two compositions); the element paints it (live, in one). Order as in the design.

import { memoizeLast } from '../math/memoize.ts';
import { mark, type Mark, type Picture } from '../scene/mark.ts';
import { svg } from '../scene/print.ts';
import { grouped } from '../scene/format.ts';
import { icons, type IconName } from './icons.ts';
import type { FigureView, Layout, Scene, Text } from './widget.ts';

export type Status = 'resting' | 'running' | 'paused' | 'settled' | 'failed';

/** Everything the frame shows. Plain data. */
export interface FrameView {
  readonly view: Pick<
    FigureView<any, any>,
    'name' | 'caption' | 'about' | 'settings' | 'verb' | 'noun' | 'typed'
  >;
  readonly text: Text;
  readonly pictures: readonly { readonly layout: Layout; readonly scene: Scene }[];
  readonly status: Status;
  readonly step: number;
  readonly end: number;
  readonly seed?: number | undefined;
  /** a ghost run is shown; undefined: this figure has none to show */
  readonly compared?: boolean | undefined;
  /** what stands in the line to type in, where the figure has one */
  readonly typed?: string | undefined;
  readonly canUndo: boolean;
  readonly notices: readonly string[];
  readonly said: string;
  /** "Fig. 1.3"; none on slides */
  readonly number?: string | undefined;
  /** permalink of the state, printed on paper where the controls are not */
  readonly address?: string | undefined;
  /** false: printed by the build, nothing can be touched yet */
  readonly live: boolean;
  readonly chrome: 'none' | 'title' | 'full' | 'hero';
  /** printed only: the file that holds the pictures, for a figure that is not the first of its page; '': no file; neither pictures nor table, but their room */
  readonly apart?: string | undefined;
  /** the open panel under the toolbar: its name and its marks */
  readonly panel?: { readonly name: string; readonly marks: readonly Mark[] } | undefined;
}

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
    drawn.length > 1 ? (['wide', 'narrow'] as const)[i] : composition; // the styles show one of two
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

function ask(text: Text, live: boolean): Mark {
  return mark(
    'div',
    { class: 'ask' },
    [
      mark('b', {}, text.question, 'q'),
      mark('span', { class: 'val' }, text.value ?? '', 'v'),
      mark(
        'span',
        { class: 'hint' },
        text.hint
          ? live
            ? text.hint
            : ''
          : live
            ? 'drag, or arrow keys; the strip shows what each setting trains to'
            : 'the strip shows what each setting trains to',
        'h',
      ),
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

interface Tool {
  readonly does: string;
  readonly icon: IconName;
  readonly label: string;
  readonly title?: string | undefined;
  readonly on?: boolean | undefined;
  readonly off?: boolean | undefined;
  readonly fill?: boolean | undefined;
  readonly far?: boolean | undefined;
}

/** The same object as long as it looks the same: a run does not paint it. */
const tools = memoizeLast(
  (
    view: FrameView['view'],
    status: Status,
    live: boolean,
    chrome: FrameView['chrome'],
    opened: string | undefined,
    compared: boolean | undefined,
    canUndo: boolean,
    seed: number | undefined,
  ): Mark => {
    const running = status === 'running';
    const play: Tool = {
      does: 'play',
      icon: running ? 'pause' : 'play',
      label: running ? 'Pause' : (view.verb ?? 'Train'),
      fill: true,
    };
    const open = (name: string): boolean => opened === name;
    const all: Tool[] =
      chrome === 'hero'
        ? [
            play,
            { does: 'reset', icon: 'reset', label: 'Start over' },
            { does: 'link', icon: 'link', label: 'Link to this state' },
          ]
        : [
            play,
            {
              does: 'step',
              icon: 'step',
              label: 'Step',
              title: view.noun ? `One ${view.noun}` : 'One training step',
              off: running,
            },
            { does: 'reset', icon: 'reset', label: 'Reset', title: 'Back to step 0' },
            { does: 'undo', icon: 'undo', label: 'Undo', off: !canUndo },
            ...(view.settings.length
              ? [
                  {
                    does: 'settings',
                    icon: 'settings',
                    label: seed === undefined ? 'Settings' : `Seed ${seed}`,
                    title: 'Seed and settings',
                    on: open('settings'),
                  } satisfies Tool,
                ]
              : []),
            ...(compared === undefined
              ? []
              : [
                  {
                    does: 'compare',
                    icon: 'compare',
                    label: 'Compare',
                    title: 'Keep this run as a ghost and train another seed',
                    on: compared,
                  } satisfies Tool,
                ]),
            { does: 'link', icon: 'link', label: 'Link to this state', far: true },
            { does: 'embed', icon: 'embed', label: 'Embed', on: open('embed'), far: true },
            { does: 'download', icon: 'download', label: 'Download', on: open('download'), far: true },
            { does: 'source', icon: 'source', label: 'Source', on: open('source'), far: true },
          ];
    const row = all.map((t) => tool(t, live));
    const gap = all.findIndex((t) => t.far);
    if (gap > 0) row.splice(gap, 0, mark('span', { class: 'sp' }, '', 'sp'));
    return mark(
      'div',
      { class: 'tools', role: 'toolbar', 'aria-label': 'Controls of this figure' },
      row,
      'tools',
    );
  },
);

function tool({ does, icon, label, title, on, off, fill }: Tool, live: boolean): Mark {
  return mark(
    'button',
    {
      type: 'button',
      class: `tb${fill ? ' play' : ''} k-${does}`,
      'data-do': does,
      'aria-label': label,
      title: title ?? label,
      disabled: !live,
      'aria-disabled': live && off ? 'true' : undefined,
      'aria-expanded': on === undefined || does === 'compare' ? undefined : String(on),
      'aria-pressed': does === 'compare' ? String(!!on) : undefined,
    },
    [
      mark(
        'svg',
        { viewBox: '0 0 20 20', 'aria-hidden': 'true' },
        [mark('path', { d: icons[icon] }, undefined, 'p')],
        'i',
      ),
      mark('span', {}, label, 't'),
    ],
    does,
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
