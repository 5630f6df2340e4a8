"""A pack's fp16 weights: what training goes on from; the engine never reads them."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from .errors import TrainingError
from .model import Seq2Seq

WEIGHTS = "weights.safetensors"


def save_weights(model: Seq2Seq, folder: Path) -> None:
    """Weights as fp16, from which training can go on; not part of what the engine loads."""
    save_file({k: v.detach().half().contiguous() for k, v in model.named_parameters()}, str(folder / WEIGHTS))


def load_weights(model: Seq2Seq, folder: Path) -> None:
    """Raises TrainingError when the pack's weights are not of this architecture."""
    stored = load_file(str(folder / WEIGHTS))
    own = dict(model.named_parameters())
    if set(stored) != set(own) or any(stored[k].shape != own[k].shape for k in own):
        raise TrainingError(f"{folder / WEIGHTS} holds another architecture; use the config in the pack's manifest")
    with torch.no_grad():
        for name, value in own.items():
            value.copy_(stored[name])
