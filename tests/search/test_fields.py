"""Every hit can say why."""

from __future__ import annotations

from tests import invented
from tui.search.fields import NAMES
from tui.search.indexing import rows
from tui.search.rows import CONTEXT


def test_every_field_that_is_a_reason_has_a_name() -> None:
    made = {part.name for name in invented.ARTICLES for row in rows(invented.document(name)) for part in row.fields}
    assert made - CONTEXT - NAMES.keys() == set()
