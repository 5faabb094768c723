"""Corrections of figures: what a number is, how much, of what, about what. The checks are made anew."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from tui.library.editing import reading
from tui.library.editing.items import CorrectionError, corrected, locate, put
from tui.messages import N_
from tui.model import Direction, Figure, FigureKind, Number, Record
from tui.parse import checks
from tui.text.numbers import exact
from tui.text.view import view

_SHARE_DIGITS = 6
_PAIRS = ("ratio", "rank")
"""Kinds of two numbers: part and whole, rank and total."""


class _Amount(NamedTuple):
    """What a figure says before its kind gives the fields: full numbers, the second one of a pair or a range."""

    first: Number
    second: Number | None
    kind: FigureKind
    unit: str | None
    scale: Number | None
    direction: Direction | None


def set_figure(
    record: Record,
    figure_id: str,
    *,
    kind: FigureKind | None = None,
    value: str | None = None,
    unit: str | None = None,
    subject: str | None = None,
) -> Record:
    """Say what a figure is; what is None stays, and ``unit`` or ``subject`` may be empty for none.

    Args:
        record: The record.
        figure_id: Which figure.
        kind: Its kind.
        value: The number as articles write it, with its unit or without: ``26/46``, ``233.250 lượt``, ``tăng 5%``,
            ``1,2 nghìn tỷ đồng``. What it says of kind, unit and direction counts, too.
        unit: The unit, with words of scale as articles write it; the number before it stays (of ``5``, the unit made
            ``tỷ đồng`` makes the value 5e9).
        subject: What the figure is about, in words.

    Raises:
        CorrectionError: the value holds no number, a ratio or a range lacks its second one, or there is no such figure.

    """
    item = locate(record, figure_id).item
    if not isinstance(item, Figure):
        raise CorrectionError(N_("{id} is no figure"), id=figure_id)
    amount = _amount(item)
    if value is not None:
        amount = _with_value(amount, value)
    if unit is not None:
        amount = _with_unit(amount, " ".join(view(unit).display.split()))
    new = _filled(item, _of_kind(amount, kind or amount.kind))
    if subject is not None:
        words = " ".join(view(subject).display.split()) or None
        new = replace(new, subject=words, subject_selector=item.subject_selector if words == item.subject else None)
    return checked(put(record, corrected(new)))


def checked(record: Record) -> Record:
    """Return a record with the checks of its figures made anew."""
    return replace(record, checks=checks.find(record.figures, record.periods, record.article, record.event))


def _amount(figure: Figure) -> _Amount:
    first, second = figure.value, figure.value_to
    if figure.kind == "ratio" and figure.numerator is not None:
        first, second = figure.numerator, figure.denominator
    elif figure.kind == "rank" and figure.rank is not None:
        first, second = figure.rank, figure.rank_of
    return _Amount(first, second, figure.kind, figure.unit, figure.scale, figure.direction)


def _with_value(old: _Amount, words: str) -> _Amount:
    """Return an amount with what some words say, and its own unit where they name none."""
    told = reading.read(words)
    if told is not None:
        new = _amount(told)
        if new.unit is not None:
            return new._replace(direction=new.direction or (old.direction if new.kind == "change" else None))
        pair = new.kind in _PAIRS and old.kind in _PAIRS
        kind = old.kind if pair or new.kind == "count" else new.kind
        return _scaled(new, old.scale)._replace(
            kind=kind, unit=old.unit, scale=old.scale, direction=new.direction or old.direction
        )
    found = reading.numbers(words)
    if not found:
        raise CorrectionError(N_("“{words}” holds no number"), words=words)
    kind = "ratio" if len(found) > 1 and "/" in words and old.kind not in _PAIRS else old.kind
    plain = old._replace(first=found[0], second=found[1] if len(found) > 1 else None, kind=kind)
    return _scaled(plain, old.scale)


def _with_unit(old: _Amount, unit: str) -> _Amount:
    """Return an amount with another unit: the number as written stays, its scale is the unit's."""
    told = reading.unit_of(unit) if unit else None
    scale = told.scale if told else None
    level = told is not None and old.kind not in (*_PAIRS, "change", "factor")
    kind = told.kind if told is not None and level else old.kind
    change = (scale or 1) / (old.scale or 1)
    return _scaled(old, change)._replace(kind=kind, unit=unit or None, scale=scale)


def _scaled(amount: _Amount, scale: float | None) -> _Amount:
    if not scale or scale == 1:
        return amount
    second = None if amount.second is None else exact(amount.second * scale)
    return amount._replace(first=exact(amount.first * scale), second=second)


def _of_kind(amount: _Amount, kind: FigureKind) -> _Amount:
    """Return an amount of another kind; a whole or total is no end of a range, nor the other way round."""
    keeps = (amount.kind in _PAIRS) == (kind in _PAIRS)
    return amount._replace(kind=kind, second=amount.second if keeps else None)


def _filled(figure: Figure, amount: _Amount) -> Figure:
    """Return a figure with the fields that its kind needs, and no others."""
    first, second, kind = amount.first, amount.second, amount.kind
    ratio, rank = kind == "ratio", kind == "rank"
    if ratio and not second:
        raise CorrectionError(N_("a ratio needs two numbers: write it as 26/46"))
    if rank and int(first) != first:
        raise CorrectionError(N_("a rank is a whole number"))
    return replace(
        figure,
        kind=kind,
        value=round(first / second, _SHARE_DIGITS) if ratio and second else first,
        value_to=None if kind in _PAIRS else second,
        unit=amount.unit,
        scale=amount.scale,
        numerator=first if ratio else None,
        denominator=second if ratio else None,
        rank=int(first) if rank else None,
        rank_of=int(second) if rank and second else None,
        direction=amount.direction if kind in ("change", "factor") else None,
    )
