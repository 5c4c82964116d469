// The track: what every rate of absence leads to, as a strip with its slider.

import { memoizeLast } from '../../math/memoize.ts';
import { round4 } from '../../math/rounding.ts';
import { percent } from '../../scene/format.ts';
import type { Picture } from '../../scene/mark.ts';
import { strip } from '../../scene/strip.ts';
import { slider } from '../../scene/touch.ts';
import type { Layout } from '../../runtime/widget.ts';
import { absentScale, nearest, regimes } from './derive.ts';
import { trackPlace } from './layout.ts';
import { spec, type SuperpositionParams } from './params.ts';
import type { Strip } from './snapshot.ts';
import { stainsOf } from './stains.ts';
import { question } from './text.ts';
import { regimeNames, said } from './words.ts';

/** Values with a tick, the most important first. */
const ticks = [0, 0.99, 0.9, 0.5, 0.95, 0.8, 0.7, 0.98];

/** The track's picture. Nothing of the run is in it: while the run trains, it stays the same object. */
export const track = memoizeLast(
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
          stains: stainsOf(features, worn, layout.highlighted),
          regimes: known
            ? regimes(known).map(({ from, to, first }) => ({
                from: x0 + from * (x1 - x0),
                to: x0 + to * (x1 - x0),
                names: regimeNames(first.geometry, first.kept),
              }))
            : [],
          ticks: ticks.map((t) => ({ at: scale(t), text: t ? percent(t) : '0' })),
          needle: scale(absent),
          highlighted: layout.highlighted,
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
