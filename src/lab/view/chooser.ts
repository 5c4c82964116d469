// The part of the page where tensors are chosen: what is in the files, and how either side of a comparison lies.

import { mark, type Mark } from '../../scene/mark.ts';
import { grouped } from '../../scene/format.ts';
import { layoutOf, type Choice } from '../analysis/choice.ts';
import { bytes, clip, shapeInWords } from '../files/user-error.ts';
import type { Entry } from '../files/tensor.ts';
import type { Catalogue, FileEntry } from '../protocol.ts';
import { count } from '../sentences.ts';
import { addressForm, field, fileButton, search, select, text, tick, button } from './controls.ts';
import type { State } from './state.ts';

/** Tensors from which on there is a search, and options that a list holds. */
const SEARCHED_FROM = 12;
const MOST_OPTIONS = 300;
const FILES_LISTED = 8;

/** A tensor among all files. */
interface Listed {
  readonly file: number;
  readonly entry: Entry;
}

/** All tensors of all files, in their order. */
const listOf = ({ files }: Catalogue): Listed[] =>
  files.flatMap(({ tensors }, file) => tensors.map((entry) => ({ file, entry })));

/** The tensor of a choice. */
const entryOf = (catalogue: Catalogue, choice: Choice): Entry | undefined =>
  catalogue.files[choice.file]?.tensors.find(({ name }) => name === choice.tensor);

export function chooser(state: State): Mark[] {
  const { catalogue, first, second, tensorSearch, site } = state;
  if (!catalogue) return [];
  const all = listOf(catalogue);
  const title =
    catalogue.files.length === 1 ? (catalogue.files[0]?.name ?? '') : count(catalogue.files.length, 'file');
  const matches = matching(all, tensorSearch);
  const entry = first && entryOf(catalogue, first);
  const other = second && entryOf(catalogue, second);
  return [
    text('h2', title, { id: 'file' }, 'h'),
    ...fileList(catalogue),
    ...dreamLinks(catalogue, site),
    ...(all.length > SEARCHED_FROM
      ? [
          mark(
            'div',
            { class: 'lab-find' },
            [
              search('tensor', `Find among ${grouped(all.length)} tensors`, tensorSearch, 'part of a name'),
              text(
                'p',
                tensorSearch ? `${grouped(matches.length)} match; the lists below hold them.` : '',
                { class: 'hint', role: 'status' },
                'n',
              ),
            ],
            'find',
          ),
        ]
      : []),
    ...(first && entry
      ? [
          mark(
            'div',
            { class: 'fields', role: 'group', 'aria-label': 'What is looked at' },
            [
              select('tensor', 'Tensor', `${first.file}:${first.tensor}`, options(matches, catalogue, first)),
              ...sideFields(entry, first, ''),
              ...labelFields(state, entry, first),
              select('with', 'Compare with', second ? `${second.file}:${second.tensor}` : '', [
                ['', 'nothing'],
                ...options(matches, catalogue, second, first),
              ]),
            ],
            'fields',
          ),
        ]
      : []),
    ...(second && other
      ? [
          mark(
            'div',
            { class: 'fields', role: 'group', 'aria-label': 'What it is compared with' },
            [
              text('p', `The second, “${clip(second.tensor)}”`, { class: 'lab-side' }, 's'),
              ...sideFields(other, second, '2'),
            ],
            'fields2',
          ),
        ]
      : []),
    mark(
      'div',
      { class: 'lab-more' },
      [fileButton('add', 'Add files', false), addressForm('or the second by its address', 1)],
      'more',
    ),
  ];
}

/** Every file with what it is; of many the first, and a count. */
function fileList({ files, notes }: Catalogue): Mark[] {
  const about = ({ name, format, tensors, size, notes: said, problem }: FileEntry): string => {
    const title = files.length > 1 ? `${clip(name, 80)}: ` : '';
    if (problem) return `${title}${problem}`;
    const what = tensors.length ? `, ${count(tensors.length, 'tensor')}` : '';
    return `${title}${format}${what}, ${bytes(size)}.${said.length ? ` ${said.join(' ')}` : ''}`;
  };
  const rest = files.length - FILES_LISTED;
  const lines = [
    ...files.slice(0, FILES_LISTED).map(about),
    ...(rest > 0 ? [`${count(rest, 'more file')}.`] : []),
    ...notes,
  ];
  return lines.map((line, i) => text('p', line, { class: 'lab-fileline' }, `p${i}`));
}

