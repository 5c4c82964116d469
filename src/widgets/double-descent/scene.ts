// The figure as marks, in every composition.

import { group } from '../../scene/mark.ts';
import { slideTitle } from '../../scene/square-panels.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { Sizes } from './baked.ts';
import type { DoubleDescentSnapshot } from './snapshot.ts';
import type { DoubleDescentParams } from './params.ts';
import { layoutPanels } from './layout.ts';
import { featuresSquare, lengthsSquare, pointsSquare } from './squares.ts';
import { sizes, sizesPicture } from './sizes.ts';
import { summary, title } from './text.ts';

/** The figure's picture; where a slide has no track, the chart is in the plate. `data`: what every size ends at. */
export function scene(_: DoubleDescentParams, s: DoubleDescentSnapshot, layout: Layout, data?: Sizes): Scene {
  const panels = layoutPanels(layout);
  const { pen, width, height, inside, squares } = panels;
  const draw = [pointsSquare, featuresSquare, lengthsSquare];
  const marks = [
    ...(inside ? [slideTitle(title, panels)] : []),
    ...squares.map((square, i) => draw[i](s, square, pen)),
    ...(inside ? [group(sizes(s, panels.sizes, { ...pen, ground: 'paper' }, data), {}, 'sizes')] : []),
  ];
  const plate = { width, height, label: inside ? `${title}. ${summary(s)}` : summary(s), marks };
  return inside ? { plate } : { plate, track: sizesPicture(s, layout.track ?? width, data) };
}
