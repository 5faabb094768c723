"""Finding words in the text that is open: accents need not be typed, those that are typed count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tui.text.fold import fold, fold_character
from tui.text.regex import regex
from tui.text.view import View
from tui.widgets.article import Span


def find(view: View, query: str, hidden: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return where a query stands in a text, in order and apart, but not in ``hidden`` spans.

    Case does not count, nor does where a tone stands (hòa, hoà), nor how words are parted; a letter that is typed with
    an accent is matched with that accent only.
    """
    from tui.text.spelling import settle  # noqa: PLC0415 - nothing is looked for before the first paint

    words = settle(query).split()
    if not words:
        return ()
    pattern = regex(r"\s+".join(re.escape(fold(word)) for word in words))
    typed = "".join(words)
    shown = settle(view.display)
    found = []
    for match in pattern.finditer(view.folded):
        letters = "".join(shown[match.start() : match.end()].split())
        if len(letters) == len(typed) and all(map(_agrees, typed, letters)) and not _within(hidden, match.start()):
            found.append(match.span())
    return tuple(found)


def _agrees(typed: str, letter: str) -> bool:
    """Tell whether a letter is what was typed: any accent for a letter typed without one."""
    return typed.lower() in (letter.lower(), fold_character(letter))


def _within(spans: Sequence[Span], offset: int) -> bool:
    index = bisect_left(spans, (offset + 1, 0)) - 1
    return index >= 0 and spans[index][0] <= offset < spans[index][1]


class Finding(NamedTuple):
    """What is being found: the query, its places, and the one that is looked at."""

    query: str = ""
    spans: tuple[Span, ...] = ()
    place: int = 0

    @property
    def here(self) -> Span | None:
        """The match that is looked at."""
        return self.spans[self.place] if self.spans else None

    def from_offset(self, offset: int) -> Finding:
        """Return the finding at the first match at or after an offset, or the first of all."""
        index = bisect_left(self.spans, (offset, 0))
        return self._replace(place=index if index < len(self.spans) else 0)

    def step(self, by: int) -> Finding:
        """Return the finding some matches further on; after the last comes the first."""
        return self._replace(place=(self.place + by) % len(self.spans)) if self.spans else self
