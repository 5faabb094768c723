"""Where sentences begin and end, and what joins two people in one."""

from __future__ import annotations

from bisect import bisect_right

from tui.parse.who.words import Words

_JOINTS = frozenset([",", ";", "và", ", và", "; và", "cùng", "cùng với", ", cùng", "-", "; -"])


class Sentences:
    """The sentences of an article, by token."""

    def __init__(self, words: Words) -> None:
        """Cut all stretches at their full stops."""
        breaks = {stretch.first for stretch in words.stretches} | {stretch.last for stretch in words.stretches}
        self._breaks = sorted(breaks | {index + 1 for index in words.full_stops})

    def first(self, index: int) -> int:
        """Return the first token of the sentence that holds a token."""
        place = bisect_right(self._breaks, index) - 1
        return self._breaks[place] if place >= 0 else 0

    def last(self, index: int) -> int:
        """Return the token after the sentence that holds a token."""
        place = bisect_right(self._breaks, index)
        return self._breaks[place] if place < len(self._breaks) else index + 1


def joined(words: Words, first: int, last: int) -> bool:
    """Tell whether only a comma, a semicolon, a dash, "và" or "cùng" stands between two tokens."""
    return last - first <= 2 and " ".join(words.keys[first:last]) in _JOINTS
