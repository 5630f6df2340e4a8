"""From measured runs to what the README shows: the table, learning curves and attention maps."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from statistics import mean, stdev

from alignlens.plot import learning_curves

from .experiments import ALL, DESIGN_SPACE, REFERENCES
from .measure import TESTS
from .pictures import attention_maps

_TEST_NAMES = [t.removeprefix("test_").replace("_flickr", "").replace("2017_", "") for t in TESTS]
_COLUMNS = ("dev perplexity", *(f"{name} lc / cased / chrF" for name in _TEST_NAMES), "AER", "M parameters")


def report(out: Path) -> None:
    """Writes OUT/{table.md, curves.svg, attention.svg} from OUT/rows/*.json."""
    results = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((out / "rows").glob("*.json"))]
    (out / "table.md").write_text(table(results), encoding="utf-8")
    first = {result["name"]: result for result in results if result["seed"] == 1}
    references = {experiment.name for experiment in REFERENCES}
    curves = {e.name: first[e.name]["curve"] for e in ALL if e.name in first}
    (out / "curves.svg").write_text(learning_curves(curves, references), encoding="utf-8")
    maps = [(e.name, *(first[e.name]["map"][key] for key in ("source", "target", "attention"))) for e in DESIGN_SPACE if e.name in first]
    (out / "attention.svg").write_text(attention_maps(maps), encoding="utf-8")


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
