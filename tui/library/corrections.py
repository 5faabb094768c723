"""Records corrected by hand: offsets are filled in from the quotes, and what doesn't hold is named.

A person who corrects a record copies words; counting characters is our work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tui.library.shifts import Shifts
from tui.messages import N_, say
from tui.model import Record
from tui.text.clean import Clean, clean_line
from tui.text.view import View, view

_DEEP = 32

_WITHIN = {
    "name_selector": "selector",
    "role_selectors": "selector",
    "number_selector": "selector",
    "tail": "selector",
    "items": "action",
}
"""Selectors that stand inside another one of the same item: there, words that are common elsewhere are unique."""

_ANYONE = ("people", "groups", "organizations", "areas")
LEADS_TO = {
    "organizer_id": ("organizations",),
    "delegation_id": ("organizations",),
    "organization_id": ("organizations",),
    "organization_ids": ("organizations",),
    "supervised_area_ids": ("areas",),
    "area_id": ("areas",),
    "parent_id": ("areas", "organizations"),
    "chair_id": ("people",),
    "person_ids": ("people",),
    "items": ("people", "groups"),
    "speaker": _ANYONE,
    "speaker_id": _ANYONE,
    "requester_id": _ANYONE,
    "addressee_ids": _ANYONE,
    "period_id": ("periods",),
    "baseline_period_id": ("periods",),
    "statement_id": ("statements",),
    "carried_from": ("statements", "requests", "promises"),
    "of": ("figures",),
    "restates": ("figures",),
    "figures": ("figures",),
}
"""The lists in which the id under a key may be found."""


@dataclass(frozen=True)
class Flaw:
    """Something in a record that doesn't hold: where (such as ``people[0].mentions[1].selector``), and what."""

    place: str
    reason: str
    values: Mapping[str, Clean | int] = field(default_factory=dict)

    def said(self) -> Clean:
        """Return what doesn't hold, in the language in use, without the place."""
        return say(self.reason, **self.values)


def anchor(data: Mapping[str, Any], text: str) -> tuple[dict[str, Any], list[Flaw]]:
    """Fill in where the quotes of a record stand.

    A selector whose ``start`` and ``end`` are missing or wrong gets those of its ``exact`` where that is unique in the
    text, or in the words of the item that it belongs to, or beside its ``prefix`` and ``suffix``; or where a right
    ``start`` is given; or, when the text has changed, where the quotes around it have moved. The normalization of the
    quote doesn't matter: ``exact`` becomes what stands in the text.

    Args:
        data: A record as plain data; it is not changed.
        text: The source text that offsets count in.

    Returns:
        The record's data with the offsets, and the quotes that can't be placed (they are kept as they were).

    """
    anchoring = _Anchoring(view(text))
    anchored = anchoring.mapping(data, "", (0, len(text)), 0)
    shifts = Shifts(anchoring.moved)
    if shifts:
        anchoring = _Anchoring(anchoring.seen, shifts)
        anchored = anchoring.mapping(data, "", (0, len(text)), 0)
    return anchored, anchoring.flaws


