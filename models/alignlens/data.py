"""From TSV rows to token ids on disk, and from there to length-bucketed batches."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from .config import Config, DataConfig
from .errors import DataError
from .text import KINDS, PER_KIND, Protector, has_han, normalise, normalise_chinese
from .tokenizer import BOS, EOS, FIRST_PLACEHOLDER, PAD

_ESCAPED = re.compile(r"\\([nt\\])")
_ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


@dataclass(frozen=True)
class Row:
    source: str
    target: str
    domain: str


def read_rows(path: Path, reverse: bool = False) -> Iterator[Row]:
    """Rows of a TSV (optionally .gz). Raises DataError on a missing file or a row without two filled columns."""
    if not path.exists():
        raise DataError(f"{path}: no such file; give the folder that holds it with --data")
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            columns = line.rstrip("\n").split("\t")
            if len(columns) < 2 or not columns[0].strip() or not columns[1].strip():
                raise DataError(f"{path}:{number}: needs a source and a target, tab-separated, both filled")
            a, b = columns[:2]
            # Summaries name their origin in full (`deb:libgom`): what stands before the colon is the domain.
            domain = columns[2].partition(":")[0] if len(columns) > 2 else ""
            yield Row(*((b, a) if reverse else (a, b)), domain)


def read_parallel(folder: Path, source: str, target: str) -> Iterator[Row]:
    """Rows of a folder with a text file per language, named by its code, in which equal lines belong together. Raises DataError."""
    sides = [folder / language for language in (source, target)]
    for path in sides:
        if not path.is_file():
            raise DataError(f"{path}: no such file; a split is dev, test or a folder with a file per language")
    texts = [path.read_text(encoding="utf-8").splitlines() for path in sides]
    if len(texts[0]) != len(texts[1]):
        raise DataError(f"{folder}: {source} has {len(texts[0])} lines, {target} {len(texts[1])}")
    for a, b in zip(*texts, strict=True):
        yield Row(a, b, "")


def unescape(rows: Iterator[Row]) -> Iterator[Row]:
    """Rows of the summaries' files, where newline, tab and backslash are written `\\n`, `\\t` and `\\\\`."""
    for row in rows:
        yield Row(*(_ESCAPED.sub(lambda m: _ESCAPES[m.group(1)], side) for side in (row.source, row.target)), row.domain)


def summary_pairs(rows: Iterator[Row]) -> Iterator[Row]:
    """Normalised, deduplicated pairs of a text and its one-line summary."""
    seen: set[int] = set()
    for row in unescape(rows):
        pair = Row(normalise(row.source), normalise(row.target), row.domain)
        if (key := hash((pair.source, pair.target))) not in seen and pair.source and pair.target:
            seen.add(key)
            yield pair


def prepare_pairs(
    rows: Iterator[Row], config: DataConfig, chinese_target: Callable[[str], str] = normalise_chinese
) -> Iterator[Row]:
    """Normalised, protected, deduplicated pairs; a Chinese side without a Han character is untranslated and left out."""
    # Only what the model writes may be made uniform; what it reads comes as users write it.
    target_of = chinese_target if config.target == "zh" else normalise
    protector = Protector(config.protect_latin_words)
    seen: set[int] = set()
    for row in rows:
        source, target = normalise(row.source), target_of(row.target)
        chinese = target if config.target == "zh" else source if config.source == "zh" else None
        key = hash((source, target))
        if key in seen or (chinese is not None and not has_han(chinese)):
            continue
        seen.add(key)
        yield Row(*protector.protect_pair(source, target), row.domain)


def pairs_of(rows: Iterator[Row], config: Config) -> list[Row]:
    """What a config's task trains on and is scored by."""
    return list(summary_pairs(rows) if config.task == "summarize" else prepare_pairs(rows, config.data))


