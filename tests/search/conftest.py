"""The invented articles, indexed in memory."""

from __future__ import annotations

import pytest

from tests import invented
from tests.search.index import corpus_of
from tui.search import Corpus


@pytest.fixture(scope="package")
def corpus() -> Corpus:
    """Return an index of all invented articles."""
    return corpus_of(invented.document(name) for name in invented.ARTICLES)
