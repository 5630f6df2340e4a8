"""Language identification: features as the engine computes them, training, and what is read from packages."""

import gzip
import json
import random
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest

from alignlens.errors import DataError
from alignlens.langid import HAN, LATIN, Kind, bucket, ngrams_of, pieces, quantized, read_texts, scores, train, without_accents, words_of
from alignlens.langid_texts import sentences_of_page, texts_of

REFERENCE = json.loads((Path(__file__).parents[1] / "fixtures/langid.reference.json").read_text(encoding="utf-8"))
TINY = Kind("latin", ("en", "de"), LATIN.word, True, 3, 512)


@pytest.mark.parametrize("case", REFERENCE, ids=lambda case: case["text"][:20])
def test_words_and_buckets_are_those_of_the_engine(case):
    for kind in (LATIN, HAN):
        words = words_of(case["text"], kind)
        assert words == case[kind.name]["words"]
        assert [[bucket(n, kind.buckets) for n in ngrams_of(word, kind)] for word in words] == case[kind.name]["buckets"]


def test_ngrams_see_the_ends_of_words():
    assert ngrams_of("ab", TINY) == ["a", "b", " a", "ab", "b ", " ab", "ab ", " ab "]
    assert ngrams_of("文件", HAN) == ["文", "件", "文件"]


def test_accents_go_as_authors_drop_them():
    assert without_accents("Größe über", "de") == "Groesse ueber"
    assert without_accents("créé à côté", "fr") == "cree a cote"


def test_pieces_come_from_the_sentence():
    words = "the quick brown fox jumps over the lazy dog".split()
    chance = random.Random(1)
    for _ in range(100):
        piece = pieces(words, LATIN, "en", chance)
        assert piece
        assert " ".join(piece) in " ".join(words)


def test_training_tells_two_languages_apart():
    texts = {
        "en": ["the file is closed", "this function returns the value", "open the window", "the list of all items"],
        "de": ["die Datei wird geschlossen", "diese Funktion liefert den Wert", "das Fenster öffnen", "eine Liste aller Einträge"],
    }
    weights, scale = quantized(train(texts, TINY, samples=400, epochs=2))
    assert weights.dtype == np.int8
    assert np.abs(weights).max() == 127
    # Words that were not in the training, of the same making.
    for text, language in [("the values of this list", "en"), ("die Werte dieser Liste werden geöffnet", "de")]:
        buckets = [bucket(n, TINY.buckets) for word in words_of(text, TINY) for n in ngrams_of(word, TINY)]
        assert TINY.languages[int(np.argmax(scores(weights * scale, buckets)))] == language


def test_training_names_languages_without_texts():
    with pytest.raises(DataError, match="de"):
        train({"en": ["the file"]}, TINY)


def compiled(entries: dict[str, str]) -> bytes:
    """A gettext catalogue as `msgfmt` writes it."""
    texts = [text.encode() for text in (*entries, *entries.values())]
    start = 28 + 8 * len(texts)
    ends = np.cumsum([0, *(len(text) + 1 for text in texts)])
    tables = b"".join(struct.pack("<II", len(text), start + int(end)) for text, end in zip(texts, ends))
    head = struct.pack("<IIIIIII", 0x950412DE, 0, len(entries), 28, 28 + 8 * len(entries), 0, 28)
    return head + tables + b"".join(text + b"\0" for text in texts)


def test_texts_of_a_wheel(tmp_path):
    entries = {"": "Content-Type: text/plain; charset=UTF-8\n", "menu\x04Close the file": "Datei schließen", "Same": "Same"}
    with zipfile.ZipFile(tmp_path / "some.whl", "w") as wheel:
        wheel.writestr("some/locale/de_DE/LC_MESSAGES/some.mo", compiled(entries))
        wheel.writestr("some/locale/fr/LC_MESSAGES/broken.mo", b"no catalogue")
    assert list(texts_of(tmp_path / "some.whl")) == [("en", "Close the file"), ("de", "Datei schließen")]


def test_texts_of_a_language_pack_and_of_tables(tmp_path):
    folder = tmp_path / "some-language-pack-de"
    (folder / "translations").mkdir(parents=True)
    (folder / "translations/main.i18n.json.js").write_text('var content = [\n\tundefined,\n\t"Datei \\"x\\"",\n];\n', encoding="utf-8")
    with gzip.open(tmp_path / "table.tsv.gz", "wt", encoding="utf-8") as table:
        table.write("code\tReturns  the file\n")
    assert read_texts(tmp_path, [f"2:en:{tmp_path / 'table.tsv.gz'}"]) == {"de": ['Datei "x"'], "en": ["Returns the file"]}
    with pytest.raises(DataError):
        texts_of(tmp_path / "other.zip")


def test_a_manual_page_gives_its_sentences():
    page = '.TH LS 1\n.SH NAME\nls \\- list\n.PP\n\\fBls\\fP lists\nfiles. It sorts.\n.\\" comment\n.TP\n\\-a\nall\n'
    assert list(sentences_of_page(page)) == ["ls - list", "ls lists files.", "It sorts.", "-a all"]
