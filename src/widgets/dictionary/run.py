"""The figure `dictionary`, as a program: a toy model or a space of clusters, and a sparse autoencoder that learns it.

    f = ReLU(We (z - bd) + be)    z' = Wd f + bd    L = E |z - z'|^2 + lambda sum f    |Wd_d| = 1

Bricken et al. 2023; with the rule "top" only the k largest f of an input count (Gao et al. 2024) and lambda is 0.
Needs Python 3.8 or newer and NumPy; fails when a number lies further from the figure's than WITHIN.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
WORLD = "toy"          # or "clusters": five families of four features, alike within (after Bricken et al. 2023, "Feature Splitting")
WIDTH = 40             # latents
KEEP = 0               # k of the rule "top"; 0: activity costs PENALTY
PENALTY, STEPS = 0.5, 1500
SEED = 7
STEP = 1500            # how far this run goes
FIGURE = None          # the share of the variance explained, mean best cosine and latents active at a time that the figure shows there
WITHIN = 0.0001        # of the number, or of 1: a page's own state has five digits
# ---- end of the state

# include random.py


# include adamw.py


# include sampled.py


# include hidden.py


# include autoencoder.py


# include compare.py


CLUSTERS, SUBS, WIDE = 5, 4, 12


def dot(a, b):
    """From the first to the last, as the figure sums: many inputs of the clusters point the same way to the last bit."""
    return np.cumsum(a * b, -1)[..., -1]


def axis(v):
    return v / np.sqrt(dot(v, v))[..., None]


def free(v, axes):
    for a in axes:
        v = v - dot(a, v) * a
    return v


def clusters():
    """Directions W [20][12], and what is said of them: in each active cluster one feature speaks; alone: one cluster is active."""
    drawn, axes = normal(key(SEED, 21), (CLUSTERS + CLUSTERS * SUBS) * WIDE).reshape(-1, WIDE), []
    for v in drawn[:CLUSTERS]:
        axes.append(axis(free(v, axes)))
    W = []
    for a, own in zip(axes, drawn[CLUSTERS:].reshape(CLUSTERS, SUBS, WIDE)):
        apart = np.array([free(v, axes) for v in own])
        W += [axis(a + 0.46 * axis(v)) for v in apart - apart.sum(0) / SUBS]
    W = np.array(W)

    def speak(step, size, alone=False):
        k, at, c = key(SEED, 22, step), 15 * np.arange(size)[:, None], np.arange(CLUSTERS)
        limits = (1 - (1 - ACTIVE) ** (c + 1)) / (1 - (1 - ACTIVE) ** CLUSTERS)
        first = (uniform(k, at) >= limits[:-1]).sum(1)[:, None]
        active = (c == first) | ((c > first) & (uniform(k, at + c) < ACTIVE) & (not alone))
        x = np.where(active, 0.5 + 0.5 * uniform(k, at + 10 + c), 0)
        return (x[:, :, None] * W[c * SUBS + (bits(k, at + 5 + c) % SUBS).astype(int)]).sum(1)
    return W, speak


def far(Z, width):
    """Directions of Z, each the one farthest in angle from those before it."""
    size, near, taken = np.sqrt(dot(Z, Z)), np.full(len(Z), -2.0), [0]
    while len(taken) < width:
        near = np.maximum(near, dot(Z, Z[taken[-1]]) / (size * size[taken[-1]]))
        taken.append(int(near.argmin()))
    return axis(Z[taken])


if __name__ == "__main__":
    print(ADDRESS)
    if WORLD == "toy":
        W = toy()
        speak = speaker(W)
        learned = learn(some(speak(BEGIN, 2048), WIDTH), lambda step: speak(TRAIN + step, 256), PENALTY, STEPS, STEP, KEEP)
    else:
        W, speak = clusters()
        learned = learn(far(speak(BEGIN, 1024, True), WIDTH), lambda step: speak(TRAIN + step, 128), 0, STEPS, STEP, KEEP, True)
    We, Wd, be, bd = learned
    Z = speak(JUDGE, 2048)
    f = encode(Z, We, be, bd, KEEP)
    cosines = unit(W) @ unit(Wd).T
    best = np.where((f > 0).any(0), cosines, 0).max(1).clip(0)
    explained = 1 - ((f @ Wd + bd - Z) ** 2).sum() / ((Z - Z.mean(0)) ** 2).sum()
    for name, here, figure in zip(("variance explained", "mean best cosine", "latents active"), (explained, best.mean(), (f > 0).sum(1).mean()), FIGURE):
        compare(name, here, figure, WITHIN * max(1, abs(figure)))
