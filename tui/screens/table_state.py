"""What a table of all sessions is asked, what it answers, and what it shows when one comes back to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.text.clean import Clean
from tui.widgets.ink import NOTHING
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.widgets.table_rows import Cells


class Order(NamedTuple):
    """A way to sort: the id of the column, its name (a message), and whether the greatest comes first at first."""

    id: str
    name: str
    falls: bool = False


class Asked(NamedTuple):
    """What a table is to show: rows with all these words, by which order, with the greatest first or last."""

    words: str
    by: str
    falls: bool


class Answer(NamedTuple):
    """The rows of a table, how many there are without a filter, and what is wrong, which is usually nothing."""

    told: Cells
    total: int
    warning: Clean = NOTHING
    whole: bool = True
    """Whether these are all rows; else they are the first ones, and the rest is on its way."""


class Detail(NamedTuple):
    """What the details of a row say."""

    title: Clean
    rows: Rows
    amount: Clean = NOTHING


class Opened(NamedTuple):
    """A place in an article that is to be opened: the article's key, and offsets of its source text."""

    article_key: str
    start: int
    end: int


@dataclass
class TableState:
    """What a table showed when it was left, so that one comes back to it."""

    words: str = ""
    by: str = ""
    falls: bool = False
    row: str = ""
    detail: str = ""
    in_detail: bool = False
    under: str = ""
    """By what rows are grouped; empty for nothing."""
    view: str = ""
    """What is in the details, where one can choose."""
