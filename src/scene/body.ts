// A body in space, engraved: the hull of the features' tips, its far edges dashed, every direction drawn to its corner.
// Points come as (x right, y up, z towards the reader) in units of `r`; marks are around the origin of their group, y down.

import { edges, hull, type Face, type Vec } from '../math/hull.ts';
import { featureName } from './plane.ts';
import { sign, type Stain } from './glyph.ts';
import { ink } from './ink.ts';
import { at, circle, group, label, line, path, round, type Mark, type Point } from './mark.ts';
import type { DrawStyle } from './draw-style.ts';

export interface BodyOptions {
  /** px of length 1 */
  readonly r: number;
  /** [corner] */
  readonly stains: readonly Stain[];
  /** corners that are drawn; the others are not part of the body */
  readonly shown: readonly boolean[];
  /** `data-lit` of what is pointed at: the feature's corner is drawn larger */
  readonly highlighted?: string | undefined;
}

/** Light falls from the upper left, a little towards the reader. */
const LIGHT: Vec = [-0.48, 0.72, 0.5];
/** Nearer is larger by up to this part. */
const NEAR = 0.2;

/** The body's marks, from back to front. @param points [corner], in units of length 1 */
export function body(points: readonly Vec[], options: BodyOptions, style: DrawStyle): Mark[] {
  const { r, shown } = options;
  const corners = points.flatMap((_, f) => (shown[f] ? [f] : []));
  const faces = corners.length > 2 ? hull(corners.map((f) => points[f])) : [];
  const flat = (p: Vec): Point => [p[0] * r, -p[1] * r];
  const tips = corners.map((f) => flat(points[f]));
  const byDepth = points
    .map((_, f) => f)
    .filter((f) => shown[f])
    .sort((a, b) => points[a][2] - points[b][2]);
  // A far corner that no near edge ends in lies behind the faces.
  const rim = new Set(
    edges(faces)
      .filter(isNear)
      .flatMap(({ a, b }) => [corners[a], corners[b]]),
  );
  const back = (f: number): boolean => points[f][2] < -0.05;
  const behind = (f: number): boolean => back(f) && faces.length > 0 && !rim.has(f);
  return [
    group(
      outline(
        faces,
        corners.map((f) => points[f]),
        tips,
        false,
        style,
      ),
      { 'pointer-events': 'none' },
      'far-edges',
    ),
    group(
      byDepth.filter(back).map((f) => spoke(points[f], f, options, style)),
      {},
      'far-spokes',
    ),
    group(
      byDepth.filter(behind).map((f) => corner(points[f], f, options, style)),
      {},
      'far-corners',
    ),
    group(
      byDepth.filter((f) => !back(f)).map((f) => spoke(points[f], f, options, style)),
      {},
      'spokes',
    ),
    circle(0, 0, 2.6 * style.scale, { fill: ink('ink'), 'pointer-events': 'none' }, 'centre'),
    group(washes(faces, tips), { 'pointer-events': 'none' }, 'faces'),
    group(
      outline(
        faces,
        corners.map((f) => points[f]),
        tips,
        true,
        style,
      ),
      { 'pointer-events': 'none' },
      'edges',
    ),
    group(
      byDepth.filter((f) => !behind(f)).map((f) => corner(points[f], f, options, style)),
      {},
      'corners',
    ),
  ];
}

/** Faces turned to the reader, darker the less light they get; a wash, not fringes: those mean interference. */
const washes = (faces: readonly Face[], tips: readonly Point[]): Mark[] =>
  faces
    .filter(({ normal }) => normal[2] > 0.01)
    .map(({ ring, normal }) => {
      const bright = Math.max(0, normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2]);
      return path(
        `M${ring.map((c) => `${round(tips[c][0])} ${round(tips[c][1])}`).join('L')}Z`,
        { fill: ink('ink'), 'fill-opacity': round(0.13 - 0.11 * bright) },
        ring.join('-'),
      );
    });

/** One of the faces that meet in it is turned to the reader. */
const isNear = (edge: { readonly faces: readonly Face[] }): boolean =>
  edge.faces.some(({ normal }) => normal[2] > 0.01);

/** The near or the far edges. */
function outline(
  faces: readonly Face[],
  points: readonly Vec[],
  tips: readonly Point[],
  near: boolean,
  style: DrawStyle,
): Mark[] {
  return edges(faces)
    .filter((edge) => isNear(edge) === near)
    .map(({ a, b }) => {
      const depth = (points[a][2] + points[b][2]) / 2;
      const how = near
        ? {
            stroke: ink('ink'),
            'stroke-width': round(style.weights.fine * (1.15 + 0.6 * Math.max(-1, Math.min(1, depth)))),
          }
        : {
            stroke: ink('ink-2'),
            'stroke-width': style.weights.hair * 1.2,
            'stroke-dasharray': `${round(3.2 * style.scale)} ${round(3.6 * style.scale)}`,
          };
      return line(
        tips[a][0],
        tips[a][1],
        tips[b][0],
        tips[b][1],
        { 'stroke-linecap': 'round', ...how },
        `${a}-${b}`,
      );
    });
}

function spoke(p: Vec, f: number, { r, stains, highlighted }: BodyOptions, style: DrawStyle): Mark {
  const width =
    style.weights.vec *
    (1 + NEAR * p[2]) *
    (stains[f].glyph === undefined ? 0.6 : 1) *
    (highlighted === `f${f + 1}` ? 1.6 : 1);
  return line(
    0,
    0,
    p[0] * r,
    -p[1] * r,
    { stroke: ink(stains[f].paint), 'stroke-width': round(width), 'stroke-linecap': 'round' },
    `spoke-${f}`,
  );
}

/** A glyph with its name beyond it; without a stain a disc with its number. */
function corner(p: Vec, f: number, { r, stains, highlighted }: BodyOptions, style: DrawStyle): Mark {
  const x = p[0] * r;
  const y = -p[1] * r;
  const k = (1 + NEAR * p[2]) * (highlighted === `f${f + 1}` ? 1.25 : 1);
  const s = stains[f];
  if (s.glyph !== undefined) {
    const size = 7.6 * style.scale * k;
    return group(
      [
        at(
          x,
          y,
          [
            sign(s, size + 2.2 * style.scale, 0, 0, { on: style.ground }, 'halo'),
            sign(s, size, 0, 0, {}, 'glyph'),
          ],
          {},
          'sign',
        ),
        featureName([x, y], f, s, { ...style, ring: size * 0.9 }),
      ],
      { 'data-lit': `f${f + 1}` },
      `corner-${f}`,
    );
  }
  const type = Math.max(style.small, 11.5 * style.scale * k);
  const big = type * (f < 9 ? 0.78 : 0.86);
  return at(
    x,
    y,
    [
      circle(
        0,
        0,
        big,
        {
          fill: ink(p[2] < -0.05 ? style.ground : 'ink'),
          stroke: ink(p[2] < -0.05 ? 'ink' : style.ground),
          'stroke-width': style.weights.fine * 1.4,
        },
        'disc',
      ),
      label(
        0,
        type * 0.35,
        String(f + 1),
        {
          'font-size': round(type),
          'font-weight': 700,
          'text-anchor': 'middle',
          fill: ink(p[2] < -0.05 ? 'ink' : style.ground),
          'pointer-events': 'none',
        },
        'number',
      ),
    ],
    { 'data-lit': `f${f + 1}` },
    `corner-${f}`,
  );
}
