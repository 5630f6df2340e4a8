"""NumPy reference = PyTorch (both training and step code) = exported ONNX, for every cell, score and lexicon setting."""

import itertools
import json

import numpy as np
import onnxruntime
import pytest
import tiny
import torch
from reference import softmax

from alignlens.export import decoder_graph, encoder_graph
from alignlens.tokenizer import BOS, EOS, PAD

CELLS = [(c, r) for c in ("regated", "luong") for r in (False, True)]
SCORES = ("dot", "scaled_dot", "general", "mlp")
STEPS = 6


def teacher_forced(model, reference, ids, tokens):
    """The reference's memory, log-probabilities [T,V], attention [T,S] and traces for given target tokens."""
    memory, h, c = reference.encode(ids)
    state = (h, c, np.zeros_like(h)) if model.decoder.feeds else (h, c)
    rows = []
    for token in [BOS, *tokens]:
        log_probs, attention, state = reference.step(token, state, memory, ids)
        rows.append((log_probs, attention, reference.trace))
    return memory, np.array([r[0] for r in rows]), np.array([r[1] for r in rows]), [r[2] for r in rows]


TRANSLATORS = [
    tiny.config(cell=cell, recurrent_output=recurrent, score=score, lexicon=lexicon)
    for (cell, recurrent), score, lexicon in itertools.product(CELLS, SCORES, ("bilingual", "none"))
]
SUMMARIZERS = [
    tiny.summary_config(cell=cell, pooling=pooling) for (cell, _), pooling in itertools.product(CELLS[::2], ("attention", "mean"))
]


@pytest.fixture(scope="module", params=TRANSLATORS + SUMMARIZERS, ids=lambda c: f"{c.id} {c.model.cell} {c.model.score}")
def case(request):
    source, _, table, model = tiny.make(request.param)
    ids = [*source.encode("Read the file again.").ids, EOS]
    return model, tiny.reference_of(model, table), ids, [5, 120, 300, 41, 200]


def test_torch_steps_equal_reference(case):
    model, reference, ids, tokens = case
    memory, expected, expected_attention, _ = teacher_forced(model, reference, ids, tokens)
    with torch.no_grad():
        encoded, state = model.encode(torch.tensor([ids]), torch.tensor([len(ids)]))
        np.testing.assert_allclose(encoded.memory[0], memory, atol=1e-5)
        if model.encoder.scorer is not None:
            np.testing.assert_allclose(encoded.salience[0], softmax(reference.salience_scores), atol=1e-5)
        state = tuple(s[:, None].expand(-1, 2, -1) for s in state)
        for t, token in enumerate([BOS, *tokens]):
            log_probs, attention, state = model.step(torch.tensor([[token, token]]), state, encoded)
            for row in (0, 1):
                np.testing.assert_allclose(log_probs[0, row], expected[t], atol=1e-5)
                np.testing.assert_allclose(attention[0, row], expected_attention[t], atol=1e-5)


def test_torch_teacher_forcing_equals_reference(case):
    """Also with padding on both sides: a second, longer pair shares the batch."""
    model, reference, ids, tokens = case
    longer = ids[:-1] + ids
    source = torch.full((2, len(longer)), PAD)
    source[0, : len(ids)], source[1] = torch.tensor(ids), torch.tensor(longer)
    target_in = torch.tensor([[BOS, *tokens, PAD], [BOS, *tokens, 7]])
    target_out = torch.tensor([[*tokens, EOS, PAD], [*tokens, 7, EOS]])
    with torch.no_grad():
        loss, attention, _ = model(source, torch.tensor([len(ids), len(longer)]), target_in, target_out)
    total = 0.0
    for row, (sentence, wanted) in enumerate(((ids, [*tokens, EOS]), (longer, [*tokens, 7, EOS]))):
        _, expected, expected_attention, _ = teacher_forced(model, reference, sentence, wanted[:-1])
        total -= sum(expected[t][token] for t, token in enumerate(wanted))
        np.testing.assert_allclose(attention[row, : len(wanted), : len(sentence)], expected_attention, atol=1e-5)
    np.testing.assert_allclose(loss, total, rtol=1e-5)


