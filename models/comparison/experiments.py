"""What is compared: names of rows in the table → how they differ from configs/multi30k.yaml."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tokenizers import Tokenizer
from torch import nn

from alignlens.config import Config, load
from alignlens.train import build_model

from .references import PlainSeq2Seq, Transformer

CONFIG = Path(__file__).parent.parent / "configs/multi30k.yaml"
TRANSFORMER_LAYERS = 2


@dataclass(frozen=True)
class Experiment:
    name: str
    changes: tuple[str, ...] = ()
    network: str = "attention"
    """attention: the product's network; plain: without attention; transformer."""
    seed: int = 1

    @property
    def folder(self) -> str:
        return f"{self.name.replace(',', '').replace(' ', '-')}-{self.seed}"

    def config(self, tokens: int | None) -> Config:
        changes = [*self.changes, f"train.seed={self.seed}"]
        return load(CONFIG, changes + ([f"train.tokens={tokens}"] if tokens else []))

    def build(self, config: Config, run: Path) -> nn.Module:
        """The network with fresh weights."""
        if self.network == "attention":
            return build_model(config, run)
        sizes = [Tokenizer.from_file(str(run / f"{side}.tokenizer.json")).get_vocab_size() for side in ("source", "target")]
        if self.network == "plain":
            return PlainSeq2Seq(*sizes, config.model)
        return Transformer(*sizes, config.model, TRANSFORMER_LAYERS)


def attention(cell: str, score: str, *changes: str, suffix: str = "", seed: int = 1) -> Experiment:
    return Experiment(f"{cell} {score}{suffix}", (f"model.cell={cell}", f"model.score={score}", *changes), seed=seed)


CELLS, SCORES = ("luong", "regated"), ("dot", "scaled_dot", "general", "mlp")

DESIGN_SPACE = [attention(cell, score) for score in SCORES for cell in CELLS]
REFERENCES = [
    Experiment("no attention", network="plain"),
    # Its own best learning rate and warm-up are not those of an LSTM.
    Experiment("transformer", ("model.embedding=192", "train.learning_rate=0.001", "train.warmup_updates=600"), "transformer"),
]
"""Rows beside the eight: what else was asked of the best score."""
ABLATIONS = [
    attention(cell, "general", "model.recurrent_output=false", suffix=" output-only") for cell in CELLS
]
"""How far the network goes with all that the packs have, and longer training."""
PUSHED = [
    attention(
        cell, "general", "model.recurrent_output=false", "model.lexicon=bilingual", "train.guided_alignment=0.3",
        "train.tokens=9000000", suffix=", lexicon and guide, four times as long",
    )
    for cell in CELLS
]
ALL = [*REFERENCES, *DESIGN_SPACE, *ABLATIONS, *PUSHED]


def chosen(names: list[str], seed: int) -> list[Experiment]:
    """The experiments of these names, or all. Raises SystemExit on a name that is none."""
    known = {experiment.name: experiment for experiment in ALL}
    for name in names:
        if name not in known:
            raise SystemExit(f"comparison: no experiment is called {name!r}; known: {', '.join(known)}")
    return [replace(known[name], seed=seed) for name in (names or known)]
