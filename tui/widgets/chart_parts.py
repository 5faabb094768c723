"""Pictures of quantities as parts of a list: bars that can be chosen, a time line, stacks with their key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache, partial

from tui.charts import bars, stacks
from tui.charts.bars import Bar
from tui.charts.stacks import Kind, Stack
from tui.charts.stroke import Line as Strokes
from tui.charts.timeline import Point, timeline
from tui.text.clean import Clean
from tui.text.width import columns
from tui.widgets.ink import Line, Piece, paragraph
from tui.widgets.parts import Part, lines

_LEAST_PLOT = 20
"""Columns below which a time line says nothing."""


def line(strokes: Strokes, strong: bool = False) -> Line:
    """Return a line of a picture as the interface draws it; ``strong``: its name stands out."""
    pieces = [Piece(stroke.text, stroke.ink) for stroke in strokes]
    return [pieces[0]._replace(ink="accent"), *pieces[1:]] if strong and pieces else pieces


def bar_parts(given: Sequence[Bar], whole: float | None, here: Collection[str] = ()) -> list[Part]:
    """Return a part for each bar, its id the bar's; the name of those that are pointed at stands out.

    Of the current one the name is given in full where it was cut, with the note for which there was no room.
    """
    ends = bars.range_of(given, whole)
    layout = cache(partial(bars.layout, given))

    def draw(bar: Bar, width: int, full: bool) -> Sequence[Line]:
        place = layout(width)
        drawn = [line(bars.line(bar, place, ends), strong=bar.id in here)]
        if full:
            cut = [bar.name] if columns(bar.name) > place.name else []
            rest = [bar.note] if bar.note and not place.note else []
            more = Clean(" · ".join([*cut, *rest]))
            drawn += [[Piece(Clean("  ")), *each] for each in paragraph(more, width - 2, "dim")] if more else []
        return drawn

    def part(bar: Bar) -> Part:
        return Part(bar.id, lambda width, full: draw(bar, width, full))

    return [part(bar) for bar in given]


def timeline_part(
    points: Sequence[Point], height: int, write: Callable[[float], Clean], here: Callable[[], str]
) -> Part:
    """Return a time line of so many lines; ``here`` says which point is pointed at."""

    def draw(width: int) -> Sequence[Line]:
        drawn = timeline(points, width, height, write, here()).lines if width >= _LEAST_PLOT else ()
        return [line(each) for each in drawn]

    return lines(draw)


def stack_parts(given: Sequence[Stack], kinds: Sequence[Kind], totals: Sequence[int]) -> list[Part]:
    """Return the key, then a part for each stack; the current one says how many there are of each kind."""
    layout = cache(partial(stacks.layout, given))

    def draw(stack: Stack, width: int, full: bool) -> Sequence[Line]:
        place = layout(width)
        drawn = [line(stacks.line(stack, kinds, place))]
        if full:
            counts = zip(kinds, stack.counts, strict=True)
            told = Clean(" · ".join(f"{kind.name} {count}" for kind, count in counts if count))
            cut = f"{stack.name}: " if columns(stack.name) > place.name else ""
            drawn += [[Piece(Clean("  ")), *each] for each in paragraph(Clean(cut + told), width - 2, "dim")]
        return drawn

    def part(stack: Stack) -> Part:
        return Part(f"stack:{stack.id}", lambda width, full: draw(stack, width, full))

    told = lines(lambda width: [*(line(each) for each in stacks.key(kinds, totals, width)), []])
    return [told, *(part(stack) for stack in given)]
