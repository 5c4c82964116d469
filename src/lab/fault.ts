// What is wrong with a file, as one sentence for its owner: what, and where.

import { grouped } from '../scene/format.ts';

export const fault = (says: string): Error => Object.assign(new Error(says), { name: 'Fault' });
export const isFault = (error: unknown): error is Error => error instanceof Error && error.name === 'Fault';

/** Text of a stranger's file inside a sentence. */
export const clip = (text: string, most = 40): string => {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
};

/** "48 bytes", "3.2 MB" */
export const bytes = (count: number): string =>
  count < 10_000
    ? `${grouped(count)} bytes`
    : count < 1e6
      ? `${(count / 1e3).toFixed(0)} kB`
      : count < 1e9
        ? `${(count / 1e6).toFixed(1)} MB`
        : `${grouped(Math.round(count / 1e8) / 10)} GB`;
