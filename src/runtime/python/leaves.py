def fallen(seed, size, planes, rmin, rmax, comb=None):
    """Dead leaves (Lee, Mumford and Huang 2001), painted from the front, two samples a pixel each way: [planes][size][size]. `comb` = aspect, turn, hue."""
    n, m = 2 * size, np.uint64
    owner, free, colours = np.full((n, n), -1), n * n, []
    for first in range(0, 4000, 100):
        a = (m(seed) + np.arange(12 * first + 1, 12 * first + 1201, dtype=m) * m(0x6D2B79F5)) & U32   # mulberry32 (Ettinger 2017)
        t = ((a ^ (a >> m(15))) * (a | m(1))) & U32
        t = ((t + (((t ^ (t >> m(7))) * (t | m(61))) & U32)) & U32) ^ t
        for u in ((t ^ (t >> m(14))) * 2.0 ** -32).reshape(100, 12):
            x, y = 2 * (u[:2] * (size + 2 * rmax) - rmax)
            r = 2 / np.sqrt(1 / rmin ** 2 - u[2] * (1 / rmin ** 2 - 1 / rmax ** 2))
            if comb:
                square, aspect, angle, light, hue, chroma = False, comb[0], comb[1] + 0.36 * (u[4] - 0.5), 0.15 + 0.7 * u[6], comb[2] + 0.36 * (u[7] - 0.5), -0.25 if u[8] < 0.5 else 0.25
            else:
                square, aspect, angle, light, hue, chroma = u[3] >= 0.5, 0.4 + 0.6 * u[5], np.pi * u[4], u[6], 0, 0
            rg, by = chroma * np.cos(hue), chroma * np.sin(hue)
            wide = r / np.sqrt(1 + aspect ** 2) if square else r
            rows, columns = slice(max(0, int(np.floor(y - r))), int(np.ceil(y + r)) + 1), slice(max(0, int(np.floor(x - r))), int(np.ceil(x + r)) + 1)
            mine = owner[rows, columns]
            if mine.size:
                dy, dx = np.arange(n)[rows, None] + 0.5 - y, np.arange(n)[None, columns] + 0.5 - x
                p, q = (np.cos(angle) * dx + np.sin(angle) * dy) / wide, (np.cos(angle) * dy - np.sin(angle) * dx) / (wide * aspect)
                under = (mine < 0) & (((np.abs(p) <= 1) & (np.abs(q) <= 1)) if square else p * p + q * q <= 1)
                mine[under] = len(colours)
                free -= under.sum()
            colours.append([light] if planes == 1 else [light + rg + by / 2, light - rg + by / 2, light - by])
        if not free:
            break
    painted = np.where((owner < 0)[..., None], 0.5, np.array(colours)[owner])
    return painted.reshape(size, 2, size, 2, planes).mean((1, 3)).transpose(2, 0, 1)
