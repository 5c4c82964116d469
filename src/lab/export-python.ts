// The same analysis as a short script for a notebook: what the panels show, by NumPy alone, from the same file and choice.

import { layoutOf, MOST_DIMS, MOST_FEATURES, type Choice } from './analysis/choice.ts';
import { ALL } from '../models/row-scan.ts';
import { MISSING } from './files/cells.ts';
import type { TextLayout } from './files/dialect.ts';
import type { Entry } from './files/tensor.ts';

/** One side as the script reads it. */
export interface Scripted {
  /** where the script finds the file */
  readonly file: string;
  /** packed as a whole */
  readonly gzip: boolean;
  readonly entry: Entry;
  readonly choice: Choice;
}

const quote = (s: string): string => JSON.stringify(s);
const encodings = {
  'utf-8': 'utf-8-sig',
  'utf-16le': 'utf-16',
  'utf-16be': 'utf-16',
  'windows-1252': 'cp1252',
} as const;

/** The expression that is the tensor, before any choice. */
function loaded({ file, gzip, entry }: Scripted): string {
  const { origin, dtype, shape } = entry;
  const bytes = `io.BytesIO(gzip.open(${quote(file)}).read())`;
  const path = gzip ? bytes : quote(file);
  switch (origin.kind) {
    case 'npy':
      return fromNumpy(`np.load(${path})`, dtype);
    case 'npz':
      return fromNumpy(`np.load(${path})[${quote(origin.key)}]`, dtype);
    case 'safetensors':
      return `safetensor(${path}, ${quote(origin.key)})`;
    case 'json': {
      const whole = `json.load(${opened(file, gzip)})${origin.path.map((key) => `[${quote(String(key))}]`).join('')}`;
      const part =
        origin.from === undefined ? whole : `${whole}[${origin.from}:${origin.from + (origin.count ?? 0)}]`;
      return `np.reshape(np.array(${part}, dtype=float), (${shape.map((s) => `${s},`).join(' ')}))`;
    }
    case 'records': {
      const source = opened(file, gzip);
      const list = origin.lines
        ? `[json.loads(line) for line in ${source} if line.strip()]`
        : `json.load(${source})`;
      if (!origin.fields.length) return `np.array(${list}, dtype=float)`;
      const row = origin.list
        ? `r[${quote(origin.fields[0] ?? '')}]`
        : `[r.get(k) for k in ${JSON.stringify(origin.fields)}]`;
      return `np.array([${row} for r in ${list}], dtype=float)`;
    }
    case 'text':
      return `table(${opened(file, origin.layout.gzip, origin.layout)})`;
  }
}

const fromNumpy = (array: string, dtype: string): string =>
  dtype === 'bf16' ? `(${array}.view("u2").astype("u4") << 16).view("f4")` : array;

function opened(file: string, gzip: boolean, layout?: TextLayout): string {
  const encoding = encodings[layout?.encoding ?? 'utf-8'];
  return `${gzip ? 'gzip.open' : 'open'}(${quote(file)}, "rt", encoding=${quote(encoding)}, newline="")`;
}

/** What the expression needs beside NumPy. */
function helpers(sides: readonly Scripted[]): string[] {
  const lines: string[] = [];
  const text = sides.find(({ entry }) => entry.origin.kind === 'text')?.entry.origin;
  if (sides.some(({ entry }) => entry.origin.kind === 'safetensors')) lines.push(...SAFETENSOR);
  if (text?.kind === 'text') lines.push(...tableReader(text.layout));
  return lines;
}

const SAFETENSOR = [
  'def safetensor(file, key):',
  '    raw = (open(file, "rb") if isinstance(file, str) else file).read()',
  '    size = int.from_bytes(raw[:8], "little")',
  '    about = json.loads(raw[8 : 8 + size])[key]',
  '    a, b = about["data_offsets"]',
  '    part = raw[8 + size + a : 8 + size + b]',
  '    if about["dtype"] == "BF16":',
  '        flat = (np.frombuffer(part, "<u2").astype("u4") << 16).view("f4")',
  '    elif about["dtype"] == "F8_E5M2":',
  '        flat = (np.frombuffer(part, "u1").astype("u2") << 8).view("f2")',
  '    elif about["dtype"] == "F8_E4M3":',
  '        bits = np.arange(256)',
  '        e, f = bits >> 3 & 15, bits & 7',
  '        code = np.where(e > 0, (1 + f / 8) * 2.0 ** (e - 7.0), f / 8 * 2.0**-6) * np.where(bits > 127, -1, 1)',
  '        code[[127, 255]] = np.nan',
  '        flat = code[np.frombuffer(part, "u1")]',
  '    else:',
  '        kinds = {"BOOL": "?"} | {k + str(8 * w): "<" + k.lower() + str(w) for k in "FIU" for w in (1, 2, 4, 8)}',
  '        flat = np.frombuffer(part, kinds[about["dtype"]])',
  '    return flat.reshape(about["shape"])',
  '',
];

