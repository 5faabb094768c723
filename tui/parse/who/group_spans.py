"""Where a group of unnamed people or bodies stands: from its head word to the end of the item, or to its verb."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from tui.parse.who.words import Stretch, Words

LONGEST = 60
"""Most tokens of a group in a list."""
LONGEST_SPEAKER = 14
"""Most tokens of a group before its verb."""


@dataclass(frozen=True, slots=True)
class GroupSpan:
    """Words for a group; token indices, half-open; ``kind`` is that of its first head word."""

    first: int
    last: int
    kind: str


def group_at(words: Words, index: int, limit: int, starts: Collection[int]) -> GroupSpan | None:
    """Read the group of a list that begins at a token.

    It goes to a semicolon, the end of the sentence, or a comma or "và" before another item. ``starts`` are the tokens
    at which people begin.
    """
    mark = words.marks[index].get("group")
    if mark is None:
        return None
    end = index + mark.size
    while end < limit and end - index < LONGEST:
        if end in starts or words.ends_sentence(end) or words.keys[end] in (";", ":") or words.texts[end] == "…":
            break
        if words.keys[end] in (",", "và", "cùng") and _begins_item(words, end, limit, starts):
            break
        end += 1
    while end > index + 1 and words.keys[end - 1] in (",", "và", "cùng", "với", "các"):
        end -= 1
    if words.ends_sentence(end - 1):
        end -= 1
    follows = end + 1 if words.keys[end] == ":" else end
    if follows in starts and (follows > end or "honorific" in words.marks[index]):
        return None
    return GroupSpan(index, end, str(mark.value)) if end - index > 1 else None


def _begins_item(words: Words, index: int, limit: int, starts: Collection[int]) -> bool:
    """Tell whether a comma or "và" leads on to another person or group of the list."""
    while index < limit and words.keys[index] in (",", "và", "cùng", "với", "còn", "có"):
        index += 1
    if index in starts:
        return True
    mark = words.marks[index].get("group")
    return mark is not None and "field" not in words.marks[index]


def speaking_groups(
    words: Words, starts: Collection[int], taken: Collection[int], bodies: Mapping[int, int]
) -> Iterator[GroupSpan]:
    """Yield groups that speak outside the lists ("các thành viên đoàn giám sát cũng đề nghị").

    ``taken`` are tokens of lists, where groups were read already; ``bodies`` give the end of each body by its first
    token.
    """
    for index in words.places["speakers"]:
        stretch = words.stretch_of(index)
        if stretch is None or stretch.line.zone != "body" or stretch.shouts or index in taken:
            continue
        if _opens_clause(words, index, stretch) and (group := _speaker(words, index, stretch, starts, bodies)):
            yield group


def _opens_clause(words: Words, index: int, stretch: Stretch) -> bool:
    return index == stretch.first or words.keys[index - 1] in (",", ".", ";", ":")


def _speaker(
    words: Words, index: int, stretch: Stretch, starts: Collection[int], bodies: Mapping[int, int]
) -> GroupSpan | None:
    mark, kind = words.marks[index].get("speakers"), words.marks[index].get("group")
    if mark is None:
        return None
    end = index + mark.size
    while end < min(stretch.last, index + LONGEST_SPEAKER) and end not in starts:
        body = words.marks[end].get("body")
        if end in bodies:
            end = bodies[end]
        elif body and not body.value.weak:
            end += body.size
        elif words.is_hard(end) or words.keys[end] == "," or "stop" in words.marks[end] or "part" in words.marks[end]:
            break
        else:
            end += 1
    if end - index < 2 or not _speaks(words, end, stretch.last):
        return None
    return GroupSpan(index, end, str(kind.value) if kind else "other")


def _speaks(words: Words, index: int, limit: int) -> bool:
    """Tell whether a verb of speech follows, not one of being there."""
    for position in range(index, min(limit, index + 3)):
        if "part" in words.marks[position]:
            return words.keys[position] not in ("dự", "tham", "chủ", "thăm")
        if "stop" not in words.marks[position]:
            return False
    return False


def places_of(words: Words, group: GroupSpan, taken: Collection[int]) -> Iterator[GroupSpan]:
    """Yield the places in the body where a group is named in the same words, its own included.

    ``taken`` are tokens of lists.
    """
    wanted = words.keys[group.first : group.last]
    for index in words.concordance.places({wanted[0]}):
        last = index + len(wanted)
        if words.keys[index:last] == wanted and index not in taken:
            stretch = words.stretch_of(index)
            if stretch and stretch.line.zone == "body" and last <= stretch.last:
                yield GroupSpan(index, last, group.kind)
