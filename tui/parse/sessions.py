"""Sessions: the words that say what was held, and of which kind, found in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from tui.parse.lexicon import Phrases, tables
from tui.parse.occurrences import Occurrences
from tui.parse.page import Page

Kind = Literal["supervision", "inspection", "voters", "sitting", "meeting"]
"""``supervision``: giám sát; ``inspection``: khảo sát, kiểm tra, thẩm tra, làm việc; ``voters``: tiếp xúc cử tri;
``sitting``: kỳ họp, chất vấn; ``meeting``: hội nghị, họp, lễ and all else."""


class Term(NamedTuple):
    """Words for a session: their tokens' indices in ``page.tokens`` (half-open) and the kind."""

    first: int
    last: int
    kind: Kind


@cache
def phrases(name: str) -> Phrases[bool]:
    """Return one of the plain lists of ``lexicon/sessions.yaml``, to be looked up."""
    return Phrases((phrase, True) for phrase in tables()["sessions"][name])


@cache
def _kinds(name: str) -> Phrases[Kind]:
    return Phrases((phrase, kind) for kind, some in tables()["sessions"][name].items() for phrase in some)


@cache
def _hindrances() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in tables()["sessions"]["not_after"])


@cache
def _helps() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in tables()["sessions"]["after_all"])


@cache
def level_words() -> frozenset[str]:
    """Return the words with which an area's level begins, in lower case (tỉnh, thành, tp, huyện, xã ...)."""
    return frozenset(word.split()[0] for word in tables()["areas"]["levels"])


class Sessions:
    """Finds the words for sessions in one page."""

    def __init__(self, page: Page) -> None:
        """Take a page."""
        self._page = page
        self._terms = Occurrences(page, _kinds("terms"))
        self._teams = Occurrences(page, _kinds("teams"))

    def terms(self, first: int, last: int) -> Iterator[Term]:
        """Yield the words for a session among some tokens, but not those of bodies, papers and dates.

        Of two that follow each other at once ("hội nghị" "tiếp xúc cử tri") the second says what was held.
        """
        keys = self._page.keys[first:last]
        held: Term | None = None
        for term in self._all(first, last):
            if held and term.first == held.last:
                held = term
                continue
            if held:
                yield held
            held = term if not _is_hindered(keys, term.first - first, term.kind) else None
        if held:
            yield held

    def team(self, first: int, last: int) -> Term | None:
        """Return the words that a team among the tokens is named after ("Đoàn giám sát": "giám sát")."""
        for index, size, kind in self._teams.within(first, last):
            within = self._all(index, min(last, index + size + 2))
            named = next((term for term in within if term.kind == kind), None)
            return named or Term(index, index + size, kind)
        return None

    def _all(self, first: int, last: int) -> Iterator[Term]:
        for index, size, kind in self._terms.within(first, last):
            yield Term(index, index + size, kind)


def leads_to_object(keys: Sequence[str], index: int) -> bool:
    """Tell whether the words for a session at an index are a verb by what follows ("giám sát việc")."""
    size = next((size for at, size, _ in _kinds("terms").scan(keys[index : index + 4]) if at == 0), 0)
    if size and list(keys[max(0, index - 3) : index]) == ["làm", "trưởng", "đoàn"]:
        return any(phrases(name).match(keys, index + size) for name in ("objects", "object_places"))
    return size > 0 and phrases("objects").match(keys, index + size) is not None


def _is_hindered(keys: Sequence[str], index: int, kind: Kind) -> bool:
    """Tell whether the words before a term make it something else than the session."""
    before = [tuple(keys[max(0, index - size) : index]) for size in (1, 2, 3, 4)]
    if kind in ("supervision", "inspection") and not phrases("verbs_only").match(keys, index):
        last = keys[max(0, index - 2) : index]
        if last == ["trưởng", "đoàn"] and leads_to_object(keys, index):
            return False
        if any(phrases("bodies").match(last, at) == (len(last) - at, True) for at in range(len(last))):
            return True
    return any(words in _hindrances() for words in before) and not any(words in _helps() for words in before)
