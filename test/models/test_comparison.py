"""The networks that the attention LSTM is compared with: step by step they say what they say all at once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import torch

from alignlens.config import DecodingConfig, ModelConfig
from alignlens.search import translate_ids
from alignlens.tokenizer import BOS, EOS, PAD

sys.path.insert(0, str(Path(__file__).parents[2] / "models"))
from alignlens.plot import learning_curves
from comparison.pictures import attention_maps
from comparison.references import PlainSeq2Seq, Transformer

VOCABULARY = 300
CONFIG = ModelConfig(embedding=32, hidden=24, lexicon="none")


def networks():
    torch.manual_seed(3)
    return {
        "plain": PlainSeq2Seq(VOCABULARY, VOCABULARY, CONFIG).eval(),
        "transformer": Transformer(VOCABULARY, VOCABULARY, CONFIG, layers=2).eval(),
    }


@pytest.mark.parametrize("name", ["plain", "transformer"])
@torch.no_grad()
def test_steps_add_up_to_the_loss_of_teacher_forcing(name):
    network = networks()[name]
    source = torch.tensor([[280, 290, 270, EOS], [260, 299, EOS, PAD]])
    lengths = torch.tensor([4, 3])
    target = torch.tensor([[265, 275, 285, EOS], [295, EOS, PAD, PAD]])
    given = torch.cat([torch.full((2, 1), BOS), target[:, :-1]], 1)
    loss, _, _ = network(source, lengths, given, target)
    encoded, state = network.encode(source, lengths)
    state = tuple(s[:, None] for s in state)
    total = 0.0
    for t in range(4):
        log_probs, _, state = network.step(given[:, t : t + 1], state, encoded)
        real = target[:, t] != PAD
        total -= log_probs[:, 0].gather(1, target[:, t : t + 1])[real].sum().item()
    assert total == pytest.approx(loss.item(), rel=1e-5)


@pytest.mark.parametrize("name", ["plain", "transformer"])
def test_beam_search_runs_them(name):
    found = translate_ids(networks()[name], [[280, 290], [270]], DecodingConfig(beam_size=3, max_extra=4, max_ratio=0.0))
    assert [1 <= len(ids) <= 4 for ids in found] == [True, True]


def test_padding_does_not_change_a_sentence():
    network = networks()["transformer"]
    alone = network.encode(torch.tensor([[260, 299, EOS]]), torch.tensor([3]))[0].memory
    padded = network.encode(torch.tensor([[260, 299, EOS, PAD]]), torch.tensor([3]))[0].memory[:, :3]
    assert torch.allclose(alone, padded, atol=1e-5)


def test_pictures_hold_what_they_are_given():
    curves = learning_curves({"a <b>": [(0, 5.0), (100, 3.0)], "c": [(0, 5.5), (100, 2.5)]}, {"c"})
    assert curves.count("<polyline") == 2
    assert "a &lt;b&gt; 3.000" in curves
    assert curves.count("stroke-dasharray") == 2
    maps = attention_maps([("t", ["x", "y"], ["z"], [[0.25, 0.75]])])
    assert maps.count("<rect") == 3
    assert 'fill-opacity="0.75"' in maps
