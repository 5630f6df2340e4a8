"""Which language a text is in: a linear model over hashed character n-grams, and its training.

    python -m alignlens.langid --packages FOLDER [--texts COLUMN:LANGUAGE:TSV.GZ …] --out engine/language

The engine computes the same features (`engine/language/ngrams.ts`). Scripts that one language has to itself need no
model; there are two: for words in Latin letters, and Chinese against Japanese for words in Han characters.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import json
import random
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from .errors import DataError
from .langid_texts import texts_of

NOISE = (
    r"```[\s\S]*?```|`[^`\n]*`|\b(?:https?|ftp)://\S+|[^\s@]{1,64}@\S{1,255}\.\w+|</?[A-Za-z][^>\n]*>|\$?\{[^}\n]*\}|%\(\w+\)[a-z]"
    r"|[A-Za-z0-9_]*(?:[0-9_]|[a-z][A-Z]|[A-Za-z](?:\.|::|->|#|/|\\)[A-Za-z])[A-Za-z0-9_.:/\\#>-]*(?:\(\))?"
    r"|[A-Za-z]+\(\)|[@\\$#][A-Za-z]\w*|(?<!\S)--?[A-Za-z][\w-]*|&\w+;"
)
"""What is no word of a language: code, addresses, tags, placeholders, identifiers. The engine gets this pattern."""
OTHER = "other"
"""Stands for all languages that are not told apart."""
MOST_TEXTS = 40_000
"""Of a language that are read."""
SHARES = {"en": 3, "de": 2, "fr": 2, "es": 2}
"""How often languages are expected in source code, where not once."""


@dataclass(frozen=True)
class Kind:
    """One of the two models."""

    name: str
    languages: tuple[str, ...]
    word: str
    """A pattern for what the n-grams are taken of."""
    padded: bool
    """Whether n-grams see the word's ends."""
    longest: int
    """Of n-grams, in characters."""
    buckets: int


LATIN = Kind("latin", ("en", "de", "fr", "es", "pt", "it", "nl", OTHER), r"[A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ]+", True, 4, 8192)
HAN = Kind("han", ("zh", "ja"), r"[\u3400-\u9fff々]+", False, 2, 4096)
KINDS = (LATIN, HAN)


def words_of(text: str, kind: Kind) -> list[str]:
    """Lower case, composed."""
    plain = re.sub(NOISE, " ", unicodedata.normalize("NFC", text), flags=re.ASCII)
    return re.findall(kind.word, plain.lower())


def bucket(ngram: str, buckets: int) -> int:
    """FNV-1a over the UTF-16 code units, folded."""
    value = 0x811C9DC5
    for unit in np.frombuffer(ngram.encode("utf-16-le"), dtype="<u2").tolist():
        value = ((value ^ unit) * 0x01000193) & 0xFFFFFFFF
    return (value ^ (value >> 15)) % buckets


def ngrams_of(word: str, kind: Kind) -> list[str]:
    """Those of every length, and the whole word where it is longer."""
    padded = f" {word} " if kind.padded else word
    found = [padded[i : i + n] for n in range(1, kind.longest + 1) for i in range(len(padded) - n + 1)]
    found = [ngram for ngram in found if ngram != " "]
    return [*found, padded] if kind.padded and len(padded) > kind.longest else found


