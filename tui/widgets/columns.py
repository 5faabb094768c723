"""Fitting a table's columns into a width: each as wide as it needs, the least important left out first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.messages import say
from tui.text.clean import Clean
from tui.widgets.ink import Line, Piece, cells, fit, shorten, width

GAP = 2
"""Cells between two columns."""
STACKED = 56
"""Cells below which a row is two lines instead of one with columns."""
RISES, FALLS = Clean("↑"), Clean("↓")


class Column(NamedTuple):
    """A column: what it is called, how it is fitted, and whether it is set to the right."""

    id: str
    name: str
    """A message; it heads the column."""
    least: int
    """Fewest cells in which it is worth showing."""
    most: int
    """Cells beyond which it needs no more room."""
    rank: int
    """1 is shown always; of the others the highest rank is left out first. Where rows are stacked, the columns of rank
    1 and those set to the right of rank 2 make the first line."""
    to_the_right: bool = False
    brief: str = ""
    """A message: what is said before its words where rows are stacked, where they don't tell what they are."""


def fitted(columns: Sequence[Column], limit: int, by: str = "") -> dict[str, int]:
    """Return the widths of those columns that fit in so many cells, by their ids and in their order.

    The column ``by`` which rows are sorted is as important as the first.
    """
    kept = [column._replace(rank=1) if column.id == by else column for column in columns]
    while len(kept) > 1 and sum(column.least for column in kept) + GAP * (len(kept) - 1) > limit:
        last = max(range(len(kept)), key=lambda index: (kept[index].rank, index))
        if kept[last].rank <= 1:
            break
        del kept[last]
    widths = {column.id: column.least for column in kept}
    left = limit - sum(widths.values()) - GAP * (len(kept) - 1)
    while left > 0 and (short := [column for column in kept if widths[column.id] < column.most]):
        share = max(left // len(short), 1)
        for column in short:
            more = min(share, column.most - widths[column.id], left)
            widths[column.id] += more
            left -= more
    return widths


def row_of(columns: Sequence[Column], widths: dict[str, int], told: Sequence[Line]) -> list[Piece]:
    """Return the cells of the fitted columns as one line; what is cut ends in an ellipsis."""
    line: list[Piece] = []
    for column, cell in zip(columns, told, strict=True):
        if column.id not in widths:
            continue
        if line:
            line.append(Piece(Clean(" " * GAP)))
        pieces = fit(cell, widths[column.id])
        space = Piece(Clean(" " * (widths[column.id] - width(pieces))))
        line += [space, *pieces] if column.to_the_right else [*pieces, space]
    return line


def head_of(columns: Sequence[Column], widths: dict[str, int], by: str, falls: bool) -> list[Piece]:
    """Return the names of the fitted columns; that by which rows are sorted has an arrow.

    Args:
        columns: All columns.
        widths: Those that are seen, with their widths.
        by: The id of the column by which rows are sorted.
        falls: Whether the greatest comes first.

    """
    names: list[Line] = []
    for column in columns:
        room, name = widths.get(column.id, 0), say(column.name)
        name = Clean(name[:1].upper() + name[1:])
        if column.id != by:
            names.append([Piece(shorten(name, room), "dim")])
        else:
            arrow = FALLS if falls else RISES
            words = shorten(name, room - cells(arrow) - 1)
            names.append([Piece(Clean(f"{words} {arrow}" if words else arrow), "accent")])
    return row_of(columns, widths, names)


def column_at(columns: Sequence[Column], widths: dict[str, int], cell: int) -> str | None:
    """Return the id of the column that a cell of a row belongs to, None between two and beside them."""
    start = 0
    for column in columns:
        if column.id in widths:
            if start <= cell < start + widths[column.id]:
                return column.id
            start += widths[column.id] + GAP
    return None
