// The figure as marks: panels put where the composition has room for them.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { ink, serif } from '../../scene/ink.ts';
import { group, label, type Mark } from '../../scene/mark.ts';
import { measure } from '../../scene/draw-style.ts';
import type { Eight } from './baked.ts';
import { chooser } from './chooser.ts';
import { layoutPanels, type Column } from './layout.ts';
import { offTheTop } from './off-the-top.ts';
import type { ExplainerParams } from './params.ts';
import { picker } from './picker.ts';
import { scenes } from './scenes.ts';
import { scores } from './scores.ts';
import type { ExplainerSnapshot } from './snapshot.ts';
import { spread } from './spread.ts';
import { summary, title } from './text.ts';
import { pooled } from './words.ts';

const part = (name: string, marks: readonly Mark[]): Mark => group(marks, {}, name);

/** The plate; there is no track beside it. @param data undefined: not there yet */
export function scene(params: ExplainerParams, s: ExplainerSnapshot, layout: Layout, data?: Eight): Scene {
  const panels = layoutPanels(layout);
  const { pen, width, height } = panels;
  const kinds = { neuron: pooled(data, s, 'neuron'), feature: pooled(data, s, 'feature') };
  return {
    plate: {
      width,
      height,
      label: summary(params, s, data),
      marks: [
        ...(panels.title ? [heading(panels.title, pen.label * 2)] : []),
        part('chooser', chooser(params, s, panels, pen)),
        part('scenes', scenes(params, s, panels.rows, panels.row, pen)),
        ...(panels.picker ? [part('picker', picker(params, s, panels.picker, panels.columns, pen))] : []),
        part('scores', scores(s, panels.scores, pen, panels.picker ? undefined : pen.label * 2.35)),
        ...(panels.off ? [part('off', offTheTop(s, panels.off, pen))] : []),
        part('spread', spread(kinds, data?.seeds.length ?? 1, s, panels.spread, pen)),
      ],
    },
  };
}

/** The title at `size` px, smaller where it would not fit. */
function heading({ x, y, width }: Column, size: number): Mark {
  const px = Math.max(12, Math.min(size, width / (measure(title, 1) * 0.98)));
  const style = { 'font-size': px, 'font-weight': 450, 'font-family': serif, fill: ink('ink') };
  return label(x, y + px, title, style, 'title');
}
