"""A run of the figure `branches`, as a program: a net in two branches (or one, the control) on the same pictures, from the same initial weights.

Per branch h1 = ReLU(W1 * x + b1), pooled by 2; h2 = ReLU(W2 * h1 + b2), stride 2; h3 = ReLU(W3 h2 + b3); f = mean of h3 over places;
logits = V f + c: four for the leaves' direction, four for their colour (after Voss et al. 2021). Needs Python 3.8 or newer and NumPy; fails
when the first filters or the lesions lie further from the figure's than it says they may. The figure computes in 32-bit floats and
shows hundredths, this program computes in 64.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
SEED = 5
STEP = 1000            # how far this run goes
BRANCHES = 2           # or 1: the control, whose eight units are cut in halves all the same
FILTERS = []           # the first filters there, over the largest number of all, in hundredths: [8][3 5 5]
SCORES = []            # shares of right directions and colours: whole, without the first half, without the second
WITHIN = 0.02          # how far the filters may lie from the figure's: the root mean square
CROPS = 0.05           # how far the shares may: a half at its mean leaves crops near a tie
# ---- end of the state

SIZE, CROP, UNITS, BATCH, STEPS, DECAY = 64, 20, 8, 64, 1000, 1e-3
WIDTH = UNITS // BRANCHES

# include random.py


# include adamw.py


# include compare.py


# include conv.py


# include entropy.py


# include leaves.py


def combed(stream, each):
    """`each` pictures of the sixteen classes, with their direction and the axis of their colour."""
    kinds = np.arange(16 * each) // each
    seeds = bits(key(SEED, stream), np.arange(len(kinds)))
    return np.array([fallen(s, SIZE, 3, 2.5, 14, (0.3, kind // 4 * np.pi / 4, kind % 4 * np.pi / 4)) for s, kind in zip(seeds, kinds)]), kinds // 4, kinds % 4


def crops(pictures, k):
    u = uniform(k, np.arange(3 * BATCH)).reshape(BATCH, 3)
    which, at = (u[:, 0] * len(pictures[0])).astype(int), (u[:, 1:] * (SIZE - CROP + 1)).astype(int)
    x = np.array([pictures[0][i, :, b:b + CROP, a:a + CROP] for i, (a, b) in zip(which, at)])
    return x - x.mean((2, 3), keepdims=True), pictures[1][which], pictures[2][which]


def branch(weights, x):
    """What a branch keeps of each layer, for its gradients; its features [batch][width] last."""
    W1, b1, W2, b2, W3, b3 = weights
    P1 = patches(x, 5)
    z1 = P1 @ W1.T + b1
    h1 = np.maximum(z1, 0).reshape(len(x), 8, 2, 8, 2, -1).mean((2, 4))
    P2 = patches(h1.transpose(0, 3, 1, 2), 3, stride=2)
    h2 = np.maximum(P2 @ W2.T + b2, 0)
    h3 = np.maximum(h2 @ W3.T + b3, 0)
    return P1, z1, P2, h2, h3, h3.mean((1, 2))


def features(weights, x):
    return [branch(weights[6 * i:6 * i + 6], x) for i in range(BRANCHES)]


def gradients(weights, x, turns, hues):
    parts, (V, c, U, d) = features(weights, x), weights[6 * BRANCHES:]
    f = np.concatenate([part[-1] for part in parts], 1)
    dturns, dhues = entropy(f @ V.T + c, turns)[1], entropy(f @ U.T + d, hues)[1]
    df, out = dturns @ V + dhues @ U, []
    for i, (P1, z1, P2, h2, h3, _) in enumerate(parts):
        W1, _, W2, _, W3, _ = weights[6 * i:6 * i + 6]
        d3 = np.where(h3 > 0, df[:, None, None, WIDTH * i:WIDTH * i + WIDTH] / 9, 0)
        d2 = np.where(h2 > 0, d3 @ W3, 0)
        pooled = np.zeros((len(x), 8, 8, WIDTH))
        pooled[:, :7, :7] = unpatched(d2 @ W2, 3, stride=2)
        d1 = np.where(z1 > 0, pooled.repeat(2, 1).repeat(2, 2) / 4, 0)
        for slope, below, W in ((d1, P1, W1), (d2, P2, W2), (d3, h2, 0)):
            out += [flat(slope).T @ flat(below) + 2 * DECAY * W, flat(slope).sum(0)]
    return out + [dturns.T @ f + 2 * DECAY * V, dturns.sum(0), dhues.T @ f + 2 * DECAY * U, dhues.sum(0)]


def lesions(weights, pictures, count):
    """Shares of right directions and colours on fresh crops: whole, and with each half of the units at its mean."""
    f, truth = [], []
    for i in range(count // BATCH):
        x, *kinds = crops(pictures, key(SEED, 59, i))
        f += np.concatenate([part[-1] for part in features(weights, x)], 1).tolist()
        truth += np.transpose(kinds).tolist()
    f, truth, half, (V, c, U, d) = np.array(f), np.array(truth), np.arange(UNITS) < UNITS // 2, weights[6 * BRANCHES:]
    right = lambda f: [float(((f @ W.T + b).argmax(1) == truth[:, task]).mean()) for task, (W, b) in enumerate(((V, c), (U, d)))]
    return [right(np.where(held, f.mean(0), f)) for held in (half & False, half, ~half)]


if __name__ == "__main__":
    print(ADDRESS)
    shapes = BRANCHES * [(WIDTH, 75), (WIDTH,), (WIDTH, 9 * WIDTH), (WIDTH,), (WIDTH, WIDTH), (WIDTH,)] + 2 * [(4, UNITS), (4,)]
    scales = [0 if len(shape) == 1 else 0.15 if shape[1] == 75 else 1 / np.sqrt(3 * shape[1]) for shape in shapes]
    weights = [scale * normal(key(SEED, 60 + i), int(np.prod(shape))).reshape(shape) for i, (shape, scale) in enumerate(zip(shapes, scales))]
    adam, pictures = AdamW(), combed(56, 6)
    for step in range(STEP):
        adam.step(weights, gradients(weights, *crops(pictures, key(SEED, 58, step))), 8e-3 * min(1, (STEPS - step) / (0.4 * STEPS)))
    filters = np.concatenate(weights[:6 * BRANCHES:6])
    distance = float(np.sqrt(np.mean((filters / np.abs(filters).max() - np.array(FILTERS)) ** 2)))
    compare(f"first filters after step {STEP}, root mean square of the distances", distance, 0, WITHIN)
    for name, here, there in zip(("whole", "without the first half", "without the second"), lesions(weights, combed(57, 3), 960 if STEP == STEPS else 128), SCORES):
        for task, a, b in zip(("directions", "colours"), here, there):
            compare(f"{task} right, {name}", a, b, CROPS)
