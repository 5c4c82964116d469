// Nested lists of numbers in JSON; null is a missing number.

import { grouped } from '../../scene/format.ts';
import { product, tensorInMemory, type Origin, type Tensor } from './tensor.ts';
import { clip, userError } from './user-error.ts';

const DEEPEST = 8;
const MOST = 1 << 24;

/** Nested rows, of one length at every level. @throws a user error where they are ragged or hold something else */
export function numbersOf(value: readonly unknown[], name: string, origin: Origin): Tensor {
  const shape: number[] = [];
  for (let v: unknown = value; Array.isArray(v); v = v[0]) {
    shape.push(v.length);
    if (shape.length > DEEPEST) throw userError(`“${name}” is nested more than ${DEEPEST} deep.`);
  }
  const count = product(shape);
  if (count > MOST) {
    throw userError(
      `“${name}” holds ${grouped(count)} numbers; the lab reads up to ${grouped(MOST)} from JSON. Save it as .npy.`,
    );
  }
  const all = new Float64Array(count);
  let at = 0;
  const fill = (v: unknown, level: number, where: string): void => {
    if (level === shape.length) {
      if (typeof v !== 'number' && v !== null) {
        throw userError(
          `“${name}” has ${clip(JSON.stringify(v) ?? 'nothing')} at ${where}, where a number belongs.`,
        );
      }
      all[at] = v ?? NaN;
      at += 1;
      return;
    }
    if (!Array.isArray(v) || v.length !== shape[level]) {
      const has = Array.isArray(v) ? `${v.length} items` : 'one item';
      throw userError(
        `“${name}” is ragged at ${where || 'its beginning'}: ${has}, where the first has ${shape[level]}.`,
      );
    }
    v.forEach((inner, i) => fill(inner, level + 1, `${where}[${i}]`));
  };
  fill(value, 0, '');
  return tensorInMemory({ name, shape, dtype: 'JSON', origin }, all);
}

/** {"shape": [n, m], "data": [...]}; `undefined`: it is no such object. @throws a user error where the two disagree */
export function shapedTensor(table: ReadonlyMap<string, unknown>): Tensor | undefined {
  const shape = table.get('shape');
  const data = table.get('data');
  if (!Array.isArray(shape) || !Array.isArray(data)) return undefined;
  const size = shape as number[];
  const flat = numbersOf(data, 'data', { kind: 'json', path: ['data'] });
  if (!size.every((s) => Number.isSafeInteger(s) && s >= 0)) {
    throw userError('“shape” is not a list of sizes.');
  }
  if (flat.shape.length !== 1 || product(size) !== flat.shape[0]) {
    throw userError(
      `“shape” [${size.slice(0, 9).join(', ')}] needs ${grouped(product(size))} numbers; “data” has ${flat.shape[0]}.`,
    );
  }
  return { ...flat, shape: size };
}
