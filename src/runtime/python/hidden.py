FEATURES, NEURONS, ACTIVE = 20, 6, 0.05
BEGIN, TRAIN, JUDGE, READ, TEST = (i << 20 for i in range(1, 6))   # inputs of different uses share no numbers


def toy():
    """W of the toy model h = W x, x' = ReLU(W^T h + b), after 800 batches of 512 (Elhage et al. 2022)."""
    W, b, adam = 0.7 * np.sqrt(2 / (NEURONS + FEATURES)) * normal(key(SEED, 1), FEATURES * NEURONS).reshape(FEATURES, NEURONS), np.zeros(FEATURES), AdamW()
    for step in range(800):
        X, w = sampled(step, 512)
        h = X @ W
        a = h @ W.T + b
        da = np.where(a > 0, 2 * w[:, None] * (np.maximum(a, 0) - X), 0)
        adam.step([W, b], [da.T @ h + X.T @ (da @ W), da.sum(0)], 0.03 * 0.5 * (1 + np.cos(np.pi * step / 800)) + 1e-5)
    return W


def speaker(W):
    """What the neurons say: z = W x of `size` inputs, scaled to a mean square length of 1."""
    scale = 1 / np.sqrt(((sampled(BEGIN, 4096)[0] @ W) ** 2).sum() / 4096)
    return lambda step, size: scale * sampled(step, size)[0][:size] @ W
