"""Subjects: who stands before a verb of speech, and how surely.

A subject is found by looking back from the verb: over adverbs, over a role or "thay mặt ..." behind the name, to a
person or group in its place, to a bare "đồng chí" or a role that only one person holds, or to a noun for people, papers
or bodies that are not known by name. What is found nowhere is no subject: a wrong speaker is worse than none.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from tui.model import Person
from tui.parse.talk.reading import Actor, Reading
from tui.parse.talk.words import Noun
from tui.text.regex import regex
from tui.text.spelling import key

Kind = Literal["person", "group", "anaphor", "role", "self", "people", "documents", "bodies"]

_CLAUSE = frozenset((",", ";", ":", "(", ")", "“", "”", '"', "…", ".", "/"))
_HARD = frozenset((";", ":", ".", "…", "“", "”"))
_CLOSING = frozenset((",", ")", "-", "–", "—"))
_DASHES = frozenset(("-", "–", "—"))
_FINITE = frozenset(("đã", "sẽ", "đang", "là", "bị", "nhằm", "để", "mà", "vì", "khi", "nếu", "do", "khiến"))
_LINKS = frozenset(("và", "thì", "nên", "nhưng", "rằng", "là", "+", "*", "•", ","))
_JOINING = frozenset(("và", "cùng"))
_WORDS = regex(r"\w+|[^\w\s]")
_FARTHEST = 150
"""Most tokens of a clause, or of a list before a verb, that are looked at."""
_LONGEST = 26
"""Most tokens of a noun phrase that is a subject, and of what may stand between a name and its verb."""


class Subject(Struct, frozen=True, gc=False):
    """Who speaks or is asked: token indices, half-open; ``id`` of a person or group, of ``role`` the one who holds it.

    ``anaphor`` is a bare honorific (``key`` tells which), ``self`` is "chúng tôi"; ``people``, ``documents`` and
    ``bodies`` have no id.
    """

    first: int
    last: int
    kind: Kind
    id: str | None = None
    key: str = ""


class Subjects:
    """Looks for subjects in one reading."""

    def __init__(self, reading: Reading) -> None:
        """Take the reading, and note who holds which role."""
        self.reading = reading
        self.roles = _roles(reading.entities.people)

    def before(self, verb: int, floor: int) -> Subject | None:
        """Return the subject of a verb that begins at a token; ``floor`` is the first token that may belong to it."""
        end = self.skip_adverbs(verb, floor)
        if end <= floor:
            return None
        actor = self.reading.endings.get(end)
        if actor is None and self.reading.keys[end - 1] in _CLOSING:
            actor = self.reading.endings.get(end - 1)
        if actor is not None and actor.first >= floor and actor.cast != "body":
            return self._actor(actor, floor)
        return self._bare(end, floor) or self._behind(end, floor) or self._noun(end, floor)

    def at(self, first: int, last: int) -> Subject | None:
        """Return who is named by the words between two tokens ("theo ông X, ...")."""
        actor = self.reading.actors.get(first)
        if actor is not None and actor.cast != "body":
            return Subject(actor.first, actor.last, "person" if actor.cast == "person" else "group", actor.ids[0])
        bare = self._bare(last, first)
        if bare is not None and bare.first == first:
            return bare
        found = self.noun_at(first)
        return Subject(first, last, found[1]) if found is not None and found[1] != "documents" else None

    def skip_adverbs(self, index: int, floor: int) -> int:
        """Return where the adverbs before a token begin."""
        adverbs, keys, ends = self.reading.words.adverbs, self.reading.keys, self.reading.words.adverb_ends
        while index > floor and keys[index - 1] in ends:
            for length in (3, 2, 1):
                if index - length >= floor and " ".join(keys[index - length : index]) in adverbs:
                    index -= length
                    break
            else:
                return index
        return index

    def noun_at(self, index: int) -> tuple[int, Noun] | None:
        """Return the noun for people, papers or bodies that begins at a token (after "các", "một số"), and its end."""
        words, keys = self.reading.words, self.reading.keys
        position, several = index, False
        if self.reading.key(index) not in words.noun_starts:
            return None
        while plural := words.plurals.match(keys, position):
            position += plural[0]
            several = True
        found = words.nouns.match(keys, position)
        if found is not None:
            return (position + found[0], found[1]) if found[1] is not None else None
        body = words.body_nouns.match(keys, position)
        if body is None or not (several or self._is_name(position, position + body[0])):
            return None
        return position + body[0], "bodies"

    def list_start(self, first: int, floor: int) -> int:
        """Return where a list begins whose last part begins at a token ("các cấp, các ngành")."""
        reading = self.reading
        floor = max(floor, first - _FARTHEST)
        while first - 1 > floor and reading.key(first - 1) == ",":
            start = self.clause_start(first - 1, floor)
            start = self.after_openings(start, first - 1)
            noun = self.body_at(start)
            if noun is None or self._tells(noun, first - 1):
                return first
            first = start
        return first

    def body_at(self, index: int) -> int | None:
        """Return where someone's place or noun ends that begins at a token; the noun could be another word, too."""
        words, actor = self.reading.words, self.reading.actors.get(index)
        if actor is not None:
            return actor.last
        found = self.noun_at(index)
        if found is not None or words.nouns.match(self.reading.keys, index) is not None:
            return found[0] if found is not None else None
        body = words.body_nouns.match(self.reading.keys, index)
        return index + body[0] if body is not None else None

    def clause_start(self, end: int, floor: int) -> int:
        """Return where the clause begins that ends before a token; commas inside places don't part it."""
        reading, index = self.reading, end
        floor = max(floor, end - _FARTHEST)
        while index > floor:
            actor = reading.endings.get(index)
            if actor is not None and actor.first >= floor:
                index = actor.first
            elif reading.keys[index - 1] in _CLAUSE:
                break
            else:
                index -= 1
        return index

    def after_openings(self, start: int, end: int) -> int:
        """Return the first token of a clause after connectives, adverbs and marks."""
        reading, openings = self.reading, self.reading.words.openings
        while start < end:
            key = reading.keys[start]
            opening = openings.match(reading.keys, start) if key in openings.firsts else None
            if opening is not None and opening[1] == "connective" and start + opening[0] < end:
                start += opening[0]
            elif key in _DASHES or key in _LINKS:
                start += 1
            else:
                return start
        return start

    def _is_name(self, first: int, last: int) -> bool:
        """Tell whether a noun is the head of a name: a capital that does not come from the sentence's beginning."""
        reading = self.reading
        if not reading.capital(first):
            return False
        inside = first > 0 and reading.keys[first - 1][-1].isalnum()
        after = reading.key(last)
        return inside or reading.capital(last) or after == "cần" or after in reading.words.adverbs

    def _actor(self, actor: Actor, floor: int) -> Subject | None:
        reading = self.reading
        before = reading.key(actor.first - 1) if actor.first > floor else ""
        if before in reading.words.prepositions:
            return None
        other = reading.endings.get(actor.first - 1)
        if before in _JOINING or self._listed(actor, floor):
            return Subject(other.first if other is not None else actor.first, actor.last, "people")
        kind: Kind = "person" if actor.cast == "person" else "group"
        return Subject(actor.first, actor.last, kind, actor.ids[0])

    def _listed(self, actor: Actor, floor: int) -> bool:
        """Tell whether another person stands just before, parted by a comma only: two subjects, or none."""
        other = self.reading.endings.get(actor.first - 1)
        if other is None or other.cast != "person" or self.reading.key(actor.first - 1) not in (",", ";"):
            return False
        before = self.reading.key(other.first - 1) if other.first > floor else ""
        return before in ("", ",", ";", ":")

    def _bare(self, end: int, floor: int) -> Subject | None:
        """Return a bare honorific or a role without a name, at the beginning of a clause."""
        reading = self.reading
        start = self.after_openings(self.clause_start(end, floor), end)
        phrase = reading.phrase(start, end)
        if phrase in reading.words.anaphors:
            return Subject(start, end, "anaphor", key=phrase)
        if phrase in reading.words.speakers:
            return Subject(start, end, "self")
        for title in (2, 1):
            if reading.phrase(start, start + title) in reading.words.titles:
                phrase = reading.phrase(start + title, end)
                break
        holder = self.roles.get(phrase)
        if holder is None:
            return None
        return Subject(start, end, "role", holder) if holder else Subject(start, end, "people")

    def _behind(self, end: int, floor: int) -> Subject | None:
        """Return a person or group with a role, a place or "thay mặt ..." between the name and the verb."""
        reading = self.reading
        for index in range(end - 1, max(floor, end - _LONGEST) - 1, -1):
            if reading.key(index) in _HARD:
                return None
            actor = reading.endings.get(index)
            if actor is None or actor.cast == "body":
                continue
            return self._actor(actor, floor) if self._is_gap(index, end) else None
        return None

    def _is_gap(self, first: int, last: int) -> bool:
        keys = self.reading.keys
        opener = keys[first]
        if opener == "(":
            return keys[last - 1] == ")"
        if opener in (",", *_DASHES):
            inner = first + 1
            return (
                keys[last - 1] == ","
                and last - 1 > inner
                and (self.noun_at(inner) is not None or self.reading.capital(inner))
                and _FINITE.isdisjoint(keys[inner:last])
            )
        pair = f"{opener} {keys[first + 1]}" if first + 1 < last else ""
        return pair in ("thay mặt", "đại diện") or (opener in ("tại", "khi", "trong") and "đã" not in keys[first:last])

    def _noun(self, end: int, floor: int) -> Subject | None:
        reading = self.reading
        clause = self.clause_start(end, floor)
        start = self.after_openings(clause, end)
        if end - start > _LONGEST or start >= end or reading.keys[end - 1] in _JOINING:
            return None
        found = self.noun_at(start)
        if found is None and start in reading.actors and reading.actors[start].cast == "body":
            found = reading.actors[start].last, "bodies"
        if found is None:
            start, found = self._people_after_cue(clause, start, end)
        if found is None or self._tells(found[0], end):
            return None
        if start > floor and reading.keys[start - 1] == ",":
            first = self.list_start(start, floor)
            if first == start and self._is_tail(start, floor, found[1]):
                return None
            start, found = first, self.noun_at(first) or found
        return Subject(start, end, found[1])

    def _is_tail(self, start: int, floor: int, noun: Noun) -> bool:
        """Tell whether a noun after a comma ends a list that is no subject ("nghe các xã, thị trấn báo cáo")."""
        reading = self.reading
        before = self.clause_start(start - 1, floor)
        for index in range(before, start - 2):
            governed = self.body_at(index + 1) if reading.keys[index] in reading.words.prepositions else None
            if governed is not None and not self._tells(governed, start - 1):
                return True
        if noun != "bodies" or reading.capital(start) or start in reading.actors:
            return False
        opening = reading.words.openings.match(reading.keys, before)
        opened = opening is not None and opening[1] != "narrator"
        return not opened and reading.words.plurals.match(reading.keys, start) is None

    def _tells(self, first: int, last: int) -> bool:
        """Tell whether the words after a noun tell what it does, so that the verb after them is not its own."""
        reading, words, index = self.reading, self.reading.words, first
        while index < last:
            skipped = words.compounds.match(reading.keys, index) or words.modifiers.match(reading.keys, index)
            if skipped is not None:
                index += skipped[0]
                continue
            if index in reading.taken or reading.capital(index):
                index += 1
                continue
            if reading.keys[index] in _FINITE or words.actions.match(reading.keys, index):
                return True
            index += 1
        return False

    def _people_after_cue(self, clause: int, start: int, end: int) -> tuple[int, tuple[int, Noun] | None]:
        """Return where people begin after "Tại hội nghị" without a comma."""
        opening = self.reading.words.openings.match(self.reading.keys, clause)
        if opening is not None and opening[1] == "session":
            for index in range(start, end):
                found = self.noun_at(index)
                if found is not None and found[1] == "people":
                    return index, found
        return start, None


def _roles(people: tuple[Person, ...]) -> dict[str, str]:
    """Return who holds a role, by its words as written and completed; empty where several do."""
    holders: dict[str, str] = {}
    for person in people:
        for membership in person.memberships:
            for label in {key(membership.label), key(membership.label_norm)}:
                words = " ".join(_WORDS.findall(label))
                holders[words] = person.id if holders.get(words, person.id) == person.id else ""
    return holders
