"""The LSTM recurrence over a whole sequence, with every weight gradient as one matrix product.

f_t = σ(W_f·[h_{t-1}, x_t] + b_f)      i_t = σ(W_i·[h_{t-1}, x_t] + b_i)
c̃_t = tanh(W_C·[h_{t-1}, x_t] + b_C)   C_t = f_t ⊙ C_{t-1} + i_t ⊙ c̃_t
o_t = σ(W_o·[h_{t-1}, x_t] + b_o)      h_t = o_t ⊙ tanh(C_t)
(Hochreiter & Schmidhuber 1997 with forget gates.) Gate order in the matrices: i, f, c̃, o.

PyTorch's own nn.LSTM returns no C_t but the last, which the re-gated decoder cell needs at every step.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn


class _Recurrence(torch.autograd.Function):
    """(projected inputs [T,D,B,4H], W [D,H,4H], h_0 [D,B,H], C_0 [D,B,H]) → h, C, both [T,D,B,H]; D directions."""

    @staticmethod
    def forward(ctx, projected: Tensor, weight: Tensor, h0: Tensor, c0: Tensor):
        steps, directions, batch, width = projected.shape
        size = width // 4
        gates = torch.empty_like(projected)
        h = projected.new_empty(steps, directions, batch, size)
        c, tanh_c = torch.empty_like(h), torch.empty_like(h)
        h_last, c_last = h0, c0
        for t in range(steps):
            g = torch.baddbmm(projected[t], h_last, weight, out=gates[t])
            g[..., : 2 * size].sigmoid_()
            g[..., 2 * size : 3 * size].tanh_()
            g[..., 3 * size :].sigmoid_()
            i, f, candidate, o = g.split(size, -1)
            torch.mul(f, c_last, out=c[t])
            c[t].addcmul_(i, candidate)
            torch.tanh(c[t], out=tanh_c[t])
            torch.mul(o, tanh_c[t], out=h[t])
            h_last, c_last = h[t], c[t]
        ctx.save_for_backward(gates, weight, h, c, tanh_c, h0, c0)
        return h, c

    @staticmethod
    def backward(ctx, dh_all: Tensor, dc_all: Tensor):
        gates, weight, h, c, tanh_c, h0, c0 = ctx.saved_tensors
        steps, directions, batch, size = h.shape
        dgates = torch.empty_like(gates)
        transposed = weight.transpose(1, 2).contiguous()
        dh, dc = torch.zeros_like(h0), torch.zeros_like(c0)
        for t in range(steps - 1, -1, -1):
            i, f, candidate, o = gates[t].split(size, -1)
            di, df, dcandidate, do = dgates[t].split(size, -1)
            dh += dh_all[t]
            torch.mul(dh, tanh_c[t], out=do)
            do.mul_(o - o * o)
            dc += dc_all[t]
            dc += dh.mul_(o).mul_(1 - tanh_c[t] * tanh_c[t])
            torch.mul(dc, candidate, out=di)
            di.mul_(i - i * i)
            torch.mul(dc, c[t - 1] if t else c0, out=df)
            df.mul_(f - f * f)
            torch.mul(dc, i, out=dcandidate)
            dcandidate.mul_(1 - candidate * candidate)
            dc.mul_(f)
            torch.bmm(dgates[t], transposed, out=dh)
        before = torch.cat([h0[None], h[:-1]])
        # [T,D,B,·] → [D,T·B,·]
        dweight = torch.bmm(
            before.permute(1, 3, 0, 2).reshape(directions, size, -1),
            dgates.transpose(0, 1).reshape(directions, steps * batch, 4 * size),
        )
        return dgates, dweight, dh, dc


class LstmLayer(nn.Module):
    """One LSTM layer of `directions` independent directions; the caller reverses the backward one's input."""

    def __init__(self, inputs: int, size: int, directions: int = 1):
        super().__init__()
        self.size, self.directions = size, directions
        self.input_weight = nn.Parameter(torch.empty(inputs, directions * 4 * size))
        self.weight = nn.Parameter(torch.empty(directions, size, 4 * size))
        self.bias = nn.Parameter(torch.zeros(directions, 4 * size))
        bound = (3.0 / (inputs + size)) ** 0.5
        nn.init.uniform_(self.input_weight, -bound, bound)
        nn.init.uniform_(self.weight, -bound, bound)
        with torch.no_grad():
            self.bias[:, size : 2 * size] = 1.0  # remember by default

    def project(self, inputs: Tensor, direction: int = 0) -> Tensor:
        """W·x + b of one direction: [..., inputs] → [..., 4H]."""
        width = 4 * self.size
        part = self.input_weight[:, direction * width : (direction + 1) * width]
        return torch.addmm(self.bias[direction], inputs.reshape(-1, inputs.shape[-1]), part).view(
            *inputs.shape[:-1], width
        )

    def forward(self, projected: Tensor, h0: Tensor, c0: Tensor) -> tuple[Tensor, Tensor]:
        """projected [T,D,B,4H], h0 and c0 [D,B,H] → h and C of every step [T,D,B,H]."""
        return _Recurrence.apply(projected, self.weight, h0, c0)

    def step(self, inputs: Tensor, h: Tensor, c: Tensor) -> tuple[Tensor, Tensor]:
        """One step of direction 0: inputs [...,inputs], h and C [...,H] → next h and C."""
        i, f, candidate, o = (self.project(inputs) + h @ self.weight[0]).chunk(4, -1)
        c = f.sigmoid() * c + i.sigmoid() * candidate.tanh()
        return o.sigmoid() * c.tanh(), c
