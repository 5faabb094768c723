"""The word lists on people, roles, bodies and areas, as one vocabulary: which phrase is what, with which attributes."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from tui.parse.lexicon import tables
from tui.parse.page import words
from tui.text.fold import fold
from tui.text.spelling import key


class Mark(Struct, frozen=True, gc=False):
    """What a word list says of the tokens from some index on: of which kind they are, how many, and the entry."""

    kind: str
    size: int
    value: Any


class RoleHead(Struct, frozen=True, gc=False):
    """The head of a role; see ``lexicon/roles.yaml``."""

    name: str
    label: str
    unit: str | None
    of: str | None
    open: bool
    team: bool
    weak: bool


class BodyHead(Struct, frozen=True, gc=False):
    """The head of an organization's name; see ``lexicon/bodies.yaml``."""

    name: str
    classification: str
    kind: str
    level: int
    level_word: str | None
    weak: bool


class Level(Struct, frozen=True, gc=False):
    """The word before an area's name, and its rank: 1 province, 2 district, 3 commune."""

    name: str
    rank: int
    only_named: bool


NOTHING: dict[str, Mark] = {}
"""The marks of a word that no list knows."""


READ = frozenset(["credit", "honorific", "title", "role", "role_before", "place", "body", "level", "province", "city"])
"""Kinds of marks at which the reader finds something."""
LISTED = frozenset(["cue", "speakers", "body", "level", "behalf"])
"""Kinds of marks whose places are kept."""
TYPING_ERRORS = 1
"""Most syllables with a wrong accent in a phrase of two or more that still counts as that phrase ("Chủ tich")."""


class Met(dict[str, "Met"]):
    """What the lists say of some words in a row: the marks of the phrases that begin with the first of them.

    ``below`` is the trie of the words that phrases go on with, folded, ``fold`` the last word folded. What the lists
    say of these words and one of those more is an item, found once for each way in which it is written. ``common`` is
    the mark of a common noun, ``listed`` those kinds of marks whose places are kept, ``is_readable`` that the reader
    finds something here, ``is_noted`` one of these.
    """

    __slots__ = ("below", "common", "fold", "is_noted", "is_readable", "listed", "marks", "words")

    def __init__(self, words: list[str], fold: str, below: dict[Any, Any], marks: dict[str, Mark]) -> None:
        """Take the words with what the lists say of them."""
        super().__init__()
        self.words, self.fold, self.below, self.marks = words, fold, below, marks
        self.common = marks.get("common")
        self.listed = tuple(kind for kind in LISTED if kind in marks)
        self.is_readable = not READ.isdisjoint(marks)
        self.is_noted = self.is_readable or bool(self.listed) or self.common is not None

    def __missing__(self, word: str) -> Met:
        """Find what the lists say of one word more."""
        folded = fold(word)
        words, below = [*self.words, word], self.below[folded]
        found = self[word] = Met(words, folded, below, self._longer(words, below.get(None, ())))
        return found

    def _longer(self, words: list[str], phrases: Iterable[tuple[list[str], Mark, bool]]) -> dict[str, Mark]:
        """Return the marks with those of phrases of just so many words, the longest of a kind last."""
        found = dict(self.marks)
        for phrase, mark, loose in phrases:
            errors = sum(map(str.__ne__, phrase, words))
            if errors and not (loose and errors <= TYPING_ERRORS):
                continue
            if not errors or mark.kind not in found or found[mark.kind].size < mark.size:
                found[mark.kind] = mark
        return found

    def without(self, kinds: Container[str], size: int) -> Met:
        """Return this without the marks of some kinds that are no longer than some size."""
        marks = {kind: mark for kind, mark in self.marks.items() if kind not in kinds or mark.size > size}
        return Met(self.words, self.fold, self.below, marks)


class _Memory(dict[str, Met]):
    """What the lists say of words that were met before."""

    MOST = 1 << 15
    LONGEST = 32

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> Met:
        folded = fold(word)
        found = Met([word], folded, self._vocabulary.root.get(folded, {}), self._vocabulary.singles.get(word, NOTHING))
        if len(word) <= self.LONGEST:
            if len(self) >= self.MOST:
                self.clear()
            self[word] = found
        return found


