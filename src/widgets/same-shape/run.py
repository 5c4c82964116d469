"""The figure `same-shape`, as a program: four toys trained from four seeds, then laid on the first.

Every order of names is tried on the Gram matrices, and the best is turned by the orthogonal matrix of Procrustes' problem
(Schönemann 1966). Needs Python 3.8 or newer and NumPy; fails when a distance lies further from the figure's than WITHIN.
"""
from itertools import combinations, permutations, product
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
FEATURES, NEURONS = 5, 2
SEED = 34
STEP = 1200            # how far the four runs go
FIGURE = []            # what the figure shows there: of each of the other three, as trained and once renamed and turned
WITHIN = 0.001         # of the size of the first network's weights
# ---- end of the state

# include random.py


# include adamw.py


# include polytopes.py


# include compare.py


def align(A, B):
    """Distances of B from A over the size of A: as they are; renamed and turned."""
    G, H = A @ A.T, B @ B.T
    names = min(permutations(range(len(A))), key=lambda p: ((G - H[np.ix_(p, p)]) ** 2).sum())
    B2 = B[list(names)]
    U, _, V = np.linalg.svd(B2.T @ A)
    return np.linalg.norm(A - B) / np.linalg.norm(A), np.linalg.norm(A - B2 @ U @ V) / np.linalg.norm(A)


if __name__ == "__main__":
    print(ADDRESS)
    first = train(FEATURES, NEURONS, SEED, STEP)[0]
    for i, (raw, turned) in enumerate(FIGURE, 1):
        here = align(first, train(FEATURES, NEURONS, SEED + i, STEP)[0])
        compare(f"seed {SEED + i}, as trained", here[0], raw, WITHIN)
        compare(f"seed {SEED + i}, renamed and turned", here[1], turned, WITHIN)
