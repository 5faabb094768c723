"""The words that open a list of who was there ("Cùng dự buổi giám sát có", "Làm việc với đoàn, huyện Mê Linh có")."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tui.parse.who.vocabulary import BodyHead, Mark, keys_of
from tui.parse.who.words import Stretch, Words

LONGEST = 24
"""Most tokens from the first word of a cue to the one that opens the list."""
LONGEST_MEMBERSHIP = 12
"""Most tokens from a body to "gồm" before its members."""
NEAR = 6
"""Most tokens of a cue that opens its list without "có" or a colon."""


class CueSpan(NamedTuple):
    """The words that open a list; token indices, half-open. ``side`` is what they say, before bodies are asked."""

    first: int
    last: int
    side: str


def cue_at(words: Words, index: int, stretch: Stretch, starts: Collection[int]) -> CueSpan | None:
    """Read the cue that begins at a token, up to "có", "gồm" or a colon in the same clause.

    ``starts`` are the tokens at which people begin.
    """
    mark = words.marks[index].get("cue")
    if mark is None:
        return _membership(words, index, stretch, starts)
    keys, closes = words.keys, _closes()
    for position in range(index + mark.size, min(stretch.last, index + LONGEST)):
        opens = words.marks[position].get("opens")
        if opens and not _means_else(words, position):
            after = position + opens.size
            return CueSpan(index, after + (keys[after] == ":"), str(mark.value))
        if position in starts and keys[index] == "đại" and keys[position - 1] == ",":
            return None  # "Đại diện chủ đầu tư, ông A cho biết": one who speaks for others, no list
        if position in starts and keys[position - 1] not in ("do", "bởi"):
            return CueSpan(index, position, str(mark.value)) if position - index <= NEAR else None
        if position in words.full_stops or keys[position] in (";", "(") or keys[position] in closes:
            return None
    return None


def _means_else(words: Words, index: int) -> bool:
    """Tell whether "là" or a colon opens no list ("là dịp để", "số: 12")."""
    after = words.keys[index + 1]
    return (words.keys[index] == "là" and after not in ("các", "đồng")) or (
        words.keys[index] == ":" and after.isdigit()
    )


def _closes() -> frozenset[str]:
    return keys_of("attendance", "closes")


def has_members(body: Mark) -> bool:
    """Tell whether a body is one whose members are listed behind it."""
    head: BodyHead = body.value
    return head.name.startswith(("Đoàn ", "Tổ đại biểu"))


def _membership(words: Words, index: int, stretch: Stretch, starts: Collection[int]) -> CueSpan | None:
    """Read a body with its members as a cue ("Đoàn ĐBQH tỉnh gồm các đại biểu: ...")."""
    body = words.marks[index].get("body")
    if body is None or not has_members(body):
        return None
    for position in range(index + body.size, min(stretch.last, index + LONGEST_MEMBERSHIP)):
        opens = words.marks[position].get("opens")
        if opens and words.keys[position] in ("gồm", "có", "còn"):
            after = position + opens.size
            after += words.keys[after] == ":"
            return CueSpan(index, after, "about") if "honorific" in words.marks[after] or after in starts else None
        if words.keys[position] in ("(", ")"):
            continue
        if words.is_hard(position) or words.keys[position] == "," or "part" in words.marks[position]:
            return None
    return None
