"""Acts: the verbs of saying, asking and promising in a sentence, each with its subject and what follows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tui.parse.sentences import Sentence
from tui.parse.talk.extents import BY_NAME, Act, Extents
from tui.parse.talk.reading import Reading
from tui.parse.talk.requests import Asked, Asking, Tokens
from tui.parse.talk.sources import Sources
from tui.parse.talk.subjects import Subject, Subjects
from tui.parse.talk.words import OPINION, Verb

_PAUSES = frozenset((",", ";", "và"))
_LEADS_IN = frozenset((",", ":", "rằng", "là", ".", "“", '"'))
_TOLD = frozenset(("đã", "từng"))
_ALSO = frozenset(("đồng", "vì", "do", "từ", "qua"))
"""First words of adverbs that link what is said to what was said ("đồng thời", "vì vậy", "do đó")."""
_ANNOUNCED = 12
"""Most tokens from a verb to the colon that leads in what is said ("trao đổi một số khó khăn: ...")."""
_ASIDE = 20
"""Most tokens from the beginning of a parenthesis to a verb in it."""
_PHRASE = 4
"""Most tokens of a phrase that makes the verb after it a noun."""
_ASKING = BY_NAME | {"people"}
"""Kinds of subjects whose requests are taken even where it is not clear whom they ask."""


class Heard(Struct, frozen=True, gc=False):
    """What is heard in a sentence: its acts in order, and the verb that opens it without a subject ("Kết luận ...").

    ``promises`` are made with "sẽ" and the like, and part of what the acts say; ``unclear`` tells that somebody speaks
    who could not be made out.
    """

    acts: tuple[Act, ...]
    promises: tuple[Act, ...] = ()
    unclear: bool = False
    cue: Tokens | None = None
    cue_verb: Verb | None = None


class Hearing:
    """Finds the acts of sentences in one reading."""

    def __init__(self, reading: Reading) -> None:
        """Take the reading."""
        self.reading = reading
        self.subjects = Subjects(reading)
        self.asking = Asking(reading, self.subjects)
        self.extents = Extents(reading, self.subjects, self.asking)
        self.sources = Sources(reading, self.subjects)
        self._lead = (-1, -1)

    def hear(self, sentence: Sentence) -> Heard:
        """Return the acts of a sentence."""
        acts: list[Act] = []
        promises: list[Act] = []
        cue: tuple[Tokens, Verb] | None = None
        front: tuple[Tokens, Verb] | None = None
        unclear = False
        position = sentence.first
        source = self.sources.find(sentence, self.lead(sentence))
        if source is not None:
            acts.append(source)
            position = source.content[0]
        for index in self.reading.verbs_between(position, sentence.last):
            if index < position or self._is_noun(index, sentence):
                continue
            length, verb = self.reading.verbs[index]
            span = index, index + length
            if acts and self._adjoins(acts[-1], index, verb):
                acts[-1] = self._joined(acts[-1], span, verb, sentence)
                position = self._next(acts[-1])
                continue
            promised = bool(promises) and promises[-1].verb[0] >= (acts[-1].verb[1] if acts else sentence.first)
            found = self._act(span, verb, sentence, acts)
            if found is not None and promised and not found.own and found.form == "say":
                continue
            if found is not None and found.form == "promise":
                promises.append(found)
            elif found is not None:
                if front is not None:
                    acts.extend(self._fronted(front, found))
                    front = None
                acts.append(found)
                unclear = False
                position = self._next(found)
            elif self._unnamed(index, verb, sentence):
                unclear = True
            elif verb.say and not acts and front is None:
                opening = self._opening(index, sentence)
                front = (span, verb) if opening == "front" else front
                cue = cue or ((span, verb) if opening else None)
                position = span[1] if opening else position
        return Heard(tuple(self.extents.bounded(acts, sentence)), tuple(promises), unclear, *(cue or (None, None)))

    def lead(self, sentence: Sentence) -> int:
        """Return the first token of a sentence after bullets, connectives and a time or topic before its comma."""
        if self._lead[0] != sentence.first:
            self._lead = sentence.first, self.subjects.after_openings(sentence.first, sentence.last)
        return self._lead[1]

    def _next(self, act: Act) -> int:
        return act.asked.action[0] if act.asked is not None else act.verb[1]

    def _is_noun(self, index: int, sentence: Sentence) -> bool:
        """Tell whether the verb at a token is part of a name or of words for someone, or a noun by its neighbours."""
        reading, words = self.reading, self.reading.words
        if index in reading.taken or self._in_parenthesis(index, sentence.first):
            return True
        length, verb = reading.verbs[index]
        after = reading.key(index + length)
        if after == "thiết" or (after in words.noun_after and not verb.need and verb.say != "response"):
            return True
        first = index == sentence.first or not reading.keys[index - 1][-1].isalnum()
        if reading.capital(index) and not first:
            return True
        if index == sentence.first or reading.keys[index - 1] not in words.noun_before_ends:
            return False
        lengths = range(1, min(_PHRASE, index - sentence.first) + 1)
        return any(reading.phrase(index - length, index) in words.noun_before for length in lengths)

    def _in_parenthesis(self, index: int, first: int) -> bool:
        """Tell whether a token stands in a parenthesis in which nobody is named ("(khiếu nại 12, kiến nghị 157)")."""
        reading = self.reading
        for position in range(index - 1, max(first, index - _ASIDE) - 1, -1):
            if reading.keys[position] == ")" or position in reading.actors:
                return False
            if reading.keys[position] == "(":
                return True
        return False

    def _adjoins(self, act: Act, index: int, verb: Verb) -> bool:
        """Tell whether a verb follows another with nothing but a comma or "và" between."""
        if verb.need or (verb.say is None and verb.ask != "anyone") or (act.form == "ask" and verb.ask != "anyone"):
            return False
        first = self.subjects.skip_adverbs(index, act.verb[1])
        return first - act.verb[1] <= 1 and all(word in _PAUSES for word in self.reading.keys[act.verb[1] : first])

    def _joined(self, act: Act, span: Tokens, verb: Verb, sentence: Sentence) -> Act:
        """Return one act for two verbs side by side ("đề xuất, kiến nghị"); asking outweighs saying."""
        if act.form == "ask" and verb.ask == "no":
            return act
        if verb.ask != "no" and not (verb.say and act.form == "say"):
            asked = self._asked(span, verb, sentence)
            start = act.verb[0] if act.form == "ask" else span[0]
            does = replace(verb, upward=verb.upward or act.does.upward)
            return replace(act, form="ask", verb=(start, span[1]), does=does, asked=asked)
        kind = verb.say if verb.say == "response" or act.kind == "other" else act.kind
        does = replace(verb, weak=act.does.weak and verb.weak, promise=act.does.promise or verb.promise)
        return self._say((act.verb[0], span[1]), replace(does, say=kind), act.subject, own=act.own)

    def _act(self, span: Tokens, verb: Verb, sentence: Sentence, acts: list[Act]) -> Act | None:
        floor = self._next(acts[-1]) if acts else sentence.first
        subject = self.subjects.before(span[0], floor)
        if subject is None and not acts and verb is OPINION and "ý" in self.reading.keys[span[0] : span[1]]:
            subject = Subject(span[0] + 1, span[1], "people")
        if verb.need:
            return self._need(span, verb, subject, acts, sentence)
        if subject is None:
            first = self.subjects.skip_adverbs(span[0], floor)
            return self._opening_act(span, verb, first, sentence, acts) or self._further(
                span, verb, first, sentence, acts
            )
        promises = verb.promise and verb.say is None
        if (
            acts
            and not promises
            and subject.kind in ("bodies", "documents")
            and not self._may_embed(span, verb, subject, acts[-1])
        ):
            return None
        return self._with(span, verb, subject, sentence)

    def _opening_act(self, span: Tokens, verb: Verb, first: int, sentence: Sentence, acts: list[Act]) -> Act | None:
        """Return a request or promise without subject that begins a sentence, or what is said in it."""
        if verb.promise and verb.say is None:
            begins = self._follows(acts[-1], first) if acts else first <= self.lead(sentence)
            governor = acts[-1].subject if acts else None
            return Act("promise", span, verb, governor, (span[1], sentence.last), own=False) if begins else None
        if (verb.ask != "anyone" and not verb.assign) or acts or first > self.lead(sentence):
            return None
        found = self._with(span, verb, None, sentence)
        lists = verb.ask == "anyone" and self._lists(found)
        return found if found.form == "ask" and (found.asked is not None or lists) else None

    def _further(self, span: Tokens, verb: Verb, first: int, sentence: Sentence, acts: list[Act]) -> Act | None:
        """Return a second act of one subject, after "đồng thời", a comma or "và"."""
        also = not _ALSO.isdisjoint(self.reading.keys[first : span[0]])
        before = self.reading.key(first - 1) if first > sentence.first else ""
        within = bool(acts) and acts[-1].asked is not None and acts[-1].asked.sure
        linked = bool(acts) and self._linked(first, acts[-1])
        if not (also or linked or before in (";", ":", "…") or (before in _PAUSES and not within)):
            return None
        if within and before == ";" and verb.ask == "no" and not also and self.asking.begins_action(span[0]):
            return None  # one more thing that is asked ("yêu cầu huyện: rà soát ...; báo cáo kết quả ...")
        subject = (acts[-1].subject if acts else None) or self._sentence_subject(sentence, first)
        if verb.ask != "no":
            found = self._with(span, verb, subject, sentence, own=False)
            if found.form == "say" or found.asked is None:
                return None
            alone = subject is None or (linked and not also)
            if verb.order and before == ";" and not found.asked.sure:
                return found
            clear = found.asked.sure and (found.asked.addressee is not None or before == ";")
            orders = verb.order and before in _PAUSES and not also
            return found if clear or not (alone or orders) else None
        strong = verb.say is not None and not verb.weak and (also or verb.say in ("assessment", "report"))
        ends = subject is None or self.reading.key(span[1]) in ("", ".", ";")
        told = subject is not None and self._told(subject, span[0])
        return replace(self._say(span, verb, subject, own=False), told=told) if strong and not ends else None

    def _linked(self, index: int, act: Act) -> bool:
        """Tell whether a verb is in a clause that begins with a connective ("do đó ngay sau hội nghị yêu cầu ...")."""
        clause = self.subjects.clause_start(index, act.verb[1])
        opening = self.reading.words.openings.match(self.reading.keys, clause)
        return self.reading.key(clause - 1) == "," and opening is not None and opening[1] == "connective"

    def _with(self, span: Tokens, verb: Verb, subject: Subject | None, sentence: Sentence, *, own: bool = True) -> Act:
        """Return the act of a verb with its subject: asking if it can, else saying, else a promise."""
        told = subject is not None and self._told(subject, span[0])
        if verb.ask != "no":
            asked = self._asked(span, verb, sentence)
            if asked is not None and asked.addressee is None and own:
                asked = replace(asked, addressee=self.asking.fronted(sentence.first, span[0]))
            if asked is None and verb.ask == "anyone" and own and subject is not None and subject.kind in _ASKING:
                asked = self._loosely_asked(span[1], sentence)
            if verb.say is None or (asked is not None and asked.sure and (verb.order or asked.addressee)):
                return Act("ask", span, verb, subject, (span[1], sentence.last), own, asked, told=told)
        if verb.say is None and verb.promise:
            return Act("promise", span, verb, subject, (span[1], sentence.last), own)
        return replace(self._say(span, verb, subject, own=own), told=told)

    def _told(self, subject: Subject, verb: int) -> bool:
        """Tell whether "đã" between subject and verb tells of it as done."""
        return not _TOLD.isdisjoint(self.reading.keys[subject.last : verb])

    def _loosely_asked(self, index: int, sentence: Sentence) -> Asked | None:
        """Return what is asked in words that don't tell clearly whom: after a comma, or with an unknown verb."""
        start = index
        while self.reading.key(start) in (",", ":", "rằng", "là", "“"):
            start += 1
        topic = self.reading.words.topics.match(self.reading.keys, start) is not None
        clear = start > index or topic or self.subjects.body_at(start) is not None
        return Asked(None, (start, sentence.last), sure=False) if clear and start < sentence.last - 3 else None

    def _say(self, span: Tokens, verb: Verb, subject: Subject | None, *, own: bool) -> Act:
        start = span[1]
        while self.reading.key(start) in ("thêm", "rõ", "rằng", "là", ",", ":"):
            start += 1
        led = any(word in _LEADS_IN for word in self.reading.keys[span[1] : start + 1])
        one = subject is not None and subject.kind in ("person", "anaphor", "role")
        led = led or (one and verb.weak and ":" in self.reading.keys[start : start + _ANNOUNCED])
        return Act("say", span, verb, subject, (start, start), own, led=led, kind=verb.say or "other")

    def _asked(self, span: Tokens, verb: Verb, sentence: Sentence) -> Asked | None:
        asked = self.asking.read(span[1], sentence.last)
        if asked is not None and verb.ask == "someone" and asked.addressee is None and not (verb.order and asked.sure):
            return None
        return asked

    def _need(
        self, span: Tokens, verb: Verb, subject: Subject | None, acts: list[Act], sentence: Sentence
    ) -> Act | None:
        """Return what "X cần ..." asks of X; without X only right after a verb of saying or at the beginning."""
        start = self.asking.after_need(span[1], sentence.last)
        governor = acts[-1].subject if acts else None
        directed = bool(acts) and (acts[-1].form == "ask" or acts[-1].does.ask != "no")
        if start is None or (verb.must and acts and not directed):
            return None
        if subject is not None and subject.kind in ("documents", "anaphor", "role"):
            return None
        if subject is not None:
            floor = acts[-1].verb[1] if acts else sentence.first
            first = self.subjects.list_start(subject.first, floor)
            asked = Asked((first, subject.last), (start, sentence.last), sure=True)
        else:
            begins = self.subjects.skip_adverbs(span[0], sentence.first)
            said = bool(acts) and acts[-1].form == "say" and self._follows(acts[-1], begins)
            if not said and (acts or begins > self.lead(sentence)):
                return None
            asked = Asked(None, (start, sentence.last), sure=True)
        return Act("ask", span, verb, governor, (span[1], sentence.last), False, asked, directed=directed)

    def _follows(self, act: Act, index: int) -> bool:
        """Tell whether a token begins what is said, or a clause of it."""
        clause = self.subjects.after_openings(self.subjects.clause_start(index, act.verb[1]), index + 1)
        return index in (act.verb[1], act.content[0]) or clause == index

    def _may_embed(self, span: Tokens, verb: Verb, subject: Subject, act: Act) -> bool:
        """Tell whether a body asks by itself within what another says; what it has done before is only told."""
        told = self._told(subject, span[0])
        return verb.ask == "anyone" and not told and act.form == "say" and subject.kind == "bodies"

    def _opening(self, index: int, sentence: Sentence) -> Literal["cue", "front"] | None:
        """Tell whether a verb without subject opens the sentence, and whether what it says is the later subject's."""
        reading = self.reading
        first = self.subjects.skip_adverbs(index, sentence.first)
        clause = self.subjects.clause_start(first, sentence.first)
        if reading.phrase(clause, first) in reading.words.fronted:
            return "front"
        if first > self.lead(sentence):
            return None
        _, verb = reading.verbs[index]
        return "front" if verb.praise else "cue"

    def _fronted(self, front: tuple[Tokens, Verb], act: Act) -> Iterator[Act]:
        """Yield what is said before the subject ("Ghi nhận những kết quả ..., đồng chí X đề nghị ...")."""
        span, verb = front
        if act.subject is not None and act.own and act.subject.kind in BY_NAME and verb.praise:
            yield replace(self._say(span, verb, act.subject, own=False), content=(span[1], act.subject.first))

    def _sentence_subject(self, sentence: Sentence, before: int) -> Subject | None:
        """Return the only person or group that can be the subject of a sentence whose first verb is none of speech."""
        found: Subject | None = None
        for actor in self.reading.people_between(sentence.first, before):
            if found is not None:
                return None
            if self.reading.key(actor.first - 1) in self.reading.words.prepositions and actor.first > sentence.first:
                return None
            found = Subject(actor.first, actor.last, "person" if actor.cast == "person" else "group", actor.ids[0])
        return found

    def _unnamed(self, index: int, verb: Verb, sentence: Sentence) -> bool:
        """Tell whether words in capitals, which stand for nobody known, are the subject of a verb of speech."""
        first = self.subjects.skip_adverbs(index, sentence.first)
        speaks = verb.ask == "anyone" or (verb.say is not None and not verb.weak)
        known = first in self.reading.endings or first - 1 in self.reading.taken
        name = first - 2 >= sentence.first and self.reading.capital(first - 1) and self.reading.capital(first - 2)
        return speaks and name and not verb.need and not known

    def _lists(self, act: Act) -> bool:
        """Tell whether a colon ends the sentence: what is asked follows in the lines below."""
        return self.reading.keys[act.content[1] - 1] == ":"
