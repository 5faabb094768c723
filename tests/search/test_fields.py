"""Every hit can say why."""

from __future__ import annotations

from tui.library.index.fields import LETTERS
from tui.search.fields import NAMES
from tui.search.match import WEIGHT
from tui.search.rows import CONTEXT

NOT_REASONS = CONTEXT | {LETTERS["side"]}


def test_every_field_that_is_a_reason_has_a_name_and_a_weight() -> None:
    reasons = {name: letter for name, letter in LETTERS.items() if letter not in NOT_REASONS}
    assert reasons.keys() == NAMES.keys()
    assert set(reasons.values()) <= WEIGHT.keys()
