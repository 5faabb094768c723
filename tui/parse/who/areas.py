"""Administrative units in the text: where one is named, and which one a bare "Huyện" means."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.parse.who.names import family_weight, run_end, split, weigh
from tui.parse.who.words import Level, Words, keys_of

PROVINCE, DISTRICT, COMMUNE = 1, 2, 3
MOST_SYLLABLES = 4


@dataclass(slots=True)
class AreaSpan:
    """A place where an area is named ("huyện Mê Linh") or meant ("Huyện"); token indices, half-open.

    ``name`` is what stands after the level, empty for a bare one; ``level`` is None for a name alone ("Hà Nội").
    ``own`` counts the tokens of level and name without a following "thuộc" part.
    """

    first: int
    last: int
    level: Level | None
    name: str
    full: str = ""
    """Level and name in lower case level words, for those with a name."""
    rank: int = 0
    id: str | None = field(default=None)

    @property
    def is_bare(self) -> bool:
        """Tell whether the area is meant without its name."""
        return not self.name


def area_at(
    words: Words, index: int, limit: int, known: frozenset[str], *, person_follows: bool = False
) -> AreaSpan | None:
    """Read an area that begins at a token.

    ``known`` are names of areas met elsewhere; with ``person_follows`` a person's name may stand right after the
    area's ("huyện Mê Linh Nguyễn Văn A"), and the run of capitals is cut where that is likeliest.
    """
    city = words.mark(index, "city")
    if city and index + city.size <= limit:
        full = str(city.value)
        return AreaSpan(index, index + city.size, None, full.removeprefix("thành phố "), full, PROVINCE)
    mark = words.mark(index, "level")
    if mark is None or index + mark.size > limit:
        return _province(words, index, limit, person_follows=person_follows)
    body = words.mark(index, "body")
    if body and body.size > mark.size:
        return None
    level: Level = mark.value
    start = index + mark.size
    if words.key(start) == "." and words.key(start - 1) in _DOTTED and start + 1 < limit:
        if _begins_sentence(words, start + 1):
            return _bare(words, index, mark.size, level)
        start += 1
    if start < limit and words.tokens[start].text.isdigit():
        if level.name in ("quận", "phường") or level.only_named:
            return _named(words, index, start, start + 1, level)
        return _bare(words, index, mark.size, level)
    end = _name_end(words, start, limit) if start >= limit or not words.is_abbreviation(start) else start
    if end > start and person_follows:
        end = split(words, start, end, known, after_level=True)
    elif end - start > MOST_SYLLABLES:
        end = start + MOST_SYLLABLES
    if end == start:
        return _bare(words, index, mark.size, level)
    return _named(words, index, start, end, level)


def _begins_sentence(words: Words, index: int) -> bool:
    """Tell whether the word after "TP." begins a new sentence ("... HĐND TP. Ông A")."""
    marks = words.marks[index] or {}
    return any(kind in marks for kind in ("honorific", "title", "cue", "stop", "part", "role"))


def _name_end(words: Words, start: int, limit: int) -> int:
    if start >= limit or words.mark(start, "role") or words.mark(start, "role_tails"):
        return start
    province = words.mark(start, "province")
    end = run_end(words, start, limit)
    if province and words.caps[start]:
        end = max(end, min(limit, start + province.size))
    return end


def _province(words: Words, index: int, limit: int, *, person_follows: bool) -> AreaSpan | None:
    mark = words.mark(index, "province")
    if mark is None or mark.size < 2 or index + mark.size > limit:
        return None
    last = index + mark.size
    if not all(words.caps[position] for position in range(index, last) if words.tokens[position].text.isalpha()):
        return None
    end = run_end(words, index, limit)
    if end > last and not (person_follows and weigh(words, last, end) > 0):
        return None
    if index and words.is_name_like(index - 1) and not person_follows and words.tokens[index - 1].text.istitle():
        return None
    name = str(mark.value)
    full = f"thành phố {name}" if name in cities() else f"tỉnh {name}"
    return AreaSpan(index, last, None, name, full, PROVINCE)


def _bare(words: Words, index: int, size: int, level: Level) -> AreaSpan | None:
    if level.only_named:
        return None
    return AreaSpan(index, index + size, level, "", "", level.rank)


def _named(words: Words, index: int, start: int, end: int, level: Level) -> AreaSpan:
    name = words.text(start, end)
    mark = words.mark(start, "province")
    if mark and mark.size == end - start:
        name = str(mark.value) if level.rank < COMMUNE else name
    rank = PROVINCE if level.name == "thành phố" and name in cities() else level.rank
    return AreaSpan(index, end, level, name, f"{level.name} {name}", rank)


def cities() -> frozenset[str]:
    """Return the names of the cities that are no part of a province."""
    return _CITIES


_DOTTED = frozenset(["tp", "tx", "q", "p", "t.p"])
_CITIES = frozenset(["Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"])


def known_names(words: Words) -> frozenset[str]:
    """Return the names that stand after a level somewhere in the article with a break right after them (keys).

    They help to cut a run of capitals in which a person's name follows an area's.
    """
    found: set[str] = set()
    shouted = {index for stretch in words.stretches if stretch.shouts for index in range(stretch.first, stretch.last)}
    for index in words.places["level"]:
        mark = words.marks[index]["level"]
        start = index + mark.size
        if words.keys[start] == "." and words.keys[start - 1] in _DOTTED:
            start += 1
        if not words.caps[start] or index in shouted:
            continue
        end = run_end(words, start, len(words.tokens))
        if start < end <= start + 3 and not (family_weight(words, start) > 0 and _after_role(words, index)):
            found.add(" ".join(words.keys[start:end]))
            found |= _listed_after(words, end, len(words.tokens))
    return frozenset(found)


def _listed_after(words: Words, index: int, limit: int) -> set[str]:
    """Return the names of the areas that go on a list ("các xã Ninh Gia, Tà Hine và Tà Năng")."""
    found: set[str] = set()
    while index + 1 < limit and words.key(index) in (",", "và"):
        end = run_end(words, index + 1, limit)
        if not index + 1 < end <= index + 3:
            break
        found.add(" ".join(words.keys[index + 1 : end]))
        index = end
    return found


def _after_role(words: Words, index: int) -> bool:
    """Tell whether a role's words lead up to a level, so that a person's name may follow the area's."""
    for position in range(index - 1, max(-1, index - 12), -1):
        if words.is_hard(position) or words.key(position) == ",":
            return False
        if words.mark(position, "role"):
            return True
    return False


def level_words() -> frozenset[str]:
    """Return the words for levels as look-up forms."""
    return keys_of("areas", "levels")
