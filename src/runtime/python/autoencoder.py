def encode(Z, We, be, bd, keep=0):
    f = np.maximum((Z - bd) @ We.T + be, 0)
    if keep:
        f[np.arange(len(f))[:, None], np.argsort(-f, 1, kind="stable")[:, keep:]] = 0
    return f


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def some(Z, width):
    """Directions of some of Z [S][m], with a little noise."""
    m = Z.shape[1]
    return unit(Z[(uniform(key(SEED, 12), np.arange(width)) * len(Z)).astype(int)] + 0.05 * normal(key(SEED, 11), width * m).reshape(width, m))


def learn(Wd, batch, penalty, steps, until, keep=0, plain=False):
    """A sparse autoencoder that begins as Wd [D][m]: We, Wd, be and bd after `until` of its steps of Adam, each on batch(step); plain: bd stays 0, and the dead stay dead."""
    We, be, bd = Wd.copy(), np.zeros(len(Wd)), np.zeros(Wd.shape[1])
    adam, fired = AdamW(), np.zeros(len(Wd))
    for step in range(until):
        Z = batch(step)
        S, ramp = len(Z), 0 if keep else penalty * min(1, step / (0.2 * steps))
        f = encode(Z, We, be, bd, keep)
        r = f @ Wd + bd - Z
        df = np.where(f > 0, ramp + 2 * r @ Wd.T, 0) / S
        fired += (f > 0).sum(0)
        adam.step([We, Wd, be, bd], [df.T @ (Z - bd), 2 / S * f.T @ r, df.sum(0), (not plain) * (2 / S * r.sum(0) - (df @ We).sum(0))],
                  0.01 * min(1, (step + 1) / 20, 2 * (steps - step) / steps))
        Wd[:] = unit(Wd)
        if (step + 1) % (steps // 8):
            continue
        if step + 1 <= 0.6 * steps and not plain:   # a latent that has not fired takes the place of an input that is badly rebuilt
            sums = np.cumsum((r ** 2).sum(1))
            for i in np.flatnonzero(fired == 0):
                s = min(int(np.searchsorted(sums, float(uniform(key(SEED, 13, step), i)) * sums[-1], side="right")), S - 1)
                We[i] = Wd[i] = unit(Z[s])
                be[i] = 0
                for part in range(3):
                    for moment in adam.moments[part]:
                        moment[i] = 0
        fired[:] = 0
    return We, Wd, be, bd
