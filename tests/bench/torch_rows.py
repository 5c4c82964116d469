"""The bench's rows in PyTorch, one thread: prints its version, then for every row's name on stdin its steps a second (0: no such row)."""
import sys, time
import torch
torch.set_num_threads(1)


def rate(step, seconds=0.15):
    for _ in range(3):
        step()
    times, end = [], time.process_time() + seconds
    while not times or time.process_time() < end:
        t = time.process_time(); step(); times.append(time.process_time() - t)
    return 1 / sorted(times)[len(times) // 50]


def stepper(params, loss, lr=1e-2):
    opt = torch.optim.AdamW(params, lr=lr, weight_decay=0)
    def step():
        opt.zero_grad(set_to_none=True)
        loss().backward()
        opt.step()
    return step


def toy(n, m, p):
    W = torch.nn.Parameter(torch.randn(n, m) / (n + m) ** 0.5); b = torch.nn.Parameter(torch.zeros(n))
    def loss():
        x = torch.rand(1024, n) * (torch.rand(1024, n) < p)
        return ((torch.relu(x @ W @ W.T + b) - x) ** 2).sum(1).mean()
    return stepper([W, b], loss)


def transformer():
    V, T, d, H, B = 64, 64, 64, 4, 16
    P = lambda *s: torch.nn.Parameter(torch.randn(*s) / 8)
    E, U, S = P(V, d), P(d, V), P(T, d)
    blocks = [[P(d, d) for _ in range(4)] for _ in range(2)]
    words = torch.randint(V, (B, T + 1)); mask = torch.full((T, T), float('-inf')).triu(1)
    heads = lambda x: x.view(B, T, H, d // H).transpose(1, 2)
    def loss():
        x = E[words[:, :-1]]
        for q, k, v, o in blocks:
            y = x + S
            a = torch.softmax(heads(y @ q) @ heads(y @ k).transpose(2, 3) / (d // H) ** 0.5 + mask, -1) @ heads(x @ v)
            x = x + a.transpose(1, 2).reshape(B, T, d) @ o
        return torch.nn.functional.cross_entropy((x @ U).view(-1, V), words[:, 1:].reshape(-1))
    return stepper([E, U, S, *sum(blocks, [])], loss)


def autoencoder():
    z = torch.rand(2048, 64); W = torch.nn.Parameter(torch.randn(64, 512) / 8); D = torch.nn.Parameter(torch.randn(512, 64) / 8)
    b = torch.nn.Parameter(torch.zeros(512)); c = torch.nn.Parameter(torch.zeros(64))
    def loss():
        f = torch.relu((z - c) @ W + b)
        return ((f @ D + c - z) ** 2).sum(1).mean() + 0.1 * f.sum(1).mean()
    return stepper([W, D, b, c], loss)


def convnet():
    x, y = torch.rand(64, 3, 24, 24), torch.arange(64) % 8
    net = torch.nn.Sequential(torch.nn.Conv2d(3, 8, 5, padding=2), torch.nn.ReLU(), torch.nn.AvgPool2d(2), torch.nn.Conv2d(8, 8, 3, padding=1),
                              torch.nn.ReLU(), torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(8, 8, bias=False))
    return stepper(list(net.parameters()), lambda: torch.nn.functional.cross_entropy(net(x), y))


def dictionary(d, width, batch, keep):
    x = torch.rand(batch, d)
    D = torch.nn.Parameter(torch.nn.functional.normalize(torch.randn(width, d))); E = torch.nn.Parameter(D.detach().clone())
    be = torch.nn.Parameter(torch.zeros(width)); bd = torch.nn.Parameter(torch.zeros(d))
    def loss():
        value, index = (torch.nn.functional.linear(x - bd, E, be)).topk(keep, dim=1)
        z = torch.zeros(batch, width).scatter(1, index, torch.relu(value))
        return ((z @ D + bd - x) ** 2).sum(1).mean()
    step = stepper([E, D, be, bd], loss)
    def unit():
        step()
        with torch.no_grad():
            D.div_(D.norm(dim=1, keepdim=True))
    return unit


def pictures(net, channels, side, classes):
    x, y = torch.rand(64, channels, side, side), torch.arange(64) % classes
    return stepper(list(net.parameters()), lambda: torch.nn.functional.cross_entropy(net(x), y))


class Branches(torch.nn.Module):
    def __init__(self):
        super().__init__()
        N = torch.nn
        one = lambda: N.Sequential(N.Conv2d(3, 4, 5), N.ReLU(), N.AvgPool2d(2), N.Conv2d(4, 4, 3, stride=2), N.ReLU(), N.Conv2d(4, 4, 1), N.ReLU(), N.AdaptiveAvgPool2d(1), N.Flatten())
        self.left, self.right, self.head = one(), one(), N.Linear(8, 8)
    def forward(self, x):
        return self.head(torch.cat([self.left(x), self.right(x)], 1))


N = torch.nn
circuit = N.Sequential(N.Conv2d(1, 12, 5, stride=2, padding=2), N.ReLU(), N.Conv2d(12, 3, 5, padding=2), N.ReLU(), N.MaxPool2d(2), N.Flatten(), N.Linear(147, 4))
families = N.Sequential(N.Conv2d(1, 8, 5), N.ReLU(), N.Conv2d(8, 8, 7), N.Flatten(2))


class Summed(N.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net
    def forward(self, x):
        return self.net(x).logsumexp(2)


rows = {
    'toy 5 in 2, 1024 dense': toy(5, 2, .1), 'toy 20 in 5, 1024 dense': toy(20, 5, .05), 'toy 80 in 20, 1024 sparse': toy(80, 20, .03),
    'toy 80 in 20, 1024 dense': toy(80, 20, .03), 'toy 400 in 30, 1024 sparse': toy(400, 30, .01),
    'sparse dictionary 100 to 512, 4 active, batch 256': dictionary(100, 512, 256, 4),
    'sparse dictionary 100 to 1,024, 4 active, batch 256': dictionary(100, 1024, 256, 4),
    'autoencoder 64 to 512, batch 2048, L1, zeros skipped': autoencoder(),
    'circuit: conv 1 to 12 to 3, 5 x 5, 28 x 28 pictures, batch 64': pictures(circuit, 1, 28, 4),
    'families: conv 1 to 8 to 8, 5 x 5 and 7 x 7, 15 x 15 pictures, batch 64': pictures(Summed(families), 1, 15, 8),
    'branches: conv 3 to 2 x 4, 5 x 5 and 3 x 3, 20 x 20 pictures, batch 64': pictures(Branches(), 3, 20, 8),
    'transformer, 2 layers, d 64, 4 heads, 16 x 64 tokens of 64': transformer(), 'autoencoder 64 to 512, batch 2048, L1': autoencoder(),
    'conv net 3 to 8 to 8, 5 x 5 and 3 x 3, 24 x 24 pictures, batch 64': convnet(),
}
print(torch.__version__, flush=True)
for name in sys.stdin:
    step = rows.get(name.strip())
    print(rate(step) if step else 0, flush=True)
