"""Requests: from the words after a verb of asking to who is asked and for what."""

from __future__ import annotations

from msgspec import Struct

from tui.parse.talk.reading import Reading
from tui.parse.talk.subjects import Subjects
from tui.text.fold import slug

Tokens = tuple[int, int]
"""Indices of tokens, half-open."""

_ENDS = frozenset((";", ":", ".", "…", "“", "”", "?", "!", ")"))
_TRAILING = frozenset((".", ",", ";", ":", "/", "…", "”", '"', "-", "–"))
_SKIPPED = frozenset((",", ":", "“", '"', "-", "–", "+"))
_TELLING = frozenset(
    ("chưa", "đã", "đang", "còn", "vẫn", "rất", "đều", "là", "bị", "vì", "để", "nhằm", "mà", "khi", "do")
)
"""Words that tell how things are: what they follow is not asked."""
_JOINTS = frozenset((",", ";", "và", "cùng", "với", "&", "-", "–"))
_FILLING = 12
"""Most tokens of fillers before what is asked."""
_FRONTED = 20
"""Most tokens of the words for who is asked where they begin the sentence."""
_NAMED = 6
"""Most words in capitals that name someone whom no list knows."""
_LONGEST = 60
"""Most tokens of the words for who is asked."""


class Asked(Struct, frozen=True, gc=False):
    """What is asked of whom: spans of tokens; ``sure`` when it begins with a verb that the word lists know."""

    addressee: Tokens | None
    action: Tokens
    sure: bool


