"""Voices: what kind of block each paragraph of the body is, and who speaks in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.model import BodyKind
from tui.parse.talk.discourse import Voiced
from tui.parse.talk.notes import Notes
from tui.parse.talk.subjects import Subject

_GIVEN: Mapping[str, BodyKind] = {"lead": "lead", "heading": "heading", "attendance": "attendance"}


class Voice(Struct, frozen=True, gc=False):
    """A paragraph of the body by its first offset in ``page.text``: its kind, and the person or group who speaks."""

    start: int
    kind: BodyKind
    speaker: str | None


def find(paragraphs: Sequence[Voiced], notes: Notes) -> tuple[Voice, ...]:
    """Return a voice a line of each paragraph, in order.

    A paragraph that is carried over has the kind of the one that named its speaker. Closing words are those that the
    article calls so, all that a chair says once others have spoken, and what the same person says next.
    """
    found: list[Voice] = []
    last: Voice | None = None
    heard = False
    for paragraph in paragraphs:
        speakers = set(paragraph.speakers)
        speaker = speakers.pop() if len(speakers) == 1 else None
        again = last if last is not None and last.speaker == speaker else None
        carried = again if paragraph.carried and again is not None and again is found[-1] else None
        closes = paragraph.closing or (heard and speaker in notes.chairs)
        closes = closes or (again is not None and again.kind == "conclusion")
        kind = _given(paragraph) or (carried.kind if carried is not None and carried.kind != "lead" else None)
        voices = [
            Voice(line.start, kind or ("conclusion" if closes else _kind(paragraph, speaker, notes)), speaker)
            for line in paragraph.lines
        ]
        found.extend(voices)
        heard = heard or (bool(paragraph.speakers) and voices[-1].kind != "lead")
        last = voices[-1] if speaker is not None else last
    return tuple(found)


def _given(paragraph: Voiced) -> BodyKind | None:
    """Return the kind that does not depend on who speaks."""
    given = _GIVEN.get(paragraph.lines[0].kind)
    if given is not None or paragraph.speakers:
        return given
    return "discussion" if paragraph.discussing else "paragraph"


def _kind(paragraph: Voiced, speaker: str | None, notes: Notes) -> BodyKind:
    if not _supervised(paragraph, speaker, notes):
        return "discussion"
    answers = [act.kind for act in paragraph.acts] + [verb.say for verb in paragraph.cues]
    return "response" if "response" in answers else "report"


def _supervised(paragraph: Voiced, speaker: str | None, notes: Notes) -> bool:
    """Tell whether the supervised side speaks, or a paper that it gave."""
    if any(act.subject is not None and notes.voters(act.subject) for act in paragraph.acts):
        return False
    if speaker is not None:
        return notes.sides.get(speaker) == "supervised"
    subjects = [act.subject for act in paragraph.acts if act.subject is not None]
    return bool(subjects) and all(_is_supervised(subject, notes) for subject in subjects)


def _is_supervised(subject: Subject, notes: Notes) -> bool:
    return subject.kind in ("documents", "bodies") or notes.supervised(subject)
