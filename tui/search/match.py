"""How well a row answers a query: which of its fields, how exactly, how close together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.search.rows import BODY, CONTEXT, Row
from tui.search.term import Find, Term, Tier

WEIGHT = {
    "N": 9.0, "h": 9.0, "f": 8.5, "t": 8.0, "l": 8.0, "d": 8.0, "s": 8.0, "A": 8.0, "r": 7.0, "g": 7.0, "D": 7.0,
    "R": 7.0, "u": 7.0, "o": 6.5, "n": 6.5, "k": 6.0, "i": 6.0, "e": 6.0, "a": 5.0, "p": 5.0, "c": 3.5, "b": 3.0,
    "C": 3.5, "B": 3.0,
}  # fmt: skip
"""How much it says that words stand in a field, by its letter: names and headlines before bodies. Others say 1."""

FAR = 6
"""Other words that may stand between the words of a query, times their number, before they count as far apart."""
WHOLE, IN_ORDER, TOGETHER, STRONG = 10.0, 9.0, 8.0, 5.0
"""Grades of closeness: the field's only words, together in order, together; from STRONG on nothing is guessed."""
_BEST = WEIGHT["h"] + IN_ORDER
"""From here on no other field of a row can be better, or not by much."""
ALONE, APART = 4.0, 0.6
"""In several fields: what a word of its own field counts for, and what all of it is worth against one field."""


class Place(NamedTuple):
    """Where a term stands in the text of a row, and in which of its fields."""

    start: int
    end: int
    term: int
    tier: Tier
    field: int


_Fields = dict[int, tuple[int, list[Place]]]
"""Fields by their numbers, with the terms in each (bits) and their places."""


class Match(NamedTuple):
    """How a row answers a query; ``field`` is its best field, ``places`` one place a term."""

    row: Row
    terms: Sequence[Term]
    places: tuple[Place, ...]
    field: int
    weight: float
    closeness: float
    tier: Tier
    """How its worst word was found."""
    typos: int
    """How many words are a typing error away."""
    score: float
    """A number to rank by, 0 to 230: how the words were found, then where and how close, less each typing error."""

    @property
    def strong(self) -> bool:
        """Whether the words were surely meant; guessing at typing errors is needless then."""
        return self.tier < Tier.NEAR and self.closeness >= STRONG

    def likely(self, *, session: bool) -> bool:
        """Whether a guess is good enough to be shown: words together, or one of them mistyped and the rest at hand."""
        if self.tier < Tier.NEAR or self.closeness >= STRONG:
            return True
        return self.typos == 1 and (self.closeness > 0 or session)


def match(row: Row, terms: Sequence[Term]) -> Match | None:
    """Return how a row answers all terms, or None when it does not; without terms every row does.

    A session's body is looked at only when its head does not answer well.
    """
    if not terms:
        return Match(row, terms, (), 0, 0.0, 0.0, Tier.EXACT, 0, 210.0)
    in_head = _match(row, terms, row.head)
    if row.head == len(row.text) or (in_head is not None and in_head.strong):
        return in_head
    return _match(row, terms, len(row.text)) or in_head


def in_session(one: Match, session: Row) -> Match:
    """Return how a session answers by one of its passages, which is the last field of its row."""
    shift = session.head + 1
    field = len(session.letters) - 1
    places = tuple(
        place._replace(start=place.start + shift, end=place.end + shift, field=field)
        for place in one.places
        if place.field == 0
    )
    return one._replace(row=session, places=places, field=field)


def _match(row: Row, terms: Sequence[Term], end: int) -> Match | None:
    in_a_row = _in_a_row(row, terms, end)
    if in_a_row is not None and (in_a_row.tier == Tier.EXACT or len(terms) == 1):
        return in_a_row
    fields = _by_field(row, terms, end)
    best = in_a_row
    every = (1 << len(terms)) - 1
    for field, (held, places) in fields.items():
        if held == every and row.letters[field] not in CONTEXT:
            close = _closest(row, places, len(terms))
            if close is not None:
                best = _better(best, _made(row, terms, close, field, _closeness(row, close)))
    return best or _in_several(row, terms, fields)


def _by_field(row: Row, terms: Sequence[Term], end: int) -> _Fields:
    """Return the places of terms in each field, and which terms they are of; nothing when any term is missing."""
    plain, shown = row.plain, row.text
    fields: _Fields = {}
    for number, term in enumerate(terms):
        missing = True
        for start, stop, tier in term.finds(plain, shown, 0, end):
            field = plain.count("\n", 0, start)
            held, places = fields.get(field) or (0, [])
            places.append(Place(start, stop, number, tier, field))
            fields[field] = held | 1 << number, places
            missing = False
        if missing:
            return {}
    return fields


