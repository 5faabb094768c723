"""Figures of many articles that can be compared: the same kind and unit, and the same said of what is counted.

Subjects are one when the same words make them up, in any order, without those that say nothing
(``lexicon/comparing.yaml``) and without the names of the article's own places and bodies. A word more or less makes
another subject: "đúng hạn" is not "quá hạn". Like ones are offered, and the reader joins them, or takes a figure out of
where it does not belong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log
from statistics import median
from typing import Any

from msgspec import Struct

from tui.across.decided import Settled
from tui.across.measure import Measure
from tui.across.union import Union

LIKE = 0.6
"""Share of the words of two subjects that are in both, from which on they are offered as like."""
MOST_LIKE = 200
"""Series with one word in common that are compared with each other, those with most figures first."""
FEWEST = 8
"""Figures of a series from which on it is said which lie far from the others."""
FAR = 3.5
"""How far an outlier lies from the median, in median deviations (scaled to a standard deviation): Iglewicz and Hoaglin,
How to Detect and Handle Outliers (1993), section 3.2."""
_TO_DEVIATION = 0.6745
_NOTHING: Settled[str, Any] = Settled()


class Series(Struct, frozen=True, kw_only=True):
    """Figures that can be compared."""

    key: str
    kind: str
    unit: str
    about: str
    """What is counted, in its commonest wording; raw."""
    measures: tuple[Measure, ...]
    """In order of time, then of place."""


def series(measures: Iterable[Measure], decided: Settled[str, Any] = _NOTHING) -> list[Series]:
    """Return the series of some figures, those with most figures first.

    What comes out for a key (:attr:`tui.across.measure.Measure.series_key`) depends on the figures with that key alone,
    and on others only where somebody decided about them. A figure of which nobody says what it counts is in none.

    Args:
        measures: In any order.
        decided: What people decided, by keys of series and of measures: a measure that is ``one`` with a series goes
            into it, and one that is ``apart`` from its series stands alone.

    """
    union: Union[str] = Union()
    for group in decided.one:
        first, *others = sorted(group)
        for key in others:
            union.join(first, key)
    moved = decided.touched
    found: dict[str, list[Measure]] = defaultdict(list)
    for one in measures:
        home = union.root(one.series_key) if one.series_key else ""
        if one.key in moved:
            home = _home(one, home, union, decided)
        if home:
            found[home].append(one)
    made = [_series(key, group) for key, group in found.items()]
    return sorted(made, key=lambda one: (-len(one.measures), one.key))


def like(known: Sequence[Series], decided: Settled[str, Any] = _NOTHING) -> Iterator[tuple[Series, Series, float]]:
    """Yield pairs of series of one kind and unit whose subjects have most of their words in common, with the share."""
    by_word: dict[tuple[str, str, str], list[Series]] = defaultdict(list)
    for one in known:
        for word in set(one.measures[0].subject):
            by_word[one.kind, one.unit, word].append(one)
    seen = set(decided.apart)
    for group in by_word.values():
        group.sort(key=lambda one: -len(one.measures))
        for one, other in combinations(group[:MOST_LIKE], 2):
            pair = frozenset((one.key, other.key))
            if pair not in seen:
                seen.add(pair)
                mine, others = set(one.measures[0].subject), set(other.measures[0].subject)
                share = len(mine & others) / len(mine | others)
                if share >= LIKE:
                    yield one, other, share


def outliers(one: Series) -> frozenset[str]:
    """Return the keys of the figures that lie far from the others of a series (advice, never a correction).

    The measure is the median deviation, which a few wild values don't move. What grows by factors (counts, money) is
    compared by its logarithm.
    """
    values = [measure.value for measure in one.measures]
    if len(values) < FEWEST:
        return frozenset()
    if one.kind not in ("percentage", "ratio", "rank", "change") and min(values) > 0:
        values = [log(value) for value in values]
    middle = median(values)
    spread = median([abs(value - middle) for value in values])
    if spread == 0:
        return frozenset()
    far = (abs(value - middle) * _TO_DEVIATION / spread > FAR for value in values)
    return frozenset(measure.key for measure, is_far in zip(one.measures, far, strict=True) if is_far)


def _home(one: Measure, home: str, union: Union[str], decided: Settled[str, Any]) -> str:
    """Return the series of a figure that somebody decided about."""
    root = union.root(one.key)
    if one.key in decided.group_of:
        return root
    apart = {union.root(key) for key in decided.parted_from.get(one.key, ())}
    return one.key if home in apart else home


def _series(key: str, group: list[Measure]) -> Series:
    group.sort(key=lambda one: (one.at or "", one.place or "", one.key))
    about = Counter(one.about for one in group).most_common(1)[0][0]
    return Series(key=key, kind=group[0].kind, unit=group[0].unit, about=about, measures=tuple(group))
