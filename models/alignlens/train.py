"""The training loop: resumable, logging to a JSON-lines file, keeping a moving average of the weights."""

from __future__ import annotations

import json
import math
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from . import speed
from .config import Config, TrainConfig, from_dict, to_dict
from .data import BatchSampler, Corpus, encode_corpus, make_batch, pairs_of, read_rows
from .errors import ConfigError, TrainingError
from .lexicon import Lexicon
from .loss import guided_alignment, guided_salience
from .model import Seq2Seq
from .weights import load_weights


def build_model(config: Config, run: Path) -> Seq2Seq:
    """A fresh network with the vocabularies and the lexicon of a prepared run folder."""
    sizes = [Tokenizer.from_file(str(run / f"{side}.tokenizer.json")).get_vocab_size() for side in ("source", "target")]
    lexicon = Lexicon.load(run / "lexicon.bin") if config.model.lexicon != "none" else None
    return Seq2Seq(*sizes, config.model, lexicon, config.tokenizer.joint)


def load_run_config(run: Path) -> Config:
    return from_dict(json.loads((run / "config.json").read_text(encoding="utf-8")))


def learning_rate(config: TrainConfig, update: int, tokens: int) -> float:
    """Linear warm-up, constant, then linear decay over the last part of the token budget."""
    warm = min(1.0, (update + 1) / config.warmup_updates)
    left = max(0.0, 1.0 - tokens / config.tokens) / config.decay_fraction
    return config.learning_rate * warm * max(config.final_learning_rate, min(1.0, left))


