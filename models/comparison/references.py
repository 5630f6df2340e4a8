"""What the attention LSTM is compared with: the same encoder and decoder without attention, and a Transformer.

Both have the interface of `alignlens.model.Seq2Seq`, so that the same trainer and the same beam search run them.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from alignlens.config import ModelConfig
from alignlens.encoder import Encoder
from alignlens.loss import cross_entropy
from alignlens.lstm import LstmLayer
from alignlens.model import Encoded
from alignlens.tokenizer import PAD

State = tuple[Tensor, ...]


def _no_attention(ids: Tensor, source: Tensor) -> Tensor:
    """[N,T,S] zeros where the other networks give their attention weights."""
    return torch.zeros(*ids.shape, source.shape[1])


class PlainSeq2Seq(nn.Module):
    """Encoder LSTM → first state of a decoder LSTM (Sutskever et al. 2014); what that state lacks is lost."""

    def __init__(self, source_vocabulary: int, target_vocabulary: int, config: ModelConfig):
        super().__init__()
        self.encoder = Encoder(source_vocabulary, config)
        self.embedding = nn.Embedding(target_vocabulary, config.embedding, padding_idx=PAD)
        nn.init.normal_(self.embedding.weight, std=config.embedding**-0.5)
        self.lstm = LstmLayer(config.embedding, config.hidden)
        self.combine = nn.Linear(config.hidden, config.hidden)
        self.to_embedding = nn.Linear(config.hidden, config.embedding, bias=False)
        self.output_bias = nn.Parameter(torch.zeros(target_vocabulary))
        self.dropout = nn.Dropout(config.dropout)

    def encode(self, source: Tensor, lengths: Tensor) -> tuple[Encoded, State]:
        memory, h0, c0, _ = self.encoder(source, lengths)
        return Encoded(memory, memory, source != PAD, source, None), (h0, c0)

    def _project(self, h: Tensor) -> Tensor:
        return self.to_embedding(self.dropout(self.combine(h).tanh()))

    def step(self, ids: Tensor, state: State, encoded: Encoded) -> tuple[Tensor, Tensor, State]:
        h, c = self.lstm.step(self.embedding(ids), *state)
        logits = self._project(h) @ self.embedding.weight.t() + self.output_bias
        return logits.log_softmax(-1), _no_attention(ids, encoded.source), (h, c)

    def forward(self, source, lengths, target_in, target_out, smoothing=0.0, drawn=0):
        _, (h0, c0) = self.encode(source, lengths)
        projected = self.lstm.project(self.dropout(self.embedding(target_in))).transpose(0, 1)[:, None].contiguous()
        h, _ = self.lstm(projected, h0[None], c0[None])
        attention = _no_attention(target_in, source)
        q = self._project(h[:, 0].transpose(0, 1))
        loss = cross_entropy(
            q, self.embedding.weight, self.output_bias, attention, source, target_out, None, None, smoothing, None
        )
        return loss, attention, None


class Transformer(nn.Module):
    """PyTorch's own layers (Vaswani et al. 2017, pre-norm), as many as give about as many parameters as the LSTMs."""

    heads, feed_forward = 4, 2

    def __init__(self, source_vocabulary: int, target_vocabulary: int, config: ModelConfig, layers: int):
        super().__init__()
        size = config.embedding
        self.size, self.dropout = size, nn.Dropout(config.dropout)
        self.source_embedding = nn.Embedding(source_vocabulary, size, padding_idx=PAD)
        self.embedding = nn.Embedding(target_vocabulary, size, padding_idx=PAD)
        for table in (self.source_embedding, self.embedding):
            nn.init.normal_(table.weight, std=size**-0.5)
        shape = {
            "d_model": size, "nhead": self.heads, "dim_feedforward": self.feed_forward * size,
            "dropout": config.dropout, "batch_first": True, "norm_first": True,
        }
        self.encoder = nn.TransformerEncoder(
            nn.TransformerEncoderLayer(**shape), layers, nn.LayerNorm(size), enable_nested_tensor=False
        )
        self.decoder = nn.TransformerDecoder(nn.TransformerDecoderLayer(**shape), layers, nn.LayerNorm(size))
        self.output_bias = nn.Parameter(torch.zeros(target_vocabulary))

    def _embed(self, table: nn.Embedding, ids: Tensor) -> Tensor:
        position = torch.arange(ids.shape[1])[:, None]
        frequency = torch.exp(torch.arange(0, self.size, 2) * (-math.log(10_000.0) / self.size))
        wave = torch.stack([(position * frequency).sin(), (position * frequency).cos()], -1).flatten(1)
        return self.dropout(table(ids) * math.sqrt(self.size) + wave)

    def _decode(self, ids: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        future = torch.ones(ids.shape[1], ids.shape[1], dtype=torch.bool).triu(1)
        return self.decoder(self._embed(self.embedding, ids), memory, tgt_mask=future, memory_key_padding_mask=~mask)

    def encode(self, source: Tensor, lengths: Tensor) -> tuple[Encoded, State]:
        """The state is what has been written so far: [N,0] at the start."""
        mask = source != PAD
        memory = self.encoder(self._embed(self.source_embedding, source), src_key_padding_mask=~mask)
        return Encoded(memory, memory, mask, source, None), (torch.empty(len(source), 0, dtype=torch.long),)

    def step(self, ids: Tensor, state: State, encoded: Encoded) -> tuple[Tensor, Tensor, State]:
        n, k = ids.shape
        written = torch.cat([state[0], ids[:, :, None]], -1)  # [N,K,t]
        memory, mask = (v.repeat_interleave(k, 0) for v in (encoded.memory, encoded.mask))
        last = self._decode(written.view(n * k, -1), memory, mask)[:, -1].view(n, k, -1)
        logits = last @ self.embedding.weight.t() + self.output_bias
        return logits.log_softmax(-1), _no_attention(ids, encoded.source), (written,)

    def forward(self, source, lengths, target_in, target_out, smoothing=0.0, drawn=0):
        encoded, _ = self.encode(source, lengths)
        attention = _no_attention(target_in, source)
        q = self._decode(target_in, encoded.memory, encoded.mask)
        loss = cross_entropy(
            q, self.embedding.weight, self.output_bias, attention, source, target_out, None, None, smoothing, None
        )
        return loss, attention, None
