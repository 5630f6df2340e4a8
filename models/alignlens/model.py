"""The whole network: encoder, decoder, tied output layer with the lexicon's vote."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .config import ModelConfig
from .decoder import Decoder, State
from .encoder import Encoder
from .lexicon import Lexicon
from .loss import cross_entropy, sample_vocabulary


@dataclass
class Encoded:
    """What decoding needs of N source sentences: memory and keys [N,S,H], mask [N,S], rows of the lexicon [N,S] (the source
    ids). salience [N,S] is the weight of each subword in the decoder's first state."""

    memory: Tensor
    keys: Tensor
    mask: Tensor
    source: Tensor
    salience: Tensor | None


class Seq2Seq(nn.Module):
    def __init__(
        self, source_vocabulary: int, target_vocabulary: int, config: ModelConfig, lexicon: Lexicon | None,
        joint: bool = False,
    ):
        """`joint`: both sides have one vocabulary, and share its embedding."""
        super().__init__()
        self.config = config
        self.encoder = Encoder(source_vocabulary, config)
        self.decoder = Decoder(target_vocabulary, config)
        if joint:
            self.decoder.embedding.weight = self.encoder.embedding.weight
        if (lexicon is None) != (config.lexicon == "none"):
            raise ValueError("a lexicon is needed exactly when the model's `lexicon` is not none")
        self.register_buffer("table", torch.from_numpy(lexicon.dense()) if lexicon else None, persistent=False)
        floor = torch.from_numpy(lexicon.epsilon * lexicon.unigram) if lexicon else None
        self.register_buffer("floor", floor, persistent=False)

    def encode(self, source: Tensor, lengths: Tensor) -> tuple[Encoded, State]:
        """source [B,S], lengths [B] → memory and the decoder's first state."""
        memory, h0, c0, salience = self.encoder(source, lengths)
        mask = torch.arange(source.shape[1], device=source.device) < lengths[:, None]
        encoded = Encoded(memory, self.decoder.attention.keys(memory), mask, source, salience)
        return encoded, self.decoder.start(h0, c0)

    def step(self, ids: Tensor, state: State, encoded: Encoded) -> tuple[Tensor, Tensor, State]:
        """K hypotheses of each sentence: ids [N,K], state [N,K,H] → log-probabilities [N,K,V], α [N,K,S], next state."""
        z, attention, state = self.decoder.step(ids, state, encoded.keys, encoded.memory, encoded.mask)
        logits = self.decoder.project(z) @ self.decoder.embedding.weight.t() + self.decoder.output_bias
        if self.table is not None:
            logits = logits + (torch.bmm(attention, self.table[encoded.source]) + self.floor).log()
        return logits.log_softmax(-1), attention, state

    def forward(
        self, source: Tensor, lengths: Tensor, target_in: Tensor, target_out: Tensor, smoothing: float = 0.0,
        drawn: int = 0,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Teacher forcing → summed cross-entropy, attention [B,T,S], salience [B,S]. `drawn` > 0 samples the softmax."""
        encoded, state = self.encode(source, lengths)
        z, attention = self.decoder(target_in, state, encoded.keys, encoded.memory, encoded.mask)
        sampled = None
        if drawn:
            sampled = sample_vocabulary(encoded.source, target_out, self.table, self.floor, drawn)
        loss = cross_entropy(
            self.decoder.project(z), self.decoder.embedding.weight, self.decoder.output_bias, attention,
            encoded.source, target_out, self.table, self.floor, smoothing, sampled,
        )
        return loss, attention, encoded.salience
