"""Places in the source text as corrections need them: what a person selected, and where words stand."""

from __future__ import annotations

from collections.abc import Iterator

from tui.library.editing.items import CorrectionError
from tui.messages import N_
from tui.model import Block, Record, Selector
from tui.text.regex import regex
from tui.text.view import View, view

_WORD = regex(r"\w")


class Text:
    """A source text, and the view that words are looked for in."""

    def __init__(self, raw: str) -> None:
        """Take the text that offsets count in."""
        self.raw = raw
        self.view: View = view(raw)

    def selected(self, start: int, end: int, *, without: str = "") -> Selector:
        """Return the place of a selection without the space around it; a character that is cut counts whole.

        Args:
            start: Offset where the selection begins.
            end: Offset where it ends.
            without: Further characters that don't belong to it where they stand at its ends.

        Raises:
            CorrectionError: it holds no words, or is no place of the text.

        """
        if not 0 <= start < end <= len(self.raw):
            raise CorrectionError(N_("nothing is selected"))
        first, last = self.view.span(start, end)
        words = self.view.display[first:last]
        first += len(words) - len(words.lstrip(f"{without} \n"))
        last -= len(words) - len(words.rstrip(f"{without} \n"))
        if first >= last or not _WORD.search(self.view.display, first, last):
            raise CorrectionError(N_("no words are selected"))
        return self._select(first, last)

    def find(self, words: str, start: int = 0, end: int | None = None) -> Iterator[Selector]:
        """Yield the places between two offsets where words stand whole, in any normalization."""
        display = self.view.display
        wanted = view(words).display
        first, last = self.view.span(max(start, 0), len(self.raw) if end is None else min(end, len(self.raw)))
        at = display.find(wanted, first, last) if wanted else -1
        while at >= 0:
            after = at + len(wanted)
            if not (at and _WORD.match(display[at - 1])) and not _WORD.match(display[after : after + 1]):
                yield self._select(at, after)
            at = display.find(wanted, after, last)

    def before(self, place: Selector, most: int) -> str:
        """Return up to ``most`` characters of the display before a place, on its line."""
        first, _ = self.view.span(place.start, place.end)
        return self.view.display[max(0, first - most) : first].rpartition("\n")[2]

    def hull(self, *places: Selector) -> Selector:
        """Return the place from the first of some places to the last."""
        start, end = min(place.start for place in places), max(place.end for place in places)
        return Selector(exact=self.raw[start:end], start=start, end=end)

    def _select(self, first: int, last: int) -> Selector:
        start, end = self.view.raw_span(first, last)
        return Selector(exact=self.raw[start:end], start=start, end=end)


def overlap(one: Selector, other: Selector) -> bool:
    """Tell whether two places share a character."""
    return one.start < other.end and other.start < one.end


def holds(outer: Selector | Block, inner: Selector) -> bool:
    """Tell whether a place is within another one."""
    return outer.start <= inner.start and inner.end <= outer.end


def block_of(record: Record, place: Selector) -> Block | None:
    """Return the block that a place begins in."""
    return next((block for block in record.blocks if block.start <= place.start < block.end), None)
