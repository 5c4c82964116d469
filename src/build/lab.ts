// The lab's examples, runs of ours, as the files that a reader would bring; and the look at one of them that
// the page shows before anything was brought.

import { toDreamFile } from '../runtime/download.ts';
import { defaults } from '../runtime/params.ts';
import { writeState } from '../runtime/address.ts';
import { writeNpy } from '../lab/files/npy.ts';
import { look, type Look } from '../models/look.ts';
import { writeSafetensors } from '../lab/files/safetensors.ts';
import { load } from '../math/kernels/load.ts';
import { settle } from '../models/dimensionality.ts';
import { Wd } from '../models/dictionary.ts';
import { hidden, SMALL } from '../models/hidden.ts';
import { byTop, learn, toySpace } from '../models/space.ts';
import type { SuperpositionParams } from '../widgets/superposition/params.ts';
import { settle as trained } from '../widgets/superposition/training.ts';
import { kernels, widget } from './registry.ts';

let hundred: Float64Array | undefined;
/** 100 features, 10 neurons, one feature in four active: eight pairs and a pentagon. */
const directions = (): Float64Array => (hundred ??= settle(4, 1).theta.slice(0, 1000));

/** The example files of /lab/, by name: what each holds when it is asked for. */
export const files: Readonly<Record<string, () => Promise<string | Uint8Array<ArrayBuffer>>>> = {
  async 'pentagon.json'() {
    const { view, settle: rest } = await widget('superposition');
    const params = defaults<SuperpositionParams>(view.spec);
    return JSON.stringify(
      toDreamFile(
        view,
        params,
        rest(params),
        trained(params, kernels).theta,
        writeState(view.spec, params, view.engine),
        String(view.engine),
      ),
    );
  },
  'hundred.npy': async () => writeNpy(Float32Array.from(directions()), [100, 10]),
  async 'two-seeds.safetensors'() {
    const { n, m } = SMALL;
    return writeSafetensors(
      Object.fromEntries(
        [1, 2].map((seed) => [
          `seed-${seed}`,
          { shape: [n, m], numbers: hidden(SMALL, seed).theta.subarray(0, n * m) },
        ]),
      ),
    );
  },
  async 'dictionary.safetensors'() {
    const space = toySpace(1);
    const dictionary = learn(space, 40, byTop(1));
    const { D, m, theta } = dictionary;
    return writeSafetensors({
      truth: { shape: [space.n, m], numbers: space.truth_fh },
      decoder: { shape: [D, m], numbers: theta.subarray(Wd(dictionary), Wd(dictionary) + D * m) },
    });
  },
};

/** The look at the hundred directions that the page shows before a reader brings a file. */
export async function example(): Promise<Look> {
  const A = Float64Array.from(directions(), Math.fround);
  return look({ A, n: 100, m: 10, at: Array.from({ length: 100 }, (_, f) => f), notes: [] }, await load());
}
