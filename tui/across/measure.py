"""A figure of an article as it is compared with figures of others: what is counted, in which unit, when and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from msgspec import Struct

from tui.across.appearance import day_of
from tui.across.asked import place_of
from tui.across.locality import Localities, Locality
from tui.across.phrases import Phrases, without
from tui.model import Figure, Record
from tui.naming import Names
from tui.parse.lexicon import tables
from tui.text.numbers import numerals
from tui.text.spelling import key
from tui.text.words import words


class Measure(Struct, frozen=True, array_like=True):
    """A figure. Strings are raw, but unit and subject, which are settled and in lower case."""

    article_key: str
    figure_id: str
    kind: str
    unit: str
    """What it is counted in, without scale words ("tỷ")."""
    subject: tuple[str, ...]
    """The words of what is counted, each once and in order, without those that say nothing and without names of the
    article's own places and bodies; empty where the article gives none."""
    value: float
    value_to: float | None
    step: float
    """What the number is rounded to as it is written: 0.1 for "87,3", a million for "54 triệu"."""
    hedge: str | None
    fraction: tuple[float, float] | None
    """Numerator and denominator of a ratio, rank and number of ranks."""
    start: str | None
    end: str | None
    """The period stated for it; ISO days, both included."""
    day: str | None
    """Day of the session, else of publication."""
    place: str | None
    """Where the session was held, as it is shown."""
    where: Locality | None
    written: str
    """The number as it is written, with its unit."""
    about: str
    """The subject as it is shown."""
    speaker: str | None
    span: tuple[int, int]
    """Where it stands: offsets of the source text."""
    failed: bool
    """Whether a check of the article's arithmetic failed."""

    @property
    def key(self) -> str:
        """What this measure is called among all: the article's key and the figure's id in it."""
        return f"{self.article_key}:{self.figure_id}"

    @property
    def series_key(self) -> str:
        """What the figures that it can be compared with have in common; empty where nobody says what it counts."""
        return f"{self.kind}:{self.unit}:{' '.join(self.subject)}" if self.subject else ""

    @property
    def at(self) -> str | None:
        """The day that it is true of: the end of its period, if that was over by then, else the day of the session."""
        if self.end and self.day and self.day[:1].isdigit():
            return min(self.end, self.day)
        return self.end or self.day


def measures(article_key: str, record: Record, localities: Localities | None = None) -> Iterator[Measure]:
    """Yield the figures of an article."""
    localities = localities or Localities(record)
    names, own = Names(record), _own_names(record)
    periods = {period.id: period for period in record.periods}
    failed = {key for check in record.checks if check.result == "failed" for key in check.figures}
    place, day = place_of(record), day_of(record)
    where = localities.supervised[0] if len(localities.supervised) == 1 else None
    for figure in record.figures:
        period = periods.get(figure.period_id or "")
        unit = unit_key(figure)
        yield Measure(
            article_key=article_key,
            figure_id=figure.id,
            kind=figure.kind,
            unit=unit,
            subject=subject_key(figure.subject or "", unit, own),
            value=float(figure.value),
            value_to=None if figure.value_to is None else float(figure.value_to),
            step=_step(figure),
            hedge=figure.hedge,
            fraction=_fraction(figure),
            start=period.start if period else None,
            end=period.end if period else None,
            day=day,
            place=place,
            where=where,
            written=figure.selector.exact,
            about=figure.subject or "",
            speaker=names.of(figure.speaker_id),
            span=(figure.selector.start, figure.selector.end),
            failed=figure.id in failed,
        )


def unit_key(figure: Figure) -> str:
    """Return a unit as it is compared: "tỷ đồng" is "đồng", "ha" is "héc ta"."""
    scales = tables()["quantities"]["scales"]
    kept = [word for word in key(figure.unit or "").split() if word not in scales]
    unit = " ".join(kept)
    return _units().get(unit, unit)


def subject_key(subject: str, unit: str, own: Collection[tuple[str, ...]] = ()) -> tuple[str, ...]:
    """Return the words of a subject as they are compared, in order.

    Args:
        subject: As the record has it.
        unit: The unit's key; its words tell nothing beside it.
        own: Names of the article's places and bodies, in words: they tell where, not what.

    """
    said = [key(word) for word in words(subject)]
    told = without(without(said, Phrases(own)), _idle())
    return tuple(sorted(set(told) - {key(word) for word in words(unit)}))


def _own_names(record: Record) -> list[tuple[str, ...]]:
    names = [name for area in record.areas for name in (area.name, *area.aliases_in_text)]
    names += [name for body in record.organizations for name in (body.name, *body.other_names)]
    return [tuple(key(word) for word in words(name)) for name in names]


def _step(figure: Figure) -> float:
    """Return what a number is rounded to: the last digit that is written; after a hedge, the last that is no zero."""
    if figure.numerator is not None or figure.rank is not None:
        return 1.0
    number = next((one for one in numerals(figure.number_selector.exact) if one.value), None)
    scale = float(figure.scale or 1)
    if number is None or number.value is None or not _is_whole(figure.value / (scale / 10**number.decimals)):
        return 1.0  # several numbers make up one ("63 tỷ 454 triệu"), to the last unit
    if figure.hedge is None or number.decimals:
        return scale / 10.0**number.decimals
    digits = str(int(number.value))
    return scale * 10.0 ** (len(digits) - len(digits.rstrip("0")))


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-6 * max(1, abs(value))


def _fraction(figure: Figure) -> tuple[float, float] | None:
    if figure.numerator is not None and figure.denominator is not None:
        return float(figure.numerator), float(figure.denominator)
    if figure.rank is not None and figure.rank_of is not None:
        return float(figure.rank), float(figure.rank_of)
    return None


@cache
def _units() -> dict[str, str]:
    return {key(other): unit for unit, others in tables()["comparing"]["units"].items() for other in others}


@cache
def _idle() -> Phrases:
    return Phrases(tuple(key(word) for word in words(phrase)) for phrase in tables()["comparing"]["idle"])
