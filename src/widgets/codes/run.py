"""The figure `codes`, as a program: three ways to write things on neurons, and one linear reader for all of them.

One-hot: thing j lights neuron j. Composed: one of four neurons per attribute. Superposed: a random unit vector. With k things
at once h is the sum of their codes; a reader scores thing j by code_j . h and must name all k (Thorpe 1989; Olah 2023).
Needs Python 3.8 or newer and NumPy; fails when a share lies further from the figure's than WITHIN.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
NEURONS, THINGS = 16, 256
SEED = 1
TRIALS = 200           # that are counted, for every k
FIGURE = {}            # of each code: the share of the trials in which all k were read, k = 1 ... 8
PAIRED, WORST = 2, 1   # so many directions were compared with one another; the largest |cosine| that the figure shows
WITHIN = 0.0001         # a page’s own state has five digits
# ---- end of the state

# include random.py


# include compare.py


def names(code):
    """The codes of all things, [THINGS][NEURONS] or what stands for it; things without a name write nothing."""
    j = np.arange(THINGS)
    if code == "onehot":
        return np.eye(THINGS, NEURONS)
    if code == "composed":   # the values of the first six attributes are the digits of j to the base 4
        parts = NEURONS // 4
        codes = np.concatenate([np.eye(4)[j // 4 ** a % 4] for a in range(min(parts, 6))], 1)
        return codes * (j < 4 ** parts)[:, None]
    k, twelve = key(SEED, 21), np.arange(12)
    V = np.array([bits(k, 12 * (thing * 256 + np.arange(NEURONS))[:, None] + twelve).sum(1) for thing in j]).astype(float) * 2.0 ** -32 - 6
    return V / np.linalg.norm(V, axis=1, keepdims=True)


def draw(k, trial):
    """k different things."""
    chosen = list(dict.fromkeys((bits(key(SEED, 23, trial), np.arange(4096)) * 2.0 ** -32 * THINGS).astype(int)))
    return chosen[:k]


def reads_all(codes, on):
    scores = codes @ codes[on].sum(0)
    least = scores[on].min()
    scores[on] = -np.inf
    return not (scores >= least).any()   # ties cannot be told apart, and count as wrong


if __name__ == "__main__":
    print(ADDRESS)
    for code, figure in FIGURE.items():
        codes = names(code)
        for k in range(1, 9):
            here = np.mean([reads_all(codes, draw(k, 8 * trial + k - 1)) for trial in range(TRIALS)])
            compare(f"{code}, {k} at once, all read", here, figure[k - 1], WITHIN)
    V = names("superposed")[:PAIRED]
    compare(f"largest |cosine| among {PAIRED}", np.abs(V @ V.T - np.eye(PAIRED)).max(), WORST, WITHIN)
