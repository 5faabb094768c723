"""What a body deals with: the words that go on its name ("Sở | Tài nguyên và Môi trường"), and where they end."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from tui.parse.who.names import run_end, split, weigh
from tui.parse.who.words import Words

MOST_FREE_WORDS = 10
"""Most words outside the lists that the name of a body goes on with ("Ban quản lý rừng phòng hộ")."""
MOST_TRAILING_WORDS = 4
NAME_WEIGHT = 1.4
"""Least weight of a run of capitals that is taken for a person after a body's words."""


class _Reading(Struct):
    """Where the reader stands, how many free words it took, and whether free words may still follow."""

    index: int
    free: int = 0
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """Reads the fields of bodies in one article; ``known`` are names of areas met elsewhere in it."""

    words: Words
    known: frozenset[str]

    def end(self, start: int, limit: int, *, person_follows: bool = False) -> int:
        """Return where the words of a field end that begin at a token.

        They are words of the list of fields, runs of capitals that are no person, and, before any of these, free words;
        a comma, a dash or "và" goes on only to another field. With ``person_follows`` a person's name may stand right
        after them.
        """
        at = _Reading(start)
        while at.index < limit and self._step(at, start, limit, person_follows=person_follows):
            pass
        return at.index - (at.index > start and self.words.keys[at.index - 1] in ("các", "những"))

    def _step(self, at: _Reading, start: int, limit: int, *, person_follows: bool) -> bool:
        """Take in what stands at a token; tell whether the field may go on after it."""
        words, index = self.words, at.index
        field = words.marks[index].get("field")
        if field and not (at.closed and not words.caps[index] and "stop" in words.marks[index]):
            if field.size > 1 or not self._breaks(index):
                at.index, at.closed = index + field.size, True
            return at.index > index
        if self._breaks(index) or (index > start and self._is_province(index)):
            return False
        text = words.texts[index]
        if text.isdigit() or (index > start and self._binds(index, limit)):
            at.index += not text.isdigit() or at.closed or words.keys[index - 1] == "số"
            return at.index > index
        if not text[0].isalpha():
            return False
        read = self._capitals if words.caps[index] else self._free
        return read(at, start, limit, person_follows=person_follows)

    def _capitals(self, at: _Reading, start: int, limit: int, *, person_follows: bool) -> bool:
        """Take in a run of capitals, up to a person's name in it; after a single one free words may go on."""
        words, index = self.words, at.index
        end = max(run_end(words, index, limit), index + 1)
        end = next((inner for inner in range(index + 1, end) if self._goes_beyond(inner, end)), end)
        cut = split(words, index, end, self.known, after_level=False) if person_follows else end
        if cut == index == start and weigh(words, index, end) < NAME_WEIGHT:
            cut = end
        at.index, at.closed = cut, cut - index > 1 or words.is_abbreviation(index)
        return cut == end

    def _goes_beyond(self, index: int, end: int) -> bool:
        """Tell whether the word of a field begins inside a run of capitals and ends after it ("Hội | Khoa học")."""
        field = self.words.marks[index].get("field")
        return field is not None and index + field.size > end

    def _free(self, at: _Reading, _: int, limit: int, *, person_follows: bool) -> bool:
        words = self.words
        if at.closed:
            end = 0 if person_follows else self._trailing_end(at.index, limit)
            at.index = end or at.index
            return end > 0
        if "stop" in words.marks[at.index] or at.free >= MOST_FREE_WORDS:
            return False
        at.index, at.free = at.index + 1, at.free + 1
        return True

    def _trailing_end(self, index: int, limit: int) -> int:
        """Return where a few words end that a comma, a semicolon or another field closes ("Tổ chức | biên chế | và").

        0 where the lists know one of them, so that a verb may stand among them.
        """
        words = self.words
        for position in range(index, min(limit, index + MOST_TRAILING_WORDS + 1)):
            if words.keys[position] in (",", ";") or (
                words.keys[position] == "và" and "field" in words.marks[position + 1]
            ):
                return position if position > index else 0
            if words.marks[position] or words.caps[position] or not words.texts[position][:1].isalpha():
                return 0
        return 0

    def _is_province(self, index: int) -> bool:
        mark = self.words.marks[index].get("province")
        return mark is not None and mark.size > 1 and self.words.caps[index]

    def _breaks(self, index: int) -> bool:
        words = self.words
        marks = words.marks[index]
        if words.is_hard(index):
            return True
        if not marks:
            return False
        if "honorific" in marks and not (marks["honorific"].size == 1 and words.caps[index]):
            return True
        if "role" in marks and not (marks["role"].value.weak and not words.caps[index]):
            return True
        body = marks.get("body")
        if "level" in marks and words.marks[index + marks["level"].size].get("field") and not words.caps[index]:
            return False
        return "level" in marks or (body is not None and not body.value.weak) or "city" in marks or "of" in marks

    def _is_closed(self, index: int, limit: int) -> bool:
        """Tell whether capitals that are no name end at a comma or the like ("Tổ Toán - Lý, ...")."""
        words, end = self.words, run_end(self.words, index, limit)
        closes = end >= limit or words.is_hard(end) or words.keys[end] == ","
        return closes and "level" not in words.marks[index] and weigh(words, index, end) < 0

    def _binds(self, index: int, limit: int) -> bool:
        """Tell whether a comma, dash, "và" or "&" leads on to another word of the same field."""
        words = self.words
        if index + 1 >= limit or not (words.keys[index] in (",", "và", "&", "/") or words.is_dash(index)):
            return False
        marks = words.marks[index + 1]
        if "role" in marks or "honorific" in marks or "group" in marks:
            return False
        if "field" not in marks:
            joined = words.keys[index] in ("và", "&") or (words.is_dash(index) and self._is_closed(index + 1, limit))
            return joined and words.caps[index + 1] and "body" not in marks
        return "body" not in marks or not words.caps[index + 1]
