"""A run of the figure `induction`, as a program: the same sequences, the same initial weights, the same optimizer.

A transformer of attention only: x = E[token]; per layer q = (x + P) Wq, k = (x + P) Wk, v = x Wv, x += softmax(q k^T / 4) v Wo; logits = x U
(Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits"), on text that repeats itself (after Olsson et al. 2022).
Needs Python 3.8 or newer and NumPy; fails when a number lies further from the figure's than WITHIN. The figure computes in
32-bit floats and shows four digits, this program computes in 64.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
LAYERS = 2
SEED = 7
STEP = 400             # how far this run goes
FIGURE = []            # there: loss where the text repeats, before it does, in-context score, previous-token score, prefix matching
COURSE = []            # and the same at steps 0, 10, ...
WITHIN = 0.01, 0.001   # how far each may lie from the figure's: at the end, in the first fifty steps
# ---- end of the state

VOCAB, WINDOW, WIDTH, HEAD, BATCH = 32, 32, 32, 16, 32
NAMES = "loss where the text repeats", "loss before it does", "in-context score", "previous-token score", "prefix matching"

# include random.py


# include adamw.py


# include compare.py


CHAIN = np.cumsum(np.exp(1.5 * normal(key(0, 60), VOCAB * VOCAB)).reshape(VOCAB, VOCAB), 1)
CHAIN /= CHAIN[:, -1:]


def repeats(k, count):
    """Stretches of a fixed Markov chain, 8 to 16 tokens long, over and over: [count][WINDOW + 1] and the periods."""
    u = uniform(k, 2 * WINDOW * np.arange(count)[:, None] + np.arange(WINDOW + 2))
    period, tokens = 8 + (u[:, 0] * 9).astype(int), np.zeros((count, WINDOW + 1), int)
    tokens[:, 0] = u[:, 1] * VOCAB
    for i in range(1, WINDOW + 1):
        fresh = np.minimum((CHAIN[tokens[:, i - 1]] <= u[:, i + 1:i + 2]).sum(1), VOCAB - 1)
        tokens[:, i] = np.where(i < period, fresh, tokens[np.arange(count), np.maximum(i - period, 0)])
    return tokens, period


def initial():
    """E, U, P, then Wq, Wk, Wv and Wo of every layer."""
    shapes = [(VOCAB, WIDTH), (WIDTH, VOCAB), (WINDOW, WIDTH)] + [(WIDTH, HEAD), (WIDTH, HEAD), (WIDTH, HEAD), (HEAD, WIDTH)] * LAYERS
    return [normal(key(SEED, 10 + i), a * b).reshape(a, b) / np.sqrt(b if i in (0, 2) else a) for i, (a, b) in enumerate(shapes)]


def forward(weights, tokens):
    E, U, P = weights[:3]
    x, kept = E[tokens], []
    for q, k, v, o in zip(*[iter(weights[3:])] * 4):
        at = x + P
        Q, K, V = at @ q, at @ k, x @ v
        S = np.where(np.tri(WINDOW, dtype=bool), Q @ K.transpose(0, 2, 1) / np.sqrt(HEAD), -np.inf)
        A = np.exp(S - S.max(2, keepdims=True))
        A /= A.sum(2, keepdims=True)
        kept.append((x, at, Q, K, V, A))
        x = x + A @ V @ o
    logits = x @ U
    logits -= logits.max(2, keepdims=True)
    return x, logits - np.log(np.exp(logits).sum(2, keepdims=True)), kept


def gradients(weights, sequences):
    E, U, P = weights[:3]
    tokens, targets = sequences[:, :-1], sequences[:, 1:]
    x, chances, kept = forward(weights, tokens)
    d = np.exp(chances)
    np.put_along_axis(d, targets[:, :, None], np.take_along_axis(d, targets[:, :, None], 2) - 1, 2)
    d /= targets.size
    dE, dU, dP, back, dx = np.zeros_like(E), np.tensordot(x, d, ((0, 1), (0, 1))), np.zeros_like(P), [], d @ U.T
    over = lambda a, b: np.tensordot(a, b, ((0, 1), (0, 1)))
    for layer in reversed(range(LAYERS)):
        q, k, v, o = weights[3 + 4 * layer:7 + 4 * layer]
        x, at, Q, K, V, A = kept[layer]
        dseen = dx @ o.T
        dA, dV = dseen @ V.transpose(0, 2, 1), A.transpose(0, 2, 1) @ dseen
        dS = A * (dA - (dA * A).sum(2, keepdims=True)) / np.sqrt(HEAD)
        dQ, dK = dS @ K, dS.transpose(0, 2, 1) @ Q
        back = [over(at, dQ), over(at, dK), over(x, dV), over(A @ V, dx)] + back
        dat = dQ @ q.T + dK @ k.T
        dP += dat.sum(0)
        dx = dx + dat + dV @ v.T
    np.add.at(dE, tokens, dx)
    return [dE, dU, dP] + back


HELD, PERIODS = repeats(key(0, 62), 128)


def scores(weights):
    """On 128 sequences that are the same for every seed."""
    _, chances, kept = forward(weights, HELD[:, :-1])
    loss = -np.take_along_axis(chances, HELD[:, 1:, None], 2)[:, :, 0]
    first, last, i, period = kept[0][-1], kept[-1][-1], np.arange(WINDOW), PERIODS[:, None]
    back = i[:, None] - i + 1    # from a place to the one after an earlier place
    prefix = (last * ((back > 0) & (back % PERIODS[:, None, None] == 0) & (i > 0))).sum(2)
    return [loss[i >= period].mean(), loss[i < period - 1].mean(), loss[:, -8:].mean() - loss[:, 1:7].mean(),
            first[:, i[1:], i[:-1]].mean(), prefix[i >= period].mean()]


if __name__ == "__main__":
    print(ADDRESS)
    weights, adam = initial(), AdamW(b2=0.99)
    for step in range(STEP):
        if step % 10 == 0 and step <= 50 and step // 10 < len(COURSE):
            for name, here, figure in zip(NAMES, scores(weights), COURSE[step // 10]):
                compare(f"step {step}, {name}", here, figure, WITHIN[1])
        adam.step(weights, gradients(weights, repeats(key(SEED, 61, step), BATCH)[0]), 0.02 * min(1, (step + 1) / 20))
    for name, here, figure in zip(NAMES, scores(weights), FIGURE):
        compare(f"step {STEP}, {name}", here, figure, WITHIN[0])
