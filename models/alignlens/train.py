"""The training loop: resumable, logging to a JSON-lines file, keeping a moving average of the weights."""

from __future__ import annotations

import json
import math
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from tqdm import tqdm

from . import speed
from .config import Config, TrainConfig, from_dict, to_dict
from .data import Batch, BatchSampler, Corpus, encode_corpus, make_batch, pairs_of, read_rows
from .errors import ConfigError, TrainingError
from .lexicon import Lexicon
from .loss import guided_alignment, guided_salience
from .model import Seq2Seq
from .plot import learning_curves
from .processes import Processes, join
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


_CURVES = {"training": "loss", "dev": "dev_loss"}


class Trainer:
    def __init__(
        self, config: Config, run: Path, data: Path, threads: int,
        build: Callable[[Config, Path], torch.nn.Module] = build_model, processes: Processes | None = None,
    ):
        """`build` makes the network, which has the interface of Seq2Seq; without `processes` this one trains alone."""
        speed.configure(threads)
        torch.manual_seed(config.train.seed)
        if config.train.sampled_softmax and config.model.lexicon == "none":
            raise ConfigError("train.sampled_softmax needs a lexicon: set it to 0 or model.lexicon to bilingual")
        self.config, self.run = config, run
        self.processes = processes or Processes(0, 1, torch.device("cpu"))
        self.model = build(config, run).to(self.processes.device)
        self.parallel = self.processes.wrap(self.model)
        if self.processes.size > 1:
            torch.manual_seed(config.train.seed + self.processes.rank)  # dropout of each part by draws of its own
        self.average = {k: v.detach().clone() for k, v in self.model.named_parameters()}
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=1e-3, betas=(0.9, 0.98), fused=True)
        self.corpus = Corpus.load(run / "train.npz")
        self.sampler = BatchSampler(
            self.corpus, config.train.batch_tokens, config.train.domain_weights, config.train.seed
        )
        self.dev = self._load_dev(data / config.data.dev)
        self.update, self.tokens, self.seconds, self.place = 0, 0, 0.0, (0, 0)
        self.tokens_before, self.seconds_before = 0, 0.0
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
        stored = torch.load(path, weights_only=True, map_location="cpu")
        self.model.load_state_dict(stored["model"], strict=False)
        self.average = {k: v.to(self.processes.device) for k, v in stored["average"].items()}
        self.optimizer.load_state_dict(stored["optimizer"])
        self.update, self.tokens, self.seconds = stored["update"], stored["tokens"], stored["seconds"]
        self.tokens_before, self.seconds_before = stored["tokens_before"], stored["seconds_before"]
        self.place = tuple(stored["place"])
        self.last_dev_loss = stored["dev_loss"]
        if self.processes.is_first:
            torch.set_rng_state(stored["rng"])

    def start_from(self, pack: Path) -> None:
        """Takes the fp16 weights of a pack, whose tokenizers and lexicon the run folder must have."""
        for name in ("source.tokenizer.json", "target.tokenizer.json"):
            if Tokenizer.from_file(str(self.run / name)).get_vocab() != Tokenizer.from_file(str(pack / name)).get_vocab():
                raise TrainingError(f"{self.run / name} is not the pack's; run `prepare` with --vocabulary-of {pack}")
        load_weights(self.model, pack)
        trained = json.loads((pack / "manifest.json").read_text(encoding="utf-8"))["training"]
        self.tokens_before, self.seconds_before = trained["targetSubwords"], 3600 * trained["hours"]
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
                "tokens_before": self.tokens_before,
                "seconds_before": self.seconds_before,
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
        tqdm.write("  ".join(f"{k} {v:.4g}" if isinstance(v, float) else f"{k} {v}" for k, v in values.items()))
        sys.stdout.flush()
        self.draw()

    def draw(self) -> None:
        """RUN/progress.svg: the curves of the log so far, for a browser or an editor that shows it as it changes."""
        entries = [json.loads(line) for line in (self.run / "log.jsonl").read_text(encoding="utf-8").splitlines()]
        found = {name: [(e["tokens"], e[key]) for e in entries if key in e] for name, key in _CURVES.items()}
        picture = learning_curves(
            {name: points for name, points in found.items() if points}, {"training"}, "Cross-entropy (nats per target subword)"
        )
        (self.run / "progress.svg").write_text(picture, encoding="utf-8")

    def _tensors(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        arrays = (batch.source, batch.source_lengths, batch.target_in, batch.target_out)
        return tuple(torch.from_numpy(np.ascontiguousarray(values)).to(self.processes.device) for values in arrays)

    def train_step(self, batch: Batch) -> float:
        """One update of all processes, each of which computes its part of the batch; returns the cross-entropy per target
        subword of the whole."""
        train, (rank, size) = self.config.train, (self.processes.rank, self.processes.size)
        # With fewer pairs than processes each computes them all, and the mean of equal gradients is that gradient.
        own, share = (batch.part(rank, size), size) if len(batch.source) >= size > 1 else (batch, 1)
        source, lengths, target_in, target_out = self._tensors(own)
        loss, attention, salience = self.parallel(source, lengths, target_in, target_out, train.label_smoothing, train.sampled_softmax)
        objective = loss
        if own.guide is not None:
            guide = torch.from_numpy(own.guide).to(self.processes.device)
            if train.guided_alignment:
                objective = objective + train.guided_alignment * guided_alignment(attention, guide)
            if train.guided_salience:
                objective = objective + train.guided_salience * guided_salience(salience, guide, lengths)
        self.optimizer.zero_grad()
        (objective * (share / batch.tokens)).backward()
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
        return self.processes.sum(loss.detach()).item() * share / (size * batch.tokens)

    @torch.no_grad()
    def dev_loss(self) -> float:
        """Cross-entropy (nats) per target subword of the dev pairs, under the averaged weights."""
        own = {k: v.detach().clone() for k, v in self.model.named_parameters()}
        self.model.load_state_dict(self.average, strict=False)
        self.model.eval()
        total = tokens = 0.0
        for batch in self.dev:
            loss, _, _ = self.model(*self._tensors(batch))
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

    def _is_over(self, asked: bool) -> bool:
        """Whether the budget is spent or any process was asked to stop: they must agree, as each waits for the others."""
        anyone = self.processes.sum(torch.tensor(float(asked), device=self.processes.device)) if self.processes.size > 1 else asked
        return self.tokens >= self.config.train.tokens or bool(anyone)

    def fit(self) -> bool:
        """Trains until the token budget is spent; SIGTERM and SIGINT end it with a checkpoint. Says whether it is spent."""
        train, stop, first = self.config.train, [], self.processes.is_first
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.append(True))
        self.model.train()
        last_log = last_checkpoint = last_evaluation = time.time()
        loss_sum = tokens_sum = 0.0
        bar = tqdm(total=train.tokens, initial=self.tokens, unit=" subwords", unit_scale=True, disable=None if first else True)
        for epoch, position, batch in self.sampler.batches(*self.place):
            if self._is_over(bool(stop)):
                break
            begin = time.time()
            loss_sum += self.train_step(batch) * batch.tokens
            tokens_sum += batch.tokens
            self.place = (epoch, position)
            self.seconds += time.time() - begin
            if not first:
                continue
            bar.update(batch.tokens)
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
        bar.close()
        if first:
            self.log(update=self.update, tokens=self.tokens, dev_loss=self.dev_loss(), hours=self.seconds / 3600)
            self.checkpoint()
        return self.tokens >= train.tokens


