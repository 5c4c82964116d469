// What the figure says: the claim, the state, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { grouped } from '../../scene/format.ts';
import type { Row } from './baked.ts';
import type { FamiliesSnapshot } from './model.ts';
import type { FamiliesParams } from './params.ts';
import { curve, degrees, due, family, fit, median, peak, shown, two } from './read.ts';

export const title = 'One curve, eight directions';
export const question = ['How far is the template turned?', 'How far is it turned?', 'Turned'];
export const value = ({ angle }: FamiliesParams): string => `${angle}°`;

export function summary(params: FamiliesParams, s: FamiliesSnapshot): string {
  const { pick, onto, angle } = params;
  const E = shown(s, params);
  const when =
    params.weights === 'untrained'
      ? 'Before training, the'
      : s.step < s.end
        ? `At step ${s.step}, the`
        : 'The';
  const top = peak(curve(E, pick, onto));
  const off = Math.min(Math.abs(top - due(params)), 360 - Math.abs(top - due(params)));
  const best =
    off <= 15
      ? `it fits best at ${top}°, where its place in the family says ${due(params)}°`
      : `it fits best at ${top}°, not at ${due(params)}° as its place in the family would say`;
  return `${when} template of ${degrees(pick)}, turned by ${angle}°, has a cosine of ${two(fit(E, pick, onto, angle))} with that of ${degrees(onto)}; ${best}.`;
}

export function text(params: FamiliesParams, s: FamiliesSnapshot, rows?: readonly Row[]): Text {
  const { pick, onto, angle } = params;
  const now = family(s.trained);
  const before = family(s.untrained);
  const E = shown(s, params);
  const fits = Math.abs(angle - due(params)) <= 6 && fit(E, pick, onto, angle) > 0.85;
  return {
    title,
    summary: summary(params, s),
    question: question[0],
    value: value(params),
    hint: 'drag, or arrow keys; the curve is the cosine at every angle',
    milestone: fits ? `The template of ${degrees(pick)} lies on that of ${degrees(onto)}.` : undefined,
    table: {
      caption: `Median cosine of all 56 pairs, each turned by its place in the family: ${two(median(now.aligned))} after step ${s.step}, ${two(median(before.aligned))} before training; ${(100 * s.accuracy).toFixed(1)}% of ${grouped(s.tested)} fresh pictures right`,
      head: ['weights', 'pictures right', 'median of 56 pairs, turned', 'least', 'circulant share'],
      rows: [
        ['here', s.accuracy.toFixed(3), two(median(now.aligned)), two(now.aligned[0]), two(now.circulant)],
        ['untrained, here', '', two(median(before.aligned)), two(before.aligned[0]), two(before.circulant)],
        ...(rows ?? []).map((r) => [
          `seed ${r.seed}`,
          r.accuracy.toFixed(3),
          two(r.aligned),
          two(r.least),
          two(r.circulant),
        ]),
      ],
    },
  };
}
