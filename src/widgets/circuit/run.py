"""A run of the figure `circuit`, as a program: a net with three named channels on the same pictures, from the same initial weights.

h = ReLU(W1 * x + b1), stride 2; a = ReLU(W2 * h + b2); m = max of a over 2 x 2; logits = V m + c (a concept bottleneck, Koh et al. 2020).
Needs Python 3.8 or newer and NumPy; fails when the last layer lies further from the figure's than WITHIN. The figure computes in
32-bit floats and shows hundredths, this program computes in 64.
"""
import numpy as np

# ---- the state, from the figure's address
ADDRESS = ""
SEED = 3
STEP = 600             # how far this run goes
MAPS = []              # the last weights there, in hundredths: [class][channel][7 7]
BIASES = []            # and the classes' biases
WITHIN = 0.01          # how far these weights may lie from the figure's: the root mean square, and every bias
# ---- end of the state

SIDE, MAP, FIRST, CHANNELS, KINDS, BATCH, STEPS, COUNT = 28, 7, 12, 3, 4, 64, 600, 6000
WHEELS, WINDOW, ROOF = range(CHANNELS)
ABOVE, IN, BELOW = range(3)
KNOWN = [[(WINDOW, ABOVE), (WHEELS, BELOW)], [(ROOF, ABOVE), (WINDOW, IN)], [(ROOF, ABOVE), (WHEELS, BELOW)]]   # car, house, wagon
MISSES = [[(WINDOW, ABOVE)]] * 3 + [[(ROOF, ABOVE)]] * 3 + [[(WINDOW, IN)]] * 2 + [[(WHEELS, BELOW)]] * 3 + [
    [(WINDOW, BELOW), (WHEELS, ABOVE)], [(WINDOW, IN), (WHEELS, BELOW)], [(WHEELS, ABOVE), (ROOF, BELOW)], [], [(ROOF, ABOVE), (WINDOW, IN), (WHEELS, BELOW)]]

# include random.py


# include adamw.py


# include compare.py


# include conv.py


# include entropy.py


Y, X = np.mgrid[:SIDE, :SIDE] + 0.5


def thing(i):
    """Picture i, its class and which parts are in it: a body, and about it what makes it a car, a house, a wagon or none of them."""
    k, kind = key(SEED, 80, i), (0, 1, 2, 3, 3, 3)[i % 6]
    plan = KNOWN[kind] if kind < 3 else MISSES[int(uniform(k, 0) * len(MISSES))]
    u, to = uniform(k, 20 + np.arange(50)), np.zeros((SIDE, SIDE))
    between = lambda low, high, j: low + (high - low) * u[j]

    def shape(inside, value):
        part = np.clip(inside + 0.5, 0, 1)
        to[:] += part * (value - to)

    disc = lambda cx, cy, r, value: shape(r - np.hypot(X - cx, Y - cy), value)
    box = lambda cx, cy, a, b, value: shape(np.minimum(a - np.abs(X - cx), b - np.abs(Y - cy)), value)
    for d in range(3):
        disc(28 * u[4 * d], 28 * u[4 * d + 1], between(2, 6, 4 * d + 2), 0.2 * (u[4 * d + 3] - 0.5))
    cx, cy, wide, tall = between(12.5, 15.5, 12), between(13, 15, 13), between(8, 9.5, 14), between(2.9, 3.4, 15)
    box(cx, cy, wide, tall, (-1 if u[16] < 0.5 else 1) * between(0.2, 0.35, 17))
    for n, (part, where) in enumerate(plan):
        j = 20 + 10 * n
        x, half = cx + between(-1.5, 1.5, j), between(*((2.2, 2.8), (2.3, 2.8), (2.4, 3))[part], j + 1)
        y = (cy - tall - 1 - half, cy, cy + tall + 1 + half)[where]
        if part == WHEELS:
            for side in (-1, 1):
                for r, value in ((half, -0.4), (half * 0.42, 0.45)):
                    disc(cx + side * between(4.6, 5.6, j + 2), y, r, value)
        elif part == WINDOW:
            a = between(3.4, 4.2, j + 2)
            box(x, y, a, half, -0.35)
            box(x, y, a - 1.1, half - 1.1, 0.4)
        else:
            h = y + half - Y if where == BELOW else Y - (y - half)
            shape(np.minimum((h * between(5, 7, j + 2) / (2 * half) - np.abs(X - x)) * 0.8, 2 * half - h), -0.38)
    return to + 0.035 * normal(key(SEED, 81, i), SIDE * SIDE).reshape(SIDE, SIDE), kind, [float(any(p == c for p, _ in plan)) for c in range(CHANNELS)]


