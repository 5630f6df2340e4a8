"""`prepare`: TSV files → run folder with tokenizers, token ids, word alignments and lexicon."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from tokenizers import Tokenizer

from . import lexicon as lex
from .config import Config, to_dict
from .data import Row, encode_corpus, read_rows
from .rough import training_pairs
from .tokenizer import train_tokenizer, word_classes
from .words import KNOWN_WORDS, known_words


def prepare(
    config: Config,
    data: Path,
    run: Path,
    vocabulary_of: Path | None,
    pairs_of: Callable[[Iterator[Row], Config], list[Row]] = training_pairs,
) -> None:
    """Writes config.json, {source,target}.tokenizer.json, train.npz, lexicon.bin and, where they are to be known, words.txt into `run`.

    `vocabulary_of` names a pack whose tokenizers are taken instead of new ones, so that its weights still fit. `pairs_of` makes
    the pairs from the files' rows.
    """
    run.mkdir(parents=True, exist_ok=True)
    (run / "config.json").write_text(json.dumps(to_dict(config), indent=2), encoding="utf-8")
    started = time.time()

    def say(text: str) -> None:
        print(f"{time.time() - started:6.0f} s  {text}", flush=True)

    def rows() -> Iterator[Row]:
        for name in config.data.train:
            yield from read_rows(data / name, config.data.reverse)

    pairs = pairs_of(rows(), config)
    say(f"{len(pairs)} pairs after normalisation and deduplication")
    if vocabulary_of:
        source, target = (Tokenizer.from_file(str(vocabulary_of / f"{s}.tokenizer.json")) for s in ("source", "target"))
    elif config.tokenizer.joint:
        # Of a source only what is read counts, at about six characters a subword; what is written counts double.
        read = 6 * config.data.source_tokens or None
        lines = chain((p.source[:read] for p in pairs), (p.target for p in pairs), (p.target for p in pairs))
        source = target = train_tokenizer(lines, config.tokenizer.source_vocabulary, config.task == "summarize")
    else:
        source = train_tokenizer((p.source for p in pairs), config.tokenizer.source_vocabulary)
        target = train_tokenizer((p.target for p in pairs), config.tokenizer.target_vocabulary)
    source.save(str(run / "source.tokenizer.json"))
    target.save(str(run / "target.tokenizer.json"))
    say("tokenizers ready")
    corpus = encode_corpus(pairs, source, target, config.data)
    say(f"{len(corpus)} pairs, {len(corpus.source)} source and {len(corpus.target)} target subwords")
    if config.model.lexicon == "identity":
        corpus.copies = lex.copy_classes(corpus, source)
        lexicon = lex.identity(corpus, word_classes(source), config.model.lexicon_epsilon)
    else:
        forward, backward = lex.align(corpus, run / "align")
        lex.attach_links(corpus, forward, backward)
        say(f"{len(corpus.links)} alignment links")
        lexicon = lex.bilingual(
            corpus, (forward, backward), (source.get_vocab_size(), target.get_vocab_size()),
            config.model.lexicon_prune, config.model.lexicon_epsilon,
        )
    if config.data.known_words:
        words = known_words((p.target for p in pairs), config.data.known_words)
        (run / KNOWN_WORDS).write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
        say(f"{len(words)} known words")
    corpus.save(run / "train.npz")
    lexicon.save(run / "lexicon.bin")
    say(f"{len(lexicon.columns)} lexicon entries")
