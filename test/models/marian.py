"""A Marian model of Hugging Face's format that is small enough to read: it translates word by word from a list.

`python test/models/marian.py` writes test/engine/transformers/tiny-marian, which the engine's tests run through Transformers.js. The graphs
take and give what an export of Optimum does, cache included; but the encoder writes each word's translation into its state, and
the decoder reads the states in order, so that what must come out is known without training.
"""

import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save_model

FOLDER = Path(__file__).parents[1] / "engine" / "transformers" / "tiny-marian"
SPECIAL = ["</s>", "<unk>"]
WORDS = {
    "▁Open": "打开", "▁Close": "关闭", "▁Save": "保存", "▁Read": "读取", "▁Delete": "删除", "▁open": "打开", "▁read": "读取",
    "▁the": "这个", "▁The": "这个", "▁file": "文件", "▁folder": "文件夹", "▁settings": "设置", "▁line": "行", "▁list": "列表",
    "▁and": "和", "▁with": "用", "▁now": "现在", "▁is": "是", "▁empty": "空的", ".": "。", ",": "，", "!": "！",
}  # fmt: skip
VOCABULARY = [*SPECIAL, *WORDS, *dict.fromkeys(WORDS.values()), "▁", "<pad>"]
ID = {piece: index for index, piece in enumerate(VOCABULARY)}
SIZE, PAD = len(VOCABULARY), ID["<pad>"]
CACHE = [f"0.{side}.{kind}" for side in ("decoder", "encoder") for kind in ("key", "value")]


def write_json(name: str, content: object) -> None:
    (FOLDER / name).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def save(name: str, nodes: list, inputs: list, outputs: list, constants: dict[str, np.ndarray]) -> None:
    initializers = [numpy_helper.from_array(value, key) for key, value in constants.items()]
    graph = helper.make_graph(nodes, name, inputs, outputs, initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8, producer_name="alignlens")
    checker.check_model(model, full_check=True)
    save_model(model, FOLDER / "onnx" / f"{name}.onnx")


def ints(name: str, length: str):
    return helper.make_tensor_value_info(name, TensorProto.INT64, ["batch_size", length])


def floats(name: str, *shape: str | int):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def write_encoder() -> None:
    """last_hidden_state: batch x sources x SIZE, the one-hot translation of each piece."""
    table = np.zeros((SIZE, SIZE), np.float32)
    for piece, index in ID.items():
        table[index, ID[WORDS.get(piece, piece)]] = 1
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])]
    inputs = [ints("input_ids", "encoder_sequence_length"), ints("attention_mask", "encoder_sequence_length")]
    save("encoder_model", nodes, inputs, [floats("last_hidden_state", "batch_size", "encoder_sequence_length", SIZE)], {"table": table})


def write_decoder() -> None:
    """logits of a step: the encoder's state at the step's position, which is the length of the cache."""
    node = helper.make_node
    nodes = [
        node("Shape", ["past_key_values.0.decoder.key"], ["past_shape"]),
        node("Gather", ["past_shape", "two"], ["past"]),
        node("Shape", ["input_ids"], ["ids_shape"]),
        node("Gather", ["ids_shape", "one"], ["length"]),
        node("Add", ["past", "length"], ["end"]),
        node("Range", ["past", "end", "one"], ["positions"]),
        node("Gather", ["encoder_hidden_states", "positions"], ["states"], axis=1),
        node("Mul", ["states", "scale"], ["logits"]),
        node("Cast", ["input_ids"], ["ids_float"], to=TensorProto.FLOAT),
        node("Unsqueeze", ["ids_float", "axes"], ["ids_cache"]),
        node("Cast", ["encoder_attention_mask"], ["mask_float"], to=TensorProto.FLOAT),
        node("Unsqueeze", ["mask_float", "axes"], ["mask_cache"]),
    ]
    for name in CACHE:
        if "decoder" in name:
            nodes.append(node("Concat", [f"past_key_values.{name}", "ids_cache"], [f"present.{name}"], axis=2))
        else:
            nodes.append(node("Identity", ["mask_cache"], [f"present.{name}"]))
    inputs = [
        ints("encoder_attention_mask", "encoder_sequence_length"),
        ints("input_ids", "decoder_sequence_length"),
        floats("encoder_hidden_states", "batch_size", "encoder_sequence_length", SIZE),
        *(floats(f"past_key_values.{name}", "batch_size", 1, "past_sequence_length", 1) for name in CACHE),
        helper.make_tensor_value_info("use_cache_branch", TensorProto.BOOL, [1]),
    ]
    outputs = [
        floats("logits", "batch_size", "decoder_sequence_length", SIZE),
        *(floats(f"present.{name}", "batch_size", 1, "sequence_length", 1) for name in CACHE),
    ]
    constants = {"one": np.array(1), "two": np.array(2), "scale": np.array(10, np.float32), "axes": np.array([1, 3])}
    save("decoder_model_merged", nodes, inputs, outputs, constants)


def write_tokenizer() -> None:
    added = [
        {"id": ID[piece], "content": piece, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
        for piece in [*SPECIAL, "<pad>"]
    ]
    template = [{"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "</s>", "type_id": 0}}]
    metaspace = {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True, "prepend_scheme": "always"}
    write_json("tokenizer.json", {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": None,
        "pre_tokenizer": metaspace, "decoder": metaspace,
        "post_processor": {
            "type": "TemplateProcessing", "single": template, "pair": template,
            "special_tokens": {"</s>": {"id": "</s>", "ids": [ID["</s>"]], "tokens": ["</s>"]}},
        },
        "model": {"type": "Unigram", "unk_id": ID["<unk>"], "vocab": [[piece, -float(len(piece) == 1)] for piece in VOCABULARY]},
    })  # fmt: skip
    write_json("tokenizer_config.json", {
        "tokenizer_class": "MarianTokenizer", "source_lang": "eng", "target_lang": "zho", "eos_token": "</s>", "unk_token": "<unk>",
        "pad_token": "<pad>", "model_max_length": 64,
    })  # fmt: skip


def write_config() -> None:
    write_json("config.json", {
        "model_type": "marian", "architectures": ["MarianMTModel"], "is_encoder_decoder": True, "vocab_size": SIZE, "d_model": SIZE,
        "encoder_layers": 1, "decoder_layers": 1, "encoder_attention_heads": 1, "decoder_attention_heads": 1,
        "decoder_start_token_id": PAD, "pad_token_id": PAD, "eos_token_id": 0, "forced_eos_token_id": 0, "max_length": 64,
        "max_position_embeddings": 64, "num_beams": 4, "bad_words_ids": [[PAD]],
    })  # fmt: skip


if __name__ == "__main__":
    (FOLDER / "onnx").mkdir(parents=True, exist_ok=True)
    write_encoder()
    write_decoder()
    write_tokenizer()
    write_config()
