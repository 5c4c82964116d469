"""A run of the figure `grokking`, as a program: the same pairs, the same initial weights, the same optimizer.

a + b mod 31 from 40% of the table, full batch (Power et al. 2022): logits = (W[a] + W[31 + b])^2 U (Gromov 2023), AdamW.
Needs Python 3.8 or newer and NumPy; fails when a number lies further from the figure's than WITHIN. The figure computes in
32-bit floats, this program in 64, and small differences grow over a thousand steps: hence the distance.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
DECAY = 1              # weight decay of AdamW
SEED = 7
STEP = 1600            # how far this run goes
FIGURE = []            # what the figure shows there: losses on the learned pairs and on the others, then shares answered right
COURSE = []            # and the loss on the others at steps 0, 20, ... 200
WITHIN = 0.02, 0.002   # how far each may lie from the figure's: at the end, on the way
# ---- end of the state

P, WIDTH = 31, 64

# include random.py


# include adamw.py


# include entropy.py


# include squares.py


# include compare.py


def split():
    """Which of the pairs a P + b are learned from: the first 40% of a shuffled table."""
    order, r = list(range(P * P)), bits(key(SEED, 42), np.arange(P * P))
    for i in range(P * P - 1, 0, -1):
        j = int(r[i]) % (i + 1)
        order[i], order[j] = order[j], order[i]
    learned = np.zeros(P * P, bool)
    learned[order[:round(0.4 * P * P)]] = True
    return learned


if __name__ == "__main__":
    print(ADDRESS)
    learned = split()
    train, test = np.flatnonzero(learned), np.flatnonzero(~learned)
    W = normal(key(SEED, 40), 2 * P * WIDTH).reshape(2 * P, WIDTH) / np.sqrt(2 * P)
    U = normal(key(SEED, 41), WIDTH * P).reshape(WIDTH, P) / np.sqrt(WIDTH)
    adam = AdamW(b2=0.98, decay=DECAY)
    for step in range(STEP):
        if step % 20 == 0 and step // 20 < len(COURSE):
            compare(f"loss on the others at step {step}", answer(W, U, test)[0], COURSE[step // 20], WITHIN[1])
        adam.step([W, U], answer(W, U, train)[1], 0.01)
    (a, _, c), (b, _, d) = answer(W, U, train), answer(W, U, test)
    for name, here, figure in zip(("loss on the pairs that are learned", "loss on the others", "learned pairs answered right", "others answered right"), (a, b, c, d), FIGURE):
        compare(f"{name}, at step {STEP}", here, figure, WITHIN[0])
