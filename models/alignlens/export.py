"""The network as three ONNX graphs, written operator by operator: `encoder.onnx`, the one-step `decoder.onnx`, and
`output.onnx`, which cuts the output layer to the target subwords that a batch may need.

Tensors (N sentences, K hypotheses each, S source subwords, H hidden units, E embedding units, V target subwords, C of them
on the shortlist):
encoder  ids i32[N,S], lengths i32[N] → memory, keys f32[N,S,H], hidden, cell f32[N,H]; with self-attention pooling
         salience_scores f32[N,S]: w·h_i, about −1e9 behind a sentence's end; their softmax is the salience
output   columns i32[C]: subwords of the shortlist → output_weight i8[E,C] with output_scale f32[C], or f32[E,C] without;
         output_bias f32[C]
decoder  ids i32[N,K]: places on the shortlist; what `output` gave; hidden, cell f32[N,K,H], memory, keys, mask f32[N,S],
         lexicon f32[N,S,C], unigram f32[C] → log_probs f32[N,K,C], attention f32[N,K,S], next_hidden, next_cell, and what
         leads to them, for explanations: energies f32[N,K,S], gate_f, gate_i, gate_o, context, attentional f32[N,K,H],
         re-gated: second_gate, output_state
With input feeding the state has a third tensor, `feed`. The K rows of a sentence share its memory, keys and lexicon.
The output layer is the target embedding too, so that the decoder holds nothing of the vocabulary's size.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from .model import Seq2Seq

OPSET, IR_VERSION = 17, 8


class _Graph:
    """Collects nodes and weights; `add` returns the name of a node's first output."""

    def __init__(self):
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value) -> str:
        if isinstance(value, torch.Tensor):
            value = value.detach().numpy()
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def floats(self, name: str, value) -> str:
        return self.weight(name, np.asarray(value, np.float32))

    def ints(self, name: str, value) -> str:
        return self.weight(name, np.asarray(value, np.int64))

    def add(self, operator: str, inputs: list[str], output: str, outputs: list[str] | None = None, **attributes) -> str:
        self.nodes.append(helper.make_node(operator, inputs, outputs or [output], name=output, **attributes))
        return output

    def linear(self, x: str, layer: torch.nn.Linear, name: str) -> str:
        y = self.add("MatMul", [x, self.weight(f"{name}_weight", layer.weight.t())], f"{name}_product")
        if layer.bias is None:
            return y
        return self.add("Add", [y, self.weight(f"{name}_bias", layer.bias)], f"{name}_sum")

    def model(self, name: str, inputs: dict[str, tuple], outputs: dict[str, tuple]) -> onnx.ModelProto:
        def info(values: dict[str, tuple]):
            return [helper.make_tensor_value_info(key, kind, shape) for key, (kind, shape) in values.items()]

        graph = helper.make_graph(self.nodes, name, info(inputs), info(outputs), self.weights)
        made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="alignlens")
        made.ir_version = IR_VERSION
        onnx.checker.check_model(made, full_check=True)
        return made


_F, _I = TensorProto.FLOAT, TensorProto.INT32


def _onnx_gates(matrix: torch.Tensor, axis: int = -1) -> torch.Tensor:
    """Gate order i, f, c̃, o → ONNX's i, o, f, c̃."""
    i, f, candidate, o = matrix.chunk(4, axis)
    return torch.cat([i, o, f, candidate], axis)


