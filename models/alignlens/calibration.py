"""Whether a pack's probabilities are what they seem: of the subwords that it gives 80 %, are four in five right?"""

from __future__ import annotations

import numpy as np
import torch

from .data import Row
from .predict import PackModel, Predictor
from .tokenizer import BOS, EOS, PAD

BINS = 15
_BATCH_ROWS = 64


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = BINS) -> float:
    """Expected calibration error (Guo et al. 2017) × 100: |share that is right − mean confidence|, weighted by size, over
    bins of equally many predictions (Nguyen & O'Connor 2015), so that the many sure ones do not all fall into one.

    `confidence` [n] of each prediction, from 0 to 1, and whether it is `right` [n].
    """
    order = np.argsort(confidence, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return 100 * sum(len(part) * abs(right[part].mean() - confidence[part].mean()) for part in parts) / len(order)


@torch.inference_mode()
def forced_predictions(model: PackModel, sources: list[list[int]], targets: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    """The likeliest next subword at every place of the reference, after what the reference has before it: how probable the
    pack holds it, and whether the reference goes on with it. `sources` and `targets` are ids without EOS."""
    confidence, right = [], []
    order = sorted(range(len(sources)), key=lambda k: (len(targets[k]), len(sources[k])))
    for begin in range(0, len(order), _BATCH_ROWS):
        rows = order[begin : begin + _BATCH_ROWS]
        source, wanted = (_padded([[*ids[k], EOS] for k in rows]) for ids in (sources, targets))
        encoded, state = model.encode(source, (source != PAD).sum(1))
        state = tuple(s[:, None] for s in state)
        last = torch.full((len(rows), 1), BOS)
        for t in range(wanted.shape[1]):
            log_probs, _, state = model.step(last, state, encoded)
            best, likeliest = log_probs[:, 0].max(-1)
            last = wanted[:, t : t + 1]
            real = last[:, 0] != PAD
            confidence.append(best[real].exp().numpy())
            right.append((likeliest == last[:, 0])[real].numpy())
    return np.concatenate(confidence), np.concatenate(right)


def _padded(rows: list[list[int]]) -> torch.Tensor:
    padded = torch.full((len(rows), max(map(len, rows))), PAD, dtype=torch.long)
    for row, ids in zip(padded, rows):
        row[: len(ids)] = torch.tensor(ids)
    return padded


def pack_calibration(predictor: Predictor, rows: list[Row]) -> dict:
    """Figures for the metrics in a pack's manifest. `rows` are pairs as `pairs_of` makes them, with placeholders on both sides."""
    sources, targets = (
        [e.ids for e in tokenizer.encode_batch_fast(texts)]
        for tokenizer, texts in ((predictor.source, [r.source for r in rows]), (predictor.target, [r.target for r in rows]))
    )
    confidence, right = forced_predictions(predictor.model, sources, targets)
    return {
        "subwords": len(right),
        "error": round(float(calibration_error(confidence, right)), 2),
        "right": round(float(right.mean()), 4),
        "confidence": round(float(confidence.mean()), 4),
    }
