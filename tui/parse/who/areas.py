"""Administrative units in the text: where one is named, and which one a bare "Huyện" means."""

from __future__ import annotations

from msgspec import Struct

from tui.parse.who.names import COMMON, family_weight, is_sure_middle, run_end, split, weigh
from tui.parse.who.vocabulary import Level, entries, keys_of
from tui.parse.who.words import Words

PROVINCE, DISTRICT, COMMUNE = 1, 2, 3
MOST_SYLLABLES = 4
_SENTENCE_STARTS = frozenset(["honorific", "title", "cue", "stop", "part", "role"])


class AreaSpan(Struct):
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
    id: str | None = None


def area_at(
    words: Words, index: int, limit: int, known: frozenset[str], *, person_follows: bool = False
) -> AreaSpan | None:
    """Read an area that begins at a token.

    ``known`` are names of areas met elsewhere; with ``person_follows`` a person's name may stand right after the
    area's ("huyện Mê Linh Nguyễn Văn A"), and the run of capitals is cut where that is likeliest.
    """
    marks = words.marks[index]
    city, mark, body = marks.get("city"), marks.get("level"), marks.get("body")
    if city and index + city.size <= limit:
        full = str(city.value)
        return AreaSpan(index, index + city.size, None, full.removeprefix("thành phố "), full, PROVINCE)
    if mark is None or index + mark.size > limit:
        return _province(words, index, limit, person_follows=person_follows)
    if body and body.size > mark.size:
        return None
    level: Level = mark.value
    start = _over_dot(words, index + mark.size)
    end = _name_end(words, start, limit, level) if start else 0
    if start and (person_follows or end > start + MOST_SYLLABLES):
        end = split(words, start, end, known, after_level=True, province=level.name == "tỉnh")
    if start and person_follows and end == start + 1 and _is_family(words, start, known):
        return AreaSpan(index, index + mark.size, level, "", "", level.rank)
    if start and end > start:
        return _named(words, index, start, min(end, start + MOST_SYLLABLES), level)
    return None if level.only_named else AreaSpan(index, index + mark.size, level, "", "", level.rank)


def _is_family(words: Words, index: int, known: frozenset[str]) -> bool:
    """Tell whether a capital is a family name, the rest of which lacks its own ("UBND huyện Nguyễn ngọc thân")."""
    return family_weight(words, index) == COMMON and words.keys[index] not in known and words.texts[index + 1].islower()


def _over_dot(words: Words, start: int) -> int:
    """Step over the dot of "TP."; 0 where it ends a sentence ("... HĐND TP. Ông A")."""
    if words.keys[start] != "." or words.keys[start - 1] not in keys_of("areas", "dotted"):
        return start
    return 0 if _begins_sentence(words, start + 1) else start + 1


def _begins_sentence(words: Words, index: int) -> bool:
    """Tell whether the word after "TP." begins a new sentence ("... HĐND TP. Ông A")."""
    return not _SENTENCE_STARTS.isdisjoint(words.marks[index])


def _name_end(words: Words, start: int, limit: int, level: Level) -> int:
    """Return where the name ends that begins at a token: capitals, or a number after "quận" and "phường"."""
    marks = words.marks[start]
    taken, province = marks.get("title"), marks.get("province")
    if start >= limit or (taken and taken.size > 1) or "role" in marks or "role_tails" in marks:
        return start
    if words.is_abbreviation(start):
        return start + province.size if province else start
    if words.texts[start].isdigit():
        return start + 1 if level.name in ("quận", "phường") or level.only_named else start
    end = run_end(words, start, limit)
    return max(end, min(limit, start + province.size)) if province and words.caps[start] else end


def _province(words: Words, index: int, limit: int, *, person_follows: bool) -> AreaSpan | None:
    mark = words.marks[index].get("province")
    if mark is None or mark.size < 2 or index + mark.size > limit:
        return None
    last = index + mark.size
    if not all(words.caps[position] for position in range(index, last) if words.texts[position].isalpha()):
        return None
    end = run_end(words, index, limit)
    if end > last and not (person_follows and weigh(words, last, end) > 0):
        return None
    if index and words.is_name_like(index - 1) and not person_follows and words.texts[index - 1].istitle():
        return None
    name = str(mark.value)
    full = f"thành phố {name}" if name in entries("areas", "cities") else f"tỉnh {name}"
    return AreaSpan(index, last, None, name, full, PROVINCE)


def _named(words: Words, index: int, start: int, end: int, level: Level) -> AreaSpan:
    name = words.text(start, end)
    mark = words.marks[start].get("province")
    if mark and mark.size == end - start:
        name = str(mark.value) if level.rank < COMMUNE else name
    rank = PROVINCE if level.name == "thành phố" and name in entries("areas", "cities") else level.rank
    return AreaSpan(index, end, level, name, f"{level.name} {name}", rank)


def known_names(words: Words) -> frozenset[str]:
    """Return the names that stand after a level somewhere in the article with a break right after them (keys).

    They help to cut a run of capitals in which a person's name follows an area's.
    """
    found: set[str] = set()
    shouted = {index for stretch in words.stretches if stretch.shouts for index in range(stretch.first, stretch.last)}
    for index in words.places["level"]:
        mark = words.marks[index]["level"]
        start = index + mark.size
        start = _over_dot(words, start)
        if not start or not words.caps[start] or index in shouted:
            continue
        end = run_end(words, start, words.size)
        like_name = family_weight(words, start) > 0 or is_sure_middle(words, start + 1)
        if start < end <= start + 3 and not (like_name and _after_role(words, index)):
            found.add(" ".join(words.keys[start:end]))
            found |= _listed_after(words, end, words.size)
    return frozenset(found)


def _listed_after(words: Words, index: int, limit: int) -> set[str]:
    """Return the names of the areas that go on a list ("các xã Ninh Gia, Tà Hine và Tà Năng")."""
    found: set[str] = set()
    while index + 1 < limit and words.keys[index] in (",", "và"):
        end = run_end(words, index + 1, limit)
        if not index + 1 < end <= index + 3:
            break
        found.add(" ".join(words.keys[index + 1 : end]))
        index = end
    return found


def _after_role(words: Words, index: int) -> bool:
    """Tell whether a role's words lead up to a level, so that a person's name may follow the area's."""
    for position in range(index - 1, max(-1, index - 12), -1):
        if words.is_hard(position) or words.keys[position] == ",":
            return False
        if "role" in words.marks[position]:
            return True
    return False
