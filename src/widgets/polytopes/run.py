"""A run of the figure `polytopes`, as a program: the same initial weights, the same data, the same optimizer.

Toy model of superposition with rare features of equal importance, Elhage et al. 2022, "The geometry of superposition".
Needs Python 3.8 or newer and NumPy; fails when a number lies further from the figure's than WITHIN.
"""
from itertools import combinations, product
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
FEATURES, NEURONS = 6, 3
SEED = 1
STEP = 500             # how far this run goes
FIGURE = None          # the loss that the figure shows there
ANGLES = []            # and the cosines of the first direction with the others
WITHIN = 0.005         # how far these may lie from the figure's, the loss as a share of it (and 1e-6); more midway, see `within`
# ---- end of the state

# include random.py


# include adamw.py


# include polytopes.py


# include compare.py


if __name__ == "__main__":
    W, b = train(FEATURES, NEURONS, SEED, STEP)
    print(ADDRESS)
    print("W =", np.round(W, 4).tolist())
    unit = W / np.linalg.norm(W, axis=1, keepdims=True)
    far = within(FEATURES, STEP, WITHIN)
    compare(f"loss at step {STEP}", loss(W, b, *points(FEATURES))[0], FIGURE, far * FIGURE + 1e-6)
    for f, cosine in enumerate(ANGLES, 1):
        compare(f"cosine of features 1 and {f + 1}", unit[0] @ unit[f], cosine, far)
