"""Typesetting: an article and a width give the lines of the text pane and what stands in its margin."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from tui.text.clean import Clean
from tui.widgets.article import Article, Kind, Paragraph, Speaker
from tui.widgets.ink import NOTHING, Piece, cells, paragraph, shorten, wrap
from tui.widgets.ink import width as width_of

MEASURE = 80
"""Most cells of a line of text; a comfortable measure is 66 to 90."""
LEAST_BESIDE_MARGIN = 66
"""Fewest cells of a line of text for the speakers to have a margin of their own."""
MARGIN = 18
GUTTER = 3
"""Columns before the text: the cursor, the speaker's bar, a space."""

_CORNERS: dict[Kind, Piece] = {"caption": Piece(Clean("┌ "), "dim"), "debris": Piece(Clean("╌ "), "dim")}
_LEADS: dict[Kind, tuple[Piece, ...]] = {
    "caption": (Piece(Clean("│ "), "dim"),),
    "debris": (Piece(Clean("╌ "), "dim"),),
    "byline": (Piece(Clean("— "), "dim"),),
}

LineKind = Literal["text", "label", "about", "gap"]


class TextLine(NamedTuple):
    """One line of the pane: a stretch of the text, or words of ours (``label``, ``about``), or nothing."""

    start: int
    end: int
    paragraph: int
    kind: LineKind
    words: tuple[Piece, ...] = ()
    """Ours: the whole line of a ``label`` or ``about``, what stands before the text of a ``text``."""
    margin: tuple[Piece, ...] = ()


class Typeset(Struct, frozen=True, dict=True):
    """The lines of an article for one width."""

    article: Article
    width: int
    indent: int
    """Columns before the gutter, which set the text in the middle of a wide pane."""
    margin: int
    """Columns for the speakers' names; 0: their names have lines of their own."""
    measure: int
    lines: tuple[TextLine, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [self.lines[index].start for index in self._text]

    @cached_property
    def _text(self) -> list[int]:
        return [index for index, line in enumerate(self.lines) if line.kind == "text"]

    @property
    def text_column(self) -> int:
        """The column in which text begins."""
        return self.indent + self.margin + GUTTER

    def line_of(self, offset: int) -> int:
        """Return the line of text that holds an offset, or the nearest one before it; 0 in an empty article."""
        if not self._text:
            return 0
        return self._text[max(bisect_right(self._starts, offset) - 1, 0)]

    def text_line(self, y: int, forward: bool = True) -> int:
        """Return the line of text at or nearest after line ``y`` (before it, when not ``forward`` or at the end)."""
        if not self._text:
            return 0
        index = bisect_right(self._text, y)
        if index and self._text[index - 1] == y:
            return y
        if forward:
            return self._text[min(index, len(self._text) - 1)]
        return self._text[max(index - 1, 0)]

    def step(self, y: int, by: int) -> int:
        """Return the line of text that is so many lines of text further on."""
        if not self._text:
            return 0
        index = max(bisect_right(self._text, y) - 1, 0) + by
        return self._text[min(max(index, 0), len(self._text) - 1)]


def typeset(article: Article, width: int, debris: bool, most: int = MEASURE) -> Typeset:
    """Set an article for so many cells, with or without its debris, in lines of ``most`` cells at the most."""
    speakers = any(each.speaker for each in article.paragraphs)
    room = max(width - GUTTER, 1)
    margin = MARGIN if speakers and room >= LEAST_BESIDE_MARGIN + MARGIN else 0
    measure = min(room - margin - (1 if room > 30 else 0), most)
    indent = max((room - margin - measure - (0 if margin else 1)) // 2, 0)
    lines: list[TextLine] = []
    before: Paragraph | None = None
    head = _end_of_head(article)
    for index, each in enumerate(article.paragraphs):
        if each.kind == "debris" and not debris:
            continue
        if lines:
            lines.append(TextLine(each.start, each.start, index, "gap"))
        lines += _set(article, index, measure, margin, before)
        before = each
        if index == head:
            lines += [
                TextLine(each.end, each.end, index, "about", tuple(line))
                for about in article.about
                for line in paragraph(about, measure, "dim")
            ]
    return Typeset(article, width, indent, margin, measure, tuple(lines))


def _end_of_head(article: Article) -> int:
    """Return the paragraph after which our lines about the session stand: the date line, else the headline."""
    kinds = [each.kind for each in article.paragraphs[:4]]
    return kinds.index("dateline") if "dateline" in kinds else kinds.index("headline") if "headline" in kinds else 0


def _set(article: Article, index: int, measure: int, margin: int, before: Paragraph | None) -> list[TextLine]:
    """Return the lines of one paragraph; ``before`` is the one above it."""
    each = article.paragraphs[index]
    lines: list[TextLine] = []
    lead: tuple[Piece, ...] = _LEADS.get(each.kind, ())
    if each.kind in _CORNERS:
        words = (_CORNERS[each.kind], Piece(shorten(each.label, measure - 2), "dim"))
        lines.append(TextLine(each.start, each.start, index, "label", words))
    beside: list[tuple[Piece, ...]] = []
    if each.speaker and margin:
        beside = _beside(each.speaker, margin - 1)
    elif each.speaker and (before is None or before.speaker != each.speaker):
        lines.append(TextLine(each.start, each.start, index, "label", _above(each.speaker, measure)))
    for start, end in wrap(article.text, each.start, each.end, measure - width_of(lead)):
        lines.append(TextLine(start, end, index, "text", lead, beside.pop(0) if beside else ()))
    lines += [TextLine(each.end, each.end, index, "gap", (), names) for names in beside]
    return lines


def _above(speaker: Speaker, measure: int) -> tuple[Piece, ...]:
    """Return the line that names the speaker where there is no margin."""
    note = Clean(f" · {speaker.note}") if speaker.note else NOTHING
    name = shorten(speaker.name, max(measure - cells(note), measure // 2))
    return Piece(name, "person-strong" if speaker.sure else "dim"), Piece(note, "dim")


def _beside(speaker: Speaker, width: int) -> list[tuple[Piece, ...]]:
    """Return the lines of the margin: the speaker's name and how it is known, set to the right."""
    name = paragraph(speaker.name, width, "person-strong" if speaker.sure else "dim", most=3)
    note = paragraph(speaker.note, width, "dim", most=2) if speaker.note else []
    return [(Piece(Clean(" " * (width - cells(piece.text)))), piece) for line in (*name, *note) for piece in line]
