"""The discourse of an article: who has the floor, paragraph by paragraph, and what each says, asks and promises.

A speaker who is named at a verb has the floor until the reporter takes it back (a new subject, "Tại buổi ...", a list
of who attended, a heading). Over a paragraph's end it is kept only where the article reports one speech at length: a
report of the supervised side, and closing words. In doubt nobody has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.model import Attribution, Mention
from tui.parse.layout import Layout, Line
from tui.parse.sentences import Sentence, sentences
from tui.parse.talk.acts import Heard, Hearing
from tui.parse.talk.extents import Act
from tui.parse.talk.notes import Floor, Keeps, Notes
from tui.parse.talk.reading import Reading
from tui.parse.talk.requests import Asked
from tui.parse.talk.subjects import Subject
from tui.parse.talk.words import Opening, Verb

_BULLETS = frozenset(("-", "–", "•", "+", "*", "—"))
_CLOSING = ("kết luận", "bế mạc")


class Voiced(Struct):
    """What was heard in one paragraph: who speaks, by which acts, and the verbs that open its sentences.

    ``discussing``: it tells of a discussion; ``closing``: of closing words; ``carried``: the first speaker is that of
    the paragraph before.
    """

    lines: tuple[Line, ...]
    speakers: list[str | None] = []
    acts: list[Act] = []
    cues: list[Verb] = []
    discussing: bool = False
    closing: bool = False
    carried: bool = False


class Discourse:
    """Reads an article's paragraphs in order and collects what is said in them."""

    def __init__(self, reading: Reading, layout: Layout) -> None:
        """Take the reading and its paragraphs."""
        self.reading = reading
        self.layout = layout
        self.hearing = Hearing(reading)
        self.people = {person.id: person for person in reading.entities.people}
        self.voiced: list[Voiced] = []
        self.anaphors: list[tuple[str, Mention]] = []
        self.parts: list[tuple[str, str]] = []
        self._floor: Floor | None = None
        self._person: str | None = None
        stop = reading.page.token_range(*layout.end_mark).start if layout.end_mark else len(reading.keys)
        self.notes = Notes(reading, self.hearing.asking, stop)

    def listen(self) -> None:
        """Read all paragraphs of the body; lines that a page parted within a paragraph are read as one."""
        listed = False
        for lines in self._paragraphs():
            voiced = Voiced(lines)
            self.voiced.append(voiced)
            start, end = lines[0].start, lines[-1].end
            span = self.reading.page.token_range(start, end)
            if lines[0].kind in ("attendance", "heading"):
                self._floor = self._person = None
                listed = False
                continue
            item = listed or self._is_item(span.start)
            self._enter(lines[0], item=item)
            for sentence in sentences(self.reading.page, start, end):
                self._sentence(sentence, voiced, item=item)
            listed = self.reading.keys[span.stop - 1] in (":", ";")

    def _is_item(self, index: int) -> bool:
        """Tell whether a paragraph begins like a part of a list: a bullet, a number, "Một là"."""
        reading = self.reading
        numbered = (reading.keys[index].isdigit() or len(reading.keys[index]) == 1) and reading.key(index + 1) in (
            ".",
            ")",
        )
        ordinal = reading.words.ordinals.match(reading.keys, index)
        return reading.keys[index] in _BULLETS or numbered or ordinal is not None

    def _paragraphs(self) -> Iterator[tuple[Line, ...]]:
        """Yield the body's lines, those together that go on from one to the next with nothing between."""
        together: list[Line] = []
        for line in self.layout.lines:
            if line.zone != "body":
                if together:
                    yield tuple(together)
                together = []
            elif line.continues and together:
                together.append(line)
            else:
                if together:
                    yield tuple(together)
                together = [line]
        if together:
            yield tuple(together)

    def _enter(self, line: Line, *, item: bool) -> None:
        """Let the speaker of the paragraph before keep the floor in a new one, or take it from him."""
        floor = self._floor
        if floor is None:
            return
        floor.saying = None
        if not item:
            floor.listing = None
            if floor.keeps == "paragraph" and not line.continues:
                self._floor = None

    def _sentence(self, sentence: Sentence, voiced: Voiced, *, item: bool) -> None:
        heard = self.hearing.hear(sentence)
        if heard.cue_verb is not None:
            voiced.cues.append(heard.cue_verb)
            voiced.discussing = voiced.discussing or self._discusses(sentence, heard)
        opening = self._opening(sentence)
        acts: list[Act] = []
        unclear = heard.unclear
        for act in heard.acts:
            if self._counts(act, opening):
                acts.append(act)
            else:
                unclear = unclear or (act.led and act.own)
        if unclear and not acts:
            self._floor = None
        if not acts:
            self._plain(sentence, opening, voiced, item=item)
        for act in acts:
            self._act(act, heard, opening, voiced)
        if unclear:
            self._floor = None
        for act in (*heard.acts, *heard.promises):
            if act.does.promise:
                self.notes.promise(act, self._floor, *self._promiser(act))

    def _discusses(self, sentence: Sentence, heard: Heard) -> bool:
        cue = heard.cue
        return cue is not None and cue[0] == sentence.first and self.reading.phrase(*cue) == "thảo luận"

    def _opening(self, sentence: Sentence) -> Opening | None:
        found = self.reading.words.openings.match(self.reading.keys, sentence.first)
        return found[1] if found is not None else None

    def _counts(self, act: Act, opening: Opening | None) -> bool:
        """Tell whether an act is speech at the session: not what bodies did before, nor a need that nobody states."""
        subject, floor = act.subject, self._floor
        if act.does.must and not act.directed and (floor is None or floor.asking is None):
            return False
        if subject is not None and subject.kind == "self" and floor is None:
            return False
        if subject is None:
            return (not act.does.need and act.own) or (floor is not None and opening != "session")
        if subject.kind not in ("bodies", "documents") or act.verb[0] < subject.first:
            return True
        if opening == "session":
            return not (act.told and act.form == "ask")
        return not act.told and (floor is None or act.form == "ask")

    def _act(self, act: Act, heard: Heard, opening: Opening | None, voiced: Voiced) -> None:
        if act.subject is None and opening == "session":
            self._floor = None
        before = self._floor
        speaker, attribution = self._resolve(act)
        carried = attribution == "carried_over"
        if not carried and (before is None or act.own or before.speaker != speaker):
            self._take(speaker, act, heard, opening)
        floor = self._floor = self._floor or Floor(speaker)
        if speaker is None and act.own and act.subject is not None:
            floor.words = act.subject
        voiced.closing = voiced.closing or self._closes(act, heard)
        self._take_part(speaker, act, heard, attribution)
        note = self.notes.ask if act.form == "ask" else self.notes.say
        if note(act, floor, speaker, attribution) or speaker is not None:
            voiced.carried = voiced.carried or (carried and not voiced.speakers)
            voiced.acts.append(act)
            voiced.speakers.append(speaker)

    def _take(self, speaker: str | None, act: Act, heard: Heard, opening: Opening | None) -> None:
        """Give someone the floor; one who has it already keeps what he was saying."""
        floor = self._floor
        keeps = self._keeps(speaker, act, heard, opening)
        if floor is not None and floor.speaker == speaker and speaker is not None:
            floor.keeps = max(floor.keeps, keeps, key=("paragraph", "linked", "report").index)
            floor.listing = floor.asking = None
            return
        self._floor = Floor(speaker, keeps=keeps)

    def _keeps(self, speaker: str | None, act: Act, heard: Heard, opening: Opening | None) -> Keeps:
        if speaker is None:
            return "paragraph"
        if self._closes(act, heard) or (speaker in self.people and self.people[speaker].is_chair):
            return "linked"
        if self.notes.sides.get(speaker) != "supervised" or act.form != "say" or act.kind != "report":
            return "paragraph"
        return "report" if opening == "session" or "báo cáo" in self._verb_words(act) else "linked"

    def _closes(self, act: Act, heard: Heard) -> bool:
        words = self._verb_words(act)
        if heard.cue is not None:
            words += " " + self.reading.phrase(*heard.cue)
        return any(word in words for word in _CLOSING)

    def _verb_words(self, act: Act) -> str:
        return self.reading.phrase(*act.verb)

    def _resolve(self, act: Act) -> tuple[str | None, Attribution]:
        """Return who does an act and how surely; a bare honorific is the last person who was a subject."""
        subject = act.subject
        asks_on = act.form == "ask" and not act.own and self._floor is not None and self._floor.asking is not None
        if subject is None or subject.kind == "self" or (asks_on and (act.does.need or act.elliptic)):
            return (self._floor.speaker if self._floor else None), "carried_over"
        if subject.kind in ("person", "group"):
            if subject.kind == "person":
                self._person = subject.id
            return subject.id, "explicit"
        if subject.kind == "role":
            self._person = subject.id
            self._mention(subject, act)
            return subject.id, "anaphor"
        if subject.kind == "anaphor":
            if self._person is None or not self._fits(subject, self._person):
                return None, "anaphor"
            self._mention(subject, act)
            return self._person, "anaphor"
        return None, "explicit"

    def _promiser(self, act: Act) -> tuple[str | None, Attribution]:
        """Return who promises and how surely, without a mention of its own."""
        subject = act.subject
        if subject is not None and subject.kind == "anaphor":
            fits = self._person is not None and self._fits(subject, self._person)
            return self._person if fits else None, "anaphor"
        if subject is not None and subject.kind != "self":
            return subject.id, "anaphor" if subject.kind == "role" else "explicit"
        return self._floor.speaker if self._floor else None, "carried_over"

    def _fits(self, subject: Subject, person: str) -> bool:
        """Tell whether a bare honorific can mean a person: "bà" is nobody who was called "ông"."""
        gender = self.reading.words.anaphors[subject.key]
        prefixes = {mention.honorific_prefix for mention in self.people[person].mentions if mention.honorific_prefix}
        genders = {self.reading.words.anaphors.get(prefix.lower(), "any") for prefix in prefixes} - {"any"}
        return gender == "any" or not genders or gender in genders

    def _mention(self, subject: Subject, act: Act) -> None:
        person = subject.id if subject.kind == "role" else self._person
        if person is None or not act.own:
            return
        place = self.reading.page.select(self.reading.start(subject.first), self.reading.end(subject.last))
        honorific = place.exact if subject.kind == "anaphor" else None
        mention = Mention(
            zone="body",
            form="ANAPHOR",
            selector=place,
            name_selector=None,
            honorific_prefix=honorific,
            role_selectors=(),
        )
        self.anaphors.append((person, mention))

    def _take_part(self, speaker: str | None, act: Act, heard: Heard, attribution: Attribution) -> None:
        """Note what a person does at the session, in the article's words: the verb that opens, and the verb itself."""
        if speaker not in self.people or speaker is None or attribution == "carried_over":
            return
        if heard.cue is not None and act.own:
            cue = self.reading.text(*heard.cue)
            self.parts.append((speaker, cue[:1].lower() + cue[1:]))
        if not act.does.need and act.subject is not None and act.subject.last <= act.verb[0] and not act.elliptic:
            self.parts.append((speaker, self.reading.text(*act.verb)))

    def _plain(self, sentence: Sentence, opening: Opening | None, voiced: Voiced, *, item: bool) -> None:
        """Read a sentence without a verb of speech: who has the floor goes on, or the reporter tells something."""
        floor = self._floor
        reads = opening in ("session", "narrator") and not item
        if floor is None or reads or self._hands_over(sentence, floor):
            self._floor = None
            self._notice(sentence)
            return
        lead = self.hearing.lead(sentence)
        asked = self._goes_on_asking(lead, sentence, floor, item=item)
        begins = self.reading.start(sentence.first) == voiced.lines[0].start
        if asked is not None:
            self.notes.carry_request(asked, floor)
        elif begins and floor.keeps == "linked" and opening is None and not item and not voiced.lines[0].continues:
            self._floor = None
            self._notice(sentence)
            return
        elif not self.notes.carry_statement(sentence, floor):
            return
        voiced.speakers.append(floor.speaker)
        voiced.carried = voiced.carried or not voiced.acts

    def _hands_over(self, sentence: Sentence, floor: Floor) -> bool:
        """Tell whether another person or group is the subject of a sentence, or of a clause of it."""
        lead = self.hearing.lead(sentence)
        for actor in self.reading.people_between(sentence.first, sentence.last):
            begins = actor.first == lead or self.reading.keys[actor.first - 1] in (",", ";")
            if begins and floor.speaker not in actor.ids:
                return True
        return False

    def _notice(self, sentence: Sentence) -> None:
        """Remember the one person whom a sentence of the reporter names; nobody if it names several."""
        named = self.reading.people_between(sentence.first, sentence.last)
        people = {actor.ids[0] for actor in named if actor.cast == "person"}
        if people:
            self._person = people.pop() if len(people) == 1 else None

    def _goes_on_asking(self, lead: int, sentence: Sentence, floor: Floor, *, item: bool) -> Asked | None:
        """Return what a sentence without a verb of asking asks, after a request or a colon."""
        asking = self.hearing.asking
        if item and floor.listing is not None:
            while lead < sentence.last and not self.reading.keys[lead][0].isalnum():
                lead += 1
            found = asking.read(lead, sentence.last)
            return found or (Asked(None, (lead, sentence.last), sure=False) if lead < sentence.last else None)
        answers = lead in self.reading.verbs and self.reading.verbs[lead][1].say == "response"
        if floor.asking is None or answers:
            return None
        if asking.begins_action(lead):
            return Asked(None, (lead, sentence.last), sure=True)
        found = asking.read(lead, sentence.last) if floor.keeps != "report" else None
        if found is None or not found.sure or found.addressee is None:
            return None
        told = {"đã", "đang", "sẽ", "được", "bị", "là"}
        return found if told.isdisjoint(self.reading.keys[lead : found.action[0] + 1]) else None
