"""The words that a translation into Latin letters is made of, so that the engine writes no others."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from .text import PLACEHOLDERS

KNOWN_WORDS = "words.txt"
"""One per line, in a run folder and in a pack."""
_PLACEHOLDER = re.compile("|".join(map(re.escape, PLACEHOLDERS)))
_WORD = re.compile("[a-z]+")


def known_words(texts: Iterable[str], least: int) -> list[str]:
    """Words that the texts have at least `least` times, sorted; in small letters, without accents, and without what
    placeholders stand for. Letters in a row are a word."""
    counts: Counter[str] = Counter()
    for text in texts:
        bare = unicodedata.normalize("NFD", _PLACEHOLDER.sub(" ", text).lower())
        counts.update(_WORD.findall("".join(c for c in bare if not unicodedata.combining(c))))
    return sorted(word for word, count in counts.items() if count >= least)
