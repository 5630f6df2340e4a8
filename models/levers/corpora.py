"""The training data chosen, ordered, cut into subwords or marked in another way: what a lever changes before or during training."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from alignlens.config import Config
from alignlens.data import Batch, BatchSampler, Corpus, Row, make_batch, prepare_pairs
from alignlens.predict import Predictor
from alignlens.prepare import prepare
from alignlens.rough import roughened
from alignlens.text import normalise
from alignlens.tokenizer import FIRST_BYTE
from alignlens.train import Trainer, build_model

_SCORED = 100_000
_LATE = 0.6
"""Share of the budget after which only the better domains are drawn."""
_COARSE = ("pkgdesc", "news", "diag")
"""Domains whose rows are short, loose or machine output."""
_TAG_OF_DEV = {"general": "tatoeba"}


def prepared_anew(run: Path, config: Config, options: argparse.Namespace) -> None:
    """Tokenizers, ids, links and lexicon by the variant's own settings."""
    prepare(config, options.data, run, None)


def punctuation_as_it_comes(run: Path, config: Config, options: argparse.Namespace) -> None:
    """Half-width marks in Chinese targets stay."""

    def pairs_of(rows: Iterator[Row], config: Config) -> list[Row]:
        return roughened(list(prepare_pairs(rows, config.data, normalise)), config.data.rough_pairs)

    prepare(config, options.data, run, None, pairs_of)