def gradients(weights, x, kinds, parts, ramp):
    W1, b1, W2, b2, V, c, s = weights
    B, price = len(x), 0.01 * ramp
    P1 = patches(x[:, None], 5, stride=2, pad=2)
    z = P1 @ W1.T + b1
    P2 = patches(np.maximum(z, 0).transpose(0, 3, 1, 2), 5, pad=2)
    a = np.maximum(P2 @ W2.T + b2, 0)
    four = a.reshape(B, MAP, 2, MAP, 2, CHANNELS).transpose(0, 5, 1, 3, 2, 4).reshape(B, CHANNELS, MAP * MAP, 4)
    m = four.max(3)
    logits = m.reshape(B, -1) @ V.T + c

    d = entropy(logits, kinds)[1]
    dm = (d @ V).reshape(m.shape)
    peak = m.max(2)
    named = 6 / (B * CHANNELS) * (1 / (1 + np.exp(1.5 - 2 * np.abs(s) * peak)) - parts)   # is each part there? by the largest of its channel
    np.put_along_axis(dm, m.argmax(2)[:, :, None], np.take_along_axis(dm, m.argmax(2)[:, :, None], 2) + (named * 2 * np.abs(s))[:, :, None], 2)
    maps = V.reshape(KINDS, CHANNELS, MAP, MAP)
    rough = np.zeros_like(maps)
    for axis in (2, 3):
        step = np.diff(maps, axis=axis)
        rough -= 2 * np.concatenate([step, np.zeros_like(step.take([0], axis))], axis) - 2 * np.concatenate([np.zeros_like(step.take([0], axis)), step], axis)
    dV = d.T @ m.reshape(B, -1) + price * rough.reshape(V.shape)

    dfour = np.zeros_like(four)
    np.put_along_axis(dfour, four.argmax(3)[..., None], dm[..., None], 3)
    da = dfour.reshape(B, CHANNELS, MAP, MAP, 2, 2).transpose(0, 2, 4, 3, 5, 1).reshape(a.shape) + price / (4 * B)
    da[a <= 0] = 0
    dz = np.where(z > 0, unpatched(da @ W2, 5, pad=2), 0)
    return [flat(dz).T @ flat(P1), flat(dz).sum(0), flat(da).T @ flat(P2), flat(da).sum(0), dV, d.sum(0), (named * 2 * np.where(s < 0, -1, 1) * peak).sum(0)]


if __name__ == "__main__":
    print(ADDRESS)
    shapes, scales = [(FIRST, 25), (FIRST,), (CHANNELS, FIRST * 25), (CHANNELS,), (KINDS, CHANNELS * MAP * MAP), (KINDS,)], [0.2, 0, 0.1, 0, 0.02, 0]
    weights = [scale * normal(key(SEED, 70 + i), int(np.prod(shape))).reshape(shape) for i, (shape, scale) in enumerate(zip(shapes, scales))] + [np.ones(CHANNELS)]
    adam, pictures = AdamW(), {}
    for step in range(STEP):
        which = (uniform(key(SEED, 78, step), np.arange(BATCH)) * COUNT).astype(int).tolist()
        pictures.update((i, thing(i)) for i in which if i not in pictures)
        x, kinds, parts = (np.array(each) for each in zip(*(pictures[i] for i in which)))
        adam.step(weights, gradients(weights, x, kinds, parts, min(1, step / (0.3 * STEPS))), 4e-3)
    figure = np.array(MAPS).reshape(KINDS, -1)
    compare(f"last weights after step {STEP}, root mean square of the distances", float(np.sqrt(np.mean((weights[4] - figure) ** 2))), 0, WITHIN)
    for name, here, there in zip(("car", "house", "wagon", "other"), weights[5], BIASES):
        compare(f"bias of {name}", here, there, WITHIN)
