"""The list of words that translations into Latin letters are made of: counted, and part of the pack."""

import hashlib
import json

import pytest

from alignlens.__main__ import main
from alignlens.words import known_words


@pytest.mark.parametrize(
    ("texts", "least", "expected"),
    [
        (["Open the file.", "open THE files"], 2, ["open", "the"]),
        (["Open the file.", "open THE files"], 1, ["file", "files", "open", "the"]),
        (["⟦c0⟧ of ⟦n0⟧", "n0"], 1, ["n", "of"]),
        (["Café naïve über", "a cafe"], 1, ["a", "cafe", "naive", "uber"]),
        (["don't re-read utf8_text"], 1, ["don", "re", "read", "t", "text", "utf"]),
        (["打开文件"], 1, []),
        ([], 1, []),
    ],
)
def test_known_words(texts, least, expected):
    assert known_words(texts, least) == expected


def test_a_pack_has_its_words(run, tmp_path):
    folder, pack = tmp_path / "reversed", tmp_path / "pack"
    settings = ["data.reverse=true", "data.source=zh", "data.target=en", "data.known_words=2", "train.tokens=40"]
    changes = [argument for setting in settings for argument in ("--set", setting)]
    data = ["--data", str(tmp_path)]
    assert main(["prepare", str(tmp_path / "tiny.yaml"), *data, "--run", str(folder), *changes]) == 0
    words = (folder / "words.txt").read_text("utf-8").splitlines()
    assert {"the", "file", "open", "line", "window"} <= set(words)
    assert words == sorted(words)
    # Once each, and inside a span.
    assert not {"again", "main", "py"} & set(words)
    assert main(["train", "--run", str(folder), *data]) == 0
    assert main(["export", "--run", str(folder), "--out", str(pack)]) == 0
    manifest = json.loads((pack / "manifest.json").read_text("utf-8"))
    assert manifest["knownWords"] == "words.txt"
    assert manifest["files"]["words.txt"] == hashlib.sha256((folder / "words.txt").read_bytes()).hexdigest()
    assert (pack / "words.txt").read_bytes() == (folder / "words.txt").read_bytes()


def test_without_a_list(run):
    assert not (run / "words.txt").exists()
