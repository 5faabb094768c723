"""Arithmetic that holds the figures of an article against each other: advice beside a figure, never a correction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tui.model import Article, Check, Event, Figure, Number, Period, Result
from tui.parse.lexicon import Phrases, tables
from tui.parse.page import words
from tui.text.numbers import numerals

_WHOLE_SHARE = 100
_PLACES = 2
"""Computed percentages are given to two decimals."""
_SLACK = 1e-9
OVERLAP = 0.1
"""Parts whose sum is more than this share above the whole overlap; it is no slip."""


class Finding(NamedTuple):
    """A check before it has its id; ``rule`` is a sentence in English that the message catalogue translates."""

    rule: str
    figures: tuple[str, ...]
    good: bool
    computed: Number | None = None
    stated: Number | None = None


def find(figures: Sequence[Figure], periods: Sequence[Period], article: Article, event: Event) -> tuple[Check, ...]:
    """Return the checks of a finished record, in the order of their first figure; those of dates come last.

    Checked are a share against the percentage stated for it, numerator against denominator, rank against total, the
    rank before a change, percentages of a whole, parts against their sum, one denominator for one class of
    administrative units, and publication against the event.
    """
    by_id = {figure.id: figure for figure in figures}
    order = {figure.id: place for place, figure in enumerate(figures)}
    found = [
        *_percentages(figures, by_id),
        *_numerators(figures),
        *_ranks(figures),
        *_shares(figures, by_id),
        *_sums(figures, by_id),
        *_denominators(figures),
    ]
    found.sort(key=lambda one: order[one.figures[0]])
    return tuple(_check(number, one) for number, one in enumerate([*found, *_dates(article, event)], 1))


def _check(number: int, found: Finding) -> Check:
    result: Result = "ok" if found.good else "failed"
    return Check(
        id=f"C{number}",
        rule=found.rule,
        figures=found.figures,
        result=result,
        computed=found.computed,
        stated=found.stated,
    )


def _percentages(figures: Iterable[Figure], by_id: dict[str, Figure]) -> Iterator[Finding]:
    """A stated percentage must agree with its share within half a unit of its last digit: 26/46 is 56.52, so 57%."""
    for figure in figures:
        other = by_id.get(figure.restates or "")
        if other is None:
            continue
        stated, share = (figure, other) if figure.kind == "percentage" else (other, figure)
        part = _part(share, by_id)
        if stated.kind != "percentage" or part is None:
            continue
        numbers, computed = part
        half = 0.5 * 10 ** -_decimals(stated)
        good = abs(computed - stated.value) <= half + _SLACK
        yield Finding(
            "The share agrees with the stated percentage",
            (*numbers, stated.id),
            good,
            round(computed, _PLACES),
            stated.value,
        )


def _part(share: Figure, by_id: dict[str, Figure]) -> tuple[tuple[str, ...], float] | None:
    """Return the figures that give a percentage, and that percentage: of a share, or of a part and its whole."""
    if share.kind == "ratio" and share.numerator is not None and share.denominator:
        return (share.id,), 100 * share.numerator / share.denominator
    whole = by_id.get(share.of or "")
    if whole is None or not _size(whole):
        return None
    return (whole.id, share.id), 100 * _size(share) / _size(whole)


def _size(figure: Figure) -> Number:
    return figure.value if figure.numerator is None else figure.numerator


def _decimals(figure: Figure) -> int:
    """Return how many decimals a percentage is written with; a range counts by its low end."""
    return next((numeral.decimals for numeral in numerals(figure.number_selector.exact)), 0)


def _numerators(figures: Iterable[Figure]) -> Iterator[Finding]:
    """A part is no greater than its whole; of money, areas and the like the second number is a plan, not a whole."""
    for figure in figures:
        if figure.kind == "ratio" and figure.numerator is not None and figure.denominator and _counts(figure):
            good = figure.numerator <= figure.denominator
            yield Finding("The part is not greater than the whole", (figure.id,), good)


def _counts(figure: Figure) -> bool:
    """Tell whether a share counts things: whole numbers of no measure."""
    whole = isinstance(figure.numerator, int) and isinstance(figure.denominator, int)
    return whole and figure.scale is None and not _measures().match(_words(figure.unit), 0)


def _ranks(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A rank is within its total; so is the rank before a change of so many places that stands before it."""
    for place, figure in enumerate(figures):
        if figure.kind != "rank" or figure.rank is None or figure.rank_of is None:
            continue
        yield Finding("The rank is within the total", (figure.id,), 1 <= figure.rank <= figure.rank_of)
        before = figures[place - 1] if place else None
        if before is None or before.kind != "change" or before.unit != "bậc" or before.period_id != figure.period_id:
            continue
        moved = before.value if before.direction == "up" else -before.value
        earlier = figure.rank + moved
        yield Finding(
            "The rank before the change is within the total",
            (before.id, figure.id),
            1 <= earlier <= figure.rank_of,
            earlier,
        )


