"""Training pairs, a part of them as hasty people write."""

from __future__ import annotations

from collections.abc import Iterator

from .config import Config
from .data import Row, pairs_of

_STOPS = ".。"


def training_pairs(rows: Iterator[Row], config: Config) -> list[Row]:
    """`pairs_of`, a part of them as hasty people write."""
    return roughened(pairs_of(rows, config), config.data.rough_pairs)


def roughened(pairs: list[Row], share: float) -> list[Row]:
    """Evenly spread over the pairs, this share of them as hasty people write: `Open the file.` becomes `open the file`, and its
    translation loses its stop too."""
    return [_rough(pair) if int((k + 1) * share) > int(k * share) else pair for k, pair in enumerate(pairs)]


def _rough(pair: Row) -> Row:
    source, target = pair.source, pair.target
    if source[:1].isupper() and not source[1:2].isupper():
        source = source[0].lower() + source[1:]
    if source[-1] in _STOPS and target[-1] in _STOPS and source[:-1].strip() and target[:-1].strip():
        source, target = source[:-1].rstrip(), target[:-1].rstrip()
    return Row(source, target, pair.domain)
