"""A view: what is drawn of a raw text, its folded twin, and the way back to the raw offsets.

Everything that searches, finds, wraps, parses or marks works on a view, because a raw text may be decomposed, hold
CRLF or no-break spaces, or characters that must not reach a terminal.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.text.clean import MARKS_PER_BASE, Clean, is_unsafe, token
from tui.text.fold import fold

_TAB = "    "
_PLAIN = re.compile(r"[\n\x20-\x7e\u00c0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]*")


@dataclass(frozen=True)
class View:
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
        """Return the raw offsets of a span of ``display``."""
        return self.to_raw[start], self.to_raw[end]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of ``display`` that shows the raw offsets ``start`` to ``end``, half-open."""
        if isinstance(self.to_raw, range):
            return start, end
        return bisect_right(self.to_raw, start) - 1 if start else 0, bisect_left(self.to_raw, end)


def view(raw: str) -> View:
    """Return the view of a raw text; a text that needs no change costs one scan."""
    if _PLAIN.fullmatch(raw) and unicodedata.is_normalized("NFC", raw):
        return View(raw, Clean(raw), range(len(raw) + 1))
    pieces: list[str] = []
    places = array("q")
    position, length = 0, len(raw)
    while position < length:
        end = position + 1
        while end < length and unicodedata.combining(raw[end]):
            end += 1
        shown, end = _shown(raw, position, end)
        pieces.append(shown)
        places.extend([position] * len(shown))
        position = end
    places.append(length)
    return View(raw, Clean("".join(pieces)), places)


def _shown(raw: str, position: int, end: int) -> tuple[str, int]:
    """Return what is shown for one character with its marks, and where the next one begins."""
    first = raw[position]
    if first == "\r":
        return "\n", position + 2 if raw[position + 1 : position + 2] == "\n" else position + 1
    if first == "\t":
        return _TAB, position + 1
    if first == "\n":
        return first, position + 1
    if is_unsafe(first):
        return token(first), position + 1
    cluster = raw[position : min(end, position + 1 + MARKS_PER_BASE)]
    return unicodedata.normalize("NFC", cluster).replace("\xa0", " "), end
