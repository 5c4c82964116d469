// The picture: a body to turn, its cosines, the curve. Panels are drawn in their own files.

import { ink, serif } from '../../scene/ink.ts';
import { group, label, type Mark } from '../../scene/mark.ts';
import { fitting, measure, type DrawStyle } from '../../scene/draw-style.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import { angles } from './angles.ts';
import type { Atlas } from './baked.ts';
import { curve } from './curve.ts';
import { corners } from './derive.ts';
import { globe } from './globe.ts';
import { drawStyle, layoutPanels, type Panels } from './layout.ts';
import type { PolytopesParams } from './params.ts';
import type { PolytopesSnapshot } from './snapshot.ts';
import { notes, text, title } from './text.ts';
import { track } from './track.ts';
import { capital } from '../../scene/words.ts';
import { phrase } from './words.ts';

/** The picture of these params and its track; without the atlas the curve and the track's columns are empty. */
export function scene(
  params: PolytopesParams,
  snapshot: PolytopesSnapshot,
  layout: Layout,
  data?: Atlas,
): Scene {
  const pen = drawStyle(layout);
  const panels = layoutPanels(layout);
  const { width, height } = panels;
  const { title: says, summary } = text(params, snapshot, data);
  const marks = [
    ...(layout.composition === 'hero' ? [] : heading(snapshot, panels, layout, pen, data)),
    globe(params, snapshot, panels, layout, pen),
    ...(panels.angles ? [group(angles(snapshot, panels.angles, pen), {}, 'angles')] : []),
    ...(panels.curve ? [group(curve(data, params.rarity, panels.curve, pen), {}, 'curve')] : []),
  ];
  return {
    plate: { width, height, label: `${says}. ${summary}`, marks },
    track: track(snapshot, layout, data),
  };
}

/** What was found, by how many starts, and what it is next to the best. */
function heading(
  snapshot: PolytopesSnapshot,
  { heading: { x, y, width } }: Panels,
  { composition }: Layout,
  pen: DrawStyle,
  data?: Atlas,
): Mark[] {
  const slide = composition === 'slide';
  const k = corners(snapshot);
  const size = slide ? Math.max(16, pen.label * 1.9) : 21;
  const name = k < 2 ? 'No shape yet' : capital(phrase(snapshot.shape, k));
  const long = slide ? (fitting([title(snapshot), name], size * 0.94, width) ?? name) : name;
  const lines = snapshot.step < snapshot.end ? [] : notes(snapshot, data);
  return [
    label(
      x,
      y,
      long,
      {
        'font-size': Math.min(size, (size * width) / Math.max(width, measure(long, size))),
        'font-weight': slide ? 450 : undefined,
        'font-family': serif,
        fill: ink('ink'),
      },
      'name',
    ),
    ...(slide ? lines.slice(-1) : lines).map((options, i) =>
      label(
        x,
        y + pen.label * (1.55 + 1.35 * i),
        fitting(options, pen.label * 0.98, width) ?? '',
        { 'font-size': pen.label, fill: ink('ink-2') },
        `note-${i}`,
      ),
    ),
  ];
}
