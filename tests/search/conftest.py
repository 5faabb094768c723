"""The invented articles, indexed in memory."""

from __future__ import annotations

import pytest

from tests import invented
from tui.search import MemoryCorpus


@pytest.fixture(scope="package")
def corpus() -> MemoryCorpus:
    """Return an index of all invented articles."""
    return MemoryCorpus(invented.document(name) for name in invented.ARTICLES)
