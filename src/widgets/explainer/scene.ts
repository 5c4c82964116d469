// The figure as marks: panels put where the composition has room for them.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { ink, serif } from '../../scene/ink.ts';
import { group, label, type Mark } from '../../scene/mark.ts';
import { measure } from '../../scene/draw-style.ts';
import type { Eight } from './baked.ts';
import type { ExplainerSnapshot } from './model.ts';
import type { ExplainerParams } from './params.ts';
import { chooser, off, picker, scenes, scores, spread } from './panels.ts';
import { places } from './places.ts';
import { pooled, summaryOf, TITLE } from './text.ts';

const part = (name: string, marks: readonly Mark[]): Mark => group(marks, {}, name);

export function scene(params: ExplainerParams, s: ExplainerSnapshot, layout: Layout, data?: Eight): Scene {
  const p = places(layout);
  const { pen, width, height } = p;
  return {
    plate: {
      width,
      height,
      label: summaryOf(params, s, data),
      marks: [
        ...(p.title ? [title(p.title, pen.label * 2)] : []),
        part('chooser', chooser(params, s, p.kind, p.units, pen)),
        part('scenes', scenes(params, s, p.rows, p.row, pen)),
        ...(p.picker ? [part('picker', picker(params, s, p.picker, p.columns, pen))] : []),
        part('scores', scores(s, p.scores, pen, p.picker ? undefined : pen.label * 2.35)),
        ...(p.off ? [part('off', off(s, p.off, pen))] : []),
        part(
          'spread',
          spread(
            { neuron: pooled(data, s, 'neuron'), feature: pooled(data, s, 'feature') },
            data?.seeds.length ?? 1,
            s,
            p.spread,
            pen,
          ),
        ),
      ],
    },
  };
}

function title({ x, y, width }: { x: number; y: number; width: number }, size: number): Mark {
  const px = Math.max(12, Math.min(size, width / (measure(TITLE, 1) * 0.98)));
  return label(
    x,
    y + px,
    TITLE,
    { 'font-size': px, 'font-weight': 450, 'font-family': serif, fill: ink('ink') },
    'title',
  );
}
