"""A packed record is the same again, whatever is in it, and smaller than its text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generated.library import made
from tests.records.strategies import records
from tui.library.compact import layout, pack, unpack
from tui.library.parsing import parsed
from tui.model import Record
from tui.sources.read import read

SEED = Path(__file__).resolve().parents[2] / "seeds" / "000_9453927c25cb1dab.txt"


def test_a_packed_record_is_the_same_again_and_smaller_than_its_text() -> None:
    source = read(SEED)
    record = parsed(source, SEED.name)
    packed = pack(record, source.text)
    assert unpack(packed, source.text) == record
    assert len(packed) < 0.4 * len(SEED.read_bytes())


def test_records_of_short_articles_are_small_too() -> None:
    library = list(made(50))
    packed = sum(len(pack(one.record, one.text)) for one in library)
    assert packed < 0.6 * sum(len(one.text.encode()) for one in library)


@settings(max_examples=60)
@given(records(), st.text())
def test_any_record_is_the_same_again(record: Record, text: str) -> None:
    assert unpack(pack(record, text), text) == record


@given(st.binary(max_size=200))
def test_what_is_no_packed_record_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=None):
        unpack(data, "Một dòng.")


def test_a_change_of_the_model_changes_the_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    before = layout()
    monkeypatch.setitem(Record.__annotations__, "promises", "tuple[Request, ...]")
    assert layout() != before
