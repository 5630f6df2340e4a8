"""The recurrence with hand-written gradients against PyTorch's own LSTM."""

import torch

from alignlens.lstm import LstmLayer, _Recurrence


def reference(layer: LstmLayer, inputs: int) -> torch.nn.LSTM:
    lstm = torch.nn.LSTM(inputs, layer.size).double()
    with torch.no_grad():
        lstm.weight_ih_l0.copy_(layer.input_weight.t())
        lstm.weight_hh_l0.copy_(layer.weight[0].t())
        lstm.bias_ih_l0.copy_(layer.bias[0])
        lstm.bias_hh_l0.zero_()
    return lstm


def test_states_and_gradients_equal_torch():
    torch.manual_seed(3)
    layer = LstmLayer(5, 4).double()
    lstm = reference(layer, 5)
    x = torch.randn(7, 3, 5, dtype=torch.double, requires_grad=True)
    start = [torch.randn(1, 3, 4, dtype=torch.double, requires_grad=True) for _ in range(2)]
    h, c = layer(layer.project(x)[:, None], *start)
    expected, (_, last_c) = lstm(x, tuple(start))
    torch.testing.assert_close(h[:, 0], expected)
    torch.testing.assert_close(c[-1], last_c)
    weights = torch.randn_like(expected)
    ours = torch.autograd.grad((h[:, 0] * weights).sum() + c[-1].pow(2).sum(), [x, *start, *layer.parameters()])
    theirs = torch.autograd.grad(
        (expected * weights).sum() + last_c.pow(2).sum(),
        [x, *start, lstm.weight_ih_l0, lstm.weight_hh_l0, lstm.bias_ih_l0],
    )
    for a, b, name in zip(ours, theirs, ("x", "h0", "c0", "input_weight", "weight", "bias")):
        b = b.t() if name == "input_weight" else b.t()[None] if name == "weight" else b[None] if name == "bias" else b
        torch.testing.assert_close(a, b, msg=lambda m, n=name: f"{n}: {m}")


def test_gradient_reaches_every_cell():
    layer = LstmLayer(3, 2, directions=2).double()
    projected = torch.randn(4, 2, 2, 8, dtype=torch.double, requires_grad=True)
    h0, c0 = (torch.randn(2, 2, 2, dtype=torch.double, requires_grad=True) for _ in range(2))
    assert torch.autograd.gradcheck(_Recurrence.apply, (projected, layer.weight, h0, c0))


def test_step_equals_sequence():
    torch.manual_seed(4)
    layer = LstmLayer(5, 4)
    x = torch.randn(6, 2, 5)
    h = c = torch.zeros(2, 4)
    sequence, cells = layer(layer.project(x)[:, None], h[None], c[None])
    for t in range(6):
        h, c = layer.step(x[t], h, c)
        torch.testing.assert_close(h, sequence[t, 0])
        torch.testing.assert_close(c, cells[t, 0])
