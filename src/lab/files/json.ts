// JSON: rows of numbers; objects that hold such; {shape, data}; lists of records; lines of JSON; lists and vocabularies of
// words; the configuration of a dictionary; the index of sharded weights; and the dream file that every figure hands out.

import { grouped } from '../../scene/format.ts';
import { dreamFile } from './dream-file.ts';
import { numbersOf, shapedTensor } from './json-numbers.ts';
import { recordsTensor } from './json-records.ts';
import { walk } from './json-walk.ts';
import type { LabelSet, Opened, Tensor } from './tensor.ts';
import { clip, userError } from './user-error.ts';

/** @param text without a byte order mark @throws a user error */
export function json(text: string, name: string): Opened {
  const lines = jsonLines(text);
  if (lines) return opened('JSON lines', [recordsTensor(lines, name, true)]);
  const value = parse(text, name);
  if (Array.isArray(value)) return list(value, name);
  if (typeof value !== 'object' || value === null) {
    throw userError(`“${name}” holds ${clip(JSON.stringify(value))}, not rows of numbers.`);
  }
  const table = new Map(Object.entries(value));
  const schema = table.get('schema');
  if (typeof schema === 'string' && schema.startsWith('dream/')) return dreamFile(table, name);
  const index = shardIndex(table);
  if (index) return { ...opened('index of shards', []), shards: index };
  const words = vocabulary(table);
  if (words) return { ...opened('vocabulary', []), labels: [{ name, values: words }] };
  if (isConfiguration(table)) {
    return { ...opened('configuration', []), config: value as Record<string, unknown> };
  }
  const flat = shapedTensor(table);
  if (flat) return opened('JSON', [{ tensor: flat }]);
  return { format: 'JSON', ...walk(value, name) };
}

const opened = (
  format: string,
  found: readonly { tensor: Tensor; labels?: readonly LabelSet[] }[],
): Opened => ({
  format,
  tensors: found.map(({ tensor }) => tensor),
  labels: found.flatMap(({ labels }) => labels ?? []),
  notes: [],
});

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw userError(`“${name}” is nested too deeply.`);
    const at = /position (\d+)/.exec(String(error))?.[1];
    const bad = /[[,:]\s*(-?(?:NaN|Infinity))/.exec(text)?.[1];
    if (bad) {
      throw userError(
        `“${name}” holds ${bad}, which JSON does not have; write null for what is missing, or save it as .npy.`,
      );
    }
    const where = at
      ? `: it stops making sense at character ${grouped(Number(at))}, “${clip(text.slice(Number(at), Number(at) + 20))}”`
      : '';
    throw userError(`“${name}” is not JSON${where}.`);
  }
}

/** A value a line, two lines or more; `undefined`: it is no such file. */
function jsonLines(text: string): unknown[] | undefined {
  const first = text.slice(0, text.search(/\r?\n/)).trim();
  if (!/^(\{.*\}|\[.*\])$/.test(first)) return undefined;
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  if (lines.length < 2) return undefined;
  try {
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    return undefined;
  }
}

function list(value: readonly unknown[], name: string): Opened {
  if (value.length > 1 && value.every((v) => typeof v === 'string')) {
    return { ...opened('list of words', []), labels: [{ name, values: value }] };
  }
  if (value.length && value.every((v) => typeof v === 'object' && v !== null && !Array.isArray(v))) {
    return opened('JSON', [recordsTensor(value, name, false)]);
  }
  return opened('JSON', [{ tensor: numbersOf(value, 'rows', { kind: 'json', path: [] }) }]);
}

/** model.safetensors.index.json */
function shardIndex(table: ReadonlyMap<string, unknown>): Opened['shards'] {
  const map = table.get('weight_map');
  if (typeof map !== 'object' || map === null) return undefined;
  return Object.entries(map).map(([tensor, file]) => [tensor, String(file)] as const);
}

/** {"word": number}, {"number": "word"}, or a tokenizer.json that holds one: the words by their numbers. */
function vocabulary(table: ReadonlyMap<string, unknown>): string[] | undefined {
  const model = table.get('model');
  if (table.has('added_tokens') && typeof model === 'object' && model !== null) {
    const inner = (model as { vocab?: unknown }).vocab;
    return typeof inner === 'object' && inner !== null
      ? vocabulary(new Map(Object.entries(inner)))
      : undefined;
  }
  const entries = [...table];
  if (entries.length < 2) return undefined;
  const byWord = entries.every(([, id]) => Number.isSafeInteger(id) && (id as number) >= 0);
  const byNumber = entries.every(([id, word]) => /^\d{1,8}$/.test(id) && typeof word === 'string');
  if (!byWord && !byNumber) return undefined;
  const pairs = entries.map(([key, other]) =>
    byWord ? ([other as number, key] as const) : ([Number(key), other as string] as const),
  );
  const size = Math.max(...pairs.map(([id]) => id)) + 1;
  if (size > 2 * pairs.length + 1000) return undefined;
  const words = new Array<string>(size).fill('');
  for (const [id, word] of pairs) words[id] = word;
  return words;
}

/** What lies beside weights: says sizes and kinds, and holds no rows of numbers. */
const isConfiguration = (table: ReadonlyMap<string, unknown>): boolean =>
  ['d_in', 'd_sae', 'architecture', 'architectures', 'model_type', 'activation_fn_str', 'dict_size'].some(
    (key) => table.has(key),
  );
