"""Command line: python -m alignlens prepare|train|evaluate|export …"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .config import load
from .errors import ConfigError, DataError, TrainingError


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="alignlens", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    prepare = commands.add_parser("prepare", help="tokenizers, token ids, word alignments and lexicon of a config")
    prepare.add_argument("config", type=Path)
    prepare.add_argument("--data", type=Path, required=True, help="folder the config's files are relative to")
    prepare.add_argument("--run", type=Path, required=True, help="folder for everything the training writes")
    prepare.add_argument(
        "--set", action="append", default=[], metavar="SECTION.KEY=VALUE", help="another value than the config's"
    )
    prepare.add_argument("--vocabulary-of", type=Path, help="pack whose tokenizers to keep, to go on training it")

    train = commands.add_parser("train", help="train a prepared run folder, or go on with it")
    train.add_argument("--run", type=Path, required=True)
    train.add_argument("--data", type=Path, required=True)
    train.add_argument("--threads", type=int, default=2)
    train.add_argument("--tokens", type=int, help="target subwords to see in all, instead of the config's")
    train.add_argument("--resume-from", type=Path, metavar="PACK", help="start from a pack's weights")

    export = commands.add_parser("export", help="a run's averaged weights as a model pack")
    export.add_argument("--run", type=Path, required=True)
    export.add_argument("--out", type=Path, required=True, help="folder of the pack")
    export.add_argument("--version", default="0.1.0")
    export.add_argument("--quantization", choices=("int8", "none"), default="int8")

    evaluate = commands.add_parser("evaluate", help="a pack's figures, its manifest's metrics and its model card")
    evaluate.add_argument("pack", type=Path)
    evaluate.add_argument("--data", type=Path, required=True)
    evaluate.add_argument(
        "--split", default="test", help="dev, test, or a folder in the data with a text file per language, such as flores-dev"
    )
    evaluate.add_argument("--outputs", type=Path, help="also write the translations to this file")

    options = parser.parse_args(arguments)
    try:
        if options.command == "prepare":
            from .prepare import prepare as run_prepare

            run_prepare(load(options.config, options.set), options.data, options.run, options.vocabulary_of)
        elif options.command == "train":
            from .train import train as run_train

            run_train(options.run, options.data, options.threads, options.tokens, options.resume_from)
        elif options.command == "export":
            from .pack import export_run

            export_run(options.run, options.out, options.version, options.quantization)
        else:
            from .evaluate import evaluate as run_evaluate

            run_evaluate(options.pack, options.data, options.split, options.outputs)
    except (ConfigError, DataError, TrainingError) as error:
        print(f"alignlens: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
