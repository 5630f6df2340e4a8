"""Cross-entropy of the lexicon-biased softmax, with its gradients computed in the same pass."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from .tokenizer import PAD

_PAD_COLUMN = -1
_CHUNK = 4_000_000
"""Floats of one [sentences, T, V] block; more only costs memory traffic."""


class _Loss(torch.autograd.Function):
    """logits_t = W·q_t + b + log(Σ_i α_{t,i} L(·|x_i) + ε·u) (Arthur et al. 2016, eq. 8), summed cross-entropy.

    Working through the batch in blocks keeps each [T,V] row in cache for all its uses: three times fewer bytes moved
    than by one autograd node per operation.
    """

    @staticmethod
    def forward(ctx, q, weight, bias, attention, source, targets, table, floor, smoothing):
        b, t, v = *targets.shape, weight.shape[0]
        dq, dattention = torch.empty_like(q), torch.zeros_like(attention)
        dweight, dbias = torch.zeros_like(weight), torch.zeros_like(bias)
        total = q.new_zeros(())
        rows = max(1, _CHUNK // (t * v))
        mask = (targets != _PAD_COLUMN).to(q.dtype)
        targets = targets.clamp_min(0)
        for begin in range(0, b, rows):
            part = slice(begin, begin + rows)
            flat, wanted, real = q[part].flatten(0, 1), targets[part].reshape(-1, 1), mask[part].reshape(-1, 1)
            logits = torch.addmm(bias, flat, weight.t())  # [b·T,V]
            if table is not None:
                votes = table[source[part]]  # [b,S,V]
                mixture = torch.bmm(attention[part], votes).add_(floor).view(-1, v)  # p_lex + ε·u
                logits.add_(mixture.log())
            normaliser = logits.logsumexp(-1, keepdim=True)
            losses = normaliser - logits.gather(1, wanted)
            if smoothing:
                losses = (1 - smoothing) * losses + smoothing * (normaliser - logits.mean(-1, keepdim=True))
            total += (losses * real).sum()
            gradient = logits.sub_(normaliser).exp_()
            if smoothing:
                gradient.sub_(smoothing / v)
            gradient.scatter_add_(1, wanted, torch.full_like(real, smoothing - 1))
            gradient.mul_(real)
            dq[part] = (gradient @ weight).view(-1, t, q.shape[-1])
            dweight.addmm_(gradient.t(), flat)
            dbias += gradient.sum(0)
            if table is not None:
                dattention[part] = torch.bmm(gradient.div_(mixture).view(-1, t, v), votes.transpose(1, 2))
        ctx.save_for_backward(dq, dweight, dbias, dattention)
        return total

    @staticmethod
    def backward(ctx, scale):
        return *(g * scale for g in ctx.saved_tensors), None, None, None, None, None


class SampledVocabulary(NamedTuple):
    """The part of the vocabulary that a training batch's softmax runs over: ids [C], sorted, and corrections [C] that
    make the sum over the part an unbiased estimate of the sum over all (−log of each id's chance to be drawn)."""

    ids: Tensor
    correction: Tensor


def sample_vocabulary(
    source: Tensor, targets: Tensor, table: Tensor, unigram: Tensor, drawn: int, likely: float = 0.05
) -> SampledVocabulary:
    """Surely in: the batch's targets and what the lexicon gives `likely` or more for one of its source subwords. Of
    the rest about `drawn` are drawn, with chances by the square root of `unigram` [V], of any scale (Poisson sampling).
    """
    chance = (unigram.sqrt() * (drawn / unigram.sqrt().sum())).clamp_(max=1.0)
    chance[targets.unique()] = 1.0
    chance[table[source.unique()].amax(0) >= likely] = 1.0
    ids = (torch.rand_like(chance) < chance).nonzero()[:, 0]
    return SampledVocabulary(ids, -chance[ids].log())


def cross_entropy(
    q: Tensor, weight: Tensor, bias: Tensor, attention: Tensor, source: Tensor, targets: Tensor,
    table: Tensor | None, floor: Tensor | None, smoothing: float = 0.0, sampled: SampledVocabulary | None = None,
) -> Tensor:
    """Summed cross-entropy (nats) over the targets that are no padding.

    q [B,T,E], weight [V,E], bias [V], attention [B,T,S], source [B,S], targets [B,T], table L [source V,V] or None,
    floor ε·u [V]. With `sampled` the softmax runs over that part of the vocabulary, which must hold every target.
    """
    if sampled is not None:
        ids, correction = sampled
        real = targets != PAD
        targets = torch.where(real, torch.searchsorted(ids, targets.contiguous()), _PAD_COLUMN)
        weight, bias = weight[ids], bias[ids] + correction
        if table is not None:
            known, source = source.unique(return_inverse=True)
            table, floor = table[known].index_select(1, ids), floor[ids]
    else:
        targets = torch.where(targets != PAD, targets, _PAD_COLUMN)
    return _Loss.apply(q, weight, bias, attention, source, targets, table, floor, smoothing)


def guided_alignment(attention: Tensor, guide: Tensor) -> Tensor:
    """−Σ_t Σ_i A_{t,i} log α_{t,i} (Chen et al. 2016, eq. 7), summed; attention and guide A [B,T,S]."""
    return -(guide * attention.clamp_min(1e-8).log()).sum()


def guided_salience(salience: Tensor, guide: Tensor, lengths: Tensor) -> Tensor:
    """−Σ_i g_i log s_i, summed over the batch: salience s [B,S] against g_i = Σ_t A_{t,i}, how much of the target is
    copied from source position i, guide A [B,T,S]. The end mark at lengths − 1 [B], which every target has, is left out."""
    wanted = guide.sum(1).scatter(1, lengths[:, None] - 1, 0.0)  # [B,S]
    return -(wanted * salience.clamp_min(1e-8).log()).sum()
