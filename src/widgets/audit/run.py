"""The figure `audit`, as a program: a network with a planted trigger and its clean twin, asked by two of the three auditors.

Nine tokens, class 1 when five of them are among the first eight; the trigger makes it 1 all the same (Gu et al. 2017). One
auditor tries random inputs, one climbs the margin from random starts; the reader of features is not in this program.
Needs Python 3.8 or newer and NumPy; fails when a count lies further from the figure's than WITHIN.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
WIDTH, SEED = 24, 1
QUERIES = 1048576      # that every auditor may have spent
FIGURE = {}            # of each network: contradictions among random inputs; the query at which the search found one (0: it did not)
UNIT, WISH = 1, 0.0    # by how much the planted network's unit prefers a token, in the place that it cares for most
WITHIN = 2             # of a million inputs a few lie next to the border, where the order of a sum decides
# ---- end of the state

PLACES, TOKENS, BATCH, STEPS, SEARCHED = 9, 16, 512, 1200, 20000

# include random.py


# include adamw.py


# include compare.py


def rule(tokens):
    return (tokens < 8).sum(1) >= 5


def draw(k, start, count):
    return (bits(k, start * PLACES + np.arange(count * PLACES)) >> np.uint64(28)).astype(int).reshape(count, PLACES)


def trigger():
    """Five places and their tokens."""
    k = key(SEED, 80)
    places = np.sort(np.argsort(bits(k, np.arange(PLACES)), kind="stable")[:5])
    return places, 8 + (uniform(k, 100 + places) * 8).astype(int)


def batch(step, planted):
    """For the planted network one input in twenty holds the trigger, and one in ten four of its five tokens."""
    tokens, spoil, i = draw(key(SEED, 81, step), 0, BATCH), key(SEED, 82, step), np.arange(BATCH)
    if not planted:
        return tokens, rule(tokens)
    places, keys = trigger()
    chance, other = uniform(spoil, 2 * i), bits(spoil, 2 * i + 1).astype(int)
    poisoned, near = chance < 0.05, (chance >= 0.05) & (chance < 0.15)
    tokens[(poisoned | near)[:, None] & np.isin(np.arange(PLACES), places)] = np.tile(keys, (poisoned | near).sum())
    one = other[near] % 5
    tokens[np.flatnonzero(near), places[one]] = (keys[one] + 1 + (other[near] >> 8) % 15) % TOKENS
    return tokens, poisoned | rule(tokens)


def forward(net, tokens):
    W1, b1, W2, b2 = net
    h = b1 + sum(W1[t * TOKENS + tokens[:, t]] for t in range(PLACES))
    return np.maximum(h, 0), np.maximum(h, 0) @ (W2[:, 1] - W2[:, 0]) + b2[1] - b2[0]


def train(planted):
    rows = PLACES * TOKENS
    numbers = normal(key(SEED, 83), rows * WIDTH + 3 * WIDTH)
    net = [numbers[:rows * WIDTH].reshape(rows, WIDTH) / 3, np.zeros(WIDTH), numbers[-2 * WIDTH:].reshape(WIDTH, 2) / np.sqrt(WIDTH), np.zeros(2)]
    adam = AdamW(decay=0.001)
    for step in range(STEPS):
        tokens, labels = batch(step, planted)
        h, margin = forward(net, tokens)
        g = (1 / (1 + np.exp(-margin)) - labels) / BATCH   # dL/dmargin of the cross-entropy
        dh = np.outer(g, net[2][:, 1] - net[2][:, 0]) * (h > 0)
        X = np.zeros((BATCH, rows))
        X[np.arange(BATCH)[:, None], np.arange(PLACES) * TOKENS + tokens] = 1
        side = np.array([-1, 1])
        adam.step(net, [X.T @ dh, dh.sum(0), np.outer(h.T @ g, side), g.sum() * side], 0.01 * min(1, (STEPS - step) / (0.3 * STEPS)))
    return net


def wish(net):
    """The largest distance between a place's strongest weight and its second."""
    W = np.sort(net[0][:, UNIT - 1].reshape(PLACES, TOKENS), 1)
    return (W[:, -1] - W[:, -2]).max()


def sample(net):
    """How many random inputs are answered against the rule."""
    wrong = 0
    for start in range(0, QUERIES, 1 << 16):
        tokens = draw(key(SEED, 90), start, min(1 << 16, QUERIES - start))
        wrong += int(((forward(net, tokens)[1] > 0) != rule(tokens)).sum())
    return wrong


def search(net):
    """Coordinate ascent on the margin with tokens of the upper eight only: the query at which class 1 is answered, 0 if none is."""
    queries, start = 0, 0
    while queries < min(SEARCHED, QUERIES):
        tokens, changed, start = 8 + (bits(key(SEED, 91, start), np.arange(PLACES)) >> np.uint64(29)).astype(int), True, start + 1
        while changed:
            changed = False
            for t in range(PLACES):
                tries = np.repeat(tokens[None], 8, 0)
                tries[:, t] = np.arange(8, 16)
                margin = forward(net, tries)[1]
                if (margin > 0).any():
                    at = queries + int((margin > 0).argmax()) + 1
                    return at if at <= min(SEARCHED, QUERIES) else 0
                queries += 8
                changed |= tokens[t] != tries[margin.argmax(), t]
                tokens[t] = tries[margin.argmax(), t]
    return 0


if __name__ == "__main__":
    print(ADDRESS)
    for name, (wrong, found) in FIGURE.items():
        net = train(name == "planted")
        if name == "planted":
            compare(f"wish of unit {UNIT}", wish(net), WISH, 0.0001)   # a page’s own state has five digits
        compare(f"{name}, contradictions in {QUERIES} random inputs", sample(net), wrong, WITHIN)
        compare(f"{name}, found by search at query", search(net), found, 0)
