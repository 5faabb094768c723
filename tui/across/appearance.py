"""A person in one article, with all that tells whether another article's person is the same one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from tui.across.locality import Localities, Locality
from tui.across.posts import Post, post
from tui.model import Person, Record
from tui.parse.lexicon import tables
from tui.text.fold import syllables
from tui.text.names import match_key
from tui.text.regex import regex

_DAY = regex(r"\d{4}-\d\d-\d\d")


class Appearance(Struct, frozen=True, array_like=True):
    """Someone named in an article. Strings are raw; ``msgspec.msgpack`` packs it in about 200 bytes."""

    article_key: str
    person_id: str
    name: str
    day: str | None
    """Day of the session, else of publication: ISO 8601; None where the year is not known."""
    side: str
    is_chair: bool
    is_woman: bool | None
    """By the form of address; None where it does not say."""
    posts: tuple[Post, ...]
    where: Locality | None = None
    """The area that the person's side of the session comes from, where that is one."""
    span: tuple[int, int] = (0, 0)
    """Where the article first names the person, outside what is not its own; offsets of the source text."""

    @property
    def key(self) -> str:
        """What this appearance is called among all: the article's key and the person's id in it."""
        return f"{self.article_key}:{self.person_id}"


def could_be_anybody(name: str) -> bool:
    """Tell whether a name has a single syllable ("đồng chí Tuấn"): it joins nobody, and nobody is asked about it."""
    return " " not in name.strip()


@lru_cache(50_000)
def block(name: str) -> str:
    """Return the block of a name: people of different blocks are never compared, unless somebody decided about them.

    Names that differ in accents, in i and y or in where the tone is written are in one block.
    """
    return " ".join(syllables(match_key(name)))


def appearances(article_key: str, record: Record, localities: Localities | None = None) -> Iterator[Appearance]:
    """Yield the people of an article."""
    localities = localities or Localities(record)
    day = day_of(record)
    for person in record.people:
        where = _scope(person, localities)
        found = (post(member, localities, where) for member in person.memberships)
        yield Appearance(
            article_key=article_key,
            person_id=person.id,
            name=person.name,
            day=day,
            side=person.side,
            is_chair=person.is_chair,
            is_woman=_is_woman(person),
            posts=tuple(dict.fromkeys(found)),
            where=where,
            span=_named_at(person),
        )


def day_of(record: Record) -> str | None:
    """Return the day of a session with its year, else the day of publication."""
    published = record.article.date_published
    for value in (record.event.start_date, published.value[:10] if published else None):
        if value and _DAY.fullmatch(value):
            return value
    return None


def _scope(person: Person, localities: Localities) -> Locality | None:
    """Return the area that a body without one serves: by the side of the session that its person is on."""
    if person.side == "supervising":
        return localities.organizer
    if person.side == "supervised" and len(localities.supervised) == 1:
        return localities.supervised[0]
    return None


def _named_at(person: Person) -> tuple[int, int]:
    named = [mention for mention in person.mentions if mention.name_selector is not None]
    first = min(named, key=lambda mention: mention.zone == "debris", default=None)
    return (first.name_selector.start, first.name_selector.end) if first and first.name_selector else (0, 0)


def _is_woman(person: Person) -> bool | None:
    said = {_address().get((mention.honorific_prefix or "").lower()) for mention in person.mentions} - {None}
    return said.pop() if len(said) == 1 else None


@cache
def _address() -> dict[str, bool]:
    words = tables()["offices"]
    return {**dict.fromkeys(words["women"], True), **dict.fromkeys(words["men"], False)}
