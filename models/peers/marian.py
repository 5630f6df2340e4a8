"""A Marian model of OPUS-MT's size for Transformers.js: `python -m peers.marian PACK OUT [int8|fp32 …]`.

The weights are random: how long a step takes does not depend on them, and the benchmark says how many subwords to write.
The graphs are those of an export with Optimum: `encoder_model` and `decoder_model_merged`, whose two branches are the step
with and without past keys and values. The int8 graphs quantize as `onnxruntime.quantization.quantize_dynamic` does, one
scale per matrix. The subwords are those of the pack's source tokenizer, so that both models read sequences of one length.

B sentences, S source subwords, P past target subwords, H = 8 heads of 64, D = 512.
encoder  input_ids, attention_mask i64[B,S] → last_hidden_state f32[B,S,D]
decoder  input_ids i64[B,1], encoder_attention_mask, encoder_hidden_states, past_key_values.L.{decoder,encoder}.{key,value}
         f32[B,H,P|S,64], use_cache_branch bool[1] → logits f32[B,1,V], present.L.{decoder,encoder}.{key,value}
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

LAYERS, WIDTH, HEADS, FEED_FORWARD, VOCABULARY, POSITIONS = 6, 512, 8, 2048, 65_001, 512
HEAD = WIDTH // HEADS
PAD, EOS = 0, 2  # those of the packs
OPSET, IR_VERSION = 17, 8
_KINDS = [f"{layer}.{side}.{part}" for layer in range(LAYERS) for side in ("decoder", "encoder") for part in ("key", "value")]


class _Weights:
    """Random matrices, written once, whichever branch reads them."""

    def __init__(self, quantized: bool):
        self.quantized = quantized
        self.tensors: dict[str, onnx.TensorProto] = {}
        self._random = np.random.default_rng(1)

    def constant(self, name: str, value: np.ndarray) -> str:
        if name not in self.tensors:
            self.tensors[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def vector(self, name: str, size: int, value: float) -> str:
        return self.constant(name, np.full(size, value, np.float32))

    def matrix(self, name: str, rows: int, columns: int) -> str:
        """int8 with its scale in NAME_scale, or float32."""
        if name not in self.tensors:
            drawn = self._random.integers(-100, 101, (rows, columns), np.int8)
            if self.quantized:
                self.constant(f"{name}_scale", np.float32(0.0005))
                self.constant(f"{name}_zero", np.int8(0))
            self.constant(name, drawn if self.quantized else drawn.astype(np.float32) * np.float32(0.0005))
        return name


class _Branch:
    """Nodes of a graph or of a branch; their names begin with the branch's own, since names of all branches are one set."""

    def __init__(self, weights: _Weights, name: str):
        self.weights, self.name = weights, name
        self.nodes: list[onnx.NodeProto] = []
        self._quantized: dict[str, list[str]] = {}

    def add(self, operator: str, inputs: list[str], outputs: int = 1, **attributes) -> list[str]:
        names = [f"{self.name}_{len(self.nodes)}_{k}" for k in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, **attributes))
        return names

    def one(self, operator: str, *inputs: str, **attributes) -> str:
        return self.add(operator, list(inputs), **attributes)[0]

    def ints(self, *values: int) -> str:
        return self.weights.constant("i_" + "_".join(map(str, values)), np.array(values, np.int64))

    def float(self, value: float) -> str:
        return self.weights.constant(f"f_{value}", np.float32(value))

    def product(self, x: str, matrix: str, rows: int, columns: int) -> str:
        weight = self.weights.matrix(matrix, rows, columns)
        if not self.weights.quantized:
            return self.one("MatMul", x, weight)
        if x not in self._quantized:
            self._quantized[x] = self.add("DynamicQuantizeLinear", [x], outputs=3)
        values, scale, zero = self._quantized[x]
        sums = self.one("MatMulInteger", values, weight, zero, f"{weight}_zero")
        return self.one("Mul", self.one("Cast", sums, to=TensorProto.FLOAT), self.one("Mul", scale, f"{weight}_scale"))

    def linear(self, x: str, matrix: str, rows: int, columns: int) -> str:
        return self.one("Add", self.product(x, matrix, rows, columns), self.weights.vector(f"{matrix}_bias", columns, 0.01))

    def norm(self, x: str, name: str) -> str:
        gain, bias = self.weights.vector(f"{name}_gain", WIDTH, 1.0), self.weights.vector(f"{name}_shift", WIDTH, 0.0)
        return self.one("LayerNormalization", x, gain, bias, axis=-1, epsilon=1e-5)

    def embed(self, ids: str, table: str, past: str | None) -> str:
        """Scaled embeddings with the sines of their positions, behind `past` earlier ones."""
        weight = self.weights.matrix(table, VOCABULARY, WIDTH)
        rows = self.one("Gather", weight, ids)
        if self.weights.quantized:
            rows = self.one("DequantizeLinear", rows, f"{weight}_scale", f"{weight}_zero")
        rows = self.one("Mul", rows, self.float(WIDTH**0.5))
        angles = np.arange(POSITIONS)[:, None] / 10000 ** (2 * (np.arange(WIDTH) // 2) / WIDTH)
        sines = np.where(np.arange(WIDTH) < WIDTH // 2, np.sin(angles), np.cos(angles)).astype(np.float32)
        start = self.length(past) if past else self.ints(0)
        stop = self.one("Add", start, self.one("Gather", self.one("Shape", ids), self.ints(1)))
        return self.one("Add", rows, self.one("Slice", self.weights.constant("positions", sines), start, stop, self.ints(0)))

    def length(self, keys: str) -> str:
        """P of [B,H,P,64], as [1]."""
        return self.one("Gather", self.one("Shape", keys), self.ints(2))

    def heads(self, x: str, matrix: str) -> str:
        """[B,T,D] → [B,H,T,64]"""
        split = self.one("Reshape", self.linear(x, matrix, WIDTH, WIDTH), self.ints(0, 0, HEADS, HEAD))
        return self.one("Transpose", split, perm=[0, 2, 1, 3])

    def attention(self, x: str, keys: str, values: str, mask: str | None, name: str) -> str:
        queries = self.one("Mul", self.heads(x, f"{name}_q"), self.float(HEAD**-0.5))
        scores = self.one("MatMul", queries, self.one("Transpose", keys, perm=[0, 1, 3, 2]))
        if mask:
            scores = self.one("Add", scores, mask)
        mixed = self.one("MatMul", self.one("Softmax", scores, axis=-1), values)
        joined = self.one("Reshape", self.one("Transpose", mixed, perm=[0, 2, 1, 3]), self.ints(0, 0, WIDTH))
        return self.norm(self.one("Add", x, self.linear(joined, f"{name}_o", WIDTH, WIDTH)), name)

    def feed_forward(self, x: str, name: str) -> str:
        inner = self.linear(x, f"{name}_in", WIDTH, FEED_FORWARD)
        inner = self.one("Mul", inner, self.one("Sigmoid", inner))
        return self.norm(self.one("Add", x, self.linear(inner, f"{name}_out", FEED_FORWARD, WIDTH)), name)

    def mask(self, ones: str) -> str:
        """[B,S] of 1 and 0 → [B,1,1,S] of 0 and −1e9"""
        hidden = self.one("Sub", self.float(1.0), self.one("Cast", ones, to=TensorProto.FLOAT))
        return self.one("Unsqueeze", self.one("Mul", hidden, self.float(-1e9)), self.ints(1, 2))


def encoder(weights: _Weights) -> onnx.ModelProto:
    graph = _Branch(weights, "e")
    mask = graph.mask("attention_mask")
    x = graph.embed("input_ids", "embedding", None)
    for layer in range(LAYERS):
        name = f"encoder_{layer}"
        keys, values = graph.heads(x, f"{name}_k"), graph.heads(x, f"{name}_v")
        x = graph.feed_forward(graph.attention(x, keys, values, mask, name), f"{name}_ffn")
    graph.nodes.append(helper.make_node("Identity", [x], ["last_hidden_state"]))
    inputs = [_port(name, TensorProto.INT64, ["batch_size", "sequence_length"]) for name in ("input_ids", "attention_mask")]
    outputs = [_port("last_hidden_state", TensorProto.FLOAT, ["batch_size", "sequence_length", WIDTH])]
    return _model(graph.nodes, inputs, outputs, weights)


def decoder(weights: _Weights) -> onnx.ModelProto:
    kinds = ["logits", *(f"present.{kind}" for kind in _KINDS)]
    branches = {f"{side}_branch": _decoder_branch(weights, side == "then") for side in ("then", "else")}
    choice = helper.make_node("If", ["use_cache_branch"], kinds, **branches)
    shapes = {"decoder": ["batch_size", HEADS, "past_decoder_sequence_length", HEAD],
              "encoder": ["batch_size", HEADS, "encoder_sequence_length_out", HEAD]}
    inputs = [
        _port("input_ids", TensorProto.INT64, ["batch_size", "decoder_sequence_length"]),
        _port("encoder_attention_mask", TensorProto.INT64, ["batch_size", "encoder_sequence_length"]),
        _port("encoder_hidden_states", TensorProto.FLOAT, ["batch_size", "encoder_sequence_length", WIDTH]),
        *(_port(f"past_key_values.{kind}", TensorProto.FLOAT, shapes[kind.split(".")[1]]) for kind in _KINDS),
        _port("use_cache_branch", TensorProto.BOOL, [1]),
    ]
    outputs = [_port("logits", TensorProto.FLOAT, ["batch_size", "decoder_sequence_length", VOCABULARY])]
    outputs += [_port(name, TensorProto.FLOAT, [f"{name}_{k}" for k in range(4)]) for name in kinds[1:]]
    return _model([choice], inputs, outputs, weights)


def _decoder_branch(weights: _Weights, with_past: bool) -> onnx.GraphProto:
    """One step; without past, the keys and values of the source are computed from what the encoder gave."""
    graph = _Branch(weights, "p" if with_past else "n")
    mask = graph.mask("encoder_attention_mask")
    x = graph.embed("input_ids", "embedding", "past_key_values.0.decoder.key" if with_past else None)
    present: list[str] = []
    for layer in range(LAYERS):
        name = f"decoder_{layer}"
        past = [f"past_key_values.{layer}.{side}.{part}" for side in ("decoder", "encoder") for part in ("key", "value")]
        own = [graph.heads(x, f"{name}_{part}") for part in "kv"]
        if with_past:
            own = [graph.one("Concat", before, new, axis=2) for before, new in zip(past[:2], own)]
        x = graph.attention(x, *own, None, name)
        crossed = past[2:] if with_past else [graph.heads("encoder_hidden_states", f"{name}_cross_{part}") for part in "kv"]
        x = graph.attention(x, *crossed, mask, f"{name}_cross")
        x = graph.feed_forward(x, f"{name}_ffn")
        # With past, those of the source stay as they are: whoever calls keeps them, so nothing is copied out.
        empty = weights.constant("no_keys", np.zeros((0, HEADS, 1, HEAD), np.float32))
        present += [*own, *([graph.one("Identity", empty) for _ in range(2)] if with_past else crossed)]
    logits = graph.one("Add", graph.product(x, "output", WIDTH, VOCABULARY), weights.vector("output_bias", VOCABULARY, 0.0))
    outputs = [helper.make_empty_tensor_value_info(name) for name in [logits, *present]]
    for value in outputs:
        value.type.tensor_type.elem_type = TensorProto.FLOAT
    return helper.make_graph(graph.nodes, graph.name, [], outputs)


def _port(name: str, kind: int, shape: list) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def _model(nodes, inputs, outputs, weights: _Weights) -> onnx.ModelProto:
    graph = helper.make_graph(nodes, "marian", inputs, outputs, initializer=list(weights.tensors.values()))
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)


def write(pack: Path, out: Path, kinds: list[str]) -> None:
    (out / "onnx").mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        suffix = "_quantized" if kind == "int8" else ""
        for name, build in (("encoder_model", encoder), ("decoder_model_merged", decoder)):
            onnx.save(build(_Weights(kind == "int8")), out / "onnx" / f"{name}{suffix}.onnx")
    special = {"eos_token_id": EOS, "pad_token_id": PAD, "decoder_start_token_id": PAD}
    config = {
        "model_type": "marian", "architectures": ["MarianMTModel"], "is_encoder_decoder": True, "d_model": WIDTH,
        "vocab_size": VOCABULARY, "max_position_embeddings": POSITIONS, **special,
        **{f"{side}_{key}": value for side in ("encoder", "decoder")
           for key, value in (("layers", LAYERS), ("attention_heads", HEADS), ("ffn_dim", FEED_FORWARD))},
    }
    tokenizer = json.loads((pack / "source.tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = tokenizer["model"]["vocab"]
    # Never read, but written: what a real model writes is of its whole vocabulary.
    vocabulary |= {f"▁{i}": i for i in range(len(vocabulary), VOCABULARY)}
    end = {"SpecialToken": {"id": "<eos>", "type_id": 0}}
    tokenizer["post_processor"] = {
        "type": "TemplateProcessing", "single": [{"Sequence": {"id": "A", "type_id": 0}}, end],
        "pair": [{"Sequence": {"id": "A", "type_id": 0}}, end, {"Sequence": {"id": "B", "type_id": 0}}, end],
        "special_tokens": {"<eos>": {"id": "<eos>", "ids": [EOS], "tokens": ["<eos>"]}},
    }
    settings = {"tokenizer_class": "MarianTokenizer", "pad_token": "<pad>", "eos_token": "<eos>", "model_max_length": POSITIONS}
    files = {"config": config, "generation_config": special, "tokenizer": tokenizer, "tokenizer_config": settings}
    for name, content in files.items():
        (out / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:] or ["int8", "fp32"])
