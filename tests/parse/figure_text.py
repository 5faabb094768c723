"""Figures of a text, and a figure on one line, for the tests of figures."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Figure, Zone
from tui.parse.figures import Figures, find
from tui.parse.layout import Layout, Line
from tui.parse.page import Page

SESSION = "2024-05-08"


def figures_in(
    text: str, zones: Sequence[Zone] = (), *, whole: bool = False, event_date: str | None = SESSION
) -> Figures:
    """Return the figures of a text whose paragraphs are parted by blank lines, all of the body unless ``zones`` tells.

    ``whole`` takes the text as one paragraph.
    """
    page = Page(text)
    lines: list[Line] = []
    start = 0
    for number, paragraph in enumerate([page.text] if whole else page.text.split("\n\n")):
        zone: Zone = zones[number] if number < len(zones) else "body"
        lines.append(Line(start, start + len(paragraph), zone, "paragraph"))
        start += len(paragraph) + 2
    return find(page, Layout(tuple(lines)), event_date, None)


def shown(figure: Figure) -> str:
    """Return a figure on one line: its words, kind and value, then unit, direction and hedge."""
    value = str(figure.value)
    if figure.numerator is not None:
        value = f"{figure.numerator}/{figure.denominator}"
    if figure.rank is not None:
        value = f"{figure.rank}/{figure.rank_of}" if figure.rank_of else str(figure.rank)
    if figure.value_to is not None:
        value += f"..{figure.value_to}"
    parts = [f"{figure.selector.exact} = {figure.kind} {value}"]
    parts += [f"[{figure.unit}]"] if figure.unit is not None else []
    parts += [figure.direction] if figure.direction else []
    parts += [f"~{figure.hedge}"] if figure.hedge else []
    return " ".join(parts)
