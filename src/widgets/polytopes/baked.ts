// What is too slow to train while the reader waits: 24 starts for every number of features, and the models of the curve.
// Written by src/bake/polytopes.ts with the models of src/models; JSON, since it is small and worth reading.

export const file = 'polytopes-39bdabd4.json';

/** What the 24 starts of one setting came to: outcomes by their loss, the lowest first. */
export interface Found {
  readonly n: number;
  readonly outcomes: readonly {
    readonly shape: string;
    readonly corners: number;
    readonly loss: number;
    readonly times: number;
    /** a seed that ends so */
    readonly seed: number;
  }[];
  /** of the best outcome: each feature's share of a dimension, largest first */
  readonly shares: readonly number[];
}

/** One model of the curve. */
export interface Row {
  /** one feature in so many is active: 1 / (1 - S) */
  readonly rarity: number;
  readonly seed: number;
  /** D*, neurons per unit of squared length */
  readonly star: number;
  /** represented features by their share of a dimension, in hundredths: hundredth, how many, hundredth, how many, ... */
  readonly bins: readonly number[];
}

/** What one number of neurons needs of the file. */
export interface Atlas {
  readonly starts: number;
  readonly found: readonly Found[];
  readonly curve: { readonly n: number; readonly m: number; readonly rows: readonly Row[] };
}

/** The whole file: `found` by the number of neurons. */
export interface AtlasFile {
  readonly made: object;
  readonly starts: number;
  readonly found: Readonly<Record<string, readonly Found[]>>;
  readonly curve: Atlas['curve'];
}

/** The file's bytes (JSON) as the atlas of so many neurons; undefined where there is none. */
export function decode(bytes: ArrayBuffer, { hidden }: { hidden: number }): Atlas | undefined {
  const { starts, found, curve } = JSON.parse(new TextDecoder().decode(bytes)) as AtlasFile;
  return found[hidden] && { starts, found: found[hidden], curve };
}
