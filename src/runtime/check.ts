// A claim's own test, run where the reader sits: the worker's side, and the page's.

import type { Kernels } from '../math/kernels/kernels.ts';
import type { Claim, Verdict } from './widget.ts';

export interface Asked {
  readonly id: string;
  readonly seeds: readonly number[];
}
export type Told = ({ readonly seed: number } & Verdict) | { readonly failed: string };
interface Port {
  postMessage(told: Told): void;
  onmessage: ((event: { data: Asked }) => void) | null;
}

/** One verdict for every seed, as it comes. */
export function answer(claims: readonly Claim[], port: Port, kernels: Promise<Kernels>): void {
  const run = async ({ id, seeds }: Asked): Promise<void> => {
    try {
      const k = await kernels;
      const claim = claims.find((c) => c.id === id);
      if (!claim) throw new Error(`There is no claim “${id}”.`);
      for (const seed of seeds) port.postMessage({ seed, ...claim.test(seed, k) });
    } catch (error) {
      port.postMessage({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
  port.onmessage = ({ data }) => void run(data);
}

/** Runs a claim over the seeds in a worker of its own. @returns a way to stop it; `on` is told every verdict, or once why there is none */
export function ask(script: string, asked: Asked, on: (told: Told) => void): () => void {
  let worker: Worker | undefined;
  let left = asked.seeds.length;
  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  const fail = (failed: string): void => {
    stop();
    on({ failed });
  };
  try {
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    worker = new Worker(address);
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      URL.revokeObjectURL(address);
      if ('failed' in data || --left === 0) stop();
      on(data);
    };
    worker.onerror = (e) => {
      e.preventDefault();
      fail('The worker stopped.');
    };
    worker.postMessage(asked);
  } catch {
    fail('This browser does not let the page start a worker.');
  }
  return stop;
}
