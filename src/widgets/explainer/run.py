"""The figure `explainer`, as a program: one-word explanations of the neurons of a small network and of a dictionary's latents.

The network carries scenes of 24 named things through 16 neurons, h = ReLU(W1 x + b1), x' = ReLU(W2 h + b2). A word explains a
unit as well as its presence correlates with the activation (Bills et al. 2023), on scenes that the choice has not seen.
Needs Python 3.8 or newer and NumPy; fails when a mean lies further from the figure's than WITHIN.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
SEED = 1
FIGURE = {}            # of each kind of unit: the score of the best word on held-out scenes, unit by unit
WITHIN = 0.001         # the figure's scores are rounded to thousandths
# ---- end of the state

# include random.py


# include adamw.py


# include autoencoder.py


# include compare.py


WORDS, NEURONS = 24, 16


def scenes(count, use, step=0):
    i = np.arange(count * WORDS)
    return np.where(uniform(key(SEED, use, step), i) < 0.05, 0.5 + 0.5 * uniform(key(SEED, use + 10, step), i), 0).reshape(count, WORDS)


def train():
    """W1 and b1 after 3000 steps of Adam on fresh scenes."""
    size, numbers = WORDS * NEURONS, normal(key(SEED, 59), 2 * WORDS * NEURONS + NEURONS)
    W1, b1, b2 = 0.5 * numbers[:size].reshape(WORDS, NEURONS) / np.sqrt(WORDS), np.zeros(NEURONS), np.zeros(WORDS)
    W2, adam = 0.5 * numbers[size + NEURONS:].reshape(NEURONS, WORDS) / np.sqrt(NEURONS), AdamW()
    for step in range(3000):
        X = scenes(256, 60, step)
        h = np.maximum(X @ W1 + b1, 0)
        a = h @ W2 + b2
        da = np.where(a > 0, 2 * (np.maximum(a, 0) - X) / len(X), 0)
        dh = da @ W2.T * (h > 0)
        adam.step([W1, b1, W2, b2], [X.T @ dh, dh.sum(0), h.T @ da, da.sum(0)], 0.01 * min(1, (3000 - step) / 900))
    return W1, b1


def score(there, a):
    """Pearson correlation of 0 and 1 with the activation; 0 where either never changes."""
    held, spread = there.sum(), (a ** 2).sum() - a.sum() ** 2 / len(a)
    spread *= held * (1 - held / len(a))
    return (a[there].sum() - a.sum() * held / len(a)) / np.sqrt(spread) if spread > 0 else 0


if __name__ == "__main__":
    print(ADDRESS)
    W1, b1 = train()
    see = lambda X: np.maximum(X @ W1 + b1, 0)
    stored = see(scenes(20000, 61))
    mean = stored.mean(0)
    scale = np.sqrt(len(stored) / ((stored - mean) ** 2).sum())
    Z = (stored - mean) * scale
    dictionary = learn(some(Z, 32), lambda step: Z[(uniform(key(SEED, 64, step), np.arange(256)) * len(Z)).astype(int)], 0.2, 1500, 1500)
    kinds = {"neuron": see, "feature": lambda X: encode((see(X) - mean) * scale, dictionary[0], dictionary[2], dictionary[3])}
    X, other = scenes(4000, 62), scenes(4000, 63)
    for kind, units in kinds.items():
        here = []
        for a, held in zip(units(X).T, units(other).T):
            if (a > 0).sum() >= 10:   # else it is dead
                word = int(np.argmax([score(X[:, f] > 0, a) for f in range(WORDS)]))
                here.append(score(other[:, word] > 0, held))
        compare(f"{kind}s that live", len(here), len(FIGURE[kind]), 0)
        compare(f"{kind}s, mean score of a word", np.mean(here), np.mean(FIGURE[kind]), WITHIN)
        compare(f"{kind}s, largest distance of one", np.abs(np.array(here) - FIGURE[kind]).max(), 0, WITHIN)
