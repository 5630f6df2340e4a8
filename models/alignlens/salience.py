"""Whether salience is worth something: what losing the salient words costs, and what quoting by it gains."""

from __future__ import annotations

import re

import numpy as np

from .config import Config
from .data import Row
from .rouge import rouge
from .summarize import Summarizer
from .text import normalise

_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(])")


def word_weights(text: str, pieces: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Blank-separated words of the text that was read, with the salience of their subwords: (start, end, weight)."""
    words = [[m.start(), m.end(), 0.0] for m in _WORD.finditer(text) if pieces and m.start() < pieces[-1][1]]
    k = 0
    for start, end, weight in pieces:
        middle = (start + end) / 2
        while k < len(words) - 1 and middle > words[k][1]:
            k += 1
        words[k][2] += weight
    return [tuple(w) for w in words]


def salience_figures(summarizer: Summarizer, rows: list[Row], config: Config, share: float = 0.2, seed: int = 1) -> dict:
    """`loss…`: mean fall of log P(summary | text) in nats when `share` of the words read are removed. `quoted…`: mean
    ROUGE-L × 100 of one quoted sentence on the texts whose best sentence is not the first (prose only)."""
    rng = np.random.default_rng(seed)
    texts, summaries = [normalise(r.source) for r in rows], [r.target for r in rows]
    words = [word_weights(t, p) for t, p in zip(texts, summarizer.salience(texts))]

    def without(choose) -> float:
        shorter = []
        for text, of_text in zip(texts, words):
            gone = set(choose(of_text)[: max(1, round(share * len(of_text)))])
            shorter.append(" ".join(text[s:e] for k, (s, e, _) in enumerate(of_text) if k not in gone) or "-")
        return float((whole - summarizer.log_likelihoods(shorter, summaries)).mean())

    read = [text[: of_text[-1][1]] for text, of_text in zip(texts, words)]
    whole = summarizer.log_likelihoods(read, summaries)
    figures = {
        "removedShare": share,
        "lossWithoutSalient": round(without(lambda w: sorted(range(len(w)), key=lambda k: -w[k][2])), 3),
        "lossWithoutRandom": round(without(lambda w: rng.permutation(len(w)).tolist()), 3),
    }
    return figures | (_quoting(texts, summaries, words, config) if config.data.source != "code" else {})


def sentence_spans(text: str) -> list[tuple[int, int]]:
    ends = [m.start() for m in _SENTENCE_END.finditer(text)] + [len(text)]
    starts = [0] + [m.end() for m in _SENTENCE_END.finditer(text)]
    return list(zip(starts, ends))


def _quoting(texts: list[str], summaries: list[str], words: list[list[tuple[int, int, float]]], config: Config) -> dict:
    first, salient = [], []
    for text, summary, of_text in zip(texts, summaries, words):
        spans = [s for s in sentence_spans(text) if of_text and s[0] < of_text[-1][1]]
        gains = [rouge(text[s:e], summary)[2] for s, e in spans]
        if len(spans) < 2 or max(gains) <= gains[0]:
            continue
        weights = [[w for s, e, w in of_text if a <= s < b] for a, b in spans]
        scores = [sum(w) / max(len(w), 1) ** config.decoding.length_exponent for w in weights]
        first.append(gains[0])
        salient.append(gains[int(np.argmax(scores))])
    return {
        "quotedTexts": len(first),
        "quotedFirst": round(100 * float(np.mean(first)), 2),
        "quotedBySalience": round(100 * float(np.mean(salient)), 2),
    }
