"""The one door for outside text on its way to a terminal, a file or the clipboard.

Everything that draws, prints or exports takes :data:`Clean`, so that mypy refuses a string that did not come through
here. What is unsafe is shown, not dropped: control characters as their pictures (``␛``), invisible and direction-
changing ones as ``<U+202E>``.
"""

from __future__ import annotations

from typing import NewType

from tui.text.clusters import MARKS_PER_BASE, PLAIN, UNSAFE, pieces, token

__all__ = ["MARKS_PER_BASE", "Clean", "clean", "clean_line", "is_unsafe", "token"]

Clean = NewType("Clean", str)
"""Text that can't steer a terminal: no C0 (but newline), DEL, C1, bidi, zero-width, tag or surrogate characters."""


def is_unsafe(character: str) -> bool:
    """Tell whether a character must not reach a terminal (newline and tab count as safe here)."""
    return UNSAFE.match(character) is not None


def clean(raw: str) -> Clean:
    """Return text that is safe to draw, print and export; newlines stay, CRLF and CR become LF, a tab four spaces.

    The result is NFC, a no-break space is a space, and no base character carries more than MARKS_PER_BASE marks (marks
    without a base stand on a dotted circle). Cleaning it once more changes nothing. Takes linear time.
    """
    if PLAIN.fullmatch(raw):
        return Clean(raw)
    parts: list[str] = []
    position = 0
    for start, end, text in pieces(raw):
        parts += (raw[position:start], text)
        position = end
    return Clean("".join(parts) + raw[position:])


def clean_line(raw: str) -> Clean:
    """Return cleaned text on one line: every run of white space, newlines too, is one space."""
    return Clean(" ".join(clean(raw).split()))
