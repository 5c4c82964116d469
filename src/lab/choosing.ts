// Which tensors are probably meant, and how a control changes what is looked at.

import type { Choice } from './analysis/choice.ts';
import { product, type Entry } from './files/tensor.ts';
import type { Catalogue } from './protocol.ts';
import type { State } from './view/state.ts';

/** Of a dream file the weights; of a dictionary its decoder; else the largest table: a bias is rarely meant. */
export function bestEntry(catalogue: Catalogue, from = 0): Choice | undefined {
  const { files, dictionaries } = catalogue;
  const dream = files.findIndex((file, i) => i >= from && !!file.dream && file.tensors.length > 0);
  const [weights] = files[dream]?.tensors ?? [];
  if (weights) return withLabels(catalogue, { file: dream, tensor: weights.name }, weights);
  const dictionary = dictionaries.find(({ file }) => file >= from);
  if (dictionary) {
    return { file: dictionary.file, tensor: 'W_dec', axis: dictionary.decoderAxis, transpose: false };
  }
  const all = files.flatMap(({ tensors }, file) =>
    file < from ? [] : tensors.map((entry) => ({ file, entry })),
  );
  const flat = ({ shape }: Entry): number => Number(shape.length === 2);
  const [best] = all.sort(
    (a, b) => flat(b.entry) - flat(a.entry) || product(b.entry.shape) - product(a.entry.shape),
  );
  return best && withLabels(catalogue, { file: best.file, tensor: best.entry.name }, best.entry);
}

/** The names that stand in the same file, or the only ones with as many, name the features. */
function withLabels({ files }: Catalogue, choice: Choice, { shape }: Entry): Choice {
  const longest = Math.max(...shape, 0);
  const sets = files.flatMap(({ labels }, file) =>
    labels
      .filter((set) => set.count === (shape.length > 1 && file === choice.file ? shape[0] : longest))
      .map((set) => ({ file, name: set.name })),
  );
  const set = sets.find(({ file }) => file === choice.file) ?? sets[0];
  return set ? { ...choice, labels: `${set.file}:${set.name}` } : choice;
}

/** What another file is compared by: the best of the files from `from` on, unless they are shards of one model. */
export function secondEntry(catalogue: Catalogue, first: Choice, from: number): Choice | undefined {
  const withTensors = catalogue.files.filter(({ tensors }) => tensors.length);
  const sharded = catalogue.files.some(({ format }) => format.startsWith('index of shards'));
  if (sharded || withTensors.length !== 2) return undefined;
  const other = bestEntry(catalogue, from);
  return other && other.file !== first.file ? other : undefined;
}

/** Whether a change of this control makes row numbers mean other features. */
export const dropsSelection = (key: string): boolean =>
  ['tensor', 'transpose', 'slice', 'axis'].includes(key);

/** The state after a control was changed. @param key as in `data-set`; '2' at its end: of the second side */
export function changed(state: State, key: string, value: string): Partial<State> {
  const { first, second, catalogue } = state;
  if (key === 'centred' || key === 'coloured') return { [key]: value === 'true' };
  if (key === 'with') return { second: referred(value) };
  if (key === 'tensor') {
    const chosen = referred(value);
    const same = chosen && second && chosen.file === second.file && chosen.tensor === second.tensor;
    const entry = chosen && catalogue?.files[chosen.file]?.tensors.find(({ name }) => name === chosen.tensor);
    return {
      first: chosen && entry && catalogue ? withLabels(catalogue, chosen, entry) : chosen,
      second: same ? undefined : second,
    };
  }
  const side = key.endsWith('2') ? second : first;
  if (!side) return {};
  const next = { ...side, ...field(key.replace(/2$/, ''), value) };
  return key.endsWith('2') ? { second: next } : { first: next };
}

/** "<number of the file>:<tensor>" */
function referred(value: string): Choice | undefined {
  const [, file, tensor] = /^(\d+):([^]*)$/.exec(value) ?? [];
  return file === undefined || tensor === undefined ? undefined : { file: Number(file), tensor };
}

function field(key: string, value: string): Partial<Choice> {
  switch (key) {
    case 'transpose':
    case 'omit':
      return { [key]: value === 'true' };
    case 'axis':
      return { axis: value === '' ? undefined : Number(value) };
    case 'slice':
    case 'features':
    case 'dims':
    case 'labels':
      return { [key]: value || undefined };
    default:
      return {};
  }
}
