// The same analysis as a short script for a notebook: what the panels show, by NumPy, from the same file and choice.

import { guess, type Choice } from './choose.ts';
import { formats } from './csv.ts';
import { product, type Entry } from './tensor.ts';

export interface Scripted {
  readonly file: string;
  readonly format: string;
  readonly entry: Entry;
  readonly choice: Choice;
}

const text = (s: string): string => JSON.stringify(s);

/** How NumPy gets at the tensor. */
function loaded({ file, format, entry: { name, dtype, shape } }: Scripted): string {
  switch (format) {
    case 'npy':
    case 'npz': {
      const array = `np.load(${text(file)})${format === 'npz' ? `[${text(name)}]` : ''}`;
      return dtype === 'bf16' ? `(${array}.view("u2").astype("u4") << 16).view("f4")` : array;
    }
    case 'safetensors':
      return `safe_open(${text(file)}, ${dtype === 'bf16' ? '"pt"' : '"numpy"'}).get_tensor(${text(name)})${dtype === 'bf16' ? '.float().numpy()' : ''}`;
    case 'JSON':
    case 'dream file': {
      const whole = `json.load(open(${text(file)}))`;
      const size = `(${shape.join(', ')},)`;
      if (format === 'dream file' && name === 'W') {
        return `np.reshape(${whole}["weights"][:${product(shape)}], ${size})`;
      }
      return name === 'rows'
        ? whole
        : name === 'data'
          ? `np.reshape(${whole}["data"], ${size})`
          : `${whole}${name
              .split('.')
              .map((key) => `[${text(key)}]`)
              .join('')}`;
    }
    default: {
      const by = Object.keys(formats).find((one) => formats[one] === format) ?? ',';
      return `np.genfromtxt(${text(file)}${by === ' ' ? '' : `, delimiter=${text(by)}`})`;
    }
  }
}

/** "0-3, 7" as NumPy's index. */
const index = (picked: string): string =>
  `np.r_[${picked
    .split(',')
    .map((part) => {
      const [a, b] = part.split('-').map((v) => v.trim());
      return b === undefined ? a : `${a}:${Number(b) + 1}`;
    })
    .join(', ')}]`;

function matrix(name: string, scripted: Scripted): string[] {
  const {
    entry,
    choice: { item, transpose = guess(entry, item), features, dims },
  } = scripted;
  const lines = [`${name} = np.asarray(${loaded(scripted)}, dtype=float)`];
  if (scripted.entry.dtype === 'text') {
    lines.push(
      `${name} = ${name}[~np.isnan(${name}).all(1)][:, ~np.isnan(${name}).all(0)]  # without head lines and columns of words`,
    );
  }
  if (item !== undefined && entry.shape.length > 2) lines.push(`${name} = ${name}[${item}]`);
  lines.push(`${name} = ${name}.reshape(len(${name}), -1)${transpose ? '.T' : ''}  # features are rows`);
  if (features?.trim()) lines.push(`${name} = ${name}[${index(features)}]`);
  if (dims?.trim()) lines.push(`${name} = ${name}[:, ${index(dims)}]`);
  return [...lines, `${name} = ${name}[:4096, :1024]`];
}

export function python(first: Scripted, second?: Scripted): string {
  const both = [first, ...(second ? [second] : [])];
  return [
    '# What the lab of Interpretability Dreams shows of these weights, by NumPy.',
    'import json',
    'import numpy as np',
    ...(both.some(({ format }) => format === 'safetensors') ? ['from safetensors import safe_open'] : []),
    '',
    ...matrix('W', first),
    ...(second ? matrix('V', second) : []),
    '',
    'def unit(A):',
    '    size = np.linalg.norm(A, axis=1, keepdims=True)',
    '    return np.divide(A, size, out=np.zeros_like(A), where=size > 1e-6 * size.max())',
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
    '          "interference": interference.tolist(), "by chance": chance.tolist(), "axes": (axes / axes.sum())[:3].tolist()}',
    ...(second
      ? [
          '',
          'if V.shape[1] == m:',
          '    C = unit(W) @ unit(V).T',
          '    result |= {"mmcs": C.max(1).mean(), "mmcs back": C.max(0).mean()}',
          'if len(V) == n:',
          '    A, B = W - W.mean(0), V - V.mean(0)',
          '    norm = np.linalg.norm',
          '    result["cka"] = norm(A.T @ B) ** 2 / (norm(A.T @ A) * norm(B.T @ B))',
          '    result["procrustes"] = norm(W.T @ V, "nuc") / (norm(W) * norm(V))',
        ]
      : []),
    '',
    'print(json.dumps(result))',
    '',
  ].join('\n');
}
