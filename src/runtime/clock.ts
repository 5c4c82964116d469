// The one place that reads a clock. It decides when a snapshot is posted, never what is in it.
export const now = (): number => performance.now();
