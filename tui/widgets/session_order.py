"""In which orders sessions are listed, and under which headings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from tui.library.entries import Listing, picked
from tui.library.entry import Entry
from tui.messages import N_, lead, say
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import NOTHING
from tui.widgets.wording import month

Order = Literal["date", "place", "person", "name"]
ORDERS: dict[Order, str] = {
    "date": N_("by date"),
    "place": N_("by place"),
    "person": N_("by who presided"),
    "name": N_("by headline"),
}
FALLING: frozenset[Order] = frozenset({"date"})
"""The orders that begin with the last one, as long as they are not turned."""


class Ordered(NamedTuple):
    """Sessions in an order, and their headings, each with how many articles are under it; an empty one is not drawn.

    ``further`` are the places of articles about the session of the one before.
    """

    entries: Sequence[Entry]
    groups: Sequence[tuple[Clean, int]]
    further: Collection[int] = ()


def ordered(listing: Listing, order: Order, turned: bool) -> Ordered:
    """Return sessions in an order, or ``turned``: those without what they are sorted by come last either way.

    By date nothing is read of them; any other order is made of all of them. Articles about one session stand together.
    """
    entries, months, events = listing
    if order == "date":
        places: Sequence[int] = range(len(entries))
        if turned:
            dated = sum(map(bool, months))
            places = [*reversed(places[:dated]), *places[dated:]]
        names = {name: month(name) for name in set(months)}
        headings = [names[name] for name in months]
    else:
        places = _sorted(entries, order, turned)
        headings = [_group(entry, order) for entry in entries]
    places, further = _together(places, events)
    firsts: list[Clean] = []
    for at, place in enumerate(places):
        firsts.append(firsts[-1] if at in further else headings[place])
    groups = [(name, sum(1 for _ in group)) for name, group in groupby(firsts)]
    return Ordered(picked(entries, places), groups, further)


def _together(places: Sequence[int], events: Mapping[int, int]) -> tuple[Sequence[int], frozenset[int]]:
    """Return places with those of one event after its first one, and where these further ones are."""
    if not events:
        return places, frozenset()
    members: defaultdict[int, list[int]] = defaultdict(list)
    for place in places:
        if place in events:
            members[events[place]].append(place)
    found: list[int] = []
    further: set[int] = set()
    for place in places:
        some = members.pop(events[place], []) if place in events else [place]
        further.update(range(len(found) + 1, len(found) + len(some)))
        found += some
    return found, frozenset(further)


def _group(entry: Entry, order: Order) -> Clean:
    if order == "place":
        return lead(clean_line(entry.place)) if entry.place else say("Without a place")
    if order == "person":
        return clean_line(entry.chair) if entry.chair else say("Nobody is named who presided")
    return NOTHING


def _sorted(entries: Sequence[Entry], order: Order, turned: bool) -> Sequence[int]:
    keys = {"place": _place_key, "person": _person_key, "name": _headline_key}[order]
    known = [(keys(entry), place) for place, entry in enumerate(entries)]
    last = [place for key, place in known if not key]
    known = sorted((one for one in known if one[0]), key=lambda pair: pair[0], reverse=turned)
    return [*(place for _, place in known), *last]


def _place_key(entry: Entry) -> str:
    return _key(entry.place or "")


def _person_key(entry: Entry) -> str:
    from tui.text.collate import name_key  # noqa: PLC0415 - not for the order in which they come at first

    family, *middle = (entry.chair or "").split() or [""]
    given = middle.pop() if middle else family
    return name_key(family, " ".join(middle), given) if entry.chair else ""


def _headline_key(entry: Entry) -> str:
    return _key.__wrapped__(entry.headline)


@lru_cache(maxsize=4096)  # places come again and again
def _key(text: str) -> str:
    from tui.text.collate import sort_key  # noqa: PLC0415 - not for the order in which they come at first

    return sort_key(text)
