U32 = np.uint64(0xFFFFFFFF)


def mix(x):
    """A bijection of 32-bit integers ("lowbias32", C. Wellons 2018)."""
    x = np.asarray(x, np.uint64) & U32
    x = ((x ^ (x >> np.uint64(16))) * np.uint64(0x7FEB352D)) & U32
    x = ((x ^ (x >> np.uint64(15))) * np.uint64(0x846CA68B)) & U32
    return x ^ (x >> np.uint64(16))


def key(seed, stream, step=0):
    """Where a sequence of random numbers starts."""
    a = int(mix((seed + 0x9E3779B9) & 0xFFFFFFFF))
    b = int(mix((a + stream) & 0xFFFFFFFF))
    return int(mix((b + step) & 0xFFFFFFFF))


def bits(k, i):
    """The i-th 32-bit number of a key."""
    return mix((np.uint64(k) + ((np.asarray(i, np.uint64) * np.uint64(0x9E3779B9)) & U32)) & U32)


def uniform(k, i):
    """The i-th number in [0, 1) of a key."""
    return bits(k, i) * 2.0 ** -32


def normal(k, count):
    """Mean 0, variance 1: the sum of twelve uniform numbers, less six."""
    return bits(k, np.arange(12 * count)).reshape(count, 12).sum(1).astype(float) * 2.0 ** -32 - 6
