"""A run of the figure `double-descent`, as a program: the same points, the same initial weights, the same optimizer.

Toy model of superposition on a fixed set of points, Henighan et al. 2023: x' = ReLU(x W^T W + b), mean over points of
|x' - x|^2. Needs Python 3.8 or newer and NumPy; fails when a loss lies further from the figure's than WITHIN. The figure
computes in 32-bit floats, this program in 64, and small differences grow over thousands of steps: hence the distance.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
POINTS = 5             # learned from, again and again
SEED = 1
STEP = 2000            # how far this run goes
FIGURE = []            # the losses that the figure shows there: on the learned points, on fresh ones
COURSE = []            # and the loss on the learned points at steps 0, 50, ... 500
WITHIN = 0.001, 0.02   # how far each may lie from the figure's: so much, and so much of it
# ---- end of the state

FEATURES, STEPS, WARM = 128, 2000, 100

# include random.py


# include adamw.py


# include compare.py


def points(stream, count):
    """Rows of length 1: a feature is there with chance 3/128, uniform on [0, 1); an empty row is drawn again."""
    k, rows, draw = key(SEED, stream), [], 0
    while len(rows) < count:
        u = bits(k, np.arange(2 * FEATURES * draw, 2 * FEATURES * (draw + 1))).astype(float).reshape(FEATURES, 2) * 2.0 ** -32
        x = np.where(u[:, 0] < 3 / FEATURES, u[:, 1], 0)
        draw += 1
        if x.any():
            rows.append(x / np.linalg.norm(x))
    return np.array(rows)


def loss(W, b, X):
    """L, dL/dW and dL/db."""
    h = X @ W.T
    a = h @ W + b
    error = np.maximum(a, 0) - X
    da = np.where(a > 0, 2 * error / len(X), 0)
    return (error ** 2).sum() / len(X), [h.T @ da + (da @ W.T).T @ X, da.sum(0)]


if __name__ == "__main__":
    X = points(70, POINTS)
    W, b = normal(key(SEED, 72), 2 * FEATURES).reshape(2, FEATURES) / np.sqrt(FEATURES), np.zeros(FEATURES)
    adam = AdamW(decay=0.01)
    print(ADDRESS)
    for step in range(STEP):
        if step % 50 == 0 and step // 50 < len(COURSE):
            compare(f"loss on the learned points at step {step}", loss(W, b, X)[0], COURSE[step // 50], WITHIN[0])
        rate = 0.02 * ((step + 1) / WARM if step < WARM else 0.5 * (1 + np.cos(np.pi * (step - WARM) / (STEPS - WARM))))
        adam.step([W, b], loss(W, b, X)[1], rate)
    compare(f"loss on the {POINTS} points that are learned, at step {STEP}", loss(W, b, X)[0], FIGURE[0], WITHIN[0] + WITHIN[1] * FIGURE[0])
    compare("loss on 1,000 fresh points", loss(W, b, points(71, 1000))[0], FIGURE[1], WITHIN[0] + WITHIN[1] * FIGURE[1])
