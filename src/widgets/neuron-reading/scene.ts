// The desk as marks, in every composition.

import { ink } from '../../scene/ink.ts';
import { at as group, group as bundle, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import { cloud, cloudHeight } from './cloud.ts';
import type { ReadingSnapshot } from './model.ts';
import type { ReadingParams } from './params.ts';
import { margin, penOf, places, single, type Places } from './place.ts';
import { sheet } from './sheet.ts';
import { summaryOf, TITLE } from './text.ts';

export function scene(params: ReadingParams, s: ReadingSnapshot, layout: Layout): Scene {
  const pen = penOf(layout);
  const all = places(layout, params);
  const pad = margin(layout);
  const tested = s.step > 0;
  const slide = layout.composition === 'slide';
  const { width } = layout;
  const row = 24;
  const after = all.end + 18;
  const inner = width - 2 * pad;
  const clouds = slide ? [] : clouded(params, s, { x: pad, y: after, inner, row, one: single(layout) }, pen);
  const height = slide
    ? (layout.height ?? 540)
    : after + (single(layout) ? 2 : 1) * cloudHeight(row, pen) + 16;
  return {
    plate: {
      width,
      height,
      label: summaryOf(params, s),
      marks: [
        ...(slide ? [heading(all.title, pad, inner, layout.height ?? 540)] : []),
        ...(single(layout) ? tabs(params, pad, slide ? all.title + 6 : 4, inner, pen) : []),
        ...acts(params, !tested, all, pad, inner, pen),
        ...(all.pick
          ? [
              bundle(
                sheet(s.left, all.pick, { handle: 'track-pick', pick: params.pick, tested }, pen),
                {},
                'left',
              ),
            ]
          : []),
        ...(all.guess
          ? [
              bundle(
                sheet(s.right, all.guess, { handle: 'track-guess', pick: params.guess, tested }, pen),
                {},
                'right',
              ),
            ]
          : []),
        ...clouds,
      ],
    },
  };
}

function heading(y: number, x: number, room: number, height: number): Mark {
  const size = Math.max(12, Math.min(height * 0.062, room / (measure(TITLE, 1) * 0.96)));
  return label(
    x,
    y,
    TITLE,
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

function clouded(
  params: ReadingParams,
  s: ReadingSnapshot,
  { x, y, inner, row, one }: { x: number; y: number; inner: number; row: number; one: boolean },
  pen: DrawStyle,
): Mark[] {
  const names = measure('20 dictionary features', pen.small) + 8;
  const half = (inner - names - 32) / 2;
  if (one) {
    return (['precision', 'r2'] as const).map((what, i) =>
      bundle(
        cloud(params, s, what, { x, y: y + i * cloudHeight(row, pen), width: inner, row, names }, pen),
        {},
        what,
      ),
    );
  }
  return [
    bundle(cloud(params, s, 'precision', { x, y, width: names + half, row, names }, pen), {}, 'precision'),
    bundle(
      cloud(params, s, 'r2', { x: x + names + half + 32, y, width: half, row, names: 0 }, pen),
      {},
      'r2',
    ),
  ];
}

/** What can be done next, as underlined words. */
function acts(
  params: ReadingParams,
  reading: boolean,
  { acts: y }: Places,
  x: number,
  room: number,
  pen: DrawStyle,
): Mark[] {
  const first: [string, string[]] = reading
    ? ['act-test', ['Test both readings on fresh inputs', 'Test on fresh inputs', 'Test']]
    : ['act-read', ['Read two units yourself', 'Read two yourself', 'Your turn']];
  const second: [string, string[]] =
    params.kind === 'neuron'
      ? [
          'act-swap',
          ['put a random direction in the neuron’s place', 'a random direction instead', 'random direction'],
        ]
      : ['act-swap', ['put the neuron back', 'the neuron again', 'neuron']];
  let left = x;
  return [first, second].flatMap(([handle, words], i) => {
    const text = fitting(words, pen.label, i === 0 ? room * 0.5 : x + room - left);
    if (!text) return [];
    const mark = link(handle, text, left, y, i === 0 ? 650 : 400, pen);
    left += measure(text, pen.label) * 1.02 + 28 * pen.scale;
    return [mark];
  });
}

function link(handle: string, text: string, x: number, y: number, weight: number, pen: DrawStyle): Mark {
  const wide = measure(text, pen.label) * (weight > 500 ? 1.02 : 0.94);
  const tall = Math.max(44, pen.label * 2);
  return group(
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

function tabs({ panel, kind }: ReadingParams, x: number, y: number, room: number, pen: DrawStyle): Mark[] {
  return [
    bundle(
      (['neuron', 'feature'] as const).map((name, i) => {
        const here = panel === name;
        const wide = room / 2;
        const text =
          name === 'feature' ? 'Dictionary feature' : kind === 'neuron' ? 'Neuron' : 'Random direction';
        return group(
          x + i * wide,
          y,
          [
            rect(0, 0, wide, 44, unseen, 'hit'),
            label(
              0,
              27,
              fitting([text, name === 'feature' ? 'Dictionary' : 'Random'], pen.label, wide) ?? text,
              { 'font-size': pen.label, 'font-weight': here ? 650 : 400, fill: ink(here ? 'ink' : 'ink-2') },
              'text',
            ),
            line(
              0,
              42,
              wide - 8,
              42,
              { stroke: ink(here ? 'ink' : 'rule'), 'stroke-width': here ? 3 : 1 },
              'line',
            ),
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
      }),
      { role: 'tablist', 'aria-label': 'What is read' },
      'tabs',
    ),
  ];
}
