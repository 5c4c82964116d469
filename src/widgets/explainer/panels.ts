// The panels of `explainer`, each drawn from its place: scenes, words to pick, scores, what happens off the top, all units.

import { textButton } from '../../scene/text-button.ts';
import { radioRow } from '../../scene/radio-row.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, mark, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { WORDS } from '../../models/vocabulary.ts';
import type { ExplainerSnapshot, Scored } from './model.ts';
import { isIn, type ExplainerParams } from './params.ts';
import { SCORE, unitX, WORD, type Box } from './places.ts';
import { isChosen, nameOf, percent, two } from './text.ts';

export const heading = (text: string, { x, y, width }: Box, pen: DrawStyle, more?: string): Mark[] => {
  const under = more && fitting([more], pen.small, width);
  return [
    label(
      x,
      y + pen.label,
      fitting([text], pen.label, width) ?? text,
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'heading',
    ),
    ...(under
      ? [
          label(
            x,
            y + pen.label + pen.small * 1.4,
            under,
            { 'font-size': pen.small, fill: ink('ink-2') },
            'more',
          ),
        ]
      : []),
  ];
};

/** Which kind, and which of them: a square per unit, the ring on the present one. */
export function chooser(
  params: ExplainerParams,
  s: ExplainerSnapshot,
  kind: Box,
  units: Box,
  pen: DrawStyle,
): Mark[] {
  const { at, step } = unitX(units, s.of, pen);
  const y = units.y + 22;
  const side = Math.min(step * 0.62, 13 * pen.scale);
  return [
    radioRow(
      {
        x: kind.x,
        y: kind.y,
        handle: 'kind',
        name: 'What is explained',
        chosen: params.kind,
        options: [
          { value: 'neuron', text: 'Neurons' },
          { value: 'feature', text: 'Features' },
        ],
      },
      pen,
    ),
    group(
      [
        rect(units.x, y - 22, units.width, 44, unseen, 'hit'),
        ...s.all[s.kind].map((score, i) => unit(s.kind, at(i + 1), y, side, score, pen, i)),
        circle(
          at(s.index),
          y,
          Math.max(pen.ring, side),
          { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.hand },
          'ring',
        ),
      ],
      {
        'data-handle': 'track-unit',
        tabindex: 0,
        role: 'slider',
        'aria-label': 'Which unit',
        'aria-valuemin': 1,
        'aria-valuemax': s.of,
        'aria-valuenow': s.index,
        'aria-valuetext': `${nameOf(s)} of ${s.of}`,
      },
      'track-unit',
    ),
  ];
}

/** A neuron is a hollow square, filled to the score of its one-word explanation; a feature a disc whose area is that. */
function unit(
  kind: ExplainerSnapshot['kind'],
  x: number,
  y: number,
  side: number,
  score: number,
  pen: DrawStyle,
  i: number,
): Mark {
  const full = Math.max(0, score);
  if (kind === 'feature') {
    return group(
      [
        circle(
          x,
          y,
          side * 0.58,
          { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair },
          'o',
        ),
        circle(x, y, side * 0.58 * Math.sqrt(full), { fill: ink('ink') }, 'f'),
      ],
      {},
      `u${i}`,
    );
  }
  return group(
    [
      rect(x - side / 2, y + side / 2 - side * full, side, side * full, { fill: ink('ink') }, 'f'),
      rect(
        x - side / 2,
        y - side / 2,
        side,
        side,
        { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine },
        'o',
      ),
    ],
    {},
    `u${i}`,
  );
}

/** Strongest scenes: the square is filled to the activation; words of the explanation are in bold. */
export function scenes(
  params: ExplainerParams,
  s: ExplainerSnapshot,
  box: Box,
  row: number,
  pen: DrawStyle,
): Mark[] {
  const { x, y, width } = box;
  const top = y + pen.label * 2.6;
  const side = Math.min(row * 0.64, 17 * pen.scale);
  const said = meant(s);
  const note = isChosen(params, s)
    ? 'Chosen by us: its top is not the whole of it'
    : 'how strong it is, and what each scene contains';
  return [
    ...heading(`${nameOf(s)}: its ten strongest scenes`, box, pen, note),
    ...s.rows.map(({ level, bits }, i) => {
      const cy = top + (i + 0.5) * row;
      const at = x + side + 10 * pen.scale;
      return group(
        [
          rect(x + 1, cy + side / 2 - side * level, side, side * level, { fill: ink('ink') }, 'level'),
          rect(
            x + 1,
            cy - side / 2,
            side,
            side,
            { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine },
            'frame',
          ),
          words(bits, said, at, cy + pen.label * 0.35, width - side - 12 * pen.scale, pen),
        ],
        {},
        `row-${i}`,
      );
    }),
  ];
}

