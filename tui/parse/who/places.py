"""The areas of an article: one item for all places where an area is named or meant."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from tui.model import Area
from tui.parse.who.areas import PROVINCE, AreaSpan
from tui.parse.who.ids import Ids
from tui.parse.who.spans import within
from tui.parse.who.vocabulary import keys_of
from tui.parse.who.words import Words
from tui.text.fold import fold, slug

_FIRST = attrgetter("first")
NAMELESS = "?"
"""How the id of an area begins that is meant ("HĐND tỉnh") but named nowhere; such an area is no item of the record."""
CENTRAL_CITY = "thành phố trực thuộc trung ương"


@dataclass(slots=True)
class Place:
    """An area with all that the article says of it."""

    id: str
    level: str
    rank: int
    names: Counter[str] = field(default_factory=Counter)
    aliases: dict[str, None] = field(default_factory=dict)
    parent: str | None = None
    said_parent: bool = False


class Places:
    """Tells which area each span stands for."""

    def __init__(self, words: Words, spans: Iterable[AreaSpan], ids: Ids, main: range) -> None:
        """Take the spans of areas in the order of the text; ``main`` are the tokens of the session's own words.

        An area of the session's words is what a bare "Huyện" means when none was named before it.
        """
        self._words = words
        self._ids = ids
        self._places: dict[str, Place] = {}
        self._by_id: dict[str, Place] = {}
        self._endings: dict[str, str] = {}
        """The first area whose key ends in some syllables."""
        self._fitting: dict[tuple[int, str], Sequence[AreaSpan]] = {}
        """The named spans of a rank and level, for those that were asked for."""
        self._main = main
        every = list(spans)
        unique = {(span.first, span.last): span for span in every}
        self.spans: list[AreaSpan] = sorted(unique.values(), key=lambda span: span.first)
        for span in self.spans:
            if span.name:
                span.id = self._named(span).id
        self._parents()
        self._bare()
        for span in every:
            span.id = unique[span.first, span.last].id

    def get(self, place_id: str | None) -> Place | None:
        """Return an area by its id."""
        return self._by_id.get(place_id) if place_id else None

    def full(self, place_id: str) -> str:
        """Return the full name of an area, its level in lower case."""
        place = self.get(place_id)
        return place.names.most_common(1)[0][0] if place else ""

    def areas(self) -> tuple[Area, ...]:
        """Return the items of the record, in the order in which they are first named."""
        return tuple(
            Area(
                id=place.id,
                name=self.full(place.id),
                classification=_classification(place, self.full(place.id)),
                aliases_in_text=tuple(place.aliases),
                parent_id=place.parent,
            )
            for place in self._places.values()
        )

    def meant_by(self, rank: int, level: str, position: int) -> str | None:
        """Return the area that a level alone means at a token: the last one named before, else the session's."""
        fitting = self._fitting.get((rank, level))
        if fitting is None:
            fitting = [span for span in self.spans if span.name and self._fits(span, rank, level)]
            self._fitting[rank, level] = fitting
        count = bisect_left(fitting, position, key=_FIRST)
        meant = fitting[count - 1] if count else self._of_session(fitting)
        return meant.id if meant else None

    def _fits(self, span: AreaSpan, rank: int, level: str) -> bool:
        place = self.get(span.id)
        if place is None:
            return False
        return place.level == level or (level == "" and place.rank == rank)

    def _of_session(self, fitting: Sequence[AreaSpan]) -> AreaSpan | None:
        return next(iter(within(fitting, self._main.start, self._main.stop) or fitting), None)

    def _named(self, span: AreaSpan) -> Place:
        level = span.level.name if span.level else span.full.removesuffix(f" {span.name}")
        key = slug(f"{level} {span.name}")
        if span.level is None and key not in self._places:
            key = self._endings.get(slug(span.name), key)
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = Place(self._ids.make(f"{level} {span.name}"), level, span.rank)
            self._by_id[place.id] = place
            syllables = key.split("-")
            for size in range(1, len(syllables)):
                self._endings.setdefault("-".join(syllables[-size:]), key)
        name = f"{place.level} {span.name}"
        place.names[name] += 1
        written = self._words.text(span.first, span.last)
        if written != name and fold(written) != fold(name):
            place.aliases.setdefault(written)
        return place

    def _bare(self) -> None:
        for span in self.spans:
            if span.name or span.level is None or self._is_plural(span):
                continue
            span.id = self.meant_by(span.rank, span.level.name, span.first) or self.nameless(
                span.level.name, span.level.rank
            )
            place = self.get(span.id)
            if place and self._words.caps[span.first]:
                place.aliases.setdefault(self._words.text(span.first, span.last))

    def nameless(self, level: str, rank: int) -> str:
        """Return the id of an area of a level that the article never names, for use within the parser only."""
        place_id = f"{NAMELESS}{level}"
        if place_id not in self._by_id:
            place = Place(place_id, level, rank)
            place.names[level] += 1
            self._by_id[place_id] = place
        return place_id

    def _is_plural(self, span: AreaSpan) -> bool:
        """Tell whether a level without a name means many ("các xã, thị trấn", "08 xã", "cấp huyện")."""
        words, index = self._words, span.first - 1
        if words.caps[span.first]:
            return words.keys[index] in keys_of("areas", "many") or words.keys[index].isdigit()
        while (
            index > span.first - 6
            and index >= 0
            and (words.keys[index] in (",", "và") or "level" in words.marks[index])
        ):
            if "level" in words.marks[index - 1]:
                index -= 1
            index -= 1
        return (
            words.keys[index] in keys_of("areas", "many")
            or words.keys[index].isdigit()
            or (words.keys[span.last] in (",", "ủy") and ("level" in words.marks[span.last + 1]))
        )

    def _parents(self) -> None:
        """Set what each area is part of: what the text says ("xã A, huyện B"), else the only area above."""
        for inner, outer in zip(self.spans, self.spans[1:], strict=False):
            if inner.id and outer.id and outer.rank < inner.rank and self._is_chained(inner, outer):
                place = self.get(inner.id)
                if place and not place.said_parent:
                    place.parent, place.said_parent = outer.id, True
        by_rank: dict[int, list[str]] = {}
        for place in self._places.values():
            by_rank.setdefault(place.rank, []).append(place.id)
        for place in self._places.values():
            if place.parent is None and place.rank > PROVINCE:
                above = next((by_rank[rank] for rank in range(place.rank - 1, 0, -1) if rank in by_rank), [])
                place.parent = above[0] if len(above) == 1 else None

    def _is_chained(self, inner: AreaSpan, outer: AreaSpan) -> bool:
        between = self._words.keys[inner.last : outer.first]
        return between in ([","], ["("], ["-"], ["thuộc"], ["của"], [])


def _classification(place: Place, name: str) -> str:
    if place.level == "thành phố" and place.rank == PROVINCE:
        return CENTRAL_CITY
    return place.level


def known(place_id: str | None) -> str | None:
    """Return the id of an area if it is an item of the record."""
    return None if place_id is None or place_id.startswith(NAMELESS) else place_id
