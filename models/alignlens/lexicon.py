"""The statistical lexicon L(y|x) over subwords, from word alignments of the training data (eflomal)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from .data import Corpus
from .text import PLACEHOLDERS
from .tokenizer import EOS, FIRST_PLACEHOLDER, word_classes

MAGIC, VERSION = b"ALEX", 1


@dataclass
class Lexicon:
    """Sparse rows: columns[row_offsets[x]:row_offsets[x+1]] are the target ids y with L(y|x) in probabilities.
    unigram u [V] sums to 1; epsilon is the floor's weight: p_lex(y) + ε·u(y)."""

    row_offsets: np.ndarray
    columns: np.ndarray
    probabilities: np.ndarray
    unigram: np.ndarray
    epsilon: float

    def dense(self) -> np.ndarray:
        """[source vocabulary, target vocabulary] float32."""
        table = np.zeros((len(self.row_offsets) - 1, len(self.unigram)), np.float32)
        rows = np.repeat(np.arange(len(table)), np.diff(self.row_offsets))
        table[rows, self.columns] = self.probabilities
        return table

    def save(self, path: Path) -> None:
        """Little-endian file: header of 32 bytes, u32 row offsets, f32 unigram, u16 columns, u16 probabilities/65535."""
        header = struct.pack(
            "<4sIIIIf8x", MAGIC, VERSION, len(self.row_offsets) - 1, len(self.unigram), len(self.columns), self.epsilon
        )
        stored = np.clip(np.rint(self.probabilities * 65535), 1, 65535).astype("<u2")
        parts = (self.row_offsets.astype("<u4"), self.unigram.astype("<f4"), self.columns.astype("<u2"), stored)
        path.write_bytes(header + b"".join(p.tobytes() for p in parts))

    @staticmethod
    def load(path: Path) -> Lexicon:
        """Raises ValueError when the file is not a lexicon of this version."""
        raw = path.read_bytes()
        magic, version, sources, targets, entries, epsilon = struct.unpack_from("<4sIIIIf", raw)
        if magic != MAGIC or version != VERSION:
            raise ValueError(f"{path} is not a lexicon of version {VERSION}; prepare the data again")
        offsets = np.frombuffer(raw, "<u4", sources + 1, 32).astype(np.int64)
        at = 32 + 4 * (sources + 1)
        unigram = np.frombuffer(raw, "<f4", targets, at)
        columns = np.frombuffer(raw, "<u2", entries, at + 4 * targets).astype(np.int64)
        stored = np.frombuffer(raw, "<u2", entries, at + 4 * targets + 2 * entries)
        return Lexicon(offsets, columns, stored.astype(np.float32) / 65535, unigram.astype(np.float32), epsilon)


@dataclass
class Links:
    """Word alignment links of all pairs, flat: link j joins source[j] and target[j], positions within pair[j]."""

    pair: np.ndarray
    source: np.ndarray
    target: np.ndarray

    def codes(self) -> np.ndarray:
        """One sortable number per link: pair, then target, then source position (each below 128)."""
        return (self.pair * 128 + self.target) * 128 + self.source


def align(corpus: Corpus, folder: Path) -> tuple[Links, Links]:
    """Statistical word alignments of all pairs by eflomal: source→target and target→source."""
    import eflomal

    folder.mkdir(parents=True, exist_ok=True)
    names = [folder / f"{n}.txt" for n in ("source", "target", "forward", "backward")]
    for name, ids in ((names[0], corpus.source_ids), (names[1], corpus.target_ids)):
        with open(name, "w", encoding="utf-8") as out:
            for k in range(len(corpus)):
                out.write(" ".join(map(str, ids(k))) + "\n")
    with open(names[0], encoding="utf-8") as source, open(names[1], encoding="utf-8") as target:
        eflomal.Aligner().align(
            source, target, links_filename_fwd=str(names[2]), links_filename_rev=str(names[3]), quiet=False
        )
    return _read_links(names[2]), _read_links(names[3])


