// A phone paints the page before it does what nobody has asked for yet: until somebody is there, the printed stills are the figures.

const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin'];
const PATIENCE = 4000; // ms

const PAINTS = 3000; // ms, at most, from the first frame to its picture: Chromium may hold it back for one or two seconds

/** Resolves when the page's first picture is on the screen. A page in the background waits. */
export const firstPaint = new Promise<void>((come) => {
  const told = PerformanceObserver.supportedEntryTypes?.includes('paint');
  if (told) {
    new PerformanceObserver((seen, observer) => {
      if (seen.getEntriesByName('first-contentful-paint').length) {
        observer.disconnect();
        come();
      }
    }).observe({ type: 'paint', buffered: true });
  }
  // Where nobody tells, the second frame begins when the first is there.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(come, told ? PAINTS : 0)));
});

/** Resolves at the first sign of a reader, or after some seconds of looking: ears give no sign. */
export const firstInteraction = new Promise<void>((come) => {
  for (const sign of SIGNS) {
    addEventListener(sign, () => come(), { capture: true, passive: true, once: true });
  }
  void firstPaint.then(() => setTimeout(come, PATIENCE));
});