def _shares(figures: Iterable[Figure], by_id: dict[str, Figure]) -> Iterator[Finding]:
    """A share of a whole lies between 0 and 100%."""
    for figure in figures:
        share = figure.of is not None or by_id.get(figure.restates or "") is not None
        if figure.kind == "percentage" and share and _is_of_counts(figure, by_id):
            highest = figure.value if figure.value_to is None else figure.value_to
            yield Finding(
                "A share of a whole is between 0 and 100%", (figure.id,), 0 <= figure.value <= highest <= _WHOLE_SHARE
            )


def _is_of_counts(figure: Figure, by_id: dict[str, Figure]) -> bool:
    other = by_id.get(figure.restates or "")
    return other is None or other.kind != "ratio" or _counts(other)


def _sums(figures: Sequence[Figure], by_id: dict[str, Figure]) -> Iterator[Finding]:
    """The parts of a whole that count the same make it up; a little more than it is a slip, much more an overlap.

    Parts may overlap ("120 đảng viên, trong đó 60 nữ, 80 người Mông") and need not be all that there are, so that only
    a sum up to OVERLAP above the whole is a contradiction.
    """
    parts: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        whole = by_id.get(figure.of or "")
        if whole and figure.kind != "percentage" and figure.kind == whole.kind and _is_like(figure, whole):
            parts[whole.id].append(figure)
    for whole_id, some in parts.items():
        total, stated = sum(_size(part) for part in some), _size(by_id[whole_id])
        if len(some) > 1 and stated <= total <= stated * (1 + OVERLAP):
            ids = (whole_id, *(part.id for part in some))
            good = abs(total - stated) <= _SLACK * max(1, stated)
            yield Finding("The parts add up to the whole", ids, good, total, stated)


def _is_like(part: Figure, whole: Figure) -> bool:
    """Tell whether a part's unit begins with its whole's ("đơn quá hạn" and "đơn")."""
    noun = _words(whole.unit)
    return _words(part.unit)[: len(noun)] == noun


def _denominators(figures: Iterable[Figure]) -> Iterator[Finding]:
    """Shares of the same administrative units have one denominator: all 18 xã, thị trấn of a district."""
    classes: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        unit = _words(figure.unit)
        if figure.kind == "ratio" and _counts(figure) and _is_administrative(unit):
            classes[unit].append(figure)
    for some in classes.values():
        if len(some) > 1:
            good = len({figure.denominator for figure in some}) == 1
            yield Finding(
                "Shares of the same units have the same denominator", tuple(figure.id for figure in some), good
            )


def _is_administrative(unit: tuple[str, ...]) -> bool:
    """Tell whether a unit is nothing but nouns of administrative units and the commas between them."""
    place = 0
    while place < len(unit):
        found = _administrative().match(unit, place)
        if found is None:
            return False
        place += found[0]
        place += place < len(unit) - 1 and unit[place] == ","
    return place > 0


def _dates(article: Article, event: Event) -> Iterator[Finding]:
    """An article comes out on the day of the event or later."""
    published, day = article.date_published, event.start_date
    if published and day and not day.startswith("--"):
        yield Finding("The article is not older than the event", (), published.value[:10] >= day)


@lru_cache(maxsize=1 << 10)
def _words(unit: str | None) -> tuple[str, ...]:
    return tuple(words(unit or ""))


@cache
def _administrative() -> Phrases[None]:
    return Phrases((noun, None) for noun in tables()["unit_words"]["administrative"])


@cache
def _measures() -> Phrases[None]:
    kinds = tables()["quantities"]["measures"]
    return Phrases((phrase, None) for phrases in kinds.values() for phrase in phrases)
