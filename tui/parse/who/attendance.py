"""Lists of who was there: the words that open one, and the people and groups in it, on one line or on several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tui.parse.who.cues import CueSpan, cue_at, has_members
from tui.parse.who.group_spans import GroupSpan, group_at
from tui.parse.who.mentions import Mention
from tui.parse.who.words import Words

_BULLETS = frozenset("-–—+•*")
_BREAKS = frozenset([";", ",", "(", "-", "–", "+", "•", "*"])
_JOINTS = frozenset([",", ";", "và", "cùng", "với", "có", ":", "-", "–", "+", ".", "•", "*"])


@dataclass(slots=True)
class ListSpan:
    """A list of who was there; token indices, half-open."""

    cue: CueSpan
    last: int
    items: list[Mention | GroupSpan] = field(default_factory=list)
    open_mark: tuple[int, int] | None = None


def lists(words: Words, mentions: Sequence[Mention]) -> list[ListSpan]:
    """Return the lists of attendance in the body, in order."""
    return list(_Finder(words, {mention.first: mention for mention in mentions}).find())


class _Finder:
    def __init__(self, words: Words, starts: Mapping[int, Mention]) -> None:
        self._words = words
        self._starts = starts
        self._stretches = [each for each in words.stretches if each.line.zone == "body" and not each.shouts]

    def find(self) -> Iterator[ListSpan]:
        words = self._words
        bodies = (index for index in words.places["body"] if has_members(words.marks[index]["body"]))
        places = sorted({*words.places["cue"], *bodies})
        number = done = 0
        for index in places:
            while number < len(self._stretches) and index >= self._stretches[number].last:
                number += 1
            if number == len(self._stretches):
                return
            if index < max(done, self._stretches[number].first):
                continue
            found = self._at(index, number)
            if found:
                yield found
                done = found.last

    def _begins(self, index: int, first: int) -> bool:
        """Tell whether a cue may begin at a token: where a sentence, clause or item does."""
        words = self._words
        while index > first and words.keys[index - 1] in ("tại", "cũng"):
            index -= 1
        return index == first or words.ends_sentence(index - 1) or words.keys[index - 1] in _BREAKS

    def _at(self, index: int, number: int) -> ListSpan | None:
        stretch = self._stretches[number]
        if "body" not in self._words.marks[index] and not self._begins(index, stretch.first):
            return None
        cue = cue_at(self._words, index, stretch, self._starts)
        if cue is None:
            return None
        found = ListSpan(cue, cue.last)
        self._fill(found, cue.last, stretch.last)
        while found.last >= stretch.last and self._continues(found, number + 1):
            number += 1
            stretch = self._stretches[number]
            self._fill(found, stretch.first, stretch.last)
        return found if found.items else None

    def _continues(self, found: ListSpan, number: int) -> bool:
        """Tell whether the next line holds further items: it is a bullet, or the line before ends openly."""
        words = self._words
        if number >= len(self._stretches) or found.open_mark:
            return False
        first, before = self._stretches[number].first, words.texts[found.last - 1]
        if words.texts[first] in _BULLETS:
            return before in (":", ";", ",") or any(isinstance(item, Mention) for item in found.items)
        return before in (":", ";", ",") and (first in self._starts or "group" in words.marks[first])

    def _fill(self, found: ListSpan, index: int, limit: int) -> None:
        """Read the items from a token up to the end of the sentence."""
        words = self._words
        while index < limit:
            if self._is_open_end(index, limit):
                start = index - 1 if words.keys[index - 1] == ";" else index
                while index < limit and words.texts[index] in ".…/":
                    index += 1
                found.open_mark = (start, index)
                break
            mention = self._starts.get(index)
            group = None if mention else self._group(found, index, limit)
            item = mention or group
            if item:
                found.items.append(item)
                index = item.last
            elif words.ends_sentence(index) or self._is_verb(found, index):
                index += words.ends_sentence(index)
                break
            else:
                index += 1
        found.last = index

    def _is_open_end(self, index: int, limit: int) -> bool:
        words = self._words
        dots = words.keys[index] == "." and index + 1 < limit and words.keys[index + 1] == "."
        return dots or words.texts[index] == "…"

    def _group(self, found: ListSpan, index: int, limit: int) -> GroupSpan | None:
        words = self._words
        at_item = index == found.cue.last or words.keys[index - 1] in _JOINTS or "stop" in words.marks[index - 1]
        if index + 1 in self._starts and words.keys[index] in ("các", "những"):
            return None  # the plural of the people that follow ("các đại biểu Quốc hội A, B")
        last = found.items[-1] if found.items else None
        if isinstance(last, Mention) and last.last == index - 1 and words.is_dash(index - 1):
            return None  # whom the person stands for ("ông A - đại diện Ủy ban MTTQ")
        return group_at(words, index, limit, self._starts) if at_item else None

    def _is_verb(self, found: ListSpan, index: int) -> bool:
        """Tell whether a verb after a person ends the list ("...; đồng chí B chủ trì hội nghị")."""
        words = self._words
        after_person = bool(found.items) and isinstance(found.items[-1], Mention)
        return after_person and "part" in words.marks[index] and words.keys[index - 1] not in (",", ";")
