// A phone paints the page before it does what nobody has asked for yet: until somebody is there, the printed stills are the figures.

const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin'];
const PATIENCE = 4000;    // ms

/** Resolves at the first sign of a reader, or after some seconds: ears give no sign. */
export const reader = new Promise<void>((come) => {
  for (const sign of SIGNS) addEventListener(sign, () => come(), { capture: true, passive: true, once: true });
  setTimeout(come, PATIENCE);
});
