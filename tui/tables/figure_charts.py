"""Comparable figures as pictures: the latest of each place as a bar, or all of them by date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from statistics import median
from typing import Literal, NamedTuple

from tui.across.measure import Measure
from tui.across.overview import Overview
from tui.across.series import Series
from tui.charts.bars import Bar, bars
from tui.charts.stroke import Line, Stroke, plain
from tui.charts.timeline import MEDIAN, Picture, Point, timeline
from tui.export.wording import day, fixed, short
from tui.messages import say, say_many
from tui.tables.rows import remarks
from tui.text.clean import Clean, clean_line
from tui.text.collate import sort_key
from tui.text.fold import fold

View = Literal["place", "date"]
_IN_PERCENT = frozenset({"ratio", "percentage"})
_HUNDRED = 100.0
_MOST_DECIMALS = 2
_WARNING = Clean("!")


class Charted(NamedTuple):
    """Figures that can be compared, as they are drawn: those of a series that a table shows."""

    series: Series
    measures: Sequence[Measure]
    warned: frozenset[str]
    """The keys of those that something speaks against."""
    decimals: int
    """How many decimals values are written with: as many as the articles give, at most two; a ratio one."""

    @property
    def title(self) -> Clean:
        """What is counted, and in what."""
        about, unit = clean_line(self.series.about), clean_line(self.series.unit)
        return Clean(f"{about}, {unit}" if unit and self.series.kind != "ratio" else about)

    @property
    def whole(self) -> float | None:
        """What a full bar stands for: a hundred where values are in percent."""
        return _HUNDRED if self.series.kind in _IN_PERCENT else None

    def value(self, one: Measure) -> float:
        """Return the value that is drawn: a ratio in percent."""
        return one.value * _HUNDRED if one.kind == "ratio" else one.value


def charting(series: Series, measures: Sequence[Measure], warned: frozenset[str]) -> Charted:
    """Return figures of a series as they are drawn; see :class:`Charted`."""
    decimals = 1 if series.kind == "ratio" else _decimals(measures)
    return Charted(series, measures, warned, decimals)


def charted(seen: Overview, key: str, shown: Collection[str]) -> Charted | None:
    """Return the figures of the series of one that are shown, itself among them; None where it is in no series.

    Args:
        seen: What holds across the library.
        key: The figure's key.
        shown: The keys of the figures that the table shows.

    """
    series = seen.series_of.get(key)
    if series is None:
        return None
    measures = [one for one in series.measures if one.key in shown or one.key == key]
    return charting(series, measures, frozenset(one.key for one in measures if remarks(one, seen)))


def largest(seen: Overview, shown: Sequence[str]) -> Charted | None:
    """Return the figures of the series of which most are shown; None where none are in one."""
    counted = Counter(series.key for key in shown if (series := seen.series_of.get(key)))
    if not counted:
        return None
    (most, _), *_ = counted.most_common(1)
    first = next(key for key in shown if key in seen.series_of and seen.series_of[key].key == most)
    return charted(seen, first, frozenset(shown))


def by_place(chart: Charted) -> list[Bar]:
    """Return a bar for each place, the greatest value first (of ranks the first); it is the latest figure of the place.

    A bar's id is the figure's key. Behind it stands how many figures there are of the place, and where they lie.
    """
    places: dict[str, list[Measure]] = defaultdict(list)
    for one in chart.measures:  # in order of time
        places[fold(one.place or "")].append(one)
    made = [_bar(chart, some) for some in places.values()]
    sign = 1 if chart.series.kind == "rank" else -1
    return sorted(made, key=lambda bar: (sign * bar.value, sort_key(bar.name)))


def by_date(chart: Charted) -> list[Point]:
    """Return a point for each figure of which a day with its year is known."""
    return [
        Point(one.key, one.at, chart.value(one), one.key in chart.warned)
        for one in chart.measures
        if one.at and not one.at.startswith("-")
    ]


def summary(chart: Charted) -> Clean:
    """Return in a line how many figures there are, of how many places, and their median."""
    count = len(chart.measures)
    places = len({fold(one.place) for one in chart.measures if one.place})
    middle = fixed(median(map(chart.value, chart.measures)), chart.decimals)
    parts = [
        say_many("{count} figure", "{count} figures", count),
        say_many("at {count} place", "at {count} places", places) if places else "",
        say("median {number}", number=middle),
    ]
    return Clean(" · ".join(filter(None, parts)))


def key_of(picture: Picture) -> Clean:
    """Return what the signs of a time line mean."""
    line = say("{sign} median", sign=MEDIAN) if picture.medians else say("· one after the other")
    return Clean("   ".join([say("• a figure, ● several"), line, say("! see the remarks")]))


def drawn(chart: Charted, view: View, width: int, height: int = 16) -> Clean:
    """Return a chart as text of so many columns; a time line has ``height`` lines."""
    head: list[Line] = [[Stroke(chart.title)], [Stroke(summary(chart))], []]
    if view == "place":
        return plain([*head, *bars(by_place(chart), width, chart.whole)])
    picture = timeline(by_date(chart), width, height, short)
    return plain([*head, *picture.lines, [], [Stroke(key_of(picture))]])


def _bar(chart: Charted, some: Sequence[Measure]) -> Bar:
    latest, values = some[-1], [chart.value(one) for one in some]
    notes = [day(latest.at)]
    if len(some) > 1:
        low, high = fixed(min(values), chart.decimals), fixed(max(values), chart.decimals)
        notes.append(say("{count} figures, {low} – {high}", count=len(some), low=low, high=high))
    return Bar(
        latest.key,
        clean_line(latest.place) if latest.place else say("Not known"),
        values[-1],
        fixed(values[-1], chart.decimals),
        Clean(" · ".join(filter(None, notes))),
        _WARNING if latest.key in chart.warned else Clean(""),
    )


def _decimals(measures: Sequence[Measure]) -> int:
    values = {one.value for one in measures}
    return next((few for few in range(_MOST_DECIMALS) if all(round(v, few) == v for v in values)), _MOST_DECIMALS)
