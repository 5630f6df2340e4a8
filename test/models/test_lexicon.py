"""Counting links into L(y|x), pruning, identities, and the file."""

import numpy as np
import pytest

from alignlens.data import Corpus
from alignlens.lexicon import Lexicon, Links, attach_links, bilingual
from alignlens.tokenizer import EOS, FIRST_PLACEHOLDER


def corpus(pairs):
    source, target = [np.array(p[0], np.uint16) for p in pairs], [np.array(p[1], np.uint16) for p in pairs]
    offsets = [np.concatenate([[0], np.cumsum([len(x) for x in side])]) for side in (source, target)]
    return Corpus(
        np.concatenate(source), offsets[0], np.concatenate(target), offsets[1], np.zeros(len(pairs), np.uint8), [""]
    )


def links(*triples):
    pair, source, target = np.array(triples).T
    return Links(pair, source, target)


def test_counts_both_directions():
    data = corpus([([40, 41], [50, 51]), ([40], [52])])
    forward = links((0, 0, 0), (0, 1, 1), (1, 0, 0))
    table = bilingual(data, (forward, forward), (60, 60), 1e-3, 1e-3).dense()
    assert table[40, 50] == pytest.approx(2 / 4.5)
    assert table[40, 52] == pytest.approx(2 / 4.5)
    assert table[41, 51] == pytest.approx(2 / 2.5)
    assert table[EOS, EOS] == 1
    assert table[FIRST_PLACEHOLDER + 4, FIRST_PLACEHOLDER + 4] == 1


def test_prunes():
    data = corpus([([40] * 10, [50] * 9 + [51])])
    forward = links(*[(0, i, i) for i in range(10)])
    lexicon = bilingual(data, (forward, forward), (60, 60), 0.2, 1e-3)
    assert lexicon.dense()[40, 51] == 0


def test_symmetrised_links_cover_bare_targets():
    data = corpus([([40, 41], [50, 51])])
    attach_links(data, links((0, 0, 0), (0, 0, 1)), links((0, 0, 0), (0, 1, 1)))
    # target 0: both directions agree on source 0; target 1 is bare, so either direction's link stays
    assert data.links.tolist() == [0, 128 + 0, 128 + 1]
    assert data.link_offsets.tolist() == [0, 3]


def test_file_round_trip(tmp_path):
    data = corpus([([40, 41], [50, 51])])
    lexicon = bilingual(data, (links((0, 0, 0)), links((0, 1, 1))), (60, 60), 1e-3, 1e-3)
    lexicon.save(tmp_path / "lexicon.bin")
    loaded = Lexicon.load(tmp_path / "lexicon.bin")
    np.testing.assert_allclose(loaded.dense(), lexicon.dense(), atol=1 / 65535)
    np.testing.assert_allclose(loaded.unigram.sum(), 1, rtol=1e-5)
    (tmp_path / "lexicon.bin").write_bytes(b"nothing" * 9)
    with pytest.raises(ValueError, match="not a lexicon"):
        Lexicon.load(tmp_path / "lexicon.bin")
