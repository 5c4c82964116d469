// The figure as marks, in every composition.

import { ink } from '../../scene/ink.ts';
import { group, label, type Mark } from '../../scene/mark.ts';
import { measure } from '../../scene/draw-style.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { Sizes } from './baked.ts';
import type { DoubleDescentSnapshot } from './snapshot.ts';
import type { DoubleDescentParams } from './params.ts';
import { plan, type Plan } from './layout.ts';
import { featuresSquare, lengthsSquare, pointsSquare } from './squares.ts';
import { sizes, sizesPicture } from './sizes.ts';
import { summary, title } from './text.ts';

export function scene(_: DoubleDescentParams, s: DoubleDescentSnapshot, layout: Layout, data?: Sizes): Scene {
  const place = plan(layout);
  const { pen, width, height, inside, squares } = place;
  const draw = [pointsSquare, featuresSquare, lengthsSquare];
  const marks = [
    ...(inside ? [heading(place)] : []),
    ...squares.map((square, i) => draw[i](s, square, pen)),
    ...(inside ? [group(sizes(s, place.sizes, { ...pen, ground: 'paper' }, data), {}, 'sizes')] : []),
  ];
  const plate = { width, height, label: inside ? `${title}. ${summary(s)}` : summary(s), marks };
  return inside ? { plate } : { plate, track: sizesPicture(s, layout.track ?? width, data) };
}

function heading({ pad, width, height }: Plan): Mark {
  const size = Math.min(height * 0.07, (width - 2 * pad) / (measure(title, 1) * 1.02));
  return label(
    pad,
    pad * 0.7 + size * 0.8,
    title,
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
