# PyTorch script, written by Backstep: the program, its data and its training.
#
# It prints what `backstep eval --json` prints, and then the losses that `backstep train --json` does, so that both can
# be compared line by line; the numbers differ by rounding alone.
import json
import math

import torch

torch.set_default_dtype(torch.float64)
device = "cpu"  # "cuda" for a GPU
