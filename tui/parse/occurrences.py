"""Occurrences: where the phrases of a list stand in a page, found by their first words for all its lines at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Generic, TypeVar

from tui.parse.lexicon import Phrases
from tui.parse.page import Page

Value = TypeVar("Value")


class Occurrences(Generic[Value]):
    """The phrases of one list in one page."""

    def __init__(self, page: Page, phrases: Phrases[Value]) -> None:
        """Look for the first words."""
        self._keys = page.keys
        self._phrases = phrases
        self._places = page.concordance.places(phrases.firsts)

    def within(self, first: int, last: int) -> Iterator[tuple[int, int, Value]]:
        """Yield the longest phrases among the tokens ``first`` to ``last``, none within another.

        Each is the token at which it begins, how many it takes, and the value.
        """
        places, free = self._places, first
        for index in places[bisect_left(places, first) : bisect_left(places, last)]:
            if index >= free and (found := self._phrases.match(self._keys, index, last)):
                free = index + found[0]
                yield index, *found
