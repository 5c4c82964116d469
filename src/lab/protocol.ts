// What the page and the worker say to each other. Each question carries all files, so that a cancelled worker is simply
// started anew; a worker opens each of them once.

import type { DictionaryMeasures } from '../models/dictionary-measures.ts';
import type { Look } from '../models/look.ts';
import type { Choice } from './analysis/choice.ts';
import type { Comparison } from './analysis/compare.ts';
import type { Dictionary } from './files/dictionary.ts';
import type { Entry, Opened } from './files/tensor.ts';

/** A file that the reader brought. */
export interface GivenFile {
  readonly blob: Blob;
  /** its path, where it came with a folder */
  readonly name: string;
  /** the address it was fetched from */
  readonly src?: string;
}

/** A given file under a number that is its own. */
export interface NumberedFile extends GivenFile {
  readonly id: number;
}

/** An opened file without its numbers and words. Plain data. */
export interface FileEntry {
  readonly name: string;
  readonly size: number;
  readonly format: string;
  readonly tensors: readonly Entry[];
  readonly labels: readonly { readonly name: string; readonly count: number }[];
  readonly notes: readonly string[];
  /** the sentence, where it could not be opened */
  readonly problem?: string;
  readonly dream?: NonNullable<Opened['dream']>;
  readonly src?: string;
}

/** All files as one. */
export interface Catalogue {
  readonly files: readonly FileEntry[];
  readonly dictionaries: readonly Dictionary[];
  /** of an index of shards: what is here and what is missing */
  readonly notes: readonly string[];
}

export interface LookQuestion {
  readonly do: 'look';
  readonly files: readonly NumberedFile[];
  readonly first: Choice;
  readonly second?: Choice | undefined;
  /** the view of the directions starts at their mean */
  readonly centred: boolean;
}
export type Question = { readonly id: number } & (
  | { readonly do: 'open'; readonly files: readonly NumberedFile[] }
  | LookQuestion
  | {
      readonly do: 'nearest';
      readonly files: readonly NumberedFile[];
      readonly first: Choice;
      readonly row: number;
    }
  | { readonly do: 'labels'; readonly files: readonly NumberedFile[]; readonly set: string }
  | {
      readonly do: 'export';
      readonly files: readonly NumberedFile[];
      readonly dictionary: Dictionary;
      /** rows to keep: "0-15, 20"; empty: all */
      readonly latents: string;
    }
);

/** What the weights of the dictionary that is looked at say of it. */
export interface DictionaryFound extends DictionaryMeasures {
  readonly dictionary: Dictionary;
}

export interface Found {
  readonly look: Look;
  readonly comparison?: Comparison;
  readonly dictionary?: DictionaryFound;
}

/** Rows near one, nearest first. */
export interface Nearest {
  readonly row: number;
  readonly rows: readonly { readonly row: number; readonly cosine: number }[];
  /** the median of the largest |cosine| to as many random directions */
  readonly chance: number;
}

export type Answer = { readonly id: number } & (
  | { readonly kind: 'progress'; readonly what: string; readonly share: number }
  | { readonly kind: 'opened'; readonly catalogue: Catalogue }
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'nearest'; readonly nearest: Nearest }
  | { readonly kind: 'labels'; readonly values: readonly string[] }
  | { readonly kind: 'exported'; readonly config: string; readonly weights: Blob }
  | { readonly kind: 'failed'; readonly says: string }
);
