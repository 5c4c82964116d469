"""The figure `neuron-reading`, as a program: units of a toy's hidden space, read from their ten strongest examples.

The feature with the largest sum in those examples is the reading. On fresh inputs, of which the figure counts some,
precision = P(x_f > 0 | u > a quarter of its largest) and R2 = corr(x_f, u)^2. Units are both sides of every neuron, as many
random directions, and the latents of a sparse autoencoder (Bricken et al. 2023).
Needs Python 3.8 or newer and NumPy; fails when a mean lies further from the figure's than WITHIN.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
SEED = 7
COUNT = 8000           # fresh inputs that are counted
FIGURE = {}            # of every kind: the mean precision and the mean R2 that the figure shows
WITHIN = 0.001         # the figure's numbers are rounded to thousandths
# ---- end of the state

# include random.py


# include adamw.py


# include sampled.py


# include hidden.py


# include autoencoder.py


# include compare.py


def scores(units, fresh, X_read, X):
    """Mean precision and mean R2 of the readings of those units that ever fire while they are read."""
    precision, r2 = [], []
    for u, v in zip(units.T, fresh.T[:, :COUNT]):
        fires = u.max() / 4
        if fires <= 0:
            continue
        f = X_read[np.lexsort((np.arange(len(u)), -u))[:10]].sum(0).argmax()
        x, on = X[:COUNT, f], v > fires
        precision.append((x[on] > 0).mean() if on.any() else 0)
        shared, apart = ((v - v.mean()) * (x - x.mean())).sum(), ((v - v.mean()) ** 2).sum() * ((x - x.mean()) ** 2).sum()
        r2.append(shared ** 2 / apart if shared > 0 and apart > 0 else 0)
    return np.mean(precision), np.mean(r2)


if __name__ == "__main__":
    print(ADDRESS)
    speak = speaker(toy())
    We, Wd, be, bd = learn(some(speak(BEGIN, 2048), FEATURES), lambda step: speak(TRAIN + step, 256), 0.5, 1500, 1500)
    sides = np.kron(np.eye(NEURONS), [1, -1])
    ways = unit(normal(key(SEED, 31), 2 * NEURONS * NEURONS).reshape(-1, NEURONS)).T
    kinds = {"neuron": lambda Z: np.maximum(Z @ sides, 0), "direction": lambda Z: np.maximum(Z @ ways, 0), "feature": lambda Z: encode(Z, We, be, bd)}
    read, fresh = speak(READ, 4000), speak(TEST, 8000)
    for kind, see in kinds.items():
        for name, here, figure in zip(("precision", "R2"), scores(see(read), see(fresh), sampled(READ, 4000)[0], sampled(TEST, 8000)[0]), FIGURE[kind]):
            compare(f"{kind}: mean {name}", here, figure, WITHIN)