class Features:
    """Buckets of words; remembers them, since words come again and again."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.known: dict[str, list[int]] = {}

    def __call__(self, words: Iterable[str]) -> list[int]:
        buckets: list[int] = []
        for word in words:
            if word not in self.known:
                self.known[word] = [bucket(ngram, self.kind.buckets) for ngram in ngrams_of(word, self.kind)]
            buckets += self.known[word]
        return buckets


def scores(weights: np.ndarray, buckets: Sequence[int]) -> np.ndarray:
    """Logits [language]: the rows of `weights` [bucket, language] summed, over the root of their number."""
    return weights[list(buckets)].sum(axis=0) / np.sqrt(max(1, len(buckets)))


_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def without_accents(text: str, language: str) -> str:
    """As authors write who keep their sources in ASCII."""
    plain = text.translate(_PLAIN) if language == "de" else text
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


def pieces(words: list[str], kind: Kind, language: str, chance: random.Random) -> list[str]:
    """A part of a sentence, as short as comments are."""
    if kind is HAN:
        return ["".join(words)[: chance.randint(2, 24)]]
    length = min(chance.randint(1, 14), chance.randint(2, 20))
    start = chance.randint(0, max(0, len(words) - length))
    part = words[start : start + length]
    return without_accents(" ".join(part), language).split() if chance.random() < 0.25 else part


def sentences(texts: list[str], kind: Kind, chance: random.Random) -> list[list[str]]:
    """Words of some of the texts, enough for what is drawn from them."""
    some = chance.sample(texts, min(len(texts), MOST_TEXTS))
    return [words for words in (words_of(text, kind) for text in some) if words]


def train(texts: dict[str, list[str]], kind: Kind, samples: int = 24_000, epochs: int = 6, seed: int = 1) -> np.ndarray:
    """Weights [bucket, language] from texts by language; `samples` pieces are drawn for each share of `SHARES`."""
    missing = [language for language in kind.languages if not texts.get(language)]
    if missing:
        raise DataError(f"There are no texts in {', '.join(missing)}.")
    torch.manual_seed(seed)
    chance = random.Random(seed)
    features = Features(kind)
    spoken = {language: sentences(texts[language], kind, chance) for language in kind.languages}
    table = torch.nn.EmbeddingBag(kind.buckets, len(kind.languages), mode="sum")
    torch.nn.init.zeros_(table.weight)
    optimizer = torch.optim.Adam(table.parameters(), lr=0.02, weight_decay=0.0)
    for epoch in range(epochs):
        optimizer.param_groups[0]["lr"] = 0.02 * (1 - epoch / epochs)
        drawn = [
            (features(pieces(chance.choice(spoken[language]), kind, language, chance)), index)
            for index, language in enumerate(kind.languages)
            for _ in range(samples * SHARES.get(language, 1) // epochs)
        ]
        chance.shuffle(drawn)
        for first in range(0, len(drawn), 256):
            batch = [row for row in drawn[first : first + 256] if row[0]]
            lengths = [len(row) for row, _ in batch]
            logits = table(
                torch.tensor([b for row, _ in batch for b in row]),
                torch.tensor(np.cumsum([0, *lengths[:-1]])),
                per_sample_weights=torch.tensor(np.repeat(1 / np.sqrt(lengths), lengths), dtype=torch.float32),
            )
            loss = torch.nn.functional.cross_entropy(logits, torch.tensor([y for _, y in batch]), label_smoothing=0.02)
            # Rare n-grams should say little: they are the noise of the few texts that have them.
            loss = loss + 2e-6 * table.weight.square().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return table.weight.detach().numpy()


def quantized(weights: np.ndarray) -> tuple[np.ndarray, float]:
    """8 bits a weight and their scale; what all languages have in common says nothing and goes."""
    centred = weights - weights.mean(axis=1, keepdims=True)
    scale = float(np.abs(centred).max()) / 127
    return np.round(centred / scale).astype(np.int8), scale


def as_json(kind: Kind, weights: np.ndarray) -> dict[str, object]:
    """What the engine reads; the weights in base64, [bucket, language]."""
    values, scale = quantized(weights)
    return {
        "languages": list(kind.languages),
        "longest": kind.longest,
        "padded": kind.padded,
        "scale": scale,
        "weights": base64.b64encode(values.tobytes()).decode(),
    }


def read_texts(packages: Path, tables: Iterable[str]) -> dict[str, list[str]]:
    """Texts by language, without repetitions; a table is named as COLUMN:LANGUAGE:FILE, with the first column 1."""
    texts: dict[str, dict[str, None]] = defaultdict(dict)
    found = sorted(p for p in packages.rglob("*") if p.suffix in (".whl", ".deb") or ("language-pack-" in p.name and p.is_dir()))
    for package in found:
        for language, text in texts_of(package):
            known = language in LATIN.languages or language in HAN.languages
            texts[language if known else OTHER][" ".join(text.split())] = None
    for table in tables:
        column, language, file = table.split(":", 2)
        with gzip.open(file, "rt", encoding="utf-8", newline="\n") as rows:
            for row in rows:
                texts[language][" ".join(row.split("\t")[int(column) - 1].split())] = None
    return {language: list(known) for language, known in texts.items()}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="alignlens.langid", description=__doc__)
    parser.add_argument("--packages", type=Path, required=True, help="folder of downloaded packages")
    parser.add_argument("--texts", action="append", default=[], metavar="COLUMN:LANGUAGE:TSV.GZ", help="a column of a table")
    parser.add_argument("--out", type=Path, required=True, help="folder for latin.json and han.json")
    parser.add_argument("--samples", type=int, default=24_000, help="pieces of text of each language")
    options = parser.parse_args(arguments)
    try:
        texts = read_texts(options.packages, options.texts)
        for language, known in sorted(texts.items()):
            print(f"{language}: {len(known)} texts", flush=True)
        for kind in KINDS:
            model = as_json(kind, train(texts, kind, options.samples))
            (options.out / f"{kind.name}.json").write_text(json.dumps(model) + "\n", encoding="utf-8")
    except DataError as error:
        print(f"alignlens: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
