"""`evaluate`: a pack's figures on a split, written into its manifest and its generated model card."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from .calibration import pack_calibration
from .card import card
from .config import Config, DataConfig, from_dict
from .data import Row, pairs_of, read_parallel, read_rows, unescape
from .pack import read_manifest, write_manifest
from .predict import Predictor
from .rouge import SIGNATURE, has_repeated_trigram, rouge
from .salience import salience_figures
from .summarize import Line, Summarizer
from .text import Protector, normalise


def placeholders_kept(source: str, output: str, protector: Protector) -> bool:
    """Whether every protected span of the source is in the output as often as in the source."""
    source = normalise(source)
    wanted = Counter(source[s:e] for s, e, _ in protector.find(source))
    return all(output.count(text) >= count for text, count in wanted.items())


def score(rows: list[Row], outputs: list[str], data: DataConfig) -> dict:
    """BLEU, chrF2 and the share of rows whose protected spans all came back, with metric signatures."""
    from sacrebleu.metrics import BLEU, CHRF

    bleu, chrf = BLEU(tokenize="zh" if data.target == "zh" else "13a"), CHRF()
    references = [[r.target for r in rows]]
    protector = Protector(data.protect_latin_words)
    kept = sum(placeholders_kept(r.source, o, protector) for r, o in zip(rows, outputs))
    return {
        "sentences": len(rows),
        "bleu": round(bleu.corpus_score(outputs, references).score, 2),
        "bleuSignature": str(bleu.get_signature()),
        "chrf": round(chrf.corpus_score(outputs, references).score, 2),
        "chrfSignature": str(chrf.get_signature()),
        "placeholdersKept": round(kept / len(rows), 5),
    }


def score_summaries(rows: list[Row], lines: list[Line]) -> dict:
    """Mean ROUGE F1 × 100, the share of lines with a word trigram twice, and of lines that make no name or number up."""
    means = [
        round(100 * sum(column) / len(rows), 2) for column in zip(*(rouge(o.text, r.target) for o, r in zip(lines, rows)))
    ]
    return {
        "texts": len(rows),
        **dict(zip(("rouge1", "rouge2", "rougeL"), means)),
        "rougeSignature": SIGNATURE,
        "repeatedTrigram": round(sum(has_repeated_trigram(o.text) for o in lines) / len(lines), 5),
        "supported": round(sum(o.supported for o in lines) / len(lines), 5),
    }


def evaluate(folder: Path, data: Path, split: str, outputs_file: Path | None) -> list[dict]:
    """Translates or summarizes `dev`, `test` or a folder of `data` with a file per language, stores the figures (whole and per
    domain) in the pack, writes its card."""
    manifest = read_manifest(folder)
    config = from_dict(manifest["config"])
    name = {"dev": config.data.dev, "test": config.data.test}.get(split)
    if name:
        rows = list(read_rows(data / name, config.data.reverse))
    else:
        name, rows = split, list(read_parallel(data / split, config.data.source, config.data.target))
    started = time.time()
    texts, metrics = _summaries(folder, config, rows) if config.task == "summarize" else _translations(folder, config, rows)
    print(f"{len(rows)} texts in {time.time() - started:.0f} s", flush=True)
    if outputs_file:
        outputs_file.write_text("\n".join(texts) + "\n", encoding="utf-8")
    metrics = [{"data": name, **m} for m in metrics]
    for m in metrics:
        print("  ".join(f"{k} {v}" for k, v in m.items()))
    manifest["metrics"] = [m for m in manifest["metrics"] if m["data"] != name] + metrics
    write_manifest(folder, manifest)
    (folder / "README.md").write_text(card(manifest), encoding="utf-8")
    return metrics


def _domains(rows: list[Row]):
    """Indices of all rows, then of each domain's, where they have one."""
    for domain in ["all", *sorted({r.domain for r in rows} - {""})]:
        yield domain, [k for k, r in enumerate(rows) if domain in ("all", r.domain)]


def _translations(folder: Path, config: Config, rows: list[Row]) -> tuple[list[str], list[dict]]:
    predictor = Predictor.of_pack(folder)
    outputs = predictor.translate([r.source for r in rows])
    metrics = [
        {"domain": domain, **score([rows[k] for k in chosen], [outputs[k] for k in chosen], config.data)}
        for domain, chosen in _domains(rows)
    ]
    metrics[0]["calibration"] = pack_calibration(predictor, pairs_of(iter(rows), config))
    return outputs, metrics


def _summaries(folder: Path, config: Config, rows: list[Row]) -> tuple[list[str], list[dict]]:
    rows = list(unescape(rows))
    summarizer = Summarizer(folder)
    lines = summarizer.summarize([r.source for r in rows])
    metrics = [
        {"domain": domain, **score_summaries([rows[k] for k in chosen], [lines[k] for k in chosen])}
        for domain, chosen in _domains(rows)
    ]
    if summarizer.has_salience:
        metrics[0]["salience"] = salience_figures(summarizer, rows, config)
    return [line.text for line in lines], metrics
