"""A whole session as plain text, in an order that a screen reader can follow: what, who, how much, asked, told."""

from __future__ import annotations

from collections.abc import Iterator

from tui.export import wording
from tui.export.citation import headline, session
from tui.export.item import Cited
from tui.messages import N_, lead, say
from tui.model import Record, Side
from tui.text.clean import Clean, clean, clean_line

_SIDES: tuple[Side, ...] = ("supervising", "supervised", "attending", "unknown")
_TITLES = {
    "people": N_("Participants"),
    "figures": N_("Key figures"),
    "requests": N_("Requests"),
    "text": N_("Text"),
}


def whole(article: Cited) -> Clean:
    """Return an article with everything that was found in it; debris is left out, captions say what they are."""
    record = article.record
    if record is None:
        return Clean(clean(article.text).rstrip() + "\n")
    parts = [
        _head(article, record),
        _part("people", _people(record)),
        _part("figures", _figures(article, record)),
        _part("requests", _requests(article, record)),
        _part("text", _text(article, record)),
    ]
    return Clean("\n\n".join(filter(None, parts)) + "\n")


def _head(article: Cited, record: Record) -> str:
    about, theme = record.article, record.event.name_selector
    published = wording.day(about.date_published.value if about.date_published else None)
    chair = next((person for person in record.people if person.id == record.event.chair_id), None)
    lines = [
        headline(article),
        session(article),
        say("Theme: {theme}", theme=clean_line(theme.exact)) if theme else "",
        say("Chair: {name}", name=wording.person_title(chair)) if chair else "",
        say("Published: {day}", day=published) if published else "",
        say("By: {names}", names=clean_line(", ".join(author.name for author in about.author))) if about.author else "",
        clean_line(about.publisher or ""),
        clean_line(about.url or ""),
    ]
    return "\n".join(filter(None, lines))


def _part(name: str, lines: Iterator[str]) -> str:
    found = list(lines)
    return "\n".join([f"== {say(_TITLES[name])} ==", *found]) if found else ""


def _people(record: Record) -> Iterator[str]:
    for side in _SIDES:
        people = [person for person in record.people if person.side == side]
        groups = [group for group in record.groups if group.side == side]
        if people or groups:
            yield f"{lead(say(wording.SIDES[side]))}:"
        for person in people:
            chair = f" ({say('chair')})" if person.is_chair else ""
            yield f"- {wording.person_title(person)}{chair}"
        for group in groups:
            yield f"- {clean_line(group.selector.exact)}"


def _figures(article: Cited, record: Record) -> Iterator[str]:
    for figure in record.figures:
        words = article.text[figure.selector.start : figure.selector.end]
        notes = "; ".join(wording.figure_notes(record, figure))
        yield f"- {wording.figure_title(figure, words)}" + (f" ({notes})" if notes else "")


def _requests(article: Cited, record: Record) -> Iterator[str]:
    for request in record.requests:
        words = clean_line(article.text[request.action.start : request.action.end])
        yield f"- {wording.request_title(record, request)}: {words}"


def _text(article: Cited, record: Record) -> Iterator[str]:
    speaker: str | None = None
    for block in record.blocks:
        if block.zone not in ("body", "caption"):
            continue
        if block.zone == "body" and block.speaker != speaker:
            speaker = block.speaker
            note = wording.speaker_note(record, block, block.start, block.end)
            if note:
                yield f"[{note}]"
        words = clean_line(article.text[block.start : block.end])
        yield f"[{say('caption')}] {words}" if block.zone == "caption" else words
