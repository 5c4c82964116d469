// What is done to a page before a test: run in the page, before its own scripts.

/** Keeps every worker of the page within reach. */
export const keepWorkers = (): void => {
  const made: Worker[] = [];
  const Real = Worker;
  Object.assign(window, {
    made,
    Worker: class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        made.push(this);
      }
    },
  });
};
