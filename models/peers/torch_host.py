"""A contestant's process (see scripts/peers/host.mjs) that decodes a pack's own weights with PyTorch on one thread:
`python -m peers.torch_host PACK`. One request a line, one answer a line."""

from __future__ import annotations

import dataclasses
import json
import sys
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

from alignlens.config import from_dict
from alignlens.lexicon import Lexicon
from alignlens.model import Seq2Seq
from alignlens.predict import Predictor, decoding_of
from alignlens.weights import load_weights

_ROWS = 16  # sentences side by side, as in the engine


def predictor(pack: Path) -> Predictor:
    manifest = json.loads((pack / "manifest.json").read_text(encoding="utf-8"))
    config = from_dict(manifest["config"])
    tokenizers = [Tokenizer.from_file(str(pack / f"{side}.tokenizer.json")) for side in ("source", "target")]
    sizes = [tokenizer.get_vocab_size() for tokenizer in tokenizers]
    model = Seq2Seq(*sizes, config.model, Lexicon.load(pack / "lexicon.bin"), config.tokenizer.joint)
    load_weights(model, pack)
    model.eval()
    return Predictor(model, *tokenizers, from_dict(manifest["config"]).data, decoding_of(manifest))


def resident_mb() -> float | None:
    """None where the system has no /proc."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmRSS:"))


def main() -> None:
    torch.set_num_threads(1)
    translator = predictor(Path(sys.argv[1]))
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        translator.options = dataclasses.replace(translator.options, beam_size=request["beamSize"])
        sentences = [sentence["text"] for text in request["texts"] for sentence in text["sentences"]]
        started = time.perf_counter()
        translator.translate(sentences, _ROWS)
        elapsed = (time.perf_counter() - started) * 1000
        print(json.dumps({"ms": elapsed, "residentMb": resident_mb()}), flush=True)


if __name__ == "__main__":
    main()
