// The middle of a list. Two estimators, which differ for lists of even length only.

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The middle value; of an even number of values the mean of the two middle ones. 0 for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  return sorted.length ? (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2 : 0;
}

/** The middle value; of an even number of values the larger of the two middle ones, so that it is a value of the list. 0 for an empty list. */
export function upperMedian(values: readonly number[]): number {
  return ascending(values)[values.length >> 1] ?? 0;
}
