// What was found: in words, against the second, of one feature, panel by panel, as a table.

import { mark, type Mark } from '../../scene/mark.ts';
import { grouped } from '../../scene/format.ts';
import type { Comparison } from '../analysis/compare.ts';
import { handoffAddress } from '../handoff.ts';
import { nameOf } from '../pictures/names.ts';
import type { Shown } from '../pictures/panel.ts';
import { panelsOf } from '../pictures/panels.ts';
import type { DictionaryFound } from '../protocol.ts';
import { count, dictionaryInWords, four, measures, summary, verdict } from '../sentences.ts';
import { button, scrollingTable, text } from './controls.ts';
import { figure } from './figure.ts';
import { rowsPart } from './rows.ts';
import type { State } from './state.ts';

const MOST_ROWS = 200;

export function results(state: State, shown: Shown): Mark[] {
  const { width, script, catalogue, site, hovered } = state;
  const { look, comparison, dictionary } = shown;
  const address = handoffAddress(look);
  return [
    mark(
      'div',
      { class: 'lab-says' },
      [...summary(look), ...look.notes].map((s, i) => text('p', s, {}, String(i))),
      'says',
    ),
    ...(dictionary ? [dictionaryPart(dictionary)] : []),
    ...(address ? [handoffLink(site + address)] : []),
    mark(
      'div',
      { class: 'tools', role: 'toolbar', 'aria-label': 'All of it' },
      [
        ...(catalogue?.files[0]?.src ? [button('link', 'Link to this view')] : []),
        button('python', 'The same in Python', { 'aria-expanded': String(!!script) }),
        button('all', 'All numbers as JSON'),
      ],
      'tools',
    ),
    ...(script ? [scriptPart(script)] : []),
    ...(comparison ? [comparisonPart(comparison)] : []),
    rowsPart(state, shown),
    mark(
      'div',
      { class: 'lab-panels' },
      panelsOf(shown).map((panel) => figure(panel, shown, width, { hovered })),
      'panels',
    ),
    numbersTable(shown),
  ];
}

const dictionaryPart = (found: DictionaryFound): Mark =>
  mark(
    'section',
    { class: 'lab-dictionary', 'aria-labelledby': 'dictionary' },
    [
      text('h2', `The dictionary ${found.dictionary.name}`, { id: 'dictionary' }, 'h'),
      ...dictionaryInWords(found).map((s, i) => text('p', s, {}, `s${i}`)),
      mark(
        'div',
        { class: 'tools', role: 'toolbar', 'aria-label': 'Save it as SAELens does' },
        [button('save-weights', 'Save sae_weights.safetensors'), button('save-config', 'Save cfg.json')],
        'tools',
      ),
      text(
        'p',
        'Both hold the latents named under “Only features”, or all, each number as it was stored.',
        { class: 'hint' },
        'hint',
      ),
    ],
    'dictionary',
  );

const handoffLink = (href: string): Mark =>
  mark(
    'p',
    { class: 'lab-hand' },
    [
      text(
        'a',
        'Hand these directions to the figure “superposition” and train on from there',
        { href, class: 'action' },
        'a',
      ),
    ],
    'hand',
  );

const scriptPart = (script: string): Mark =>
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
  );

function comparisonPart({ likeness, notes, rows }: Comparison): Mark {
  const three = (v: number): string => v.toFixed(3).replace('-', '−');
  const [first, second] = rows;
  return mark(
    'div',
    { class: 'lab-compare' },
    [
      text('h2', `Against the second: ${count(first, 'row')} and ${grouped(second)}`, { id: 'compare' }, 'h'),
      ...[...verdict(likeness), ...notes].map((s, i) => text('p', s, {}, `v${i}`)),
      scrollingTable(
        'Measures of likeness',
        ['measure', 'here', 'by chance', 'what it is'],
        measures(likeness).map(({ what, value, chance, note }) => [what, three(value), three(chance), note]),
        { class: 'plain' },
      ),
    ],
    'compare',
  );
}

function numbersTable({ look }: Shown): Mark {
  const { norms, shares, interference, nearest, cosines, n } = look;
  const rows = Array.from({ length: Math.min(n, MOST_ROWS) }, (_, f) => {
    const near = nearest[f] ?? -1;
    return [
      String(nameOf(look, f)),
      four(norms[f] ?? 0),
      four(shares[f] ?? 0),
      four(interference[f] ?? 0),
      near < 0 ? '' : String(nameOf(look, near)),
      four(cosines[f] ?? 0),
    ];
  });
  const some = n > MOST_ROWS ? `, the first ${MOST_ROWS} features` : '';
  return mark(
    'details',
    { class: 'fig numbers' },
    [
      text('summary', `The numbers as a table${some}`, {}, 's'),
      {
        ...scrollingTable(
          'Numbers of every feature',
          ['feature', 'length', 'share', 'interference', 'nearest', 'its cosine'],
          rows,
        ),
        key: 'd',
      },
    ],
    'numbers',
  );
}
