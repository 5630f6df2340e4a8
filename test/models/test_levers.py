"""The bench of levers trains what it is told to, once, and decodes with packs in other ways."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "models"))
import levers


@pytest.fixture
def trained(run, tmp_path, monkeypatch, capsys):
    """(folder of the variants, arguments that train two, what that printed)."""
    monkeypatch.setattr(levers, "TRAINING", {"as configured": (), "dot score": ("model.score=dot",)})
    work = tmp_path / "work"
    arguments = ["train", "--run", str(run), "--data", str(run.parent), "--every", "1", "--work", str(work), "--tokens", "600"]
    levers.main(arguments)
    return work, arguments, capsys.readouterr().out


def test_training_levers(trained, capsys):
    work, arguments, printed = trained
    rows = [line.split(" | ") for line in printed.splitlines() if line.startswith("| ") and not line.startswith("| |")]
    assert [row[0] for row in rows] == ["| as configured", "| dot score"]
    assert json.loads((work / "dot-score/pack/manifest.json").read_text("utf-8"))["architecture"]["score"] == "dot"
    stamp = (work / "dot-score/checkpoint.pt").stat().st_mtime_ns
    levers.main(arguments)
    assert (work / "dot-score/checkpoint.pt").stat().st_mtime_ns == stamp
    assert capsys.readouterr().out.splitlines()[-1] == printed.splitlines()[-1]


def test_decoding_levers(trained, capsys):
    work, arguments, _ = trained
    levers.main(["decode", str(work / "as-configured/pack"), *arguments[3:7]])
    lines = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if line.startswith("| ")]) == 1 + len(levers.DECODING)
    assert "Signature: `nrefs:1" in lines[-1]


def test_what_integers_cost(trained, capsys):
    work, arguments, _ = trained
    levers.main(["quantize", str(work / "as-configured/pack"), *arguments[3:7]])
    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("| ")][1:]
    assert [row.split(" | ")[0] for row in rows] == ["| floats", "| int8"]
    assert "+0.00" in rows[0]
