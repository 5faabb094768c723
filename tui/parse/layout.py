"""The layout of an article: which paragraph is headline, date line, body, caption, byline or debris of the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Zone

Span = tuple[int, int]
"""A half-open stretch of ``page.text``."""


class Line(Struct, frozen=True, gc=False):
    """A paragraph of the source, without surrounding space; offsets count in ``page.text``.

    Usually one line of the file; of a hard-wrapped file several, so that ``page.text[start:end]`` may hold single line
    ends, which rules read as spaces. ``kind`` is that of a block in the record: of the body first only ``lead``,
    ``heading`` and ``paragraph``; the kinds that need to know who speaks follow later. ``image`` is the number of the
    picture (1 is the first) of a caption or of its debris. ``continues`` tells that the sentence of the body line
    before goes on here (a page that was broken round a picture).
    """

    start: int
    end: int
    zone: Zone
    kind: str
    image: int | None = None
    continues: bool = False


@dataclass(frozen=True)
class Layout:
    """All paragraphs in the order of the text, and the marks that belong to none of them alone."""

    lines: tuple[Line, ...]
    end_mark: Span | None = None
    """What closes the body (``./.``), part of its last line."""

    @cached_property
    def body_lines(self) -> tuple[Line, ...]:
        """The paragraphs of the body, in order: what rules on speech, lists and figures read."""
        return tuple(self.zone("body"))

    @cached_property
    def captions(self) -> tuple[Line, ...]:
        """The captions, in order."""
        return tuple(self.zone("caption"))

    @cached_property
    def headline(self) -> Line | None:
        """The title, if there is one; from its first line to its last where it is broken."""
        lines = tuple(self.zone("headline"))
        return replace(lines[0], end=lines[-1].end) if lines else None

    @cached_property
    def dateline(self) -> Line | None:
        """The line that tells when the article was published."""
        return next(self.zone("dateline"), None)

    @cached_property
    def bylines(self) -> tuple[Line, ...]:
        """The lines that name the author or the source."""
        return tuple(self.zone("byline"))

    def zone(self, zone: Zone) -> Iterator[Line]:
        """Yield the lines of one zone, in order."""
        return (line for line in self.lines if line.zone == zone)

    def line_at(self, position: int) -> Line | None:
        """Return the line that holds an offset of ``page.text``; None between lines."""
        index = bisect_right(self.lines, position, key=lambda line: line.start) - 1
        return self.lines[index] if index >= 0 and position < self.lines[index].end else None
