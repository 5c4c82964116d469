// The track: what every penalty, or every width, trains to (track-lines.ts), and the slider on it.

import { ticksBelow } from '../../scene/axis.ts';
import { fixed2 } from '../../scene/format.ts';
import { ink } from '../../scene/ink.ts';
import { line, type Mark, type Picture } from '../../scene/mark.ts';
import { linear, logarithmic, type Scale } from '../../scene/scale.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import { thumb, type StripPlace } from '../../scene/strip.ts';
import { slider, type Slider } from '../../scene/touch.ts';
import { PENALTIES, WIDTHS, type Strip } from './baked.ts';
import { nearestStop } from './derive.ts';
import { HIGHEST, LOWEST, NARROWEST, spec, tidyPenalty, WIDEST, type DictionaryParams } from './params.ts';
import { trackLines } from './track-lines.ts';

/** What the track sets: the penalty in the toy, the width in the clusters. */
export const setting = ({ world, width, penalty }: DictionaryParams): number =>
  world === 'clusters' ? width : penalty;

/** A setting to px along the track: widths by their differences, penalties by their ratios. */
const settingScale = ({ world }: Pick<DictionaryParams, 'world'>, { x0, x1 }: StripPlace): Scale =>
  world === 'clusters' ? linear([NARROWEST, WIDEST], [x0, x1]) : logarithmic([LOWEST, HIGHEST], [x0, x1]);

const TICKS = { clusters: [5, 20, 40, 10, 30, 2], toy: [0.5, 0.01, 2, 0.1, 1, 0.05, 0.02, 0.2] };

/** The strip knows penalties and widths; under the other rule of the toy the track is a plain line. */
export function track(params: DictionaryParams, place: StripPlace, pen: DrawStyle, known?: Strip): Mark[] {
  const strip = params.world === 'toy' && params.rule === 'top' ? undefined : known;
  const { x0, x1, top, bottom } = place;
  const middle = (top + bottom) / 2;
  const scale = settingScale(params, place);
  const ticks = TICKS[params.world].map((v) => ({ at: scale(v), text: String(v) }));
  return [
    ...(strip
      ? trackLines(strip, place, scale, pen)
      : [line(x0, middle, x1, middle, { stroke: ink('ink'), 'stroke-width': 4 }, 'plain')]),
    ...ticksBelow(ticks, [x0, x1], strip ? bottom + 3 : bottom, pen, pen.small === 12 ? 13 : pen.small),
    thumb(
      { place, needle: scale(setting(params)), slider: settingSlider(params, scale, strip) },
      !!strip,
      pen,
    ),
  ];
}

/** A penalty that is set also sets the rule: under the other one it would mean nothing. */
function settingSlider(params: DictionaryParams, scale: Scale, strip?: Strip): Slider {
  const common = {
    handle: 'track',
    said: describeSetting(params, strip),
    value: setting(params),
    scale,
  };
  return params.world === 'clusters'
    ? slider({
        ...common,
        name: 'width of the dictionary',
        key: 'width',
        keys: spec.width.keys,
        stops: WIDTHS,
      })
    : slider({
        ...common,
        name: 'penalty on activity',
        key: 'penalty',
        keys: spec.penalty.keys,
        stops: PENALTIES,
        round: tidyPenalty,
        always: { rule: 'penalty' },
      });
}

/** "penalty 0.5, trains to a mean cosine of 0.99, 0.83 of the variance explained" */
function describeSetting(params: DictionaryParams, strip?: Strip): string {
  const stop = strip && nearestStop(strip, setting(params));
  if (!stop) return describeRule(params);
  const second =
    params.world === 'clusters'
      ? `${Math.round(stop.dead)} dead`
      : `${fixed2(stop.explained)} of the variance explained`;
  return [describeRule(params), `trains to a mean cosine of ${fixed2(stop.mmcs)}`, second].join(', ');
}

function describeRule({ world, width, rule, keep, penalty }: DictionaryParams): string {
  if (world === 'clusters') return `${width} latents`;
  return rule === 'top' ? `no penalty, only the ${keep} largest count` : `penalty ${penalty}`;
}

/** Where the strip lies in the page's track; px. */
function trackPlace(width: number, pen: DrawStyle): StripPlace {
  const top = 8 * pen.scale;
  const tall = width < 620 ? 92 : 108;
  return { width, height: top + tall + 30, x0: 0, x1: width, names: 0, top, bottom: top + tall };
}

/** The page's track: strip, ticks and ring. */
export function trackPicture(
  params: DictionaryParams,
  width: number,
  pen: DrawStyle,
  strip?: Strip,
): Picture {
  const place = trackPlace(width, pen);
  const about = params.world === 'clusters' ? 'Width of the dictionary' : 'Penalty on activity';
  return {
    width,
    height: place.height,
    label: `${about}, ${setting(params)}`,
    marks: track(params, place, pen, strip),
  };
}
