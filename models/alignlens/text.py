"""Text as the model sees it: normalised, with protected spans as placeholders.

The engine applies the same rules at run time; the patterns travel in the pack's manifest (`protect`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

KINDS = ("n", "c", "t")
"""Placeholder kinds: numbers and numeric format specifiers, code and names, markup tags."""
PER_KIND = 10
"""Placeholders of one kind a sentence can hold."""
PROTECT: list[dict[str, str]] = json.loads((Path(__file__).parent / "protect.json").read_text(encoding="utf-8"))

LATIN_WORDS: dict[str, str] = {
    "kind": "c",
    "side": "source",
    "pattern": "(?<![A-Za-z0-9_.@/-])[A-Za-z][A-Za-z0-9]{2,}(?:[ -][A-Za-z][A-Za-z0-9]*)*(?![A-Za-z0-9_(]|[.:/@-]+[A-Za-z0-9_(])",
}
"""Words in Latin letters, for sources written in others: names. `side`: found in sources only, and in a target by their text."""

FACTS = re.compile(
    r"(?<![A-Za-z0-9_])(?:[A-Za-z0-9]*_[A-Za-z0-9_]+|[a-z]+[A-Z][A-Za-z0-9]*|[A-Z]+[a-z0-9]+[A-Z][A-Za-z0-9]*"
    r"|[A-Za-z]+[0-9][A-Za-z0-9]*|[A-Za-z][A-Za-z0-9]*(?:\.|::)[A-Za-z][A-Za-z0-9]+|[A-Za-z][A-Za-z0-9]*(?=\(\))"
    r"|[0-9]+(?:[.,][0-9]+)*)(?![A-Za-z0-9_])"
)
"""What a summary must not make up: identifiers and numbers."""

_CJK = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_SPACE_AT_CJK = re.compile(f"(?<=[{_CJK}]) | (?=[{_CJK}])")
_HALF_WIDTH = re.compile(f"(?<=[{_CJK}])([,;:!?])(?![A-Za-z0-9/\\\\])")
_FULL_STOP = re.compile(f"(?<=[{_CJK}])\\.$")
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_HAN = re.compile("[\u3400-\u9fff]")

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_COMPATIBLE = re.compile("[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_MARKED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
# Simplified radicals, of which Unicode says that they are these ideographs (EquivalentUnifiedIdeograph), but not by a decomposition.
_RADICALS = "⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
_OTHERS = str.maketrans("\u2010\u2011" + _RADICALS[::2], "--" + _RADICALS[1::2])


def placeholder(kind: str, index: int) -> str:
    return f"⟦{kind}{index}⟧"


PLACEHOLDERS = [placeholder(kind, index) for kind in KINDS for index in range(PER_KIND)]


def has_han(text: str) -> bool:
    return _HAN.search(text) is not None


def plain_characters(text: str) -> str:
    """Characters that look like others, as texts copied from PDF files and web pages have them, become those; invisible ones go."""
    text = _MARKED.sub(lambda m: unicodedata.normalize("NFC", m.group()), text)
    text = _COMPATIBLE.sub(lambda m: unicodedata.normalize("NFKC", m.group()), _INVISIBLE.sub("", text))
    return text.translate(_OTHERS)


def normalise(text: str) -> str:
    """`plain_characters`; runs of white space become one space; a space next to a CJK character goes."""
    return _SPACE_AT_CJK.sub("", " ".join(plain_characters(text).split()))


def normalise_chinese(text: str) -> str:
    """`normalise`, and half-width punctuation behind a CJK character becomes full-width (training targets only)."""
    text = _HALF_WIDTH.sub(lambda m: _FULL_WIDTH[m.group(1)], normalise(text))
    return normalise(_FULL_STOP.sub("。", text))


def _replace(text: str, chosen: list[tuple[int, int, str]]) -> str:
    out, last = [], 0
    for start, end, name in chosen:
        out += [text[last:start], name]
        last = end
    return "".join(out) + text[last:]


class Protector:
    """Finds protected spans by the rules of `protect.json`, and by LATIN_WORDS where `latin_words` is set."""

    def __init__(self, latin_words: bool = False):
        self.rules = [*PROTECT, *([LATIN_WORDS] if latin_words else [])]
        self._pattern = re.compile("|".join(f"({rule['pattern']})" for rule in self.rules))
        self._target_pattern = re.compile("|".join(f"({rule['pattern']})" for rule in PROTECT))

    def find(self, source: str) -> list[tuple[int, int, str]]:
        """Protected spans of `source` as (start, end, kind), left to right, in code points."""
        return self._find(self._pattern, source)

    def _find(self, pattern: re.Pattern, text: str) -> list[tuple[int, int, str]]:
        return [(m.start(), m.end(), self.rules[m.lastindex - 1]["kind"]) for m in pattern.finditer(text) if m.end() > m.start()]

    def _find_in_target(self, target: str, source_texts: Iterable[str]) -> list[tuple[int, int]]:
        """Spans of the rules for both sides, and copies of what only the source is searched for."""
        spans = [(start, end) for start, end, _ in self._find(self._target_pattern, target)]
        if len(self.rules) == len(PROTECT):
            return spans
        # The longest first: a name may be a part of another.
        for text in sorted(source_texts, key=len, reverse=True):
            for m in re.finditer(f"(?<![A-Za-z0-9_.@/-]){re.escape(text)}(?=s?(?![A-Za-z0-9_]))", target):
                if all(m.end() <= start or end <= m.start() for start, end in spans):
                    spans.append(m.span())
        return sorted(spans)

    def protect(self, source: str) -> tuple[str, list[str]]:
        """Replaces every protected span of one sentence; returns the text and what each placeholder stands for, in order.

        Spans of a kind beyond `PER_KIND` stay as they are (the engine splits such a sentence instead).
        """
        counts: Counter[str] = Counter()
        chosen, originals = [], []
        for start, end, kind in self.find(source):
            if counts[kind] < PER_KIND:
                chosen.append((start, end, placeholder(kind, counts[kind])))
                originals.append(source[start:end])
                counts[kind] += 1
        return _replace(source, chosen), originals

    def protect_pair(self, source: str, target: str) -> tuple[str, str]:
        """Replaces the spans that both sides hold equally often; what only one side has stays plain text on both."""
        source_spans = self.find(source)
        in_source = Counter(source[s:e] for s, e, _ in source_spans)
        target_spans = self._find_in_target(target, in_source)
        in_target = Counter(target[s:e] for s, e in target_spans)
        names: dict[str, list[str]] = {}
        counts: Counter[str] = Counter()
        chosen = []
        for start, end, kind in source_spans:
            text = source[start:end]
            if in_source[text] == in_target[text] and counts[kind] < PER_KIND:
                name = placeholder(kind, counts[kind])
                counts[kind] += 1
                chosen.append((start, end, name))
                names.setdefault(text, []).append(name)
        target_chosen = []
        for start, end in target_spans:
            waiting = names.get(target[start:end])
            if waiting:
                target_chosen.append((start, end, waiting.pop(0)))
        # A span cut off by PER_KIND in the source must stay plain in the target too, hence the names decide.
        return _replace(source, chosen), _replace(target, target_chosen)
