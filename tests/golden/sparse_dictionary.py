"""The golden numbers of src/models/sparse-dictionary.ts: `python3 tests/golden/sparse_dictionary.py > tests/golden/sparse-dictionary.json`.

A second way to the same recipe, in NumPy and float64: random numbers as in src/math/random.ts, dense products, no skipping. The data
are made here and in the test alike: each vector is three of 90 directions and noise, of length 1.
"""
import json
import numpy as np

GOLD = 0x9E3779B9
N, d, m, k, batch, epochs, warm = 1024, 20, 48, 3, 128, 3, 8


def mix(x):
    x = np.asarray(x, np.uint64) & 0xFFFFFFFF
    x ^= x >> np.uint64(16)
    x = (x * np.uint64(0x7FEB352D)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(15)
    x = (x * np.uint64(0x846CA68B)) & np.uint64(0xFFFFFFFF)
    return x ^ (x >> np.uint64(16))


def key(seed, stream, step=0):
    a = int(mix((seed + GOLD) & 0xFFFFFFFF))
    a = int(mix((a + stream) & 0xFFFFFFFF))
    return int(mix((a + step) & 0xFFFFFFFF))


def bits(key, i):
    return mix((np.uint64(key) + np.asarray(i, np.uint64) * np.uint64(GOLD)) & np.uint64(0xFFFFFFFF))


def uniform(key, i):
    return bits(key, i).astype(np.float64) * 2.0**-32


def normal(key, i):
    i = np.asarray(i, np.uint64)
    s = sum(bits(key, i * np.uint64(12) + np.uint64(j)).astype(np.float64) for j in range(12))
    return s * 2.0**-32 - 6


def data():
    directions = normal(key(0, 50), np.arange(90 * d)).reshape(90, d)
    which = bits(key(0, 51), np.arange(3 * N)).reshape(N, 3) % np.uint64(90)
    much = 0.3 + uniform(key(0, 52), np.arange(3 * N)).reshape(N, 3)
    X = (much[:, :, None] * directions[which.astype(int)]).sum(1) + 0.2 * normal(key(0, 53), np.arange(N * d)).reshape(N, d)
    return X / np.linalg.norm(X, axis=1, keepdims=True)


def train(X, seed=0, rate=1e-2, fall=0.3, left=0.02):
    order = lambda key: np.argsort(bits(key, np.arange(N)), kind='stable')
    D = X[order(key(seed, 1))[:m]] + 0.05 * normal(key(seed, 3), np.arange(m * d)).reshape(m, d)
    D /= np.linalg.norm(D, axis=1, keepdims=True)
    P = [D.copy(), D, np.zeros(m), np.zeros(d)]
    M = [np.zeros_like(p) for p in P]
    V = [np.zeros_like(p) for p in P]
    steps, t, losses = epochs * N // batch, 0, []
    rows = np.arange(batch)[:, None]
    for epoch in range(epochs):
        shuffled = order(key(seed, 2, epoch))
        for b in range(N // batch):
            E, D, be, bd = P
            x = X[shuffled[b * batch : (b + 1) * batch]]
            pre = (x - bd) @ E.T + be
            best = np.argpartition(-pre, k, axis=1)[:, :k]
            z = np.zeros_like(pre)
            z[rows, best] = np.maximum(pre[rows, best], 0)
            e = z @ D + bd - x
            losses.append(float((e**2).sum() / batch))
            g = 2 * e / batch
            dz = (g @ D.T) * (z > 0)
            grads = [dz.T @ (x - bd), z.T @ g, dz.sum(0), g.sum(0) - dz.sum(0) @ E]
            t += 1
            done = t / steps
            now = rate * min(1, t / warm) * (1 if done < 1 - fall else max(left, (1 - done) / fall))
            for i, gr in enumerate(grads):
                M[i] = 0.9 * M[i] + 0.1 * gr
                V[i] = 0.999 * V[i] + 0.001 * gr * gr
                P[i] = P[i] - now * (M[i] / (1 - 0.9**t)) / (np.sqrt(V[i] / (1 - 0.999**t)) + 1e-8)
            P[1] /= np.linalg.norm(P[1], axis=1, keepdims=True)
    return P, losses


X = data()
(E, D, be, bd), losses = train(X)
print(
    json.dumps(
        {
            'shape': {'N': N, 'd': d, 'width': m, 'keep': k, 'batch': batch, 'epochs': epochs, 'warm': warm},
            'X0_first5': X[0, :5].tolist(),
            'losses': losses,
            'D0_first5': D[0, :5].tolist(),
            'E_last5': E[-1, -5:].tolist(),
            'be_first5': be[:5].tolist(),
            'bd_first5': bd[:5].tolist(),
        },
        indent=1,
    )
)
