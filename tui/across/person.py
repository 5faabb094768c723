"""A person across articles, as lists and pages show them: roles over time, sessions, first and last day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.across.appearance import Appearance
from tui.across.posts import Post


class Held(Struct, frozen=True, kw_only=True):
    """A role, from when to when it is attested (ISO days; None where no article has one), and in how many articles."""

    post: Post
    label: str
    """The role in its longest wording."""
    first: str | None
    last: str | None
    articles: int


class Person(Struct, frozen=True, kw_only=True):
    """One person. Strings are raw."""

    key: str
    """The key of the first appearance; the same as long as no earlier one is found."""
    name: str
    """The commonest spelling, of several the latest."""
    other_names: tuple[str, ...]
    """The other spellings."""
    sessions: int
    """How many sessions; several articles of one session count once."""
    chaired: int
    """How many of these the person presided over."""
    first: str | None
    last: str | None
    """Days of the first and the last session, ISO 8601."""
    roles: tuple[Held, ...]
    """In the order in which they begin; parts in single sessions are none."""
    appearances: tuple[Appearance, ...]
    """In the order of time."""

    @property
    def now(self) -> tuple[Held, ...]:
        """The latest roles: those of the last article that gives any."""
        last = next((one.posts for one in reversed(self.appearances) if any(map(_lasts, one.posts))), ())
        wanted = {post.identity for post in last}
        return tuple(held for held in self.roles if held.post.identity in wanted)


def person(appearances: Sequence[Appearance], events: Mapping[str, str]) -> Person:
    """Return the person that some appearances are; they come in order of time.

    ``events`` gives the event that an article reports, by the article's key.
    """
    names = Counter(one.name for one in appearances)
    latest = {one.name: number for number, one in enumerate(appearances)}
    spellings = sorted(names, key=lambda name: (-names[name], -latest[name]))
    days = [one.day for one in appearances if one.day]
    event_of = {one.article_key: events.get(one.article_key, one.article_key) for one in appearances}
    return Person(
        key=appearances[0].key,
        name=spellings[0],
        other_names=tuple(spellings[1:]),
        sessions=len(set(event_of.values())),
        chaired=len({event_of[one.article_key] for one in appearances if one.is_chair}),
        first=min(days, default=None),
        last=max(days, default=None),
        roles=tuple(_roles(appearances)),
        appearances=tuple(appearances),
    )


def _roles(appearances: Sequence[Appearance]) -> list[Held]:
    found: dict[tuple[str, str, str, str], Held] = {}
    for one in appearances:
        for post in filter(_lasts, one.posts):
            known = found.get(post.identity)
            days = [day for day in (known and known.first, known and known.last, one.day) if day]
            found[post.identity] = Held(
                post=known.post if known else post,
                label=max(known.label if known else "", post.label, key=len),
                first=min(days, default=None),
                last=max(days, default=None),
                articles=(known.articles if known else 0) + 1,
            )
    return sorted(found.values(), key=lambda held: (held.first or "9", held.last or "9"))


def _lasts(post: Post) -> bool:
    return post.kind != "team"
