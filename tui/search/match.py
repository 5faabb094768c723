"""How well a row answers a query: which of its fields, how exactly, how close together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from tui.search.rows import CONTEXT, LONG, Row
from tui.search.term import Term, Tier
from tui.search.tokens import words

WEIGHT = {
    "name": 9.0, "headline": 9.0, "figure": 8.5, "theme": 8.0, "place": 8.0, "date": 8.0, "subject": 8.0, "action": 8.0,
    "role": 7.0, "organizer": 7.0, "addressee": 7.0, "requester": 7.0, "unit": 7.0, "organization": 6.5, "people": 6.5,
    "kind": 6.0, "initials": 6.0, "period": 6.0, "author": 5.0, "publisher": 5.0, "caption": 3.5, "body": 3.0,
}  # fmt: skip
"""How much it says that words stand in a field: names and headlines before bodies. Fields not named here say 1."""

MOST_PLACES = 100
"""Most places of one term that are looked at in a row."""
FAR = 6
"""Other words that may stand between the words of a query, times their number, before they count as far apart."""
WHOLE, IN_ORDER, TOGETHER, STRONG = 10.0, 9.0, 8.0, 5.0
"""Grades of closeness: the field's only words, together in order, together; from STRONG on nothing is guessed."""
ALONE, APART = 4.0, 0.6
"""In several fields: what a word of its own field counts for, and what all of it is worth against one field."""


class Place(NamedTuple):
    """Where a term stands: offsets in the text of a field of a row."""

    term: int
    part: int
    start: int
    end: int
    tier: Tier


class Match(NamedTuple):
    """How a row answers a query; ``part`` is its best field, ``places`` one place a term."""

    row: Row
    terms: Sequence[Term]
    places: tuple[Place, ...]
    part: int
    weight: float
    closeness: float

    @property
    def tier(self) -> Tier:
        """How its worst word was found."""
        return max((place.tier for place in self.places), default=Tier.EXACT)

    @property
    def typos(self) -> int:
        """How many words are a typing error away."""
        return sum(place.tier == Tier.NEAR for place in self.places)

    @property
    def score(self) -> float:
        """A number to rank by, 0 to 230: how the words were found, then where and how close, less each typing error."""
        return 100.0 * (Tier.NEAR - self.tier) + self.weight + self.closeness + 10 - min(self.typos, 9)

    @property
    def strong(self) -> bool:
        """Whether the words were surely meant; guessing at typing errors is needless then."""
        return self.tier < Tier.NEAR and self.closeness >= STRONG

    @property
    def likely(self) -> bool:
        """Whether a guess is good enough to be shown: words together, or one of them mistyped and the rest at hand."""
        if self.tier < Tier.NEAR or self.closeness >= STRONG:
            return True
        return self.typos == 1 and (self.closeness > 0 or self.row.section == "sessions")


def match(row: Row, terms: Sequence[Term]) -> Match | None:
    """Return how a row answers all terms, or None when it does not; without terms every row does.

    A session's body is looked at only when its head does not answer well.
    """
    if not terms:
        return Match(row, terms, (), 0, 0.0, 0.0)
    in_head = _match(row, terms, row.text.head)
    if row.text.head == len(row.text.shown) or (in_head is not None and in_head.strong):
        return in_head
    return _match(row, terms, len(row.text.shown))


def _match(row: Row, terms: Sequence[Term], end: int) -> Match | None:
    places = tuple(find_places(row, terms, end))
    if len({place.term for place in places}) < len(terms):
        return None
    if all(row.fields[place.part].name in CONTEXT for place in places):
        return None
    return max(_ways(row, terms, places), key=lambda way: (way.score, -way.part), default=None)


def occurs(row: Row, term: Term) -> bool:
    """Tell whether a term stands in any field of a row."""
    return next(find_places(row, [term], len(row.text.shown)), None) is not None


def find_places(row: Row, terms: Sequence[Term], end: int) -> Iterator[Place]:
    """Yield the places of terms in a row up to an offset of its text, of each term only the first ones."""
    shown, folded, starts, _ = row.text
    for number, term in enumerate(terms):
        part = 0
        for found in islice(term.finds(shown, folded, end), MOST_PLACES):
            while part + 1 < len(starts) and starts[part + 1] <= found.start:
                part += 1
            first = starts[part]
            if found.end <= first + len(row.fields[part].text):  # else it runs over the end of a field
                yield Place(number, part, found.start - first, found.end - first, found.tier)


