// PyTorch with the bench's rows, one thread, in a process of its own: asked for one row at a time.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Torch {
  readonly version: string;
  /** steps a second; 0 where there is no such row */
  rate(name: string): Promise<number>;
  stop(): void;
}

/** Undefined where Python (`PYTHON`, else python3) has no torch. */
export async function startTorch(): Promise<Torch | undefined> {
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...env } = process.env; // settings for old processors slow it down
  const child = spawn(process.env.PYTHON ?? 'python3', ['tests/bench/torch_rows.py'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env,
  });
  child.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<string | undefined> => (await lines.next()).value;
  const version = await read();
  if (version === undefined) return undefined;
  return {
    version,
    async rate(name) {
      child.stdin.write(`${name}\n`);
      return Number(await read());
    },
    stop: () => child.stdin.end(),
  };
}
