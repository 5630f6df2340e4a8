"""Bidirectional LSTM encoder: subword ids → memory and the decoder's first state."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .config import ModelConfig
from .lstm import LstmLayer
from .tokenizer import PAD


class Encoder(nn.Module):
    def __init__(self, vocabulary: int, config: ModelConfig):
        super().__init__()
        half = config.hidden // 2
        self.embedding = nn.Embedding(vocabulary, config.embedding, padding_idx=PAD)
        nn.init.normal_(self.embedding.weight, std=config.embedding**-0.5)
        sizes = [config.embedding] + [config.hidden] * (config.encoder_layers - 1)
        self.layers = nn.ModuleList(LstmLayer(size, half, directions=2) for size in sizes)
        self.scorer = nn.Linear(config.hidden, 1, bias=False) if config.pooling == "attention" else None
        self.initial = nn.Linear(config.hidden, 2 * config.hidden)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, ids: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """ids [B,S], lengths [B] → memory [B,S,H], h_0 [B,H], C_0 [B,H], pooling weights [B,S]. Memory of padding is 0.

        The weights are those of the weighted sum of the memory that becomes the first state: 1/length each, or, with a
        scorer, the salience s_i = softmax_i(w·h_i) (self-attention pooling).
        """
        b, s = ids.shape
        position = torch.arange(s, device=ids.device)
        # Reversal within each sentence's length; padding stays where it is.
        reverse = torch.where(position < lengths[:, None], lengths[:, None] - 1 - position, position)
        mask = (position < lengths[:, None]).unsqueeze(-1).to(torch.float32)
        memory = self.dropout(self.embedding(ids))
        for layer in self.layers:
            index = reverse[:, :, None].expand(-1, -1, memory.shape[-1])
            projected = torch.stack([layer.project(memory, 0), layer.project(memory.gather(1, index), 1)])
            zero = memory.new_zeros(2, b, layer.size)
            h, _ = layer(projected.permute(2, 0, 1, 3).contiguous(), zero, zero)
            # [S,2,B,H/2] → forward and backward [B,S,H/2]
            forward, backward = h[:, 0].transpose(0, 1), h[:, 1].transpose(0, 1)
            back = reverse[:, :, None].expand(-1, -1, layer.size)
            memory = self.dropout(torch.cat([forward, backward.gather(1, back)], -1)) * mask
        if self.scorer is None:
            weights = mask[..., 0] / lengths[:, None].to(torch.float32)
        else:
            weights = self.scorer(memory)[..., 0].masked_fill(mask[..., 0] == 0, -1e9).softmax(-1)
        pooled = torch.bmm(weights[:, None], memory)[:, 0]
        h0, c0 = self.initial(pooled).tanh().chunk(2, -1)
        return memory, h0, c0, weights
