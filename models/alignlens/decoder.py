"""LSTM decoder with cross-attention, in two cells that share one code path.

regated: ĥ_t = tanh(W_c·[c_t, h_t] + b_c); o_t = σ(W_o'·[ĥ_t, x_t] + b_o'); h_t ← o_t ⊙ tanh(C_t): the output gate is
computed a second time, knowing the context. luong (Luong et al. 2015): ĥ_t feeds the output layer.
With `recurrent_output` the re-gated h_t recurs, or ĥ_t is fed to the next step (input feeding); without, only the
output layer sees them.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .attention import Attention
from .config import ModelConfig
from .lstm import LstmLayer
from .tokenizer import PAD

State = tuple[Tensor, ...]
"""(hidden, cell) and, with input feeding, feed: [N,H] at the start, [N,K,H] for K hypotheses of each sentence."""


class Decoder(nn.Module):
    def __init__(self, vocabulary: int, config: ModelConfig):
        super().__init__()
        size = config.hidden
        self.regated, self.recurrent_output = config.cell == "regated", config.recurrent_output
        self.feeds = config.recurrent_output and not self.regated
        self.embedding = nn.Embedding(vocabulary, config.embedding, padding_idx=PAD)
        nn.init.normal_(self.embedding.weight, std=config.embedding**-0.5)
        self.lstm = LstmLayer(config.embedding + (size if self.feeds else 0), size)
        self.attention = Attention(config)
        self.combine = nn.Linear(2 * size, size)
        if self.regated:
            self.regate = nn.Linear(size + config.embedding, size)
        self.dropout = nn.Dropout(config.dropout)
        self.to_embedding = nn.Linear(size, config.embedding, bias=False)
        self.output_bias = nn.Parameter(torch.zeros(vocabulary))

    def start(self, h0: Tensor, c0: Tensor) -> State:
        return (h0, c0, torch.zeros_like(h0)) if self.feeds else (h0, c0)

    def readout(self, x: Tensor, h: Tensor, c: Tensor, keys: Tensor, memory: Tensor, mask: Tensor):
        """x [B,T,E], h and C [B,T,H] → output state z [B,T,H], α [B,T,S]."""
        context, attention = self.attention(h, keys, memory, mask)
        combined = self.combine(torch.cat([context, h], -1)).tanh()
        if not self.regated:
            return combined, attention
        return self.regate(torch.cat([combined, x], -1)).sigmoid() * c.tanh(), attention

    def step(self, ids: Tensor, state: State, keys: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, State]:
        """One step of K hypotheses of each sentence: ids [N,K], state [N,K,H] → z [N,K,H], α [N,K,S], next state."""
        return self._step(self.dropout(self.embedding(ids)), state, keys, memory, mask)

    def _step(self, x: Tensor, state: State, keys: Tensor, memory: Tensor, mask: Tensor):
        inputs = torch.cat([x, state[2]], -1) if self.feeds else x
        h, c = self.lstm.step(inputs, state[0], state[1])
        z, attention = self.readout(x, h, c, keys, memory, mask)  # the K hypotheses take the place of the T steps
        if not self.recurrent_output:
            return z, attention, (h, c)
        return z, attention, ((z, c) if self.regated else (h, c, z))

    def forward(self, ids: Tensor, state: State, keys: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Teacher forcing: ids [B,T] → z [B,T,H], α [B,T,S]. All but the LSTM runs for all steps at once, unless the
        output state recurs."""
        x = self.dropout(self.embedding(ids))
        if self.recurrent_output:
            outputs, state = [], tuple(s[:, None] for s in state)
            for t in range(ids.shape[1]):
                z, attention, state = self._step(x[:, t : t + 1], state, keys, memory, mask)
                outputs.append((z, attention))
            z, attention = (torch.cat(v, 1) for v in zip(*outputs))
        else:
            projected = self.lstm.project(x).transpose(0, 1)[:, None].contiguous()  # [T,1,B,4H]
            h, c = self.lstm(projected, state[0][None], state[1][None])
            z, attention = self.readout(x, h[:, 0].transpose(0, 1), c[:, 0].transpose(0, 1), keys, memory, mask)
        return z, attention

    def project(self, z: Tensor) -> Tensor:
        """What the tied output layer multiplies: z [...,H] → [...,E]."""
        return self.to_embedding(self.dropout(z))
