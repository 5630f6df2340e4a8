"""One network for each lever of training, from fresh weights, with the whole schedule."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tokenizers import Tokenizer
from torch import nn

from alignlens.config import Config, load
from alignlens.data import Row
from alignlens.pack import export_run
from alignlens.predict import Predictor
from alignlens.train import Trainer, build_model, train_to_the_end
from alignlens.words import KNOWN_WORDS

from . import cases, corpora, lexica, networks
from .measuring import AS_CONFIGURED, Result, dev_rows, measure

SHARED = ("source.tokenizer.json", "target.tokenizer.json", "train.npz", "lexicon.bin")
_NO_GUIDE = "train.guided_alignment=0"


@dataclass(frozen=True)
class Variant:
    changes: tuple[str, ...] = ()
    """Of the config."""
    files: Callable[[Path, Config, argparse.Namespace], None] | None = None
    """Changes what `prepare` wrote, in the variant's own folder."""
    build: Callable[[Config, Path], nn.Module] = build_model
    """Another network has no pack."""
    adapt: Callable[[Trainer], None] | None = None
    tell: Callable[[Predictor, list[Row], Path], Predictor] | None = None
    """What the predictor is told of the dev rows, which the trainer's dev pairs are not: no cross-entropy then."""


def training_levers(dictionary: Path | None) -> dict[str, Variant]:
    """Names of rows in the table → what is changed."""
    levers = {
        AS_CONFIGURED: Variant(),
        # The sampled softmax takes its likely entries from the lexicon.
        "no lexicon vote": Variant(("model.lexicon=none", "train.sampled_softmax=0")),
        "softmax over all entries": Variant(("train.sampled_softmax=0",)),
        "no guided alignment": Variant((_NO_GUIDE,)),
        "guided alignment × 3": Variant(("train.guided_alignment=0.9",)),
        "luong cell": Variant(("model.cell=luong",)),
        "dot score": Variant(("model.score=dot",)),
        "two encoder layers": Variant(("model.encoder_layers=2",)),
        "dropout 0.1": Variant(("model.dropout=0.1",)),
        "label smoothing 0.1": Variant(("train.label_smoothing=0.1",)),
        "domains as they come": Variant(("train.domain_weights={}",)),
        "batches twice as large": Variant(("train.batch_tokens=2000",)),
        "no average of the weights": Variant(("train.average_decay=0",)),
        "lexicon of IBM model 1": Variant(files=lexica.by_expectation(diagonal=False)),
        "lexicon of IBM model 1 with a diagonal prior": Variant(files=lexica.by_expectation(diagonal=True)),
        "ε ten times as large": Variant(files=lexica.with_epsilon(1e-2)),
        "ε a tenth": Variant(files=lexica.with_epsilon(1e-4)),
        "the vote's weight and ε learnt, softmax over all entries": Variant(build=networks.with_learned_vote),
        "lexicon entries of phrases": Variant(build=networks.with_phrases()),
        "position prior for 200 updates": Variant(build=networks.with_position_prior),
        "position prior for 200 updates, no guided alignment": Variant((_NO_GUIDE,), build=networks.with_position_prior),
        "the re-gated h_t recurs": Variant(("model.recurrent_output=true",)),
        "a tenth of the subwords split, no guided alignment": Variant((_NO_GUIDE,), files=corpora.split_subwords(0.1)),
        "100,000 pairs": Variant(files=corpora.scored(1.0)),
        "100,000 pairs less the tenth of the lowest score": Variant(files=corpora.scored(0.9)),
        "without the tenth of the most unlike lengths": Variant(files=corpora.alike_lengths),
        "punctuation as it comes": Variant(files=corpora.punctuation_as_it_comes),
        "better domains last": Variant(adapt=corpora.better_domains_last),
        "without the news, which larger systems translated": Variant(adapt=corpora.without_machine_output),
        "a token for the domain": Variant(files=corpora.tagged, tell=corpora.tagging),
        "factors of letter case": Variant(files=cases.in_lower_case, build=cases.with_cases, tell=cases.reading_cases),
        "source vocabulary of 16,000": Variant(("tokenizer.source_vocabulary=16000",), files=corpora.prepared_anew),
        "one vocabulary of 16,000": Variant(
            ("tokenizer.joint=true", "tokenizer.source_vocabulary=16000"), files=corpora.prepared_anew
        ),
    }
    if dictionary:
        levers["lexicon entries of a dictionary"] = Variant(build=networks.with_phrases(dictionary))
    return levers


def train_variant(name: str, variant: Variant, options: argparse.Namespace) -> Result:
    """Trains, measures and exports one variant, or reads what is there of it."""
    run: Path = options.work / name.replace(" ", "-").replace("'", "").replace(",", "")
    figures = run / "figures.json"
    if figures.exists():
        return Result(**json.loads(figures.read_text(encoding="utf-8")))
    run.mkdir(parents=True, exist_ok=True)
    print(f"== {name}", flush=True)
    config = load(options.run / "config.json", (*variant.changes, f"train.tokens={options.tokens}"))
    if not (run / "checkpoint.pt").exists():
        for file in (*SHARED, *([KNOWN_WORDS] if config.data.known_words else [])):
            shutil.copy(options.run / file, run / file)
        if variant.files:
            variant.files(run, config, options)
    trainer = Trainer(config, run, options.data, options.threads, variant.build)
    if variant.adapt:
        variant.adapt(trainer)
    model = train_to_the_end(trainer)
    tokenizers = [Tokenizer.from_file(str(run / f"{side}.tokenizer.json")) for side in ("source", "target")]
    rows = dev_rows(config, options)
    predictor = Predictor(model, *tokenizers, config.data, config.decoding)
    result = measure(name, variant.tell(predictor, rows, run) if variant.tell else predictor, rows)
    if not variant.tell:
        result = replace(result, dev_loss=trainer.last_dev_loss)
    result = replace(result, rate=round(trainer.tokens / trainer.seconds))
    if variant.build is build_model:
        export_run(run, run / "pack", "0.0.0", "int8")
    (run / "train.npz").unlink()
    figures.write_text(json.dumps(vars(result)), encoding="utf-8")
    return result