def encoder_graph(model: Seq2Seq) -> onnx.ModelProto:
    g, encoder, size = _Graph(), model.encoder, model.config.hidden
    x = g.add("Gather", [g.weight("embedding", encoder.embedding.weight), "ids"], "embedded")
    for number, layer in enumerate(encoder.layers):
        x = g.add("Transpose", [x], f"time_major_{number}", perm=[1, 0, 2])
        width = 4 * layer.size
        inputs = torch.stack([_onnx_gates(layer.input_weight[:, d * width : (d + 1) * width]).t() for d in (0, 1)])
        recurrent = torch.stack([_onnx_gates(layer.weight[d]).t() for d in (0, 1)])
        bias = torch.cat([_onnx_gates(layer.bias), torch.zeros_like(layer.bias)], -1)
        names = [
            g.weight(f"lstm_{number}_{k}", v) for k, v in (("input", inputs), ("recurrent", recurrent), ("bias", bias))
        ]
        y = g.add(
            "LSTM", [x, *names, "lengths"], f"lstm_{number}", hidden_size=layer.size, direction="bidirectional"
        )  # [S,2,N,H/2], zero behind each sentence's end
        y = g.add("Transpose", [y], f"batch_major_{number}", perm=[2, 0, 1, 3])
        shape = g.ints(f"shape_{number}", [0, 0, size])
        last = number == len(encoder.layers) - 1
        x = g.add("Reshape", [y, shape], "memory" if last else f"layer_{number}")
    first = g.add("Tanh", [g.linear(_pooled(g, model), encoder.initial, "initial")], "first")
    g.add("Split", [first], "split", ["hidden", "cell"], axis=-1)
    attention = model.decoder.attention
    if attention.score in ("general", "mlp"):
        g.add("MatMul", ["memory", g.weight("key_weight", attention.key.weight.t())], "keys")
    else:
        g.add("Identity", ["memory"], "keys")
    outputs = {"memory": (_F, ["N", "S", size]), "keys": (_F, ["N", "S", size])}
    outputs |= {"hidden": (_F, ["N", size]), "cell": (_F, ["N", size])}
    if encoder.scorer is not None:
        outputs["salience_scores"] = (_F, ["N", "S"])
    if model.decoder.feeds:
        g.add("Sub", ["hidden", "hidden"], "feed")
        outputs["feed"] = (_F, ["N", size])
    return g.model("encoder", {"ids": (_I, ["N", "S"]), "lengths": (_I, ["N"])}, outputs)


def _as_floats(g: _Graph, integers: str, name: str) -> str:
    """Cast would do, but in ONNX Runtime's WASM it is one function of half a megabyte, which costs 130 MB to compile."""
    return g.add("DequantizeLinear", [integers, g.floats(f"{name}_unit", 1.0)], name)


def _pooled(g: _Graph, model: Seq2Seq) -> str:
    """Nodes from the memory [N,S,H], zero behind each sentence's end, to its weighted sum [N,H]."""
    count = _as_floats(g, "lengths", "count")
    count = g.add("Unsqueeze", [count, g.ints("last_axis", [1])], "count_column")
    if model.encoder.scorer is None:
        total = g.add("ReduceSum", ["memory", g.ints("time_axis", [1])], "total", keepdims=0)
        return g.add("Div", [total, count], "mean")
    # Mul and ReduceSum are left in float32 where a MatMul would be quantized: one column is all of the salience.
    weighted = g.add("Mul", ["memory", g.weight("scorer_weight", model.encoder.scorer.weight[0])], "weighted")
    scores = g.add("ReduceSum", [weighted, g.ints("unit_axis", [2])], "scores", keepdims=0)  # [N,S]
    ones = g.add("Add", [g.add("Mul", [scores, g.floats("zero", 0.0)], "zeros"), g.floats("one", 1.0)], "ones")
    place = g.add("CumSum", [ones, g.ints("place_axis", 1)], "place")  # 1, 2, …
    behind = g.add("Greater", [place, count], "behind_end")
    g.add("Sub", [scores, g.add("Where", [behind, g.floats("large", 1e9), "zero"], "penalty")], "salience_scores")
    salience = g.add("Softmax", ["salience_scores"], "salience", axis=-1)
    column = g.add("Unsqueeze", [salience, g.ints("column_axis", [2])], "salience_column")
    salient = g.add("Mul", ["memory", column], "salient_memory")
    return g.add("ReduceSum", [salient, g.ints("time_axis", [1])], "pooled", keepdims=0)


def _attention(g: _Graph, model: Seq2Seq, query: str) -> tuple[str, str]:
    """Nodes from query [N,K,H] to context [N,K,H] and attention [N,K,S]."""
    attention = model.decoder.attention
    if attention.score == "mlp":
        q = g.add("Unsqueeze", [g.linear(query, attention.query, "query"), g.ints("axis_2", [2])], "query_column")
        k = g.add("Unsqueeze", ["keys", g.ints("axis_1", [1])], "key_row")
        t = g.add("Tanh", [g.add("Add", [q, k], "match")], "match_tanh")  # [N,K,S,H]
        e = g.add("MatMul", [t, g.weight("energy", attention.energy[:, None])], "energy_column")
        energies = g.add("Squeeze", [e, g.ints("axis_3", [3])], "energies")
    else:
        if attention.scale != 1.0:
            query = g.add("Mul", [query, g.floats("scale", attention.scale)], "scaled_query")
        keys = g.add("Transpose", ["keys"], "keys_transposed", perm=[0, 2, 1])
        energies = g.add("MatMul", [query, keys], "energies")  # [N,K,S]
    absent = g.add("Sub", ["mask", g.floats("one", 1.0)], "absent")
    penalty = g.add("Mul", [absent, g.floats("large", 1e9)], "penalty")
    penalty = g.add("Unsqueeze", [penalty, g.ints("row_axis", [1])], "penalty_row")
    g.add("Softmax", [g.add("Add", [energies, penalty], "masked")], "attention", axis=-1)
    return g.add("MatMul", ["attention", "memory"], "context"), "attention"