def save_atomically(value: dict, path: Path) -> None:
    """A killed run or a full disk never leaves a broken checkpoint behind. Raises TrainingError."""
    temporary = path.with_suffix(".part")
    try:
        torch.save(value, temporary)
        os.replace(temporary, path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise TrainingError(f"cannot write {path} ({error.strerror}); free some space and start `train` again") from error


class Trainer:
    def __init__(
        self, config: Config, run: Path, data: Path, threads: int,
        build: Callable[[Config, Path], torch.nn.Module] = build_model,
    ):
        """`build` makes the network, which has the interface of Seq2Seq."""
        speed.configure(threads)
        torch.manual_seed(config.train.seed)
        if config.train.sampled_softmax and config.model.lexicon == "none":
            raise ConfigError("train.sampled_softmax needs a lexicon: set it to 0 or model.lexicon to bilingual")
        self.config, self.run = config, run
        self.model = build(config, run)
        self.average = {k: v.detach().clone() for k, v in self.model.named_parameters()}
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=1e-3, betas=(0.9, 0.98), fused=True)
        self.corpus = Corpus.load(run / "train.npz")
        self.sampler = BatchSampler(
            self.corpus, config.train.batch_tokens, config.train.domain_weights, config.train.seed
        )
        self.dev = self._load_dev(data / config.data.dev)
        self.update, self.tokens, self.seconds, self.place = 0, 0, 0.0, (0, 0)
        self.last_dev_loss = math.nan

    def _load_dev(self, path: Path):
        rows = pairs_of(read_rows(path, self.config.data.reverse), self.config)
        rows = rows[:: max(1, len(rows) // self.config.train.dev_pairs)]
        tokenizers = [Tokenizer.from_file(str(self.run / f"{s}.tokenizer.json")) for s in ("source", "target")]
        corpus = encode_corpus(rows, *tokenizers, self.config.data)
        order = np.lexsort((np.diff(corpus.source_offsets), np.diff(corpus.target_offsets)))
        return [make_batch(corpus, order[k : k + 64], None) for k in range(0, len(order), 64)]

    def resume(self, path: Path) -> None:
        """Continues from a checkpoint written by `checkpoint`."""
        stored = torch.load(path, weights_only=True)
        self.model.load_state_dict(stored["model"], strict=False)
        self.average = stored["average"]
        self.optimizer.load_state_dict(stored["optimizer"])
        self.update, self.tokens, self.seconds = stored["update"], stored["tokens"], stored["seconds"]
        self.place = tuple(stored["place"])
        self.last_dev_loss = stored["dev_loss"]
        torch.set_rng_state(stored["rng"])

    def start_from(self, pack: Path) -> None:
        """Takes the fp16 weights of a pack, whose tokenizers and lexicon the run folder must have."""
        for name in ("source.tokenizer.json", "target.tokenizer.json"):
            if Tokenizer.from_file(str(self.run / name)).get_vocab() != Tokenizer.from_file(str(pack / name)).get_vocab():
                raise TrainingError(f"{self.run / name} is not the pack's; run `prepare` with --vocabulary-of {pack}")
        load_weights(self.model, pack)
        self.average = {k: v.detach().clone() for k, v in self.model.named_parameters()}

    def checkpoint(self) -> None:
        save_atomically(
            {
                "model": dict(self.model.named_parameters()),
                "average": self.average,
                "optimizer": self.optimizer.state_dict(),
                "update": self.update,
                "tokens": self.tokens,
                "seconds": self.seconds,
                "dev_loss": self.last_dev_loss,
                "pairs": len(self.corpus),
                "place": list(self.place),
                "rng": torch.get_rng_state(),
                "config": to_dict(self.config),
            },
            self.run / "checkpoint.pt",
        )

    def log(self, **values) -> None:
        with open(self.run / "log.jsonl", "a", encoding="utf-8") as out:
            out.write(json.dumps(values) + "\n")
        print("  ".join(f"{k} {v:.4g}" if isinstance(v, float) else f"{k} {v}" for k, v in values.items()), flush=True)

    def train_step(self, batch) -> float:
        """One update; returns the batch's cross-entropy per target subword."""
        train = self.config.train
        source, target_out = torch.from_numpy(batch.source), torch.from_numpy(batch.target_out)
        lengths = torch.from_numpy(batch.source_lengths)
        loss, attention, salience = self.model(
            source, lengths, torch.from_numpy(batch.target_in), target_out, train.label_smoothing, train.sampled_softmax
        )
        objective = loss
        if batch.guide is not None:
            guide = torch.from_numpy(batch.guide)
            if train.guided_alignment:
                objective = objective + train.guided_alignment * guided_alignment(attention, guide)
            if train.guided_salience:
                objective = objective + train.guided_salience * guided_salience(salience, guide, lengths)
        self.optimizer.zero_grad()
        (objective / batch.tokens).backward()
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), train.clip_norm)
        if not math.isfinite(norm.item()):
            raise TrainingError(
                f"the gradient is no longer finite at update {self.update}; "
                "lower train.learning_rate and start `train` again: it goes on from the last checkpoint"
            )
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(train, self.update, self.tokens)
        self.optimizer.step()
        decay = min(train.average_decay, (1 + self.update) / (10 + self.update))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.values()), list(self.model.parameters()), 1 - decay)
        self.update += 1
        self.tokens += batch.tokens
        return loss.item() / batch.tokens

    @torch.no_grad()
    def dev_loss(self) -> float:
        """Cross-entropy (nats) per target subword of the dev pairs, under the averaged weights."""
        own = {k: v.detach().clone() for k, v in self.model.named_parameters()}
        self.model.load_state_dict(self.average, strict=False)
        self.model.eval()
        total = tokens = 0.0
        for batch in self.dev:
            loss, _, _ = self.model(
                torch.from_numpy(batch.source), torch.from_numpy(batch.source_lengths),
                torch.from_numpy(batch.target_in), torch.from_numpy(batch.target_out),
            )
            total, tokens = total + loss.item(), tokens + batch.tokens
        self.model.train()
        self.model.load_state_dict(own, strict=False)
        self.last_dev_loss = total / tokens
        return self.last_dev_loss

    def measure_rate(self, updates: int) -> float:
        """Target subwords per second over the next updates; they train the network, and are not counted as training."""
        batches = self.sampler.batches(*self.place)
        begin, tokens = time.perf_counter(), 0
        for _, (*self.place, batch) in zip(range(updates), batches):
            self.train_step(batch)
            tokens += batch.tokens
        return tokens / (time.perf_counter() - begin)

    def fit(self) -> bool:
        """Trains until the token budget is spent; SIGTERM and SIGINT end it with a checkpoint. Says whether it is spent."""
        train, stop = self.config.train, []
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.append(True))
        self.model.train()
        last_log = last_checkpoint = last_evaluation = time.time()
        loss_sum = tokens_sum = 0.0
        for epoch, position, batch in self.sampler.batches(*self.place):
            if self.tokens >= train.tokens or stop:
                break
            begin = time.time()
            loss_sum += self.train_step(batch) * batch.tokens
            tokens_sum += batch.tokens
            self.place = (epoch, position)
            self.seconds += time.time() - begin
            now = time.time()
            if now - last_log >= 30:
                self.log(
                    update=self.update, tokens=self.tokens, epoch=epoch, loss=loss_sum / tokens_sum,
                    rate=round(tokens_sum / (now - last_log)), lr=self.optimizer.param_groups[0]["lr"],
                    hours=self.seconds / 3600,
                )
                last_log, loss_sum, tokens_sum = now, 0.0, 0.0
            if now - last_checkpoint >= 60 * train.checkpoint_minutes:
                self.checkpoint()
                last_checkpoint = now
            if now - last_evaluation >= 60 * train.evaluate_minutes:
                self.log(update=self.update, tokens=self.tokens, dev_loss=self.dev_loss(), hours=self.seconds / 3600)
                last_evaluation = time.time()
        self.log(update=self.update, tokens=self.tokens, dev_loss=self.dev_loss(), hours=self.seconds / 3600)
        self.checkpoint()
        return self.tokens >= train.tokens


def train(run: Path, data: Path, threads: int, tokens: int | None, resume_from: Path | None) -> None:
    """Trains the prepared `run` folder, or goes on where its checkpoint left off. `tokens` overrides the budget.

    Without a checkpoint, `resume_from` names a pack whose weights are the start; the optimizer starts anew.
    """
    config = load_run_config(run)
    if tokens is not None:
        values = to_dict(config)
        values["train"]["tokens"] = tokens
        config = from_dict(values)
    trainer = Trainer(config, run, data, threads)
    if (run / "checkpoint.pt").exists():
        trainer.resume(run / "checkpoint.pt")
        print(f"resumed at update {trainer.update}, {trainer.tokens} target subwords", flush=True)
    elif resume_from:
        trainer.start_from(resume_from)
    trainer.fit()
