// What is wrong with a file, as one sentence for its owner: what, where, and what to do.

import { grouped } from '../../scene/format.ts';

/** An error whose message is a sentence for the owner of the file. */
export const userError = (message: string): Error => Object.assign(new Error(message), { name: 'UserError' });

/** Whether an error's message is meant for the owner of the file. */
export const isUserError = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'UserError';

/** Text of a stranger's file inside a sentence: control characters replaced, at most `most` characters. */
export const clip = (text: string, most = 40): string => {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
};

/** "48 bytes", "320 kB", "3.2 MB", "80 GB" */
export function bytes(count: number): string {
  if (count < 10_000) return `${grouped(count)} bytes`;
  if (count < 1e6) return `${(count / 1e3).toFixed(0)} kB`;
  if (count < 1e9) return `${(count / 1e6).toFixed(1)} MB`;
  return `${grouped(Math.round(count / 1e8) / 10)} GB`;
}

/** "[12 × 768]" for people; a tensor without axes is a single number. */
export const shapeInWords = (shape: readonly number[]): string =>
  shape.length ? `[${shape.slice(0, 9).join(' × ')}]` : 'one number';
