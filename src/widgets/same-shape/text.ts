// What the figure says: the claim, the state, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { grouped } from '../../scene/format.ts';
import type { SameShapeSnapshot } from './snapshot.ts';
import { RENAMED, type SameShapeParams } from './params.ts';
import { percent, residual, shown, worst } from './derive.ts';

export const title = 'Four trainings, one shape';
export const question = [
  'How far are the others turned onto the first?',
  'How far are they turned?',
  'Turned',
];

/** The distance at the present turn, as it stands at the track. */
export const value = (params: SameShapeParams, s: SameShapeSnapshot): string =>
  `${percent(residual(s, params.others, params.turn))} off`;

/** How far a turn is, in words. */
function turnInWords(turn: number): string {
  if (turn >= 100) return 'renamed and turned';
  return turn >= RENAMED ? 'renamed and partly turned' : 'as they are';
}

/** The moment as the beginning of a sentence; empty at the end of training. */
function moment({ step, end }: SameShapeSnapshot): string {
  if (step === 0) return 'Before training, ';
  return step < end ? `At step ${grouped(step)}, ` : '';
}

/** One sentence or two: how far the others lie from the first at the present turn. */
export function summary({ turn, others }: SameShapeParams, s: SameShapeSnapshot): string {
  const off = percent(residual(s, others, turn));
  const what = others === 'trained' ? 'Three more trained networks' : 'Directions without training';
  const when = moment(s);
  const how = `${turnInWords(turn)}, lie ${off} of its length from the first`;
  const odd =
    s.step === s.end && others === 'trained' && new Set(s.shapes).size > 1
      ? ` Not all ended alike: ${s.shapes.join(', ')}.`
      : '';
  return `${when}${when ? what.charAt(0).toLowerCase() + what.slice(1) : what}, ${how}.${odd}`;
}

/** Every sentence and number beside the picture. */
export function text(params: SameShapeParams, s: SameShapeSnapshot): Text {
  const list = shown(s, params);
  return {
    title,
    summary: summary(params, s),
    question: question[0],
    value: value(params, s),
    hint: 'drag, or arrow keys; the line is the distance at every turn',
    milestone:
      params.turn >= 100 && worst(s.trained, 'turned') < 0.02 ? 'The shapes lie on one another.' : undefined,
    table: {
      caption: `Distance from the first network over its own size (Frobenius norm), after step ${grouped(s.step)}`,
      head: ['network', 'as it is', 'features renamed', 'renamed and turned', 'Gram matrices, renamed'],
      rows: [...list.slice(1), ...(params.others === 'trained' ? s.random.slice(1) : [])].map((one) => [
        one.name,
        ...[one.raw, one.renamed, one.turned, one.gram].map((v) => v.toFixed(4)),
      ]),
    },
  };
}
