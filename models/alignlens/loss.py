"""Cross-entropy of the lexicon-biased softmax, with its gradients computed in the same pass."""

from __future__ import annotations

import torch
from torch import Tensor

from .tokenizer import PAD

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
        mask = (targets != PAD).to(q.dtype)
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


def cross_entropy(
    q: Tensor, weight: Tensor, bias: Tensor, attention: Tensor, source: Tensor, targets: Tensor,
    table: Tensor | None, floor: Tensor | None, smoothing: float = 0.0,
) -> Tensor:
    """Summed cross-entropy (nats) over the targets that are no padding.

    q [B,T,E], weight [V,E], bias [V], attention [B,T,S], source [B,S], targets [B,T], table L [source V,V] or None,
    floor ε·u [V].
    """
    return _Loss.apply(q, weight, bias, attention, source, targets, table, floor, smoothing)


def guided_alignment(attention: Tensor, guide: Tensor) -> Tensor:
    """−Σ_t Σ_i A_{t,i} log α_{t,i} (Chen et al. 2016, eq. 7), summed; attention and guide A [B,T,S]."""
    return -(guide * attention.clamp_min(1e-8).log()).sum()
