# The toy model of superposition in PyTorch: 5 features, 2 neurons, one feature in twenty active, importance 0.9^i, as the
# figure `superposition` has it by default. The best of six starts goes to tests/golden/lab/toy.safetensors.
# Run: python3 tests/golden/lab/toy.py   (torch 2.13.0 and safetensors 0.8.0 wrote the committed file)
from pathlib import Path

import torch
from safetensors.torch import save_file

FEATURES, HIDDEN, ABSENT, DECAY, STEPS = 5, 2, 0.95, 0.9, 3000
importance = DECAY ** torch.arange(FEATURES)


def train(seed):
    torch.manual_seed(seed)
    W = torch.nn.Parameter(torch.randn(FEATURES, HIDDEN) * 0.5)
    b = torch.nn.Parameter(torch.zeros(FEATURES))
    adam = torch.optim.Adam([W, b], lr=1e-2)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(adam, STEPS)
    mean = 0.0
    for step in range(STEPS):
        x = torch.rand(1024, FEATURES) * (torch.rand(1024, FEATURES) > ABSENT)
        loss = (importance * (x - torch.relu(x @ W @ W.T + b)) ** 2).mean()
        adam.zero_grad()
        loss.backward()
        adam.step()
        schedule.step()
        mean = loss.item() if step == 0 else 0.99 * mean + 0.01 * loss.item()
    return mean, W.detach(), b.detach()


loss, W, b = min((train(seed) for seed in range(6)), key=lambda run: run[0])
save_file({"W": W.contiguous(), "b": b.contiguous()}, Path(__file__).parent / "toy.safetensors")
print(loss, W)
