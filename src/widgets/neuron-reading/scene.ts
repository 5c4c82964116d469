// The figure as marks, in every composition: two sheets, what can be pressed, all readings under them.

import type { Change } from '../../scene/control.ts';
import { ink } from '../../scene/ink.ts';
import { at, group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { controlled } from '../../scene/touch.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import { cloud, cloudHeight } from './cloud.ts';
import { drawStyle, isSingle, layoutSheets, margin } from './layout.ts';
import type { ReadingParams } from './params.ts';
import { sheet } from './sheet.ts';
import type { ReadingSnapshot } from './snapshot.ts';
import { summary, title } from './text.ts';

/** Height of a row of the clouds, px. */
const ROW = 24;

/** The picture of these params. */
export function scene(params: ReadingParams, s: ReadingSnapshot, layout: Layout): Scene {
  const pen = drawStyle(layout);
  const sheets = layoutSheets(layout, params);
  const pad = margin(layout);
  const tested = s.step > 0;
  const slide = layout.composition === 'slide';
  const one = isSingle(layout);
  const { width, height: given = 540 } = layout;
  const after = sheets.end + 18;
  const inner = width - 2 * pad;
  const { pick, guess } = params;
  return {
    plate: {
      width,
      height: slide ? given : after + (one ? 2 : 1) * cloudHeight(ROW, pen) + 16,
      label: summary(params, s),
      marks: [
        ...(slide ? [heading(sheets.title, pad, inner, given)] : []),
        ...(one ? [tabs(params, pad, slide ? sheets.title + 6 : 4, inner, pen)] : []),
        ...actions(params, s, sheets.actions, pad, inner, pen),
        ...(sheets.pick
          ? [group(sheet(s.left, sheets.pick, { key: 'pick', pick, tested }, pen), {}, 'left')]
          : []),
        ...(sheets.guess
          ? [group(sheet(s.right, sheets.guess, { key: 'guess', pick: guess, tested }, pen), {}, 'right')]
          : []),
        ...(slide ? [] : clouds(params, s, { x: pad, y: after, inner, one }, pen)),
      ],
    },
  };
}

function heading(y: number, x: number, room: number, height: number): Mark {
  const size = Math.max(12, Math.min(height * 0.062, room / (measure(title, 1) * 0.96)));
  return label(
    x,
    y,
    title,
    {
      'font-size': size,
      'font-weight': 450,
      'letter-spacing': '-0.02em',
      'font-family': 'var(--serif, Source Serif 4), Georgia, serif',
      fill: ink('ink'),
    },
    'title',
  );
}

/** Both scores of all units, beside each other or one under the other. @param inner px between the margins */
function clouds(
  params: ReadingParams,
  s: ReadingSnapshot,
  { x, y, inner, one }: { x: number; y: number; inner: number; one: boolean },
  pen: DrawStyle,
): Mark[] {
  const names = measure('20 dictionary features', pen.small) + 8;
  const half = (inner - names - 32) / 2;
  const low = y + cloudHeight(ROW, pen);
  const [precision, r2] = one
    ? [
        { x, y, width: inner, row: ROW, names },
        { x, y: low, width: inner, row: ROW, names },
      ]
    : [
        { x, y, width: names + half, row: ROW, names },
        { x: x + names + half + 32, y, width: half, row: ROW, names: 0 },
      ];
  return [
    group(cloud(params, s, 'precision', precision, pen), {}, 'precision'),
    group(cloud(params, s, 'r2', r2, pen), {}, 'r2'),
  ];
}

/** Words that do something: the longest that fits is shown. */
interface Action {
  readonly handle: string;
  readonly texts: readonly string[];
  readonly set: Change;
}

/** What is tested or read next. */
function nextAction({ unit, feature }: ReadingParams, s: ReadingSnapshot): Action {
  if (s.step === 0) {
    return {
      handle: 'act-test',
      texts: ['Test both readings on fresh inputs', 'Test on fresh inputs', 'Test'],
      set: { step: undefined },
    };
  }
  return {
    handle: 'act-read',
    texts: ['Read two units yourself', 'Read two yourself', 'Your turn'],
    // Others than those whose answers were just on the screen; five and seven apart, so that neighbours do not follow.
    set: {
      unit: ((unit + 4) % s.left.of) + 1,
      feature: ((feature + 6) % s.right.of) + 1,
      pick: undefined,
      guess: undefined,
      step: 0,
    },
  };
}

/** A neuron and a random direction change places; what was tested stays tested. */
function swapAction({ kind, step }: ReadingParams): Action {
  const neuron = kind === 'neuron';
  return {
    handle: 'act-swap',
    texts: neuron
      ? ['put a random direction in the neuron’s place', 'a random direction instead', 'random direction']
      : ['put the neuron back', 'the neuron again', 'neuron'],
    set: { kind: neuron ? 'direction' : 'neuron', pick: undefined, step: step === 0 ? 0 : undefined },
  };
}

/** What can be done next, as underlined words. @param y top */
function actions(
  params: ReadingParams,
  s: ReadingSnapshot,
  y: number,
  x: number,
  room: number,
  pen: DrawStyle,
): Mark[] {
  let left = x;
  return [nextAction(params, s), swapAction(params)].flatMap(({ handle, texts, set }, i) => {
    const text = fitting(texts, pen.label, i === 0 ? room * 0.5 : x + room - left);
    if (!text) return [];
    const mark = link(handle, text, left, y, i === 0 ? 650 : 400, pen);
    left += measure(text, pen.label) * 1.02 + 28 * pen.scale;
    return [controlled(mark, { kind: 'press', set })];
  });
}

/** An underlined word; 44 px high at least to the touch. */
function link(handle: string, text: string, x: number, y: number, weight: number, pen: DrawStyle): Mark {
  const wide = measure(text, pen.label) * (weight > 500 ? 1.02 : 0.94);
  const tall = Math.max(44, pen.label * 2);
  return at(
    x,
    y,
    [
      rect(-6, 0, wide + 12, tall, unseen, 'hit'),
      label(
        0,
        tall / 2 + pen.label * 0.36,
        text,
        {
          'font-size': pen.label,
          'font-weight': weight,
          fill: ink('ink'),
          textLength: Math.round(wide),
          lengthAdjust: 'spacingAndGlyphs',
        },
        'text',
      ),
      line(
        0,
        tall / 2 + pen.label * 0.66,
        Math.round(wide),
        tall / 2 + pen.label * 0.66,
        { stroke: ink('signal'), 'stroke-width': pen.weights.line },
        'underline',
      ),
    ],
    { 'data-handle': handle, role: 'button', tabindex: 0, 'aria-label': text },
    handle,
  );
}

const PANELS = ['neuron', 'feature'] as const;

/** Which of the two sheets is shown, where there is room for one. */
function tabs({ panel, kind }: ReadingParams, x: number, y: number, room: number, pen: DrawStyle): Mark {
  const wide = room / 2;
  const left = kind === 'neuron' ? 'Neuron' : 'Random direction';
  const texts = { neuron: [left, 'Random'], feature: ['Dictionary feature', 'Dictionary'] };
  return group(
    PANELS.map((name, i) => tab(name, panel === name, texts[name], x + i * wide, y, wide, pen)),
    { role: 'tablist', 'aria-label': 'What is read' },
    'tabs',
  );
}

/** @param texts the longest first */
function tab(
  name: ReadingParams['panel'],
  here: boolean,
  texts: readonly string[],
  x: number,
  y: number,
  wide: number,
  pen: DrawStyle,
): Mark {
  const text = texts[0];
  const mark = at(
    x,
    y,
    [
      rect(0, 0, wide, 44, unseen, 'hit'),
      label(
        0,
        27,
        fitting(texts, pen.label, wide) ?? text,
        { 'font-size': pen.label, 'font-weight': here ? 650 : 400, fill: ink(here ? 'ink' : 'ink-2') },
        'text',
      ),
      line(0, 42, wide - 8, 42, { stroke: ink(here ? 'ink' : 'rule'), 'stroke-width': here ? 3 : 1 }, 'line'),
    ],
    {
      'data-handle': `tab-${name}`,
      role: 'tab',
      tabindex: here ? 0 : -1,
      'aria-selected': here ? 'true' : 'false',
      'aria-label': text,
    },
    `tab-${name}`,
  );
  return controlled(mark, { kind: 'press', set: { panel: name } });
}
