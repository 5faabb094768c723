"""Figures (số liệu) and the periods they are about: what was counted, how much, since when, and where it says so."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from tui.model import Figure, FigureKind, Found, Period
from tui.parse.amounts import Amount, amounts_in
from tui.parse.calendar import first_months
from tui.parse.figure_links import Links, links_of, resolve
from tui.parse.layout import Layout, Line
from tui.parse.number_words import length, number_words
from tui.parse.page import Page
from tui.parse.passage import Passage
from tui.parse.periods import PeriodMention, times_in
from tui.parse.subjects import subject_of, subject_text
from tui.text.numbers import Number, exact
from tui.text.regex import regex

_DIGIT = regex("[0-9]")
_ZONES = frozenset(("headline", "body", "caption"))
_SHARE_DIGITS = 6
"""A share is kept to this many decimals."""


@dataclass(frozen=True)
class Figures:
    """The periods and figures of an article, in the order of the text; speakers are not yet known."""

    periods: tuple[Period, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One paragraph with what was found in it, and how many periods and figures stand before it."""

    passage: Passage
    amounts: Sequence[Amount]
    mentions: Sequence[PeriodMention]
    dated: Container[int]
    periods_before: int
    figures_before: int


def find(page: Page, layout: Layout, event_date: str | None, published: str | None) -> Figures:
    """Return the periods and figures of headline, body and captions.

    ``event_date`` is the ISO date of the session, the day that "đến nay" means; where it is not known, or without a
    year, the day of publication stands in for it.
    """
    today, halves = _day(event_date) or _day(published), first_months(page.text)
    periods: list[Period] = []
    figures: list[Figure] = []
    for line in layout.lines:
        if line.zone not in _ZONES or not _has_digit(page, line):
            continue
        passage = Passage(page, line.start, line.end)
        times = times_in(passage, today, halves)
        mentions = resolve(times.mentions)
        paragraph = _Paragraph(passage, amounts_in(passage, times), mentions, times.taken, len(periods), len(figures))
        periods.extend(_period(paragraph, place) for place in range(len(mentions)))
        figures.extend(_figures(paragraph))
    return Figures(tuple(periods), tuple(figures))


def _has_digit(page: Page, line: Line) -> bool:
    return _DIGIT.search(page.text, line.start, line.end) is not None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _period(paragraph: _Paragraph, place: int) -> Period:
    stretch, passage = paragraph.mentions[place].stretch, paragraph.passage
    return Period(
        id=f"P{paragraph.periods_before + place + 1}",
        selector=passage.page.select(passage.starts[stretch.first], passage.ends[stretch.last - 1]),
        start=stretch.start,
        end=stretch.end,
        found=Found(rule="periods.words", how="explicit"),
    )


def _figures(paragraph: _Paragraph) -> list[Figure]:
    links = links_of(paragraph.passage, paragraph.amounts, paragraph.mentions)
    figures: list[Figure] = []
    for place, (amount, link) in enumerate(zip(paragraph.amounts, links, strict=True)):
        subject = None if link.restates is not None else _subject(paragraph, place)
        figure = _figure(paragraph, place, amount, link, subject)
        if place and _goes_on(paragraph, place) and (subject is None or _sums_up(paragraph, place, subject)):
            before = figures[-1]
            figure = replace(figure, subject=before.subject, subject_selector=before.subject_selector)
        figures.append(figure)
    return figures


def _goes_on(paragraph: _Paragraph, place: int) -> bool:
    """Tell whether an amount is in the sentence of the one before it, so that it is about the same."""
    passage, amounts = paragraph.passage, paragraph.amounts
    return passage.sentence(amounts[place].first) == passage.sentence(amounts[place - 1].first)


def _sums_up(paragraph: _Paragraph, place: int, subject: tuple[int, int]) -> bool:
    """Tell whether an amount's subject says only that it sums up the one before in the same unit ("lũy kế")."""
    unit, before = paragraph.amounts[place].quantity.unit, paragraph.amounts[place - 1].quantity.unit
    alike = unit is not None and before is not None and unit.text == before.text
    return alike and length(paragraph.passage, subject[0], number_words().subject_sums) == subject[1] - subject[0]


def _figure(paragraph: _Paragraph, place: int, amount: Amount, link: Links, subject: tuple[int, int] | None) -> Figure:
    passage, quantity = paragraph.passage, amount.quantity
    starts, ends, unit, page = passage.starts, passage.ends, quantity.unit, passage.page
    low, high = _full(quantity.low, quantity.scale), _full(quantity.high, quantity.scale)
    kind: FigureKind = amount.kind
    rank = kind == "rank" and isinstance(quantity.low, int)
    ratio = kind == "ratio" and low is not None and high is not None
    inferred = quantity.inferred or amount.rule in ("figures.shared_unit", "figures.bare_number")
    return Figure(
        id=f"F{paragraph.figures_before + place + 1}",
        selector=page.select(starts[_opening(passage, amount)], ends[amount.last - 1]),
        number_selector=page.select(starts[quantity.first], ends[quantity.number_last - 1]),
        kind=kind,
        value=round(low / high, _SHARE_DIGITS) if ratio and low is not None and high else low or 0,
        value_to=high if quantity.shape == "range" else None,
        unit=unit.text if unit else None,
        scale=unit.scale if unit and unit.scale > 1 else None,
        numerator=low if ratio else None,
        denominator=high if ratio else None,
        hedge=amount.hedge,
        subject=subject_text(passage, amount, subject) if subject else None,
        period_id=_period_id(paragraph, link.period),
        speaker_id=None,
        statement_id=None,
        rank=int(quantity.low) if rank else None,
        rank_of=int(quantity.high) if rank and quantity.shape == "ratio" and quantity.high else None,
        direction=amount.direction,
        baseline_period_id=_period_id(paragraph, link.baseline),
        subject_selector=page.select(starts[subject[0]], ends[subject[1] - 1]) if subject else None,
        of=_figure_id(paragraph, link.whole),
        restates=_figure_id(paragraph, link.restates),
        found=Found(rule=amount.rule, how="inferred" if inferred else "explicit"),
    )


def _opening(passage: Passage, amount: Amount) -> int:
    """Return the first token of an amount, with the number in words where it stands before ("năm (05) đồng chí")."""
    first = amount.first
    bracketed = first == amount.quantity.first > 1 and passage.key(first - 1) == "(" and passage.key(first + 1) == ")"
    return first - 2 if bracketed and passage.key(first - 2) in number_words().number_words else first


def _subject(paragraph: _Paragraph, place: int) -> tuple[int, int] | None:
    """Return the tokens that say what an amount is about; of one that says nothing, those of the amount before it."""
    amounts, passage = paragraph.amounts, paragraph.passage
    before = amounts[place - 1].last if place else 0
    after = amounts[place + 1].first if place + 1 < len(amounts) else len(passage.keys)
    return subject_of(passage, amounts[place], paragraph.dated, before, after)


def _full(number: Number | None, scale: int) -> Number | None:
    return None if number is None else exact(number * scale)


def _figure_id(paragraph: _Paragraph, place: int | None) -> str | None:
    return None if place is None else f"F{paragraph.figures_before + place + 1}"


def _period_id(paragraph: _Paragraph, place: int | None) -> str | None:
    return None if place is None else f"P{paragraph.periods_before + place + 1}"
