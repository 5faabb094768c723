"""What pictures are made of: lines of strokes, each clean text in an ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from tui.text.clean import Clean
from tui.text.width import columns

Ink = Literal["text", "strong", "dim", "faint", "person", "figure", "figure-strong", "request", "warning", "accent"]
"""Names of inks of the interface; text that leaves it has none."""


class Stroke(NamedTuple):
    """A stretch of a line, in one ink."""

    text: Clean
    ink: Ink = "text"


Line = Sequence[Stroke]


def width(line: Iterable[Stroke]) -> int:
    """Return how many columns a line takes."""
    return sum(columns(stroke.text) for stroke in line)


def plain(lines: Iterable[Line]) -> Clean:
    """Return a picture as text, a line each, without spaces at the ends of lines."""
    return Clean("".join("".join(stroke.text for stroke in line).rstrip() + "\n" for line in lines))


def space(size: int) -> Stroke:
    """Return a stretch of nothing."""
    return Stroke(Clean(" " * max(size, 0)))
