"""Command line: python -m alignlens prepare|train|evaluate|export …"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .config import ConfigError, load
from .data import DataError


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="alignlens", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    prepare = commands.add_parser("prepare", help="tokenizers, token ids, word alignments and lexicon of a config")
    prepare.add_argument("config", type=Path)
    prepare.add_argument("--data", type=Path, required=True, help="folder the config's files are relative to")
    prepare.add_argument("--run", type=Path, required=True, help="folder for everything the training writes")

    train = commands.add_parser("train", help="train a prepared run folder, or go on with it")
    train.add_argument("--run", type=Path, required=True)
    train.add_argument("--data", type=Path, required=True)
    train.add_argument("--threads", type=int, default=2)
    train.add_argument("--tokens", type=int, help="target subwords to see in all, instead of the config's")

    options = parser.parse_args(arguments)
    try:
        if options.command == "prepare":
            from .prepare import prepare as run_prepare

            run_prepare(load(options.config), options.data, options.run)
        elif options.command == "train":
            from .train import TrainingError, train as run_train

            try:
                run_train(options.run, options.data, options.threads, options.tokens)
            except TrainingError as error:
                print(f"alignlens: {error}", file=sys.stderr)
                return 1
    except (ConfigError, DataError) as error:
        print(f"alignlens: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
