// A figure's own download: its weights in their shape where the lab knows it, and all that is drawn.

import { numbersOf } from './json-numbers.ts';
import { walk } from './json-walk.ts';
import { product, type Opened, type Tensor } from './tensor.ts';
import { clip, userError } from './user-error.ts';

/** @throws a user error where it is of another version or names no figure */
export function dreamFile(table: ReadonlyMap<string, unknown>, name: string): Opened {
  const schema = table.get('schema');
  const figure = table.get('figure');
  const address = table.get('address');
  const weights = table.get('weights');
  if (schema !== 'dream/1') {
    throw userError(
      `“${name}” is a dream file of the kind “${clip(String(schema))}”; this page reads dream/1.`,
    );
  }
  if (typeof figure !== 'string' || !/^[a-z][a-z-]{0,30}$/.test(figure) || typeof address !== 'string') {
    throw userError(`“${name}” does not say which figure it is of.`);
  }
  const { features: n, hidden: m } = (table.get('params') ?? {}) as { features?: unknown; hidden?: unknown };
  const known = namedParts(
    weights,
    table.get('tensors') ?? (figure === 'superposition' ? { W: [n, m] } : {}),
  );
  const rest = { snapshot: table.get('snapshot'), ...(known.length ? {} : { weights }) };
  return { format: 'dream file', ...walk(rest, name, known), dream: { figure, address } };
}

/** The list of weights as tensors of these names and shapes, as far as it reaches. */
function namedParts(weights: unknown, shapes: unknown): Tensor[] {
  if (!Array.isArray(weights) || typeof shapes !== 'object' || shapes === null) return [];
  const found: Tensor[] = [];
  let at = 0;
  for (const [name, value] of Object.entries(shapes)) {
    const shape = Array.isArray(value) ? (value as unknown[]) : [];
    const sized =
      shape.every((s): s is number => Number.isSafeInteger(s) && (s as number) > 0) && shape.length > 0;
    const size = sized ? product(shape) : 0;
    if (!sized || at + size > weights.length) break;
    const origin = { kind: 'json', path: ['weights'], from: at, count: size } as const;
    found.push({ ...numbersOf(weights.slice(at, at + size), name, origin), shape });
    at += size;
  }
  return found;
}
