// Rows of numbers wherever they stand in a JSON object.

import { numbersOf } from './json-numbers.ts';
import type { LabelSet, Opened, Tensor } from './tensor.ts';
import { clip, userError } from './user-error.ts';

const DEEPEST = 4;

/** Every entry, however deep, that is made of rows; what is not is passed over. */
export function walk(
  root: unknown,
  name: string,
  known: readonly Tensor[] = [],
): Pick<Opened, 'tensors' | 'labels' | 'notes'> {
  const tensors = [...known];
  const labels: LabelSet[] = [];
  const notes: string[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) {
      const [first] = value as unknown[];
      if (typeof first === 'string' && value.length > 1 && value.every((v) => typeof v === 'string')) {
        labels.push({ name: path.join('.'), values: value as string[] });
      }
      const numeric = typeof first === 'number' || first === null || (Array.isArray(first) && first.length);
      if (!numeric) return;
      try {
        tensors.push(numbersOf(value, path.join('.'), { kind: 'json', path }));
      } catch (error) {
        notes.push((error as Error).message);
      }
    } else if (typeof value === 'object' && value !== null && path.length <= DEEPEST) {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    }
  };
  visit(root, []);
  if (!tensors.length) {
    const keys = typeof root === 'object' && root !== null ? Object.keys(root) : [];
    const has = keys.slice(0, 5).map((key) => `“${clip(key, 20)}”`);
    throw userError(notes[0] ?? `“${name}” holds no rows of numbers. It has ${has.join(', ') || 'nothing'}.`);
  }
  const more = notes.length > 4 ? [`${notes.length - 4} more entries were passed over.`] : [];
  return { tensors, labels, notes: [...notes.slice(0, 4), ...more] };
}
