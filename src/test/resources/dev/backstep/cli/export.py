# PyTorch script, written by Backstep: the program, its data and its training.
#
# It prints what `backstep eval --json` prints, and then the losses that `backstep train --json` does, so that both can
# be compared line by line; the numbers differ by rounding alone.
import json
import math

import torch

torch.set_default_dtype(torch.float64)
device = "cpu"  # "cuda" for a GPU


def written(value):
    if isinstance(value, list):
        return [written(part) for part in value]
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def plain(t):
    return written(t.item() if t.numel() == 1 else t.tolist())


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.p_x = torch.nn.Parameter(torch.tensor([[1.0]], device=device))
        self.p_y = torch.nn.Parameter(torch.tensor([[4.0]], device=device))

    def forward(self):
        x = self.p_x
        y = self.p_y
        L = torch.pow(x, 2.0) + ((2.0 * x) * y)
        return {
            "x": x,
            "y": y,
            "L": L,
        }


net = Net().to(device)
program = net
output = "L"

values = program()
for value in values.values():
    if value.requires_grad:
        value.retain_grad()
if values[output].requires_grad:
    values[output].backward()
report = {"output": output, "values": {}, "gradients": {}}
for name, value in values.items():
    report["values"][name] = plain(value)
    if value.grad is not None:
        report["gradients"][name] = plain(value.grad)
report["gradients"].setdefault(output, 1.0)
print(json.dumps(report))