/** The bits of the reader's words, or of the machine's choice. */
function meant(s: ExplainerSnapshot): number {
  if (s.picked) return s.picked;
  const words = s.mine || s.wrong ? [] : (s.machine[s.choice]?.says.split(' ') ?? []);
  return WORDS.reduce((bits, word, f) => (words.includes(word) ? bits | (1 << f) : bits), 0);
}

function words(bits: number, bold: number, x: number, y: number, room: number, pen: DrawStyle): Mark {
  const size = pen.label;
  const all = WORDS.flatMap((word, f) =>
    bits & (1 << f) ? [{ word, heavy: !!(bold & (1 << f)) }] : [],
  ).sort((a, b) => Number(b.heavy) - Number(a.heavy));
  let used = 0;
  let shown = 0;
  for (const { word } of all) {
    const more = measure(`${word}, `, size);
    if (used + more > room - (shown < all.length - 1 ? size * 1.6 : 0)) break;
    used += more;
    shown += 1;
  }
  const rest = all.length - shown;
  return mark(
    'text',
    { x: round(x), y: round(y), 'font-size': size, fill: ink('ink') },
    [
      ...all
        .slice(0, shown)
        .map(({ word, heavy }, i) =>
          mark(
            'tspan',
            { 'font-weight': heavy ? 700 : undefined, fill: ink(heavy ? 'ink' : 'ink-2') },
            `${word}${i < shown - 1 || rest ? ', ' : ''}`,
            word,
          ),
        ),
      ...(rest ? [mark('tspan', { fill: ink('ink-2') }, `+${rest}`, 'rest')] : []),
    ],
    'words',
  );
}

