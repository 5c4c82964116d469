"""The figure `phase-diagram`, as a program: the toy model trained in every cell of both maps, and what became of its last feature.

h = W x, x' = ReLU(W^T h + b), loss E sum_f I_f (x_f - x'_f)^2 (Elhage et al. 2022, "Superposition as a phase change").
Needs Python 3.8 or newer and NumPy; fails when more cells than WITHIN have another fate than in the figure.
The figure computes in 32-bit floats, this program in 64: a cell on the very edge of a phase may fall to the other side.
"""
from itertools import combinations, product
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
SEED = 0               # 0: the best of three fixed starts; else cell c begins at random, from seed 400 (SEED - 1) + c + 1
TWO = ""               # two features on one neuron, in the figure: 0 the last feature is left out, 1 alone, 2 it shares, . not trained
THREE = ""             # three on two
WITHIN = 3             # cells, of 400
# ---- end of the state

# include random.py


# include adamw.py


# include compare.py


u = np.arange(20) / 19
ABSENT = np.repeat(np.round(1 - 10 ** (-2 * u), 5), 20)
LAST = np.tile([round(r, 4 if r < 1 else 3) for r in 10 ** (2 * u - 1)], 20)


def points(n, nodes):
    """Gauss-Legendre points of every pattern of active features; how many are active and the part of the pattern's probability."""
    X, size, part = [np.zeros((1, n))], [0], [1.0]
    for k in range(1, n + 1):
        z, w = np.polynomial.legendre.leggauss(nodes[k - 1])
        grid, parts = np.array(list(product((1 + z) / 2, repeat=k))), [np.prod(p) for p in product(w / 2, repeat=k)]
        for pattern in combinations(range(n), k):
            rows = np.zeros((len(grid), n))
            rows[:, pattern] = grid
            X.append(rows)
            size += [k] * len(grid)
            part += parts
    return np.concatenate(X), np.array(size), np.array(part)


def loss(W, b, nodes):
    """Of all cells at once, W [cells][n][m]: L, dL/dW and dL/db."""
    n, p = W.shape[1], 1 - ABSENT[:, None]
    X, size, part = points(n, nodes)
    w = part * p ** size * (1 - p) ** (n - size)
    importance = np.ones((len(W), 1, n))
    importance[:, 0, -1] = LAST
    h = X @ W
    a = h @ W.transpose(0, 2, 1) + b[:, None]
    error = np.maximum(a, 0) - X
    weighed = w[:, :, None] * importance * error
    da = np.where(a > 0, 2 * weighed, 0)
    return (weighed * error).sum((1, 2)), da.transpose(0, 2, 1) @ h + X.T @ (da @ W), da.sum(1)


def begin(start, n):
    m = n - 1
    if start == "random":
        return np.array([0.7 * np.sqrt(2 / (m + n)) * normal(key(400 * (SEED - 1) + c + 1, 1), n * m).reshape(n, m) for c in range(400)])
    W, x, y = np.zeros((n, m)), 1.0, 0.0
    for f in range(n):   # near 0, each in another direction
        W[f] = [0.05 * x, 0.05 * y][:m]
        x, y = 0.6 * x - 0.8 * y, 0.8 * x + 0.6 * y
    first = np.array([1.0, 0.0])[:m]
    if start == "first" or start == "orthogonal": W[0] = 0.9 * first
    if start == "second": W[1] = 0.9 * first
    if start == "pair": W[0], W[1] = 0.7 * first, -0.7 * first
    if start == "orthogonal": W[1] = [0.0, 0.9]
    return np.repeat(W[None], 400, 0)


def train(n, starts):
    """W of every cell, the best of these starts by the loss on finer points."""
    runs = []
    for start in starts:
        W, b, adam = begin(start, n), np.zeros((400, n)), AdamW()
        for step in range(300):
            adam.step([W, b], loss(W, b, [24, 6, 3])[1:], 0.06 * 0.5 * (1 + np.cos(np.pi * step / 300)) + 1e-5)
        runs.append((loss(W, b, [32, 12, 6])[0], W))
    best = np.argmin([L for L, _ in runs], 0)
    return np.array([runs[i][1][c] for c, i in enumerate(best)])


def fate(W):
    """The last feature is kept when it is at least half as long as a whole one; it shares when another kept one lies within 60 degrees of its line."""
    own = W[-1] @ W[-1]
    if own < 0.25:
        return "0"
    return "2" if any(v @ v >= 0.25 and (v @ W[-1]) ** 2 >= 0.25 * own * (v @ v) for v in W[:-1]) else "1"


if __name__ == "__main__":
    print(ADDRESS)
    for n, name, figure, fixed in ((2, "two features", TWO, ["first", "second", "pair"]), (3, "three features", THREE, ["first", "pair", "orthogonal"])):
        here = [fate(W) for W in train(n, ["random"] if SEED else fixed)]
        trained = [c for c in range(400) if figure[c] != "."]
        compare(f"{name}, cells with the figure's fate", sum(here[c] == figure[c] for c in trained), len(trained), WITHIN)
