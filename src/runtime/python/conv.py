def patches(x, k, stride=1, pad=0):
    """[batch][channels][high][wide] to [batch][high'][wide'][channels k k]."""
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad))), (k, k), axis=(2, 3))[:, :, ::stride, ::stride]
    windows = windows.transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(*windows.shape[:3], -1)


def unpatched(P, k, stride=1, pad=0):
    """Back, each patch into its place: [batch][high'][wide'][channels k k] to [batch][high][wide][channels], as far as patches reach."""
    batch, high, wide, _ = P.shape
    P, x = P.reshape(batch, high, wide, -1, k, k), np.zeros((batch, stride * (high - 1) + k, stride * (wide - 1) + k, P.shape[3] // (k * k)))
    for v in range(k):
        for u in range(k):
            x[:, v:v + stride * high:stride, u:u + stride * wide:stride] += P[..., v, u]
    return x[:, pad:x.shape[1] - pad, pad:x.shape[2] - pad]


def flat(t):
    return t.reshape(-1, t.shape[-1])
