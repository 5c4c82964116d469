// Work stops while nobody can see it: the page is hidden, or the figure is off the screen.

/** Calls `change(seen)` when that changes, until `signal` aborts. */
export function watchVisibility(
  element: Element,
  change: (seen: boolean) => void,
  signal: AbortSignal,
): void {
  let onScreen = true;
  let last = true;
  const tell = (): void => {
    const now = onScreen && document.visibilityState === 'visible';
    if (now !== last) change((last = now));
  };
  const watch = new IntersectionObserver(([entry]) => {
    onScreen = entry?.isIntersecting ?? onScreen;
    tell();
  });
  watch.observe(element);
  document.addEventListener('visibilitychange', tell, { signal });
  signal.addEventListener('abort', () => watch.disconnect());
}
