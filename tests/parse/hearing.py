"""An article of invented sentences, heard: people, groups and bodies are told by their words, not looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tui.model import Area, Group, Membership, Mention, Person, Side, Zone
from tui.parse import speech
from tui.parse.entities import Entities, Place
from tui.parse.layout import Layout, Line
from tui.parse.page import Page
from tui.parse.speech import Speech
from tui.text.fold import slug


@dataclass(frozen=True)
class Cast:
    """Who is in the article: the words for each, longest first, by name."""

    people: Mapping[str, Sequence[str]] = field(default_factory=dict)
    groups: Mapping[str, Side] = field(default_factory=dict)
    bodies: Sequence[str] = ()
    sides: Mapping[str, Side] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    chair: str | None = None


def hear(*lines: str, cast: Cast, kinds: Mapping[int, str] | None = None, captions: Sequence[int] = ()) -> Speech:
    """Return the speech of body lines; ``kinds`` and ``captions`` tell lines by their index."""
    page = Page("\n\n".join(lines))
    places, start = [], 0
    for index, line in enumerate(lines):
        zone: Zone = "caption" if index in captions else "body"
        kind = (kinds or {}).get(index, "caption" if index in captions else "paragraph")
        places.append(Line(start, start + len(line), zone, kind))
        start += len(line) + 2
    layout = Layout(tuple(places))
    taken: set[int] = set()
    person_places = [
        place
        for name, words in cast.people.items()
        for word in words
        for place in _places(page, word, slug(name), taken)
    ]
    group_places = [place for words in cast.groups for place in _places(page, words, slug(words), taken)]
    area_places = [place for words in cast.bodies for place in _places(page, words, slug(words), taken)]
    entities = Entities(
        areas=tuple(Area(id=slug(one), name=one, classification="huyện", aliases_in_text=()) for one in cast.bodies),
        people=tuple(_person(page, cast, name, words) for name, words in cast.people.items()),
        groups=tuple(_group(page, words, side) for words, side in cast.groups.items()),
        person_places=tuple(sorted(person_places)),
        group_places=tuple(sorted(group_places)),
        area_places=tuple(sorted(area_places)),
    )
    return speech.find(page, layout, entities, ())


def _places(page: Page, words: str, id: str, taken: set[int]) -> list[Place]:
    found, start = [], page.text.find(words)
    while start >= 0:
        if taken.isdisjoint(range(start, start + len(words))):
            tokens = page.token_range(start, start + len(words))
            found.append(Place(start, start + len(words), id, tokens.start, tokens.stop))
            taken.update(range(start, start + len(words)))
        start = page.text.find(words, start + 1)
    return found


def _person(page: Page, cast: Cast, name: str, words: Sequence[str]) -> Person:
    mentions = []
    for word in words:
        start = page.text.index(word)
        honorific = word.split()[0] if word.split()[0].lower() in ("ông", "bà") else None
        mentions.append(
            Mention(
                zone="body",
                form="HON NAME",
                selector=page.select(start, start + len(word)),
                name_selector=None,
                honorific_prefix=honorific,
                role_selectors=(),
            )
        )
    role = cast.roles.get(name)
    return Person(
        id=slug(name),
        name=name,
        family_name=None,
        additional_name=None,
        given_name=None,
        other_names=(),
        side=cast.sides.get(name, "unknown"),
        is_chair=cast.chair == name,
        participation=(),
        memberships=(Membership(label=role, role=role, organization_id=None, label_norm=role),) if role else (),
        mentions=tuple(mentions),
    )


def _group(page: Page, words: str, side: Side) -> Group:
    start = page.text.index(words)
    return Group(id=slug(words), side=side, selector=page.select(start, start + len(words)), kind="members")
