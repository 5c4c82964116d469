// Which composition an element draws, and how large.

import { memoizeLast } from '../math/memoize.ts';
import type { Composition, Layout } from './widget.ts';

const NARROW = 620; // px of plate below which the phone's composition is drawn
// A slide is drawn at least so large (px), at most so wide (of its height) and so high (of its width); in an odder frame
// it is scaled and has margins.
const LEAST_WIDTH = 320;
const LEAST_HEIGHT = 360;
const WIDEST = 2.5;
const HIGHEST = 2;

/** What was measured on the page, px. */
interface Room {
  readonly context: 'inline' | 'slide';
  readonly hero: boolean;
  readonly width: number;
  /** of a slide; 0: 16 to 9 */
  readonly height: number;
  /** of the hero's track */
  readonly track: number | undefined;
}

export type LayoutOf = (room: Room, highlighted: string | undefined, site: string) => Layout;

/** The layout for a room: the very same object as long as nothing differs, so that a scene can be kept. */
export function createLayout(): LayoutOf {
  const make = memoizeLast(
    (
      composition: Composition,
      width: number,
      height: number | undefined,
      track: number | undefined,
      highlighted: string | undefined,
      site: string,
    ): Layout => ({ composition, width, height, track, highlighted, site }),
  );
  return (room, highlighted, site) => {
    const width = Math.max(280, room.width || 640);
    if (room.context === 'slide') {
      const height = room.height || (width * 9) / 16;
      const k = Math.max(1, LEAST_WIDTH / width, LEAST_HEIGHT / height);
      const wide = Math.min(k * width, WIDEST * k * height);
      const high = Math.min(k * height, HIGHEST * k * width);
      return make('slide', wide, high, undefined, highlighted, site);
    }
    if (room.hero) return make('hero', width, undefined, room.track, highlighted, site);
    return make(width < NARROW ? 'narrow' : 'wide', width, undefined, undefined, highlighted, site);
  };
}
