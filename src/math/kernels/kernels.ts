// Two sets of kernels, one signature. An address is the index of a float in `data()`; strides are counted in floats; whole
// numbers (token ids, targets, counts) are stored as floats. `more` 0 overwrites the result, 1 adds to it.
// The f64 set says what each kernel computes (plain-set.ts); the compiled f32 set is what runs where there is SIMD (as/).

export type At = number;
type Flag = 0 | 1;

export interface Kernels {
  readonly kind: 'wasm' | 'plain';
  /** version of the arithmetic, as links name it: '1', or '1r' for the plain set */
  readonly engine: string;
  /** all memory; do not keep it: the view is detached when the memory grows */
  data(): Float32Array | Float64Array;

  alloc(count: number): At;
  mark(): At;
  reset(to: At): void;
  fill(x: At, count: number, value: number): void;

  /** C [rows][cols] (+)= A B, contraction over `deep`; element (i, k) of A at a + i ar + k ak, (k, j) of B at b + k bk + j bc; C's rows cr apart */
  gemm(
    c: At,
    cr: number,
    a: At,
    ar: number,
    ak: number,
    b: At,
    bk: number,
    bc: number,
    rows: number,
    cols: number,
    deep: number,
    more: Flag,
  ): void;

  /** causal attention: q, k, v, o [batch * time][heads * size]; p [batch][heads][time][time rounded up to 16] */
  attend(
    o: At,
    p: At,
    q: At,
    k: At,
    v: At,
    batch: number,
    time: number,
    heads: number,
    size: number,
    scale: number,
  ): void;
  attendBack(
    dq: At,
    dk: At,
    dv: At,
    go: At,
    p: At,
    q: At,
    k: At,
    v: At,
    batch: number,
    time: number,
    heads: number,
    size: number,
    scale: number,
    moreQ: Flag,
    moreK: Flag,
    moreV: Flag,
  ): void;

  add(y: At, a: At, b: At, count: number): void;
  scaled(y: At, x: At, count: number, scale: number, more: Flag): void;
  times(y: At, a: At, b: At, count: number, scale: number, more: Flag): void;
  relu(y: At, x: At, count: number): void;
  gate(dx: At, dy: At, y: At, count: number, more: Flag): void;
  bias(y: At, x: At, b: At, rows: number, cols: number, scale: number): void;
  biasBack(db: At, dy: At, rows: number, cols: number, scale: number, more: Flag): void;
  rows(y: At, table: At, ids: At, count: number, cols: number): void;
  rowsBack(dtable: At, dy: At, ids: At, count: number, cols: number): void;
  unitRows(x: At, count: number, cols: number): void;
  topk(y: At, x: At, count: number, cols: number, keep: number): void;
  /** w = shrink w - a mean / (sqrt(b square) + tiny), a = rate / (1 - b1^t), b = 1 / (1 - b2^t) */
  adamw(
    w: At,
    g: At,
    mean: At,
    square: At,
    count: number,
    shrink: number,
    b1: number,
    b2: number,
    a: number,
    b: number,
    tiny: number,
  ): void;

  crossEntropy(prob: At, each: At, x: At, targets: At, rows: number, cols: number): number;
  crossEntropyBack(
    dx: At,
    prob: At,
    targets: At,
    rows: number,
    cols: number,
    scale: number,
    more: Flag,
  ): void;
  squaredError(x: At, y: At, weight: At, rows: number, cols: number): number;
  squaredErrorBack(
    dx: At,
    x: At,
    y: At,
    weight: At,
    rows: number,
    cols: number,
    scale: number,
    more: Flag,
  ): void;
  absolute(x: At, count: number): number;
  absoluteBack(dx: At, x: At, count: number, scale: number, more: Flag): void;

  /**
   * y[o] = b_o + sum over (c, u, v) of W[o][c, u, v] x[c][row stride + u - pad, column stride + v - pad], with `relu` at
   * least 0; x [channels][batch high wide], W [out][channels k k], y [out][batch rows columns]
   */
  convolve(
    y: At,
    x: At,
    w: At,
    b: At,
    out: number,
    channels: number,
    batch: number,
    high: number,
    wide: number,
    k: number,
    stride: number,
    pad: number,
    relu: Flag,
  ): void;
  /** dx += (dx 0: not asked for), dw +=, db += from dy, which counts with `relu` where y is not 0 */
  convolveBack(
    dx: At,
    dw: At,
    db: At,
    dy: At,
    y: At,
    x: At,
    w: At,
    out: number,
    channels: number,
    batch: number,
    high: number,
    wide: number,
    k: number,
    stride: number,
    pad: number,
    relu: Flag,
  ): void;
  /** y = means over k x k windows of every plane, side by side; back 1: x += y / k^2 */
  meanPool(y: At, x: At, planes: number, high: number, wide: number, k: number, back: Flag): void;

  /**
   * Sparse dictionary: loss = mean |x' - x|^2 + lambda mean sum z, x' = D^T z + b_d, z = the `keep` largest of
   * E (x - b_d) + b_e that are positive (keep 0: all that are); its gradient into `grad`. theta and grad: E [width][d],
   * D [width][d], b_e [width], b_d [d]
   */
  dictionaryStep(
    grad: At,
    theta: At,
    x: At,
    batch: number,
    d: number,
    width: number,
    keep: number,
    lambda: number,
  ): number;
  /** active latents of every sample, ids ascending: ids and values [batch][keep], -1 and 0 where there are fewer */
  dictionaryEncode(
    ids: At,
    values: At,
    theta: At,
    x: At,
    batch: number,
    d: number,
    width: number,
    keep: number,
  ): void;

  /** random inputs, panels of 16 samples [samples / 16][n][16], each feature active with chance p; `given` 1: given that any is */
  draw(x: At, n: number, samples: number, p: number, given: Flag, key: number): void;
  /** loss and gradient of the toy model on panels with weights w; see as/toy.ts */
  toy(grad: At, theta: At, x: At, w: At, importance: At, n: number, m: number, samples: number): number;
  /** the same, drawing its own samples of equal weight (not `given`), fast when few features are active */
  sparse(
    grad: At,
    theta: At,
    importance: At,
    n: number,
    m: number,
    samples: number,
    p: number,
    key: number,
  ): number;
  /** many toy models, four to a group; see as/sweep.ts */
  sweep(
    theta: At,
    mean: At,
    square: At,
    loss: At,
    chance: At,
    importance: At,
    points: At,
    counts: At,
    table: At,
    n: number,
    m: number,
    groups: number,
    steps: number,
  ): void;
}
