"""What makes training fast, one lever at a time: target subwords per second, and the dev loss that they buy.

    python -m throughput --run RUN --data CORPORA

RUN is a folder that `prepare` has written. Every variant is a network of its own in a process of its own, trained on the same
batches from the same seed; they take turns, so that what else the machine does meets all alike. The table goes to the
standard output as Markdown.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import torch

from alignlens import speed
from alignlens.config import load
from alignlens.train import Trainer


@dataclass(frozen=True)
class Variant:
    name: str
    changes: tuple[str, ...] = ()
    """What differs from RUN/config.json."""
    tuned: bool = True
    """Whether `alignlens.speed` sets up the process."""
    threads: int | None = None


ALL_ENTRIES = "train.sampled_softmax=0"
RECURRENT = "model.recurrent_output=true"
VARIANTS = (
    Variant("as configured"),
    Variant("softmax over all entries", (ALL_ENTRIES,)),
    Variant("PyTorch's own settings", tuned=False),
    Variant("output recurs: attention step by step", (RECURRENT,)),
    Variant("all three", (ALL_ENTRIES, RECURRENT), tuned=False),
    Variant("one thread", threads=1),
    Variant("batches half as large", ("train.batch_tokens=500",)),
    Variant("batches twice as large", ("train.batch_tokens=2000",)),
    Variant("three quarters of the units", ("model.embedding=192", "model.hidden=384")),
)


@dataclass(frozen=True)
class Turn:
    """State of a variant after one of its turns."""

    seconds: float
    """Of training, in all its turns."""
    tokens: int
    dev_loss: float


def _train(variant: Variant, options: argparse.Namespace, parent: Connection) -> None:
    """The process of one variant: trains to the number of target subwords that it is sent, and answers with a `Turn`."""
    if not variant.tuned:
        speed.configure = torch.set_num_threads
    # The whole schedule, warm-up and decay, within the few subwords of a benchmark.
    schedule = (f"train.tokens={options.tokens}", "train.warmup_updates=25")
    config = load(options.run / "config.json", (*variant.changes, *schedule))
    trainer = Trainer(config, options.run, options.data, variant.threads or options.threads)
    batches = trainer.sampler.batches(0, 0)
    following = next(batches)
    seconds = 0.0
    parent.send(None)
    while (goal := parent.recv()) is not None:
        begin = time.perf_counter()
        while trainer.tokens < goal:
            trainer.train_step(following[-1])
            following = next(batches)
        seconds += time.perf_counter() - begin
        parent.send(Turn(seconds, trainer.tokens, trainer.dev_loss()))


def measure(options: argparse.Namespace) -> dict[str, list[Turn]]:
    """Variant → state after each of its turns."""
    spawn = multiprocessing.get_context("spawn")
    workers: dict[str, Connection] = {}
    for variant in VARIANTS:
        own, other = spawn.Pipe()
        spawn.Process(target=_train, args=(variant, options, other), daemon=True).start()
        other.close()  # With its own end gone, a process that fails is heard of.
        own.recv()
        workers[variant.name] = own
    turns: dict[str, list[Turn]] = {name: [] for name in workers}
    for turn in range(1, options.turns + 1):
        for name, worker in workers.items():
            worker.send(options.tokens * turn // options.turns)
            turns[name].append(worker.recv())
    for worker in workers.values():
        worker.send(None)
    return turns


def loss_after(turns: list[Turn], seconds: float) -> float:
    """Dev loss of a variant when it had been training for so long: between two turns, on the line between them."""
    before = turns[0]
    for after in turns:
        if after.seconds >= seconds:
            part = (seconds - before.seconds) / (after.seconds - before.seconds) if after is not before else 1.0
            return before.dev_loss + part * (after.dev_loss - before.dev_loss)
        before = after
    return before.dev_loss


def table(turns: dict[str, list[Turn]]) -> Iterator[str]:
    """Lines of Markdown; the first variant is what the others are compared with."""
    rates = {}
    for name, found in turns.items():
        steps = zip([Turn(0.0, 0, 0.0), *found], found)
        rates[name] = median((b.tokens - a.tokens) / (b.seconds - a.seconds) for a, b in steps)
    # The time that every variant has had.
    seconds = min(found[-1].seconds for found in turns.values())
    reference, *_ = rates.values()
    tokens = next(iter(turns.values()))[-1].tokens
    yield f"| | target subwords/s | ratio | dev loss after {tokens:,} subwords | after {seconds:.0f} s of training |"
    yield "|---|---:|---:|---:|---:|"
    for name, found in turns.items():
        losses = f"{found[-1].dev_loss:.3f} | {loss_after(found, seconds):.3f}"
        yield f"| {name} | {rates[name]:,.0f} | {rates[name] / reference:.2f} | {losses} |"


def main() -> None:
    parser = argparse.ArgumentParser(prog="throughput", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--tokens", type=int, default=100_000, help="target subwords to train each variant on")
    parser.add_argument("--turns", type=int, default=5)
    print("\n".join(table(measure(parser.parse_args()))))


if __name__ == "__main__":
    main()
