"""A quantity as a person writes it, read by the rules that read articles: "26/46 hồ sơ", "1,2 nghìn tỷ đồng"."""

from __future__ import annotations

from tui.model import Figure, Number
from tui.parse import figures
from tui.parse.layout import Layout, Line
from tui.parse.page import Page
from tui.text.numbers import numerals

_MOST_NUMBERS = 2


def figure_in(page: Page, start: int, end: int) -> Figure | None:
    """Return the first figure that a stretch of ``page.text`` holds when nothing around it is read; None without."""
    lone = Layout((Line(start, end, "body", "paragraph"),))
    return next(iter(figures.find(page, lone, None, None).figures), None)


def read(words: str) -> Figure | None:
    """Return the figure that some words are, at offsets of no text; None when no rule takes them for one."""
    page = Page(" ".join(words.split()))
    return figure_in(page, 0, len(page.text)) if page.text else None


def unit_of(words: str) -> Figure | None:
    """Return the figure that a dozen of a unit is, for its kind and scale ("tỷ đồng" is money, times 1e9)."""
    return read(f"12 {words}")


def numbers(words: str) -> list[Number]:
    """Return the numbers in some words, at most two: of "13/30" both."""
    found = [numeral.value for numeral in numerals(words.replace("/", " / ")) if numeral.value is not None]
    return found[:_MOST_NUMBERS]