def test_onnx_equals_reference(case):
    """Two sentences of different length, two hypothesis rows each."""
    model, reference, ids, tokens = case
    sessions = [onnxruntime.InferenceSession(g(model).SerializeToString()) for g in (encoder_graph, decoder_graph)]
    longer = ids[:-1] + ids
    source = np.full((2, len(longer)), PAD, np.int32)
    source[0, : len(ids)], source[1] = ids, longer
    lengths = np.array([len(ids), len(longer)], np.int32)
    names = [o.name for o in sessions[0].get_outputs()]
    encoded = dict(zip(names, sessions[0].run(None, {"ids": source, "lengths": lengths})))
    memory, keys = encoded.pop("memory"), encoded.pop("keys")
    if model.encoder.scorer is not None:
        scores = encoded.pop("salience_scores")
        for row, sentence in enumerate((ids, longer)):
            reference.encode(sentence)
            np.testing.assert_allclose(scores[row, : len(sentence)], reference.salience_scores, atol=1e-5)
            assert (scores[row, len(sentence) :] < -1e8).all()
    state = {name: np.repeat(value[:, None], 2, 1) for name, value in encoded.items()}
    mask = (np.arange(source.shape[1]) < lengths[:, None]).astype(np.float32)
    feeds = {"memory": memory, "keys": keys, "mask": mask}
    if model.table is not None:
        lexicon = model.table.numpy()[source] * mask[:, :, None]
        feeds |= {"lexicon": lexicon, "unigram": model.floor.numpy()}
    expected = [teacher_forced(model, reference, s, tokens) for s in (ids, longer)]
    for t, token in enumerate([BOS, *tokens]):
        rows = np.full((2, 2), token, np.int32)
        outputs = dict(zip([o.name for o in sessions[1].get_outputs()], sessions[1].run(None, {"ids": rows, **state, **feeds})))
        for n, k in itertools.product((0, 1), (0, 1)):
            np.testing.assert_allclose(outputs["log_probs"][n, k], expected[n][1][t], atol=1e-5)
            np.testing.assert_allclose(outputs["attention"][n, k, : lengths[n]], expected[n][2][t], atol=1e-5)
            for name, value in expected[n][3][t].items():
                np.testing.assert_allclose(outputs[name][n, k, : len(value)], value, atol=1e-5, err_msg=name)
        state = {name: outputs[f"next_{name}"] for name in state}


@pytest.mark.parametrize("name", ["tiny-pack", "tiny-summarizer"])
def test_committed_fixture_is_current(name, tmp_path, monkeypatch):
    """The packs and reference outputs that the TypeScript tests replay are what this code makes."""
    committed = json.loads((tiny.FIXTURES / f"{name}.reference.json").read_text("utf-8"))
    manifest = json.loads((tiny.FIXTURES / name / "manifest.json").read_text("utf-8"))
    monkeypatch.setattr(tiny, "FIXTURES", tmp_path)
    tiny.main()
    made = json.loads((tmp_path / f"{name}.reference.json").read_text("utf-8"))
    for a, b in zip(committed["cases"], made["cases"], strict=True):
        for key in ("source", "sourceIds", "sourcePieces", "protected", "greedyTargetIds"):
            assert a[key] == b[key]
        np.testing.assert_allclose(a["logProbs"], b["logProbs"], atol=1e-6)
        np.testing.assert_allclose(a["attention"], b["attention"], atol=1e-6)
        for output, value in b["lastStep"].items():
            np.testing.assert_allclose(a["lastStep"][output], value, atol=1e-6, err_msg=output)
        np.testing.assert_allclose(a.get("salienceScores", []), b.get("salienceScores", []), atol=1e-6)
    made_manifest = json.loads((tmp_path / name / "manifest.json").read_text("utf-8"))
    for value in (manifest, made_manifest):
        value.pop("files")  # the exporter's byte layout may change with its library's version
    assert manifest == made_manifest
