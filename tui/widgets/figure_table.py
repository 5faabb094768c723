"""The columns of the table of all figures, and what they say of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.messages import N_
from tui.tables.figures import FigureTable
from tui.tables.many_figures import ManyFigures
from tui.text.clean import Clean, clean_line
from tui.widgets.added_rows import signs
from tui.widgets.columns import Column
from tui.widgets.ink import Line, Piece
from tui.widgets.wording import day, number, span_of_days

COLUMNS = (
    Column("value", N_("figure"), 12, 20, 1, to_the_right=True),
    Column("subject", N_("subject"), 14, 44, 1),
    Column("place", N_("place"), 12, 24, 3),
    Column("date", N_("date"), 10, 10, 2, to_the_right=True),
    Column("period", N_("period"), 4, 14, 5),
    Column("speaker", N_("speaker"), 12, 24, 6),
    Column("theme", N_("session"), 16, 60, 8),
    Column("alike", N_("alike"), 5, 7, 7, to_the_right=True),
    Column("added", "", 5, 5, 4),
)


def seen_columns(table: FigureTable | ManyFigures) -> Sequence[Column]:
    """Return the columns that have something to say."""
    empty = set() if any(kept.star or kept.tags or kept.notes for kept in table.kept.values()) else {"added"}
    if isinstance(table, ManyFigures):
        empty.add("alike")
    return [column for column in COLUMNS if column.id not in empty]


def telling(table: FigureTable | ManyFigures) -> Callable[[str], Mapping[str, Line]]:
    """Return what tells the cells of a figure by its key, by the columns' ids."""

    def tell(key: str) -> Mapping[str, Line]:
        one, alike, kept = table.measure(key), table.alike(key), table.added(key)
        hedge = f"{one.hedge} " if one.hedge else ""
        warning = [Piece(Clean("! "), "warning")] if table.remarks(key) else []
        return {
            "value": [*warning, Piece(clean_line(f"{hedge}{one.written}"), "figure-strong")],
            "subject": [Piece(clean_line(one.about))],
            "place": [Piece(clean_line(one.place or ""))],
            "date": [Piece(day(one.day), "dim")],
            "period": [Piece(span_of_days(one.start, one.end), "dim")],
            "speaker": [Piece(clean_line(one.speaker or ""), "dim")],
            "theme": [Piece(clean_line(table.entry(key).theme or ""), "dim")],
            "alike": [Piece(number(alike) if alike else Clean(""), "dim")],
            "added": signs(kept.star, bool(kept.tags), bool(kept.notes)) if kept else (),
        }

    return tell
