"""Several articles about one session, side by side: who and which figures stand in one only, and what differs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations
from typing import Any, Literal

from msgspec import Struct

from tui.across.agreement import agree
from tui.across.appearance import Appearance
from tui.across.decided import Settled
from tui.across.identity import people
from tui.across.measure import Measure
from tui.text.names import match_key

Verdict = Literal["agree", "differ", "only"]
"""``agree``: all articles say the same; ``differ``: two say otherwise; ``only``: it is not in all articles."""
Aspect = Literal["role", "side", "chair"]
_NOTHING: Settled[str, Any] = Settled()
_ORDER: dict[Verdict, int] = {"differ": 0, "only": 1, "agree": 2}
_TELLING = 10
"""A number from which on it is no chance that two articles have it with one unit."""
MOST_ALIKE = 50
"""Figures of one series and session that one is held against: what keeps the work linear."""

_Row = dict[str, Measure]


class Told(Struct, frozen=True, kw_only=True):
    """A person of the session as its articles have them."""

    name: str
    verdict: Verdict
    differ: tuple[Aspect, ...]
    """In what the articles differ about them; a role that one article leaves out is no difference."""
    by_article: Mapping[str, Appearance]


class Counted(Struct, frozen=True, kw_only=True):
    """A figure of the session as its articles have it."""

    about: str
    verdict: Verdict
    by_article: Mapping[str, Measure]


def compare_people(
    appearances: Sequence[Appearance], articles: Sequence[str], decided: Settled[str, Any] = _NOTHING
) -> list[Told]:
    """Return the people of one session, those first who differ, then those who are not in all articles.

    Args:
        appearances: Those of all its articles.
        articles: The keys of these.
        decided: What people decided, by the keys of appearances.

    """
    by_name: dict[str, list[Appearance]] = defaultdict(list)
    for each in appearances:
        by_name[match_key(each.name)].append(each)
    groups: list[Sequence[Appearance]] = []
    for named in by_name.values():
        decided_about = decided.touched & {each.key for each in named}
        if len({each.article_key for each in named}) == len(named) and not decided_about:
            groups.append(named)  # of one name in one session there is one, even where the roles differ
        else:
            told = people(named, dict.fromkeys(articles, articles[0]), decided)
            groups += [one.appearances for one in told]
    found = []
    for group in groups:
        by_article = {each.article_key: each for each in group}
        differ = _aspects(list(by_article.values()))
        verdict: Verdict = "differ" if differ else "agree" if len(by_article) == len(articles) else "only"
        found.append(Told(name=group[0].name, verdict=verdict, differ=differ, by_article=by_article))
    return sorted(found, key=lambda one: (_ORDER[one.verdict], one.name))


def compare_figures(measures: Sequence[Measure], articles: Sequence[str]) -> list[Counted]:
    """Return the figures of one session: those that differ, those that are not in all articles, those that agree.

    A figure of one article is held against the other's of the same series and period; failing that, an equal number
    with the same unit is taken for it. Two differ only where nothing else in either article could be meant.
    """
    found = [_counted(row, len(articles)) for row in _rows(measures, articles)]
    return sorted(found, key=lambda one: (_ORDER[one.verdict], one.about))


def contradictions(measures: Sequence[Measure], events: Mapping[str, str]) -> list[tuple[Measure, Measure]]:
    """Return pairs of figures of which two articles about one session say different numbers.

    ``events`` gives the event of each article that is one of several about it (:func:`tui.across.events.numbered`).
    """
    by_event: dict[str, list[Measure]] = defaultdict(list)
    for one in measures:
        if one.article_key in events:
            by_event[events[one.article_key]].append(one)
    found = []
    for group in by_event.values():
        articles = sorted({one.article_key for one in group})
        for row in compare_figures(group, articles) if len(articles) > 1 else ():
            if row.verdict == "differ":
                first, *others = row.by_article.values()
                found.append((first, next(other for other in others if not agree(first, other))))
    return found


def _rows(measures: Sequence[Measure], articles: Sequence[str]) -> list[_Row]:
    rows: list[_Row] = []
    for article in articles:
        left = [one for one in measures if one.article_key == article]
        left = _placed(
            left, rows, article, _series_key, lambda one, other: _one_period(one, other) and agree(one, other)
        )
        left = _placed(left, rows, article, _number, lambda *_: True)
        left = _placed(left, rows, article, _series_key, _one_period, only=True)
        rows += [{article: one} for one in left]
    return rows


def _placed(
    left: Sequence[Measure],
    rows: Sequence[_Row],
    article: str,
    key: Callable[[Measure], Hashable],
    fits: Callable[[Measure, Measure], bool],
    *,
    only: bool = False,
) -> list[Measure]:
    """Put figures of an article into rows with their key that they fit in; return those for which there is none.

    With ``only``, a figure that could go into several rows, or is one of several with its key, is left alone.
    """
    by_key: dict[Hashable, list[_Row]] = defaultdict(list)
    for row in rows:
        for found in {key(one) for one in row.values()} - {None} if article not in row else ():
            by_key[found].append(row)
    rivals = Counter(map(key, left))
    rest = []
    for one in left:
        near = by_key.get(key(one), [])[:MOST_ALIKE]
        open_rows = [row for row in near if article not in row and any(fits(one, other) for other in row.values())]
        if open_rows and not (only and (len(open_rows) > 1 or rivals[key(one)] > 1)):
            open_rows[0][article] = one
        else:
            rest.append(one)
    return rest


def _series_key(one: Measure) -> Hashable:
    return one.series_key or None


def _one_period(one: Measure, other: Measure) -> bool:
    return len({(each.start, each.end) for each in (one, other) if each.start or each.end}) < 2


def _number(one: Measure) -> Hashable:
    telling = one.fraction is not None or abs(one.value) >= _TELLING
    return (one.kind, one.unit, one.value, one.fraction) if telling else None


def _counted(row: _Row, articles: int) -> Counted:
    first = next(iter(row.values()))
    differs = any(not agree(one, other) for one, other in combinations(row.values(), 2))
    verdict: Verdict = "differ" if differs else "agree" if len(row) == articles else "only"
    about = next((one.about for one in row.values() if one.about), first.written)
    return Counted(about=about, verdict=verdict, by_article=row)


def _aspects(told: Sequence[Appearance]) -> tuple[Aspect, ...]:
    """Return in what articles differ about a person."""
    found: list[Aspect] = []
    if any(_roles_differ(one, other) for one, other in combinations(told, 2)):
        found.append("role")
    if len({one.side for one in told} - {"unknown"}) > 1:
        found.append("side")
    if len({one.is_chair for one in told}) > 1:
        found.append("chair")
    return tuple(found)


def _roles_differ(one: Appearance, other: Appearance) -> bool:
    """Tell whether two articles give roles that have nothing in common."""
    mine, others = ({post.identity for post in each.posts if post.tells} for each in (one, other))
    return bool(mine and others) and not mine & others
