"""The figure `dictionary`, as a program: a toy model, and a sparse autoencoder that learns its hidden space.

    f = ReLU(We (z - bd) + be)    z' = Wd f + bd    L = E |z - z'|^2 + lambda sum f    |Wd_d| = 1

Bricken et al. 2023; with the rule "top" only the k largest f of an input count (Gao et al. 2024) and lambda is 0.
Needs Python 3.8 or newer and NumPy; fails when a number lies further from the figure's than WITHIN.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
WIDTH = 40             # latents
KEEP = 0               # k of the rule "top"; 0: activity costs PENALTY
PENALTY, STEPS = 0.5, 1500
SEED = 7
STEP = 1500            # how far this run goes
FIGURE = None          # the share of the variance explained, mean best cosine and latents active at a time that the figure shows there
WITHIN = 0.0001         # of the number, or of 1: a page’s own state has five digits
# ---- end of the state

# include random.py


# include adamw.py


# include sampled.py


# include hidden.py


# include autoencoder.py


# include compare.py


if __name__ == "__main__":
    print(ADDRESS)
    W = toy()
    speak = speaker(W)
    We, Wd, be, bd = learn(speak(BEGIN, 2048), lambda step: speak(TRAIN + step, 256), WIDTH, PENALTY, STEPS, STEP, KEEP)
    Z = speak(JUDGE, 2048)
    f = encode(Z, We, be, bd, KEEP)
    cosines = unit(W) @ unit(Wd).T
    best = np.where((f > 0).any(0), cosines, 0).max(1).clip(0)
    explained = 1 - ((f @ Wd + bd - Z) ** 2).sum() / ((Z - Z.mean(0)) ** 2).sum()
    for name, here, figure in zip(("variance explained", "mean best cosine", "latents active"), (explained, best.mean(), (f > 0).sum(1).mean()), FIGURE):
        compare(name, here, figure, WITHIN * max(1, abs(figure)))
