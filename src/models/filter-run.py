"""64 filters (the figure `gabors`, the gallery's field), as a program: the same patches of the same pictures, from the same first ones.

The pictures are dead leaves, or the same with their waves moved; the patches are whitened. Learned by a sparse autoencoder of four latents
(Makhzani and Frey 2013), k-means (Coates and Ng 2012) or ICA (Hyvarinen 1999). Needs Python 3.8 or newer and NumPy; fails when the filters
lie further from the figure's than WITHIN. The figure computes in 32-bit floats and holds 1/127 of each filter, this program computes in 64.
"""
from base64 import b64decode

import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
SEED = 1
WORLD = "leaves"       # or "scrambled"
METHOD = "autoencoder" # or "k-means", "ICA"
STEP = 1200            # how far this run goes, the pictures drawn
FILTERS = ""           # the filters there [64][12 12], each over its largest number, in steps of 1/127
WITHIN = 0.1           # how far these may lie from them: one less the correlation, the mean over all
# ---- end of the state

SIZE, SIDE, WIDE, KEPT, PICTURES, EACH, COUNT, BATCH, TOP, STEPS, OWN = 128, 12, 144, 64, 40, 500, 64, 256, 4, 1200, 99

# include random.py


# include adamw.py


# include compare.py


# include leaves.py


def cut(seed, i):
    """500 patches of picture i, each of mean 0 and about variance 1."""
    picture = fallen(seed * 1000 + i, SIZE, 1, 3, 64)[0]
    if WORLD == "scrambled":   # the amplitude of every wave, its place that of the same wave in noise
        waves, noise = np.fft.fft2(picture), np.fft.fft2(normal(key(seed, 100, i), SIZE * SIZE).reshape(SIZE, SIZE))
        moved = np.abs(waves) * noise / np.where(noise == 0, 1, np.abs(noise))
        moved[0, 0] = waves[0, 0]
        picture = np.fft.ifft2(moved).real
    at = (uniform(key(seed, 101, i), np.arange(2 * EACH)) * (SIZE - SIDE + 1)).astype(int)
    x = np.array([picture[y:y + SIDE, x:x + SIDE].ravel() for x, y in zip(at[::2], at[1::2])])
    return (x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + 0.01)


def directions(C):
    """Eigenvalues and directions of a symmetric matrix, the largest first, by one-sided Jacobi (Hestenes 1958): their signs are the figure's."""
    n, R = len(C), np.append(C.T, np.eye(len(C)), 1)
    for _ in range(60):
        turned = False
        for p in range(n):
            for q in range(p + 1, n):
                g, h = R[p, :n], R[q, :n]
                a, b, c = g @ g, h @ h, g @ h
                if abs(c) <= 1e-15 * (a * b) ** 0.5:
                    continue
                turned, zeta = True, (b - a) / (2 * c)
                t = (-1 if zeta < 0 else 1) / (abs(zeta) + (1 + zeta * zeta) ** 0.5)
                R[p], R[q] = (R[p] - t * R[q]) / (1 + t * t) ** 0.5, (R[q] + t * R[p]) / (1 + t * t) ** 0.5
        if not turned:
            break
    s = np.linalg.norm(R[:, :n], axis=1)
    order = np.argsort(-s, kind="stable")
    return s[order], R[order, n:]


def whitened():
    """Patches z [20000][64] of this seed, in the directions V [64][144] of the pictures that all seeds are measured by."""
    other = [cut(OWN, i) for i in range(PICTURES)]
    some = np.concatenate(other).reshape(-1, WIDE)[::2]
    s, V = directions(some.T @ some / len(some))
    V = V[:KEPT]
    project = lambda lists: np.concatenate(lists) @ V.T / np.sqrt(s[:KEPT] + 0.1 * s.mean())
    held = project(other[:10])
    size = np.sqrt(((held - held.mean(0)) ** 2).sum() / len(held) / WIDE)
    return (project([cut(SEED, i) for i in range(PICTURES)]) - held.mean(0)) / size, V


def unit(W):
    return W / np.linalg.norm(W, axis=1, keepdims=True)


def orthonormal(W):
    U, _, V = np.linalg.svd(W)
    return U @ V


if __name__ == "__main__":
    print(ADDRESS)
    z, V = whitened()
    spread = np.sqrt((z ** 2).mean(0))
    W, adam = normal(key(SEED, 110), COUNT * KEPT).reshape(COUNT, KEPT), AdamW()
    W = unit(orthonormal(W) if METHOD == "ICA" else W)
    for step in range(STEP):
        if METHOD == "autoencoder":
            x = z[(uniform(key(SEED, 111, step), np.arange(BATCH)) * len(z)).astype(int)]
            f = np.maximum(x @ W.T, 0)
            f[np.arange(BATCH)[:, None], np.argsort(-f, 1, kind="stable")[:, TOP:]] = 0
            r = 2 / BATCH * (f @ W - x)
            adam.step([W], [f.T @ r + np.where(f > 0, r @ W.T, 0).T @ x], 3e-3 * min(1, (STEPS - step) / (0.3 * STEPS)))
            W = unit(W)
        elif METHOD == "k-means":
            s = z @ W.T
            W = unit(W + np.where(np.arange(COUNT) == np.abs(s).argmax(1)[:, None], s, 0).T @ z)
        else:
            g = np.tanh(z / spread @ W.T)
            W = orthonormal((g.T @ (z / spread) - (1 - g * g).sum(0)[:, None] * W) / len(z))
    filters = unit((W * spread if METHOD == "ICA" else W) @ V)
    figure = unit(np.frombuffer(b64decode(FILTERS), np.int8).reshape(COUNT, WIDE).astype(float))
    compare(f"filters after step {STEP}, one less the correlation", 1 - float((filters * figure).sum(1).mean()), 0, WITHIN)
