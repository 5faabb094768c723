"""Drafts of statements, requests and promises, and how they become items of the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.model import Attribution, Found, Promise, Request, RequestKind, Selector, Statement, StatementKind
from tui.parse.talk.reading import Reading
from tui.parse.talk.requests import Asking, Tokens


@dataclass(slots=True, eq=False)
class Draft:
    """What one speaker says, asks or promises, in tokens of the reading.

    ``origin`` is the draft that names the speaker of one that is carried over; ``id`` is given last.
    """

    speaker: str | None
    attribution: Attribution
    verb: Tokens | None
    content: Tokens
    rule: str
    origin: Draft | None = None
    id: str = ""

    @property
    def found(self) -> Found:
        """How it was found: a speaker who is not named at the verb is inferred."""
        return Found(rule=self.rule, how="explicit" if self.attribution == "explicit" else "inferred")


@dataclass(slots=True, eq=False)
class StatementDraft(Draft):
    """A statement; ``content`` is what is said."""

    kind: StatementKind = "other"


@dataclass(slots=True, eq=False)
class RequestDraft(Draft):
    """A request; ``content`` is what is asked, with the marks at its end.

    ``addressee`` and ``requester`` are the words for them, ``addressee_ids`` who is asked.
    """

    kind: RequestKind = "other"
    addressee: Tokens | None = None
    addressee_ids: tuple[str, ...] = ()
    requester: Tokens | None = None


@dataclass(slots=True, eq=False)
class PromiseDraft(Draft):
    """A promise; ``content`` is what will be done, ``whole`` the clause with its verb."""

    whole: Tokens = (0, 0)


class Writer:
    """Turns drafts into items of the record, numbered in the order of the text."""

    def __init__(self, reading: Reading, asking: Asking) -> None:
        """Take the reading that the drafts' tokens count in."""
        self.reading = reading
        self.asking = asking

    def select(self, span: Tokens) -> Selector:
        """Return the selector of a span of tokens."""
        return self.reading.page.select(self.reading.start(span[0]), self.reading.end(span[1]))

    def statements(self, drafts: Sequence[StatementDraft]) -> tuple[Statement, ...]:
        """Return the statements of numbered drafts."""
        return tuple(
            Statement(
                id=draft.id,
                speaker_id=draft.speaker,
                verb=self.select(draft.verb) if draft.verb else None,
                attribution=draft.attribution,
                kind=draft.kind,
                selector=self.select(draft.content),
                carried_from=draft.origin.id if draft.origin else None,
                found=draft.found,
            )
            for draft in drafts
        )

    def requests(self, drafts: Sequence[RequestDraft]) -> tuple[Request, ...]:
        """Return the requests of numbered drafts."""
        return tuple(map(self._request, drafts))

    def promises(self, drafts: Sequence[PromiseDraft]) -> tuple[Promise, ...]:
        """Return the promises of numbered drafts."""
        return tuple(
            Promise(
                id=draft.id,
                speaker_id=draft.speaker,
                verb=self.select(draft.verb) if draft.verb else None,
                action=self.select(draft.content),
                selector=self.select(draft.whole),
                attribution=draft.attribution,
                found=draft.found,
            )
            for draft in drafts
        )

    def _request(self, draft: RequestDraft) -> Request:
        action, marks = self.asking.action(*draft.content)
        return Request(
            id=draft.id,
            requester_id=draft.speaker,
            kind=draft.kind,
            verb=self.select(draft.verb) if draft.verb else None,
            attribution=draft.attribution,
            action=self.select(action),
            items=tuple(map(self.select, self.asking.items(*action))),
            open_ended=marks is not None,
            addressee_ids=draft.addressee_ids,
            addressee_selector=self.select(draft.addressee) if draft.addressee else None,
            requester_selector=self.select(draft.requester) if draft.requester else None,
            open_mark=self.select(marks) if marks else None,
            carried_from=draft.origin.id if draft.origin else None,
            found=draft.found,
        )


def number(drafts: Sequence[Draft], letter: str) -> None:
    """Give drafts, which are in the order of the text, their ids."""
    for place, draft in enumerate(drafts, 1):
        draft.id = f"{letter}{place}"
