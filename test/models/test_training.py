"""Data, configuration and the training loop: clear refusals, exact resumption, no lost checkpoint."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import tiny
import torch
from tokenizers import Tokenizer

from alignlens import config as configs
from alignlens.__main__ import main
from alignlens.data import BatchSampler, Corpus, Row, read_rows, rotate_placeholders
from alignlens.errors import ConfigError, DataError, TrainingError
from alignlens.rough import roughened
from alignlens.train import Trainer, learning_rate, save_atomically

MODELS = Path(__file__).parents[2] / "models"


def trainer(run, **changes):
    values = json.loads((run / "config.json").read_text("utf-8"))
    values["train"] |= changes
    return Trainer(configs.from_dict(values), run, run.parent, threads=1)


def test_loss_falls(run):
    t = trainer(run, learning_rate=0.01)
    before = t.dev_loss()
    t.fit()
    assert t.dev_loss() < before - 0.5


def test_checkpoint_restores_everything(run):
    t = trainer(run)
    batches = t.sampler.batches(0, 0)
    for _ in range(5):
        epoch, position, batch = next(batches)
        t.train_step(batch)
        t.place = (epoch, position)
    t.checkpoint()
    t_losses = [t.train_step(next(batches)[2]) for _ in range(5)]
    again = trainer(run)
    again.resume(run / "checkpoint.pt")
    resumed = again.sampler.batches(*again.place)
    assert [again.train_step(next(resumed)[2]) for _ in range(5)] == pytest.approx(t_losses, rel=1e-6)


def test_killed_run_keeps_its_checkpoint(run):
    command = [sys.executable, "-m", "alignlens", "train", "--run", str(run), "--data", str(run.parent), "--tokens", "100000000"]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(MODELS)}, stdout=subprocess.DEVNULL)
    deadline = time.time() + 60
    while not (run / "checkpoint.pt").exists() and time.time() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGKILL)
    process.wait()
    t = trainer(run)
    t.resume(run / "checkpoint.pt")
    assert t.update > 0
    assert np.isfinite(t.dev_loss())


def test_two_processes_learn_what_one_does(run):
    """torchrun with two processes, each with half of every batch, against one; the same weights but for rounding."""
    values = json.loads((run / "config.json").read_text("utf-8"))
    values["model"]["dropout"] = 0.0
    (run / "config.json").write_text(json.dumps(values), encoding="utf-8")
    found = {}
    for size in (1, 2):
        start = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(size)]
        arguments = ["-m", "--", "alignlens", "train", "--run", str(run), "--data", str(run.parent), "--threads", "1", "--tokens", "600"]
        environment = {**os.environ, "PYTHONPATH": str(MODELS), "OMP_NUM_THREADS": "1"}
        subprocess.run([*start, *arguments], env=environment, check=True, timeout=240)
        found[size] = torch.load(run / "checkpoint.pt", weights_only=True)
        (run / "checkpoint.pt").unlink()
    assert found[1]["update"] == found[2]["update"] > 10
    assert found[2]["dev_loss"] == pytest.approx(found[1]["dev_loss"], rel=1e-3)
    for name, value in found[1]["average"].items():
        # Sums in another order are rounded otherwise, and Adam makes steps of gradients that are nothing but rounding.
        assert (found[2]["average"][name] - value).norm() < 0.01 * value.norm() + 0.01, name


def test_parts_of_a_batch_are_the_batch(run):
    t = trainer(run)
    _, _, batch = next(t.sampler.batches(0, 0))
    parts = [batch.part(rank, 2) for rank in range(2)]
    assert sum(part.tokens for part in parts) == batch.tokens
    assert sorted(row.tolist() for part in parts for row in part.source) == sorted(row.tolist() for row in batch.source)


def test_progress_is_drawn(run):
    trainer(run, tokens=200).fit()
    picture = (run / "progress.svg").read_text("utf-8")
    assert picture.count("<polyline") == 1
    assert "dev" in picture


def test_not_a_number_stops_training(run):
    t = trainer(run)
    with torch.no_grad():
        t.model.decoder.output_bias[40] = float("nan")
    with pytest.raises(TrainingError, match=r"lower train\.learning_rate"):
        t.fit()


def test_full_disk_keeps_the_old_checkpoint(tmp_path, monkeypatch):
    path = tmp_path / "checkpoint.pt"
    save_atomically({"a": 1}, path)

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("alignlens.train.torch.save", fail)
    with pytest.raises(TrainingError, match="free some space"):
        save_atomically({"a": 2}, path)
    monkeypatch.undo()
    assert torch.load(path) == {"a": 1}


def test_export_evaluate_and_go_on(run, tmp_path, capsys):
    trainer(run, tokens=200).fit()
    pack = tmp_path / "pack"
    assert main(["export", "--run", str(run), "--out", str(pack), "--quantization", "none"]) == 0
    assert main(["evaluate", str(pack), "--data", str(run.parent)]) == 0
    metrics = json.loads((pack / "manifest.json").read_text("utf-8"))["metrics"]
    assert [m["domain"] for m in metrics] == ["all", "ui"]
    assert metrics[0]["sentences"] == len(tiny.PAIRS)
    assert metrics[0]["placeholdersKept"] == 1
    assert metrics[0]["calibration"]["subwords"] > 2 * len(tiny.PAIRS)
    assert metrics[0]["bleuSignature"] in (pack / "README.md").read_text("utf-8")
    (run.parent / "news").mkdir()
    for language, side in zip(("en", "zh"), zip(*tiny.PAIRS, strict=True), strict=True):
        (run.parent / "news" / language).write_text("\n".join(side), encoding="utf-8")
    assert main(["evaluate", str(pack), "--data", str(run.parent), "--split", "news"]) == 0
    *others, news = json.loads((pack / "manifest.json").read_text("utf-8"))["metrics"]
    assert ([m["domain"] for m in others], news["data"], news["bleu"]) == (["all", "ui"], "news", metrics[0]["bleu"])
    assert main(["evaluate", str(pack), "--data", str(run.parent), "--split", "old"]) == 2
    assert "a split is dev, test or a folder" in capsys.readouterr().err
    (run / "checkpoint.pt").unlink()
    arguments = ["train", "--run", str(run), "--data", str(run.parent), "--tokens", "1", "--resume-from", str(pack)]
    assert main(arguments) == 0
    assert "dev_loss" in capsys.readouterr().out
    again = tmp_path / "again"
    assert main(["export", "--run", str(run), "--out", str(again), "--quantization", "none"]) == 0
    before, after = (json.loads((p / "manifest.json").read_text("utf-8"))["training"]["targetSubwords"] for p in (pack, again))
    assert 200 <= before < after


def test_learning_rate_schedule():
    settings = configs.TrainConfig(learning_rate=1.0, warmup_updates=10, tokens=100, decay_fraction=0.5)
    assert learning_rate(settings, 4, 0) == pytest.approx(0.5)
    assert learning_rate(settings, 50, 50) == pytest.approx(1.0)
    assert learning_rate(settings, 50, 75) == pytest.approx(0.5)
    assert learning_rate(settings, 50, 100) == pytest.approx(settings.final_learning_rate)


def test_sampler_covers_every_pair_and_repeats_itself(run):
    t = trainer(run)
    plan = t.sampler.epoch(3)
    assert sorted(np.concatenate(plan).tolist()) == list(range(len(t.corpus)))
    again = BatchSampler(t.corpus, 20, {}, t.config.train.seed).epoch(3)
    assert all((a == b).all() for a, b in zip(plan, again, strict=True))
    with pytest.raises(DataError, match="the data has ui"):
        BatchSampler(t.corpus, 20, {"docs": 2.0}, 1)


def test_rotation_keeps_kinds():
    ids = np.array([[3, 12, 13, 40, 2]])
    assert rotate_placeholders(ids, np.array([[1, 2, 5]])).tolist() == [[4, 3, 15, 40, 2]]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"modle": {}}, "unknown key 'modle'"),
        ({"model": {"cell": "gru"}}, "must be one of regated, luong"),
        ({"model": {"hidden": "big"}}, "must be of type int"),
        ({"data": 3}, "config.data must be a mapping"),
    ],
)
def test_config_errors_say_what_to_mend(change, message):
    values = configs.to_dict(tiny.config()) | change
    with pytest.raises(ConfigError, match=message):
        configs.from_dict(values)


def test_ragged_rows_are_named(tmp_path):
    (tmp_path / "a.tsv").write_text("one\teins\nonly one column\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"a\.tsv:2: needs a source and a target"):
        list(read_rows(tmp_path / "a.tsv"))
    with pytest.raises(DataError, match="no such file"):
        list(read_rows(tmp_path / "b.tsv"))


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Open the file.", "打开文件。", ("open the file", "打开文件")),
        ("I am.", "我在。", ("i am", "我在")),
        ("API of ⟦c0⟧ .", "⟦c0⟧ 的 API。", ("API of ⟦c0⟧", "⟦c0⟧ 的 API")),
        ("Files:", "文件：", ("files:", "文件：")),
        ("⟦n0⟧ lines.", "⟦n0⟧ 行", ("⟦n0⟧ lines.", "⟦n0⟧ 行")),
        (".", "。", (".", "。")),
    ],
)
def test_rough_pairs(source, target, expected):
    row = Row(source, target, "docs")
    assert roughened([row], 1.0) == [Row(*expected, "docs")]


def test_rough_pairs_are_spread_evenly(run):
    row = Row("Open the file.", "打开文件。", "")
    rough = [k for k, r in enumerate(roughened([row] * 16, 0.25)) if r != row]
    assert rough == [3, 7, 11, 15]
    assert roughened([row] * 16, 0.0) == [row] * 16
    values = json.loads((run.parent / "tiny.yaml").read_text("utf-8"))
    values["data"]["rough_pairs"] = 1.0
    (run.parent / "tiny.yaml").write_text(json.dumps(values), "utf-8")
    assert main(["prepare", str(run.parent / "tiny.yaml"), "--data", str(run.parent), "--run", str(run)]) == 0
    source, corpus = Tokenizer.from_file(str(run / "source.tokenizer.json")), Corpus.load(run / "train.npz")
    assert source.decode(corpus.source_ids(0).tolist()) == "open the file"