def _in_a_row(row: Row, terms: Sequence[Term], end: int) -> Match | None:
    """Return how the terms stand together in their order, which is what most rows have that are looked at."""
    plain, shown = row.plain, row.text
    best: tuple[float, list[Find], int, float] | None = None
    others = terms[1:]
    for first in terms[0].finds(plain, shown, 0, end):
        finds, tier, place = [first], first.tier, first.end
        for term in others:
            while plain[place : place + 1] == " ":
                place += 1
            found = term.at(plain, shown, place)
            if found is None and term.short and plain[finds[-1].start : finds[-1].end] == term.short:
                found = finds[-1]  # one short form stands for several words
            if found is None:
                break
            finds.append(found)
            place = found.end
            tier = max(tier, found.tier)
        else:
            field = plain.count("\n", 0, first.start)
            letter = row.letters[field]
            if letter not in CONTEXT:
                closeness = _whole(row, first.start, place) or IN_ORDER
                score = WEIGHT.get(letter, 1.0) + closeness - 100 * tier
                if best is None or score > best[0]:
                    best = score, finds, field, closeness
                    if score >= _BEST:
                        break
    if best is None:
        return None
    _, finds, field, closeness = best
    places = [Place(start, stop, number, tier, field) for number, (start, stop, tier) in enumerate(finds)]
    return _made(row, terms, places, field, closeness)


def _better(one: Match | None, other: Match) -> Match:
    return other if one is None or (other.score, -other.field) > (one.score, -one.field) else one


def _in_several(row: Row, terms: Sequence[Term], fields: _Fields) -> Match | None:
    """Return how terms that stand in several fields answer a query."""
    groups = _groups(row, fields, (1 << len(terms)) - 1)
    own = [group for group in groups if row.letters[group[0].field] not in CONTEXT]
    if not own:
        return None
    chosen = sorted((place for group in groups for place in group), key=lambda place: place.term)
    first = max(own, key=lambda group: (len(group), _weight(row, group[0].field)))[0].field
    told = sum((_closeness(row, group) if len(group) > 1 else ALONE) * len(group) for group in groups)
    return _made(row, terms, chosen, first, APART * told / len(chosen))


def _groups(row: Row, fields: _Fields, left: int) -> list[list[Place]]:
    """Return the places of terms that stand in several fields: each time the field that has most of those left.

    Of a session's body one paragraph counts: words all over a long text say nothing. Nothing when a term is left over.
    """
    groups: list[list[Place]] = []
    body = False
    while left:
        best: list[Place] | None = None
        ranked = sorted(
            ((held & left).bit_count(), _weight(row, field), -field)
            for field, (held, _) in fields.items()
            if held & left
        )
        while ranked and best is None:
            many, _, field = ranked.pop()
            if not (body and row.letters[-field] in BODY):
                here = [place for place in fields[-field][1] if left >> place.term & 1]
                best = _closest(row, here, many)
        if best is None:
            return []
        body = body or row.letters[best[0].field] in BODY
        groups.append(best)
        for place in best:
            left &= ~(1 << place.term)
    return groups


def _closest(row: Row, places: list[Place], many: int) -> list[Place] | None:
    """Return the places of ``many`` terms in one field that are closest together; None without all of them.

    In a body, terms that are far apart are not together at all.
    """
    if many == 1:
        best = [min(places, key=lambda place: (place.tier, place.end - place.start))] if places else []
        return best or None
    if len(places) < many:
        return None
    last: dict[int, Place] = {}
    chosen: list[Place] = []
    chosen_key: tuple[int, int, bool] | None = None
    for place in sorted(places):
        last[place.term] = place
        if len(last) == many:
            these = [last[number] for number in sorted(last)]
            length = max(one.end for one in these) - min(one.start for one in these)
            key = max(one.tier for one in these), length, not _in_order(these)
            if chosen_key is None or key < chosen_key:
                chosen, chosen_key = these, key
    if not chosen or (row.letters[chosen[0].field] in BODY and _closeness(row, chosen) == 0.0):
        return None
    return chosen


def _made(row: Row, terms: Sequence[Term], chosen: Sequence[Place], field: int, closeness: float) -> Match:
    tier, typos, weight = Tier.EXACT, 0, 0.0
    for place in chosen:
        weight += _weight(row, place.field)
        tier = max(tier, place.tier)
        typos += place.tier == Tier.NEAR
    weight /= len(chosen)
    score = 100.0 * (Tier.NEAR - tier) + weight + closeness + 10 - min(typos, 9)
    return Match(row, terms, tuple(chosen), field, weight, closeness, tier, typos, score)


def _closeness(row: Row, chosen: Sequence[Place]) -> float:
    """Return how close words of one field stand, 0 (far apart) to WHOLE."""
    plain = row.plain
    spans = {(place.start, place.end) for place in chosen}
    first, last = min(spans)[0], max(end for _, end in spans)
    covered = sum(1 if plain.find(" ", start, end) < 0 else len(plain[start:end].split()) for start, end in spans)
    between = len(plain[first:last].split()) - covered
    if between <= 0:
        return _whole(row, first, last) or (IN_ORDER if _in_order(chosen) else TOGETHER)
    return max(0.0, (TOGETHER - 1) * (1 - between / (FAR * len(chosen))))


def _whole(row: Row, first: int, last: int) -> float:
    """Return WHOLE when a field has no other words than those between two places, else nothing."""
    start, end = row.bounds(first)
    return 0.0 if row.plain[start:first].strip() or row.plain[last:end].strip() else WHOLE


def _in_order(chosen: Sequence[Place]) -> bool:
    return all(one.start <= other.start for one, other in pairwise(chosen))


def _weight(row: Row, field: int) -> float:
    return WEIGHT.get(row.letters[field], 1.0)
