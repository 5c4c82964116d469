// The axes of the neurons around the body, with their names, which may not stand on anything however the body is turned.

import type { Vec } from '../../math/hull.ts';
import type { Mark, Point } from '../../scene/mark.ts';
import { measure, type DrawStyle } from '../../scene/draw-style.ts';
import { neuronAxis } from '../../scene/plane.ts';
import type { Panels } from './layout.ts';

/** The neurons' axes; names stand beyond the squares, inside the plate, off what is there and off each other. @param taken px from the body's middle */
export function neurons(
  axes: readonly Vec[],
  taken: readonly Point[],
  panels: Panels,
  pen: DrawStyle,
): Mark[] {
  const reach = panels.body.r * 1.42;
  const boxes: Box[] = [];
  return axes.map(([u, v], i) => {
    const x = u * reach;
    const y = -v * reach;
    const from: Point = [-x * 0.8, -y * 0.8];
    // An axis that points at the reader has no room for its name; it comes back when the body is turned.
    const word =
      u * u + v * v < 0.45
        ? undefined
        : spots(x, y, `neuron ${i + 1}`, panels, pen).find(({ box }) => free(box, taken, boxes, pen));
    if (word) boxes.push(word.box);
    return neuronAxis(
      from,
      [x, y],
      word ? `neuron ${i + 1}` : '',
      word?.at ?? [x, y],
      word?.anchor ?? 'start',
      { ...pen, label: pen.small },
      `axis-${i}`,
    );
  });
}

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}
interface Word {
  readonly at: Point;
  readonly anchor: string;
  readonly box: Box;
}

/** Where a name may stand, the best place first: beside the square or over it, then farther out, then on its other side. */
function spots(x: number, y: number, name: string, { body: { cx }, width }: Panels, pen: DrawStyle): Word[] {
  const gap = 9 * pen.scale;
  const long = measure(name, pen.small);
  const side = x > 0 ? 1 : -1;
  const out = y < 0 ? -1 : 1;
  const low = y < 0 ? -gap : gap + pen.small * 0.85;
  const beside =
    Math.abs(x) > Math.abs(y) * 0.4 &&
    x + side * (gap + long) > 4 - cx &&
    x + side * (gap + long) < width - cx - 4;
  const inside = Math.max(4 - cx + long / 2, Math.min(width - cx - 4 - long / 2, x));
  const wx = beside ? x + side * gap : inside;
  const middle = beside ? wx + (side * long) / 2 : wx;
  const besideAnchor = side > 0 ? 'start' : 'end';
  return [0, 24, 48, -24].map((by) => {
    const wy = (beside ? y + pen.small * 0.35 : y + low) + out * by * pen.scale;
    return {
      at: [wx, wy] as const,
      anchor: beside ? besideAnchor : 'middle',
      box: { x0: middle - long / 2, x1: middle + long / 2, y0: wy - pen.small, y1: wy + pen.small * 0.3 },
    };
  });
}

/** Does a name's box lie clear of what is there and of the other names? */
function free(box: Box, taken: readonly Point[], boxes: readonly Box[], pen: DrawStyle): boolean {
  const [mx, my] = [(box.x0 + box.x1) / 2, box.y1 - pen.small * 0.3];
  const half = (box.x1 - box.x0) / 2;
  return (
    !taken.some(
      ([tx, ty]) => Math.abs(tx - mx) < half + 26 * pen.scale && Math.abs(ty - my) < 20 * pen.scale,
    ) && !boxes.some((b) => b.x0 < box.x1 + 4 && box.x0 < b.x1 + 4 && b.y0 < box.y1 + 2 && box.y0 < b.y1 + 2)
  );
}
