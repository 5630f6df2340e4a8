import json
import sys
from pathlib import Path

import pytest
import torch

sys.path.insert(0, str(Path(__file__).parent))
import tiny

from alignlens import config as configs
from alignlens.__main__ import main


@pytest.fixture(autouse=True)
def exact_products():
    """A trainer lets products be rounded for the whole process; the tests after it compare exact ones again."""
    yield
    torch.set_float32_matmul_precision("highest")


@pytest.fixture
def run(tmp_path):
    """A prepared run of the tiny task, with room for a few dozen updates."""
    rows = "".join(f"{s}\t{t}\tui\ttest\n" for s, t in tiny.PAIRS)
    for name in ("train.tsv", "dev.tsv", "test.tsv"):
        (tmp_path / name).write_text(rows, encoding="utf-8")
    values = configs.to_dict(tiny.config(dropout=0.1))
    values["train"] |= {"batch_tokens": 20, "tokens": 2000, "evaluate_minutes": 60, "checkpoint_minutes": 0.0}
    (tmp_path / "tiny.yaml").write_text(json.dumps(values), encoding="utf-8")
    folder = tmp_path / "run"
    assert main(["prepare", str(tmp_path / "tiny.yaml"), "--data", str(tmp_path), "--run", str(folder)]) == 0
    return folder
