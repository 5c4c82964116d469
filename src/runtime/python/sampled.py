def sampled(step, size, seed=SEED):
    """Inputs in which something is active, and last the empty one with its exact weight."""
    n, none = FEATURES, (1 - ACTIVE) ** FEATURES
    k, at = key(seed, 2, step), 2 * n * np.arange(size)[:, None] + np.arange(n)
    who, value = bits(k, at).astype(float), uniform(k, at + n)
    limits = np.floor((1 - (1 - ACTIVE) ** np.arange(1, n + 1)) / (1 - none) * 2.0 ** 32)
    limits[-1] = 2.0 ** 32
    first = (who[:, :1] >= limits).sum(1)[:, None]
    f = np.arange(n)
    active = (f == first) | ((f > first) & (who < np.floor(ACTIVE * 2.0 ** 32)))
    return np.append(np.where(active, value, 0), np.zeros((1, n)), 0), np.append(np.full(size, (1 - none) / size), none)
