"""The bench of levers trains what it is told to, once, and decodes with packs in other ways."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).parents[2] / "models"))
from alignlens.__main__ import main as alignlens
from alignlens.config import load
from alignlens.data import Corpus
from alignlens.lexicon import Lexicon
from alignlens.predict import Predictor
from alignlens.tokenizer import EOS, FIRST_BYTE, FIRST_PLACEHOLDER
from alignlens.train import Trainer
from levers import __main__ as bench
from levers import cases, corpora, lexica, networks
from levers.training import training_levers


@pytest.fixture
def arguments(run, tmp_path):
    """Of `levers train` for the tiny run, without names."""
    work = tmp_path / "work"
    return ["train", "--run", str(run), "--data", str(run.parent), "--every", "1", "--work", str(work), "--tokens", "600"]


@pytest.fixture
def trained(arguments, tmp_path, capsys):
    """(folder of the variants, arguments that train two, what that printed)."""
    arguments = [*arguments, "dot score"]
    assert bench.main(arguments) == 0
    return tmp_path / "work", arguments, capsys.readouterr().out


@pytest.fixture
def chinese(run):
    """The tiny run the other way round."""
    folder = run.parent / "reversed"
    changes = ["--set", "data.reverse=true", "--set", "data.source=zh", "--set", "data.target=en"]
    assert alignlens(["prepare", str(run.parent / "tiny.yaml"), "--data", str(run.parent), "--run", str(folder), *changes]) == 0
    return folder


def rows_of(printed: str) -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in printed.splitlines() if line.startswith("| ") and not line.startswith("| |")]


def test_training_levers(trained, capsys):
    work, arguments, printed = trained
    assert [row[0] for row in rows_of(printed)] == ["as configured", "dot score"]
    assert json.loads((work / "dot-score/pack/manifest.json").read_text("utf-8"))["architecture"]["score"] == "dot"
    stamp = (work / "dot-score/checkpoint.pt").stat().st_mtime_ns
    bench.main(arguments)
    assert (work / "dot-score/checkpoint.pt").stat().st_mtime_ns == stamp
    assert capsys.readouterr().out.splitlines()[-1] == printed.splitlines()[-1]


def test_every_lever_trains(arguments, run, capsys, monkeypatch):
    monkeypatch.setattr(networks, "_MIN_PHRASE_LINKS", 2)
    alignlens(["train", "--run", str(run), "--data", str(run.parent), "--tokens", "100"])
    arguments[arguments.index("--tokens") + 1] = "60"
    capsys.readouterr()
    assert bench.main(arguments) == 0
    rows = rows_of(capsys.readouterr().out)
    assert [row[0] for row in rows] == list(training_levers(None))
    assert all(float(row[3]) >= 0 for row in rows)


def test_unknown_levers_are_named(arguments, capsys):
    assert bench.main([*arguments, "dot scores"]) == 2
    assert "no lever is called 'dot scores'; there are: as configured; " in capsys.readouterr().err


def test_decoding_levers(trained, capsys):
    work, arguments, _ = trained
    bench.main(["decode", str(work / "as-configured/pack"), *arguments[3:7]])
    printed = capsys.readouterr().out
    assert len(rows_of(printed)) == len(bench.DECODING)
    assert "Signature: `nrefs:1" in printed.splitlines()[-1]


def test_what_integers_cost(trained, capsys):
    work, arguments, _ = trained
    bench.main(["quantize", str(work / "as-configured/pack"), *arguments[3:7]])
    rows = rows_of(capsys.readouterr().out)
    assert [row[0] for row in rows] == ["floats", "int8"]
    assert rows[0][2] == "+0.00"


@pytest.mark.parametrize("diagonal", [False, True])
def test_expectation_maximisation_by_hand(run, diagonal):
    """Against model 1 written with loops over words, on pairs of unequal lengths."""
    corpus, config = Corpus.load(run / "train.npz"), load(run / "config.json")
    table: dict[tuple[int, int], float] = {}
    null = -1
    pairs = [(corpus.source_ids(k).tolist(), corpus.target_ids(k).tolist()) for k in range(len(corpus))]
    for _ in range(5):
        counts: dict[tuple[int, int], float] = {}
        for source, target in pairs:
            for t, y in enumerate(target):
                prior = [np.exp(-4 * abs((i + 0.5) / len(source) - (t + 0.5) / len(target))) for i in range(len(source))]
                prior = [0.92 * p / sum(prior) for p in prior] + [0.08] if diagonal else [1.0] * (len(source) + 1)
                chance = [table.get((x, y), 0.0) * p if table else p for x, p in zip([*source, null], prior)]
                for x, c in zip([*source, null], chance):
                    counts[x, y] = counts.get((x, y), 0.0) + c / sum(chance)
        totals: dict[int, float] = {}
        for (x, _), c in counts.items():
            totals[x] = totals.get(x, 0.0) + c
        table = {(x, y): c / (totals[x] + 0.5) for (x, y), c in counts.items()}
    lexica.by_expectation(diagonal)(run, config, Namespace())
    dense = Lexicon.load(run / "lexicon.bin").dense()
    assert (dense[EOS].argmax(), dense[EOS].sum()) == (EOS, 1.0)
    placeholders = range(FIRST_PLACEHOLDER, FIRST_BYTE)
    for (x, y), expected in table.items():
        if x != null and x not in placeholders and y not in placeholders and expected > 2e-3:
            assert dense[x, y] == pytest.approx(expected, abs=2e-5)


def test_a_floor_of_another_weight(run):
    before = Lexicon.load(run / "lexicon.bin")
    lexica.with_epsilon(0.25)(run, load(run / "config.json"), Namespace())
    after = Lexicon.load(run / "lexicon.bin")
    assert after.epsilon == 0.25
    np.testing.assert_array_equal(after.dense(), before.dense())


def test_split_subwords_spell_the_same(run):
    tokenizer = Tokenizer.from_file(str(run / "source.tokenizer.json"))
    before = Corpus.load(run / "train.npz")
    corpora.split_subwords(0.5)(run, load(run / "config.json"), Namespace())
    after = Corpus.load(run / "train.npz")
    assert len(after.source) > len(before.source)
    for k in range(len(before)):
        assert tokenizer.decode(after.source_ids(k).tolist()) == tokenizer.decode(before.source_ids(k).tolist())


def test_a_part_of_the_pairs(run, monkeypatch):
    monkeypatch.setattr(corpora, "_SCORED", 4)
    before = Corpus.load(run / "train.npz")
    corpora.scored(1.0)(run, load(run / "config.json"), Namespace())
    after = Corpus.load(run / "train.npz")
    all_pairs = [(before.source_ids(k).tolist(), before.target_ids(k).tolist()) for k in range(len(before))]
    places = [all_pairs.index((after.source_ids(k).tolist(), after.target_ids(k).tolist())) for k in range(len(after))]
    assert len(set(places)) == 4
    for k, place in enumerate(places):
        links = [c.links[c.link_offsets[j] : c.link_offsets[j + 1]].tolist() for c, j in ((before, place), (after, k))]
        assert links[0] == links[1]


def test_tags_come_first_and_links_follow(run):
    before = Corpus.load(run / "train.npz")
    corpora.tagged(run, load(run / "config.json"), Namespace())
    after = Corpus.load(run / "train.npz")
    for k in range(len(before)):
        assert after.source_ids(k).tolist() == [FIRST_BYTE, *before.source_ids(k).tolist()]
    np.testing.assert_array_equal(after.links - 1, before.links)


def test_the_most_unlike_lengths_go(run):
    before = Corpus.load(run / "train.npz")
    corpora.alike_lengths(run, load(run / "config.json"), Namespace())
    after = Corpus.load(run / "train.npz")

    def ratios(corpus: Corpus) -> list[float]:
        return (np.diff(corpus.target_offsets) / np.diff(corpus.source_offsets)).tolist()

    usual = float(np.median(ratios(before)))
    left_out = sorted(set(ratios(before)) - set(ratios(after)))
    assert len(after) < len(before)
    assert left_out
    furthest = max(max(r / usual, usual / r) for r in ratios(after))
    assert all(max(r / usual, usual / r) > furthest for r in left_out)


def test_half_width_marks_stay(run):
    rows = run.parent / "train.tsv"
    rows.write_text(rows.read_text("utf-8") + "Done, at last\t好了,终于\n", encoding="utf-8")
    alignlens(["prepare", str(run.parent / "tiny.yaml"), "--data", str(run.parent), "--run", str(run)])
    texts = []
    for make in (lambda *_: None, corpora.punctuation_as_it_comes):
        make(run, load(run / "config.json"), Namespace(data=run.parent))
        corpus, tokenizer = Corpus.load(run / "train.npz"), Tokenizer.from_file(str(run / "target.tokenizer.json"))
        texts.append([tokenizer.decode(corpus.target_ids(k).tolist()) for k in range(len(corpus))])
    assert ["好了，终于" in found for found in texts] == [True, False]
    assert ["好了,终于" in found for found in texts] == [False, True]


def test_cases_are_factors_of_the_source(run):
    config = load(run / "config.json", ["data.rough_pairs=0.5"])
    cases.in_lower_case(run, config, Namespace(data=run.parent))
    tokenizer, corpus = Tokenizer.from_file(str(run / "source.tokenizer.json")), Corpus.load(run / "train.npz")
    size = tokenizer.get_vocab_size()
    assert not any(piece.isascii() and piece.isalpha() and piece != piece.lower() for piece in tokenizer.get_vocab())
    assert {int(code) // size for code in corpus.source} >= {0, 1}
    predictor = cases.reading_cases(Predictor(None, tokenizer, tokenizer, config.data, config.decoding), [], run)
    text = "THE file is Open."
    (encoded,) = predictor.source.encode_batch_fast([text])
    assert tokenizer.decode([code % size for code in encoded.ids]) == text.lower()
    written = {tokenizer.decode([code % size]).strip(): code // size for code in encoded.ids}
    assert written["."] == 0
    model = cases.with_cases(config, run).eval()
    ids = torch.tensor([[*encoded.ids, EOS]])
    plain, factored = (model.encode(x, torch.tensor([ids.shape[1]]))[0] for x in (ids % size, ids))
    torch.testing.assert_close(plain.memory, factored.memory)  # before training
    torch.testing.assert_close(plain.source, factored.source)
    model.encoder.embedding.case.weight.data.fill_(1.0)[0] = 0.0
    assert not torch.equal(model.encode(ids, torch.tensor([ids.shape[1]]))[0].memory, plain.memory)


@pytest.mark.parametrize(("piece", "expected"), [("open", 0), ("Open", 1), ("I", 1), ("HTTP", 2), ("iOS", 3), ("42", 0), (" The", 1)])
def test_how_a_subword_is_written(piece, expected):
    assert cases._case(piece) == expected


def trainer_of_two_domains(run: Path) -> Trainer:
    """Every second pair is news."""
    domains = np.array([0, 1] * 5, np.uint8)
    replace(Corpus.load(run / "train.npz"), domains=domains, domain_names=["docs", "news"]).save(run / "train.npz")
    return Trainer(load(run / "config.json", ["train.tokens=100"]), run, run.parent, 1)


def test_better_domains_come_last(run):
    trainer = trainer_of_two_domains(run)
    corpora.better_domains_last(trainer)
    corpus = trainer.corpus
    coarse = {tuple(corpus.target_ids(k)) for k in np.flatnonzero(corpus.domains)}
    early, late = set(), set()
    for _, _, batch in trainer.sampler.batches(0, 0):
        (early if trainer.tokens < 60 else late).update(tuple(row[row > EOS]) for row in batch.target_out)
        trainer.tokens += batch.tokens
        if trainer.tokens > 300:
            break
    assert early & coarse
    assert late
    assert not late & coarse


def test_without_machine_output(run):
    trainer = trainer_of_two_domains(run)
    corpora.without_machine_output(trainer)
    drawn = {int(pair) for batch in trainer.sampler.epoch(0) for pair in batch}
    assert drawn == set(np.flatnonzero(trainer.corpus.domains == 0).tolist())


def test_the_position_prior_fades(run):
    config = load(run / "config.json", ["model.dropout=0"])
    model = networks.with_position_prior(config, run)
    attention = model.decoder.attention
    memory, mask = torch.zeros(1, 4, config.model.hidden), torch.ones(1, 4, dtype=torch.bool)
    query = torch.zeros(1, 4, config.model.hidden)

    def weights() -> torch.Tensor:
        return attention(query, attention.keys(memory), memory, mask)[1][0]

    first = weights()
    assert first.argmax(-1).tolist() == [0, 1, 2, 3]
    torch.testing.assert_close(first.sum(-1), torch.ones(4))
    for _ in range(200):
        last = weights()
    torch.testing.assert_close(last, torch.full((4, 4), 0.25))
    attention.updates = 0
    attention.eval()
    torch.testing.assert_close(weights(), torch.full((4, 4), 0.25))


def test_phrases_vote_where_they_end(run, monkeypatch):
    monkeypatch.setattr(networks, "_MIN_PHRASE_LINKS", 2)
    config = load(run / "config.json")
    model = networks.with_phrases()(config, run).eval()
    size = model.encoder.embedding.num_embeddings
    assert len(model.phrases) > 0
    torch.testing.assert_close(model.table[size:].sum(1), torch.ones(len(model.phrases)))
    first, second = divmod(int(model.phrases[0]), size)
    encoded, _ = model.encode(torch.tensor([[first, second, EOS]]), torch.tensor([3]))
    assert encoded.source.tolist() == [[first, size, EOS]]


def test_dictionary_entries(chinese, tmp_path):
    """Words of one subword count for its row, those of two get a row; long glosses and asides say nothing."""
    source, target = (Tokenizer.from_file(str(chinese / f"{side}.tokenizer.json")) for side in ("source", "target"))
    dictionary = tmp_path / "cedict.json"
    meanings = ["file (computing)", "what is kept of it on a disk"]
    entries = [{"simplified": "文件", "english": meanings}, {"simplified": "A", "english": ["a"]}]
    dictionary.write_text(json.dumps(entries), encoding="utf-8")
    word = source.encode("文件").ids
    assert len(word) <= 2
    assert list(lexica.dictionary_links(dictionary, source, target)) == [
        (word, y, pytest.approx(3 / len(target.encode(" file").ids))) for y in target.encode(" file").ids
    ]
