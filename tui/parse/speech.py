"""Who says what: statements, requests, promises, and the voice of each block.

A false attribution to an official is the worst error a reader can make, so every item says how its speaker was found
(``explicit``, ``anaphor``, ``carried_over``), and where in doubt there is none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from tui.model import Figure, Mention, Promise, Request, Statement
from tui.parse.entities import Entities
from tui.parse.layout import Layout
from tui.parse.page import Page
from tui.parse.talk import voices
from tui.parse.talk.discourse import Discourse
from tui.parse.talk.drafts import Draft, Writer, number
from tui.parse.talk.reading import Reading
from tui.parse.talk.voices import Voice


@dataclass(frozen=True)
class Speech:
    """What was said. ``figures`` are those given, with speaker and statement; ``voices`` one a body line, in order.

    ``anaphors`` and ``parts`` belong to people, by id: mentions without a name, and what a person does at the session
    in the article's words ("báo cáo", "phát biểu kết luận"); the same words may come twice.
    """

    statements: tuple[Statement, ...] = ()
    requests: tuple[Request, ...] = ()
    promises: tuple[Promise, ...] = ()
    figures: tuple[Figure, ...] = ()
    voices: tuple[Voice, ...] = ()
    anaphors: tuple[tuple[str, Mention], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()


def find(page: Page, layout: Layout, entities: Entities, figures: Sequence[Figure]) -> Speech:
    """Return the speech of an article, from its lines, the people and bodies in it, and its figures."""
    reading = Reading(page, entities)
    discourse = Discourse(reading, layout)
    discourse.listen()
    notes = discourse.notes
    for drafts, letter in ((notes.statements, "S"), (notes.requests, "R"), (notes.promises, "M")):
        drafts.sort(key=lambda draft: draft.content)
        number(drafts, letter)
    writer = Writer(reading, discourse.hearing.asking)
    return Speech(
        statements=writer.statements(notes.statements),
        requests=writer.requests(notes.requests),
        promises=writer.promises(notes.promises),
        figures=tuple(_said(reading, figures, notes.statements, notes.requests)),
        voices=voices.find(discourse.voiced, notes),
        anaphors=tuple(discourse.anaphors),
        parts=tuple(discourse.parts),
    )


def _said(
    reading: Reading, figures: Sequence[Figure], statements: Sequence[Draft], requests: Sequence[Draft]
) -> Iterator[Figure]:
    """Yield the figures, each with the statement that holds it and its speaker, or with the one who asks for it."""
    for figure in figures:
        tokens = reading.page.token_range(*reading.page.span(figure.number_selector))
        statement = _holding(statements, tokens.start)
        request = _holding(requests, tokens.start) if statement is None else None
        holder = statement or request
        if holder is None:
            yield figure
        else:
            yield replace(figure, speaker_id=holder.speaker, statement_id=statement.id if statement else None)


def _holding(drafts: Sequence[Draft], token: int) -> Draft | None:
    """Return the draft that holds a token, of drafts in the order of the text."""
    place = bisect_right(drafts, token, key=lambda draft: draft.content[0]) - 1
    return drafts[place] if place >= 0 and token < drafts[place].content[1] else None
