// Adam (Kingma and Ba 2014), in place, with decay rates 0.9 and 0.999 and epsilon 1e-8.

/** Plain data. `fade` are the running products 0.9^t and 0.999^t: carried along, since pow() differs between browsers. */
export interface Adam {
  readonly mean: Float64Array;
  readonly square: Float64Array;
  readonly fade: Float64Array;
}

/** The state before the first step, for `size` parameters. */
export const adam = (size: number): Adam => ({
  mean: new Float64Array(size),
  square: new Float64Array(size),
  fade: Float64Array.of(1, 1),
});

/** As if no step had been taken. */
export function forget(state: Adam): void {
  state.mean.fill(0);
  state.square.fill(0);
  state.fade.fill(1);
}

/** theta -= rate * mean^ / (sqrt(square^) + 1e-8), with mean^ and square^ freed of their start at zero. */
export function descend(
  state: Adam,
  theta: Float64Array,
  gradient: Float64Array,
  rate: number,
  slow = 0.999,
): void {
  const { mean, square, fade } = state;
  fade[0] *= 0.9;
  fade[1] *= slow;
  for (let i = 0; i < theta.length; i++) {
    const g = gradient[i];
    mean[i] = 0.9 * mean[i] + 0.1 * g;
    square[i] = slow * square[i] + (slow === 0.999 ? 0.001 : 1 - slow) * g * g;
    theta[i] -= (rate * (mean[i] / (1 - fade[0]))) / (Math.sqrt(square[i] / (1 - fade[1])) + 1e-8);
  }
}
