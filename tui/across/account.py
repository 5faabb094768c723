"""What one article says of the session it reports, as far as it tells whether another article reports the same one."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from tui.across.bodies import body
from tui.across.locality import Localities, Locality
from tui.across.phrases import Phrases, without
from tui.model import Record
from tui.naming import Names
from tui.parse.lexicon import tables
from tui.text.fold import fold
from tui.text.names import match_key
from tui.text.regex import regex
from tui.text.spelling import key
from tui.text.words import words

_DAY = regex(r"\d{4}-\d\d-\d\d")
_NUMBERED = regex(r"\bso (\d{1,3})\b")
_COMMITTEE = regex(r"\b(ban [a-z ,-]{2,60}?) (?:cua )?h(?:dnd|oi dong nhan dan)\b")


class Account(Struct, frozen=True, array_like=True):
    """An article's session; what the article does not say is None or empty. Names are settled, lower case."""

    article_key: str
    day: str | None
    """ISO 8601, with the year; an article without one is an account of a session of its own."""
    part_of_day: str | None
    organizer: str | None
    """The council or other body that a committee or delegation acts for, with its area."""
    team: str | None
    """The committee whose delegation it is ("ban phap che"), else the delegation's number ("2")."""
    delegation: str | None
    areas: tuple[Locality, ...]
    chair: str | None
    theme: tuple[str, ...]
    """The syllables of the matter, without what frames it ("việc thực hiện ...")."""
    headline: tuple[str, ...]
    title: str = ""
    """The headline as it is written."""


def account(article_key: str, record: Record, localities: Localities | None = None) -> Account:
    """Return what an article says of its session."""
    localities = localities or Localities(record)
    event, names = record.event, Names(record)
    line = " ".join(one.name for one in localities.line(event.delegation_id))
    written = event.delegation_selector.exact if event.delegation_selector else ""
    # without an organizer, the delegation's own words may name the council ("Đoàn giám sát của HĐND tỉnh ...")
    organizer = body(event.organizer_id, written or line, localities, localities.organizer)
    chair = names.of(event.chair_id)
    headline = record.article.headline
    themes = [place.exact for place in (event.name_selector, event.short_name_selector) if place]
    return Account(
        article_key,
        event.start_date if event.start_date and _DAY.fullmatch(event.start_date) else None,
        event.part_of_day,
        f"{organizer.root} {organizer.where.name if organizer.where else ''}" if organizer.is_placed else None,
        _team(fold(f"{line} {written} {names.of(event.organizer_id) or ''}")),
        match_key(written or line) or None,
        localities.supervised,
        match_key(chair) if chair else None,
        tuple(sorted({word for theme in themes for word in matter(theme)})),
        tuple(sorted(set(matter(headline.exact)))) if headline else (),
        headline.exact if headline else "",
    )


def matter(text: str) -> list[str]:
    """Return the words of a text without those that frame a matter, as they are compared."""
    return without([key(word) for word in words(text)], _frame())


def _team(folded: str) -> str | None:
    committee, number = _COMMITTEE.search(folded), _NUMBERED.search(folded)
    return " ".join(committee[1].split()) if committee else number[1] if number else None


@cache
def _frame() -> Phrases:
    return Phrases(tuple(key(word) for word in words(phrase)) for phrase in tables()["offices"]["frame"])
