// The panels under the toolbar: settings, link, embed, download, source. Marks again; loaded when one is first opened.

import { mark, type Mark } from '../scene/mark.ts';
import { save } from './download.ts';
import { assetUrl } from './inlined-assets.ts';
import type { Field } from './params.ts';
import { cancel, videoPanel, type RenderVideo } from './video-panel.ts';
import { snippets, type Snippet } from './snippets.ts';
import { sources } from './sources.ts';
import type { FigureView, Recipe } from './widget.ts';

export interface Asked {
  readonly view: FigureView<any, any>;
  readonly params: Readonly<Record<string, unknown>>;
  /** state and engine, as in a permalink */
  readonly address: string;
  /** which kernels ran; undefined: not yet, or the model does without */
  readonly kernels?: 'wasm' | 'plain' | undefined;
  /** where the site lives, absolute */
  readonly base: string;
  readonly element: HTMLElement & {
    toSVG(): Promise<string>;
    toPNG(scale: number): Promise<Blob>;
    toCSV(): Promise<string>;
    toJSON(): Promise<object>;
  };
  /** the run as a NumPy program, where there is one for the state */
  readonly program: () => Promise<Recipe | undefined>;
  /** films the run, where there is one */
  readonly shoot?: RenderVideo | undefined;
  show(panel: { name: string; marks: readonly Mark[] }): void;
  say(text: string): void;
}

/** The panel's marks; undefined when the act was done at once and nothing opens. */
export async function panel(
  does: string,
  asked: Asked,
): Promise<{ name: string; marks: readonly Mark[] } | undefined> {
  const { view, element } = asked;
  switch (does) {
    case 'settings':
      return { name: does, marks: settings(asked) };
    case 'link':
      return { name: does, marks: await link(asked) };
    case 'embed':
      return { name: does, marks: embed(asked) };
    case 'download':
      return { name: does, marks: downloads(asked) };
    case 'source':
      return { name: does, marks: await source(asked) };
    case 'svg':
      save(`${view.name}.svg`, await element.toSVG(), 'image/svg+xml');
      break;
    case 'png':
      save(`${view.name}.png`, await element.toPNG(2));
      break;
    case 'csv':
      save(`${view.name}.csv`, await element.toCSV(), 'text/csv');
      break;
    case 'json':
      save(`${view.name}.json`, JSON.stringify(await element.toJSON(), null, 1), 'application/json');
      break;
    case 'py': {
      const recipe = await asked.program();
      if (!recipe) asked.say('There is no program for what is shown here; the other downloads have it.');
      else {
        const { written } = await import('./program.ts');
        // In a standalone module the programs stand beside it, and this is a promise.
        save(`${view.name}.py`, await Promise.resolve(written(recipe)), 'text/x-python');
      }
      break;
    }
    case 'film':
      void videoPanel(view.name, asked.shoot!, asked.show, asked.say);
      break;
    case 'cancel':
      cancel();
      break;
    default:
      if (does.startsWith('copy:')) asked.say(await copy(does.slice(5), asked));
  }
  return undefined;
}

const text = (tag: string, inside: string, key: string, attrs: Mark['attrs'] = {}): Mark =>
  mark(tag, attrs, inside, key);
const button = (does: string, label: string): Mark =>
  text('button', label, does, { type: 'button', class: 'tb', 'data-do': does });
const close = button('close', 'Close');

function settings({ view, params }: Asked): Mark[] {
  return [
    mark(
      'div',
      { class: 'fields' },
      view.settings.map(({ key, label }) =>
        mark('label', {}, [text('span', label, 'l'), field(key, view.spec[key]!, params[key])], key),
      ),
      'f',
    ),
    close,
  ];
}

function field(key: string, f: Field, value: unknown): Mark {
  if (f.kind === 'choice') {
    return mark(
      'select',
      { 'data-set': key },
      f.of.map((option) => text('option', option, option, { value: option, selected: option === value })),
      'i',
    );
  }
  if (f.kind === 'edits') return text('span', '', 'i');
  if (f.kind === 'text') {
    return mark(
      'input',
      { type: 'text', 'data-set': key, value: value as string, autocomplete: 'off', spellcheck: 'false' },
      undefined,
      'i',
    );
  }
  return mark(
    'input',
    {
      type: 'number',
      'data-set': key,
      min: f.min,
      max: f.max,
      step: f.kind === 'int' ? 1 : 'any',
      value: value as number | undefined,
      inputmode: f.kind === 'int' ? 'numeric' : 'decimal',
      placeholder: 'the model’s own',
    },
    undefined,
    'i',
  );
}

