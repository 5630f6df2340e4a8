"""Graphs that show what the machine can do, and what a pack's decoder holds: `python -m peers.graphs PACK OUT VOCABULARY …`.

peak.onnx      x f32[M,K] → y f32[1]: one product of int8 matrices, as large as those of ONNX Runtime's best case
output-V.onnx  x f32[N,E] → log_probs f32[N,V]: an output layer of V subwords, quantized as the packs' is
decoder.json   {"weightBytes", "products"}: bytes of the matrices that a step of decoder.onnx multiplies by, and their
               elements, which are the multiply-adds for each row; embeddings, of which a step reads a row, are in neither
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

PEAK_INNER = PEAK_COLUMNS = 1024
WIDTH = 256  # E of the shipped packs
OPSET, IR_VERSION = 17, 8


def _graph(columns: int, inner: int, tail: list[onnx.NodeProto], output: onnx.ValueInfoProto) -> onnx.ModelProto:
    """x → int8 product with random weights in `sums` f32[N,columns] → tail."""
    matrix = np.random.default_rng(1).integers(-100, 101, (inner, columns), np.int8)
    weights = {"matrix": matrix, "matrix_zero": np.int8(0), "unit": np.float32(1e-4)}
    nodes = [
        helper.make_node("DynamicQuantizeLinear", ["x"], ["values", "scale", "zero"]),
        helper.make_node("MatMulInteger", ["values", "matrix", "zero", "matrix_zero"], ["whole"]),
        helper.make_node("Cast", ["whole"], ["unscaled"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["scale", "unit"], ["factor"]),
        helper.make_node("Mul", ["unscaled", "factor"], ["sums"]),
        *tail,
    ]
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["N", inner])
    tensors = [numpy_helper.from_array(np.asarray(value), name) for name, value in weights.items()]
    graph = helper.make_graph(nodes, "measure", [x], [output], initializer=tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)


def peak_graph() -> onnx.ModelProto:
    tail = [helper.make_node("ReduceMax", ["sums"], ["most"], keepdims=0)]
    tail.append(helper.make_node("Reshape", ["most", "one"], ["y"]))
    model = _graph(PEAK_COLUMNS, PEAK_INNER, tail, helper.make_tensor_value_info("y", TensorProto.FLOAT, [1]))
    model.graph.initializer.append(numpy_helper.from_array(np.array([1], np.int64), "one"))
    return model


def output_graph(vocabulary: int) -> onnx.ModelProto:
    tail = [helper.make_node("LogSoftmax", ["sums"], ["log_probs"], axis=-1)]
    return _graph(vocabulary, WIDTH, tail, helper.make_tensor_value_info("log_probs", TensorProto.FLOAT, ["N", vocabulary]))


def decoder_weights(decoder: onnx.ModelProto) -> dict[str, int]:
    multiplied = {name for node in decoder.graph.node if "MatMul" in node.op_type or node.op_type == "Gemm" for name in node.input}
    matrices = [numpy_helper.to_array(w) for w in decoder.graph.initializer if w.name in multiplied and len(w.dims) > 1]
    return {"weightBytes": sum(m.nbytes for m in matrices), "products": sum(m.size for m in matrices)}


if __name__ == "__main__":
    pack, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(peak_graph(), out / "peak.onnx")
    for size in map(int, sys.argv[3:]):
        onnx.save(output_graph(size), out / f"output-{size}.onnx")
    weights = decoder_weights(onnx.load(pack / "decoder.onnx"))
    (out / "decoder.json").write_text(json.dumps(weights), encoding="utf-8")
