"""From measured runs to what the README shows: the table, learning curves and attention maps."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from statistics import mean, stdev

import numpy as np
import torch
from tokenizers import Tokenizer

from alignlens.config import from_dict
from alignlens.data import Corpus, make_batch

from .experiments import ALL, DESIGN_SPACE, REFERENCES, Experiment
from .measure import TESTS
from .pictures import attention_maps, learning_curves

_MAPPED_PAIR = 7
"""The dev pair whose attention is drawn."""
_COLUMNS = ("dev perplexity", *(f"{t.removeprefix('test_').replace('_flickr', '').replace('2017_', '')} lc / cased / chrF" for t in TESTS), "AER", "M parameters")


def report(work: Path, out: Path) -> None:
    """Writes OUT/{results.json, table.md, curves.svg, attention.svg} from the runs in WORK."""
    out.mkdir(parents=True, exist_ok=True)
    results = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(work.glob("*/figures.json"))]
    (out / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    (out / "table.md").write_text(table(results), encoding="utf-8")
    references = {experiment.name for experiment in REFERENCES}
    (out / "curves.svg").write_text(learning_curves(_curves(work), references), encoding="utf-8")
    (out / "attention.svg").write_text(attention_maps(list(_maps(work))), encoding="utf-8")


def table(results: list[dict]) -> str:
    """Markdown: a row per experiment in the order of `ALL`; several seeds as mean ± standard deviation."""
    by_name = defaultdict(list)
    for result in results:
        by_name[result["name"]].append(result)
    lines = ["| | seeds | " + " | ".join(_COLUMNS) + " |", "|" + "---|" * (len(_COLUMNS) + 2)]
    for experiment in ALL:
        if found := by_name.get(experiment.name):
            lines.append(f"| {experiment.name} | {len(found)} | " + " | ".join(_cells(found)) + " |")
    signatures = results[0][TESTS[0]]["signatures"]
    lines.append("\nsacreBLEU signatures: " + ", ".join(f"{name} `{signature}`" for name, signature in signatures.items()) + ".")
    return "\n".join(lines) + "\n"


def _cells(found: list[dict]) -> list[str]:
    def cell(values: list[float], digits: int) -> str:
        spread = f" ± {stdev(values):.{digits}f}" if len(values) > 1 else ""
        return f"{mean(values):.{digits}f}{spread}"

    scores = [
        " / ".join(cell([f[test][metric] for f in found], 1) for metric in ("bleu_lowercase", "bleu", "chrf")) for test in TESTS
    ]
    rates = [f["attention_error_rate"] for f in found if "attention_error_rate" in f]
    return [
        cell([f["dev_perplexity"] for f in found], 2), *scores, cell(rates, 1) if rates else "–",
        f"{found[0]['parameters'] / 1e6:.2f}",
    ]


def _curves(work: Path) -> dict[str, list[tuple[int, float]]]:
    curves = {}
    for experiment in ALL:
        log = work / experiment.folder / "log.jsonl"
        if (work / experiment.folder / "figures.json").exists():
            entries = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
            curves[experiment.name] = [(e["tokens"], e["dev_loss"]) for e in entries if "dev_loss" in e]
    return curves


@torch.no_grad()
def _maps(work: Path):
    for experiment in DESIGN_SPACE:
        if not (work / experiment.folder / "figures.json").exists():
            continue
        yield _map(experiment, work / experiment.folder)


def _map(experiment: Experiment, run: Path) -> tuple[str, list[str], list[str], list[list[float]]]:
    config = from_dict(json.loads((run / "config.json").read_text(encoding="utf-8")))
    model = experiment.build(config, run).eval()
    model.load_state_dict(torch.load(run / "weights.pt", weights_only=True), strict=False)
    batch = make_batch(Corpus.load(run / "aligned-dev.npz"), np.array([_MAPPED_PAIR]), None)
    _, attention, _ = model(*(torch.from_numpy(v) for v in (batch.source, batch.source_lengths, batch.target_in, batch.target_out)))
    source, target = (
        [Tokenizer.from_file(str(run / f"{side}.tokenizer.json")).id_to_token(int(i)).replace("▁", "") or "▁" for i in ids]
        for side, ids in (("source", batch.source[0]), ("target", batch.target_out[0]))
    )
    return experiment.name, source, target, attention[0].tolist()