def train_to_the_end(trainer: Trainer) -> torch.nn.Module:
    """Trains in a folder that has what `prepare` writes, from its checkpoint where it has one; returns the network with the averaged
    weights. Raises KeyboardInterrupt when it is asked to stop."""
    run = trainer.run
    (run / "config.json").write_text(json.dumps(to_dict(trainer.config), indent=2), encoding="utf-8")
    if (run / "checkpoint.pt").exists():
        trainer.resume(run / "checkpoint.pt")
    if not trainer.fit():
        raise KeyboardInterrupt
    trainer.model.load_state_dict(trainer.average, strict=False)
    return trainer.model.eval()


def train(run: Path, data: Path, threads: int, tokens: int | None, resume_from: Path | None) -> None:
    """Trains the prepared `run` folder, or goes on where its checkpoint left off. `tokens` overrides the budget.

    Without a checkpoint, `resume_from` names a pack whose weights are the start; the optimizer starts anew.
    """
    config = load_run_config(run)
    if tokens is not None:
        values = to_dict(config)
        values["train"]["tokens"] = tokens
        config = from_dict(values)
    processes = join()
    trainer = Trainer(config, run, data, threads, processes=processes)
    if (run / "checkpoint.pt").exists():
        trainer.resume(run / "checkpoint.pt")
        if processes.is_first:
            print(f"resumed at update {trainer.update}, {trainer.tokens} target subwords", flush=True)
    elif resume_from:
        trainer.start_from(resume_from)
    trainer.fit()
    processes.leave()
