"""A view: what is drawn of a raw text, its folded twin, and the way back to the raw offsets.

Everything that searches, finds, wraps, parses or marks works on a view, because a raw text may be decomposed, hold
CRLF or no-break spaces, or characters that must not reach a terminal.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from tui.text.clean import Clean
from tui.text.clusters import PLAIN, pieces
from tui.text.fold import fold


class View(Struct, frozen=True, dict=True):
    """A text as it is shown.

    ``display`` is clean NFC; ``to_raw[i]`` is the raw offset (code points) of the boundary before ``display[i]``, and
    ``to_raw[len(display)]`` the length of the raw text. Boundaries grow, and are equal inside a visible token.
    """

    raw: str
    display: Clean
    to_raw: Sequence[int]

    @cached_property
    def folded(self) -> str:
        """One folded character for each of ``display``."""
        return fold(self.display)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw offsets of a span of ``display``; a character or token that is cut counts whole."""
        if isinstance(self.to_raw, range):
            return start, end
        first, last = self.to_raw[start], self.to_raw[end]
        if end > start and last == self.to_raw[end - 1]:
            last = self.to_raw[bisect_right(self.to_raw, last)]
        return first, last

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of ``display`` that shows the raw offsets ``start`` to ``end``, half-open.

        An offset within a cluster (a base and its marks, CRLF) counts for the whole cluster.
        """
        if isinstance(self.to_raw, range):
            return start, end
        piece = self.to_raw[bisect_right(self.to_raw, start) - 1]
        return bisect_left(self.to_raw, piece), bisect_left(self.to_raw, end)


def view(raw: str) -> View:
    """Return the view of a raw text, in linear time; a text that needs no change costs one scan."""
    if PLAIN.fullmatch(raw):
        return View(raw, Clean(raw), range(len(raw) + 1))
    parts: list[str] = []
    places = list(range(len(raw) + 1))
    to_raw: list[int] = []
    position = 0
    for start, end, text in pieces(raw):
        parts += (raw[position:start], text)
        to_raw += places[position : start + 1]
        if len(text) > 1:
            to_raw.extend([start] * (len(text) - 1))
        position = end
    parts.append(raw[position:])
    to_raw += places[position:]
    return View(raw, Clean("".join(parts)), array("q", to_raw))
