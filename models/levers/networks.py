"""The network with one thing changed: what a lever needs that the product does not have."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from alignlens.attention import Attention
from alignlens.config import Config
from alignlens.data import Corpus
from alignlens.errors import DataError
from alignlens.lexicon import Lexicon
from alignlens.model import Encoded, Seq2Seq
from alignlens.tokenizer import FIRST_BYTE, PAD
from alignlens.train import build_model

from .lexica import dictionary_links

_PRIOR_TENSION, _PRIOR_UPDATES = 4.0, 200
_MIN_PHRASE_LINKS = 30
_BACKOFF = 5.0
"""Links of the single subword's row that a phrase's row begins with."""


class _PriorAttention(Attention):
    """α_{t,i} ∝ softmax_i(e_{t,i}) · exp(−λ|i/S − t/T|) in training, λ falling to 0 over the first updates."""

    updates = 0

    def forward(self, query: Tensor, keys: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        context, attention = super().forward(query, keys, memory, mask)
        if not self.training or self.updates >= _PRIOR_UPDATES:
            return context, attention
        tension = _PRIOR_TENSION * (1 - self.updates / _PRIOR_UPDATES)
        self.updates += 1
        place = torch.arange(keys.shape[1]) / mask.sum(1, keepdim=True)  # [B,S]; batches are of alike lengths, so T is one for all
        progress = torch.arange(query.shape[1]) / query.shape[1]
        attention = attention * torch.exp(-tension * (place[:, None] - progress[:, None]).abs())
        attention = attention / attention.sum(-1, keepdim=True)
        return torch.bmm(attention, memory), attention


def with_position_prior(config: Config, run: Path) -> Seq2Seq:
    model = build_model(config, run)
    model.decoder.attention.__class__ = _PriorAttention
    return model


class _LearnedVote(Seq2Seq):
    """logits = W·z + b + w·log(p_lex(y) + ε·u(y)) with w and ε learnt, by plain autograd over the whole vocabulary."""

    weight: nn.Parameter
    log_scale: nn.Parameter
    """log of what ε is multiplied by."""

    def _logits(self, z: Tensor, attention: Tensor, source: Tensor) -> Tensor:
        votes = torch.bmm(attention, self.table[source]) + self.floor * self.log_scale.exp()
        return self.decoder.project(z) @ self.decoder.embedding.weight.t() + self.decoder.output_bias + self.weight * votes.log()

    def step(self, ids, state, encoded: Encoded):
        z, attention, state = self.decoder.step(ids, state, encoded.keys, encoded.memory, encoded.mask)
        return self._logits(z, attention, encoded.source).log_softmax(-1), attention, state

    def forward(self, source, lengths, target_in, target_out, smoothing: float = 0.0, drawn: int = 0):
        encoded, state = self.encode(source, lengths)
        z, attention = self.decoder(target_in, state, encoded.keys, encoded.memory, encoded.mask)
        logits = self._logits(z, attention, source).flatten(0, 1)
        loss = nn.functional.cross_entropy(logits, target_out.reshape(-1), ignore_index=PAD, reduction="sum", label_smoothing=smoothing)
        return loss, attention, encoded.salience


def with_learned_vote(config: Config, run: Path) -> Seq2Seq:
    model = build_model(config, run)
    model.__class__ = _LearnedVote
    model.weight, model.log_scale = nn.Parameter(torch.ones(())), nn.Parameter(torch.zeros(()))
    return model


class _PhraseLexicon(Seq2Seq):
    """Rows of the lexicon for pairs of neighbouring source subwords too: where position i ends a known phrase, that row votes."""

    phrases: Tensor
    """[K], sorted: first subword · V + second; its row is V + its place here."""

    def encode(self, source, lengths):
        encoded, state = super().encode(source, lengths)
        size = self.encoder.embedding.num_embeddings
        pairs = source[:, :-1] * size + source[:, 1:]
        place = torch.searchsorted(self.phrases, pairs).clamp_max(len(self.phrases) - 1)
        rows = torch.where(self.phrases[place] == pairs, size + place, source[:, 1:])
        return replace(encoded, source=torch.cat([source[:, :1], rows], 1)), state


def with_phrases(dictionary: Path | None = None):
    """Phrases are what the corpus links often enough, or, with `dictionary`, words of two subwords of a dictionary, whose entries of
    one subword are counted for the plain rows."""

    def build(config: Config, run: Path) -> Seq2Seq:
        model = build_model(config, run)
        model.__class__ = _PhraseLexicon
        counts = _phrase_counts(run, Lexicon.load(run / "lexicon.bin"), dictionary)
        phrases = sorted(counts)
        if not phrases:
            raise DataError(f"no phrase of the data has {_MIN_PHRASE_LINKS} links; this lever needs more data")
        size = len(model.table)
        second = torch.tensor([code % size for code in phrases])
        rows = _BACKOFF * model.table[second]
        for row, code in zip(rows, phrases):
            for y, count in counts[code].items():
                row[y] += count
        model.table = torch.cat([model.table, rows / rows.sum(1, keepdim=True).clamp_min(1e-9)])
        model.phrases = torch.tensor(phrases)
        return model

    return build


def _phrase_counts(run: Path, lexicon: Lexicon, dictionary: Path | None) -> dict[int, Counter[int]]:
    corpus, size = Corpus.load(run / "train.npz"), len(lexicon.row_offsets) - 1
    # Both of a phrase's subwords link to what it means: whatever either is linked to counts for the phrase.
    pair = np.repeat(np.arange(len(corpus)), np.diff(corpus.link_offsets))
    position = corpus.source_offsets[pair] + corpus.links % 128
    y = corpus.target[corpus.target_offsets[pair] + corpus.links // 128].astype(np.int64)
    source = corpus.source.astype(np.int64)
    keys = []
    for first in (position - 1, position):
        inside = (first >= corpus.source_offsets[pair]) & (first + 1 < corpus.source_offsets[pair + 1])
        code = source[first[inside]] * size + source[first[inside] + 1]
        words = (code % size >= FIRST_BYTE) & (code // size >= FIRST_BYTE)
        keys.append((code * 65536 + y[inside])[words])
    found, counts = np.unique(np.concatenate(keys), return_counts=True)
    codes, totals = np.unique(found // 65536, return_inverse=True)
    often = np.bincount(totals, counts)[totals] >= (_MIN_PHRASE_LINKS if dictionary is None else 1)
    known: dict[int, Counter[int]] = {}
    if dictionary is not None:
        tokenizers = (Tokenizer.from_file(str(run / f"{side}.tokenizer.json")) for side in ("source", "target"))
        for ids, meant, weight in dictionary_links(dictionary, *tokenizers):
            if len(ids) == 2:
                known.setdefault(ids[0] * size + ids[1], Counter())[meant] += weight
        often &= np.isin(codes, list(known))[totals]
    for key, count in zip(found[often].tolist(), counts[often].tolist()):
        known.setdefault(key // 65536, Counter())[key % 65536] += count
    return known
