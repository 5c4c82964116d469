// The picture: params and snapshot to marks, in four compositions. Pure; the same for still, page, slide and file.

import { bars } from '../../scene/bars.ts';
import { fitting, measure } from '../../scene/draw-style.ts';
import { grouped, percent, signed } from '../../scene/format.ts';
import { ink, serif } from '../../scene/ink.ts';
import { lossChart } from '../../scene/loss-chart.ts';
import { group, label, mark, type Mark, type Picture } from '../../scene/mark.ts';
import { matrix } from '../../scene/matrix.ts';
import { tabRow } from '../../scene/tabs.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import { leftOut, markedPair } from './derive.ts';
import { layoutPanels, type Panels } from './layout.ts';
import type { SuperpositionParams } from './params.ts';
import { drawPlane } from './plane.ts';
import type { Strip, SuperpositionSnapshot } from './snapshot.ts';
import { stainsOf } from './stains.ts';
import { question, shortTitle, text, title } from './text.ts';
import { track } from './track.ts';

/** The figure's picture and its track. `data`: the baked strip. */
export function scene(
  params: SuperpositionParams,
  snapshot: SuperpositionSnapshot,
  layout: Layout,
  data?: Strip,
): Scene {
  return {
    plate: plate(params, snapshot, layout, data),
    track: track(params.absent, params.company, params.stains, snapshot.n, layout, data),
  };
}

function plate(
  params: SuperpositionParams,
  snapshot: SuperpositionSnapshot,
  layout: Layout,
  data?: Strip,
): Picture {
  const { highlighted, composition } = layout;
  const { n } = snapshot;
  const place = layoutPanels(layout);
  const { pen } = place;
  const looks = stainsOf(n, params.stains, highlighted);
  const out = Array.from({ length: n }, (_, f) => leftOut(snapshot, params, f));
  const pair =
    composition === 'hero' && highlighted !== 'interference'
      ? undefined
      : markedPair(
          snapshot,
          out.map((is) => !is),
          highlighted,
        );
  const panel = (name: SuperpositionParams['panel']): boolean => !place.tabs || params.panel === name;
  return {
    width: place.width,
    height: place.height,
    label: text(params, snapshot, data).summary,
    marks: [
      drawPlane({
        snapshot,
        plane: place.plane,
        pen,
        stains: looks,
        out,
        pair,
        trails: trailOpacity(snapshot, composition),
        together: params.company === 'correlated',
        since: params.edits.findLast((e) => e.step <= snapshot.step)?.step ?? -1,
        highlighted,
      }),
      place.words && slideWords(params, snapshot, place),
      place.tabs && tabRow({ ...place.tabs, key: 'panel', tabs: TABS, chosen: params.panel }, pen),
      place.matrix &&
        panel('crosstalk') &&
        group(
          [
            heading(place.titles.matrix, place, ['Who disturbs whom', 'Crosstalk'], place.matrix.side + 20),
            ...matrix(
              snapshot.gram,
              { ...place.matrix, stains: looks, numbers: composition !== 'slide', pair, highlighted },
              pen,
            ),
          ],
          panelRole(place, 'crosstalk'),
          'crosstalk',
        ),
      place.bars &&
        panel('shares') &&
        group(
          [
            heading(
              place.titles.bars,
              place,
              ['Share of a dimension each', 'Share of a dimension', 'Shares'],
              place.bars.width,
            ),
            ...bars(
              snapshot.shares,
              {
                ...place.bars,
                stains: looks,
                head: 26 * pen.scale,
                texts:
                  highlighted === 'bias' ? snapshot.biases.map((b) => `bias ${signed(b, 2)}`) : undefined,
                references: references(snapshot),
                highlighted,
              },
              pen,
            ),
          ],
          panelRole(place, 'shares'),
          'shares',
        ),
      place.loss &&
        panel('loss') &&
        group(
          [
            heading(place.titles.loss, place, ['Loss'], 200, 'while training'),
            ...lossCurve(snapshot, place, highlighted),
          ],
          panelRole(place, 'loss'),
          'loss',
        ),
    ].filter((m): m is Mark => !!m),
  };
}

