"""A run of the figure `gallery`, as a program: the same initial weights, the same data, the same optimizer.

body, sampled: the toy model of superposition with rare features, on all inputs that matter or on random ones (Elhage et al. 2022);
days: (a + b) mod 7 by a network that squares (after Gromov 2023); cube: N things through m bounded neurons (Ackley, Hinton and Sejnowski 1985).
Needs Python 3.8 or newer and NumPy; fails when the loss or the distances between the points lie further from the figure's than WITHIN.
"""
from itertools import combinations, product
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
GROWS = "body"
FEATURES, NEURONS = 12, 3   # the cube's things and bits are called so as well
SEED = 1
STEP = 500             # how far this run goes
POINTS = []            # where the figure has them, turned as it shows them
FIGURE = None          # the loss that it shows
WITHIN = 0.005         # how far these may lie from the figure's, the loss as a share of it (and 1e-6); more midway, see `within`
# ---- end of the state

ACTIVE, P, HIDDEN = 0.02, 7, 32

# include random.py


# include adamw.py


# include polytopes.py


# include sampled.py


# include entropy.py


# include squares.py


# include compare.py


def bounded(weights):
    """h = tanh(E_i), logits = h U + c."""
    E, U, c = weights
    h = np.tanh(E)
    L, d = entropy(h @ U + c, np.arange(len(E)))
    return L, [d @ U.T * (1 - h * h), h.T @ d, d.sum(0)]


def week(A):
    """The rows of A in the plane of the wave that carries most of them."""
    turn = 2 * np.pi * np.outer(np.arange(1, P // 2 + 1), np.arange(P)) / P
    C, S = np.cos(turn) @ A, np.sin(turn) @ A
    k = (C ** 2 + S ** 2).sum(1).argmax()
    x = C[k] / np.linalg.norm(C[k])
    y = S[k] - (S[k] @ x) * x
    at = A @ np.stack([x, y / np.linalg.norm(y)], 1)
    return at / np.linalg.norm(at, axis=1).max()


def run():
    """Where the points are after STEP steps, and the loss."""
    n, m = FEATURES, NEURONS
    if GROWS == "body":
        W, b = train(n, m, SEED, STEP)
        return W, loss(W, b, *points(n))[0]
    if GROWS == "sampled":
        weights, adam = [0.5 * normal(key(SEED, 72), n * m).reshape(n, m) / np.sqrt(m), np.zeros(n)], AdamW()
        for step in range(STEP):
            adam.step(weights, loss(*weights, *sampled(step, 29 if n == 6 else 34))[1], 0.01 * min(1, (2000 - step) / 600))
        return weights[0], loss(*weights, *sampled(-1, 4096, 0))[0]   # every seed is judged by the same inputs
    if GROWS == "days":
        drawn, pairs, adam = normal(key(SEED, 70), 3 * P * HIDDEN), np.arange(P * P), AdamW(0.98, 1)
        weights = [(drawn[:2 * P * HIDDEN] / np.sqrt(2 * P)).reshape(2 * P, HIDDEN), (drawn[2 * P * HIDDEN:] / np.sqrt(HIDDEN)).reshape(HIDDEN, P)]
        for step in range(STEP):
            adam.step(weights, answer(*weights, pairs)[1], 0.01)
        return week(weights[0][:P]), answer(*weights, pairs)[0]
    drawn, adam = normal(key(SEED, 71), 2 * n * m).reshape(2, -1) / np.sqrt(m), AdamW()
    weights = [drawn[0].reshape(n, m), drawn[1].reshape(m, n), np.zeros(n)]
    for step in range(STEP):
        adam.step(weights, bounded(weights)[1], 0.02)
    return np.tanh(weights[0]), bounded(weights)[0]


if __name__ == "__main__":
    print(ADDRESS)
    at, L = run()
    print("points =", np.round(at, 4).tolist())
    between = lambda p: np.linalg.norm(p[:, None] - p[None], axis=2)
    far = within(FEATURES, STEP, WITHIN) if GROWS == "body" else WITHIN
    compare(f"loss at step {STEP}", L, FIGURE, far * FIGURE + 1e-6)
    compare("distances between the points, their largest difference", float(abs(between(at) - between(np.array(POINTS))).max()), 0, far)
