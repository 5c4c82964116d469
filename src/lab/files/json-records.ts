// A list of objects: pandas' records, where every field is a column, or embeddings, where one field is the row.

import { grouped } from '../../scene/format.ts';
import { numbersOf } from './json-numbers.ts';
import { tensorInMemory, type LabelSet, type Tensor } from './tensor.ts';
import { clip, userError } from './user-error.ts';

/** @param lines the file has an object a line @throws a user error */
export function recordsTensor(
  records: readonly unknown[],
  name: string,
  lines: boolean,
): { tensor: Tensor; labels: LabelSet[] } {
  const rows = records.map((record) => new Map(Object.entries(record as object)));
  const [first] = rows;
  if (first === undefined) throw userError(`“${name}” is an empty list.`);
  if (Array.isArray(records[0])) {
    const origin = { kind: 'records', lines, fields: [], list: false } as const;
    return { tensor: numbersOf(records, 'rows', origin), labels: [] };
  }
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const labels = keys
    .filter((key) => rows.every((row) => typeof row.get(key) === 'string'))
    .map((key) => ({ name: key, values: rows.map((row) => String(row.get(key))) }));
  const list = keys.find((key) => isRow(first.get(key)));
  if (list !== undefined) {
    const origin = { kind: 'records', lines, fields: [list], list: true } as const;
    const values = rows.map((row) => row.get(list));
    return { tensor: numbersOf(values, list, origin), labels };
  }
  const fields = keys.filter((key) => rows.some((row) => typeof row.get(key) === 'number'));
  if (!fields.length) {
    throw userError(
      `“${name}” is a list of objects without numbers; they have ${
        keys
          .slice(0, 5)
          .map((k) => `“${clip(k, 20)}”`)
          .join(', ') || 'no keys'
      }.`,
    );
  }
  const all = new Float64Array(rows.length * fields.length);
  rows.forEach((row, r) =>
    fields.forEach((field, c) => {
      const value = row.get(field) ?? null;
      if (value !== null && typeof value !== 'number') {
        throw userError(
          `“${name}” has ${clip(JSON.stringify(value))} in record ${grouped(r + 1)}, “${clip(field, 20)}”, where a number belongs.`,
        );
      }
      all[r * fields.length + c] = value ?? NaN;
    }),
  );
  const about = {
    name: 'records',
    shape: [rows.length, fields.length],
    dtype: 'JSON',
    columns: fields,
    origin: { kind: 'records', lines, fields, list: false } as const,
  };
  return { tensor: tensorInMemory(about, all), labels };
}

const isRow = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'number' || v === null);
