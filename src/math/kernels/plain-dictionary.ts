// Sparse dictionaries in f64: what as/dictionary.ts computes in lanes.

import type { At, Kernels } from './kernels.ts';
import type { Store } from './plain-set.ts';

/** One active latent of a sample. */
interface Active {
  readonly id: number;
  readonly z: number;
}

/** Where the parts of theta begin. */
const layout = (theta: At, d: number, width: number) => ({
  E: theta,
  D: theta + width * d,
  be: theta + 2 * width * d,
  bd: theta + 2 * width * d + width,
});

/** The kernels of sparse dictionaries over the memory of `store`. */
export function dictionaries(store: Store): Pick<Kernels, 'dictionaryStep' | 'dictionaryEncode'> {
  /** The `keep` largest positive latents of the sample at x, all at keep 0; ids ascending. */
  const active = (theta: At, x: At, d: number, width: number, keep: number): Active[] => {
    const { d: m } = store;
    const { E, be, bd } = layout(theta, d, width);
    const all: Active[] = [];
    for (let id = 0; id < width; id++) {
      let z = m[be + id];
      for (let c = 0; c < d; c++) z += m[E + id * d + c] * (m[x + c] - m[bd + c]);
      if (z > 0) all.push({ id, z });
    }
    if (!keep) return all;
    const largest = all.sort((a, b) => b.z - a.z || a.id - b.id).slice(0, keep);
    return largest.sort((a, b) => a.id - b.id);
  };
  return {
    dictionaryStep(grad, theta, x, batch, d, width, keep, lambda) {
      const { d: m } = store;
      const { D, bd } = layout(theta, d, width);
      const to = layout(grad, d, width);
      const g = new Float64Array(d);
      let loss = 0;
      m.fill(0, grad, to.bd + d);
      for (let b = 0, at = x; b < batch; b++, at += d) {
        const list = active(theta, at, d, width, keep);
        for (let c = 0; c < d; c++) {
          let e = m[bd + c] - m[at + c]; // x' - x
          for (const { id, z } of list) e += z * m[D + id * d + c];
          loss += (e * e) / batch;
          g[c] = (2 * e) / batch; // dL/dx'
          m[to.bd + c] += g[c];
        }
        for (const { id, z } of list) {
          let dz = lambda / batch;
          for (let c = 0; c < d; c++) dz += g[c] * m[D + id * d + c];
          for (let c = 0; c < d; c++) {
            m[to.D + id * d + c] += z * g[c];
            m[to.E + id * d + c] += dz * (m[at + c] - m[bd + c]);
          }
          m[to.be + id] += dz;
          loss += (lambda * z) / batch;
        }
      }
      // x - b_d is read by the encoder: db_d -= E^T db_e
      for (let id = 0; id < width; id++) {
        for (let c = 0; c < d; c++) m[to.bd + c] -= m[to.be + id] * m[theta + id * d + c];
      }
      return loss;
    },
    dictionaryEncode(ids, values, theta, x, batch, d, width, keep) {
      for (let b = 0; b < batch; b++) {
        const list = active(theta, x + b * d, d, width, keep);
        for (let i = 0; i < keep; i++) {
          store.d[ids + b * keep + i] = list[i]?.id ?? -1;
          store.d[values + b * keep + i] = list[i]?.z ?? 0;
        }
      }
    },
  };
}
