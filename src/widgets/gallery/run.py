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
WITHIN = 0.005         # how far these may lie from the figure's, the loss as a share of it (and 1e-6): midway a run magnifies its last digits
# ---- end of the state

ACTIVE, DAYS, HIDDEN = 0.02, 7, 32

# include random.py


# include adamw.py


# include polytopes.py


# include sampled.py


# include compare.py


def chances(logits, kinds):
    """The mean cross-entropy and its gradient."""
    p = np.exp(logits - logits.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    at = np.arange(len(p)), kinds
    L = -np.log(p[at]).mean()
    p[at] -= 1
    return L, p / len(p)


def squares(weights):
    """h = (A_a + B_b)^2, logits = h U."""
    A, B, U = weights
    a, b = np.divmod(np.arange(DAYS ** 2), DAYS)
    s = A[a] + B[b]
    L, d = chances(s * s @ U, (a + b) % DAYS)
    ds = 2 * s * (d @ U.T)
    dA, dB = np.zeros_like(A), np.zeros_like(B)
    np.add.at(dA, a, ds)
    np.add.at(dB, b, ds)
    return L, [dA, dB, (s * s).T @ d]


def bounded(weights):
    """h = tanh(E_i), logits = h U + c."""
    E, U, c = weights
    h = np.tanh(E)
    L, d = chances(h @ U + c, np.arange(len(E)))
    return L, [d @ U.T * (1 - h * h), h.T @ d, d.sum(0)]


def week(A):
    """The rows of A in the plane of the wave that carries most of them."""
    turn = 2 * np.pi * np.outer(np.arange(1, DAYS // 2 + 1), np.arange(DAYS)) / DAYS
    C, S = np.cos(turn) @ A, np.sin(turn) @ A
    k = (C ** 2 + S ** 2).sum(1).argmax()
    x = C[k] / np.linalg.norm(C[k])
    y = S[k] - (S[k] @ x) * x
    at = A @ np.stack([x, y / np.linalg.norm(y)], 1)
    return at / np.linalg.norm(at, axis=1).max()


def run():
    """Where the points are after STEP steps, and the loss."""
    global SEED
    n, m = FEATURES, NEURONS
    if GROWS == "body":
        W, b = train(n, m, SEED, STEP)
        return W, loss(W, b, *points(n))[0]
    if GROWS == "sampled":
        weights, adam = [0.5 * normal(key(SEED, 72), n * m).reshape(n, m) / np.sqrt(m), np.zeros(n)], AdamW()
        for step in range(STEP):
            adam.step(weights, loss(*weights, *sampled(step, 29 if n == 6 else 34))[1], 0.01 * min(1, (2000 - step) / 600))
        SEED = 0   # the inputs that every seed is judged by
        return weights[0], loss(*weights, *sampled(-1, 4096))[0]
    of, rate, adam = (squares, 0.01, AdamW(0.98, 1)) if GROWS == "days" else (bounded, 0.02, AdamW())
    if GROWS == "days":
        drawn, sizes = normal(key(SEED, 70), 3 * DAYS * HIDDEN).reshape(3, -1), (2 * DAYS, 2 * DAYS, HIDDEN)
        weights = [(w / np.sqrt(size)).reshape(shape) for w, size, shape in zip(drawn, sizes, ((DAYS, HIDDEN), (DAYS, HIDDEN), (HIDDEN, DAYS)))]
    else:
        drawn = normal(key(SEED, 71), 2 * n * m).reshape(2, -1) / np.sqrt(m)
        weights = [drawn[0].reshape(n, m), drawn[1].reshape(m, n), np.zeros(n)]
    for step in range(STEP):
        adam.step(weights, of(weights)[1], rate)
    return week(weights[0]) if GROWS == "days" else np.tanh(weights[0]), of(weights)[0]


if __name__ == "__main__":
    print(ADDRESS)
    at, L = run()
    print("points =", np.round(at, 4).tolist())
    between = lambda p: np.linalg.norm(p[:, None] - p[None], axis=2)
    compare(f"loss at step {STEP}", L, FIGURE, WITHIN * FIGURE + 1e-6)
    compare("distances between the points, their largest difference", float(abs(between(at) - between(np.array(POINTS))).max()), 0, WITHIN)
