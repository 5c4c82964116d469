// The one place that reads a clock, and how a page was come to. The clock decides when a snapshot is posted, never what is in it.
/** Milliseconds since the page began. */
export const now = (): number => performance.now();
/** The page was come to by a link or an address, not by a reload or a step back. */
export const fresh = (): boolean =>
  (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type ===
  'navigate';
