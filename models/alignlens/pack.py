"""A model pack: everything the engine needs of a model, in one folder with hashes."""

from __future__ import annotations

import hashlib
import json
import math
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from . import text
from .config import Config, from_dict, to_dict
from .export import export
from .model import Seq2Seq
from .tokenizer import BOS, EOS, FIRST_PLACEHOLDER, PAD
from .train import build_model, load_run_config
from .weights import save_weights
from .words import KNOWN_WORDS

SCHEMA = 2
_LICENCE = """The weights, tables and manifest of this model pack are the work of the AlignLens contributors and are offered under
the MIT licence of the AlignLens project. They were learned from the texts listed in README.md, each of which keeps its
own licence; this pack holds none of those texts.
"""
_GRAPHS_AND_TABLES = (
    "encoder.onnx", "decoder.onnx", "output.onnx", "source.tokenizer.json", "target.tokenizer.json", "lexicon.bin", KNOWN_WORDS,
)


@dataclass(frozen=True)
class PackDescription:
    """What a manifest says beside the architecture."""

    version: str
    quantization: str
    training: dict = field(default_factory=dict)
    """Data, licences and how long it was trained."""


def _manifest(config: Config, model: Seq2Seq, description: PackDescription, folder: Path) -> dict:
    names = [n for n in (*_GRAPHS_AND_TABLES, "LICENSE") if (folder / n).exists()]
    model_config, decoding = config.model, config.decoding
    states = ["hidden", "cell"] + (["feed"] if model.decoder.feeds else [])
    return {
        "schema": SCHEMA,
        "id": config.id,
        "version": description.version,
        "task": config.task,
        "sourceLanguage": config.data.source,
        "targetLanguage": config.data.target,
        "architecture": {
            "cell": model_config.cell,
            "recurrentOutput": model_config.recurrent_output,
            "score": model_config.score,
            "embedding": model_config.embedding,
            "hidden": model_config.hidden,
            "encoderLayers": model_config.encoder_layers,
            "pooling": model_config.pooling,
            "sourceVocabulary": model.encoder.embedding.num_embeddings,
            "targetVocabulary": model.decoder.embedding.num_embeddings,
        },
        "state": states,
        "stateSizes": dict.fromkeys(states, model_config.hidden),
        "specialTokens": {"pad": PAD, "bos": BOS, "eos": EOS},
        "placeholders": {"kinds": list(text.KINDS), "perKind": text.PER_KIND, "firstId": FIRST_PLACEHOLDER},
        # A summary copies names and numbers subword by subword through the attention; nothing is masked.
        "protect": text.Protector(config.data.protect_latin_words).rules if config.task == "translate" else [],
        "lexicon": {"file": "lexicon.bin", "epsilon": model_config.lexicon_epsilon} if model.table is not None else None,
        "decoding": {
            "beamSize": decoding.beam_size,
            "lengthPenalty": decoding.length_penalty,
            "maxLengthRatio": decoding.max_ratio,
            "maxLengthExtra": decoding.max_extra,
            "noRepeatNgram": decoding.no_repeat_ngram,
            "coveragePenalty": decoding.coverage_penalty,
        },
        **({"knownWords": KNOWN_WORDS} if config.data.known_words else {}),
        **_summarize(config),
        "limits": {"maxSourceTokens": config.data.source_tokens or config.data.max_tokens},
        "quantization": description.quantization,
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
        "training": description.training,
        "config": to_dict(config),
        "metrics": [],
    }


def _summarize(config: Config) -> dict:
    if config.task != "summarize":
        return {}
    decoding = config.decoding
    return {
        "summarize": {
            "minScore": decoding.min_score, "lengthExponent": decoding.length_exponent, "facts": text.FACTS.pattern
        }
    }


def build(
    config: Config, model: Seq2Seq, sources: Path, folder: Path, description: PackDescription, licence: str
) -> None:
    """Writes the pack into `folder`; tokenizers, lexicon.bin and words.txt come from `sources` (a run folder or a pack)."""
    folder.mkdir(parents=True, exist_ok=True)
    export(model, folder, description.quantization)
    for name in ("source.tokenizer.json", "target.tokenizer.json"):
        Tokenizer.from_file(str(sources / name)).save(str(folder / name), pretty=False)
    tables = [("lexicon.bin", model.table is not None), (KNOWN_WORDS, config.data.known_words > 0)]
    for name, belongs in tables:
        if belongs and sources != folder:
            shutil.copyfile(sources / name, folder / name)
    (folder / "LICENSE").write_text(licence, encoding="utf-8")
    write_manifest(folder, _manifest(config, model, description, folder))


def write_manifest(folder: Path, manifest: dict) -> None:
    written = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (folder / "manifest.json").write_text(written, encoding="utf-8")


def read_manifest(folder: Path) -> dict:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def export_run(run: Path, folder: Path, version: str, quantization: str) -> None:
    """The averaged weights of a run's last checkpoint as a pack, with what training can go on from."""
    stored = torch.load(run / "checkpoint.pt", weights_only=True)
    # How a pack decodes is tuned after training: it comes from the run's config as it is now.
    config = replace(from_dict(stored["config"]), decoding=load_run_config(run).decoding)
    model = build_model(config, run)
    model.load_state_dict(stored["average"], strict=False)
    training = {
        "pairs": stored["pairs"],
        "targetSubwords": stored["tokens_before"] + stored["tokens"],
        "hours": round((stored["seconds_before"] + stored["seconds"]) / 3600, 2),
        # Not a number until the first evaluation, which JSON cannot say.
        "devCrossEntropy": None if math.isnan(stored["dev_loss"]) else round(stored["dev_loss"], 4),
        "data": config.data.licences,
    }
    build(config, model, run, folder, PackDescription(version, quantization, training=training), _LICENCE)
    save_weights(model, folder)
