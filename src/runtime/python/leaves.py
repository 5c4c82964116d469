def fallen(seed, size, planes, rmin, rmax, comb=None):
    """Dead leaves (Lee, Mumford and Huang 2001), painted from the front, two samples a pixel each way: [planes][size][size]. `comb` = aspect, turn, hue."""
    n, m = 2 * size, np.uint64
    a = (m(seed) + np.arange(1, 12 * 4000 + 1, dtype=m) * m(0x6D2B79F5)) & U32   # mulberry32 (Ettinger 2017)
    t = ((a ^ (a >> m(15))) * (a | m(1))) & U32
    t = ((t + (((t ^ (t >> m(7))) * (t | m(61))) & U32)) & U32) ^ t
    u = ((t ^ (t >> m(14))) * 2.0 ** -32).reshape(4000, 12).T
    x, y = 2 * (u[:2] * (size + 2 * rmax) - rmax)
    r = 2 / np.sqrt(1 / rmin ** 2 - u[2] * (1 / rmin ** 2 - 1 / rmax ** 2))
    square, aspect, angle, light, hue, chroma = u[3] >= 0.5, 0.4 + 0.6 * u[5], np.pi * u[4], u[6], 0 * u[7], 0 * u[8]
    if comb:
        square, aspect, angle, light, hue, chroma = u[3] > 1, comb[0] + 0 * u[5], comb[1] + 0.36 * (u[4] - 0.5), 0.15 + 0.7 * u[6], comb[2] + 0.36 * (u[7] - 0.5), np.where(u[8] < 0.5, -0.25, 0.25)
    rg, by, wide = chroma * np.cos(hue), chroma * np.sin(hue), np.where(square, r / np.sqrt(1 + aspect ** 2), r)
    owner, grid = np.full((n, n), 4000), np.arange(n) + 0.5
    for i, (x, y, r, wide, tall, c, s, square) in enumerate(zip(*(each.tolist() for each in (x, y, r, wide, wide * aspect, np.cos(angle), np.sin(angle), square)))):
        rows, columns = slice(max(0, int(y - r)), max(0, int(y + r) + 2)), slice(max(0, int(x - r)), max(0, int(x + r) + 2))
        free = owner[rows, columns] == 4000
        if free.any():
            dy, dx = grid[rows, None] - y, grid[columns] - x
            p, q = (c * dx + s * dy) / wide, (c * dy - s * dx) / tall
            owner[rows, columns][free & ((np.maximum(abs(p), abs(q)) if square else p * p + q * q) <= 1)] = i
    colours = np.append([light] if planes == 1 else [light + rg + by / 2, light - rg + by / 2, light - by], np.full((planes, 1), 0.5), 1)
    return colours[:, owner].reshape(planes, size, 2, size, 2).mean((2, 4))
