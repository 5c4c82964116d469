def points(n, active=0.01):
    """Inputs with at most two active features and their weights, per input in which something is active (Gauss-Legendre nodes)."""
    X, w = [np.zeros((1, n))], [np.array([(1 - active) ** n])]
    for k, q in ((1, 32), (2, 12)) if n <= 5 else ((1, 16), (2, 6)):
        z, parts = np.polynomial.legendre.leggauss(q)
        grid = np.array(list(product((1 + z) / 2, repeat=k)))
        part = np.array([np.prod(p) for p in product(parts / 2, repeat=k)]) * active ** k * (1 - active) ** (n - k)
        for pattern in combinations(range(n), k):
            rows = np.zeros((len(part), n))
            rows[:, pattern] = grid
            X.append(rows)
            w.append(part)
    X, w = np.concatenate(X), np.concatenate(w)
    return X, w / w[1:].sum()


def loss(W, b, X, w):
    """h = W x, x' = ReLU(W^T h + b): the loss sum_f (x_f - x'_f)^2, dL/dW and dL/db."""
    h = X @ W
    a = h @ W.T + b
    error = np.maximum(a, 0) - X
    da = np.where(a > 0, 2 * w[:, None] * error, 0)
    return (w[:, None] * error ** 2).sum(), [da.T @ h + X.T @ (da @ W), da.sum(0)]


def schedule(n):
    """Steps and first rate."""
    return (1200, 0.1) if n <= 5 else (500, 0.05)


def train(n, m, seed, steps):
    """W [n][m] and b after so many steps of Adam; the rate falls along half a cosine."""
    whole, rate = schedule(n)
    W, b = 0.7 * np.sqrt(2 / (m + n)) * normal(key(seed, 1), n * m).reshape(n, m), np.zeros(n)
    X, w = points(n)
    adam = AdamW()
    for step in range(steps):
        _, gradients = loss(W, b, X, w)
        adam.step([W, b], gradients, rate * 0.5 * (1 + np.cos(np.pi * min(step, whole) / whole)) + 1e-5)
    return W, b


def within(n, step, settled):
    """How far a run may lie from the figure's: midway up to five features, at their high rate, magnify a last digit to a third of the loss."""
    return 0.5 if n <= 5 and step < schedule(n)[0] else settled
