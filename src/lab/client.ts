// The page's side of the worker: one question at a time; a cancelled worker is ended, and the next question starts another.

import type { Answer, Question } from './work.ts';

type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never;
export interface Client {
  /** @throws what the worker says is wrong; `undefined` when cancelled */
  ask(question: Asked, progress: (what: string, share: number) => void): Promise<Answer | undefined>;
  cancel(): void;
}

export function connect(script: () => Promise<{ default: string }>): Client {
  let worker: Worker | undefined;
  let id = 0;
  let leave: (() => void) | undefined;

  async function start(): Promise<Worker> {
    const { default: code } = await script();
    const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const made = new Worker(address);
    made.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
    return made;
  }
  function cancel(): void {
    worker?.terminate();
    worker = undefined;
    leave?.();
  }

  return {
    cancel,
    async ask(question, progress) {
      if (leave) cancel();
      const mine = ++id;
      return new Promise<Answer | undefined>((give, fail) => {
        leave = () => {
          leave = undefined;
          give(undefined);
        };
        const done = (act: () => void): void => {
          if (mine === id) {
            leave = undefined;
            act();
          }
        };
        void (async () => {
          const at = (worker ??= await start());
          if (mine !== id || !leave) return;
          at.onerror = (e) => {
            e.preventDefault();
            worker = undefined;
            done(() => fail(new Error('The worker stopped; there may be too little memory for this file.')));
          };
          at.onmessage = ({ data }: MessageEvent<Answer>) => {
            if (data.id !== mine) return;
            if (data.kind === 'progress') progress(data.what, data.share);
            else if (data.kind === 'failed') done(() => fail(new Error(data.says)));
            else done(() => give(data));
          };
          at.postMessage({ ...question, id: mine });
        })().catch(() =>
          done(() =>
            fail(new Error('The lab’s worker could not be loaded. Try again when the connection is back.')),
          ),
        );
      });
    },
  };
}
