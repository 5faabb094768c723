"""What a user added as YAML: of each article how to know it, and what was added to it, place by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from tui.library.anchor import Anchor
from tui.library.errors import RecordError
from tui.library.records import converted
from tui.library.userdata.kept import Kept, Known, State
from tui.library.userdata.user import UserData
from tui.messages import N_
from tui.sections import Section
from tui.text.regex import regex

SCHEMA = 1
_NAME = "giamsat-notes"
_SCHEMA = regex(rf"{_NAME}/(\d{{1,9}})")

_Short = Annotated[str, Meta(min_length=1, max_length=200)]
_Words = Annotated[str, Meta(pattern=r"\S", max_length=100_000)]
_Offset = Annotated[int, Meta(ge=0, le=2**53)]


class Quote(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place of an article, as :class:`tui.library.Anchor`; a whole session has no words."""

    article_key: str = ""
    """Only where it is another article's than the one that it is listed under."""
    section: Section
    exact: str = ""
    start: _Offset = 0
    prefix: str = ""
    suffix: str = ""


class Written(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A note, as :class:`Note`."""

    id: _Short
    text: _Words
    created: _Short
    changed: _Short
    earlier: tuple[str, ...] = ()


class Place(Quote, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that was added at a place."""

    label: str = ""
    star: bool = False
    tags: tuple[_Short, ...] = ()
    state: State | None = None
    due: date | None = None
    earlier: tuple[str, ...] = ()
    answers: tuple[Quote, ...] = ()
    notes: tuple[Written, ...] = ()


class Article(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An article that something was added to, or that was read."""

    article_key: _Short
    headline: str = ""
    day: str | None = None
    """Of the session, as in the record."""
    path: str = ""
    read: bool = False
    position: _Offset = 0
    places: tuple[Place, ...] = ()


class Search(Struct, frozen=True, kw_only=True):
    """A search that was given a name."""

    name: _Short
    query: str


class Notes(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file of what a user added."""

    schema: str
    articles: tuple[Article, ...] = ()
    searches: tuple[Search, ...] = ()


def to_yaml(user: UserData) -> str:
    """Return everything that was added to articles, what was read, and the saved searches."""
    from tui.library import yaml_text  # noqa: PLC0415 - the reader needs no YAML

    places: defaultdict[str, list[Place]] = defaultdict(list)
    for kept in user.kept():
        places[kept.anchor.article_key].append(_place(kept))
    articles = [_article(user, one, places[one.article_key]) for one in user.known()]
    searches = [Search(name=one.name, query=one.query) for one in user.saved_searches()]
    notes = Notes(
        schema=f"{_NAME}/{SCHEMA}",
        articles=tuple(one for one in articles if one.places or one.read or one.position),
        searches=tuple(searches),
    )
    return yaml_text.write(msgspec.to_builtins(notes))


def from_yaml(text: str, name: str) -> Notes:
    """Return what a file of notes says; ``name`` is the file's, for errors.

    Raises:
        RecordError: it is no YAML of the kind that records are, or no file of notes of this schema or an older one.

    """
    from tui.library import yaml_text  # noqa: PLC0415 - as in to_yaml

    reading = yaml_text.read(text.removeprefix("\ufeff"), name)
    schema = reading.data.get("schema") if isinstance(reading.data, dict) else None
    match = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if match is None:
        raise RecordError(name, N_("is no file of notes"), line=reading.line("schema"))
    if int(match[1]) > SCHEMA:
        reason = N_("was written by a newer version (schema {found}; this one reads up to {known})")
        raise RecordError(name, reason, line=reading.line("schema"), found=int(match[1]), known=SCHEMA)
    return converted(reading.data, Notes, name, reading.line)


def _article(user: UserData, one: Known, places: Iterable[Place]) -> Article:
    return Article(
        article_key=one.article_key,
        headline=one.headline,
        day=one.date,
        path=one.path,
        read=user.was_read(one.article_key),
        position=user.position(one.article_key),
        places=tuple(places),
    )


def _place(kept: Kept) -> Place:
    is_request = kept.state != "open" or kept.due or kept.earlier
    return Place(
        **_words(kept.anchor),
        label=kept.label,
        star=kept.star,
        tags=kept.tags,
        state=kept.state if is_request else None,
        due=date.fromisoformat(kept.due) if kept.due else None,
        earlier=kept.earlier,
        answers=tuple(Quote(article_key=one.article_key, **_words(one)) for one in kept.answers),
        notes=tuple(Written(**msgspec.structs.asdict(note)) for note in kept.notes),
    )


def _words(anchor: Anchor) -> dict[str, Any]:
    return {key: value for key, value in msgspec.structs.asdict(anchor).items() if key != "article_key"}
