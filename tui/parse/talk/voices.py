"""Voices: what kind of block each paragraph of the body is, and who speaks in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.model import BodyKind
from tui.parse.talk.discourse import Voiced
from tui.parse.talk.notes import Notes
from tui.parse.talk.subjects import Subject

_GIVEN: Mapping[str, BodyKind] = {"lead": "lead", "heading": "heading", "attendance": "attendance"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A paragraph of the body by its first offset in ``page.text``: its kind, and the person or group who speaks."""

    start: int
    kind: BodyKind
    speaker: str | None


def find(paragraphs: Sequence[Voiced], notes: Notes) -> tuple[Voice, ...]:
    """Return a voice a paragraph.

    A paragraph that is carried over has the kind of the one that named its speaker. Closing words are those that the
    article calls so, and all that a chair says once others have spoken.
    """
    found: list[Voice] = []
    heard = False
    for paragraph in paragraphs:
        speakers = set(paragraph.speakers)
        speaker = speakers.pop() if len(speakers) == 1 else None
        kind = _kind(paragraph, speaker, notes, found, heard=heard)
        found.extend(Voice(line.start, kind, speaker) for line in paragraph.lines)
        heard = heard or (bool(paragraph.speakers) and kind != "lead")
    return tuple(found)


def _kind(paragraph: Voiced, speaker: str | None, notes: Notes, before: Sequence[Voice], *, heard: bool) -> BodyKind:
    given = _GIVEN.get(paragraph.lines[0].kind)
    if given is not None or not paragraph.speakers:
        return given or ("discussion" if paragraph.discussing else "paragraph")
    if paragraph.carried and before and speaker is not None and before[-1].speaker == speaker:
        kind = before[-1].kind
        return kind if kind != "lead" else "report"
    if paragraph.closing or (speaker in notes.chairs and heard):
        return "conclusion"
    last = next((voice for voice in reversed(before) if voice.speaker is not None), None)
    if last is not None and last.kind == "conclusion" and last.speaker == speaker:
        return "conclusion"
    supervised = _supervised(paragraph, speaker, notes)
    answers = [act.kind for act in paragraph.acts] + [verb.say for verb in paragraph.cues]
    if supervised and "response" in answers:
        return "response"
    return "report" if supervised else "discussion"


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
