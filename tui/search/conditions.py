"""Conditions of a query: ``place:"mê linh"``, ``after:2023``, ``value>1000``, ``-word``.

An index lets rows through by tokens, which have no accents and no order. So what it lets through is held against the
words as they were typed, and what is to be left out is looked for here alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from tui.library.index.engine import Ask, Conditions, OneOf
from tui.library.index.fields import mark
from tui.search.query import DATE_FIELDS, Filter, Word
from tui.search.rows import Row
from tui.search.term import Alternative, Term
from tui.sections import Section
from tui.text.fold import fold, spaced
from tui.text.names import variants

Added = Mapping[str, Collection[str]]
"""What the user added, by the word of ``has:``: the keys of the articles that have it; of ``tag`` with their tags."""

_OF_SESSION = {"who": "n", "role": "r", "org": "o", "place": "l", "theme": "t"}
"""The fields of a session that a condition is about, by their letters."""
_OWN: Mapping[Section, Mapping[str, str]] = {
    "sessions": _OF_SESSION,
    "people": {"who": "N", "role": "r", "org": "o", "side": "w"},
    "figures": {"who": "S", "unit": "u", "kind": ""},
    "requests": {"who": "RD", "org": "D", "kind": ""},
    "passages": {"who": "S"},
}
"""In which sections a condition is about a row's own fields; in all others it is about those of the session."""
_MARKED = frozenset({"place", "theme", "side", "unit", "kind"})
"""Conditions that the index has tokens of their own for."""
_ON_SESSIONS = frozenset(_OF_SESSION)


class Conditioned:
    """The conditions of a query as one section has to meet them."""

    def __init__(
        self, section: Section, filters: Iterable[Filter], added: Added, keys: Sequence[str] | None = None
    ) -> None:
        """Take the section, the conditions, what the user added, and the only articles that are looked at, if any."""
        self.section = section
        self.every: list[OneOf] = []
        self.session = Conditions(keys=keys)
        self.value: tuple[str, float] | None = None
        self.impossible = False
        self._own: list[Filter] = []
        self._session: list[Filter] = []
        self._days: list[Filter] = []
        for one in filters:
            self._take(one, added)

    @property
    def asks_sessions(self) -> bool:
        """Whether there is something to hold against the head of a session, too."""
        return bool(self._session or self._days)

    @property
    def looks_closer(self) -> bool:
        """Whether what the index lets through has to be held against any condition."""
        return bool(self._own or self.asks_sessions or (self.section == "people" and self.session != Conditions()))

    def ask(self, every: Sequence[OneOf]) -> Ask:
        """Return what the index is asked for, beside what rows must hold."""
        return Ask([*every, *self.every], self.session, self.value)

    def ask_body(self, every: Sequence[OneOf]) -> Ask:
        """Return the same for bodies: there, what a session's own fields must hold is a condition on its head."""
        if self.section != "sessions":
            return self.ask(every)
        return Ask(every, self.session._replace(head=[*self.session.head, *self.every]))

    def meets(self, row: Row) -> bool:
        """Tell whether a row meets the conditions on its own fields."""
        return all(_holds(row, one, _OWN[self.section][one.field]) != one.negated for one in self._own)

    def session_meets(self, head: Row) -> bool:
        """Tell whether a session meets the conditions on sessions."""
        if not all(_on_day(head.day, one) != one.negated for one in self._days):
            return False
        return all(_holds(head, one, _OF_SESSION[one.field]) != one.negated for one in self._session)

    def _take(self, one: Filter, added: Added) -> None:
        name = one.field
        if name in DATE_FIELDS:
            self._take_days(one)
        elif name.startswith("value"):
            if self.section == "figures" and not one.negated:
                self.value = name.removeprefix("value"), float(one.low or 0)
            else:
                self.impossible |= not one.negated
        elif name == "has":
            self._take_has(one, added)
        elif name == "tag":
            tags = added.get("tag", {})
            kept = tags.items() if isinstance(tags, Mapping) else ()
            self._take_keys(one, [key for key, its in kept if any(_has_words(tag, one.words) for tag in its)])
        elif name in _OWN[self.section]:
            if not one.negated:
                self.every += _tokens(one)
            if _OWN[self.section][name]:
                self._own.append(one)
        elif name in _ON_SESSIONS:
            if not one.negated:
                self.session = self.session._replace(head=[*self.session.head, *_tokens(one)])
            self._session.append(one)
        else:
            self.impossible |= not one.negated

    def _take_days(self, one: Filter) -> None:
        if one.negated:
            self._days.append(one)
            return
        first, last = self.session.first_day, self.session.last_day
        if one.low is not None:
            first = max(first, str(one.low))
        if one.high is not None:
            last = min(last or str(one.high), str(one.high))
        self.session = self.session._replace(first_day=first or "0", last_day=last)

    def _take_has(self, one: Filter, added: Added) -> None:
        name = one.words[0].tokens[0]
        if name in added:
            self._take_keys(one, list(added[name]))
        elif one.negated:
            self.session = self.session._replace(has_not=[*self.session.has_not, name])
        else:
            self.session = self.session._replace(has=[*self.session.has, name])

    def _take_keys(self, one: Filter, keys: list[str]) -> None:
        """Let through only the articles with some keys, or only those without."""
        if one.negated:
            self.session = self.session._replace(no_keys=[*self.session.no_keys, *keys])
        else:
            known = self.session.keys
            self.session = self.session._replace(keys=[key for key in keys if known is None or key in known])


def _tokens(one: Filter) -> list[OneOf]:
    """Return what a row must hold to meet a condition on words."""
    return [[_named(one.field, spelling) for spelling in _spellings(word)] for word in one.words]


def _named(field: str, spelling: Sequence[str]) -> list[str]:
    tokens = [fold(piece) for piece in spelling]
    return [mark(field, token) for token in tokens] if field in _MARKED else tokens


def _holds(row: Row, one: Filter, letters: str) -> bool:
    """Tell whether a field of a row has all words of a condition, in any order; accents that were typed must agree."""
    texts = (text for letter in letters for text in row.texts(letter))
    return any(_has_words(text, one.words) for text in texts)


def _has_words(text: str, wanted: Sequence[Word]) -> bool:
    shown = f" {text} "
    plain = spaced(shown)
    return all(_term(word).occurs(plain, shown) for word in wanted)


@lru_cache(256)
def _term(word: Word) -> Term:
    return Term(word.pieces, [Alternative.of(spelling, strict=True) for spelling in _spellings(word)])


def _spellings(word: Word) -> list[tuple[str, ...]]:
    spellings = [word.pieces]
    if len(word.pieces) == 1:
        spellings += [(other,) for other in variants(word.pieces[0])]
    return spellings


def _on_day(day: str, one: Filter) -> bool:
    low, high = one.low, one.high
    return bool(day) and (low is None or day >= str(low)) and (high is None or day < str(high))
