"""A run of the figure `superposition`, as a program: the same initial weights, the same data, the same optimizer.

Toy model of superposition, Elhage et al. 2022: h = W x, x' = ReLU(W^T h + b), loss E sum_f I_f (x_f - x'_f)^2.
Needs Python 3.8 or newer and NumPy; prints the loss beside the figure's and fails when they differ by more than WITHIN.
    --torch           gradients by PyTorch's autograd instead of the two lines in `loss`
    --save run.npz    keeps W and b, for NumPy or for the site's own /lab/
The figure computes in 32-bit floats, this program in 64, so the two agree closely and not to the last bit.
"""
import sys
from itertools import combinations, product
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
FEATURES, NEURONS = 5, 2
ABSENT = 0.95          # probability that a feature is absent; else it is uniform on [0, 1]
IMPORTANCE = [1.0]     # I_f
COMPANY = "independent" # or pairs, 1 with 2, 3 with 4: "correlated", both or neither; "anticorrelated", never both
MODE = "exact"         # exact: expectation by quadrature; sampled: batches of 512; slow: exact, small first weights, a constant rate
RATE, STEPS = 0.06, 300
START, SEED = "random", 877
EDITS = []             # hands on the weights: (step, feature, row of W)
STEP = 300             # how far this run goes
FIGURE = None          # the loss that the figure shows there
WITHIN = 0.0001        # of the figure's loss, and 1e-9
# ---- end of the state

# include random.py


# include compare.py


def start():
    W, b = np.zeros((FEATURES, NEURONS)), np.zeros(FEATURES)
    if START == "random":
        W[:] = 0.7 * np.sqrt(2 / (NEURONS + FEATURES)) * normal(key(SEED, 1), FEATURES * NEURONS).reshape(FEATURES, NEURONS)
        return W, b
    x, y = 1.0, 0.0
    for f in range(FEATURES):   # near 0, each in another direction
        W[f] = [0.05 * x, 0.05 * y] if NEURONS > 1 else [0.05]
        x, y = 0.6 * x - 0.8 * y, 0.8 * x + 0.6 * y
    first = np.array([1.0, 0.0])[:NEURONS]
    if START == "first": W[0] = 0.9 * first
    if START == "second": W[1] = 0.9 * first
    if START == "pair": W[0], W[1] = 0.7 * first, -0.7 * first
    if START == "orthogonal":
        W[0] = 0.9 * first
        if NEURONS > 1: W[1] = [0.0, 0.9]
    return W, b


def tensor(k, q):
    """Every combination of q Gauss-Legendre nodes in k directions."""
    z, w = np.polynomial.legendre.leggauss(q)
    return np.array(list(product((1 + z) / 2, repeat=k))), np.array([np.prod(p) for p in product(w / 2, repeat=k)])


def spread(k, runs):
    """A fraction of the grid of two nodes, chosen by parities: any three directions still see all their combinations."""
    z = (1 + np.polynomial.legendre.leggauss(2)[0]) / 2
    parity = lambda i: bin(i).count("1") & 1
    columns = [i for i in range(runs) if parity(i)][:k]
    return np.array([[z[parity(run & c)] for c in columns] for run in range(runs)]), np.full(runs, 1 / runs)


def pairs():
    """Which features are active together, and with what probability; of an odd number the last is by itself."""
    p, patterns = 1 - ABSENT, [((), 1.0)]
    for f in range(0, FEATURES, 2):
        g = f + 1
        own = [((f,), p)] if g == FEATURES else [((f, g), p)] if COMPANY == "correlated" else [((f,), p / 2), ((g,), p / 2)]
        patterns = [(a + b, q * r) for a, q in patterns for b, r in own + [((), 1 - p)] if q * r > 0]
    return patterns


