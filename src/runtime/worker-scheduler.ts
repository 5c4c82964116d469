// The page's queue: as many models train at once as there are cores to spare, and the others wait for their turn. Who has
// waited longest comes next; what a reader has just asked for comes first.

/** One that works: told to go on or to hold. */
export interface Lane {
  hold(yes: boolean): void;
}

const QUANTUM = 250; // ms that one works while others wait

/** Turns for the workers of a page: at most `lanes` of them compute at a time. @param wait calls back after `ms` */
export function createScheduler(lanes: number, wait: (then: () => void, ms: number) => void) {
  const working: Lane[] = [];
  const waiting: Lane[] = []; // longest first
  let ticking = false;

  const drop = (list: Lane[], one: Lane): boolean => {
    const i = list.indexOf(one);
    if (i >= 0) list.splice(i, 1);
    return i >= 0;
  };
  const start = (one: Lane): void => {
    working.push(one);
    one.hold(false);
  };
  const stop = (): void => {
    const one = working.shift()!;
    one.hold(true);
    waiting.push(one);
  };

  function tick(): void {
    ticking = false;
    for (let i = Math.min(waiting.length, working.length); i > 0; i--) {
      stop();
      start(waiting.shift()!);
    }
    watch();
  }
  function watch(): void {
    if (waiting.length && !ticking) {
      ticking = true;
      wait(tick, QUANTUM);
    }
  }

  return {
    /** `one` has a goal, newly set by the reader: it works now, and the one that has worked longest waits. */
    enter(one: Lane): void {
      if (working.includes(one)) return;
      drop(waiting, one);
      if (working.length >= lanes) stop();
      start(one);
      watch();
    },
    /** `one` is there, or gone. */
    leave(one: Lane): void {
      drop(waiting, one);
      if (drop(working, one) && waiting.length) start(waiting.shift()!);
    },
    /** how many work and wait, for the tests */
    get count(): readonly [working: number, waiting: number] {
      return [working.length, waiting.length];
    },
  };
}

/** One core stays with the page. */
export const scheduler = createScheduler(
  Math.max(1, Math.min(2, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1)),
  (then, ms) => {
    setTimeout(then, ms);
  },
);