/** Paths are drawn in the hero and while a run moves. */
function trailOpacity({ step, end }: SuperpositionSnapshot, composition: Layout['composition']): number {
  if (composition === 'hero') return 0.8;
  return step > 0 && step < end ? 0.7 : 0;
}

const panelRole = ({ tabs }: Panels, name: string): Mark['attrs'] =>
  tabs ? { role: 'tabpanel', 'aria-label': TABS.find(({ value }) => value === name)!.text } : {};

function heading(
  spot: readonly [number, number] | undefined,
  { pen }: Panels,
  names: readonly string[],
  room: number,
  more?: string,
): Mark | undefined {
  const size = pen.label;
  const name = fitting(names, size * 1.03, room) ?? names.at(-1)!;
  if (!spot) return undefined;
  const kids = [
    mark('tspan', { 'font-weight': 600, fill: ink('ink') }, name, 'b'),
    ...(more ? [mark('tspan', { fill: ink('ink-2') }, ` ${more}`, 'm')] : []),
  ];
  return mark('text', { x: spot[0], y: spot[1], 'font-size': size }, kids, 'heading');
}

/** A feature's share of a dimension in the regular polygons, by the first word of the arrangement's name. */
const POLYGON_SHARES: Readonly<Record<string, { readonly at: number; readonly text: string } | undefined>> = {
  hexagon: { at: 1 / 3, text: '⅓' },
  pentagon: { at: 0.4, text: '⅖' },
  triangle: { at: 2 / 3, text: '⅔' },
};

/** What the usual arrangements give each feature, ascending: halves and wholes always, a polygon's share where it is one. */
function references({ geometry }: SuperpositionSnapshot): { at: number; text: string }[] {
  const polygon = POLYGON_SHARES[/^[a-z]+/.exec(geometry)?.[0] ?? ''];
  return [...(polygon ? [polygon] : []), { at: 0.5, text: '½' }, { at: 1, text: '1' }].sort(
    (a, b) => a.at - b.at,
  );
}

function lossCurve(snapshot: SuperpositionSnapshot, { loss, pen }: Panels, highlighted?: string): Mark[] {
  const {
    curve: points,
    lossRange: [low, high],
    step,
    end,
    levels = [],
    rests = [],
  } = snapshot;
  const values = points.map((p) => p[1]);
  return lossChart(
    points,
    {
      ...loss!,
      end,
      step,
      range: [Math.min(low, high, ...values), Math.max(low, high, ...values)],
      handle: 'scrub',
      name: 'training step',
      levels: levels.map(({ name, loss: at }) => ({
        name,
        at,
        rested: rests.filter((r) => r.name === name),
      })),
      said: `step ${grouped(step)} of ${grouped(end)}, loss ${snapshot.loss.toPrecision(2)}`,
      highlighted: highlighted === 'loss',
    },
    pen,
  );
}

const TABS = [
  { value: 'crosstalk', text: 'Crosstalk' },
  { value: 'shares', text: 'Shares' },
  { value: 'loss', text: 'Loss' },
] as const;

/** A slide has no frame: its title, the question and the value stand in the picture. */
function slideWords(params: SuperpositionParams, { n, m }: SuperpositionSnapshot, { words }: Panels): Mark {
  const { x, right, title: y, titleSize, ask, askSize, valueSize } = words!;
  const room = right - x;
  const name =
    [title(n, m), shortTitle(n, m)].find((t) => measure(t, titleSize) * 0.86 <= room) ?? shortTitle(n, m);
  const value = percent(params.absent);
  const asked = fitting(
    [question(params), 'How often absent?', 'Absent'],
    askSize,
    room - measure(value, valueSize) - askSize * 0.5,
  );
  return group(
    [
      label(
        x,
        y,
        name,
        {
          'font-family': serif,
          'font-size': titleSize,
          'font-weight': 450,
          'letter-spacing': '-0.025em',
          fill: ink('ink'),
        },
        'title',
      ),
      !!asked &&
        label(x, ask, asked, { 'font-size': askSize, 'font-weight': 600, fill: ink('ink') }, 'question'),
      label(
        right,
        ask,
        value,
        { 'font-size': valueSize, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
        'value',
      ),
    ],
    {},
    'words',
  );
}
