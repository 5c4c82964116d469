// On a phone the first layout of a long page takes longer than all else before its first paint. So the style
// sheet leaves out what is below the screen (page.css, `content-visibility`). After the reader's first
// interaction it is laid out a few blocks a frame, and from then on no height is an estimate.

import { fresh } from '../runtime/clock.ts';
import { firstInteraction } from '../runtime/page-readiness.ts';

/** blocks laid out in one frame */
const BLOCKS = 3;

/** Lays the page out, at once or block by block. */
export function unfold(): void {
  const blocks = [...document.querySelectorAll<HTMLElement>('.prose>*,.sheet>*')];
  const lay = (some: HTMLElement[]): void => {
    for (const block of some) block.style.setProperty('content-visibility', 'visible');
  };
  const all = (): void => lay(blocks.splice(0));
  const go = (): void => {
    lay(blocks.splice(0, BLOCKS));
    if (blocks.length) requestAnimationFrame(() => setTimeout(go));
  };
  // A link to a place, or a return to one, scrolls to it: every height above it has to be real.
  if (!matchMedia('(max-width:900px)').matches || location.hash || !fresh()) return all();
  document.addEventListener(
    'click',
    (e) => {
      if ((e.target as Element).closest?.('a[href*="#"]')) all();
    },
    { capture: true },
  );
  void firstInteraction.then(go);
}