@dataclass
class Corpus:
    """Token ids of all pairs, flat, without BOS/EOS. `source_offsets[k]:source_offsets[k+1]` are pair k's."""

    source: np.ndarray
    source_offsets: np.ndarray
    target: np.ndarray
    target_offsets: np.ndarray
    domains: np.ndarray
    domain_names: list[str]
    links: np.ndarray | None = None
    """Word alignment links as target_position * 128 + source_position, flat."""
    link_offsets: np.ndarray | None = None
    copies: np.ndarray | None = None
    """With an identity lexicon instead of links: the word class of each subword id, 0 where a copy says nothing."""

    def __len__(self) -> int:
        return len(self.source_offsets) - 1

    def source_ids(self, k: int) -> np.ndarray:
        return self.source[self.source_offsets[k] : self.source_offsets[k + 1]]

    def target_ids(self, k: int) -> np.ndarray:
        return self.target[self.target_offsets[k] : self.target_offsets[k + 1]]

    def save(self, path: Path) -> None:
        values = {k: v for k, v in vars(self).items() if v is not None}
        np.savez(path, **{**values, "domain_names": np.array(self.domain_names)})

    @staticmethod
    def load(path: Path) -> Corpus:
        if not path.exists():
            raise DataError(f"{path}: no such file; run `python -m alignlens prepare` first")
        with np.load(path) as stored:
            values = {k: stored[k] for k in stored.files}
        values["domain_names"] = values["domain_names"].tolist()
        return Corpus(**values)


def encode_corpus(rows: list[Row], source: Tokenizer, target: Tokenizer, config: DataConfig) -> Corpus:
    """Token ids of the rows that fit the length and ratio limits; with `source_tokens`, sources are cut instead."""
    names = sorted({r.domain for r in rows})
    domain_id = {name: k for k, name in enumerate(names)}
    sides: tuple[list, list] = ([], [])
    domains = []
    for begin in range(0, len(rows), 20_000):
        block = rows[begin : begin + 20_000]
        encoded_source = source.encode_batch_fast([r.source for r in block])
        encoded_target = target.encode_batch_fast([r.target for r in block])
        for row, s, t in zip(block, encoded_source, encoded_target):
            read = s.ids[: config.source_tokens] if config.source_tokens else s.ids
            n, m = len(read), len(t.ids)
            if config.source_tokens:
                fits = n > 0 and 0 < m <= config.max_tokens
            else:
                fits = min(n, m) > 0 and max(n, m) <= min(config.max_tokens, config.max_ratio * min(n, m) + 3)
            if fits:
                sides[0].append(np.array(read, dtype=np.uint16))
                sides[1].append(np.array(t.ids, dtype=np.uint16))
                domains.append(domain_id[row.domain])
    if not domains:
        raise DataError("no pair is left after filtering; check the columns and languages of the training files")
    offsets = [np.concatenate([[0], np.cumsum([len(x) for x in side])]) for side in sides]
    return Corpus(
        np.concatenate(sides[0]), offsets[0], np.concatenate(sides[1]), offsets[1], np.array(domains, np.uint8), names
    )


@dataclass
class Batch:
    """B pairs padded with PAD. Source [B,S] ends with EOS; the decoder reads target_in [B,T] (BOS …) and predicts
    target_out [B,T] (… EOS). guide [B,T,S] holds the word alignment of each target position (rows sum to 1 or 0)."""

    source: np.ndarray
    source_lengths: np.ndarray
    target_in: np.ndarray
    target_out: np.ndarray
    guide: np.ndarray | None

    @property
    def tokens(self) -> int:
        return int((self.target_out != PAD).sum())

    def part(self, rank: int, size: int) -> Batch:
        """Every size-th pair, from number `rank` on."""
        rows = slice(rank, None, size)
        guide = None if self.guide is None else self.guide[rows]
        return Batch(self.source[rows], self.source_lengths[rows], self.target_in[rows], self.target_out[rows], guide)


