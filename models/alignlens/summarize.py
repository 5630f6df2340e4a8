"""Summaries and salience with an exported pack: what `evaluate` measures. One text is what the encoder reads at once."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from .predict import PackModel, decoding_of
from .rouge import has_repeated_trigram, tokens
from .search import n_best
from .text import FACTS, normalise
from .tokenizer import BOS, EOS, PAD


@dataclass(frozen=True)
class Line:
    text: str
    mean: float
    """Mean log-probability per subword."""
    supported: bool
    """Whether it makes nothing up."""


def supported(line: str, source: str, is_subword: Callable[[str], bool]) -> bool:
    """Whether all that the line says can be: its names and numbers occur in the source, and its words are words. A word
    is one when it, or what is left of it without an English ending or beginning, is a single subword, stands in the
    source, or differs from a word of the source in its last letters only."""
    if not all(fact in source for fact in FACTS.findall(line)):
        return False
    known = {w.lower() for pattern in _SOURCE_WORDS for w in re.findall(pattern, source)}
    return all(_is_word(w, known, is_subword) for w in re.findall("[A-Za-z]{4,}", line))


_SOURCE_WORDS = ("[A-Za-z]{3,}", "[A-Z]?[a-z]{3,}|[A-Z]{3,}(?![a-z])")
_SUFFIXES = "s es d ed ing r er rs ers or ors ly able ation ations ization ness ment ments ally ies ied al ity".split()
_PREFIXES = "un re non de multi sub auto pre".split()
_SHORTEST_STEM = 3


def _is_word(word: str, known: set[str], is_subword: Callable[[str], bool]) -> bool:
    def is_known(part: str) -> bool:
        return part.lower() in known or is_subword(part) or _is_inflected(part.lower(), is_subword)

    lower = word.lower()
    beginning = lower[: max(4, len(lower) - 3)]
    if is_known(word) or any(k.startswith(beginning) for k in known):
        return True
    return bool(re.search("[a-z][A-Z]", word)) and all(is_known(p) for p in re.findall("[A-Z]?[a-z]+|[A-Z]+", word))


def _is_inflected(word: str, is_subword: Callable[[str], bool]) -> bool:
    return any(is_subword(s) for s in _stems(word)) or any(
        word.startswith(p) and len(word) - len(p) > _SHORTEST_STEM and any(is_subword(s) for s in _stems(word[len(p) :]))
        for p in _PREFIXES
    )


def _stems(word: str) -> Iterator[str]:
    yield word
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield from (stem, stem + "e", stem + "y", stem + "ate")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def repeats_itself(line: str) -> bool:
    """Whether a word stands twice in a row, or three words in the same order twice."""
    words = tokens(line)
    return has_repeated_trigram(line) or any(a == b for a, b in itertools.pairwise(words))


class Summarizer:
    def __init__(self, folder: Path):
        self.model = PackModel(folder)
        self.tokenizer = Tokenizer.from_file(str(folder / "source.tokenizer.json"))
        self.options = decoding_of(self.model.manifest)
        self.has_salience = self.model.manifest["architecture"]["pooling"] == "attention"
        # One place is kept for EOS.
        self.limit = self.model.manifest["limits"]["maxSourceTokens"] - 1

    def encode(self, text: str) -> list[int]:
        return self.tokenizer.encode(normalise(text)).ids[: self.limit]

    def is_subword(self, word: str) -> bool:
        return len(self.tokenizer.encode(" " + word).ids) == 1

    def summarize(self, texts: list[str], batch_rows: int = 32) -> list[Line]:
        """Of each text the best hypothesis that makes nothing up and does not repeat itself; if none, the best that makes
        nothing up; if none, the best."""
        ids = [self.encode(t) for t in texts]
        lines: list[Line | None] = [None] * len(texts)
        for rows in _batches([len(i) for i in ids], batch_rows):
            for k, hypotheses in zip(rows, n_best(self.model, [ids[k] for k in rows], self.options)):
                found = []
                for hypothesis in hypotheses:
                    text = self.tokenizer.decode(hypothesis.ids).strip()
                    found.append(Line(text, hypothesis.mean, supported(text, texts[k], self.is_subword)))
                sound = [line for line in found if line.supported] or found[:1]
                lines[k] = next((line for line in sound if not repeats_itself(line.text)), sound[0])
        return lines

    def salience(self, texts: list[str], batch_rows: int = 32) -> list[list[tuple[int, int, float]]]:
        """Of each normalised text its subwords as (start, end, weight), code points; a text's weights sum to 1."""
        encodings = [self.tokenizer.encode(t) for t in texts]
        ids = [e.ids[: self.limit] for e in encodings]
        out: list[list] = [[] for _ in texts]
        for rows in _batches([len(i) for i in ids], batch_rows):
            source, lengths = pad([[*ids[k], EOS] for k in rows])
            scores = self.model.salience_scores(source, lengths)
            for k, row in zip(rows, scores):
                weights = np.exp(row[: len(ids[k])] - row[: len(ids[k])].max())
                weights /= weights.sum()
                out[k] = [(*span, float(w)) for span, w in zip(encodings[k].offsets, weights)]
        return out

    def log_likelihoods(self, texts: list[str], summaries: list[str], batch_rows: int = 32) -> np.ndarray:
        """log P(summary | text) of each pair."""
        ids = [self.encode(t) for t in texts]
        targets = [self.tokenizer.encode(normalise(s)).ids for s in summaries]
        out = np.zeros(len(texts))
        for rows in _batches([len(i) for i in ids], batch_rows):
            encoded, state = self.model.encode(*pad([[*ids[k], EOS] for k in rows]))
            state = tuple(s[:, None] for s in state)
            last = torch.full((len(rows), 1), BOS)
            for t in range(max(len(targets[k]) for k in rows) + 1):
                log_probs, _, state = self.model.step(last, state, encoded)
                wanted = [([*targets[k], EOS] + [PAD] * (t + 1))[t] for k in rows]
                for row, (k, token) in enumerate(zip(rows, wanted)):
                    if t <= len(targets[k]):
                        out[k] += log_probs[row, 0, token].item()
                last = torch.tensor(wanted)[:, None]
        return out


def pad(sentences: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """ids [N,S] and lengths [N]."""
    lengths = torch.tensor([len(s) for s in sentences])
    ids = torch.full((len(sentences), int(lengths.max())), PAD, dtype=torch.long)
    for row, sentence in enumerate(sentences):
        ids[row, : len(sentence)] = torch.tensor(sentence)
    return ids, lengths


def _batches(lengths: list[int], rows: int) -> list[list[int]]:
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    return [order[k : k + rows] for k in range(0, len(order), rows)]
