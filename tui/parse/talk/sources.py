"""Sources: sentences that name who speaks without a verb of speech, by "theo ..." or by a name and a colon."""

from __future__ import annotations

from tui.model import StatementKind
from tui.parse.sentences import Sentence
from tui.parse.talk.extents import Act
from tui.parse.talk.reading import Reading
from tui.parse.talk.subjects import Subject, Subjects
from tui.parse.talk.words import Verb

_TELLING = 8
"""Fewest tokens after a name and a colon that can be what is told; fewer are a role or a caption."""
_ABOUT = 30
"""Most tokens between "theo" and the comma after whom it names."""


class Sources:
    """Finds such sentences in one reading."""

    def __init__(self, reading: Reading, subjects: Subjects) -> None:
        """Take the reading, and who tells whom words name."""
        self.reading = reading
        self.subjects = subjects

    def find(self, sentence: Sentence, lead: int) -> Act | None:
        """Return the act of a sentence whose first word after its openings is at ``lead``; None if it has a verb."""
        return self._according(sentence, lead) or self._colon(sentence, lead)

    def _according(self, sentence: Sentence, lead: int) -> Act | None:
        """Return what is said "theo ..." someone or some paper, at the beginning of the sentence or after a topic."""
        reading, words = self.reading, self.reading.words
        start = lead
        if reading.key(start) != "theo":
            start = self._about(sentence)
        if start >= sentence.last:
            return None
        after = start + 1
        noun = words.sources.match(reading.keys, after)
        if noun is not None:
            after += noun[0]
            if reading.key(after) in ("của", "từ"):
                after += 1
        comma = next((i for i in range(after, min(after + _ABOUT, sentence.last)) if self._parts(i)), None)
        if comma is None:
            return None
        subject = self.subjects.at(after, comma)
        if subject is None:
            if noun is None:
                return None
            subject = Subject(after - 1, comma, "documents")
        kind: StatementKind = "report" if noun is not None else "opinion"
        verb = Verb(say=kind)
        return Act("say", (start, start + 1), verb, subject, (comma + 1, comma + 1), led=True, kind=kind)

    def _colon(self, sentence: Sentence, lead: int) -> Act | None:
        """Return what follows a name and a colon, as newspapers print what they were told."""
        actor = self.reading.actors.get(lead)
        if actor is None or actor.cast != "person" or self.reading.key(actor.last) != ":":
            return None
        start = actor.last + 1
        if sentence.last - start < _TELLING:
            return None
        subject = Subject(actor.first, actor.last, "person", actor.ids[0])
        return Act("say", (actor.last, actor.last), Verb(say="other"), subject, (start, start), led=True)

    def _about(self, sentence: Sentence) -> int:
        """Return the "theo" after a topic and a comma, before someone by name; the sentence's end if there is none."""
        keys = self.reading.keys
        for actor in self.reading.people_between(sentence.first + 2, sentence.last):
            if keys[actor.first - 1] == "theo" and keys[actor.first - 2] == ",":
                return actor.first - 1
        return sentence.last

    def _parts(self, index: int) -> bool:
        """Tell whether a token is a comma that is not inside the words for someone."""
        return self.reading.keys[index] in (",", ":") and index not in self.reading.taken
