"""Notes of what is said: drafts of statements, requests and promises, made for who has the floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.model import Attribution, RequestKind, Side
from tui.parse.entities import Entities
from tui.parse.sentences import Sentence
from tui.parse.talk.drafts import Draft, PromiseDraft, RequestDraft, StatementDraft
from tui.parse.talk.extents import Act
from tui.parse.talk.reading import Reading
from tui.parse.talk.requests import Asked, Asking, Tokens
from tui.parse.talk.subjects import Subject

Keeps = Literal["paragraph", "linked", "report"]
"""How long the floor is kept: to the paragraph's end; as long as paragraphs are linked; until the reporter speaks."""

_BULLETS = frozenset(("-", "–", "•", "+", "*", "—"))
_QUOTES = frozenset(("”", '"', "»"))
_LEADING_IN = 8
"""Fewest tokens before a final colon that tell something by themselves."""
_STRONG = frozenset(("cam", "hứa", "xin"))
"""First words of verbs that promise whoever the subject is; "sẽ" can tell what others will do."""
_MARKS = frozenset((".", ",", ";", "/", "…", ":", "”", '"'))


@dataclass(slots=True)
class Floor:
    """Who has the floor (None: someone without a name) and the draft that names him."""

    speaker: str | None
    origin: Draft | None = None
    keeps: Keeps = "paragraph"
    saying: StatementDraft | None = None
    """The statement that goes on while nobody else speaks; it ends with the paragraph or a request."""
    asking: RequestDraft | None = None
    """The request whose speaker and addressee sentences without subject take over."""
    words: Subject | None = None
    """The words for a speaker without a name."""
    listing: Act | None = None
    """The act of asking whose colon is followed by lines with what is asked."""