def rotate_placeholders(ids: np.ndarray, shifts: np.ndarray) -> np.ndarray:
    """Renumbers placeholders, so that all indices get trained: index → (index + shift) mod PER_KIND.

    ids [B,L]; shifts [B,len(KINDS)].
    """
    relative = ids.astype(np.int64) - FIRST_PLACEHOLDER
    is_placeholder = (relative >= 0) & (relative < len(KINDS) * PER_KIND)
    kind = np.clip(relative // PER_KIND, 0, len(KINDS) - 1)
    rotated = kind * PER_KIND + (relative % PER_KIND + np.take_along_axis(shifts, kind, axis=1)) % PER_KIND
    return np.where(is_placeholder, rotated + FIRST_PLACEHOLDER, ids).astype(ids.dtype)


def make_batch(corpus: Corpus, pairs: np.ndarray, rng: np.random.Generator | None, guided: bool = True) -> Batch:
    """Pads the given pairs; with `rng` (training) half of them get their placeholders renumbered."""
    n = np.array([len(corpus.source_ids(k)) for k in pairs])
    m = np.array([len(corpus.target_ids(k)) for k in pairs])
    b, s, t = len(pairs), int(n.max()) + 1, int(m.max()) + 1
    source = np.full((b, s), PAD, np.int64)
    target = np.full((b, t + 1), PAD, np.int64)
    for row, k in enumerate(pairs):
        source[row, : n[row]] = corpus.source_ids(k)
        source[row, n[row]] = EOS
        target[row, 0] = BOS
        target[row, 1 : m[row] + 1] = corpus.target_ids(k)
        target[row, m[row] + 1] = EOS
    if rng is not None:
        shifts = rng.integers(0, PER_KIND, (b, len(KINDS))) * (rng.random((b, 1)) < 0.5)
        source, target = rotate_placeholders(source, shifts), rotate_placeholders(target, shifts)
    guide = None
    if guided and corpus.links is not None:
        guide = _guide(corpus, pairs, n, m, s, t)
    elif guided and corpus.copies is not None:
        guide = _copy_guide(corpus.copies, source, target[:, 1:])
    return Batch(source, n + 1, target[:, :-1], target[:, 1:], guide)


def _guide(corpus: Corpus, pairs: np.ndarray, n: np.ndarray, m: np.ndarray, s: int, t: int) -> np.ndarray:
    guide = np.zeros((len(pairs), t, s), np.float32)
    for row, k in enumerate(pairs):
        links = corpus.links[corpus.link_offsets[k] : corpus.link_offsets[k + 1]].astype(np.int64)
        guide[row, links // 128, links % 128] = 1.0
        guide[row, m[row], n[row]] = 1.0  # EOS explains EOS
    return guide / np.maximum(guide.sum(-1, keepdims=True), 1.0)


def _copy_guide(copies: np.ndarray, source: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Each target subword points at its copies in the source: [B,T,S]."""
    wanted = copies[target][:, :, None]
    guide = ((copies[source][:, None] == wanted) & (wanted > 0)).astype(np.float32)
    guide[(target == EOS)[:, :, None] & (source == EOS)[:, None]] = 1.0
    return guide / np.maximum(guide.sum(-1, keepdims=True), 1.0)


class BatchSampler:
    """Endless shuffled batches of about `batch_tokens` padded target subwords, of alike lengths.

    Epoch e is a function of (seed, e) alone, so that a resumed run continues with the same batches.
    """

    def __init__(self, corpus: Corpus, batch_tokens: int, weights: dict[str, float], seed: int):
        unknown = sorted(set(weights) - set(corpus.domain_names))
        if unknown:
            raise DataError(f"domain_weights names {unknown[0]!r}; the data has {', '.join(corpus.domain_names)}")
        self.corpus, self.batch_tokens, self.seed = corpus, batch_tokens, seed
        self.weights = np.array([weights.get(name, 1.0) for name in corpus.domain_names])[corpus.domains]
        self.source_lengths = np.diff(corpus.source_offsets)
        self.target_lengths = np.diff(corpus.target_offsets)

    def epoch(self, number: int) -> list[np.ndarray]:
        rng = np.random.default_rng((self.seed, number))
        copies = np.floor(self.weights + rng.random(len(self.weights))).astype(np.int64)
        order = rng.permutation(np.repeat(np.arange(len(self.corpus)), copies))
        batches = []
        for begin in range(0, len(order), 30_000):
            pool = order[begin : begin + 30_000]
            pool = pool[np.lexsort((self.source_lengths[pool], self.target_lengths[pool]))]
            batches += self._cut(pool)
        return [batches[k] for k in rng.permutation(len(batches))]

    def _cut(self, pool: np.ndarray) -> list[np.ndarray]:
        batches, begin, longest = [], 0, 0
        for end, pair in enumerate(pool):
            # Sources much longer than their targets would make the encoder the cost, so they count too.
            longest = max(longest, int(self.target_lengths[pair]) + 1, (int(self.source_lengths[pair]) + 1) // 2)
            if end > begin and longest * (end + 1 - begin) > self.batch_tokens:
                batches.append(pool[begin:end])
                begin, longest = end, int(self.target_lengths[pair]) + 1
        batches.append(pool[begin:])
        return batches

    def batches(self, epoch: int, position: int) -> Iterator[tuple[int, int, Batch]]:
        """Batches from a place on, each with the (epoch, position) that follows it."""
        while True:
            plan = self.epoch(epoch)
            while position < len(plan):
                rng = np.random.default_rng((self.seed, epoch, position))
                position += 1
                yield epoch, position, make_batch(self.corpus, plan[position - 1], rng)
            epoch, position = epoch + 1, 0
