"""A role (chức vụ) as a person writes it, read: its head, and the body of the record that it belongs to."""

from __future__ import annotations

from functools import cache

from tui.model import Membership, Organization, Record
from tui.parse.lexicon import Phrases, tables
from tui.parse.page import Page
from tui.text.fold import fold
from tui.text.spelling import settle
from tui.text.view import view


def post(record: Record, label: str) -> Membership:
    """Return the role that a wording stands for: "Phó CT UBND Huyện" is Phó Chủ tịch, of the body known as such.

    A head that no word list knows is the whole wording; a body that the record has not is none.
    """
    label = settle(" ".join(view(label).display.split()))
    head, rest = _head(label)
    known = _body(record, rest)
    name = rest
    if known is not None:
        body, at, size = known
        name = rest[:at] + body.name + rest[at + size :]
    full, role = head if head else ("", label)
    return Membership(
        label=label,
        role=role,
        organization_id=known[0].id if known else None,
        label_norm=" ".join(filter(None, (full, name.strip()))),
    )


def _head(label: str) -> tuple[tuple[str, str] | None, str]:
    """Return the head of a role, in full and as normalised, and the words after it."""
    page = Page(label)
    found = _heads().match(page.keys, 0)
    return (found[1], label[page.ends[found[0] - 1] :]) if found else (None, label)


def _body(record: Record, words: str) -> tuple[Organization, int, int] | None:
    """Return the body with the longest name in some words, and the name's place there."""
    folded = f" {fold(words)} "
    found = [
        (body, at, len(name))
        for body in record.organizations
        for name in (body.name, *body.other_names)
        if name and (at := folded.find(f" {fold(settle(name))} ")) >= 0
    ]
    return max(found, key=lambda one: one[2], default=None)


@cache
def _heads() -> Phrases[tuple[str, str]]:
    return Phrases(
        (phrase, (entry.get("label", entry["role"]), entry["role"]))
        for entry in tables()["roles"]["heads"]
        for phrase in (entry.get("label", entry["role"]), *entry.get("also", ()))
    )