def _lstm_step(g: _Graph, model: Seq2Seq, x: str, hidden: str, cell_out: str) -> str:
    """Nodes of one LSTM step; writes C_t to `cell_out` and returns h_t."""
    lstm = model.decoder.lstm
    joined = g.add("Concat", [x, "feed", hidden] if model.decoder.feeds else [x, hidden], "lstm_input", axis=-1)
    weight = g.weight("lstm_weight", torch.cat([lstm.input_weight, lstm.weight[0]]))
    gates = g.add("Add", [g.add("MatMul", [joined, weight], "lstm_product"), g.weight("lstm_bias", lstm.bias[0])], "gates")
    g.add("Split", [gates], "gate_split", ["i", "f", "candidate", "o"], axis=-1)
    i, f, o = (g.add("Sigmoid", [name], f"gate_{name}") for name in "ifo")
    candidate = g.add("Tanh", ["candidate"], "candidate_tanh")
    kept = g.add("Mul", [f, "cell"], "kept")
    g.add("Add", [kept, g.add("Mul", [i, candidate], "added")], cell_out)
    return g.add("Mul", [o, g.add("Tanh", [cell_out], "cell_tanh")], "lstm_hidden")


def decoder_graph(model: Seq2Seq) -> onnx.ModelProto:
    g, decoder, size = _Graph(), model.decoder, model.config.hidden
    vocabulary = decoder.embedding.num_embeddings
    x = g.add("Gather", [g.weight("embedding", decoder.embedding.weight), "ids"], "embedded")
    h = _lstm_step(g, model, x, "hidden", "next_cell")
    context, _ = _attention(g, model, h)
    combined = g.linear(g.add("Concat", [context, h], "context_and_state", axis=-1), decoder.combine, "combine")
    z = g.add("Tanh", [combined], "attentional")
    if decoder.regated:
        gate = g.linear(g.add("Concat", [z, x], "regate_input", axis=-1), decoder.regate, "regate")
        gate = g.add("Sigmoid", [gate], "second_gate")
        z = g.add("Mul", [gate, "cell_tanh"], "output_state")
    recurring = z if decoder.regated and decoder.recurrent_output else h
    g.add("Identity", [recurring], "next_hidden")
    if decoder.feeds:
        g.add("Identity", [z], "next_feed")
    q = g.linear(z, decoder.to_embedding, "to_embedding")
    product = g.add("MatMul", [q, g.weight("output_weight", decoder.embedding.weight.t())], "output_product")
    logits = g.add("Add", [product, g.weight("output_bias", decoder.output_bias)], "own_logits")
    inputs = {"ids": (_I, ["N", "K"]), "hidden": (_F, ["N", "K", size]), "cell": (_F, ["N", "K", size])}
    outputs = {"log_probs": (_F, ["N", "K", vocabulary]), "attention": (_F, ["N", "K", "S"])}
    outputs |= {"next_hidden": (_F, ["N", "K", size]), "next_cell": (_F, ["N", "K", size])}
    if decoder.feeds:
        inputs["feed"] = (_F, ["N", "K", size])
        outputs["next_feed"] = (_F, ["N", "K", size])
    traced = ["gate_f", "gate_i", "gate_o", "context", "attentional"]
    traced += ["second_gate", "output_state"] if decoder.regated else []
    outputs |= {"energies": (_F, ["N", "K", "S"])} | {name: (_F, ["N", "K", size]) for name in traced}
    inputs |= {"memory": (_F, ["N", "S", size]), "keys": (_F, ["N", "S", size]), "mask": (_F, ["N", "S"])}
    if model.table is not None:
        inputs |= {"lexicon": (_F, ["N", "S", vocabulary]), "unigram": (_F, [vocabulary])}
        votes = g.add("MatMul", ["attention", "lexicon"], "votes")
        votes = g.add("Log", [g.add("Add", [votes, "unigram"], "mixture")], "vote_logits")
        logits = g.add("Add", [logits, votes], "logits")
    g.add("LogSoftmax", [logits], "log_probs", axis=-1)
    return g.model("decoder_step", inputs, outputs)


