"""Lossless subwords: BPE with byte fallback whose pieces concatenate to the text (`▁` is the space)."""

from __future__ import annotations

from collections.abc import Iterable

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from .text import KINDS, PER_KIND, PLACEHOLDERS

PAD, BOS, EOS = 0, 1, 2
FIRST_PLACEHOLDER = 3
SPECIAL = ["<pad>", "<bos>", "<eos>", *PLACEHOLDERS]
FIRST_BYTE = FIRST_PLACEHOLDER + len(KINDS) * PER_KIND

# Letters with the space before them, single digits, Han runs, and everything else (punctuation, symbols) one at a time.
_SPLIT = r"▁?[A-Za-z\u00c0-\u024f\u0370-\u052f]+|[0-9]|[\u3400-\u9fff]+|▁|[^▁]"


def train_tokenizer(lines: Iterable[str], vocabulary: int) -> Tokenizer:
    """Trains a tokenizer of `vocabulary` entries: specials, placeholders, 256 bytes, characters and merges."""
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, fuse_unk=False))
    tokenizer.normalizer = normalizers.Replace(" ", "▁")
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(_SPLIT), "isolated")
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
