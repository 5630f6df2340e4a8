"""Figures of one variant on dev, and the table of all."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from alignlens.config import Config
from alignlens.data import Row, read_rows
from alignlens.evaluate import score
from alignlens.predict import Predictor

AS_CONFIGURED = "as configured"


@dataclass(frozen=True)
class Result:
    name: str
    bleu: float
    chrf: float
    kept: float
    """Share of the lines with all protected spans."""
    signature: str
    dev_loss: float | None = None
    """Nats per target subword."""
    rate: int | None = None
    """Target subwords per second of training."""


def measure(name: str, predictor: Predictor, rows: list[Row]) -> Result:
    found = score(rows, predictor.translate([row.source for row in rows]), predictor.data)
    return Result(name, found["bleu"], found["chrf"], found["placeholdersKept"], found["bleuSignature"])


def dev_rows(config: Config, options: argparse.Namespace) -> list[Row]:
    return list(read_rows(options.data / config.data.dev, config.data.reverse))[:: options.every]


def table(results: list[Result]) -> Iterator[str]:
    """Lines of Markdown; the first result is what the others are compared with."""
    trained = results[0].rate is not None
    yield "| | " + ("dev cross-entropy | subwords/s | " if trained else "") + "BLEU | against the first | chrF2 | lines with all spans |"
    yield "|---|" + "---:|" * (6 if trained else 4)
    for found in results:
        loss = "" if found.dev_loss is None else f"{found.dev_loss:.3f}"
        training = f"{loss} | {found.rate:,} | " if trained else ""
        yield (
            f"| {found.name} | {training}{found.bleu:.2f} | {found.bleu - results[0].bleu:+.2f} | {found.chrf:.2f} | {found.kept:.2%} |"
        )
    yield ""
    yield f"Signature: `{results[0].signature}`"
