// The page's side of the worker: the newest question counts, an older one is dropped by the worker at its next step; a
// cancelled worker is ended, and the next question starts another.

import type { Answer, Question } from './protocol.ts';

type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never;
export interface Client {
  /** @throws what the worker says is wrong; `undefined` when cancelled or superseded */
  ask(question: Asked, progress: (what: string, share: number) => void): Promise<Answer | undefined>;
  cancel(): void;
}

interface Waiting {
  readonly id: number;
  readonly progress: (what: string, share: number) => void;
  readonly give: (answer: Answer | undefined) => void;
  readonly fail: (error: Error) => void;
}

/** @param script the worker's code, loaded at the first question */
export function connect(script: () => Promise<{ default: string }>): Client {
  let worker: Promise<Worker> | undefined;
  let waiting: Waiting | undefined;
  let id = 0;

  const settle = (): Waiting | undefined => {
    const one = waiting;
    waiting = undefined;
    return one;
  };

  async function start(): Promise<Worker> {
    const { default: code } = await script();
    const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const made = new Worker(address);
    made.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
    made.onmessage = ({ data }: MessageEvent<Answer>) => hear(data);
    made.onerror = (e) => {
      e.preventDefault();
      worker = undefined;
      settle()?.fail(new Error('The worker stopped; there may be too little memory for this file.'));
    };
    return made;
  }

  function hear(answer: Answer): void {
    if (answer.id !== waiting?.id) return;
    if (answer.kind === 'progress') waiting.progress(answer.what, answer.share);
    else if (answer.kind === 'failed') settle()?.fail(new Error(answer.says));
    else settle()?.give(answer);
  }

  return {
    cancel() {
      void worker?.then((made) => made.terminate());
      worker = undefined;
      settle()?.give(undefined);
    },
    async ask(question, progress) {
      settle()?.give(undefined);
      id += 1;
      const mine = id;
      return new Promise<Answer | undefined>((give, fail) => {
        waiting = { id: mine, progress, give, fail };
        worker ??= start();
        worker.then(
          (made) => {
            if (waiting?.id === mine) made.postMessage({ ...question, id: mine });
          },
          () => {
            worker = undefined;
            settle()?.fail(
              new Error('The lab’s worker could not be loaded. Try again when the connection is back.'),
            );
          },
        );
      });
    },
  };
}
