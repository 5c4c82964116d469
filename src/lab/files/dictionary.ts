// Dictionaries among the opened files: tensors called W_dec, W_enc, b_enc, b_dec, threshold, and the configuration beside them
// as SAELens writes it: version 6 (architecture, d_in, d_sae, metadata), 3 to 5 (flat, with activation_fn_str).

import type { Entry, Opened } from './tensor.ts';

type DictionaryKind = 'autoencoder' | 'transcoder' | 'crosscoder';

/** A dictionary's tensors by what they are; each stands in one file. Plain data. */
export interface Dictionary {
  /** the folder, or the file where there is none */
  readonly name: string;
  readonly file: number;
  readonly kind: DictionaryKind;
  readonly latents: number;
  /** numbers that a latent writes, of every source together */
  readonly width: number;
  readonly sources: number;
  /** the axis of the latents in W_dec and W_enc */
  readonly decoderAxis: number;
  readonly encoderAxis: number;
  readonly has: readonly string[];
  /** what the configuration says, one item each */
  readonly config: readonly string[];
  /** number of the file that holds the configuration */
  readonly configFile?: number;
}

/** Tensors of a dictionary that the lab knows. */
const DICTIONARY_KEYS = ['W_enc', 'W_dec', 'b_enc', 'b_dec', 'threshold', 'log_threshold', 'W_skip'];

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Every file with a W_dec of two or three axes. @param files as opened, `undefined` where that failed */
export function findDictionaries(
  files: readonly { readonly name: string; readonly opened: Opened | undefined }[],
): Dictionary[] {
  return files.flatMap(({ name, opened }, file) => {
    const tensor = (key: string): Entry | undefined => opened?.tensors.find((t) => t.name === key);
    const decoder = tensor('W_dec');
    if (!decoder || decoder.shape.length < 2 || decoder.shape.length > 3) return [];
    const configFile = files.findIndex(
      (other) => other.opened?.config && folderOf(other.name) === folderOf(name),
    );
    const config = new Map(Object.entries(files[configFile]?.opened?.config ?? {}));
    const latents = latentsOf(tensor('b_enc'), tensor('W_enc'), decoder, config);
    const decoderAxis = decoder.shape.indexOf(latents);
    if (decoderAxis < 0) return [];
    const encoder = tensor('W_enc');
    const encoderAxis = encoder ? encoder.shape.lastIndexOf(latents) : -1;
    const width = decoder.shape.reduce((all, s) => all * s, 1) / latents;
    return [
      {
        name: folderOf(name).replace(/\/$/, '') || name,
        file,
        kind: kindOf(decoder, encoder, latents, config),
        latents,
        width,
        sources: decoder.shape.length === 3 ? (decoder.shape.filter((_, a) => a !== decoderAxis)[0] ?? 1) : 1,
        decoderAxis,
        encoderAxis,
        has: DICTIONARY_KEYS.filter((key) => tensor(key)),
        config: describeConfig(config),
        ...(configFile >= 0 ? { configFile } : {}),
      },
    ];
  });
}

/** How many latents: as many as b_enc has numbers; else what W_enc and W_dec have in common, what the configuration says, or W_dec's first axis. */
function latentsOf(
  bias: Entry | undefined,
  encoder: Entry | undefined,
  decoder: Entry,
  config: ReadonlyMap<string, unknown>,
): number {
  const said = config.get('d_sae');
  const candidates = [bias?.shape.at(-1), typeof said === 'number' ? said : undefined, encoder?.shape.at(-1)];
  return candidates.find((c) => c !== undefined && decoder.shape.includes(c)) ?? decoder.shape[0] ?? 0;
}

function kindOf(
  decoder: Entry,
  encoder: Entry | undefined,
  latents: number,
  config: ReadonlyMap<string, unknown>,
): DictionaryKind {
  const architecture = String(config.get('architecture') ?? '');
  if (decoder.shape.length === 3 || /crosscoder/i.test(architecture)) return 'crosscoder';
  const reads = encoder?.shape.find((s) => s !== latents);
  const writes = decoder.shape.find((s) => s !== latents);
  const other = reads !== undefined && writes !== undefined && reads !== writes;
  return other || /transcoder/i.test(architecture) || config.has('d_out') ? 'transcoder' : 'autoencoder';
}

/** What a researcher wants to know of it, in the words of either generation. */
function describeConfig(config: ReadonlyMap<string, unknown>): string[] {
  const metadata = config.get('metadata');
  const nested = new Map(typeof metadata === 'object' && metadata !== null ? Object.entries(metadata) : []);
  const say = (key: string): unknown => config.get(key) ?? nested.get(key);
  const items: [label: string, key: string][] = [
    ['architecture', 'architecture'],
    ['activation', 'activation_fn_str'],
    ['k', 'k'],
    ['model', 'model_name'],
    ['hook', 'hook_name'],
    ['layer', 'hook_layer'],
    ['SAELens', 'sae_lens_version'],
  ];
  return items.flatMap(([label, key]) => {
    const value = say(key);
    return typeof value === 'string' || typeof value === 'number'
      ? [`${label} ${String(value).slice(0, 80)}`]
      : [];
  });
}
