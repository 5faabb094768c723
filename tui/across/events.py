"""Which articles report one session: the same day, the same council or delegation, and a supervised area in common.

Never the theme alone. Within these bounds a council may still hold two sessions: articles that name different
committees or different matters are kept apart, and so are those that agree in too little else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from tui.across.account import Account
from tui.across.decided import Settled
from tui.across.locality import is_same
from tui.across.union import Union

Aspect = Literal["delegation", "theme", "part of day", "chair"]
"""What two accounts of one day, place and council are held against each other by."""

SAME_MATTER, OTHER_MATTER = 0.5, 0.25
"""Share of a theme's words that the other article's theme and headline hold: from which on it is the same, below which
it is another one."""
MOST_TRIES, MOST_HELD = 20, 5
"""Sessions of one day and place that a further article is compared with, and articles of each: what keeps the work
linear."""
_WEIGHT = {"delegation": 2, "theme": 2, "part of day": 1, "chair": 1}
_ENOUGH = 2
_NOTHING: Settled[str, Any] = Settled()


class Event(Struct, frozen=True):
    """A session and the articles that report it, by their keys, in the order of the keys."""

    articles: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key of the first article; what :func:`tui.across.identity.people` takes for the event."""
        return self.articles[0]


class Likeness(NamedTuple):
    """How two accounts of one day, place and council compare: in what they agree, and in what they differ."""

    agree: tuple[Aspect, ...]
    differ: tuple[Aspect, ...]

    @property
    def is_one(self) -> bool:
        """Whether they tell of one session."""
        against = sum(_WEIGHT[aspect] for aspect in self.differ)
        return against == 0 or (against < _ENOUGH and len(self.agree) >= _ENOUGH)


def events(accounts: Iterable[Account], decided: Settled[str, Any] = _NOTHING) -> list[Event]:
    """Return the sessions that some articles report, in the order of their days.

    What comes out for a day depends on the accounts of that day alone, and on those of other days only where somebody
    decided that they are one; so a library gives the accounts of the days that have changed.

    Args:
        accounts: In any order, each article once.
        decided: What people decided, by the keys of articles.

    """
    by_day: dict[str, list[Account]] = defaultdict(list)
    union: Union[str] = Union()
    barred: dict[str, set[str]] = defaultdict(set)
    for one in sorted(accounts, key=lambda one: (one.day or "", one.article_key)):
        by_day[one.day or ""].append(one)
        union.root(one.article_key)
    known = {one.article_key for day in by_day.values() for one in day}
    for pair in decided.apart:
        for key in pair:
            barred[key] |= pair - {key}
    for group in decided.one:
        here = sorted(group & known)
        for key in here[1:]:
            _join(union, barred, here[0], key)
    for day, told in by_day.items():
        if day:
            for bucket in _buckets(sorted(told, key=lambda one: one.article_key in decided.taken_out)):
                _join_bucket(bucket, union, barred)
    return [Event(tuple(sorted(group))) for group in union.groups()]


def numbered(found: Iterable[Event]) -> dict[str, str]:
    """Return the event's key for each article that is one of several about it."""
    return {article: event.key for event in found if len(event.articles) > 1 for article in event.articles}


def likeness(one: Account, other: Account) -> Likeness | None:
    """Return how two accounts compare, or None where they can't be of one session: another day, place or council."""
    if not one.day or one.day != other.day or one.article_key == other.article_key:
        return None
    if not any(is_same(mine, others) for mine in one.areas for others in other.areas):
        return None
    delegation = _delegations(one, other)
    if not (one.organizer and one.organizer == other.organizer) and not delegation:
        return None
    found: dict[Aspect, bool | None] = {
        "delegation": delegation,
        "theme": _themes(one, other),
        "part of day": _same(one.part_of_day, other.part_of_day),
        "chair": _same(one.chair, other.chair),
    }
    agree = tuple(aspect for aspect, same in found.items() if same)
    return Likeness(agree, tuple(aspect for aspect, same in found.items() if same is False))


def unsure(accounts: Sequence[Account], decided: Settled[str, Any] = _NOTHING) -> Iterator[tuple[str, str, Likeness]]:
    """Yield pairs of articles of one day, place and council that are kept apart: what a reader may want to join.

    Pairs that somebody decided about are none. ``accounts`` are those of one day.
    """
    seen: set[frozenset[str]] = set(decided.apart)
    for bucket in _buckets(accounts):
        for number, one in enumerate(bucket[:MOST_TRIES]):
            for other in bucket[:number]:
                pair = frozenset((one.article_key, other.article_key))
                found = likeness(one, other) if pair not in seen else None
                seen.add(pair)
                if found and not found.is_one:
                    yield other.article_key, one.article_key, found


def _buckets(accounts: Sequence[Account]) -> Iterator[list[Account]]:
    """Yield the accounts of each area, where there are several."""
    by_area: dict[str, list[Account]] = defaultdict(list)
    for one in accounts:
        for name in dict.fromkeys(area.name for area in one.areas):
            by_area[name].append(one)
    return (bucket for bucket in by_area.values() if len(bucket) > 1)


def _join_bucket(bucket: Sequence[Account], union: Union[str], barred: dict[str, set[str]]) -> None:
    """Join the accounts of an area that tell of one session; each is tried with the sessions so far, latest first."""
    seen: dict[str, list[Account]] = {}
    for one in bucket:
        root = union.root(one.article_key)
        if root not in seen:
            for other in list(seen)[: -MOST_TRIES - 1 : -1]:
                if _tells_of(one, seen[other]) and not _is_barred(union, barred, root, other):
                    kept = _join(union, barred, other, root)
                    seen[kept] = seen.pop(other)
                    root = kept
                    break
        seen.setdefault(root, []).append(one)


def _tells_of(one: Account, others: Sequence[Account]) -> bool:
    """Tell whether an account is of the session that others tell of: like one of them, and against none."""
    found = [like for other in others[-MOST_HELD:] if (like := likeness(one, other))]
    return any(like.is_one for like in found) and all(
        sum(_WEIGHT[aspect] for aspect in like.differ) < _ENOUGH for like in found
    )


def _is_barred(union: Union[str], barred: dict[str, set[str]], one: str, other: str) -> bool:
    return any(union.root(key) == one for key in barred.get(other, ())) or any(
        union.root(key) == other for key in barred.get(one, ())
    )


def _join(union: Union[str], barred: dict[str, set[str]], one: str, other: str) -> str:
    first, second = union.root(one), union.root(other)
    kept = union.join(first, second)
    if kept != second and second in barred:
        barred[kept] |= barred[second]
    return kept


def _delegations(one: Account, other: Account) -> bool | None:
    """Tell whether two delegations are one: by committee or number, else by the same words; None where that is open."""
    if one.team and other.team:
        return one.team == other.team
    return True if one.delegation and one.delegation == other.delegation else None


def _themes(one: Account, other: Account) -> bool | None:
    """Tell whether two accounts are of one matter, by the words of the shorter theme; None where that is open."""
    shares = []
    for mine, others in ((one, other), (other, one)):
        if mine.theme and (others.theme or others.headline):
            shares.append(len({*mine.theme} & {*others.theme, *others.headline}) / len(mine.theme))
    share = max(shares, default=None)
    if share is None or OTHER_MATTER <= share < SAME_MATTER:
        return None
    return share >= SAME_MATTER


def _same(one: str | None, other: str | None) -> bool | None:
    return one == other if one and other else None
