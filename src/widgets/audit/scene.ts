// The figure as marks: panels put where the composition has room for them.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { ink, serif } from '../../scene/ink.ts';
import { group, label, type Mark } from '../../scene/mark.ts';
import { measure } from '../../scene/draw-style.ts';
import type { Series } from './baked.ts';
import type { AuditSnapshot } from './model.ts';
import type { AuditParams } from './params.ts';
import { query, race, units } from './panels.ts';
import { places } from './places.ts';
import { BRIEF, QUESTION, text, TITLE } from './text.ts';
import { track, trackPicture } from './track.ts';

const part = (name: string, marks: readonly Mark[]): Mark => group(marks, {}, name);

export function scene(params: AuditParams, s: AuditSnapshot, layout: Layout, data?: Series): Scene {
  const p = places(layout);
  const { pen, width, height } = p;
  const { summary } = text(params, s, data);
  const marks = [
    ...(p.title ? [title(p.title.x, p.title.y, p.title.width, p.pen.label * 2)] : []),
    part('race', race(s, p.race, pen)),
    part('query', query(s, params.ask, p.query, pen)),
    ...(p.units ? [part('units', units(s, p.units, pen))] : []),
    ...(p.strip
      ? [
          label(
            p.strip.x0,
            p.question!,
            QUESTION,
            { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
            'question',
          ),
          label(
            p.strip.x1,
            p.question!,
            String(params.width),
            { 'font-size': pen.label * 1.3, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
            'value',
          ),
          part('strip', track(params, p.strip, pen, data)),
        ]
      : []),
  ];
  return {
    plate: { width, height, label: `${TITLE}. ${summary}`, marks },
    track: p.strip ? undefined : trackPicture(params, layout.track ?? layout.width, data),
  };
}

function title(x: number, y: number, room: number, size: number): Mark {
  const says = measure(TITLE, size * 0.6) > room ? BRIEF : TITLE;
  const px = Math.max(12, Math.min(size, room / (measure(says, 1) * 0.98)));
  return label(
    x,
    y + px,
    says,
    { 'font-size': px, 'font-weight': 450, 'font-family': serif, fill: ink('ink') },
    'title',
  );
}
