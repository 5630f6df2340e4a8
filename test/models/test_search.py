"""Beam search against exhaustive search, and the placeholder constraint."""

import dataclasses
import itertools

import numpy as np
import pytest
import tiny
import torch

from alignlens.config import DecodingConfig
from alignlens.search import length_normaliser, n_best, translate_ids
from alignlens.tokenizer import BOS, EOS, FIRST_PLACEHOLDER, PAD


class Markov:
    """Log-probabilities that depend on the sentence and the last token only; V small enough to enumerate."""

    def __init__(self, vocabulary, seed):
        self.tables = torch.randn(40, vocabulary, vocabulary, generator=torch.Generator().manual_seed(seed)).log_softmax(-1)

    def encode(self, source, lengths):
        self.length = source.shape[1]
        return source[:, 0], (torch.zeros(len(source), 1),)

    def step(self, ids, state, encoded):
        """Attention is all on the source position of the written token's number, modulo the sentence's length."""
        attention = torch.nn.functional.one_hot(ids % self.length, self.length).float()
        return self.tables[encoded][torch.arange(len(ids))[:, None], ids], attention, state


def exhaustive(model, source, limit, penalty, vocabulary, allowed=lambda tokens: True):
    words = list(range(33, vocabulary))
    best = (-np.inf, None)
    for n in range(1, limit + 1):  # an empty hypothesis is never written
        for tokens in itertools.product(words, repeat=n):
            if not allowed(tokens):
                continue
            sequence = [*tokens, EOS] if n < limit else list(tokens)
            score = sum(
                float(model.tables[source, a, b]) for a, b in zip([BOS, *sequence], sequence)
            ) / length_normaliser(len(sequence), penalty)
            best = max(best, (score, list(tokens)))
    return best[1]


@pytest.mark.parametrize("penalty", [0.0, 1.0])
def test_wide_beam_equals_exhaustive_search(penalty):
    vocabulary = 37
    model = Markov(vocabulary, 11)
    options = DecodingConfig(beam_size=200, length_penalty=penalty, max_ratio=0, max_extra=4)
    sources = [[33], [34], [35, 36]]
    expected = [exhaustive(model, s[0], 4, penalty, vocabulary) for s in sources]
    assert translate_ids(model, sources, options) == expected


def test_no_ngram_is_written_twice():
    vocabulary = 36
    model = Markov(vocabulary, 5)
    options = DecodingConfig(beam_size=300, length_penalty=1.0, max_ratio=0, max_extra=6, no_repeat_ngram=2)

    def allowed(tokens):
        return len(set(itertools.pairwise(tokens))) == len(tokens) - 1

    for source in (33, 34, 35):
        assert translate_ids(model, [[source]], options) == [exhaustive(model, source, 6, 1.0, vocabulary, allowed)]


def test_coverage_is_rewarded():
    """By hand: source of 2 subwords with EOS; a step that writes behind token y attends to position y mod 2."""
    model = Markov(36, 5)
    plain = DecodingConfig(beam_size=300, length_penalty=0.0, max_ratio=0, max_extra=3)
    weight = 0.7
    [without] = n_best(model, [[33]], plain)
    [with_reward] = n_best(model, [[33]], dataclasses.replace(plain, coverage_penalty=weight))
    scores = {tuple(h.ids): h.score for h in with_reward}
    for hypothesis in without:
        places = {token % 2 for token in [BOS, *hypothesis.ids][: len(hypothesis.ids) + (len(hypothesis.ids) < 3)]}
        missed = 2 - len(places)
        expected = hypothesis.log_prob + weight * missed * np.log(1e-9)
        if tuple(hypothesis.ids) in scores:
            assert scores[tuple(hypothesis.ids)] == pytest.approx(expected, rel=1e-4)
    assert with_reward[0].ids != without[0].ids


def test_every_placeholder_exactly_once():
    source, _, _, model = tiny.make(tiny.config())
    sentences = [source.encode(t).ids for t in ("Read ⟦n0⟧ of ⟦c0⟧ in ⟦c1⟧.", "Open the file.", "⟦t3⟧⟦t4⟧")]
    for options in (DecodingConfig(1), DecodingConfig(4)):
        for ids, output in zip(sentences, translate_ids(model, sentences, options)):
            wanted = sorted(i for i in ids if FIRST_PLACEHOLDER <= i < FIRST_PLACEHOLDER + 30)
            got = sorted(i for i in output if FIRST_PLACEHOLDER <= i < FIRST_PLACEHOLDER + 30)
            assert got == wanted


def test_batch_composition_does_not_matter():
    source, _, _, model = tiny.make(tiny.config())
    sentences = [source.encode(t).ids for t, _ in tiny.PAIRS]
    together = translate_ids(model, sentences, DecodingConfig())
    assert together == [translate_ids(model, [s], DecodingConfig())[0] for s in sentences]
    assert PAD not in itertools.chain(*together)
