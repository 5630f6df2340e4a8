"""Lossless subwords: BPE with byte fallback whose pieces concatenate to the text (`▁` is the space)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from .text import KINDS, PER_KIND, PLACEHOLDERS

PAD, BOS, EOS = 0, 1, 2
FIRST_PLACEHOLDER = 3
SPECIAL = ["<pad>", "<bos>", "<eos>", *PLACEHOLDERS]
FIRST_BYTE = FIRST_PLACEHOLDER + len(KINDS) * PER_KIND

# Letters with the space before them, single digits, Han runs, and everything else (punctuation, symbols) one at a time.
_LETTERS = r"▁?[A-Za-z\u00c0-\u024f\u0370-\u052f]+"
# The same, cut where an identifier's words meet: HTTPServer, getName.
_IDENTIFIER_WORDS = r"▁?(?:[A-Z]+(?![a-z])|[A-Z]?[a-z\u00c0-\u024f\u0370-\u052f]+)"
_OTHERS = r"[0-9]|[\u3400-\u9fff]+|▁|[^▁]"


def train_tokenizer(lines: Iterable[str], vocabulary: int, identifier_words: bool = False) -> Tokenizer:
    """Trains a tokenizer of `vocabulary` entries: specials, placeholders, 256 bytes, characters and merges.

    With `identifier_words` no subword crosses from one word of an identifier to the next.
    """
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, fuse_unk=False))
    tokenizer.normalizer = normalizers.Replace(" ", "▁")
    tokenizer.pre_tokenizer = pre_tokenizers.Split(
        Regex(f"{_IDENTIFIER_WORDS if identifier_words else _LETTERS}|{_OTHERS}"), "isolated"
    )
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    specials = SPECIAL + [f"<0x{b:02X}>" for b in range(256)]
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=[AddedToken(t, special=True, normalized=False) for t in specials],
        limit_alphabet=vocabulary // 2,
        min_frequency=2,
        show_progress=False,
    )
    tokenizer.train_from_iterator(lines, trainer)
    return _without_byte_specials(tokenizer)


def _without_byte_specials(tokenizer: Tokenizer) -> Tokenizer:
    """Byte pieces must be found by fallback only, never in the text: they leave the list of added tokens."""
    import json

    state = json.loads(tokenizer.to_str())
    state["added_tokens"] = [t for t in state["added_tokens"] if t["id"] < FIRST_BYTE]
    return Tokenizer.from_str(json.dumps(state, ensure_ascii=False))


def word_classes(tokenizer: Tokenizer) -> np.ndarray:
    """A class per subword id [V]: subwords that differ only in case and the space before them share one."""
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda piece: piece[1])
    names: dict[str, int] = {}
    folded = []
    for piece, number in pieces:
        word = piece.removeprefix("▁").lower()
        name = word if number >= FIRST_BYTE + 256 and word.isalpha() else piece
        folded.append(names.setdefault(name, len(names)))
    return np.array(folded)
