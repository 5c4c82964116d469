// JSON in four forms: rows of numbers; a table of such; {shape, data}; and the dream file that every figure hands out.

import { grouped } from '../scene/format.ts';
import { clip, fault } from './fault.ts';
import { held, product, type Opened, type Tensor } from './tensor.ts';

const DEEPEST = 8;
const MOST = 1 << 24;

export function json(text: string, name: string): Opened {
  const value = parse(text, name);
  if (Array.isArray(value)) return { format: 'JSON', tensors: [rows(value, 'rows')], notes: [] };
  if (typeof value !== 'object' || value === null) {
    throw fault(`“${name}” holds ${clip(JSON.stringify(value))}, not rows of numbers.`);
  }
  const table = value as Record<string, unknown>;
  if (typeof table.schema === 'string' && table.schema.startsWith('dream/')) return dream(table, name);
  const flat = shaped(table);
  if (flat) return { format: 'JSON', tensors: [flat], notes: [] };
  return { format: 'JSON', ...tensors(table, name) };
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw fault(`“${name}” is nested too deeply.`);
    const at = /position (\d+)/.exec(String(error))?.[1];
    const bad = /[[,:]\s*(-?(?:NaN|Infinity))/.exec(text)?.[1];
    if (bad) {
      throw fault(
        `“${name}” holds ${bad}, which JSON does not have; write null and leave such rows out, or save it as .npy.`,
      );
    }
    throw fault(
      `“${name}” is not JSON${at ? `: it stops making sense at character ${grouped(Number(at))}, “${clip(text.slice(Number(at), Number(at) + 20))}”` : ''}.`,
    );
  }
}

/** Nested rows, of one length at every level. */
function rows(value: readonly unknown[], name: string): Tensor {
  const shape: number[] = [];
  for (let v: unknown = value; Array.isArray(v); v = v[0]) {
    shape.push(v.length);
    if (shape.length > DEEPEST) throw fault(`“${name}” is nested more than ${DEEPEST} deep.`);
  }
  const count = product(shape);
  if (count > MOST) {
    throw fault(
      `“${name}” holds ${grouped(count)} numbers; the lab reads up to ${grouped(MOST)} from JSON. Save it as .npy.`,
    );
  }
  const all = new Float64Array(count);
  let at = 0;
  const fill = (v: unknown, level: number, where: string): void => {
    if (level === shape.length) {
      if (typeof v !== 'number') {
        throw fault(
          `“${name}” has ${clip(JSON.stringify(v) ?? 'nothing')} at ${where}, where a number belongs.`,
        );
      }
      all[at++] = v;
      return;
    }
    if (!Array.isArray(v) || v.length !== shape[level]) {
      throw fault(
        `“${name}” is ragged at ${where || 'its beginning'}: ${Array.isArray(v) ? `${v.length} items` : 'one item'}, where the first has ${shape[level]}.`,
      );
    }
    v.forEach((inner, i) => fill(inner, level + 1, `${where}[${i}]`));
  };
  fill(value, 0, '');
  return held({ name, shape, dtype: 'JSON' }, all);
}

/** {"shape": [n, m], "data": [...]} */
function shaped({ shape, data }: Record<string, unknown>): Tensor | undefined {
  if (!Array.isArray(shape) || !Array.isArray(data)) return undefined;
  const size = shape as number[];
  const flat = rows(data, 'data');
  if (!size.every((s) => Number.isSafeInteger(s) && s >= 0)) throw fault('“shape” is not a list of sizes.');
  if (flat.shape.length !== 1 || product(size) !== flat.shape[0]) {
    throw fault(
      `“shape” [${size.slice(0, 9).join(', ')}] needs ${grouped(product(size))} numbers; “data” has ${flat.shape[0]}.`,
    );
  }
  return { ...flat, shape: size };
}

/** Every entry, however deep, that is made of rows; what is not is passed over. */
function tensors(
  table: Record<string, unknown>,
  name: string,
  known: readonly Tensor[] = [],
): { tensors: Tensor[]; notes: string[] } {
  const found = [...known];
  const notes: string[] = [];
  const look = (value: unknown, path: string, deep: number): void => {
    if (Array.isArray(value)) {
      if (!(typeof value[0] === 'number' || (Array.isArray(value[0]) && value[0].length))) return;
      try {
        found.push(rows(value, path));
      } catch (error) {
        notes.push((error as Error).message);
      }
    } else if (typeof value === 'object' && value !== null && deep < 4) {
      for (const [key, inner] of Object.entries(value)) look(inner, path ? `${path}.${key}` : key, deep + 1);
    }
  };
  look(table, '', 0);
  if (!found.length) {
    throw fault(
      notes[0] ??
        `“${name}” holds no rows of numbers. It has ${
          Object.keys(table)
            .slice(0, 5)
            .map((k) => `“${clip(k, 20)}”`)
            .join(', ') || 'nothing'
        }.`,
    );
  }
  return { tensors: found, notes: notes.slice(0, 4) };
}

/** A figure's own download: its weights in their shape where the lab knows it, and all that is drawn. */
function dream(table: Record<string, unknown>, name: string): Opened {
  const { schema, figure, address, weights, tensors: named, params, snapshot } = table;
  if (schema !== 'dream/1') {
    throw fault(`“${name}” is a dream file of the kind “${clip(String(schema))}”; this page reads dream/1.`);
  }
  if (typeof figure !== 'string' || !/^[a-z][a-z-]{0,30}$/.test(figure) || typeof address !== 'string') {
    throw fault(`“${name}” does not say which figure it is of.`);
  }
  const { features: n, hidden: m } = (params ?? {}) as { features?: unknown; hidden?: unknown };
  const known = parted(weights, named ?? (figure === 'superposition' ? { W: [n, m] } : {}));
  return {
    format: 'dream file',
    ...tensors({ snapshot, ...(known.length ? {} : { weights }) }, name, known),
    dream: { figure, address },
  };
}

/** The list of weights as tensors of these names and shapes, as far as it reaches. */
function parted(weights: unknown, shapes: unknown): Tensor[] {
  const found: Tensor[] = [];
  let at = 0;
  if (Array.isArray(weights) && typeof shapes === 'object' && shapes !== null) {
    for (const [name, shape] of Object.entries(shapes).slice(0, 512)) {
      const size =
        Array.isArray(shape) && shape.length && shape.every((s) => Number.isSafeInteger(s) && s > 0)
          ? product(shape as number[])
          : 0;
      if (!size || at + size > weights.length) break;
      found.push({ ...rows(weights.slice(at, (at += size)), clip(name)), shape: shape as number[] });
    }
  }
  return found;
}
