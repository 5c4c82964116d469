// When a figure is painted: at most once a frame, and while a run plays so seldom that painting takes a fifth of the page's
// time. A hidden page has no frames, and is painted in a task.

import { now } from './clock.ts';

const REST = 4; // times as long as a drawing took, until the next one of a run

export interface PaintQueue {
  /** A picture is due. */
  request(): void;
  /** Paints now. */
  paint(): void;
}

/** @param paint draws and shows the picture; false: there is none yet @param running whether a run plays */
export function createPaintQueue(paint: () => boolean, running: () => boolean): PaintQueue {
  let queued = false;
  let delay: ReturnType<typeof setTimeout> | undefined; // of a picture that waits, while a run plays
  let free = 0; // ms: when a run may be drawn again

  function paintNow(): void {
    const from = now();
    if (!paint()) return;
    const done = now();
    free = done + REST * (done - from);
  }

  function run(): void {
    queued = false;
    paintNow();
  }

  function nextFrame(): void {
    delay = undefined;
    requestAnimationFrame(run);
  }

  return {
    paint: paintNow,
    request() {
      const wait = running() ? free - now() : 0;
      if (queued && (delay === undefined || wait > 0)) return;
      clearTimeout(delay); // a picture that waited for its time: the run has ended, and it is due
      delay = undefined;
      queued = true;
      if (document.visibilityState === 'hidden') setTimeout(run);
      else if (wait > 0) delay = setTimeout(nextFrame, wait);
      else nextFrame();
    },
  };
}