def detach_output_layer(decoder: onnx.ModelProto) -> tuple[onnx.ModelProto, onnx.ModelProto]:
    """A decoder that is given its output layer, quantized or not, and the graph that cuts that layer to a shortlist.

    The embedding is the same matrix and is read from the layer's columns. Raises ValueError for a layer that is not quantized
    symmetrically: an embedding read from it would be off.
    """
    graph = decoder.graph
    weights = {weight.name: weight for weight in graph.initializer}
    quantized = "output_weight_quantized" in weights
    inner = {"output_weight": "output_weight_quantized" if quantized else "output_weight", "output_bias": "output_bias"}
    if quantized:
        inner["output_scale"] = "output_weight_scale"
        if numpy_helper.to_array(weights["output_weight_zero_point"]).any():
            raise ValueError("the output layer is not quantized symmetrically, so that the embedding cannot be read from it")
        # Zero for every column, and so for any number of them.
        weights["output_weight_zero_point"].CopyFrom(numpy_helper.from_array(np.zeros((), np.int8), "output_weight_zero_point"))
    layer = {name: numpy_helper.to_array(weights[weight]) for name, weight in inner.items()}
    names = {weight: name for name, weight in inner.items()}
    for node in [n for n in graph.node if any(name.startswith("embedding") for name in n.input)]:
        graph.node.remove(node)
    for name in [*inner.values(), *(n for n in weights if n.startswith("embedding"))]:
        graph.initializer.remove(weights[name])
    for node in graph.node:
        node.input[:] = [names.get(name, name) for name in node.input]
    g = _Graph()
    columns = g.add("Gather", ["output_weight", "ids"], "embedded_columns", axis=1)  # [E,N,K]
    if quantized:
        rows = _as_floats(g, g.add("Transpose", [columns], "embedded_rows", perm=[1, 2, 0]), "embedded_whole")
        scales = g.add("Gather", ["output_scale", "ids"], "embedded_scales")  # [N,K]
        g.add("Mul", [rows, g.add("Unsqueeze", [scales, g.ints("embedded_axis", [2])], "embedded_scale_column")], "embedded")
    else:
        g.add("Transpose", [columns], "embedded", perm=[1, 2, 0])
    graph.initializer.extend(g.weights)
    for place, node in enumerate(g.nodes):
        graph.node.insert(place, node)
    cut = _Graph()
    kinds = {name: (helper.np_dtype_to_tensor_dtype(value.dtype), [*value.shape[:-1], "C"]) for name, value in layer.items()}
    for name, value in layer.items():
        cut.add("Gather", [cut.weight(f"whole_{name}", value), "columns"], name, axis=value.ndim - 1)
        graph.input.append(helper.make_tensor_value_info(name, *kinds[name]))
    for tensor in [*graph.input, *graph.output]:
        if tensor.name in ("lexicon", "unigram", "log_probs"):
            tensor.type.tensor_type.shape.dim[-1].dim_param = "C"
    del graph.value_info[:]  # Sizes inferred for the whole vocabulary.
    onnx.checker.check_model(decoder)
    return decoder, cut.model("output_layer", {"columns": (_I, ["C"])}, kinds)


def save_int8(graph: onnx.ModelProto, path: Path) -> None:
    """Weights as int8 per output channel, activations quantized at run time; the encoder's embedding per table."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    temporary = path.with_suffix(".fp32.onnx")
    onnx.save(graph, temporary)
    try:
        quantize_dynamic(
            temporary, path, op_types_to_quantize=["MatMul", "LSTM", "Gather"], per_channel=True,
            weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True},
        )
    finally:
        temporary.unlink()


def export(model: Seq2Seq, folder: Path, quantization: str) -> None:
    """Writes encoder.onnx, decoder.onnx and output.onnx; `quantization` is int8 or none."""
    model.eval()
    for name, graph in (("encoder", encoder_graph(model)), ("decoder", decoder_graph(model))):
        path = folder / f"{name}.onnx"
        if quantization == "int8":
            save_int8(graph, path)
        else:
            onnx.save(graph, path)
    save_detached(folder)


def save_detached(folder: Path) -> None:
    """Replaces a whole decoder.onnx by one without its output layer, and output.onnx."""
    decoder, output = detach_output_layer(onnx.load(folder / "decoder.onnx"))
    onnx.save(decoder, folder / "decoder.onnx")
    onnx.save(output, folder / "output.onnx")