def joined(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return spans of a text in order; those that overlap or have only spaces between them become one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if kept and (start <= kept[-1][1] or not text[kept[-1][1] : start].strip()):
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return tuple(kept)


def _ways(row: Row, terms: Sequence[Term], places: Sequence[Place]) -> Iterator[Match]:
    """Yield the ways in which the places answer the terms: each field that has all of them, else several fields."""
    every = frozenset(range(len(terms)))
    whole = False
    for part in dict.fromkeys(place.part for place in places):
        close = _close_in(row, part, places, every) if row.fields[part].name not in CONTEXT else None
        if close is not None:
            whole = True
            yield _made(row, terms, close, part, _closeness(row, close))
    if not whole:
        groups = _groups(row, places, every)
        if groups and any(row.fields[group[0].part].name not in CONTEXT for group in groups):
            chosen = sorted(place for group in groups for place in group)
            own = [group for group in groups if row.fields[group[0].part].name not in CONTEXT]
            first = max(own, key=lambda group: (len(group), _weight(row, group[0].part)))[0].part
            told = sum((_closeness(row, group) if len(group) > 1 else ALONE) * len(group) for group in groups)
            yield _made(row, terms, chosen, first, APART * told / len(chosen))


def _groups(row: Row, places: Sequence[Place], wanted: frozenset[int]) -> list[list[Place]] | None:
    """Return the places of terms that stand in several fields: each time the field that has most of those left.

    Of a session's body one paragraph counts: words all over a long text say nothing.
    """
    groups: list[list[Place]] = []
    left = set(wanted)
    body = False
    while left:
        best: list[Place] | None = None
        for part in dict.fromkeys(place.part for place in places if place.term in left):
            if body and _is_body(row, part):
                continue
            here = frozenset(place.term for place in places if place.part == part and place.term in left)
            found = _close_in(row, part, places, here)
            if found and (best is None or _cover(row, found) > _cover(row, best)):
                best = found
        if best is None:
            return None
        body = body or _is_body(row, best[0].part)
        groups.append(best)
        left -= {place.term for place in best}
    return groups


def _cover(row: Row, found: Sequence[Place]) -> tuple[int, int, float]:
    """Return what makes one field's places better than another's: more terms, found better, in a better field."""
    return len(found), -sum(place.tier for place in found), _weight(row, found[0].part)


def _close_in(row: Row, part: int, places: Sequence[Place], wanted: frozenset[int]) -> list[Place] | None:
    """Return the places of terms in a field that are closest together; None without all, or far apart in a body."""
    inside = [place for place in places if place.part == part and place.term in wanted]
    if {place.term for place in inside} != wanted:
        return None
    last: dict[int, Place] = {}
    best: list[Place] = []
    best_key: tuple[int, int, bool] | None = None
    for place in sorted(inside, key=lambda place: (place.start, place.end)):
        last[place.term] = place
        if len(last) == len(wanted):
            chosen = [last[number] for number in sorted(last)]
            length = max(one.end for one in chosen) - min(one.start for one in chosen)
            key = max(one.tier for one in chosen), length, not _in_order(chosen)
            if best_key is None or key < best_key:
                best, best_key = chosen, key
    return None if _is_body(row, part) and _closeness(row, best) == 0.0 else best


def _made(row: Row, terms: Sequence[Term], chosen: Sequence[Place], part: int, closeness: float) -> Match:
    weight = sum(_weight(row, place.part) for place in chosen) / len(chosen)
    return Match(row, terms, tuple(chosen), part, weight, closeness)


def _closeness(row: Row, chosen: Sequence[Place]) -> float:
    """Return how close words of one field stand, 0 (far apart) to WHOLE."""
    text = row.fields[chosen[0].part].text
    spans = joined(text, [(place.start, place.end) for place in chosen])
    covered = sum(len(words(text[start:end])) for start, end in spans)
    between = len(words(text[spans[0][0] : spans[-1][1]])) - covered
    if between == 0:
        if len(words(text)) == covered:
            return WHOLE
        return IN_ORDER if _in_order(chosen) else TOGETHER
    return max(0.0, (TOGETHER - 1) * (1 - between / (FAR * len(chosen))))


def _is_body(row: Row, part: int) -> bool:
    return row.section == "sessions" and row.fields[part].name in LONG


def _in_order(chosen: Sequence[Place]) -> bool:
    return all(one.start <= other.start for one, other in pairwise(chosen))


def _weight(row: Row, part: int) -> float:
    return WEIGHT.get(row.fields[part].name, 1.0)
