/** Runs a computation that yields between its parts to its end, at once; what it returns. */
export function finish<R>(work: Generator<unknown, R, void>): R {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
