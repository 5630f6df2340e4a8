"""Process-wide settings that make training on a CPU fast; they change no result beyond rounding (models/BENCH.md)."""

from __future__ import annotations

import ctypes
import sys

import torch

_M_TRIM_THRESHOLD, _M_MMAP_MAX = -1, -4


def configure(threads: int) -> None:
    """Threads of PyTorch, its faster matrix products, and freed memory kept for the next update."""
    torch.set_num_threads(threads)
    # Takes oneDNN's kernels instead of the default library's, which are slow on some processors. Where the processor has
    # bf16 or TF32 units, products may be rounded to those, sums stay in float32.
    torch.set_float32_matmul_precision("medium")
    if sys.platform == "linux":
        # Every update frees the same large blocks and asks for them again: given back to the system, each would come as
        # fresh pages that must be zeroed first.
        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):
            libc.mallopt(_M_MMAP_MAX, 0)
            libc.mallopt(_M_TRIM_THRESHOLD, 2**31 - 1)