class Asking:
    """Reads requests in one reading."""

    def __init__(self, reading: Reading, subjects: Subjects) -> None:
        """Take the reading, and the subjects whose nouns the addressees share."""
        self.reading = reading
        self.subjects = subjects

    def read(self, first: int, last: int) -> Asked | None:
        """Return what the tokens after a verb of asking say; None when nothing is asked there."""
        start = self._after_fillers(first, last)
        if start >= last:
            return None
        if self.begins_action(start):
            return Asked(None, (start, last), sure=True)
        addressee = self._addressee_end(start, last) or self._unknown_end(start, last)
        if addressee is None:
            actor = self.reading.actors.get(start)
            if actor is None or actor.last >= last or self.reading.key(actor.last) in _ENDS:
                return None
            rest = self._after_fillers(actor.last, last)
            return Asked((start, actor.last), (rest, last), sure=False) if rest < last else None
        action = self._after_fillers(addressee, last)
        return Asked((start, addressee), (action, last), sure=True)

    def after_need(self, first: int, last: int) -> int | None:
        """Return where what is needed begins, after "cần" or "phải"; None when nothing follows."""
        start = self._after_fillers(first, last)
        return start if start < last and self.reading.key(start)[:1].isalnum() else None

    def fronted(self, first: int, last: int) -> Tokens | None:
        """Return the words for who is asked where a sentence begins with them: "Đối với UBND huyện, ..."."""
        reading = self.reading
        start = first
        while start < last and reading.keys[start] in _SKIPPED:
            start += 1
        if reading.phrase(start, start + 2) not in ("đối với", "về phía"):
            return None
        start += 2
        ends = (
            i for i in range(start, min(last, start + _FRONTED)) if reading.keys[i] == "," and i not in reading.taken
        )
        end = next(ends, start)
        return (start, end) if end > start and self.subjects.body_at(start) is not None else None

    def begins_action(self, index: int) -> bool:
        """Tell whether a verb of doing begins at a token."""
        reading = self.reading
        if index in reading.actors:
            return False
        found = reading.words.actions.match(reading.keys, index)
        if found is None or self._tells_of_some(index, found[0]):
            return False
        noun = self.subjects.noun_at(index)
        return noun is None or noun[0] - index <= found[0]

    def _tells_of_some(self, index: int, length: int) -> bool:
        """Tell whether "có" says that there are some ("Có một số nghị quyết đã ban hành"), which asks for nothing."""
        keys, after = self.reading.keys, index + length
        if keys[index:after] != ["có"] or after >= len(keys):
            return False
        return keys[after].isdigit() or self.reading.words.plurals.match(keys, after) is not None

    def action(self, first: int, last: int) -> tuple[Tokens, Tokens | None]:
        """Return what is asked without the marks at its end, and the marks that leave it open ("...", "v.v.")."""
        reading, end = self.reading, last
        while end > first and (reading.keys[end - 1] in _TRAILING or self._and_so_on(end - 1, first)):
            end -= 1
        marks = reading.keys[end:last]
        dots = "".join(marks).split("/")[0]
        if "…" not in dots and "..." not in dots and "v" not in dots:
            return (first, end), None
        stop = last
        while stop > end and reading.keys[stop - 1] in ("/", "”", '"'):
            stop -= 1
        return (first, end), (end, stop)

    def items(self, first: int, last: int) -> list[Tokens]:
        """Return the parts of what is asked, at ";"; none when it is one."""
        reading, cuts = self.reading, self.reading.semicolons_between(first, last)
        if not cuts:
            return []
        colon = next((index for index in range(first, cuts[0]) if reading.keys[index] == ":"), last)
        if colon < last and reading.keys[colon - 1] in ("gồm", "xã", "đơn"):
            return []
        parts: list[Tokens] = []
        for start, end in zip([first, *(cut + 1 for cut in cuts)], [*cuts, last], strict=True):
            while start < end and reading.keys[start] in _SKIPPED:
                start += 1  # noqa: PLW2901
            while end > start and reading.keys[end - 1] in _TRAILING:
                end -= 1  # noqa: PLW2901
            if start < end:
                parts.append((start, end))
        return parts if len(parts) > 1 else []

    def addressees(self, first: int, last: int) -> tuple[str, ...]:
        """Return the ids of who is asked; words that stand for nobody in the record give their slug."""
        reading, found = self.reading, list[str]()
        position = rest = first
        while position <= last:
            actor = reading.actors.get(position) if position < last else None
            if actor is None and position < last:
                position += 1
                continue
            words = slug(_bare(reading.text(rest, position))) if rest < position else ""
            if actor is not None and words and actor.cast == "body" and reading.keys[position - 1] not in _JOINTS:
                found.append(slug(reading.text(rest, actor.last)))  # "hai ban HĐND xã": not the council itself
                position = rest = actor.last
                continue
            if words and (not found or self._is_list(rest, position)):
                found.append(words)
            if actor is None:
                break
            found.extend(actor.ids)
            position = rest = actor.last
        return tuple(dict.fromkeys(found))

    def _is_list(self, first: int, last: int) -> bool:
        """Tell whether words after a known addressee name more of them ("UBND tỉnh, các sở, ngành")."""
        start = first
        while start < last and self.reading.keys[start] in (",", "và", "cùng", "&"):
            start += 1
        return first < start < last and self.subjects.noun_at(start) is not None

    def _addressee_end(self, start: int, last: int) -> int | None:
        """Return where the words for who is asked end, before the verb of what is asked; None if they don't."""
        keys = self.reading.keys
        if self.subjects.body_at(start) is None:
            return None
        end = self._scan_addressee(start, last)
        while end is not None and end > start and keys[end - 1] in (",", "và"):
            end -= 1
        return end

    def _unknown_end(self, start: int, last: int) -> int | None:
        """Return where words in capitals end that no list knows, right before what is asked ("Đồn | tiếp tục")."""
        reading = self.reading
        if start == 0 or not reading.keys[start - 1][-1].isalnum():
            return None
        end = start
        while end < min(last, start + _NAMED) and reading.capital(end) and end not in reading.actors:
            end += 1
        return end if start < end < last and reading.keys[end - 1].isalpha() and self._ends_addressee(end) else None

    def _scan_addressee(self, start: int, last: int) -> int | None:
        reading, words, keys = self.reading, self.reading.words, self.reading.keys
        position, end = start, min(last, start + _LONGEST)
        while position < end and keys[position] not in _TELLING and keys[position] not in _ENDS:
            actor = reading.actors.get(position)
            if actor is not None:
                position = actor.last
                if self._acts(position, last):
                    return position
                continue
            skipped = words.compounds.match(keys, position) or words.modifiers.match(keys, position)
            if skipped is not None:
                position += skipped[0]
                continue
            if position > start and self._ends_addressee(position):
                return position
            noun = self.subjects.noun_at(position)
            position = noun[0] if noun is not None else position + 1
        return position if position < end and keys[position] == ":" and position > start else None

    def _ends_addressee(self, index: int) -> bool:
        """Tell whether a token begins what is asked, or words before it."""
        reading, words, keys = self.reading, self.reading.words, self.reading.keys
        if words.before_addressee.match(keys, index) or words.modals.match(keys, index):
            return True
        if words.topics.match(keys, index):
            return True
        return not reading.capital(index) and words.actions.match(keys, index) is not None

    def _acts(self, index: int, last: int) -> bool:
        """Tell whether a verb that no list knows follows someone's name: what is asked."""
        words, keys = self.reading.words, self.reading.keys
        return (
            index < last
            and keys[index].isalpha()
            and not self.reading.capital(index)
            and keys[index] not in _TELLING
            and index not in self.reading.taken
            and not words.modifiers.match(keys, index)
            and not words.nouns.match(keys, index)
            and not words.plurals.match(keys, index)
            and not words.before_addressee.match(keys, index)
            and not words.modals.match(keys, index)
            and not words.compounds.match(keys, index)
        )

    def _after_fillers(self, start: int, last: int) -> int:
        """Return the first token after marks, "với", "trong thời gian tới", "cần" and the like."""
        words, keys = self.reading.words, self.reading.keys
        end = min(last, start + _FILLING)
        while start < end:
            found = words.before_addressee.match(keys, start) or words.modals.match(keys, start)
            if found is not None:
                start += found[0]
            elif keys[start] in _SKIPPED:
                start += 1
            else:
                return start
        return start

    def _and_so_on(self, index: int, first: int) -> bool:
        keys = self.reading.keys
        if keys[index] != "v":
            return False
        return (index - 2 >= first and keys[index - 1] == "." and keys[index - 2] == "v") or (
            index + 1 < len(keys) and keys[index + 1] == "."
        )


def _bare(words: str) -> str:
    return words.strip(" ,;:-–")
