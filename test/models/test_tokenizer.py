"""Pieces concatenate to the text, whatever the text."""

import tiny

from alignlens.data import Row, prepare_pairs
from alignlens.tokenizer import FIRST_BYTE, train_tokenizer

TEXTS = ["Open the file.", "naïve 😀 — ünïcode", "打开文件，然后读取。", "tabs\tand  two spaces", "<0x41> is not a byte", "𠀀𝒳"]


def make():
    rows = prepare_pairs((Row(s, t, "") for s, t in tiny.PAIRS), tiny.config().data)
    return train_tokenizer((line for r in rows for line in (r.source, r.target)), 400)


def test_lossless():
    tokenizer = make()
    for text in TEXTS:
        assert tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=False) == text


def test_pieces_concatenate():
    tokenizer = make()
    pieces = tokenizer.encode("Open the file again").tokens
    assert "".join(pieces).replace("▁", " ") == "Open the file again"


def test_placeholders_are_single_pieces_with_fixed_ids():
    tokenizer = make()
    assert tokenizer.encode("a⟦n0⟧⟦c9⟧").tokens[1:] == ["⟦n0⟧", "⟦c9⟧"]
    assert tokenizer.token_to_id("⟦n0⟧") == 3
    assert tokenizer.token_to_id("⟦t9⟧") == 32
    assert tokenizer.token_to_id("<0x00>") == FIRST_BYTE


def test_byte_pieces_come_by_fallback_only():
    tokenizer = make()
    assert all(len(p) == 1 or not p.startswith("<0x4") for p in tokenizer.encode("<0x41>").tokens)
