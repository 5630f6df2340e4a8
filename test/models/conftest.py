import sys
from pathlib import Path

import pytest
import torch

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def exact_products():
    """A trainer lets products be rounded for the whole process; the tests after it compare exact ones again."""
    yield
    torch.set_float32_matmul_precision("highest")
