"""ROUGE by hand and against the registry's rouge-score."""

import random

import pytest
from rouge_score.rouge_scorer import RougeScorer

from alignlens.rouge import has_repeated_trigram, longest_common_subsequence, rouge


def test_by_hand():
    r1, r2, rl = rouge("the cat sat on a mat", "The cat is on the mat.")
    assert r1 == pytest.approx(2 * 4 / 12)  # the, cat, on, mat
    assert r2 == pytest.approx(2 * 1 / 10)  # the cat
    assert rl == pytest.approx(2 * 4 / 12)
    assert rouge("", "word") == (0.0, 0.0, 0.0)
    assert longest_common_subsequence(list("abcbdab"), list("bdcaba")) == 4


def test_equals_rouge_score():
    scorer = RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=False)
    rng = random.Random(3)
    words = ["library", "for", "reading", "files", "the", "get_user", "X11,", "a"]
    for _ in range(50):
        candidate, reference = (" ".join(rng.choices(words, k=rng.randint(1, 9))) for _ in range(2))
        expected = scorer.score(reference, candidate)
        for own, name in zip(rouge(candidate, reference), ("rouge1", "rouge2", "rougeL")):
            assert own == pytest.approx(expected[name].fmeasure)


def test_repeated_trigram():
    assert has_repeated_trigram("of the file of the File")
    assert not has_repeated_trigram("of the file of the files")
