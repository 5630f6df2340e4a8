"""Training by several processes, which `torchrun` starts, and the device that each trains on."""

from __future__ import annotations

import os
from dataclasses import dataclass

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel


@dataclass(frozen=True)
class Processes:
    """This process's number among `size`, and its device: a GPU of its own where there are any, else the CPU."""

    rank: int
    size: int
    device: torch.device

    @property
    def is_first(self) -> bool:
        """The one that logs, measures and writes checkpoints."""
        return self.rank == 0

    def wrap(self, model: nn.Module) -> nn.Module:
        """The model with gradients that are the mean of all processes'."""
        if self.size == 1:
            return model
        return DistributedDataParallel(model, broadcast_buffers=False)

    def sum(self, values: Tensor) -> Tensor:
        """Of every process; each waits for all others."""
        if self.size > 1:
            dist.all_reduce(values)
        return values

    def leave(self) -> None:
        if self.size > 1:
            dist.destroy_process_group()


def join() -> Processes:
    """What the environment says (`torchrun` sets RANK, WORLD_SIZE, LOCAL_RANK); without it, this process is alone."""
    rank, size = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
    device = torch.device("cpu")
    if torch.cuda.is_available():
        device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))
        torch.cuda.set_device(device)
    if size > 1:
        dist.init_process_group("nccl" if device.type == "cuda" else "gloo")
    return Processes(rank, size, device)
