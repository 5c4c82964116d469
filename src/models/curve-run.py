"""Eight curve detectors (the figure `families`, the gallery's wheel), as a program: the same arcs, the same initial weights.

h = ReLU(W1 * x + b1), a = W2 * h + b2, logit_k = ln sum over places of e^(a_k) (after Cammarata et al. 2021, "Curve Circuits").
Needs Python 3.8 or newer and NumPy; fails when a template lies further from the figure's than WITHIN. The figure computes in
32-bit floats, this program in 64.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
SEED = 3
STEP = 600             # how far this run goes
FIGURE = []            # the eight templates there, in thousandths of the largest weight
BEFORE = []            # and before the first step, where the figure shows them
WITHIN = 0.005         # how far the templates may lie from the figure's, as a share of their size: thousandths are rounded
# ---- end of the state

SIDE, KINDS, FIRST, SECOND, BATCH, STEPS, DECAY = 15, 8, 5, 7, 64, 600, 1e-3
SEEN = FIRST + SECOND - 1

# include random.py


# include adamw.py


# include compare.py


# include conv.py


# include entropy.py


def arc(i):
    """Picture i: a bright arc in one of eight directions on a noisy ground, and its direction."""
    k = key(SEED, 50, i)
    u = uniform(k, np.arange(7))
    turn, R, (along, across) = 2 * np.pi * u[0], 4 + 6 * u[1], 3 * u[2:4] - 1.5
    c, s, half, middle = np.cos(turn), np.sin(turn), (0.6 + 0.5 * u[4]) * 6 / R, (SIDE - 1) / 2
    cx, cy = middle + along * c - across * s - R * c, middle + along * s + across * c - R * s
    y, x = np.mgrid[:SIDE, :SIDE]
    r = np.hypot(x - cx, y - cy)
    tips = [np.hypot(x - cx - R * np.cos(turn + a), y - cy - R * np.sin(turn + a)) for a in (half, -half)]
    away = np.where((x - cx) * c + (y - cy) * s >= np.cos(half) * r, np.abs(r - R), np.minimum(*tips))
    drawn = (0.5 + 0.5 * u[6]) * np.clip(0.8 + 0.5 * u[5] + 0.5 - away, 0, 1)
    return drawn + 0.1 * normal(key(SEED, 51, i), SIDE * SIDE).reshape(SIDE, SIDE), int(u[0] * KINDS + 0.5) % KINDS


def gradients(W1, b1, W2, b2, x, kinds):
    P1 = patches(x[:, None], FIRST)
    z = P1 @ W1.T + b1
    P2 = patches(np.maximum(z, 0).transpose(0, 3, 1, 2), SECOND)
    a = (P2 @ W2.T + b2).reshape(len(x), -1, KINDS)
    top = a.max(1)
    logits = top + np.log(np.exp(a - top[:, None]).sum(1))
    da = entropy(logits, kinds)[1][:, None] * np.exp(a - logits[:, None])
    dz = np.where(z > 0, unpatched((da @ W2).reshape(P2.shape), SECOND), 0)
    return [flat(dz).T @ flat(P1) + 2 * DECAY * W1, dz.sum((0, 1, 2)), flat(da).T @ flat(P2) + 2 * DECAY * W2, da.sum((0, 1))]


def templates(W1, W2):
    """Expanded weights (Voss et al. 2021), the mean over kinds taken off, over the largest."""
    E = np.zeros((KINDS, SEEN, SEEN))
    for y in range(SECOND):
        for x in range(SECOND):
            E[:, y:y + FIRST, x:x + FIRST] += np.tensordot(W2.reshape(KINDS, KINDS, SECOND, SECOND)[:, :, y, x], W1.reshape(KINDS, FIRST, FIRST), 1)
    E -= E.mean(0)
    return E / np.abs(E).max()


def away(name, E, figure):
    figure = np.array(figure).reshape(E.shape)
    compare(name, float(np.linalg.norm(E - figure) / np.linalg.norm(figure)), 0, WITHIN)


if __name__ == "__main__":
    print(ADDRESS)
    sizes, scales = [(KINDS, FIRST * FIRST), (KINDS,), (KINDS, KINDS * SECOND * SECOND), (KINDS,)], [0.2, 0, 0.05, 0]
    weights = [scale * normal(key(SEED, 40 + i), int(np.prod(size))).reshape(size) for i, (size, scale) in enumerate(zip(sizes, scales))]
    if BEFORE:
        away("templates before the first step, distance as a share of their size", templates(weights[0], weights[2]), BEFORE)
    adam, pictures = AdamW(), {}
    for step in range(STEP):
        which = (uniform(key(SEED, 45, step), np.arange(BATCH)) * 8000).astype(int).tolist()
        pictures.update((i, arc(i)) for i in which if i not in pictures)
        x, kinds = (np.array(both) for both in zip(*(pictures[i] for i in which)))
        adam.step(weights, gradients(*weights, x, kinds), 5e-3 * min(1, (STEPS - step) / (0.4 * STEPS)))
    away(f"templates after step {STEP}", templates(weights[0], weights[2]), FIGURE)
