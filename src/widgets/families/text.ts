// What the figure says: the claim, the state, the numbers.

import { median } from '../../math/median.ts';
import { fit, type Family } from '../../models/template-families.ts';
import type { Text } from '../../runtime/widget.ts';
import { fixed2, grouped } from '../../scene/format.ts';
import type { Row } from './baked.ts';
import { cosineCurve, degrees, dueAngle, familyOf, peak, shownTemplates } from './derive.ts';
import type { FamiliesParams } from './params.ts';
import type { FamiliesSnapshot } from './snapshot.ts';

/** degrees that the best fit may lie off its due angle, and the turn that lays one template on the other */
const NEAR = 15;
const ON = 6;
const FITS = 0.85;

export const title = 'One curve, eight directions';
/** What the track asks, longest first. */
export const question = ['How far is the template turned?', 'How far is it turned?', 'Turned'];
/** The track's value in words. */
export const value = ({ angle }: FamiliesParams): string => `${angle}°`;

/** One sentence: what is to be seen now. */
export function summary(params: FamiliesParams, s: FamiliesSnapshot): string {
  const { pick, onto, angle } = params;
  const cosine = fit(shownTemplates(s, params), pick, onto, angle);
  return `${when(params, s)} template of ${degrees(pick)}, turned by ${angle}°, has a cosine of ${fixed2(cosine)} with that of ${degrees(onto)}; ${bestFit(params, s)}.`;
}

function when({ weights }: FamiliesParams, { step, end }: FamiliesSnapshot): string {
  if (weights === 'untrained') return 'Before training, the';
  return step < end ? `At step ${step}, the` : 'The';
}

function bestFit(params: FamiliesParams, s: FamiliesSnapshot): string {
  const due = dueAngle(params);
  const top = peak(cosineCurve(shownTemplates(s, params), params.pick, params.onto));
  const off = Math.min(Math.abs(top - due), 360 - Math.abs(top - due));
  return off <= NEAR
    ? `it fits best at ${top}°, where its place in the family says ${due}°`
    : `it fits best at ${top}°, not at ${due}° as its place in the family would say`;
}

/** All words of the figure. */
export function text(params: FamiliesParams, s: FamiliesSnapshot, rows: readonly Row[] = []): Text {
  const now = familyOf(s.trained);
  const before = familyOf(s.untrained);
  return {
    title,
    summary: summary(params, s),
    question: question[0],
    value: value(params),
    hint: 'drag, or arrow keys; the curve is the cosine at every angle',
    milestone: milestone(params, s),
    table: {
      caption: caption(s, now, before),
      head: ['weights', 'pictures right', 'median of 56 pairs, turned', 'least', 'circulant share'],
      rows: [
        ['here', s.accuracy.toFixed(3), ...familyCells(now)],
        ['untrained, here', '', ...familyCells(before)],
        ...rows.map((r) => [
          `seed ${r.seed}`,
          r.accuracy.toFixed(3),
          fixed2(r.aligned),
          fixed2(r.least),
          fixed2(r.circulant),
        ]),
      ],
    },
  };
}

const familyCells = ({ aligned, circulant }: Family): string[] => [
  fixed2(median(aligned)),
  fixed2(aligned[0]),
  fixed2(circulant),
];

function caption({ step, accuracy, tested }: FamiliesSnapshot, now: Family, before: Family): string {
  const medians = `${fixed2(median(now.aligned))} after step ${step}, ${fixed2(median(before.aligned))} before training`;
  const right = `${(100 * accuracy).toFixed(1)}% of ${grouped(tested)} fresh pictures right`;
  return `Median cosine of all 56 pairs, each turned by its place in the family: ${medians}; ${right}`;
}

function milestone(params: FamiliesParams, s: FamiliesSnapshot): string | undefined {
  const { pick, onto, angle } = params;
  const lies =
    Math.abs(angle - dueAngle(params)) <= ON && fit(shownTemplates(s, params), pick, onto, angle) > FITS;
  return lies ? `The template of ${degrees(pick)} lies on that of ${degrees(onto)}.` : undefined;
}
