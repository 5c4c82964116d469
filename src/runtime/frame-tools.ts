// The toolbar of a figure's frame, as marks.

import { memoizeLast } from '../math/memoize.ts';
import { mark, type Mark } from '../scene/mark.ts';
import type { FrameView, Status } from './frame-view.ts';
import { icons, type IconName } from './icons.ts';

interface Tool {
  readonly does: string;
  readonly icon: IconName;
  readonly label: string;
  readonly title?: string | undefined;
  readonly on?: boolean | undefined;
  readonly off?: boolean | undefined;
  readonly fill?: boolean | undefined;
  readonly far?: boolean | undefined;
}

/** The same object as long as it looks the same: a run does not paint it. */
export const tools = memoizeLast(
  (
    view: FrameView['view'],
    status: Status,
    live: boolean,
    chrome: FrameView['chrome'],
    opened: string | undefined,
    compared: boolean | undefined,
    canUndo: boolean,
    seed: number | undefined,
  ): Mark => {
    const running = status === 'running';
    const play: Tool = {
      does: 'play',
      icon: running ? 'pause' : 'play',
      label: running ? 'Pause' : (view.verb ?? 'Train'),
      fill: true,
    };
    const open = (name: string): boolean => opened === name;
    const all: Tool[] =
      chrome === 'hero'
        ? [
            play,
            { does: 'reset', icon: 'reset', label: 'Start over' },
            { does: 'link', icon: 'link', label: 'Link to this state' },
          ]
        : [
            play,
            {
              does: 'step',
              icon: 'step',
              label: 'Step',
              title: view.noun ? `One ${view.noun}` : 'One training step',
              off: running,
            },
            { does: 'reset', icon: 'reset', label: 'Reset', title: 'Back to step 0' },
            { does: 'undo', icon: 'undo', label: 'Undo', off: !canUndo },
            ...(view.settings.length
              ? [
                  {
                    does: 'settings',
                    icon: 'settings',
                    label: seed === undefined ? 'Settings' : `Seed ${seed}`,
                    title: 'Seed and settings',
                    on: open('settings'),
                  } satisfies Tool,
                ]
              : []),
            ...(compared === undefined
              ? []
              : [
                  {
                    does: 'compare',
                    icon: 'compare',
                    label: 'Compare',
                    title: 'Keep this run as a ghost and train another seed',
                    on: compared,
                  } satisfies Tool,
                ]),
            { does: 'link', icon: 'link', label: 'Link to this state', far: true },
            { does: 'embed', icon: 'embed', label: 'Embed', on: open('embed'), far: true },
            { does: 'download', icon: 'download', label: 'Download', on: open('download'), far: true },
            { does: 'source', icon: 'source', label: 'Source', on: open('source'), far: true },
          ];
    const row = all.map((t) => tool(t, live));
    const gap = all.findIndex((t) => t.far);
    if (gap > 0) row.splice(gap, 0, mark('span', { class: 'sp' }, '', 'sp'));
    return mark(
      'div',
      { class: 'tools', role: 'toolbar', 'aria-label': 'Controls of this figure' },
      row,
      'tools',
    );
  },
);

function tool({ does, icon, label, title, on, off, fill }: Tool, live: boolean): Mark {
  return mark(
    'button',
    {
      type: 'button',
      class: `tb${fill ? ' play' : ''} k-${does}`,
      'data-do': does,
      'aria-label': label,
      title: title ?? label,
      disabled: !live,
      'aria-disabled': live && off ? 'true' : undefined,
      'aria-expanded': on === undefined || does === 'compare' ? undefined : String(on),
      'aria-pressed': does === 'compare' ? String(!!on) : undefined,
    },
    [
      mark(
        'svg',
        { viewBox: '0 0 20 20', 'aria-hidden': 'true' },
        [mark('path', { d: icons[icon] }, undefined, 'p')],
        'i',
      ),
      mark('span', {}, label, 't'),
    ],
    does,
  );
}
