"""Whom people without a role of their own stand for ("thay mặt UBND tỉnh, ông A", "bà B, tổ đại biểu huyện C")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from msgspec import Struct

from tui.parse.who.bodies import BodySpan
from tui.parse.who.mentions import Mention
from tui.parse.who.vocabulary import entries
from tui.parse.who.words import Words

FARTHEST = 16
"""Most tokens from "thay mặt" to the name that follows its body."""


class Affiliation(Struct, frozen=True, gc=False):
    """The body that someone stands for, and the token after its words (or after the name, if they stand before it)."""

    body: str | None
    last: int


class Affiliations:
    """Tells whom people stand for, by the bodies named beside them."""

    def __init__(self, words: Words, bodies: Iterable[BodySpan]) -> None:
        """Take the bodies in the order of the text."""
        self._words = words
        self._bodies = {body.first: body for body in bodies}

    def of(self, mention: Mention) -> Affiliation:
        """Return the body that the person of a mention stands for there."""
        return self._after(mention) or Affiliation(self._before(mention), mention.end)

    def _after(self, mention: Mention) -> Affiliation | None:
        words, index = self._words, mention.last
        inner = words.keys[index] == "("
        if inner or words.keys[index] == "," or words.is_dash(index):
            index += 1
        leads = words.marks[index].get("behalf")
        if leads:
            index += leads.size
        body = self._bodies.get(index)
        if body is None or not (leads or inner or body.head.classification in entries("bodies", "deputies")):
            return None
        last = body.last
        if words.keys[last] == ")" or (words.keys[last] == "," and not leads):
            last += 1
        return Affiliation(body.id, last)

    def _before(self, mention: Mention) -> str | None:
        words = self._words
        end = mention.first - (words.keys[mention.first - 1] == ",")
        behalf = words.places["behalf"]
        for index in reversed(behalf[bisect_left(behalf, end - FARTHEST + 1) : bisect_left(behalf, end)]):
            body = self._bodies.get(index + words.marks[index]["behalf"].size)
            if body:
                return body.id if body.last == end and not any(map(words.is_hard, range(index + 1, end))) else None
        return None