class Notes:
    """Collects what is said in one reading."""

    def __init__(self, reading: Reading, asking: Asking, stop: int) -> None:
        """Take the reading; ``stop`` is the token of the end mark, which belongs to nobody's words."""
        self.reading = reading
        self.asking = asking
        self.stop = stop
        every = (
            reading.entities.people,
            reading.entities.groups,
            reading.entities.organizations,
            reading.entities.areas,
        )
        self.known = frozenset(item.id for items in every for item in items)
        self.sides: dict[str, Side] = {person.id: person.side for person in reading.entities.people}
        self.sides |= {group.id: group.side for group in reading.entities.groups}
        self.chairs = frozenset(person.id for person in reading.entities.people if person.is_chair)
        self.bodies = supervised_bodies(reading.entities)
        self.statements: list[StatementDraft] = []
        self.requests: list[RequestDraft] = []
        self.promises: list[PromiseDraft] = []

    def say(self, act: Act, floor: Floor, speaker: str | None, attribution: Attribution) -> bool:
        """Note what an act of saying tells; False when it tells nothing."""
        first, last = act.content
        last = min(last, self.stop)
        while last > first and self.reading.keys[last - 1] in (",", ";"):
            last -= 1
        floor.asking = None
        leads_in = self.reading.keys[last - 1] == ":" and last - first < _LEADING_IN
        if first >= last or leads_in or (act.does.weak and not act.led):
            floor.saying = None
            return False
        if act.kind == "response" and not act.led and first >= act.verb[1]:
            first = act.verb[0]
        if floor.saying is not None and speaker is not None and floor.saying.content[1] <= first:
            floor.saying.content = floor.saying.content[0], last
            return True
        named = act.subject is not None and act.subject.kind not in ("bodies", "documents")
        rule = "speech.verb" if named else "speech.source"
        verb = None if act.elliptic else act.verb
        draft = StatementDraft(speaker, attribution, verb, (first, last), rule, kind=act.kind)
        self._keep(draft, floor)
        floor.saying = draft if first >= act.verb[0] else None
        self.statements.append(draft)
        return True

    def _keep(self, draft: Draft, floor: Floor) -> None:
        """Link a draft that is carried over to the one that names its speaker, or let it be the one."""
        if draft.attribution == "carried_over":
            draft.origin = floor.origin
        else:
            floor.origin = draft

    def ask(self, act: Act, floor: Floor, speaker: str | None, attribution: Attribution) -> bool:
        """Note what an act of asking asks, or that the lines below its colon will; False when it asks nothing here."""
        floor.saying = None
        lists = self.reading.keys[act.content[1] - 1] == ":"
        if act.asked is None or self._empty(act.asked.action):
            floor.listing = act if lists else None
            floor.asking = None
            return False
        subject = act.subject
        if subject is None and speaker is None:
            subject = floor.words
        words = subject is not None and subject.kind not in ("person", "group")
        self._request(
            RequestDraft(
                speaker,
                attribution,
                None if act.elliptic else act.verb,
                act.asked.action,
                "request.need" if act.does.need else "request.verb",
                addressee=act.asked.addressee,
                requester=(subject.first, subject.last) if subject is not None and words else None,
                kind=self._kind(act, act.asked.action[0], floor, act.asked.addressee),
            ),
            floor,
        )
        floor.listing = act if lists else None
        return True

    def _kind(self, act: Act, action: int, floor: Floor, addressee: Tokens | None) -> RequestKind:
        """Return the kind of a request by its verb, what is asked, who asks and who is asked."""
        verb, words = act.does, self.reading.words
        subject = act.subject or floor.words
        voters = subject is not None and self.voters(subject)
        if not verb.need and words.clarifying.match(self.reading.keys, action):
            return "clarification"
        if (verb.need or verb.order) and not voters:
            return "requirement"
        if addressee is not None and self._names_voters(*addressee):
            return "other"
        if verb.upward or voters:
            return "proposal"
        if floor.speaker is None:
            return "requirement" if subject is not None and self._supervises(subject) else "other"
        side = self.sides.get(floor.speaker) if floor.speaker not in self.chairs else "supervising"
        return "proposal" if side == "supervised" else "other" if side == "unknown" else "requirement"

    def _supervises(self, subject: Subject) -> bool:
        """Tell whether a subject without a name is a delegation, a council or one of its committees."""
        return not self.reading.words.supervisors.isdisjoint(self.reading.keys[subject.first : subject.last])

    def voters(self, subject: Subject) -> bool:
        """Tell whether a subject is the voters or the people: they ask upwards, on neither side of the session."""
        return self._names_voters(subject.first, subject.last)

    def _names_voters(self, first: int, last: int) -> bool:
        words, keys = self.reading.words, self.reading.keys
        while plural := words.plurals.match(keys, first):
            first += plural[0]
        return first < last and words.voters.match(keys, first) is not None

    def _request(self, draft: RequestDraft, floor: Floor) -> None:
        draft.content = draft.content[0], min(draft.content[1], self.stop)
        if draft.addressee is not None:
            draft.addressee_ids = self.asking.addressees(*draft.addressee)
        elif draft.attribution == "carried_over" and floor.asking is not None:
            draft.addressee_ids = floor.asking.addressee_ids
            if not self.known.issuperset(draft.addressee_ids):
                draft.addressee = floor.asking.addressee  # words for nobody in the record are told by where they stand
        self._keep(draft, floor)
        floor.asking = draft
        self.requests.append(draft)

    def _empty(self, span: Tokens) -> bool:
        """Tell whether nothing is asked but for marks at the end."""
        end = min(span[1], self.stop)
        first, last = self.asking.action(span[0], end)[0] if span[0] < end else (0, 0)
        return first >= last

    def carry_request(self, asked: Asked, floor: Floor) -> None:
        """Ask on: the first line below a colon has the verb above it, all else takes over speaker and addressee."""
        if self._empty(asked.action):
            return
        above = floor.listing if floor.asking is None else None
        origin = floor.asking
        kind = origin.kind if origin is not None else "other"
        attribution: Attribution = "carried_over"
        if above is not None:
            kind = self._kind(above, asked.action[0], floor, asked.addressee)
            attribution = "explicit" if above.subject is not None and above.own else "carried_over"
        draft = RequestDraft(
            floor.speaker,
            attribution,
            above.verb if above is not None else None,
            asked.action,
            "request.item" if floor.listing is not None else "request.carried",
            addressee=asked.addressee or (above.asked.addressee if above is not None and above.asked else None),
            kind=kind,
        )
        floor.saying = None
        self._request(draft, floor)

    def carry_statement(self, sentence: Sentence, floor: Floor) -> bool:
        """Let what is said go on with a sentence; False when nobody known has the floor."""
        first, last = sentence.first, min(sentence.last, self.stop)
        if floor.saying is not None:
            floor.saying.content = floor.saying.content[0], last
            return True
        while first < last and self.reading.keys[first] in _BULLETS:
            first += 1
        if floor.speaker is None or floor.origin is None or first >= last:
            return False
        kind = floor.origin.kind if isinstance(floor.origin, StatementDraft) else "other"
        draft = StatementDraft(
            floor.speaker, "carried_over", None, (first, last), "speech.carried", origin=floor.origin, kind=kind
        )
        floor.saying, floor.asking = draft, None
        self.statements.append(draft)
        return True

    def promise(self, act: Act, floor: Floor | None, speaker: str | None, attribution: Attribution) -> None:
        """Note what the supervised side says it will do; a body promises through the one who has the floor."""
        subject = act.subject
        if subject is not None and subject.kind in ("bodies", "people", "documents"):
            promises = act.verb[0] >= subject.last and self.reading.keys[act.verb[0]] in _STRONG
            if subject.kind == "documents" or not (
                self._is_ours(subject) or (promises and not self._supervises(subject))
            ):
                return
            speaker, attribution = self._through(act, floor)
        if speaker is not None and self.sides.get(speaker) in ("supervising", "unknown"):
            return
        if speaker is None and subject is None:
            return
        last_promise = self.promises[-1] if self.promises else None
        if last_promise is not None and last_promise.content[0] <= act.verb[0] < last_promise.content[1]:
            return
        first, last = act.content
        if self.reading.key(first) in ("được", "bị"):
            return
        last = min(last, self.stop)
        last = next((index for index in range(first, last) if self.reading.keys[index] in _QUOTES), last)
        while last > first and self.reading.keys[last - 1] in _MARKS:
            last -= 1
        if first >= last:
            return
        start = subject.first if subject is not None and act.own and subject.first < act.verb[0] else act.verb[0]
        self.promises.append(
            PromiseDraft(speaker, attribution, act.verb, (first, last), "promise.verb", whole=(start, last))
        )

    def _through(self, act: Act, floor: Floor | None) -> tuple[str | None, Attribution]:
        """Return through whom a body promises: whoever has the floor."""
        if floor is None or floor.speaker is None:
            return None, "explicit"
        origin = floor.origin
        if origin is not None and origin.content[0] <= act.verb[0] < origin.content[1]:
            return floor.speaker, origin.attribution
        return floor.speaker, "carried_over"

    def _is_ours(self, subject: Subject) -> bool:
        """Tell whether words can mean the supervised side itself: one of its bodies, or "địa phương", "đơn vị"."""
        return self.supervised(subject) or self.reading.key(subject.first) in self.reading.words.ourselves

    def supervised(self, subject: Subject) -> bool:
        """Tell whether the words of a subject hold a body or group of the supervised side."""
        actors = (self.reading.actors.get(index) for index in range(subject.first, subject.last))
        return any(self.sides.get(one) == "supervised" or one in self.bodies for a in actors if a for one in a.ids)


def supervised_bodies(entities: Entities) -> frozenset[str]:
    """Return the ids of the organizations of the supervised side, and of the areas that they serve."""
    areas = {one.id: one.area_id for one in entities.organizations}
    found = {
        one.organization_id for person in entities.people if person.side == "supervised" for one in person.memberships
    }
    for group in entities.groups:
        if group.side == "supervised":
            found |= {*group.organization_ids, group.area_id}
    bodies = {one for one in found if one}
    return frozenset(bodies | {area for one in bodies if (area := areas.get(one))})
