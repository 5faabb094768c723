"""People, bodies and lists of a text, and each on one line, for the tests of people."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Person, Zone
from tui.parse import blocks, clues, entities
from tui.parse.clues import Clues
from tui.parse.entities import Entities
from tui.parse.layout import Layout, Line
from tui.parse.page import Page

HEADLINE = "Tin hoạt động trong tuần của địa phương"


def entities_in(text: str, zones: Sequence[Zone] = ()) -> Entities:
    """Return who and what a text names whose paragraphs are parted by blank lines.

    All paragraphs are of the body unless ``zones`` tells; nothing is known of the session.
    """
    page = Page(text)
    lines: list[Line] = []
    start = 0
    for number, paragraph in enumerate(page.text.split("\n\n")):
        zone: Zone = zones[number] if number < len(zones) else "body"
        lines.append(Line(start, start + len(paragraph), zone, "paragraph"))
        start += len(paragraph) + 2
    return entities.find(page, Layout(tuple(lines)), Clues())


def entities_of(article: str) -> Entities:
    """Return who and what a whole article names, its headline in the first line."""
    page = Page(article)
    layout = blocks.find(page)
    return entities.find(page, layout, clues.find(page, layout))


def shown(person: Person) -> str:
    """Return a person on one line: the name and the roles."""
    return " | ".join([person.name, *(post.label for post in person.memberships)])


def sided(person: Person) -> str:
    """Return a person's name and side, with a star for the chair."""
    return f"{person.name}{'*' if person.is_chair else ''}: {person.side}"
