"""Sources in lower case, with how each subword was written as a second input of the encoder: a factor."""

from __future__ import annotations

import argparse
import string
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer
from torch import Tensor, nn

from alignlens.config import Config
from alignlens.data import Corpus, Row
from alignlens.model import Seq2Seq
from alignlens.predict import Predictor
from alignlens.prepare import prepare
from alignlens.rough import training_pairs
from alignlens.train import build_model

_LOWER, _FIRST, _ALL, _MIXED = range(4)
"""How the letters of a subword are written."""
_IN_LOWER_CASE = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def _case(piece: str) -> int:
    letters = "".join(c for c in piece if c.isalpha())
    if letters.translate(_IN_LOWER_CASE) == letters:
        return _LOWER
    if letters[1:].translate(_IN_LOWER_CASE) == letters[1:]:
        return _FIRST
    return _ALL if letters.isupper() else _MIXED


def _lower_case_ids(tokenizer: Tokenizer, texts: list[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Of each text the subwords in lower case, and how each is written."""
    encoded = tokenizer.encode_batch([text.translate(_IN_LOWER_CASE) for text in texts])
    for text, e in zip(texts, encoded, strict=True):
        yield e.ids, [_case(text[begin:end]) for begin, end in e.offsets]


def in_lower_case(run: Path, config: Config, options: argparse.Namespace) -> None:
    """Tokenizer, links and lexicon of sources in lower case; then source ids become subword + V·case."""
    originals: list[Row] = []

    def pairs_of(rows: Iterator[Row], config: Config) -> list[Row]:
        originals.extend(training_pairs(rows, config))
        return [replace(row, source=row.source.translate(_IN_LOWER_CASE)) for row in originals]

    prepare(config, options.data, run, None, pairs_of)
    tokenizer = Tokenizer.from_file(str(run / "source.tokenizer.json"))
    corpus = Corpus.load(run / "train.npz")
    cases: list[np.ndarray] = []
    for begin in range(0, len(originals), 20_000):
        for ids, written in _lower_case_ids(tokenizer, [row.source for row in originals[begin : begin + 20_000]]):
            # What `prepare` left out for its length has none.
            if len(cases) < len(corpus) and corpus.source_ids(len(cases)).tolist() == ids:
                cases.append(np.array(written, np.uint16))
    factors = np.concatenate(cases) * np.uint16(tokenizer.get_vocab_size())
    replace(corpus, source=corpus.source + factors).save(run / "train.npz")


class _FactoredEmbedding(nn.Module):
    def __init__(self, plain: nn.Embedding):
        super().__init__()
        self.num_embeddings = plain.num_embeddings
        self.plain, self.case = plain, nn.Embedding(4, plain.embedding_dim)
        nn.init.zeros_(self.case.weight)

    def forward(self, ids: Tensor) -> Tensor:
        return self.plain(ids % self.num_embeddings) + self.case(ids // self.num_embeddings)


class _Factored(Seq2Seq):
    def encode(self, source, lengths):
        encoded, state = super().encode(source, lengths)
        return replace(encoded, source=source % self.encoder.embedding.num_embeddings), state


def with_cases(config: Config, run: Path) -> Seq2Seq:
    model = build_model(config, run)
    model.__class__ = _Factored
    model.encoder.embedding = _FactoredEmbedding(model.encoder.embedding)
    return model


@dataclass
class _FactoredEncoding:
    ids: list[int]


@dataclass
class _FactoredTokenizer:
    tokenizer: Tokenizer

    def encode_batch_fast(self, texts: list[str]) -> list[_FactoredEncoding]:
        size = self.tokenizer.get_vocab_size()
        encoded = _lower_case_ids(self.tokenizer, texts)
        return [_FactoredEncoding([y + size * case for y, case in zip(ids, cases, strict=True)]) for ids, cases in encoded]


def reading_cases(predictor: Predictor, rows: list[Row], run: Path) -> Predictor:
    """The predictor with sources as the network reads them."""
    return replace(predictor, source=_FactoredTokenizer(predictor.source))