def _read_links(path: Path) -> Links:
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    counts = np.array([line.count("-") for line in lines])
    numbers = np.array(" ".join(lines).replace("-", " ").split(), np.int64).reshape(-1, 2)
    return Links(np.repeat(np.arange(len(lines)), counts), numbers[:, 0], numbers[:, 1])


def attach_links(corpus: Corpus, forward: Links, backward: Links) -> None:
    """Symmetrises: links of both directions, and for target positions left bare those of either one."""
    codes_f, codes_b = forward.codes(), backward.codes()
    both, either = np.intersect1d(codes_f, codes_b), np.union1d(codes_f, codes_b)
    bare = either[~np.isin(either // 128, both // 128)]
    links = np.union1d(both, bare)
    corpus.links = (links % (128 * 128)).astype(np.uint16)
    corpus.link_offsets = np.searchsorted(links // (128 * 128), np.arange(len(corpus) + 1))


def bilingual(
    corpus: Corpus, directions: tuple[Links, Links], vocabularies: tuple[int, int], prune: float, epsilon: float
) -> Lexicon:
    """L(y|x) by counting the links of both directions; entries below `prune` go, placeholders and EOS are identities."""
    sources, targets = vocabularies
    keys = [
        corpus.source[corpus.source_offsets[d.pair] + d.source].astype(np.int64) * targets
        + corpus.target[corpus.target_offsets[d.pair] + d.target]
        for d in directions
    ]
    pairs, counts = np.unique(np.concatenate(keys), return_counts=True)
    rows, columns = pairs // targets, pairs % targets
    identities = [EOS, *range(FIRST_PLACEHOLDER, FIRST_PLACEHOLDER + len(PLACEHOLDERS))]
    # Half a count of nothing: what was seen once or twice is not certain.
    probabilities = counts / (np.bincount(rows, counts, sources) + 0.5)[rows]
    keep = (probabilities >= prune) & ~np.isin(rows, identities) & ~np.isin(columns, identities)
    rows = np.concatenate([rows[keep], identities])
    columns = np.concatenate([columns[keep], identities])
    probabilities = np.concatenate([probabilities[keep], np.ones(len(identities))])
    order = np.lexsort((columns, rows))
    offsets = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=sources))])
    return Lexicon(offsets, columns[order], probabilities[order].astype(np.float32), unigram(corpus, targets), epsilon)


def identity(corpus: Corpus, classes: np.ndarray, epsilon: float) -> Lexicon:
    """L(y|x) of a shared vocabulary: x votes for the subwords of its word class, as often as the targets hold each."""
    share = unigram(corpus, len(classes)).astype(np.float64)
    probabilities = share / np.bincount(classes, share)[classes]
    order = np.argsort(classes, kind="stable")  # members of a class side by side
    sizes = np.bincount(classes)
    begin = np.concatenate([[0], np.cumsum(sizes)])
    columns = np.concatenate([order[begin[c] : begin[c + 1]] for c in classes])
    offsets = np.concatenate([[0], np.cumsum(sizes[classes])])
    return Lexicon(offsets, columns, probabilities[columns].astype(np.float32), unigram(corpus, len(classes)), epsilon)


def copy_classes(corpus: Corpus, tokenizer: Tokenizer, common: float = 0.004) -> np.ndarray:
    """The word class of each id (from 1), 0 for what says nothing when copied: marks, digits, and words that are more
    than `common` of all target subwords."""
    classes = word_classes(tokenizer)
    share = np.bincount(classes, unigram(corpus, len(classes)).astype(np.float64))[classes]
    words = np.zeros(len(classes), bool)
    for piece, number in tokenizer.get_vocab().items():
        words[number] = len(word := piece.removeprefix("▁")) > 1 and word.isalpha()
    return np.where(words & (share < common), classes + 1, 0)


def unigram(corpus: Corpus, targets: int) -> np.ndarray:
    """Add-one smoothed distribution of the target subwords, EOS once a pair."""
    counts = np.bincount(corpus.target, minlength=targets).astype(np.float64) + 1
    counts[EOS] += len(corpus)
    return (counts / counts.sum()).astype(np.float32)