class Vocabulary:
    """All phrases of the word lists: single words by their form, longer ones in a trie of folded words.

    A folded trie finds a phrase with a wrong accent too.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.singles: dict[str, dict[str, Mark]] = {}
        self.root: dict[Any, Any] = {}
        self.met = _Memory(self)
        """What the lists say of a word, to be asked once all phrases are added."""

    def add(self, phrase: str, kind: str, value: Any, *, loose: bool = False) -> None:
        """Add a phrase; a loose one is met by its words with wrong accents as well."""
        keys = [form(word) for word in words(phrase)]
        mark = Mark(kind, len(keys), value)
        if len(keys) == 1:
            self.singles.setdefault(keys[0], {})[kind] = mark
            return
        node = self.root
        for word in keys:
            node = node.setdefault(fold(word), {})
        node.setdefault(None, []).append((keys, mark, loose))


def form(word: str) -> str:
    """Return a look-up form with the Icelandic ð, a frequent slip, as đ."""
    return word.replace("ð", "đ")


@cache
def vocabulary() -> Vocabulary:
    """Return all phrases of the word lists on people, roles, bodies and areas."""
    phrases, lists = Vocabulary(), tables()
    for add in (_add_honorifics, _add_roles, _add_bodies, _add_areas, _add_deeds, _add_lists, _add_others):
        add(phrases.add, lists)
    return phrases


def _add_honorifics(add: Callable[..., None], lists: Any) -> None:
    table = lists["honorifics"]
    for value, loose in (("one", True), ("many", True), ("ranks", True), ("titles", False)):
        for phrase in table[value]:
            add(phrase, "title" if value in ("ranks", "titles") else "honorific", value, loose=loose)


def _add_roles(add: Callable[..., None], lists: Any) -> None:
    for entry in lists["roles"]["heads"]:
        head = RoleHead(
            entry["role"],
            entry.get("label", entry["role"]),
            entry.get("unit"),
            entry.get("of"),
            entry.get("open", False),
            entry.get("team", False),
            entry.get("weak", False),
        )
        own = () if head.unit and head.of else (head.label,)
        for phrase in (*own, *entry.get("also", ())):
            add(phrase, "role", head, loose=True)
    for kind in ("before", "after", "links", "plays", "tails"):
        for phrase in lists["roles"][kind]:
            add(phrase, f"role_{kind}", None)


def _add_bodies(add: Callable[..., None], lists: Any) -> None:
    for entry in lists["bodies"]["heads"]:
        head = BodyHead(
            entry["name"],
            entry["class"],
            entry["kind"],
            entry.get("level", 0),
            entry.get("level_word"),
            entry.get("weak", False),
        )
        for phrase in (entry["name"], *entry.get("also", ())):
            add(phrase, "body", head, loose=True)
    for phrase in lists["bodies"]["of"]:
        add(phrase, "of", None)
    for phrase in lists["bodies"]["common"]:
        add(phrase, "common", ("body",))
    for phrase in lists["predicates"]["no_deeds"]:
        add(phrase, "common", ("part", "cue"))
    for phrase in lists["fields"]["fields"]:
        add(phrase, "field", None)


def _add_areas(add: Callable[..., None], lists: Any) -> None:
    table = lists["areas"]
    for phrase, (name, rank) in table["levels"].items():
        add(phrase, "level", Level(name, rank, phrase in table["only_named"]), loose=True)
    for phrase, name in table["short"].items():
        add(phrase, "city", name)
    for name in (*table["provinces"], *table["cities"]):
        add(name, "province", name)
    for phrase, name in table["spellings"].items():
        add(phrase, "province", name)
    for phrase in table["places"]:
        add(phrase, "place", None)
    for phrase in table["no_places"]:
        add(phrase, "common", ("place",))


def _add_deeds(add: Callable[..., None], lists: Any) -> None:
    table = lists["predicates"]
    for phrase in table["stops"]:
        add(phrase, "stop", None)
    for phrase in table["parts"]:
        add(phrase, "part", phrase)
    for phrase in table["behalf"]:
        add(phrase, "behalf", None)
    spoken = table["spoken_of"]
    for kind in ("named", "clause", "after", "earlier"):
        for phrase in spoken[kind]:
            add(phrase, f"spoken_{kind}", True)
    for phrase in spoken["not"]:
        add(phrase, "spoken_named", False)
        add(phrase, "spoken_clause", False)


def _add_lists(add: Callable[..., None], lists: Any) -> None:
    for kind, phrases in lists["groups"]["heads"].items():
        for phrase in phrases:
            add(phrase, "group", kind)
    for phrase in lists["groups"]["speakers"]:
        add(phrase, "speakers", None)
    for side, phrases in lists["attendance"]["starts"].items():
        for phrase in phrases:
            add(phrase, "cue", side)
    for phrase in lists["attendance"]["opens"]:
        add(phrase, "opens", None)


def _add_others(add: Callable[..., None], lists: Any) -> None:
    for phrase in lists["not_people"]:
        add(phrase, "nobody", None)
    for phrase in lists["byline"]["photo"]:
        add(f"{phrase}:", "credit", None)


@cache
def entries(*path: str) -> frozenset[str]:
    """Return a list of the word lists as it is written: ``entries("bodies", "departments")``."""
    entry: Any = tables()
    for step in path:
        entry = entry[step]
    return frozenset(entry)


@cache
def keys_of(*path: str) -> frozenset[str]:
    """Return a list of the word lists as look-up forms: ``keys_of("honorifics", "syllables")``."""
    return frozenset(map(key, entries(*path)))


def body_head(name: str) -> BodyHead | None:
    """Return the head of an organization's name by its normalised or written form."""
    keys = [form(word) for word in words(name)]
    lexicon = vocabulary()
    if len(keys) == 1:
        mark = lexicon.singles.get(keys[0], {}).get("body")
        return mark.value if mark else None
    node: Any = lexicon.root
    for word in keys:
        node = node.get(fold(word), {})
    return next((mark.value for phrase, mark, _ in node.get(None, ()) if mark.kind == "body" and phrase == keys), None)


def party_of(level: str) -> str | None:
    """Return what the party's committee is called at a level of areas ("huyện": "Huyện ủy"); None in communes."""
    party: dict[str, str] = tables()["bodies"]["party"]
    return party.get(level)


def parents_of(unit: str | None) -> list[str]:
    """Return the bodies to which a comma may lead from a unit that is part of them ("Ban": HĐND, ...)."""
    parents: dict[str, list[str]] = tables()["roles"]["parents"]
    return parents.get(unit or "", [])
