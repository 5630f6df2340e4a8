"""ROUGE-1/2/L F1 (Lin 2004) over lower-cased runs of letters a–z and digits, no stemming, no stop words; L is the longest
common subsequence of the whole texts."""

from __future__ import annotations

import re
from collections import Counter

SIGNATURE = "rouge:F1|tokens:[a-z0-9]+|case:lower|stem:no|L:text"
_TOKEN = re.compile("[a-z0-9]+")


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


def _f1(hits: int, candidate: int, reference: int) -> float:
    return 2 * hits / (candidate + reference) if hits else 0.0


def ngram_f1(candidate: list[str], reference: list[str], n: int) -> float:
    counts = [Counter(zip(*(side[k:] for k in range(n)))) for side in (candidate, reference)]
    return _f1(sum((counts[0] & counts[1]).values()), *(sum(c.values()) for c in counts))


def longest_common_subsequence(a: list[str], b: list[str]) -> int:
    row = [0] * (len(b) + 1)
    for word in a:
        diagonal = 0
        for j, other in enumerate(b, 1):
            diagonal, row[j] = row[j], diagonal + 1 if word == other else max(row[j], row[j - 1])
    return row[-1]


def rouge(candidate: str, reference: str) -> tuple[float, float, float]:
    """(ROUGE-1, ROUGE-2, ROUGE-L), each an F1 from 0 to 1."""
    c, r = tokens(candidate), tokens(reference)
    return ngram_f1(c, r, 1), ngram_f1(c, r, 2), _f1(longest_common_subsequence(c, r), len(c), len(r))


def has_repeated_trigram(text: str) -> bool:
    words = tokens(text)
    trigrams = list(zip(words, words[1:], words[2:]))
    return len(set(trigrams)) < len(trigrams)
