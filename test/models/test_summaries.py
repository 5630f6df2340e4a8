"""What summaries add to the models: their rows, the identity lexicon, copies as a guide, and salience."""

import dataclasses
import json

import numpy as np
import pytest
import tiny
import torch

from alignlens import config as configs
from alignlens.__main__ import main
from alignlens.data import Row, encode_corpus, make_batch, pairs_of, read_rows
from alignlens.lexicon import copy_classes, identity
from alignlens.loss import guided_salience
from alignlens.pack import read_manifest
from alignlens.salience import sentence_spans, word_weights
from alignlens.summarize import repeats_itself, supported
from alignlens.tokenizer import EOS, PAD, train_tokenizer, word_classes

SETTINGS = tiny.summary_config()


@pytest.fixture(scope="module")
def task():
    rows = pairs_of((Row(s, t, "") for s, t in tiny.SUMMARIES), SETTINGS)
    tokenizer = train_tokenizer([r.source for r in rows] + [r.target for r in rows], 400, identifier_words=True)
    return rows, tokenizer, encode_corpus(rows, tokenizer, tokenizer, SETTINGS.data)


def test_rows_are_unescaped_and_their_origin_shortened(tmp_path):
    (tmp_path / "rows.tsv").write_text("a\\nb \\\\n c\tsum\\tmary\tdeb:package:more\n", "utf-8")
    [row] = pairs_of(read_rows(tmp_path / "rows.tsv"), SETTINGS)
    assert row == Row("a b \\n c", "sum mary", "deb")


def test_long_sources_are_cut_not_left_out(task):
    rows, tokenizer, _ = task
    corpus = encode_corpus(rows, tokenizer, tokenizer, dataclasses.replace(SETTINGS.data, source_tokens=20))
    lengths = [len(tokenizer.encode(r.source).ids) for r in rows]
    assert min(lengths) < 20 < max(lengths)
    assert np.diff(corpus.source_offsets).tolist() == [min(n, 20) for n in lengths]


def test_no_subword_crosses_the_words_of_an_identifier():
    tokenizer = train_tokenizer(["getFileName HTTPServer parse_args"] * 9, 400, identifier_words=True)
    pieces = tokenizer.encode("getFileName HTTPServer parse_args").tokens
    assert pieces == ["get", "File", "Name", "▁HTTP", "Server", "▁parse", "_", "args"]
    assert tokenizer.decode(tokenizer.encode("getFileName 😀 x").ids) == "getFileName 😀 x"


def test_identity_lexicon_votes_for_all_forms_of_a_word(task):
    _, tokenizer, corpus = task
    classes = word_classes(tokenizer)
    table = identity(corpus, classes, 1e-3).dense()
    np.testing.assert_allclose(table.sum(1), 1, atol=1e-6)
    forms = [tokenizer.token_to_id(piece) for piece in ("file", "▁file", "File") if tokenizer.token_to_id(piece)]
    assert len(forms) >= 2
    for x in forms:
        assert set(np.nonzero(table[x])[0]) >= set(forms)
    counts = np.bincount(corpus.target, minlength=len(classes)) + 1
    assert table[forms[0], forms[1]] / table[forms[0], forms[0]] == pytest.approx(counts[forms[1]] / counts[forms[0]], rel=1e-4)
    stop = tokenizer.token_to_id(".")
    assert table[stop, stop] == 1
    assert table[EOS, EOS] == 1


def test_copies_guide_the_attention(task):
    _, tokenizer, corpus = task
    corpus.copies = copy_classes(corpus, tokenizer, common=0.2)
    batch = make_batch(corpus, np.arange(len(corpus)), None)
    sums = batch.guide.sum(-1)
    assert set(np.round(sums.flatten(), 5)) == {0.0, 1.0}
    classes = word_classes(tokenizer)
    b, t, s = np.nonzero(batch.guide)
    assert (classes[batch.source[b, s]] == classes[batch.target_out[b, t]]).all()
    assert (batch.source[b, s] != PAD).all()
    for row, length in enumerate(batch.source_lengths):
        end = int((batch.target_out[row] == EOS).argmax())
        assert batch.guide[row, end, length - 1] == 1


