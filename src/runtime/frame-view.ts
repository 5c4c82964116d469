// Everything a figure's frame shows, as plain data.

import type { Mark } from '../scene/mark.ts';
import type { FigureView, Layout, Scene, Text } from './widget.ts';

export type Status = 'resting' | 'running' | 'paused' | 'settled' | 'failed';

/** Everything the frame shows. Plain data. */
export interface FrameView {
  readonly view: Pick<
    FigureView<any, any>,
    'name' | 'caption' | 'about' | 'settings' | 'verb' | 'noun' | 'typed'
  >;
  readonly text: Text;
  readonly pictures: readonly { readonly layout: Layout; readonly scene: Scene }[];
  readonly status: Status;
  readonly step: number;
  readonly end: number;
  readonly seed?: number | undefined;
  /** a ghost run is shown; undefined: this figure has none to show */
  readonly compared?: boolean | undefined;
  /** what stands in the line to type in, where the figure has one */
  readonly typed?: string | undefined;
  readonly canUndo: boolean;
  readonly notices: readonly string[];
  readonly said: string;
  /** "Fig. 1.3"; none on slides */
  readonly number?: string | undefined;
  /** permalink of the state, printed on paper where the controls are not */
  readonly address?: string | undefined;
  /** false: printed by the build, nothing can be touched yet */
  readonly live: boolean;
  readonly chrome: 'none' | 'title' | 'full' | 'hero';
  /** printed only: the file that holds the pictures, for a figure that is not the first of its page; '': no file; neither pictures nor table, but their room */
  readonly apart?: string | undefined;
  /** the open panel under the toolbar: its name and its marks */
  readonly panel?: { readonly name: string; readonly marks: readonly Mark[] } | undefined;
}
