// Every unit of eight networks, explained by the machine: written by src/bake/explainer.ts.

export const file = 'explainer-cd12b1af.json';

/** Scores on scenes the search has not seen, of explanations of one word; thousandths. */
export interface Eight {
  readonly made: object;
  /** predicates that the search tries for one unit */
  readonly evaluations: number;
  readonly seeds: readonly {
    readonly seed: number;
    readonly loss: number;
    readonly neuron: readonly number[];
    readonly feature: readonly number[];
    /** mean score at exactly 1, 2, 3 words */
    readonly lengths: { readonly neuron: readonly number[]; readonly feature: readonly number[] };
    /** words that some feature above 0.8 stands for */
    readonly covered: number;
  }[];
}

/** All eight networks: JSON. */
export const decode = (bytes: ArrayBuffer): Eight => JSON.parse(new TextDecoder().decode(bytes)) as Eight;
/** Every state reads the same networks. */
export const key = (): string => 'all';
