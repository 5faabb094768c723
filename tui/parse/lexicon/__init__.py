"""The word lists of the parser: written as YAML beside this file, loaded as one JSON file built from them.

``python -m tui.parse.lexicon.build`` makes ``lexicon.json``; the package's build runs it. (14,000 places as YAML take
407 ms to read, as JSON 9 ms.)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from tui.parse.page import words

Value = TypeVar("Value")


@cache
def tables() -> Mapping[str, Any]:
    """Return all word lists: the name of a YAML file gives its content."""
    content: Mapping[str, Any] = json.loads((files(__package__) / "lexicon.json").read_text(encoding="utf-8"))
    return content


class _Node(Generic[Value]):
    """Where a look-up stands after some words: the phrase that ends there, if one does, and the words that go on."""

    __slots__ = ("below", "found")

    def __init__(self) -> None:
        self.found: tuple[int, Value] | None = None
        self.below: dict[str, _Node[Value]] = {}


class Phrases(Generic[Value]):
    """Phrases of one or more words, each with a value, found by the longest match over token keys."""

    def __init__(self, entries: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        """Take phrases as they are written; they are cut into words and marks as a page is ("Đ/c": đ, /, c)."""
        self._root: dict[str, _Node[Value]] = {}
        for phrase, value in entries.items() if isinstance(entries, Mapping) else entries:
            keys = words(phrase)
            node: _Node[Value] | None = None
            for word in keys:
                node = (node.below if node else self._root).setdefault(word, _Node())
            if node:
                node.found = len(keys), value
        self.firsts: AbstractSet[str] = self._root.keys()
        """The first words of the phrases: a look-up in vain costs least when it is not made."""

    def match(self, keys: Sequence[str], index: int, last: int | None = None) -> tuple[int, Value] | None:
        """Return the longest phrase that begins at ``keys[index]``: how many keys it takes, and its value.

        It ends before ``keys[last]``, if that is given.
        """
        if last is None:
            last = len(keys)
        best: tuple[int, Value] | None = None
        below = self._root
        while index < last and (node := below.get(keys[index])):
            best, below = node.found or best, node.below
            if not below:
                break
            index += 1
        return best

    def scan(self, keys: Sequence[str]) -> Iterator[tuple[int, int, Value]]:
        """Yield the longest phrases in a run of keys, none within another: where, how many keys, and the value."""
        free = 0
        if self.firsts.isdisjoint(keys):
            return
        for index, key in enumerate(keys):
            if key in self._root and index >= free and (found := self.match(keys, index)):
                free = index + found[0]
                yield index, *found
