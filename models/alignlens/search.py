"""Batched beam search for evaluation, with the placeholder constraint of the engine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from .config import DecodingConfig
from .model import Seq2Seq
from .text import PLACEHOLDERS
from .tokenizer import BOS, EOS, FIRST_PLACEHOLDER, PAD

_END = FIRST_PLACEHOLDER + len(PLACEHOLDERS)


def length_normaliser(n: int, penalty: float) -> float:
    """What a hypothesis' log-probability is divided by (Wu et al. 2016, eq. 14); n counts EOS."""
    return ((5.0 + n) / 6.0) ** penalty


@dataclass(frozen=True)
class Hypothesis:
    ids: list[int]
    """Target subwords without EOS."""
    log_prob: float
    """Of the ids and EOS."""
    score: float
    """What hypotheses are ranked by: length-normalised, with the coverage reward."""

    @property
    def mean(self) -> float:
        """Mean log-probability per target subword."""
        return self.log_prob / (len(self.ids) + 1)


def repeated(tokens: list[int], n: int) -> list[int]:
    """What may not follow `tokens` lest it write an n-gram twice."""
    start = tokens[len(tokens) - n + 1 :]
    return [tokens[k + n - 1] for k in range(len(tokens) - n + 1) if tokens[k : k + n - 1] == start]


def translate_ids(model: Seq2Seq, sources: list[list[int]], options: DecodingConfig) -> list[list[int]]:
    """Best hypothesis (without EOS) of each source id list (without EOS), decoded as one batch."""
    return [best[0].ids if best else [] for best in n_best(model, sources, options)]


@torch.inference_mode()
def n_best(model: Seq2Seq, sources: list[list[int]], options: DecodingConfig) -> list[list[Hypothesis]]:
    """Hypotheses of each source id list (without EOS), best first, decoded as one batch.

    Every source placeholder is produced exactly once: others are forbidden, and so is EOS while one is missing; what a
    hypothesis of the greatest length still lacks is appended (the engine puts it where the attention points).
    """
    n, k = len(sources), options.beam_size
    lengths = torch.tensor([len(s) + 1 for s in sources])
    ids = torch.full((n, int(lengths.max())), PAD, dtype=torch.long)
    for row, s in enumerate(sources):
        ids[row, : len(s) + 1] = torch.tensor([*s, EOS])
    limits = [int(options.max_ratio * len(s)) + options.max_extra for s in sources]
    encoded, state = model.encode(ids, lengths)
    state = tuple(s[:, None].expand(-1, k, -1) for s in state)
    missing = torch.zeros(n * k, _END - FIRST_PLACEHOLDER, dtype=torch.bool)
    for row, s in enumerate(sources):
        missing[row * k : (row + 1) * k, [i - FIRST_PLACEHOLDER for i in s if FIRST_PLACEHOLDER <= i < _END]] = True
    scores = torch.full((n, k), -np.inf)
    scores[:, 0] = 0.0
    last = torch.full((n, k), BOS)
    tokens = torch.empty(n * k, 0, dtype=torch.long)
    covered = torch.zeros(n, k, ids.shape[1])
    finished: list[list[Hypothesis]] = [[] for _ in range(n)]
    open_rows = torch.ones(n, dtype=torch.bool)
    for length in range(1, max(limits) + 1):
        log_probs, attention, state = model.step(last, state, encoded)
        covered = covered + attention
        log_probs = log_probs.flatten(0, 1).clone()  # [N·K,V]
        log_probs[:, [PAD, BOS]] = -np.inf
        log_probs[:, FIRST_PLACEHOLDER:_END].masked_fill_(~missing, -np.inf)
        log_probs[:, EOS].masked_fill_(missing.any(1), -np.inf)
        if length == 1:
            log_probs[:, EOS] = -np.inf  # nothing says nothing
        if options.no_repeat_ngram and length >= options.no_repeat_ngram:
            for row, written in enumerate(tokens.tolist()):
                log_probs[row, repeated(written, options.no_repeat_ngram)] = -np.inf
        total = (scores.view(-1, 1) + log_probs).view(n, -1)
        best, where = total.topk(2 * k, 1)
        parents, choices = where // log_probs.shape[1], where % log_probs.shape[1]
        new_parent, new_token = torch.zeros(n, k, dtype=torch.long), torch.full((n, k), PAD)
        new_scores = torch.full((n, k), -np.inf)
        for row in range(n):
            if not open_rows[row]:
                continue
            slot = 0
            for score, parent, token in zip(best[row].tolist(), parents[row].tolist(), choices[row].tolist()):
                if slot == k or score == -np.inf:
                    break
                if token == EOS or length == limits[row]:
                    hypothesis = tokens[row * k + parent].tolist() + ([] if token == EOS else [token])
                    lacking = missing[row * k + parent].nonzero()[:, 0] + FIRST_PLACEHOLDER
                    hypothesis += [i for i in lacking.tolist() if i != token]
                    ranked = score / length_normaliser(length, options.length_penalty)
                    if options.coverage_penalty:
                        reached = covered[row, parent, : lengths[row]].clamp(1e-9, 1.0)
                        ranked += options.coverage_penalty * reached.log().sum().item()
                    finished[row].append(Hypothesis(hypothesis, score, ranked))
                    continue
                new_parent[row, slot], new_token[row, slot], new_scores[row, slot] = parent, token, score
                slot += 1
            bound = new_scores[row].max().item() / length_normaliser(limits[row], options.length_penalty)
            done = len(finished[row]) >= k or any(h.score >= bound for h in finished[row])
            open_rows[row] = not (slot == 0 or length == limits[row] or done)
        if not open_rows.any():
            break
        flat = (new_parent + torch.arange(n)[:, None] * k).view(-1)
        last, scores = new_token, new_scores
        tokens = torch.cat([tokens[flat], last.view(-1, 1)], 1)
        state = tuple(s.flatten(0, 1)[flat].view(n, k, -1) for s in state)
        covered = covered.flatten(0, 1)[flat].view(n, k, -1)
        missing = missing[flat]
        hit = ((last >= FIRST_PLACEHOLDER) & (last < _END)).view(-1)
        missing[hit.nonzero()[:, 0], last.view(-1)[hit] - FIRST_PLACEHOLDER] = False
    return [sorted(f, key=lambda h: -h.score) for f in finished]
