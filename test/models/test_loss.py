"""The fused loss against the same formula written with autograd operations."""

import pytest
import torch

from alignlens import loss as losses


def plain(q, weight, bias, attention, source, targets, table, floor, smoothing):
    logits = q @ weight.t() + bias
    if table is not None:
        logits = logits + (torch.bmm(attention, table[source]) + floor).log()
    log_probs = logits.log_softmax(-1)
    wanted = -log_probs.gather(-1, targets[..., None])[..., 0]
    smooth = -log_probs.mean(-1)
    return (((1 - smoothing) * wanted + smoothing * smooth) * (targets != 0)).sum()


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("with_lexicon", [True, False])
def test_equals_autograd(smoothing, with_lexicon, monkeypatch):
    monkeypatch.setattr(losses, "_CHUNK", 60)  # several blocks
    torch.manual_seed(5)
    b, t, s, e, v = 4, 3, 5, 6, 11
    q = torch.randn(b, t, e, dtype=torch.double, requires_grad=True)
    weight = torch.randn(v, e, dtype=torch.double, requires_grad=True)
    bias = torch.randn(v, dtype=torch.double, requires_grad=True)
    attention = torch.rand(b, t, s, dtype=torch.double).softmax(-1).requires_grad_()
    source = torch.randint(0, 7, (b, s))
    targets = torch.randint(0, v, (b, t))
    targets[:, -1] = 0
    table = torch.rand(7, v, dtype=torch.double) if with_lexicon else None
    floor = torch.full((v,), 1e-3, dtype=torch.double) if with_lexicon else None
    inputs = [q, weight, bias, attention] if with_lexicon else [q, weight, bias]
    arguments = (q, weight, bias, attention, source, targets, table, floor, smoothing)
    ours, theirs = losses.cross_entropy(*arguments), plain(*arguments)
    torch.testing.assert_close(ours, theirs)
    for a, b_ in zip(torch.autograd.grad(2 * ours, inputs), torch.autograd.grad(2 * theirs, inputs)):
        torch.testing.assert_close(a, b_)


def test_sampled_over_everything_equals_full():
    torch.manual_seed(6)
    b, t, s, e, v = 3, 4, 5, 6, 40
    q, weight, bias = torch.randn(b, t, e), torch.randn(v, e), torch.randn(v)
    attention = torch.rand(b, t, s).softmax(-1)
    source, targets = torch.randint(0, 7, (b, s)), torch.randint(1, v, (b, t))
    targets[0, -1] = 0
    table, floor = torch.rand(7, v), torch.full((v,), 1e-3)
    everything = losses.sample_vocabulary(source, targets, table, floor, 10**9)
    assert everything.ids.tolist() == list(range(v))
    assert everything.correction.abs().max() == 0
    arguments = (q, weight, bias, attention, source, targets, table, floor, 0.0)
    torch.testing.assert_close(losses.cross_entropy(*arguments, everything), losses.cross_entropy(*arguments))


def test_sampled_normaliser_is_unbiased():
    torch.manual_seed(7)
    v = 200
    logits, unigram = torch.randn(v).double(), torch.rand(v).double()
    source, targets, table = torch.tensor([[1]]), torch.tensor([[3, 9]]), torch.zeros(4, v)
    table[1, 5] = 0.5
    estimates = []
    for _ in range(4000):
        ids, correction = losses.sample_vocabulary(source, targets, table, unigram, 40)
        assert {3, 5, 9} <= set(ids.tolist())
        estimates.append((logits[ids] + correction).exp().sum())
    assert torch.stack(estimates).mean() == pytest.approx(float(logits.exp().sum()), rel=0.02)
