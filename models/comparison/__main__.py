"""Command line: python -m comparison data|run|speed|report …"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from . import experiments
from .report import report
from .run import prepare_data, run_experiment, speed

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    parser = argparse.ArgumentParser(prog="comparison", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("data", "the corpus as TSV, tokenizers, token ids and alignments"),
        ("run", "train and measure what has no row in the results yet"),
        ("speed", "target tokens per second of each, measured in turn"),
        ("report", "table, learning curves and attention maps of the rows that there are"),
    ):
        command = commands.add_parser(name, help=text)
        if name != "report":
            command.add_argument("--work", type=Path, required=True, help="folder for what is not kept")
            command.add_argument("--threads", type=int, default=1)
        if name == "data":
            command.add_argument("--data", type=Path, required=True, help="folder that holds multi30k/")
        if name in ("run", "report"):
            command.add_argument("--out", type=Path, default=RESULTS, help="folder of the results")
        if name == "run":
            command.add_argument("--tokens", type=int, help="target subwords to train each on, instead of the config's")
            command.add_argument("names", nargs="*", help="rows of the table; all when none is named")
            command.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.command == "data":
        prepare_data(options.data, options.work)
    elif options.command == "report":
        report(options.out)
    elif options.command == "speed":
        print(json.dumps(speed(experiments.ALL, options.work, options.threads, rounds=5, updates=8), indent=1))
    else:
        for experiment in experiments.chosen(options.names, options.seed):
            run_experiment(experiment, options.work, options.out / "rows", options.threads, options.tokens)


if __name__ == "__main__":
    main()
