"""The word lists of layout and session are what their rules take them for: phrases, each in one class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tui.parse.lexicon import tables
from tui.parse.page import words

LISTS = ("page_lines", "byline", "caption_lines", "sessions")


def leaves(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the entries of nested lists with the path of their list."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, f"{path}.{key}")
    elif isinstance(node, list):
        yield from ((path, item) for item in node)


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_is_a_phrase_that_can_be_looked_up(name: str) -> None:
    assert [entry for entry in leaves(tables()[name]) if not isinstance(entry[1], str) or not words(entry[1])] == []


@pytest.mark.parametrize("name", LISTS)
def test_no_list_holds_a_phrase_twice(name: str) -> None:
    counted = Counter((path, *words(phrase)) for path, phrase in leaves(tables()[name]))
    assert [entry for entry, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "table"), [("page_lines", "whole"), ("page_lines", "starts"), ("sessions", "terms"), ("sessions", "teams")]
)
def test_no_phrase_is_in_two_classes(name: str, table: str) -> None:
    counted = Counter(tuple(words(phrase)) for _, phrase in leaves(tables()[name][table]))
    assert [phrase for phrase, count in counted.items() if count > 1] == []


def test_every_short_form_has_a_meaning() -> None:
    lists = tables()["abbreviations"]
    assert all(
        isinstance(meaning, str) and meaning for name in ("sure", "any_case") for meaning in lists[name].values()
    )
    assert not set(lists["sure"]) & set(lists["ambiguous"])
    for short, meanings in lists["ambiguous"].items():
        assert all(meaning["expansion"] and len(meaning) == 2 for meaning in meanings), short