async function link(asked: Asked): Promise<Mark[]> {
  const said = await copy('link', asked);
  return [
    snippet('link', { ...quoted(asked).link!, label: 'This state, as a link' }),
    text('p', said, 'said'),
    close,
  ];
}

function embed(asked: Asked): Mark[] {
  // The link has a panel of its own; what most people want comes next, the rest is folded.
  const codes = Object.entries(quoted(asked))
    .slice(1)
    .map(([name, given]) => snippet(name, given));
  const { name } = asked.view;
  const away = (path: string, label: string): Mark =>
    text('a', label, path, { href: new URL(path, asked.base).href });
  return [
    ...codes.slice(0, 2),
    mark('details', {}, [text('summary', 'Decks, notebooks, posts', 's'), ...codes.slice(2)], 'o'),
    mark(
      'p',
      { class: 'rows' },
      [
        away(`download/${name}.html`, 'One file that runs offline'),
        away('talk-kit.zip', 'All of them, with a deck'),
        away('talks/', 'How they behave on stage'),
      ],
      'a',
    ),
    close,
  ];
}

const quoted = ({ view: { name }, address, base }: Asked): Record<string, Snippet> =>
  snippets({ name, address, base });

function snippet(name: string, { label, code, note }: Snippet): Mark {
  return mark(
    'div',
    { class: 'snippet' },
    [
      text('span', label, 'l'),
      mark('pre', { tabindex: '0' }, [text('code', code, 'c')], 'p'),
      button(`copy:${name}`, 'Copy'),
      note ? text('small', note, 'n') : undefined,
    ],
    name,
  );
}

async function copy(name: string, asked: Asked): Promise<string> {
  const quote = quoted(asked)[name];
  if (!quote) return '';
  const { code, label } = quote;
  try {
    await navigator.clipboard.writeText(code);
    return `${label}: copied.`;
  } catch {
    return 'The browser did not let us copy; select the text and copy it yourself.';
  }
}

function downloads({ shoot: films }: Asked): Mark[] {
  const kinds: readonly (readonly [does: string, label: string])[] = [
    ...(films ? [['film', 'Video of the run: MP4, else WebM, else GIF'] as const] : []),
    ['py', 'Python, the same run in NumPy'],
    ['svg', 'SVG, the picture as lines'],
    ['png', 'PNG, the picture as pixels'],
    ['csv', 'CSV, the run as numbers'],
    ['json', 'JSON, a dream file: weights and recipe'],
  ];
  return [
    mark(
      'div',
      { class: 'rows' },
      kinds.map(([does, label]) => button(does, label)),
      'r',
    ),
    close,
  ];
}

/** The files as the repository has them, each with what it did: the worker is bundled from those that ran. */
async function source({ view, kernels, base }: Asked): Promise<Mark[]> {
  const files = sources(view, kernels ?? 'wasm');
  const texts = await Promise.all(
    files.map(({ file }) =>
      fetch(assetUrl(file.replace('src/', 'source/'), base))
        .then((reply) => (reply.ok ? reply.text() : undefined))
        .catch(() => undefined),
    ),
  );
  return [
    mark(
      'div',
      { class: files.length > 1 ? 'listings' : undefined },
      files.map(({ file, did, how }, i) =>
        mark(
          'div',
          {},
          [
            mark(
              'p',
              {},
              [text('b', `${did}: `, 'b'), text('span', how ? `${file}, ${how}` : file, 's')],
              'r',
            ),
            texts[i] === undefined
              ? text('p', 'The file could not be loaded; it stands on the figure’s page.', 'c')
              : mark(
                  'pre',
                  { tabindex: '0', class: 'listing', 'aria-label': file },
                  [text('code', texts[i], 'c')],
                  'c',
                ),
          ],
          file,
        ),
      ),
      'f',
    ),
    mark(
      'p',
      {},
      [
        text('a', 'The same, in colour, on the figure’s page', 'l', {
          href: new URL(`figures/${view.name}/#source`, base).href,
        }),
      ],
      'l',
    ),
    close,
  ];
}
