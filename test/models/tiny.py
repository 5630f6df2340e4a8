"""Tiny tasks (a translation, a summary) with random weights: the same seed gives the same packs everywhere.

`python test/models/tiny.py` writes test/fixtures/tiny-pack and tiny-summarizer and their reference outputs, which the
TypeScript tests replay.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import torch

from alignlens.config import Config, DataConfig, DecodingConfig, ModelConfig, TokenizerConfig
from alignlens.data import Row, encode_corpus, pairs_of
from alignlens.lexicon import Lexicon, Links, bilingual, identity
from alignlens.model import Seq2Seq
from alignlens.pack import PackDescription, build
from alignlens.text import PLACEHOLDERS, Protector, normalise
from alignlens.tokenizer import BOS, EOS, FIRST_PLACEHOLDER, PAD, train_tokenizer, word_classes

sys.path.insert(0, str(Path(__file__).parent))
from reference import Reference

FIXTURES = Path(__file__).parent.parent / "fixtures"
PAIRS = [
    ("Open the file.", "打开文件。"),
    ("Close the file.", "关闭文件。"),
    ("Open the window and read the file.", "打开窗口并读取文件。"),
    ("Cannot open %s.", "无法打开 %s。"),
    ("Read 42 lines from `main.py`.", "从 `main.py` 读取 42 行。"),
    ("The file <b>is</b> open.", "文件<b>已</b>打开。"),
    ("The window is closed.", "窗口已关闭。"),
    ("Read the line again.", "再次读取该行。"),
    ("Write each line to the file.", "将每一行写入文件。"),
    ("The line was not written.", "该行未写入。"),
]
SOURCES = [
    "Open the file.",
    "Cannot open `main.py` in 42 lines.",
    "The window <b>is</b> closed, read %s again.",
    "naïve 😀 file",
    "Write each line.",
]


SUMMARIES = [
    ("def open_file(path): return open(path)  # may fail", "Opens the file."),
    ("def close_file(file): file.close()", "Closes the file."),
    ("function readLines(file) { return file.read().split('x'); }", "Reads the lines of a file."),
    ("This package holds a library. It reads and writes files.\nSee also: lib2.", "library that reads and writes files"),
    ("A small window manager for X11. It is fast.", "small and fast window manager"),
]
DOCUMENTS = [
    "def closeFile(path): return file.close(path)",
    "A small library.\n\nIt reads files, and lines of files. It is not a window manager.",
    "naïve 😀 file",
]


def config(**model) -> Config:
    return Config(
        id="tiny",
        data=DataConfig("en", "zh", ("train.tsv",), "dev.tsv", "test.tsv"),
        tokenizer=TokenizerConfig(360, 350),
        model=ModelConfig(**{"embedding": 12, "hidden": 16, "dropout": 0.0, **model}),
    )


def summary_config(**model) -> Config:
    return Config(
        id="tiny-summarizer",
        task="summarize",
        data=DataConfig("code", "en", ("train.tsv",), "dev.tsv", "test.tsv", source_tokens=40, max_tokens=20),
        tokenizer=TokenizerConfig(360, joint=True),
        model=ModelConfig(
            **{"embedding": 12, "hidden": 16, "dropout": 0.0, "pooling": "attention", "lexicon": "identity", **model}
        ),
        decoding=DecodingConfig(max_ratio=0.1, max_extra=12, no_repeat_ngram=3),
    )


def make(settings: Config, seed: int = 7):
    """Tokenizers, lexicon and a random network of the tiny task, in double precision where nothing is exported."""
    summarizes, joint = settings.task == "summarize", settings.tokenizer.joint
    rows = pairs_of((Row(s, t, "") for s, t in (SUMMARIES if summarizes else PAIRS)), settings)
    lines = [r.source for r in rows] + ([r.target for r in rows] if joint else [])
    source = train_tokenizer(lines, settings.tokenizer.source_vocabulary, identifier_words=joint)
    target = source if joint else train_tokenizer((r.target for r in rows), settings.tokenizer.target_vocabulary)
    corpus = encode_corpus(rows, source, target, settings.data)
    sizes = (source.get_vocab_size(), target.get_vocab_size())
    lexicon = None
    if settings.model.lexicon == "identity":
        lexicon = identity(corpus, word_classes(source), 1e-3)
    elif settings.model.lexicon == "bilingual":
        lengths = np.minimum(np.diff(corpus.source_offsets), np.diff(corpus.target_offsets))
        position = np.concatenate([np.arange(n) for n in lengths])
        diagonal = Links(np.repeat(np.arange(len(corpus)), lengths), position, position)
        lexicon = bilingual(corpus, (diagonal, diagonal), sizes, 1e-3, 1e-3)
    torch.manual_seed(seed)
    model = Seq2Seq(*sizes, settings.model, lexicon, joint)
    with torch.no_grad():
        for parameter in model.parameters():  # larger than at the start of training, so that the outputs differ
            parameter.add_(torch.randn_like(parameter) * 0.5)
    return source, target, lexicon, model.eval()


def reference_of(model: Seq2Seq, lexicon) -> Reference:
    weights = {name: value.detach().numpy() for name, value in model.named_parameters()}
    if lexicon is None:
        return Reference(weights, model.config)
    floor = np.float32(lexicon.epsilon) * lexicon.unigram.astype(np.float64)
    return Reference(weights, model.config, lexicon.dense().astype(np.float64), floor)


def forbidden(source_ids: list[int]) -> list[int]:
    """What greedy decoding never chooses: padding, BOS, and placeholders (the engine's constraint is tested apart)."""
    return [PAD, BOS, EOS, *range(FIRST_PLACEHOLDER, FIRST_PLACEHOLDER + len(PLACEHOLDERS))]


def write_fixture(settings: Config, texts: list[str], protects: bool) -> None:
    name = "tiny-pack" if settings.task == "translate" else "tiny-summarizer"
    source, target, lexicon, model = make(settings)
    folder = FIXTURES / name
    folder.mkdir(parents=True, exist_ok=True)
    source.save(str(folder / "source.tokenizer.json"))
    target.save(str(folder / "target.tokenizer.json"))
    lexicon.save(folder / "lexicon.bin")
    description = PackDescription("0.0.1", "none", training={"note": "random weights, for tests"})
    build(settings, model, folder, folder, description, "CC0 1.0: random numbers.\n")
    stored = Lexicon.load(folder / "lexicon.bin")  # 16-bit probabilities, as the engine reads them
    reference = reference_of(model, stored)
    cases = []
    for text in texts:
        protected, originals = Protector().protect(normalise(text)) if protects else (normalise(text), [])
        encoded = source.encode(protected)
        ids = [*encoded.ids, EOS]
        memory, steps = reference.greedy(ids, 6, BOS, forbidden(ids))
        case = {
            "source": text,
            "sourceIds": ids,
            "sourcePieces": encoded.tokens,
            "protected": originals,
            "greedyTargetIds": [token for token, _, _ in steps],
            "logProbs": [np.round(log_probs[:8], 9).tolist() for _, log_probs, _ in steps],
            "attention": [np.round(attention, 9).tolist() for _, _, attention in steps],
            # Whole vectors of the last step: as many numbers as a test needs to trust the rest.
            "lastStep": {name: np.round(value, 9).tolist() for name, value in reference.traces[-1].items()},
            "memorySum": round(float(memory.sum()), 9),
        }
        if settings.model.pooling == "attention":
            case["salienceScores"] = np.round(reference.salience_scores, 9).tolist()
        cases.append(case)
    out = {"note": "NumPy reference (float64); 6 greedy steps with EOS and placeholders forbidden", "cases": cases}
    (FIXTURES / f"{name}.reference.json").write_text(json.dumps(out, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main() -> None:
    write_fixture(config(), SOURCES, protects=True)
    write_fixture(summary_config(), DOCUMENTS, protects=False)


if __name__ == "__main__":
    main()
