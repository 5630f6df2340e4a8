"""Text in, text out, with an exported pack."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from .config import DataConfig, DecodingConfig, from_dict
from .lexicon import Lexicon
from .model import Encoded
from .search import translate_ids
from .text import PLACEHOLDERS, Protector, normalise
from .tokenizer import FIRST_PLACEHOLDER, PAD

_HAN = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_LATIN = "A-Za-z0-9%$`<{_\\-/@#"
_JOINT = re.compile(f"(?<=[{_HAN}])(?=[{_LATIN}])|(?<=[A-Za-z0-9%`>}})\\]_/])(?=[{_HAN}])")


class PackModel:
    """An exported pack run by ONNX Runtime, with the interface that `translate_ids` wants of a network."""

    def __init__(self, folder: Path):
        import onnxruntime

        self.manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = torch.get_num_threads()
        self._encoder, self._decoder, output = (
            onnxruntime.InferenceSession(folder / f"{n}.onnx", options, providers=["CPUExecutionProvider"])
            for n in ("encoder", "decoder", "output")
        )
        # Here the shortlist is the whole vocabulary.
        columns = np.arange(self.manifest["architecture"]["targetVocabulary"], dtype=np.int32)
        layer = [tensor.name for tensor in output.get_outputs()]
        self._output_layer = dict(zip(layer, output.run(layer, {"columns": columns})))
        self._state_names = self.manifest["state"]
        self._floor = None
        if self.manifest["lexicon"]:
            lexicon = Lexicon.load(folder / self.manifest["lexicon"]["file"])
            self._floor = lexicon.epsilon * lexicon.unigram
            self._table = torch.from_numpy(lexicon.dense())

    def encode(self, source: Tensor, lengths: Tensor) -> tuple[Encoded, tuple[Tensor, ...]]:
        names = ["memory", "keys", *self._state_names]
        feeds = {"ids": source.numpy().astype(np.int32), "lengths": lengths.numpy().astype(np.int32)}
        memory, keys, *state = map(torch.from_numpy, self._encoder.run(names, feeds))
        return Encoded(memory, keys, source != PAD, source, salience=None), tuple(state)

    def salience_scores(self, source: Tensor, lengths: Tensor) -> np.ndarray:
        """w·h_i [N,S] of a pack with self-attention pooling; their softmax over a text is its salience."""
        feeds = {"ids": source.numpy().astype(np.int32), "lengths": lengths.numpy().astype(np.int32)}
        return self._encoder.run(["salience_scores"], feeds)[0]

    def step(self, ids: Tensor, state: tuple[Tensor, ...], encoded: Encoded):
        feeds = {
            "ids": ids.numpy().astype(np.int32),
            "memory": encoded.memory.numpy(),
            "keys": encoded.keys.numpy(),
            "mask": encoded.mask.numpy().astype(np.float32),
        }
        feeds |= self._output_layer
        feeds |= {name: value.numpy() for name, value in zip(self._state_names, state)}
        if self._floor is not None:
            feeds |= {"unigram": self._floor, "lexicon": self._table[encoded.source].numpy()}
        names = ["log_probs", "attention", *(f"next_{n}" for n in self._state_names)]
        log_probs, attention, *state = (torch.from_numpy(v) for v in self._decoder.run(names, feeds))
        return log_probs, attention, tuple(state)


def decoding_of(manifest: dict) -> DecodingConfig:
    decoding = manifest["decoding"]
    return DecodingConfig(
        decoding["beamSize"], decoding["lengthPenalty"], decoding["maxLengthRatio"], decoding["maxLengthExtra"],
        decoding.get("noRepeatNgram", 0), decoding.get("coveragePenalty", 0.0),
    )


@dataclass
class Predictor:
    model: object
    source: Tokenizer
    target: Tokenizer
    data: DataConfig
    options: DecodingConfig

    @staticmethod
    def of_pack(folder: Path) -> Predictor:
        model = PackModel(folder)
        return Predictor(model, *_tokenizers(folder), from_dict(model.manifest["config"]).data, decoding_of(model.manifest))

    def translate(self, texts: list[str], batch_rows: int = 32) -> list[str]:
        """One sentence per text; decoded in batches of alike lengths."""
        protector = Protector(self.data.protect_latin_words)
        protected = [protector.protect(normalise(t)) for t in texts]
        ids = [e.ids for e in self.source.encode_batch_fast([p[0] for p in protected])]
        order = sorted(range(len(texts)), key=lambda k: len(ids[k]))
        out = [""] * len(texts)
        for begin in range(0, len(order), batch_rows):
            rows = order[begin : begin + batch_rows]
            for k, hypothesis in zip(rows, translate_ids(self.model, [ids[k] for k in rows], self.options)):
                out[k] = self._text(hypothesis, ids[k], protected[k][1])
        return out

    def _text(self, hypothesis: list[int], source_ids: list[int], originals: list[str]) -> str:
        end = FIRST_PLACEHOLDER + len(PLACEHOLDERS)
        names = [PLACEHOLDERS[i - FIRST_PLACEHOLDER] for i in source_ids if FIRST_PLACEHOLDER <= i < end]
        table = dict(zip(names, originals))
        text, plain = "", []
        for token in [*hypothesis, None]:
            if token is not None and not FIRST_PLACEHOLDER <= token < end:
                plain.append(token)
                continue
            decoded = self.target.decode(plain)
            # What a placeholder holds must stay as it is: only the model's own words are spaced inside.
            text = self._append(text, _JOINT.sub(" ", decoded) if self.data.target == "zh" else decoded)
            plain = []
            if token is not None:
                name = PLACEHOLDERS[token - FIRST_PLACEHOLDER]
                text = self._append(text, table.get(name, name))
        return text

    def _append(self, text: str, more: str) -> str:
        if self.data.target == "zh" and text and more and _JOINT.search(text[-1] + more[0]):
            text += " "
        return text + more


def _tokenizers(folder: Path) -> list[Tokenizer]:
    return [Tokenizer.from_file(str(folder / f"{side}.tokenizer.json")) for side in ("source", "target")]
