"""Extents: from where to where what is said or asked reaches, when a sentence holds several acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tui.model import StatementKind
from tui.parse.sentences import Sentence
from tui.parse.talk.reading import Reading
from tui.parse.talk.requests import Asked, Asking, Tokens
from tui.parse.talk.subjects import Subject, Subjects
from tui.parse.talk.words import Verb

Form = Literal["say", "ask", "promise"]
"""What an act does; a promise that is made while something else is said is not among the acts but beside them."""

_QUOTES = frozenset("“”\"'«»")
_NO_MATTER = frozenset((",", ";", ".", "và", "-", "–", "”", '"', "…"))
_OPENING = frozenset(("“", '"', "«"))
_LONGEST_QUOTE = 600
"""Most tokens of a quotation that stands before its speaker."""

_BRIEF = 14
"""Fewest tokens between two verbs of asking that can be a request of their own, when they ask nobody clearly."""

BY_NAME = frozenset(("person", "group", "anaphor", "role", "self"))
"""Kinds of subjects that stand for a person or group of the record."""


class Act(Struct, frozen=True, gc=False):
    """One verb of speech; spans are indices of tokens, half-open.

    ``subject`` is None where the sentence names none; ``own`` tells that it stands at this verb, not at one before.
    ``content`` is what is said, with the marks at its end; ``asked`` what is asked, ``led`` whether a colon, a comma or
    "rằng" leads in what is said, ``told`` whether "đã" before the verb tells of it as done, ``directed``
    whether the act before asks or directs.
    """

    form: Form
    verb: Tokens
    does: Verb
    subject: Subject | None
    content: Tokens
    own: bool = True
    asked: Asked | None = None
    led: bool = False
    told: bool = False
    directed: bool = False
    kind: StatementKind = "other"

    @property
    def elliptic(self) -> bool:
        """Whether the verb is left out: a second body that is asked, or what follows a name and a colon."""
        return self.verb[0] == self.verb[1]


class Extents:
    """Cuts acts in one reading."""

    def __init__(self, reading: Reading, subjects: Subjects, asking: Asking) -> None:
        """Take the reading, and what tells where clauses begin and who is asked."""
        self.reading = reading
        self.asking = asking
        self.subjects = subjects

    def bounded(self, acts: Sequence[Act], sentence: Sentence) -> Iterator[Act]:
        """Yield the acts with what is said or asked cut where the next act begins."""
        for index, act in enumerate(acts):
            end = self._clause_before(acts[index + 1], act) if index + 1 < len(acts) else sentence.last
            if act.form == "ask":
                loose = act.asked is not None and act.asked.addressee is None and not act.asked.sure
                again = loose and index + 1 < len(acts) and acts[index + 1].form == "ask" and end - act.verb[1] < _BRIEF
                yield from self._parted(self._asked(replace(act, asked=None) if again else act, end))
            elif index + 1 < len(acts) and self.reading.keys[end - 1] == ":" and acts[index + 1].form == "ask":
                yield replace(act, content=(end, end))
            else:
                yield self._told(act, end, sentence)

    def _asked(self, act: Act, end: int) -> Act:
        act = replace(act, content=(act.content[0], end))
        if act.asked is None:
            return act
        begin = act.asked.action[0]
        return replace(act, asked=replace(act.asked, action=(begin, max(begin, end))))

    def _parted(self, act: Act) -> Iterator[Act]:
        """Yield a request, and those after ";" that ask someone else for something."""
        if act.asked is None:
            yield act
            return
        asked, end = act.asked, act.asked.action[1]
        for index in self.reading.semicolons_between(asked.action[0], end):
            if index < asked.action[0]:
                continue
            start = self.subjects.after_openings(index + 1, end)
            names = self.subjects.noun_at(start) is not None or start in self.reading.actors
            other = self.asking.read(start, end) if names else None
            clear = other is not None and other.addressee is not None and start == other.addressee[0]
            if other is not None and clear and self.asking.begins_action(other.action[0]):
                yield replace(act, asked=replace(asked, action=(asked.action[0], index)))
                act = replace(act, verb=(start, start), content=(start, end), own=False)
                asked = other
        yield replace(act, asked=asked)

    def _told(self, act: Act, end: int, sentence: Sentence) -> Act:
        start, last = act.content
        last = min(end, last) if last > start else end
        while start < last and self.reading.keys[start] in (",", ";", "và"):
            start += 1
        if self.reading.phrase(start, last) in self.reading.words.adverbs:
            start = last  # "ghi nhận và biểu dương; đồng thời, yêu cầu ..."
        if last > start and any(word not in _NO_MATTER for word in self.reading.keys[start:last]):
            return replace(act, content=(start, last))
        postposed = self._postposed(act, sentence) if end == sentence.last else None
        return postposed or replace(act, content=(start, start))

    def _clause_before(self, act: Act, previous: Act) -> int:
        """Return where what was said before an act ends: before its subject, "đồng thời", comma or "và"."""
        own = act.own and act.subject is not None
        start = act.subject.first if own and act.subject is not None else act.verb[0]
        if act.does.need and act.asked is not None and act.asked.addressee is not None:
            start = act.asked.addressee[0]
        start = self.subjects.skip_adverbs(start, previous.verb[1])
        clause = self.subjects.clause_start(start, previous.verb[1])
        opening = self.reading.words.openings.match(self.reading.keys, clause)
        linked = self.reading.key(clause - 1) == "," and opening is not None and opening[1] == "connective"
        if linked or self.subjects.after_openings(clause, start) == start:
            start = clause
        while start > previous.verb[1] and self.reading.keys[start - 1] in (",", ";", "và"):
            start -= 1
        return start

    def _postposed(self, act: Act, sentence: Sentence) -> Act | None:
        """Return an act whose words stand before it, as in "“...”, ông X nói"."""
        subject = act.subject
        if subject is None or subject.kind not in BY_NAME or subject.first - 1 <= sentence.first:
            return None
        before = self.reading.key(subject.first - 1)
        end = subject.first - 1 if before in (",", "-", "–") else subject.first
        quoted = end > sentence.first and self.reading.keys[end - 1] in _QUOTES
        if before not in (",", "-", "–", "”", '"') or (act.does.weak and not quoted):
            return None
        start = sentence.first
        if quoted:
            earliest = max(-1, end - _LONGEST_QUOTE)
            opens = (index for index in range(end - 2, earliest, -1) if self.reading.keys[index] in _OPENING)
            start = next(opens, start)
        return replace(act, content=(start, end))
