// On a phone the first layout of a long page takes longer than all else before its first picture. So the style sheet
// leaves out what is below the screen (page.css, `content-visibility`); once the page stands, it is laid out block by
// block, and from then on no height is an estimate.

const SLICE = 6;    // ms of work between two rests of the thread

export function unfold(): void {
  const root = document.documentElement, blocks = [...document.querySelectorAll<HTMLElement>('.prose>*,.sheet>*')];
  let whole = false;
  const finish = (): void => {
    whole = true;
    root.dataset.whole = '';
    for (const block of blocks) block.style.removeProperty('content-visibility');
  };
  const go = async (): Promise<void> => {
    let from = performance.now();
    for (const block of blocks) {
      if (whole) return;
      block.style.setProperty('content-visibility', 'visible');
      void block.offsetHeight;
      if (performance.now() - from < SLICE) continue;
      await new Promise((rest) => { setTimeout(rest); });
      from = performance.now();
    }
    finish();
  };
  // Who comes back to a place, or goes to one, finds it where it will be.
  if (location.hash || (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type !== 'navigate') return finish();
  document.addEventListener('click', (e) => { if (!whole && (e.target as Element).closest?.('a[href*="#"]')) finish(); }, { capture: true });
  if (blocks.length && getComputedStyle(blocks.at(-1)!).contentVisibility === 'auto') addEventListener('load', () => { setTimeout(() => void go()); });
  else finish();
}
