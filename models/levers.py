"""What the levers of a translation pack are worth on dev, one at a time.

    python -m levers train --run RUN --data CORPORA --work WORK
    python -m levers decode PACK --data CORPORA
    python -m levers quantize PACK --data CORPORA

`train`: RUN is a folder that `prepare` has written. Every variant is trained from fresh weights on as many target subwords
with the whole schedule, warm-up and decay; WORK/<variant> has its checkpoint, figures and pack, and what is there is not done
again. `decode`: the pack as it is, decoded in other ways. `quantize`: the pack's fp16 weights as floats, and its integers. Each
prints a table as Markdown.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tokenizers import Tokenizer

from alignlens.config import Config, from_dict, load
from alignlens.data import Row, read_rows
from alignlens.evaluate import score
from alignlens.pack import export_run
from alignlens.predict import Predictor
from alignlens.train import build_model, train_to_the_end
from alignlens.weights import load_weights

AS_CONFIGURED = "as configured"
TRAINING: dict[str, tuple[str, ...]] = {
    AS_CONFIGURED: (),
    # The sampled softmax takes its likely entries from the lexicon.
    "no lexicon vote": ("model.lexicon=none", "train.sampled_softmax=0"),
    "softmax over all entries": ("train.sampled_softmax=0",),
    "no guided alignment": ("train.guided_alignment=0",),
    "guided alignment × 3": ("train.guided_alignment=0.9",),
    "luong cell": ("model.cell=luong",),
    "dot score": ("model.score=dot",),
    "two encoder layers": ("model.encoder_layers=2",),
    "dropout 0.1": ("model.dropout=0.1",),
    "label smoothing 0.1": ("train.label_smoothing=0.1",),
    "domains as they come": ("train.domain_weights={}",),
    "batches twice as large": ("train.batch_tokens=2000",),
    "no average of the weights": ("train.average_decay=0",),
}
DECODING: dict[str, dict[str, float]] = {
    AS_CONFIGURED: {},
    "beam 1": {"beam_size": 1},
    "beam 2": {"beam_size": 2},
    "beam 8": {"beam_size": 8},
    "length penalty 0": {"length_penalty": 0.0},
    "length penalty 1": {"length_penalty": 1.0},
    "length penalty 3": {"length_penalty": 3.0},
    "coverage penalty 0.1": {"coverage_penalty": 0.1},
    "coverage penalty 0.3": {"coverage_penalty": 0.3},
    "no trigram twice": {"no_repeat_ngram": 3},
}
SHARED = ("source.tokenizer.json", "target.tokenizer.json", "train.npz", "lexicon.bin")


@dataclass(frozen=True)
class Result:
    name: str
    bleu: float
    chrf: float
    kept: float
    """Share of the lines with all protected spans."""
    signature: str
    dev_loss: float | None = None
    """Nats per target subword."""
    rate: int | None = None
    """Target subwords per second of training."""


def _measure(name: str, predictor: Predictor, rows: list[Row]) -> Result:
    found = score(rows, predictor.translate([row.source for row in rows]), predictor.data)
    return Result(name, found["bleu"], found["chrf"], found["placeholdersKept"], found["bleuSignature"])


def _dev_rows(config: Config, options: argparse.Namespace) -> list[Row]:
    return list(read_rows(options.data / config.data.dev, config.data.reverse))[:: options.every]


def train_variant(name: str, changes: tuple[str, ...], options: argparse.Namespace) -> Result:
    """Trains, measures and exports one variant, or reads what is there of it."""
    run: Path = options.work / name.replace(" ", "-").replace("'", "")
    figures = run / "figures.json"
    if figures.exists():
        return Result(**json.loads(figures.read_text(encoding="utf-8")))
    run.mkdir(parents=True, exist_ok=True)
    for file in SHARED:
        shutil.copy(options.run / file, run / file)
    config = load(options.run / "config.json", (*changes, f"train.tokens={options.tokens}"))
    print(f"== {name}", flush=True)
    trainer = train_to_the_end(config, run, options.data, options.threads)
    tokenizers = [Tokenizer.from_file(str(run / f"{side}.tokenizer.json")) for side in ("source", "target")]
    rows = _dev_rows(config, options)
    result = _measure(name, Predictor(trainer.model, *tokenizers, config.data, config.decoding), rows)
    result = replace(result, dev_loss=trainer.last_dev_loss, rate=round(trainer.tokens / trainer.seconds))
    export_run(run, run / "pack", "0.0.0", "int8")
    (run / "train.npz").unlink()
    figures.write_text(json.dumps(vars(result)), encoding="utf-8")
    return result


def decode(options: argparse.Namespace) -> Iterator[Result]:
    predictor = Predictor.of_pack(options.pack)
    config = from_dict(predictor.model.manifest["config"])
    rows = _dev_rows(config, options)
    for name, changes in DECODING.items():
        yield _measure(name, replace(predictor, options=replace(predictor.options, **changes)), rows)


def quantize(options: argparse.Namespace) -> Iterator[Result]:
    predictor = Predictor.of_pack(options.pack)
    config = from_dict(predictor.model.manifest["config"])
    rows = _dev_rows(config, options)
    model = build_model(config, options.pack)
    load_weights(model, options.pack)
    yield _measure("floats", replace(predictor, model=model.eval()), rows)
    yield _measure("int8", predictor, rows)


def table(results: list[Result]) -> Iterator[str]:
    """Lines of Markdown; the first result is what the others are compared with."""
    trained = results[0].dev_loss is not None
    yield "| | " + ("dev cross-entropy | subwords/s | " if trained else "") + "BLEU | against the first | chrF2 | lines with all spans |"
    yield "|---|" + "---:|" * (6 if trained else 4)
    for found in results:
        training = f"{found.dev_loss:.3f} | {found.rate:,} | " if trained else ""
        yield (
            f"| {found.name} | {training}{found.bleu:.2f} | {found.bleu - results[0].bleu:+.2f} | {found.chrf:.2f} | {found.kept:.2%} |"
        )
    yield ""
    yield f"Signature: `{results[0].signature}`"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="levers", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train", help="train a network for each training lever")
    training.add_argument("--run", type=Path, required=True)
    training.add_argument("--work", type=Path, required=True, help="folder for what is not kept")
    training.add_argument("--threads", type=int, default=1)
    training.add_argument("--tokens", type=int, default=800_000, help="target subwords to train each variant on")
    decoding = commands.add_parser("decode", help="decode with a pack in other ways")
    decoding.add_argument("pack", type=Path)
    quantizing = commands.add_parser("quantize", help="what a pack's integers cost")
    quantizing.add_argument("pack", type=Path)
    for command in (training, decoding, quantizing):
        command.add_argument("--data", type=Path, required=True)
        command.add_argument("--every", type=int, default=8, help="translate every so many rows of dev")
    options = parser.parse_args(arguments)
    if options.command == "train":
        results = [train_variant(name, changes, options) for name, changes in TRAINING.items()]
    else:
        results = list((decode if options.command == "decode" else quantize)(options))
    print("\n".join(table(results)))


if __name__ == "__main__":
    main()
