// A phone paints the page before it does what nobody has asked for yet: until somebody is there, the printed stills are the figures.

const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin'];
const PATIENCE = 4000;    // ms

/** Resolves when the page's first picture is on the screen: the second frame begins when the first is there. A page in the background waits. */
export const painted = new Promise<void>((come) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(come))); });

/** Resolves at the first sign of a reader, or after some seconds of looking: ears give no sign. */
export const reader = new Promise<void>((come) => {
  for (const sign of SIGNS) addEventListener(sign, () => come(), { capture: true, passive: true, once: true });
  void painted.then(() => setTimeout(come, PATIENCE));
});