/** Twenty-four words to pick, how they are joined, and what to do with the result. */
export function picker(
  params: ExplainerParams,
  s: ExplainerSnapshot,
  box: Box,
  columns: number,
  pen: DrawStyle,
): Mark[] {
  const { x, y, width } = box;
  const cell = width / columns;
  const top = y + 52;
  const foot = top + Math.ceil(WORDS.length / columns) * WORD + 26;
  const says =
    ['Pick words, joined by', 'Joined by'].find((text) => measure(text, pen.label) + 100 < width) ?? '';
  return [
    label(x, y + pen.label, says, { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') }, 'says'),
    radioRow(
      {
        x: x + measure(says, pen.label) * 1.03 + 12,
        y: y + pen.label,
        handle: 'join',
        name: 'Joined by',
        chosen: params.join,
        options: [
          { value: 'or', text: 'or' },
          { value: 'and', text: 'and' },
        ],
      },
      pen,
    ),
    ...WORDS.map((word, f) =>
      textButton(
        {
          x: x + (f % columns) * cell,
          y: top + Math.floor(f / columns) * WORD + 22,
          handle: `word-${f}`,
          text: word,
          name: `pick ${word}`,
          pressed: !!(s.picked & (1 << f)),
          width: cell,
        },
        pen,
      ),
    ),
    textButton(
      {
        x,
        y: foot,
        handle: 'submit',
        text: isIn(params) ? 'Handed in' : 'Hand it in',
        name: isIn(params)
          ? 'Handed in'
          : s.mine
            ? 'Hand it in: your explanation'
            : 'Hand it in: write an explanation first',
        strong: true,
      },
      pen,
    ),
    textButton(
      {
        x: x + measure('Handed in', pen.label) + 36,
        y: foot,
        handle: 'clear',
        text: 'Clear',
        name: 'Clear your explanation',
      },
      pen,
    ),
  ];
}

/** A bar for the score on new scenes, a tick for the score on the scenes of the search. */
export function scores(s: ExplainerSnapshot, box: Box, pen: DrawStyle, tall = SCORE): Mark[] {
  const { x, y, width } = box;
  const top = y + pen.label * 1.3 + pen.small * 1.2;
  const rows: {
    by: string;
    brief?: string | undefined;
    it?: Scored | undefined;
    weak?: string | undefined;
  }[] = [
    { by: 'You', it: s.mine, weak: s.wrong ?? 'nothing yet: pick words, or type below' },
    ...[0, 1, 2].map((i) => ({
      by: `Machine, ${i + 1} ${i ? 'words' : 'word'}${i === s.choice && s.step >= s.end ? ', its choice' : ''}`,
      brief: `Machine, ${i + 1}`,
      it: s.machine[i],
      weak: 'has not looked yet',
    })),
  ].slice(tall < SCORE ? 1 : 0);
  return [
    ...heading(
      'Scores: 1 would be the unit itself',
      box,
      pen,
      'bar: on new scenes · tick: on the scenes searched',
    ),
    ...rows.map((row, i) =>
      scoreRow(
        { ...row, mine: i === 0 && rows.length === 4 },
        { x, y: top + i * tall, width },
        tall,
        pen,
        `score-${i}`,
      ),
    ),
  ];
}

function scoreRow(
  {
    by,
    brief = by,
    it,
    weak,
    mine,
  }: {
    by: string;
    brief?: string | undefined;
    it?: Scored | undefined;
    weak?: string | undefined;
    mine: boolean;
  },
  { x, y, width }: Box,
  tall: number,
  pen: DrawStyle,
  key: string,
): Mark {
  const base = y + tall * 0.62;
  const bar = y + tall * 0.74;
  const thick = Math.min(8 * pen.scale, tall * 0.15);
  const number = it
    ? it.held !== undefined
      ? two(it.held)
      : mine
        ? `${two(it.search)} here`
        : two(it.search)
    : '';
  const room = width - measure(number, pen.label) - 12;
  const long = it ? `${by}: ${it.says}` : weak ? `${by}: ${weak}` : by;
  const lines = wrapped(long, pen.label, width);
  if (!it) {
    return group(
      lines
        .slice(0, 3)
        .map((text, i) =>
          label(
            x,
            base + pen.label * (1.3 * i - (lines.length > 2 ? 1.3 : 0)),
            text,
            { 'font-size': pen.label, fill: ink('ink-2') },
            `line-${i}`,
          ),
        ),
      {},
      key,
    );
  }
  const hidden = it.held === undefined && !mine;
  return group(
    [
      label(
        x,
        base,
        fitting([long, `${brief}: ${it.says}`, it.says], pen.label, room) ??
          `${wrapped(it.says, pen.label, room - pen.label)[0]} …`,
        { 'font-size': pen.label, fill: ink('ink') },
        'says',
      ),
      label(
        x + width,
        base,
        hidden ? '?' : number,
        { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
        'number',
      ),
      rect(x, bar, width, thick, { fill: ink('wash') }, 'track'),
      it.held !== undefined &&
        rect(x, bar, Math.max(0, it.held) * width, thick, { fill: ink('ink') }, 'held'),
      !hidden &&
        line(
          x + Math.max(0, it.search) * width,
          bar - 3,
          x + Math.max(0, it.search) * width,
          bar + thick + 3,
          { stroke: ink('ink'), 'stroke-width': pen.weights.line },
          'search',
        ),
    ],
    {},
    key,
  );
}

export function wrapped(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** On the strongest scenes, and everywhere. */
export function off(s: ExplainerSnapshot, box: Box, pen: DrawStyle): Mark[] {
  const { x, y, width } = box;
  const says = s.mine?.held !== undefined ? s.mine.says : (s.machine[0]?.says ?? '');
  const room = width - measure('100%', pen.label) - 12;
  const rows: [string[], string, number][] = s.off
    ? [
        [
          ['its 40 strongest scenes that contain it', 'strongest 40 that contain it', 'of the strongest 40'],
          `${s.off.contain}`,
          s.off.contain / 40,
        ],
        [['score on these and 40 silent ones', 'score on these and 40 silent'], two(s.off.top), s.off.top],
        [['score on all 4,000 new scenes', 'score on all scenes'], two(s.off.all), s.off.all],
        [
          ['scenes where it fires that contain it', 'firing scenes that contain it'],
          percent(s.off.firing),
          s.off.firing,
        ],
      ]
    : [];
  return [
    ...heading(
      fitting([`“${says}”, on top and off it`, 'On top and off it'], pen.label, width) ?? 'On top and off it',
      box,
      pen,
      s.off ? undefined : 'shown when an explanation is in',
    ),
    ...rows.map(([names, number, value], i) =>
      group(
        [
          label(
            x,
            y + pen.label * 2 + i * 38 + 12,
            fitting(names, pen.label, room) ?? names.at(-1),
            { 'font-size': pen.label, fill: ink('ink') },
            'name',
          ),
          label(
            x + width,
            y + pen.label * 2 + i * 38 + 12,
            number,
            { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
            'number',
          ),
          rect(x, y + pen.label * 2 + i * 38 + 18, width, 5, { fill: ink('wash') }, 'track'),
          rect(
            x,
            y + pen.label * 2 + i * 38 + 18,
            Math.max(0, value) * width,
            5,
            { fill: ink('ink') },
            'bar',
          ),
        ],
        {},
        `off-${i}`,
      ),
    ),
  ];
}

const BINS = 20;
/** Scores of all units as two histograms over one axis: neurons hollow, features filled. */
export function spread(
  kinds: Readonly<Record<'neuron' | 'feature', readonly number[]>>,
  networks: number,
  s: ExplainerSnapshot,
  { x, y, width, height }: Box & { height: number },
  pen: DrawStyle,
): Mark[] {
  if (height < pen.label * 9.5) return [];
  const head = pen.label * 1.7;
  const foot = pen.small * 1.9;
  const each = (height - head - foot) / 2;
  const one = (kind: 'neuron' | 'feature', i: number): Mark => {
    const base = y + head + (i + 1) * each - 2;
    const all = kinds[kind];
    const counts = Array.from(
      { length: BINS },
      (_, b) =>
        all.filter((v) => Math.min(BINS - 1, Math.max(0, Math.floor(v * BINS))) === b).length / all.length,
    );
    const most = Math.max(...counts);
    const tall = each - pen.label * 1.8;
    const good = all.filter((v) => v > 0.8).length;
    const d = counts
      .map((c, b) =>
        c
          ? `M${round(x + (b / BINS) * width + 1)} ${round(base)}v${round((-c / most) * tall)}h${round(width / BINS - 2)}v${round((c / most) * tall)}z`
          : '',
      )
      .join('');
    const own = s.kind === kind ? s.all[kind][s.index - 1] : undefined;
    return group(
      [
        path(
          d,
          kind === 'neuron'
            ? { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine }
            : { fill: ink('ink') },
          'bars',
        ),
        line(x, base, x + width, base, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'base'),
        own !== undefined &&
          path(
            `M${round(x + own * width)} ${round(base + 2)}l${4 * pen.scale} ${7 * pen.scale}h${-8 * pen.scale}z`,
            { fill: ink('ink') },
            'own',
          ),
        label(
          x,
          base - tall - pen.label * 0.5,
          fitting(
            [
              `${kind === 'neuron' ? 'Neurons' : 'Features'}: ${good} of ${all.length} above 0.8`,
              `${good} of ${all.length} above 0.8`,
            ],
            pen.label,
            width * 0.78,
          ) ?? '',
          { 'font-size': pen.label, fill: ink('ink') },
          'name',
        ),
      ],
      {},
      kind,
    );
  };
  const at = x + 0.8 * width;
  return [
    label(
      x,
      y + pen.label,
      fitting(
        [
          `One-word scores on new scenes, ${networks} networks`,
          `One-word scores, ${networks} networks`,
          'One-word scores',
        ],
        pen.label,
        width,
      ) ?? '',
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'heading',
    ),
    line(
      at,
      y + head,
      at,
      y + height - foot,
      { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '3 4' },
      'bar',
    ),
    one('neuron', 0),
    one('feature', 1),
    ...[0, 0.5, 0.8, 1].map((v) =>
      label(
        x + v * width,
        y + height - 2,
        String(v),
        {
          'font-size': pen.small,
          'text-anchor': v === 0 ? 'start' : v === 1 ? 'end' : 'middle',
          fill: ink('ink-2'),
        },
        `tick-${v}`,
      ),
    ),
  ];
}
