"""Cross-attention: e_{t,i} = a(h_t, h_i), α_{t,i} = softmax_i(e_{t,i}), c_t = Σ_i α_{t,i} h_i."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .config import ModelConfig


class Attention(nn.Module):
    """Scores (Luong et al. 2015, §3.1; Bahdanau et al. 2015, A.1.2), h_t the query and h_i the memory:
    dot h_t·h_i; scaled_dot h_t·h_i/√H; general h_t·W h_i; mlp v·tanh(W h_t + U h_i)."""

    def __init__(self, config: ModelConfig):
        super().__init__()
        self.score, size = config.score, config.hidden
        self.scale = size**-0.5 if config.score == "scaled_dot" else 1.0
        if config.score in ("general", "mlp"):
            self.key = nn.Linear(size, size, bias=False)
        if config.score == "mlp":
            self.query = nn.Linear(size, size)
            self.energy = nn.Parameter(torch.empty(size))
            nn.init.uniform_(self.energy, -(size**-0.5), size**-0.5)

    def keys(self, memory: Tensor) -> Tensor:
        """What the query is compared with, made once a sentence: memory [B,S,H] → keys [B,S,H]."""
        return self.key(memory) if self.score in ("general", "mlp") else memory

    def forward(self, query: Tensor, keys: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """query [B,T,H], keys and memory [B,S,H], mask [B,S] (true at real subwords) → context [B,T,H], α [B,T,S]."""
        if self.score == "mlp":
            energies = (self.query(query)[:, :, None] + keys[:, None]).tanh() @ self.energy  # [B,T,S]
        else:
            energies = torch.bmm(query * self.scale, keys.transpose(1, 2))  # [B,T,S]
        attention = energies.masked_fill(~mask[:, None], -1e9).softmax(-1)
        return torch.bmm(attention, memory), attention
