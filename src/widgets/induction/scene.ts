// The figure as marks, in every composition.

import type { Transcript } from '../../models/transcript.ts';
import { radioRow, radioRowWidth, type RadioRowOptions } from '../../scene/radio-row.ts';
import { group, type Mark } from '../../scene/mark.ts';
import { pageStyle } from '../../scene/draw-style.ts';
import { slideTitle, type SquarePlace } from '../../scene/square-panels.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { InductionSnapshot } from './snapshot.ts';
import type { InductionParams } from './params.ts';
import { layoutPanels, type Panels } from './layout.ts';
import { patternSquare, TABLES, tableSquare } from './squares.ts';
import { summary, title } from './text.ts';
import { timeline, timePicture } from './timeline.ts';
import { tokens } from './tokens.ts';

/** The figure's picture; where a slide has no track, the time axis is in the plate. `record`: curves of the default seed's run. */
export function scene(
  params: InductionParams,
  s: InductionSnapshot,
  layout: Layout,
  record?: Transcript,
): Scene {
  const panels = layoutPanels(s, layout);
  const { pen, width, height, inside } = panels;
  const marks = [
    ...(inside ? [slideTitle(title(s), panels)] : []),
    group(tokens(params, s, panels.tokens, pen), {}, 'tokens'),
    ...squares(params, s, panels, layout),
    ...(panels.choices === undefined ? [] : choices(params, panels, layout)),
    ...(inside
      ? [group(timeline(params, s, panels.time, { ...pen, ground: 'paper' }, record), {}, 'timeline')]
      : []),
  ];
  const plate = {
    width,
    height,
    label: inside ? `${title(s)}. ${summary(params, s)}` : summary(params, s),
    marks,
  };
  return inside
    ? { plate }
    : { plate, track: timePicture(params, s, layout.track ?? width, pageStyle('paper'), record) };
}

function squares(
  params: InductionParams,
  s: InductionSnapshot,
  { squares: places, pen }: Panels,
  layout: Layout,
): Mark[] {
  const draw = (what: 'first' | 'second' | 'table', place: SquarePlace): Mark =>
    what === 'table'
      ? tableSquare(params, s, place, pen)
      : patternSquare(params, s, what === 'first' ? 0 : 1, place, pen, layout.highlighted);
  const one = s.layers === 1;
  if (layout.composition === 'narrow') {
    return places.map((place) => draw(one && params.square === 'second' ? 'first' : params.square, place));
  }
  if (one) return [draw('first', places[0]), ...places.slice(1, 2).map((place) => draw('table', place))];
  return places.map((place, i) =>
    draw(
      places.length === 2 && params.square === 'table' && i === 1
        ? 'table'
        : (['first', 'second', 'table'] as const)[i],
      place,
    ),
  );
}

/** What a tap can choose, in the order of the rows. */
function rows(
  params: InductionParams,
  layout: Layout,
): Pick<RadioRowOptions<string>, 'handle' | 'name' | 'options' | 'chosen'>[] {
  const tables = {
    handle: 'table',
    name: 'table of tokens',
    chosen: params.table,
    options: Object.entries(TABLES).map(([value, { name }]) => ({ value, text: name })),
  };
  const knock = {
    handle: 'knock',
    name: 'head taken out',
    chosen: params.knock,
    options: [
      { value: 'none', text: 'All heads' },
      { value: 'first', text: 'Without the first' },
      { value: 'second', text: 'Without the second' },
    ],
  };
  const short = {
    ...knock,
    options: [
      { value: 'none', text: 'All heads' },
      { value: 'first', text: 'No first' },
      { value: 'second', text: 'No second' },
    ],
  };
  const by = {
    handle: 'by',
    name: 'how it is taken out',
    chosen: params.by,
    options: [
      { value: 'uniform', text: 'looks everywhere' },
      { value: 'zero', text: 'writes nothing' },
    ],
  };
  if (layout.composition === 'narrow') {
    return [
      {
        handle: 'square',
        name: 'square',
        chosen: params.square,
        options: [
          { value: 'first', text: 'First head' },
          { value: 'second', text: 'Second' },
          { value: 'table', text: 'Table' },
        ],
      },
      short,
      params.square === 'table' ? tables : by,
    ];
  }
  return layout.width < 1000 ? [knock, by] : [knock, by, tables];
}

function choices(
  params: InductionParams,
  { pad, width, choices: y = 0, squares: [first], pen }: Panels,
  layout: Layout,
): Mark[] {
  const all = rows(params, layout);
  const gap = 18 * Math.min(1, pen.scale);
  if (layout.composition === 'narrow') {
    return all.map((row, i) =>
      radioRow({ ...row, x: pad, y: i ? y + (i - 1) * 44 : first.y - 62, gap: 14 }, pen),
    );
  }
  let x = pad;
  return all.map((row, i) => {
    const wide = radioRowWidth({ ...row, gap }, pen);
    const from = i === 2 ? width - pad - wide : x;
    x += wide + 44;
    return radioRow({ ...row, x: from, y, gap }, pen);
  });
}