def _subset(corpus: Corpus, pairs: np.ndarray) -> Corpus:
    def flat(values: np.ndarray, offsets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        sizes = np.diff(offsets)[pairs]
        ends = np.concatenate([[0], np.cumsum(sizes)])
        return values[np.repeat(offsets[pairs] - ends[:-1], sizes) + np.arange(ends[-1])], ends

    source, source_offsets = flat(corpus.source, corpus.source_offsets)
    target, target_offsets = flat(corpus.target, corpus.target_offsets)
    links, link_offsets = flat(corpus.links, corpus.link_offsets)
    domains = corpus.domains[pairs]
    return Corpus(source, source_offsets, target, target_offsets, domains, corpus.domain_names, links, link_offsets)


def scored(keep: float):
    """A part of the data, and of it the share `keep` that RUN's own network finds likeliest per target subword."""

    @torch.no_grad()
    def make(run: Path, config: Config, options: argparse.Namespace) -> None:
        corpus = Corpus.load(run / "train.npz")
        pairs = np.random.default_rng(1).permutation(len(corpus))[:_SCORED]
        if keep < 1:
            first = build_model(config, run)
            first.load_state_dict(torch.load(options.run / "checkpoint.pt", weights_only=True)["average"], strict=False)
            first.eval()
            pairs = pairs[np.lexsort((np.diff(corpus.source_offsets)[pairs], np.diff(corpus.target_offsets)[pairs]))]
            losses = np.concatenate([_losses(first, corpus, pairs[k : k + 64]) for k in range(0, len(pairs), 64)])
            pairs = pairs[losses <= np.quantile(losses, keep)]
        _subset(corpus, np.sort(pairs)).save(run / "train.npz")

    return make


def _losses(model, corpus: Corpus, pairs: np.ndarray) -> np.ndarray:
    """Mean cross-entropy per target subword of each pair."""
    batch = make_batch(corpus, pairs, None, guided=False)
    encoded, state = model.encode(torch.from_numpy(batch.source), torch.from_numpy(batch.source_lengths))
    z, attention = model.decoder(torch.from_numpy(batch.target_in), state, encoded.keys, encoded.memory, encoded.mask)
    logits = model.decoder.project(z) @ model.decoder.embedding.weight.t() + model.decoder.output_bias
    logits += (torch.bmm(attention, model.table[encoded.source]) + model.floor).log()
    wanted = torch.from_numpy(np.ascontiguousarray(batch.target_out))
    real = wanted != 0
    losses = -logits.log_softmax(-1).gather(2, wanted[:, :, None])[..., 0] * real
    return (losses.sum(1) / real.sum(1)).numpy()


def alike_lengths(run: Path, config: Config, options: argparse.Namespace) -> None:
    """Without the tenth of the pairs whose ratio of lengths is the furthest from the usual one."""
    corpus = Corpus.load(run / "train.npz")
    ratios = np.log(np.diff(corpus.target_offsets) / np.diff(corpus.source_offsets))
    distances = np.abs(ratios - np.median(ratios))
    _subset(corpus, np.flatnonzero(distances <= np.quantile(distances, 0.9))).save(run / "train.npz")


def split_subwords(chance: float):
    """Source subwords are replaced by the two they were merged from, each with that chance: close to BPE dropout (Provilkov et al.
    2020), which skips merges. Links no longer fit, so that nothing guides the attention."""

    def make(run: Path, config: Config, options: argparse.Namespace) -> None:
        tokenizer = json.loads((run / "source.tokenizer.json").read_text(encoding="utf-8"))
        vocabulary = tokenizer["model"]["vocab"]
        parts = np.zeros((len(vocabulary), 2), np.uint16)
        for merge in tokenizer["model"]["merges"]:
            a, b = merge.split(" ") if isinstance(merge, str) else merge
            parts[vocabulary[a + b]] = vocabulary[a], vocabulary[b]
        corpus = Corpus.load(run / "train.npz")
        split = (np.random.default_rng(1).random(len(corpus.source)) < chance) & (parts[corpus.source, 1] > 0)
        sizes = 1 + split.astype(np.int64)
        begin = np.cumsum(sizes) - sizes
        source = np.repeat(corpus.source, sizes)
        source[begin[split]], source[begin[split] + 1] = parts[corpus.source[split]].T
        offsets = np.concatenate([begin, [len(source)]])[corpus.source_offsets]
        replace(corpus, source=source, source_offsets=offsets, links=None, link_offsets=None).save(run / "train.npz")

    return make


@dataclass
class _Curriculum:
    trainer: Trainer
    first: BatchSampler
    then: BatchSampler

    def batches(self, epoch: int, position: int) -> Iterator[tuple[int, int, Batch]]:
        late = _LATE * self.trainer.config.train.tokens
        if self.trainer.tokens < late:
            for step in self.first.batches(epoch, position):
                yield step
                if self.trainer.tokens >= late:
                    break
            epoch, position = 0, 0
        yield from self.then.batches(epoch, position)


def better_domains_last(trainer: Trainer) -> None:
    trainer.sampler = _Curriculum(trainer, trainer.sampler, _sampler_without(trainer, _COARSE, trainer.config.train.seed + 1))


def without_machine_output(trainer: Trainer) -> None:
    """Without the news, whose Chinese side larger systems wrote."""
    trainer.sampler = _sampler_without(trainer, ("news",), trainer.config.train.seed)


def _sampler_without(trainer: Trainer, domains: tuple[str, ...], seed: int) -> BatchSampler:
    train = trainer.config.train
    weights = train.domain_weights | {name: 0.0 for name in domains if name in trainer.corpus.domain_names}
    return BatchSampler(trainer.corpus, train.batch_tokens, weights, seed)


def _tag(domain: str, names: list[str]) -> int:
    """Bytes that no text has are the tags, so that the vocabulary stays as it is."""
    return FIRST_BYTE + names.index(_TAG_OF_DEV.get(domain, domain))


def tagged(run: Path, config: Config, options: argparse.Namespace) -> None:
    """Every source begins with a token for its domain."""
    corpus = Corpus.load(run / "train.npz")
    tags = np.array([_tag(name, corpus.domain_names) for name in corpus.domain_names], np.uint16)[corpus.domains]
    source = np.insert(corpus.source, corpus.source_offsets[:-1], tags)
    offsets = corpus.source_offsets + np.arange(len(corpus) + 1)
    replace(corpus, source=source, source_offsets=offsets, links=corpus.links + np.uint16(1)).save(run / "train.npz")


@dataclass
class _TaggedEncoding:
    ids: list[int]


@dataclass
class _TaggedTokenizer:
    tokenizer: Tokenizer
    tags: list[int]

    def encode_batch_fast(self, texts: list[str]) -> list[_TaggedEncoding]:
        encoded = self.tokenizer.encode_batch_fast(texts)
        return [_TaggedEncoding([tag, *e.ids]) for tag, e in zip(self.tags, encoded, strict=True)]


def tagging(predictor: Predictor, rows: list[Row], run: Path) -> Predictor:
    """The predictor for just these rows, told the domain of each."""
    names = Corpus.load(run / "train.npz").domain_names
    return replace(predictor, source=_TaggedTokenizer(predictor.source, [_tag(row.domain, names) for row in rows]))
