"""Trains and measures the experiments one after another; what is begun is gone on with, what has a row is not done again."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from alignlens.config import load
from alignlens.data import Corpus, encode_corpus, make_batch, pairs_of, read_rows
from alignlens.lexicon import align, attach_links
from alignlens.prepare import prepare
from alignlens.train import Trainer, train_to_the_end

from .experiments import CONFIG, Experiment
from .measure import TESTS, figures

_MAPPED_PAIR = 7
"""The dev pair whose attention is drawn."""
SHARED = ("source.tokenizer.json", "target.tokenizer.json", "train.npz", "lexicon.bin", "aligned-dev.npz")


def prepare_data(corpus: Path, work: Path) -> None:
    """multi30k/*.{en,de}.gz → WORK/data/*.tsv and WORK/base: what all experiments share."""
    data, base = work / "data", work / "base"
    data.mkdir(parents=True, exist_ok=True)
    for split in ("train", "val", *TESTS):
        sides = []
        for language in ("en", "de"):
            with gzip.open(corpus / "multi30k" / f"{split}.{language}.gz", "rt", encoding="utf-8") as lines:
                sides.append([" ".join(line.split()) for line in lines])
        rows = [f"{source}\t{target}\n" for source, target in zip(*sides, strict=True)]
        (data / f"{split}.tsv").write_text("".join(rows), encoding="utf-8")
    config = load(CONFIG, ["model.lexicon=bilingual"])
    prepare(config, data, base, None)
    _align_dev(data, base)


def _align_dev(data: Path, base: Path) -> None:
    """Statistical links of the dev pairs, aligned together with the training pairs: BASE/aligned-dev.npz."""
    config = load(CONFIG)
    tokenizers = [Tokenizer.from_file(str(base / f"{side}.tokenizer.json")) for side in ("source", "target")]
    dev, train = (encode_corpus(pairs_of(read_rows(data / f"{s}.tsv"), config), *tokenizers, config.data) for s in ("val", "train"))
    both = Corpus(
        np.concatenate([dev.source, train.source]),
        np.concatenate([dev.source_offsets, train.source_offsets[1:] + dev.source_offsets[-1]]),
        np.concatenate([dev.target, train.target]),
        np.concatenate([dev.target_offsets, train.target_offsets[1:] + dev.target_offsets[-1]]),
        np.concatenate([dev.domains, train.domains]),
        dev.domain_names,
    )
    attach_links(both, *align(both, base / "align"))
    dev.links = both.links[: both.link_offsets[len(dev)]]
    dev.link_offsets = both.link_offsets[: len(dev) + 1]
    dev.save(base / "aligned-dev.npz")


def run_experiment(experiment: Experiment, work: Path, rows: Path, threads: int, tokens: int | None) -> None:
    """Trains what is not trained and measures it: ROWS/<folder>.json has its figures, learning curve and an attention map."""
    run, data = work / experiment.folder, work / "data"
    row = rows / f"{experiment.folder}.json"
    if row.exists():
        return
    run.mkdir(exist_ok=True)
    for name in SHARED:
        shutil.copy(work / "base" / name, run / name)
    config = experiment.config(tokens)
    print(f"== {experiment.name}, seed {experiment.seed}", flush=True)
    trainer = Trainer(config, run, data, threads, experiment.build)
    train_to_the_end(trainer)
    found = {
        "name": experiment.name, "seed": experiment.seed, "updates": trainer.update, "target_tokens": trainer.tokens,
        "tokens_per_second": round(trainer.tokens / trainer.seconds),
        **figures(trainer.model, config, run, data, trainer.last_dev_loss, experiment.network == "attention"),
    }
    print(json.dumps({k: v for k, v in found.items() if k not in TESTS} | {t: found[t]["bleu_lowercase"] for t in TESTS}), flush=True)
    found["curve"] = _curve(run)
    if experiment.network == "attention":
        found["map"] = _map(trainer.model, run)
    rows.mkdir(parents=True, exist_ok=True)
    row.write_text(json.dumps(found, ensure_ascii=False) + "\n", encoding="utf-8")


def _curve(run: Path) -> list[tuple[int, float]]:
    """(target subwords trained on, dev loss) of each evaluation."""
    entries = [json.loads(line) for line in (run / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(e["tokens"], round(e["dev_loss"], 4)) for e in entries if "dev_loss" in e]


@torch.no_grad()
def _map(model: nn.Module, run: Path) -> dict:
    """Source and target subwords of one dev pair, and the attention `[target][source]` between them."""
    model.eval()
    batch = make_batch(Corpus.load(run / "aligned-dev.npz"), np.array([_MAPPED_PAIR]), None)
    _, attention, _ = model(*(torch.from_numpy(v) for v in (batch.source, batch.source_lengths, batch.target_in, batch.target_out)))
    source, target = (
        [Tokenizer.from_file(str(run / f"{side}.tokenizer.json")).id_to_token(int(i)).replace("▁", "") or "▁" for i in ids]
        for side, ids in (("source", batch.source[0]), ("target", batch.target_out[0]))
    )
    return {"source": source, "target": target, "attention": [[round(w, 3) for w in row] for row in attention[0].tolist()]}


def speed(experiments: list[Experiment], work: Path, threads: int, rounds: int, updates: int) -> dict[str, float]:
    """Target tokens per second of training, measured side by side: ROUNDS times UPDATES updates of each in turn."""
    trainers = []
    for experiment in experiments:
        trainers.append((experiment, Trainer(experiment.config(None), work / "base", work / "data", threads, experiment.build)))
    rates: dict[str, list[float]] = {experiment.name: [] for experiment in experiments}
    for _ in range(rounds):
        for experiment, trainer in trainers:
            rates[experiment.name].append(trainer.measure_rate(updates))
    return {name: round(float(np.median(found))) for name, found in rates.items()}

