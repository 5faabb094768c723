"""A sentence of an article with the words in it that it is shown for."""

from __future__ import annotations

from collections.abc import Sequence

from tui.text.clean import Clean
from tui.text.view import View
from tui.widgets.article import Span, apart
from tui.widgets.ink import Line, Piece, wrap
from tui.widgets.paint import Wash, paint
from tui.widgets.theme import Ground, Ink

_MARGIN = Clean("▏ ")


def quotation(
    view: View, place: Span, marked: Sequence[Span], width: int, *, ink: Ink = "text", ground: Ground = "match"
) -> list[Line]:
    """Return a stretch of an article as lines with a margin.

    Args:
        view: The article as it is shown.
        place: The stretch, in offsets of the source text.
        marked: Words in it that stand on a ground of their own, the same.
        width: Cells of a line.
        ink: What the words are written in.
        ground: What the marked ones stand on.

    """
    start, end = view.span(*place)
    wash = [Wash(ground, apart(view.span(*each) for each in marked))]
    spans = wrap(view.display, start, end, max(width - len(_MARGIN), 1))
    return [[Piece(_MARGIN, "faint"), *paint(view.display, span, ink, (), wash)] for span in spans]