class _Anchoring:
    """One pass over a record's data."""

    def __init__(self, seen: View, shifts: Shifts | None = None) -> None:
        self.seen = seen
        self.text = seen.raw
        self.shifts = shifts
        self.flaws: list[Flaw] = []
        self.moved: list[tuple[int, int]] = []
        """Where quotes that stand once were, and where they are."""
        self._known: dict[str, list[tuple[int, int]]] = {}

    def mapping(self, data: Mapping[str, Any], place: str, around: tuple[int, int], depth: int) -> dict[str, Any]:
        """Return a mapping with its selectors anchored; ``around`` is where ambiguous words of it are looked for."""
        if isinstance(data.get("exact"), str):
            return self._selector(data, place, around)
        done: dict[str, Any] = {}
        for key in sorted(data, key=lambda key: key in _WITHIN):
            outer = done.get(_WITHIN.get(key, ""))
            inner = (outer["start"], outer["end"]) if outer and self._stands(outer) else around
            done[key] = self._value(data[key], f"{place}.{key}" if place else key, inner, depth + 1)
        return {key: done[key] for key in data}

    def _value(self, value: Any, place: str, around: tuple[int, int], depth: int) -> Any:
        if depth > _DEEP:
            return value
        if isinstance(value, Mapping):
            return self.mapping(value, place, around, depth)
        if isinstance(value, list | tuple):
            return [self._value(inner, f"{place}[{index}]", around, depth + 1) for index, inner in enumerate(value)]
        return value

    def _stands(self, selector: Any) -> bool:
        if not isinstance(selector, Mapping):
            return False
        start, end, exact = selector.get("start"), selector.get("end"), selector.get("exact")
        sound = type(start) is int and type(end) is int and 0 <= start < end
        return sound and self.text[start:end] == exact

    def _selector(self, selector: Mapping[str, Any], place: str, around: tuple[int, int]) -> dict[str, Any]:
        places, start = self._places(selector["exact"]), selector.get("start")
        chosen = None
        if type(start) is int and len(places) == 1:
            self.moved.append((start, places[0][0]))
        elif type(start) is int and self.shifts:
            chosen = self.shifts.choose(start, places)
        if chosen is None and self._stands(selector):
            return dict(selector)
        chosen = chosen or self._chosen(selector, places, around)
        if chosen is None:
            reason = N_("the quote is not in the text")
            if places:
                reason = N_("the quote stands {count} times in the text: give its start, or prefix and suffix")
            self.flaws.append(Flaw(place, reason, {"count": len(places)}))
            return dict(selector)
        start, end = chosen
        return {**selector, "exact": self.text[start:end], "start": start, "end": end}

    def _places(self, exact: str) -> list[tuple[int, int]]:
        """Return the raw spans that show the same as the quote."""
        if exact in self._known:
            return self._known[exact]
        wanted, found = view(exact).display, self._known.setdefault(exact, [])
        start = self.seen.display.find(wanted) if wanted else -1
        while start >= 0:
            found.append(self.seen.raw_span(start, start + len(wanted)))
            start = self.seen.display.find(wanted, start + len(wanted))
        return found

    def _chosen(
        self, selector: Mapping[str, Any], places: list[tuple[int, int]], around: tuple[int, int]
    ) -> tuple[int, int] | None:
        """Return the only place, or the only one that something else in the selector or around it speaks for."""
        prefix, suffix = (str(selector.get(key) or "") for key in ("prefix", "suffix"))
        for choice in (
            places,
            [one for one in places if one[0] == selector.get("start")],
            [one for one in places if (prefix or suffix) and self._between(one, prefix, suffix)],
            [one for one in places if around[0] <= one[0] and one[1] <= around[1]],
        ):
            if len(choice) == 1:
                return choice[0]
        return None

    def _between(self, place: tuple[int, int], prefix: str, suffix: str) -> bool:
        return self.text.endswith(prefix, 0, place[0]) and self.text.startswith(suffix, place[1])


def problems(record: Record, text: str) -> list[Flaw]:
    """Return what doesn't hold in a record: quotes that aren't where it says, ids given twice or leading nowhere.

    Args:
        record: Any record, output or correction.
        text: The source text that its offsets count in.

    """
    data: dict[str, Any] = msgspec.to_builtins(record)
    ids = {name: [one["id"] for one in data.get(name, ()) if "id" in one] for name in data if _is_list(data[name])}
    return [*_misplaced(data, text), *_given_twice(data, ids), *_leading_nowhere(data, ids)]


def _misplaced(data: Mapping[str, Any], text: str) -> Iterator[Flaw]:
    for place, _, value in _walk(data):
        if not isinstance(value, Mapping) or type(value.get("start")) is not int:
            continue
        start, end = value["start"], value["end"]
        if not 0 <= start < end <= len(text):
            yield Flaw(place, N_("{start} to {end} is no place in a text of {length} characters"),
                       {"start": start, "end": end, "length": len(text)})  # fmt: skip
        elif "exact" in value and text[start:end] != value["exact"]:
            yield Flaw(place, N_("the quote is not what stands there: {found}"), {"found": _brief(text[start:end])})


def _given_twice(data: Mapping[str, Any], ids: Mapping[str, list[str]]) -> Iterator[Flaw]:
    counts = Counter(one for every in ids.values() for one in every)
    for name in ids:
        for index, item in enumerate(data[name]):
            if isinstance(item, Mapping) and counts[item.get("id", "")] > 1:
                yield Flaw(f"{name}[{index}].id", N_("the id {id} is given twice"), {"id": _brief(item["id"])})


def _leading_nowhere(data: Mapping[str, Any], ids: Mapping[str, list[str]]) -> Iterator[Flaw]:
    """Find references to what isn't there; an addressee that is only words is kept as their slug."""
    worded = {one for request in data["requests"] if request.get("addressee_selector") for one in _addressees(request)}
    known = {name: set(every) for name, every in ids.items()}
    for place, key, value in _walk(data):
        lists = LEADS_TO.get(key)
        if lists is None or not isinstance(value, str) or (key == "addressee_ids" and value in worded):
            continue
        if not any(value in known.get(name, ()) for name in lists):
            yield Flaw(place, N_("leads to no item of the record: {id}"), {"id": _brief(value)})


def _addressees(request: Mapping[str, Any]) -> list[str]:
    found: list[str] = request.get("addressee_ids", [])
    return found


def _walk(value: Any, place: str = "", key: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield the place, the key and the value of everything below; items of a list have their list's key."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            below = f"{place}.{name}" if place else name
            yield below, name, inner
            yield from _walk(inner, below, name)
    elif _is_list(value):
        for index, inner in enumerate(value):
            yield f"{place}[{index}]", key, inner
            yield from _walk(inner, f"{place}[{index}]", key)


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _brief(text: str) -> Clean:
    line = clean_line(text)
    return line if len(line) <= 60 else clean_line(line[:59] + "…")