const dreamLinks = ({ files }: Catalogue, site: string): Mark[] =>
  files.flatMap(({ dream }, i) =>
    dream
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
            `dream${i}`,
          ),
        ]
      : [],
  );

/** Tensors whose name has every part that is typed. */
function matching(all: readonly Listed[], typed: string): readonly Listed[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (!parts.length) return all;
  return all.filter(({ entry }) => parts.every((part) => entry.name.toLowerCase().includes(part)));
}

/** What a list offers: the matches, and always what is chosen. */
function options(
  matches: readonly Listed[],
  catalogue: Catalogue,
  chosen: Choice | undefined,
  without?: Choice,
): (readonly [string, string])[] {
  const several = catalogue.files.length > 1;
  const is = (choice: Choice | undefined, { file, entry }: Listed): boolean =>
    choice?.file === file && choice.tensor === entry.name;
  const own = chosen && listOf(catalogue).find((one) => is(chosen, one));
  const listed = matches.filter((one) => !is(without, one)).slice(0, MOST_OPTIONS);
  const shown =
    own && !listed.includes(own) && !listed.some((one) => is(chosen, one)) ? [own, ...listed] : listed;
  return shown.map(({ file, entry }) => [
    `${file}:${entry.name}`,
    `${clip(entry.name, 90)} · ${shapeInWords(entry.shape)} ${entry.dtype}${several ? ` in ${clip(catalogue.files[file]?.name ?? '', 40)}` : ''}`,
  ]);
}

/** How a tensor lies, and which part of it counts. @param end '' for the first side, '2' for the second */
function sideFields(entry: Entry, choice: Choice, end: string): Mark[] {
  const { rows, cols, transpose } = safeLayout(entry, choice);
  const [ofRows, ofCols] = transpose ? [cols, rows] : [rows, cols];
  return [
    ...(entry.shape.length > 2 ? axisFields(entry, choice, end) : []),
    select(`transpose${end}`, 'Features are', String(transpose), [
      ['false', `the rows, ${grouped(ofRows)}`],
      ['true', `the columns, ${grouped(ofCols)}`],
    ]),
    field(`features${end}`, 'Only features', choice.features ?? '', 'all, or 0-15, 20'),
    field(`dims${end}`, 'Only places', choice.dims ?? '', 'all, or 0-9'),
    ...(choice.omit ? [tick(`omit${end}`, 'Leave out features with NaN', true)] : []),
  ];
}

function axisFields(entry: Entry, choice: Choice, end: string): Mark[] {
  const whole = entry.shape.map((size, a) => [String(a), `axis ${a}, ${grouped(size)} items`] as const);
  return [
    field(
      `slice${end}`,
      `Slice of ${shapeInWords(entry.shape)}`,
      choice.slice ?? '',
      entry.shape.map(() => ':').join(', '),
    ),
    select(`axis${end}`, 'Rows are along', choice.axis === undefined ? '' : String(choice.axis), [
      ['', 'the first axis taken whole'],
      ...whole,
    ]),
  ];
}

/** A slice that does not fit is told by the worker; the fields then show the tensor as a whole. */
function safeLayout(entry: Entry, choice: Choice): ReturnType<typeof layoutOf> {
  try {
    return layoutOf(entry, choice);
  } catch {
    const { slice: _slice, ...whole } = choice;
    return layoutOf(entry, whole);
  }
}

/** Words that can name the features: every set with as many. */
function labelFields({ catalogue, coloured, found }: State, entry: Entry, choice: Choice): Mark[] {
  const { rows } = safeLayout(entry, choice);
  const sets = (catalogue?.files ?? []).flatMap(({ labels, name }, file) =>
    labels
      .filter((set) => set.count === rows)
      .map((set) => [`${file}:${set.name}`, `${clip(set.name)} of ${clip(name)}`] as const),
  );
  if (!sets.length && !choice.labels) return [];
  return [
    select('labels', 'Names of features', choice.labels ?? '', [['', 'their numbers'], ...sets]),
    ...(found?.look.names ? [tick('coloured', 'In the colours of their names', coloured)] : []),
  ];
}

/** Offered where the worker refused a NaN. */
export const omitButton = (problem: string): Mark[] =>
  /NaN or infinite/.test(problem) && /Leave out/.test(problem)
    ? [button('omit', 'Leave out these features')]
    : [];