def exact(use):
    """Points and weights of the expectation: every pattern of active features with its own grid."""
    n, p = FEATURES, 1 - ABSENT
    if COMPANY != "independent":
        nodes = [10, 5, 4, 3, 2, 2, 2, 2] if use == "train" else [32, 12, 6, 4, 3, 2, 2, 2]
        X, w = [], []
        for pattern, chance in pairs():
            points, parts = tensor(len(pattern), nodes[max(0, len(pattern) - 1)])
            rows = np.zeros((len(parts), n))
            rows[:, pattern] = points
            X.append(rows)
            w.append(parts * chance)
        return np.concatenate(X), np.concatenate(w)
    if use == "train":
        nodes, runs = ([24, 6, 3, 2, 2] if n <= 5 else [12, 6, 3, 2] if n <= 7 else [12, 5, 3]), lambda k: 8 if k <= 4 else 16
    else:
        nodes, runs = ([32, 12, 6, 4, 3] if n <= 5 else [32, 12, 4, 3]), lambda k: 64
    X, w = [np.zeros((1, n))], [np.array([(1 - p) ** n])]
    for k in range(1, n + 1):
        points, parts = tensor(k, nodes[k - 1]) if k <= len(nodes) else spread(k, runs(k))
        for pattern in combinations(range(n), k):
            rows = np.zeros((len(parts), n))
            rows[:, pattern] = points
            X.append(rows)
            w.append(parts * p ** k * (1 - p) ** (n - k))
    X, w = np.concatenate(X), np.concatenate(w)
    return X[w > 0], w[w > 0]


def sampled(step, size=512):
    """The batch of a step: inputs with something active, and the empty input counted exactly."""
    n, p = FEATURES, 1 - ABSENT
    none = (1 - p) ** n
    limit = lambda chance: min(0x7FFFFFFF, int(np.floor(chance * 2.0 ** 31)))
    first, rest = [limit(p / (1 - (1 - p) ** (n - f))) for f in range(n)], limit(p)
    v = (bits(key(SEED, 2, step), np.arange(size * n)) >> np.uint64(1)).reshape(size, n).astype(float)
    X, found = np.zeros((size + 1, n)), np.zeros(size, bool)
    for f in range(n):
        bar = np.where(found, rest, first[f])
        active = v[:, f] < bar
        X[:size, f] = np.where(active, v[:, f] / bar, 0)
        found |= active
    return X, np.append(np.full(size, (1 - none) / size), none)


def loss(W, b, X, w):
    """L, dL/dW and dL/db."""
    h = X @ W
    a = h @ W.T + b
    error = np.maximum(a, 0) - X
    part = w[:, None] * np.array(IMPORTANCE) * error
    da = np.where(a > 0, 2 * part, 0)
    return (part * error).sum(), da.T @ h + X.T @ (da @ W), da.sum(0)


def loss_torch(W, b, X, w):
    """The same by PyTorch."""
    import torch
    W, b = torch.tensor(W, requires_grad=True), torch.tensor(b, requires_grad=True)
    X, w, importance = (torch.as_tensor(v) for v in (X, w, np.array(IMPORTANCE, float)))
    L = w @ (X - torch.relu(X @ W @ W.T + b)) ** 2 @ importance
    L.backward()
    return L.item(), W.grad.numpy(), b.grad.numpy()


def run(gradients):
    W, b = start()
    W *= 0.05 / 0.7 if MODE == "slow" else 1
    points = exact("train")
    leg, gentle, t = 0, 1.0, 0
    mean, square = np.zeros(W.size + b.size), np.zeros(W.size + b.size)
    for step in range(STEP + 1):
        for at, feature, row in EDITS:
            if at == step:   # a hand: Adam and the schedule begin anew, at a lower rate
                W[feature], leg, gentle, t = row, step, 1 / 3, 0
                mean[:], square[:] = 0, 0
        if step == STEP:
            return W, b
        _, dW, db = gradients(W, b, *(sampled(step) if MODE == "sampled" and COMPANY == "independent" else points))
        g, t = np.append(dW.ravel(), db), t + 1
        mean = 0.9 * mean + 0.1 * g
        square = 0.999 * square + 0.001 * g * g
        done = 0 if MODE == "slow" else min(step - leg, STEPS) / STEPS
        rate = RATE * gentle * 0.5 * (1 + np.cos(np.pi * done)) + 1e-5
        move = rate * (mean / (1 - 0.9 ** t)) / (np.sqrt(square / (1 - 0.999 ** t)) + 1e-8)
        W -= move[:W.size].reshape(W.shape)
        b -= move[W.size:]


if __name__ == "__main__":
    W, b = run(loss_torch if "--torch" in sys.argv else loss)
    if "--save" in sys.argv:
        np.savez(sys.argv[sys.argv.index("--save") + 1], W=W, b=b)
    here = loss(W, b, *exact("show"))[0]
    print(ADDRESS)
    print("W =", np.round(W, 4).tolist())
    print("b =", np.round(b, 4).tolist())
    compare(f"loss at step {STEP}", here, FIGURE, WITHIN * FIGURE + 1e-9)
