"""Calibration: whether what a pack holds probable comes true as often."""

import numpy as np
import pytest
import torch

from alignlens.calibration import calibration_error, forced_predictions
from alignlens.tokenizer import BOS


def test_probabilities_that_come_true_have_no_error_and_overconfidence_is_the_error():
    draws = np.random.default_rng(4)
    confidence = draws.uniform(0.1, 1.0, 200_000)
    right = draws.uniform(size=len(confidence)) < confidence
    assert calibration_error(confidence, right) < 1.0
    assert calibration_error(np.minimum(1.0, confidence + 0.1), right) == pytest.approx(10.0, abs=1.5)


def test_errors_of_bins_do_not_cancel_out():
    confidence = np.array([0.2] * 50 + [0.8] * 50)
    right = np.array([True] * 25 + [False] * 25 + [True] * 25 + [False] * 25)  # half of both
    assert calibration_error(confidence, right, bins=2) == pytest.approx(30.0)
    assert calibration_error(confidence, right, bins=1) == pytest.approx(0.0)


def test_fewer_predictions_than_bins():
    assert calibration_error(np.array([0.75]), np.array([True])) == pytest.approx(25.0)


class Successor:
    """Holds the number after the last token 60 % probable and the one after that 30 %; the source says nothing."""

    def encode(self, source, lengths):
        self.lengths = lengths.tolist()
        return None, (torch.zeros(len(source), 1),)

    def step(self, ids, state, encoded):
        probabilities = torch.full((*ids.shape, 60), 0.1 / 58)
        following = torch.where(ids == BOS, 40, ids + 1).clamp(max=58)
        probabilities.scatter_(-1, following[..., None], 0.6)
        probabilities.scatter_(-1, following[..., None] + 1, 0.3)
        return probabilities.log(), None, state


def test_predictions_follow_the_reference_and_leave_padding_out():
    model = Successor()
    confidence, right = forced_predictions(model, [[33, 34], [35]], [[40, 41, 50], [40]])
    assert sorted(model.lengths) == [2, 3]
    assert confidence == pytest.approx([0.6] * 6)
    # By place: 40 after the beginning, twice; 41 after 40, and the end after 40; 50 after 41; the end after 50.
    assert right.tolist() == [True, True, False, True, False, False]