def test_guided_salience_by_hand():
    salience = torch.tensor([[0.5, 0.3, 0.2, 0.0]], requires_grad=True)
    guide = torch.tensor([[[1.0, 0, 0, 0], [0.5, 0.5, 0, 0], [0, 0, 1.0, 0]]])  # the third position is EOS
    loss = guided_salience(salience, guide, torch.tensor([3]))
    assert loss.item() == pytest.approx(-(1.5 * np.log(0.5) + 0.5 * np.log(0.3)), rel=1e-5)
    loss.backward()
    assert salience.grad[0, 2] == 0


def test_words_get_the_salience_of_their_subwords():
    pieces = [(0, 3, 0.25), (3, 7, 0.25), (7, 9, 0.125), (9, 10, 0.375)]
    assert word_weights("get_it now. unread", pieces) == [(0, 6, 0.5), (7, 11, 0.5)]
    assert [a for a, _ in sentence_spans("One. Two of e.g. it. Three")] == [0, 5, 21]


def test_repeats_itself():
    assert repeats_itself("a tetris Tetris game")
    assert repeats_itself("read a file and read a File")
    assert not repeats_itself("read a file and write a file")


def test_supported():
    def nothing(word):
        return False

    vocabulary = {"return", "returns", "copy", "copied", "stop", "message"}.__contains__
    assert supported("the user_id of getUser is 42", "def getUser(): user_id = 42", nothing)
    assert not supported("a user_name", "user_id", nothing)
    assert not supported("43", "42", nothing)
    source = "def summarize(text): userName = 1"
    for line in ("Returns messages", "copies stopped", "Summarizes texts", "userName of user", "restopped"):
        assert supported(line, source, vocabulary), line
    for line in ("Lensmarize", "Returns the skillation", "massage"):
        assert not supported(line, source, vocabulary), line


def test_joint_vocabulary_shares_the_embedding():
    _, _, _, model = tiny.make(SETTINGS)
    assert model.decoder.embedding.weight is model.encoder.embedding.weight
    assert "decoder.embedding.weight" not in dict(model.named_parameters())


def test_from_rows_to_a_pack_with_a_card(tmp_path):
    rows = "".join(f"{s}\t{t}\tpy:tiny\n".replace("\\", "\\\\") for s, t in tiny.SUMMARIES if "\n" not in s)
    for name in ("train.tsv", "dev.tsv", "test.tsv"):
        (tmp_path / name).write_text(rows, encoding="utf-8")
    values = configs.to_dict(SETTINGS)
    values["train"] |= {"batch_tokens": 60, "tokens": 4000, "learning_rate": 0.01, "guided_salience": 0.2, "sampled_softmax": 20}
    (tmp_path / "tiny.yaml").write_text(json.dumps(values), encoding="utf-8")
    run, pack, data = str(tmp_path / "run"), str(tmp_path / "pack"), str(tmp_path)
    assert main(["prepare", str(tmp_path / "tiny.yaml"), "--data", data, "--run", run, "--set", "train.warmup_updates=10"]) == 0
    assert main(["train", "--run", run, "--data", data, "--threads", "1"]) == 0
    assert main(["export", "--run", run, "--out", pack]) == 0
    assert main(["evaluate", pack, "--data", data, "--split", "test"]) == 0
    whole = read_manifest(tmp_path / "pack")["metrics"][0]
    assert whole["rougeL"] > 80  # four pairs are learned by heart
    assert whole["salience"]["lossWithoutSalient"] > 0
    assert "ROUGE-L" in (tmp_path / "pack" / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("tokenizer.joint=false", "needs tokenizer.joint"),
        ("data.source_tokens=0", "data.source_tokens"),
        ("model.pooling=max", "must be one of mean, attention"),
        ("model.pooling", "SECTION.KEY=VALUE"),
        ("train.nonsense=1", "unknown key 'nonsense'"),
    ],
)
def test_changed_configs_are_checked(change, message, tmp_path, capsys):
    (tmp_path / "tiny.yaml").write_text(json.dumps(configs.to_dict(SETTINGS)), encoding="utf-8")
    arguments = ["prepare", str(tmp_path / "tiny.yaml"), "--data", str(tmp_path), "--run", str(tmp_path / "run")]
    assert main([*arguments, "--set", change]) == 2
    assert message in capsys.readouterr().err
