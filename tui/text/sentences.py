"""The sentence around a place: what is shown and quoted of a figure."""

from __future__ import annotations

from tui.text.regex import regex

_LINE_END = regex(r"[\r\n]")
_BEGINS = regex(r"(?<!\bTP)(?<!\bTp)(?<!\bTS)(?<!\bThS)[.?!…][\"”»)]?\s+(?=[^\W_a-z]|[\"“«(])")
_ENDS = regex(r"(?<!\bTP)(?<!\bTp)(?<!\bTS)(?<!\bThS)[.?!…]+[\"”»)]?(?=\s|$)|[\r\n]")
"""A full stop or its like before a space; not the one of a short form that a name follows (TP. Hà Nội)."""


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence that holds a span of a text; a sentence ends with its line at the latest."""
    lines = [match.end() for match in _LINE_END.finditer(text, max(0, text.rfind("\n", 0, start)), start)]
    first = max([0, text.rfind("\n", 0, start) + 1, *lines])
    for match in _BEGINS.finditer(text, first, start + 1):
        if match.end() <= start:
            first = match.end()
    stop = _ENDS.search(text, max(start, end))
    if stop is None:
        return first, len(text)
    return first, stop.start() if stop[0] in "\r\n" else stop.end()
