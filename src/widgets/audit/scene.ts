// The figure as marks: panels put where the composition has room for them.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { ink, serif } from '../../scene/ink.ts';
import { group, label, type Mark } from '../../scene/mark.ts';
import { measure } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import type { Series } from './baked.ts';
import { layoutPanels, type PanelLayout } from './layout.ts';
import type { AuditParams } from './params.ts';
import { query } from './query.ts';
import { race } from './race.ts';
import type { AuditSnapshot } from './snapshot.ts';
import { question, shortTitle, summary, title } from './text.ts';
import { track, trackPicture } from './track.ts';
import { units } from './units.ts';

const part = (name: string, marks: readonly Mark[]): Mark => group(marks, {}, name);

/** The plate and its strip; a slide has both in one picture. @param data undefined: not there yet */
export function scene(params: AuditParams, s: AuditSnapshot, layout: Layout, data?: Series): Scene {
  const panels = layoutPanels(layout);
  const { pen, width, height } = panels;
  return {
    plate: {
      width,
      height,
      label: `${title}. ${summary(s, data)}`,
      marks: [
        ...(panels.title ? [heading(panels.title, pen.label * 2)] : []),
        part('race', race(s, panels.race, pen)),
        part('query', query(params, s, panels.query, pen)),
        ...(panels.units ? [part('units', units(params, s, panels.units, pen))] : []),
        ...strip(params, panels, data),
      ],
    },
    track: panels.strip ? undefined : trackPicture(params, layout.track ?? layout.width, data),
  };
}

/** The largest of the two titles that fits at `size` px, else smaller. */
function heading({ x, y, width }: Box, size: number): Mark {
  const says = measure(title, size * 0.6) > width ? shortTitle : title;
  const px = Math.max(12, Math.min(size, width / (measure(says, 1) * 0.98)));
  const style = { 'font-size': px, 'font-weight': 450, 'font-family': serif, fill: ink('ink') };
  return label(x, y + px, says, style, 'title');
}

/** A slide's question, its answer and the strip. */
function strip(params: AuditParams, panels: PanelLayout, data?: Series): Mark[] {
  const { strip: place, question: y, pen } = panels;
  if (!place || y === undefined) return [];
  const style = { 'font-weight': 650, fill: ink('ink') };
  return [
    label(place.x0, y, question, { 'font-size': pen.label, ...style }, 'question'),
    label(
      place.x1,
      y,
      String(params.width),
      { 'font-size': pen.label * 1.3, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
      'value',
    ),
    part('strip', track(params, place, pen, data)),
  ];
}
