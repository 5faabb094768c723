"""Lists of who was there: the words that open one, and the people and groups in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tui.parse.who.mentions import Mention
from tui.parse.who.words import Stretch, Words, keys_of

LONGEST_CUE = 24
"""Most tokens from the first word of a cue to the one that opens the list."""
LONGEST_GROUP = 60


@dataclass(slots=True)
class GroupSpan:
    """Words for a group; token indices, half-open; ``kind`` is that of its first head word."""

    first: int
    last: int
    kind: str
    stretch: Stretch


@dataclass(slots=True)
class ListSpan:
    """A list of who was there; token indices, half-open. ``side`` is what the cue says, before bodies are asked."""

    first: int
    opened: int
    last: int
    side: str
    stretch: Stretch
    items: list[Mention | GroupSpan] = field(default_factory=list)
    open_mark: tuple[int, int] | None = None


def lists(words: Words, mentions: Sequence[Mention]) -> list[ListSpan]:
    """Return the lists of attendance in the body, in order."""
    starts = {mention.first: mention for mention in mentions}
    found: list[ListSpan] = []
    for stretch in words.stretches:
        if stretch.line.zone == "body" and not stretch.shouts:
            found += _in_stretch(words, stretch, starts)
    return found


def _in_stretch(words: Words, stretch: Stretch, starts: dict[int, Mention]) -> Iterator[ListSpan]:
    index = stretch.first
    begins = True
    while index < stretch.last:
        cue = _cue(words, index, stretch, starts) if begins and words.mark(index, "cue") else None
        cue = cue or _membership(words, index, stretch, starts)
        if cue:
            _fill(words, cue, starts)
            if cue.items:
                yield cue
                index = max(cue.last, index + 1)
                begins = True
                continue
        begins = (
            words.ends_sentence(index)
            or words.key(index) in (";", ",", "(", "-", "–", "+", "•", "*")
            or (begins and not words.caps[index] and words.key(index) in ("tại", "cũng"))
        )
        index += 1


def _cue(words: Words, index: int, stretch: Stretch, starts: dict[int, Mention]) -> ListSpan | None:
    """Read the words that open a list, up to "có", "gồm" or a colon in the same clause."""
    mark = words.mark(index, "cue")
    if mark is None:
        return None
    position = index + mark.size
    while position < min(stretch.last, index + LONGEST_CUE):
        opens = words.mark(position, "opens")
        if opens and not (words.key(position) == "là" and words.key(position + 1) not in ("các", "đồng")):
            after = position + opens.size
            if words.mark(after, "opens") and words.key(after) in (":", "các", "sự"):
                after += 1 if words.key(after) == ":" else 0
            if words.key(after) == ":":
                after += 1
            return ListSpan(index, after, after, str(mark.value), stretch)
        if position in starts:
            return ListSpan(index, position, position, str(mark.value), stretch) if position - index <= 6 else None
        if words.ends_sentence(position) or words.key(position) in (";", "(") or words.key(position) in _closes():
            return None
        position += 1
    return None


def _membership(words: Words, index: int, stretch: Stretch, starts: dict[int, Mention]) -> ListSpan | None:
    """Read a body with its members as a list ("Đoàn ĐBQH tỉnh gồm các đại biểu: ...")."""
    body = words.mark(index, "body")
    if body is None or body.value.kind not in ("council", "team") or not body.value.name.startswith(("Đoàn", "Tổ")):
        return None
    for position in range(index + body.size, min(stretch.last, index + LONGEST_CUE // 2)):
        if words.key(position) in ("gồm", "có") and words.mark(position, "opens"):
            after = position + (words.mark(position, "opens").size)  # type: ignore[union-attr]
            follows = after + 1 if words.key(after) == ":" else after
            if words.mark(follows, "honorific") or follows in starts:
                return ListSpan(index, follows, follows, "about", stretch)
            return None
        if words.key(position) in ("(", ")"):
            continue
        if words.is_hard(position) or words.key(position) == "," or words.mark(position, "part"):
            return None
    return None


def _closes() -> frozenset[str]:
    return keys_of("attendance", "closes")


def _fill(words: Words, found: ListSpan, starts: dict[int, Mention]) -> None:
    """Read the items up to the end of the sentence."""
    index, limit = found.opened, found.stretch.last
    while index < limit:
        if words.text(index, index + 1) in ("…",) or _dots(words, index, limit):
            found.open_mark = (index - 1 if words.key(index - 1) == ";" else index, _after_dots(words, index, limit))
            index = found.open_mark[1]
            break
        if words.ends_sentence(index):
            break
        mention = starts.get(index)
        if mention:
            found.items.append(mention)
            index = mention.last
            continue
        group = _group(words, index, limit, starts)
        if group and _at_item(words, index, found):
            group.stretch = found.stretch
            found.items.append(group)
            index = group.last
            continue
        if (
            found.items
            and isinstance(found.items[-1], Mention)
            and words.mark(index, "part")
            and _is_clause(words, index)
        ):
            break
        index += 1
    found.last = index


def _is_clause(words: Words, index: int) -> bool:
    """Tell whether a verb after a person ends the list ("...; đồng chí B chủ trì hội nghị")."""
    return words.key(index - 1) not in (",", ";")


def _dots(words: Words, index: int, limit: int) -> bool:
    return index + 1 < limit and words.key(index) == "." and words.key(index + 1) == "."


def _after_dots(words: Words, index: int, limit: int) -> int:
    while index < limit and words.tokens[index].text in ".…/":
        index += 1
    return index


def _at_item(words: Words, index: int, found: ListSpan) -> bool:
    before = words.key(index - 1)
    return (
        index == found.opened
        or before in (",", ";", "và", "cùng", "với", "có", ":", "-", "–", "+", ".")
        or (words.mark(index - 1, "stop") is not None)
    )


def _group(words: Words, index: int, limit: int, starts: dict[int, Mention]) -> GroupSpan | None:
    """Read a group: from its head word to a semicolon, the end, or a comma or "và" before another item."""
    mark = words.mark(index, "group")
    if mark is None:
        return None
    end = index + mark.size
    while end < limit and end - index < LONGEST_GROUP:
        if end in starts or words.ends_sentence(end) or words.key(end) in (";", ":") or words.tokens[end].text == "…":
            break
        if words.key(end) in (",", "và", "cùng") and _begins_item(words, end, limit, starts):
            break
        end += 1
    while end > index + 1 and words.key(end - 1) in (",", "và", "cùng", "với", "các"):
        end -= 1
    if words.ends_sentence(end - 1):
        end -= 1
    follows = end + 1 if words.key(end) == ":" else end
    if follows in starts and (follows > end or words.mark(index, "honorific")):
        return None
    return GroupSpan(index, end, str(mark.value), None) if end - index > 1 else None  # type: ignore[arg-type]


def _begins_item(words: Words, index: int, limit: int, starts: dict[int, Mention]) -> bool:
    """Tell whether a comma or "và" leads on to another person or group of the list."""
    while index < limit and words.key(index) in (",", "và", "cùng", "với", "còn", "có"):
        index += 1
    if index in starts:
        return True
    mark = words.mark(index, "group")
    return mark is not None and not words.mark(index, "field")


def speaking_groups(words: Words, mentions: Sequence[Mention], taken: Sequence[tuple[int, int]]) -> Iterator[GroupSpan]:
    """Yield groups that speak outside the lists ("các thành viên đoàn giám sát cũng đề nghị")."""
    starts = {mention.first for mention in mentions}
    for stretch in words.stretches:
        if stretch.line.zone != "body" or stretch.shouts:
            continue
        for index in range(stretch.first, stretch.last):
            mark = words.mark(index, "speakers")
            if mark is None or any(first <= index < last for first, last in taken):
                continue
            if not (index == stretch.first or words.key(index - 1) in (",", ".", ";", ":")):
                continue
            end = index + mark.size
            while end < min(stretch.last, index + 14) and end not in starts:
                body = words.mark(end, "body")
                if body and not body.value.weak:
                    end += body.size
                    continue
                if words.is_hard(end) or words.key(end) == "," or words.mark(end, "stop") or words.mark(end, "part"):
                    break
                end += 1
            if end - index > 1 and _speaks(words, end, stretch.last):
                kind = words.mark(index, "group")
                yield GroupSpan(index, end, str(kind.value) if kind else "other", stretch)


def places_of(words: Words, group: GroupSpan) -> Iterator[GroupSpan]:
    """Yield the places in the body where a group is named again in the same words, its own included."""
    wanted = words.keys[group.first : group.last]
    size = len(wanted)
    for stretch in words.stretches:
        if stretch.line.zone != "body":
            continue
        for index in range(stretch.first, stretch.last - size + 1):
            if words.keys[index] == wanted[0] and words.keys[index : index + size] == wanted:
                yield GroupSpan(index, index + size, group.kind, stretch)


def _speaks(words: Words, index: int, limit: int) -> bool:
    for position in range(index, min(limit, index + 3)):
        if words.mark(position, "part"):
            return words.key(position) not in ("dự", "tham", "chủ", "thăm")
        if not words.mark(position, "stop"):
            return False
    return False
