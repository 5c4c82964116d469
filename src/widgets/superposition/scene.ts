// The picture: params and snapshot to marks, in four compositions. Pure; the same for still, page, slide and file.

import { round4 } from '../../math/rounding.ts';
import { memoizeLast } from '../../math/memoize.ts';
import { signed } from '../../scene/format.ts';
import { bars } from '../../scene/bars.ts';
import { lossChart } from '../../scene/loss-chart.ts';
import { stain, STAINS, unstained, type Stain } from '../../scene/glyph.ts';
import { ink, serif } from '../../scene/ink.ts';
import { group, label, mark, type Mark, type Picture } from '../../scene/mark.ts';
import { matrix } from '../../scene/matrix.ts';
import { fitting, measure } from '../../scene/draw-style.ts';
import { strip } from '../../scene/strip.ts';
import { tabRow } from '../../scene/tabs.ts';
import { slider } from '../../scene/touch.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { Strip, SuperpositionSnapshot } from './snapshot.ts';
import { spec, type SuperpositionParams } from './params.ts';
import { places, trackPlace, type Places } from './layout.ts';
import { drawPlane } from './plane.ts';
import { leftOut, markedPair, nearest, regimes, absentScale } from './read.ts';
import { question, shortTitle, text, title } from './text.ts';
import { grouped, percent } from '../../scene/format.ts';
import { regimeNames, said } from './words.ts';

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

/** More features than stains: ink for all but those that the reader promoted, and the one that is pointed at. */
export function stains(n: number, promoted: readonly number[]): Stain[] {
  return Array.from({ length: n }, (_, f) => {
    if (n <= STAINS) return stain(f);
    const slot = promoted.indexOf(f);
    return slot < 0 || slot >= STAINS ? unstained : stain(slot);
  });
}

function promoted(worn: number, lit?: string): number[] {
  const pointed = Number(/^f(\d+)$/.exec(lit ?? '')?.[1] ?? 0) - 1;
  const chosen = [...worn.toString(2)].reverse().flatMap((bit, f) => (bit === '1' ? [f] : []));
  return pointed < 0 || chosen.includes(pointed) ? chosen : [...chosen, pointed];
}

function plate(
  params: SuperpositionParams,
  snapshot: SuperpositionSnapshot,
  layout: Layout,
  data?: Strip,
): Picture {
  const { highlighted, composition } = layout;
  const { n } = snapshot;
  const place = places(layout);
  const { pen } = place;
  const looks = stains(n, promoted(params.stains, highlighted));
  const out = Array.from({ length: n }, (_, f) => leftOut(snapshot, params, f));
  const pair =
    composition === 'hero' && highlighted !== 'interference'
      ? undefined
      : markedPair(
          snapshot,
          out.map((is) => !is),
          highlighted,
        );
  const moving = snapshot.step > 0 && snapshot.step < snapshot.end;
  const trails = composition === 'hero' ? 0.8 : moving ? 0.7 : 0;
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
        trails,
        together: params.company === 'correlated',
        since: params.edits.findLast((e) => e.step <= snapshot.step)?.step ?? -1,
        lit: highlighted,
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
              { ...place.matrix, stains: looks, numbers: composition !== 'slide', pair, lit: highlighted },
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
                lit: highlighted,
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

const panelRole = ({ tabs }: Places, name: string): Mark['attrs'] =>
  tabs ? { role: 'tabpanel', 'aria-label': TABS.find(({ value }) => value === name)!.text } : {};

function heading(
  spot: readonly [number, number] | undefined,
  { pen }: Places,
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

/** What the usual arrangements give each feature; fifths and thirds only where they apply. */
function references({ geometry }: SuperpositionSnapshot): { at: number; text: string }[] {
  const fifth = /^pentagon/.test(geometry)
    ? [{ at: 0.4, text: '⅖' }]
    : /^hexagon/.test(geometry)
      ? [{ at: 1 / 3, text: '⅓' }]
      : [];
  const third = /^triangle/.test(geometry) ? [{ at: 2 / 3, text: '⅔' }] : [];
  return [...fifth, { at: 0.5, text: '½' }, ...third, { at: 1, text: '1' }];
}

function lossCurve(snapshot: SuperpositionSnapshot, { loss, pen }: Places, lit?: string): Mark[] {
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
      lit: lit === 'loss',
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
function slideWords(params: SuperpositionParams, { n, m }: SuperpositionSnapshot, { words }: Places): Mark {
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

const ticks = [0, 0.99, 0.9, 0.5, 0.95, 0.8, 0.7, 0.98];

/** Nothing of the run is in it: while it trains, it stays the same object. */
const track = memoizeLast(
  (
    absent: number,
    company: SuperpositionParams['company'],
    worn: number,
    features: number,
    layout: Layout,
    data?: Strip,
  ): Picture => {
    const place = trackPlace(layout);
    const { pen, x0, x1, width, height } = place;
    const known = data && data.n === features ? data : undefined;
    const scale = absentScale([x0, x1]);
    const stop = known && nearest(known, absent);
    const value = percent(absent);
    const all = known?.stops ?? [];
    const most = Math.max(1e-6, ...all.map((s) => s.shares.reduce((a, b) => a + b, 0)));
    return {
      width,
      height,
      label: `${question({ company })} ${value}`,
      marks: strip(
        {
          place,
          stops: all.map((s) => scale(s.absent)),
          shares: all.map((s) => s.shares.map((share) => share / most)),
          stains: stains(features, promoted(worn, layout.highlighted)),
          regimes: known
            ? regimes(known).map(({ from, to, first }) => ({
                from: x0 + from * (x1 - x0),
                to: x0 + to * (x1 - x0),
                names: regimeNames(first.geometry, first.kept),
              }))
            : [],
          ticks: ticks.map((t) => ({ at: scale(t), text: t ? percent(t) : '0' })),
          needle: scale(absent),
          lit: layout.highlighted,
          slider: slider({
            handle: 'track',
            name: question({ company }),
            said: said(absent, stop),
            key: 'absent',
            value: absent,
            scale,
            keys: known ? spec.absent.keys : { ...spec.absent.keys, page: { track: 0.1 } },
            stops: known ? regimes(known).map(({ first }) => first.absent) : [],
            round: round4,
          }),
        },
        pen,
      ),
    };
  },
);
