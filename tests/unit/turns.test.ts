// The page's queue, with its own clock.
import { expect, test } from 'vitest';
import { createScheduler } from '../../src/runtime/worker-scheduler.ts';

function start(lanes: number) {
  let next: (() => void) | undefined;
  const turns = createScheduler(lanes, (then) => {
    next = then;
  });
  const log: string[] = [];
  const worker = (name: string) => ({
    hold: (yes: boolean) => {
      log.push(`${name}${yes ? '-' : '+'}`);
    },
  });
  return {
    turns,
    log,
    worker,
    tick: () => {
      const then = next;
      next = undefined;
      then?.();
    },
  };
}

test('two figures on one core take turns, and the second begins at once', () => {
  const { turns, log, worker, tick } = start(1);
  const a = worker('a');
  const b = worker('b');
  turns.enter(a);
  turns.enter(b);
  tick();
  tick();
  expect(log.join(' ')).toBe('a+ a- b+ b- a+ a- b+');
  turns.leave(b);
  expect(log.at(-1)).toBe('a+');
  turns.leave(a);
  expect(turns.count).toEqual([0, 0]);
});

test('three on two cores: nobody waits longer than one quantum for each who came before', () => {
  const { turns, log, worker, tick } = start(2);
  const all = ['a', 'b', 'c'].map(worker);
  all.forEach((one) => turns.enter(one));
  expect(turns.count).toEqual([2, 1]);
  for (let i = 0; i < 6; i++) tick();
  const shares = ['a', 'b', 'c'].map((name) => log.filter((line) => line === `${name}+`).length);
  expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
});

test('one alone is never held; entering twice is once; leaving twice is once', () => {
  const { turns, log, worker } = start(1);
  const a = worker('a');
  turns.enter(a);
  turns.enter(a);
  turns.leave(a);
  turns.leave(a);
  expect(log).toEqual(['a+']);
});
