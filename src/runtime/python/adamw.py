class AdamW:
    """Adam whose decay of the weights stands beside the gradient (Loshchilov and Hutter 2019)."""

    def __init__(self, b2=0.999, decay=0.0):
        self.b2, self.decay, self.t, self.moments = b2, decay, 0, {}

    def step(self, weights, gradients, rate):
        self.t += 1
        for i, (w, g) in enumerate(zip(weights, gradients)):
            mean, square = self.moments.setdefault(i, (np.zeros_like(w), np.zeros_like(w)))
            mean[:] = 0.9 * mean + 0.1 * g
            square[:] = self.b2 * square + (1 - self.b2) * g * g
            w[:] = (1 - rate * self.decay) * w - rate * (mean / (1 - 0.9 ** self.t)) / (np.sqrt(square / (1 - self.b2 ** self.t)) + 1e-8)
