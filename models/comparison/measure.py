"""Figures of a trained run: dev perplexity, BLEU and chrF of three test sets, attention error rate."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import torch
from sacrebleu.metrics import BLEU, CHRF
from tokenizers import Tokenizer
from torch import nn

from alignlens.config import Config
from alignlens.data import Corpus, make_batch, read_rows
from alignlens.predict import Predictor
from alignlens.tokenizer import EOS

TESTS = ("test_2016_flickr", "test_2017_flickr", "test_2017_mscoco")


def translations(model: nn.Module, config: Config, run: Path, sources: list[str]) -> list[str]:
    tokenizers = [Tokenizer.from_file(str(run / f"{side}.tokenizer.json")) for side in ("source", "target")]
    return Predictor(model, *tokenizers, config.data, config.decoding).translate(sources, 64)


def bleu_figures(outputs: list[str], references: list[str]) -> dict:
    """Cased and lower-cased sacreBLEU, chrF2, each with its signature."""
    metrics = {"bleu": BLEU(), "bleu_lowercase": BLEU(lowercase=True), "chrf": CHRF()}
    found = {name: round(metric.corpus_score(outputs, [references]).score, 2) for name, metric in metrics.items()}
    return {**found, "signatures": {name: str(metric.get_signature()) for name, metric in metrics.items()}}


@torch.no_grad()
def attention_error_rate(model: nn.Module, aligned: Corpus) -> float:
    """AER (Och & Ney 2003) × 100 of the attention's argmax against statistical links, over subwords without EOS.

    `aligned` has the symmetrised links of held-out pairs; all of them count as sure. A target subword whose attention is
    highest at EOS is linked to nothing.
    """
    right = given = wanted = 0
    for begin in range(0, len(aligned), 64):
        rows = np.arange(begin, min(begin + 64, len(aligned)))
        batch = make_batch(aligned, rows, None)
        source = torch.from_numpy(batch.source)
        _, attention, _ = model(
            source, torch.from_numpy(batch.source_lengths), torch.from_numpy(batch.target_in),
            torch.from_numpy(batch.target_out),
        )
        highest = attention.argmax(-1).numpy()
        for row, pair in enumerate(rows):
            codes = aligned.links[aligned.link_offsets[pair] : aligned.link_offsets[pair + 1]].astype(np.int64)
            links = {(int(c) // 128, int(c) % 128) for c in codes}
            length = len(aligned.target_ids(pair))
            own = {(t, int(s)) for t, s in enumerate(highest[row, :length]) if int(batch.source[row, s]) != EOS}
            right, given, wanted = right + len(own & links), given + len(own), wanted + len(links)
    return round(100 * (1 - 2 * right / (given + wanted)), 1)


def figures(model: nn.Module, config: Config, run: Path, data: Path, dev_loss: float, has_attention: bool) -> dict:
    """Everything the table shows of a network with its final weights."""
    model.eval()
    found = {
        "dev_perplexity": round(math.exp(dev_loss), 3),
        "parameters": sum(p.numel() for p in model.parameters()),
    }
    if has_attention:
        found["attention_error_rate"] = attention_error_rate(model, Corpus.load(run / "aligned-dev.npz"))
    for test in TESTS:
        rows = list(read_rows(data / f"{test}.tsv"))
        outputs = translations(model, config, run, [row.source for row in rows])
        found[test] = bleu_figures(outputs, [row.target for row in rows])
    return found
