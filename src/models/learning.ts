// How a sparse autoencoder (dictionary.ts) is trained: where its latents begin, one step of Adam, what becomes of the dead.

import { adam, descend } from '../math/adam.ts';
import { key, normal, uniform } from '../math/random.ts';
import { bd, be, dot, loss, Wd, type Dictionary, type Samples } from './dictionary.ts';

/** How a dictionary is trained. `keep` > 0: the top-k rule with that k, and `penalty` (lambda) is not used. */
export interface Recipe {
  readonly keep: number;
  readonly penalty: number;
  readonly steps: number;
  readonly rate: number;
  /** bd is learned; false: it stays 0 */
  readonly centred: boolean;
  /** dead latents are given to badly rebuilt samples */
  readonly revive: boolean;
}

const WARM = 20; // steps until Adam's rate is reached
const RAMP = 0.2; // of the steps, until lambda is reached: a full lambda from the start kills latents
const CHECKS = 8; // a dead latent is re-seeded at the end of each of these parts of the run ...
const LAST_CHECK = 0.6; // ... up to here

/** Directions from D of the samples with a little noise, or at random; We = Wd, biases 0. */
export function start(D: number, m: number, seed: number, from?: Samples): Dictionary {
  const dictionary: Dictionary = {
    D,
    m,
    theta: new Float64Array(2 * D * m + D + m),
    adam: adam(2 * D * m + D + m),
    fired_d: new Float64Array(D),
  };
  const k = key(seed, 11);
  const pick = key(seed, 12);
  for (let d = 0; d < D; d++) {
    const s = from ? Math.floor(uniform(pick, d) * from.S) : 0;
    point(
      dictionary,
      d,
      Float64Array.from({ length: m }, (_, h) =>
        from ? from.Z_sh[s * m + h] + 0.05 * normal(k, d * m + h) : normal(k, d * m + h),
      ),
    );
  }
  return dictionary;
}

/** Directions from the samples, each the one farthest (in angle) from those before it: no two begin as the same feature. */
export function startFar(D: number, m: number, { S, Z_sh }: Samples): Dictionary {
  const dictionary = start(D, m, 0);
  const near = new Float64Array(S).fill(-2);
  const size = Float64Array.from({ length: S }, (_, s) => Math.sqrt(dot(Z_sh, s * m, Z_sh, s * m, m)));
  for (let d = 0, s = 0; d < D; d++) {
    point(dictionary, d, Z_sh.slice(s * m, s * m + m));
    const from = s;
    for (let t = 0; t < S; t++) {
      near[t] = Math.max(near[t], dot(Z_sh, from * m, Z_sh, t * m, m) / (size[from] * size[t]));
    }
    for (let t = 0; t < S; t++) if (near[t] < near[s]) s = t;
  }
  return dictionary;
}

/** Latent d reads and writes in this direction, with no bias and no memory of its gradients. */
function point(dictionary: Dictionary, d: number, direction: Float64Array): void {
  const { m, theta, adam } = dictionary;
  const WD = Wd(dictionary);
  const BE = be(dictionary);
  const size = Math.sqrt(direction.reduce((sum, x) => sum + x * x, 0)) || 1;
  for (const w of [d * m, WD + d * m]) {
    for (let h = 0; h < m; h++) {
      theta[w + h] = direction[h] / size;
      adam.mean[w + h] = adam.square[w + h] = 0;
    }
  }
  theta[BE + d] = adam.mean[BE + d] = adam.square[BE + d] = 0;
}

/** One step of Adam, in place, on these samples; `step` counts from 0. Dead latents are given to badly rebuilt samples. */
export function train(
  dictionary: Dictionary,
  samples: Samples,
  recipe: Recipe,
  seed: number,
  step: number,
): void {
  const { D, m, theta, fired_d } = dictionary;
  const { steps, keep } = recipe;
  const WD = Wd(dictionary);
  const gradient = new Float64Array(theta.length);
  const error_s = new Float64Array(samples.S);
  const penalty = keep ? 0 : recipe.penalty * Math.min(1, step / (RAMP * steps));
  loss(dictionary, samples, keep, penalty, gradient, error_s);
  if (!recipe.centred) gradient.fill(0, bd(dictionary));
  descend(
    dictionary.adam,
    theta,
    gradient,
    recipe.rate * Math.min(1, (step + 1) / WARM, (2 * (steps - step)) / steps),
  );
  for (let d = 0, w = WD; d < D; d++, w += m) {
    let square = 0;
    for (let h = 0; h < m; h++) square += theta[w + h] * theta[w + h];
    const size = Math.sqrt(square) || 1;
    for (let h = 0; h < m; h++) theta[w + h] /= size;
  }
  const part = Math.floor(steps / CHECKS);
  if ((step + 1) % part !== 0) return;
  if (recipe.revive && step + 1 <= LAST_CHECK * steps) {
    reseed(dictionary, samples, error_s, key(seed, 13, step));
  }
  fired_d.fill(0);
}

/** Every latent that has not fired takes the residual of a sample, drawn with chances as the squared errors. */
function reseed(dictionary: Dictionary, { S, Z_sh }: Samples, error_s: Float64Array, k: number): void {
  const { D, m, fired_d } = dictionary;
  const whole = error_s.reduce((sum, e) => sum + e, 0);
  for (let d = 0; d < D; d++) {
    if (fired_d[d] > 0) continue;
    let rest = uniform(k, d) * whole;
    let s = 0;
    while (s < S - 1 && rest >= error_s[s]) rest -= error_s[s++];
    point(dictionary, d, Z_sh.slice(s * m, s * m + m));
  }
}