/** Reads lines the way the lab did. */
function tableReader({ by, quoted, comma, skip, cells, columns }: TextLayout): string[] {
  const split: Readonly<Record<string, string>> = {
    ' ': '[line.split() for line in file]',
    '': '[[line.rstrip("\\r\\n")] for line in file]',
  };
  const quoting = quoted ? '' : ', quoting=csv.QUOTE_NONE';
  const rows = split[by] ?? `list(csv.reader(file, delimiter=${quote(by)}${quoting}))`;
  const plain = {
    none: 'cell.strip()',
    decimal: 'cell.strip().replace(",", ".")',
    thousands: 'cell.strip().replace(",", "")',
  }[comma];
  return [
    `MISSING = set(${JSON.stringify(MISSING)})`,
    'def number(cell):',
    `    cell = ${plain}`,
    '    return float("nan") if cell.lower() in MISSING or cell.startswith("#") else float(cell)',
    'def table(file):',
    `    rows = [row for row in ${rows} if any(cell.strip() for cell in row)][${skip}:]`,
    `    return np.array([[number(row[c]) for c in ${JSON.stringify(columns)}] for row in rows if len(row) == ${cells}])`,
    '',
  ];
}

/** "0-3, 7" as NumPy's index. */
const index = (picked: string): string =>
  `np.r_[${picked
    .split(',')
    .map((part) => {
      const [a, b] = part.split('-').map((v) => Number(v.trim()));
      return b === undefined ? a : `${a}:${b + 1}`;
    })
    .join(', ')}]`;

function matrix(name: string, side: Scripted): string[] {
  const { entry, choice } = side;
  const { slice, axis, transpose } = layoutOf(entry, choice);
  const lines = [`${name} = np.asarray(${loaded(side)}, dtype=float)`];
  if (slice.some((only) => only !== ALL)) {
    lines.push(`${name} = ${name}[${slice.map((only) => (only === ALL ? ':' : only)).join(', ')}]`);
  }
  const before = slice.slice(0, axis).filter((only) => only === ALL).length;
  if (before > 0) lines.push(`${name} = np.moveaxis(${name}, ${before}, 0)`);
  lines.push(
    `${name} = ${name}.reshape(${name}.shape[0] if ${name}.ndim else 1, -1)${transpose ? '.T' : ''}  # features are rows`,
  );
  if (choice.dims?.trim()) lines.push(`${name} = ${name}[:, ${index(choice.dims)}]`);
  lines.push(`${name} = ${name}[:, :${MOST_DIMS}]`);
  if (choice.features?.trim()) lines.push(`${name} = ${name}[${index(choice.features)}]`);
  else {
    lines.push(
      `${name} = ${name}[np.arange(min(len(${name}), ${MOST_FEATURES})) * len(${name}) // min(len(${name}), ${MOST_FEATURES})]  # evenly, for what needs all pairs`,
    );
  }
  if (choice.omit) lines.push(`${name} = ${name}[np.isfinite(${name}).all(1)]`);
  return lines;
}

/** The whole script: prints one line of JSON. */
export function pythonScript(first: Scripted, second?: Scripted): string {
  const both = [first, ...(second ? [second] : [])];
  const needs = (test: (side: Scripted) => boolean): boolean => both.some(test);
  return [
    '# What the lab of Interpretability Dreams shows of these weights, by NumPy.',
    ...(needs(({ entry }) => entry.origin.kind === 'text') ? ['import csv'] : []),
    ...(needs(({ gzip }) => gzip) ? ['import gzip', 'import io'] : []),
    'import json',
    'import numpy as np',
    '',
    ...helpers(both),
    ...matrix('W', first),
    ...(second ? matrix('V', second) : []),
    '',
    'def unit(A):',
    '    size = np.linalg.norm(A, axis=1, keepdims=True)',
    '    return np.divide(A, size, out=np.zeros_like(A), where=size > 0)',
    '',
    'n, m = W.shape',
    'norms = np.linalg.norm(W, axis=1)',
    'cosines = unit(W) @ unit(W).T',
    'heard = (cosines * norms) ** 2',
    'interference = heard.sum(1) - np.diag(heard)',
    'shares = np.divide(np.diag(heard), heard.sum(1), out=np.zeros(n), where=heard.sum(1) > 0)',
    'chance = ((norms**2).sum() - norms**2) / m',
    'axes = np.linalg.svd(W, full_matrices=False)[1] ** 2',
    'result = {"n": n, "m": m, "sum of shares": shares.sum(), "shares": shares.tolist(), "norms": norms.tolist(),',
    '          "interference": interference.tolist(), "by chance": chance.tolist(), "axes": (axes / (axes.sum() or 1))[:3].tolist()}',
    ...(second ? COMPARED : []),
    '',
    'print(json.dumps(result))',
    '',
  ].join('\n');
}

const COMPARED = [
  '',
  'if V.shape[1] == m:',
  '    C = unit(W) @ unit(V).T',
  '    result |= {"mmcs": C.max(1).mean(), "mmcs back": C.max(0).mean()}',
  'if len(V) == n:',
  '    A, B = W - W.mean(0), V - V.mean(0)',
  '    norm = np.linalg.norm',
  '    result["cka"] = norm(A.T @ B) ** 2 / (norm(A.T @ A) * norm(B.T @ B) or 1)',
  '    result["procrustes"] = norm(W.T @ V, "nuc") / (norm(W) * norm(V) or 1)',
];
