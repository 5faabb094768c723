"""The words of an article with what the word lists say of them: the ground that all rules on people and bodies read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from tui.parse.layout import Layout, Line
from tui.parse.lexicon import tables
from tui.parse.page import Page, Token, words
from tui.text.fold import fold
from tui.text.spelling import key as look_up_key

TYPING_ERRORS = 1
"""Most syllables with a wrong accent in a phrase of two or more that still counts as that phrase ("Chủ tich")."""

_HARD = frozenset('.;:!?…()[]{}"“”«»')


class Mark(NamedTuple):
    """What a word list says of the tokens from some index on: of which kind they are, how many, and the entry."""

    kind: str
    size: int
    value: Any


class RoleHead(NamedTuple):
    """The head of a role; see ``lexicon/roles.yaml``."""

    name: str
    label: str
    unit: str | None
    of: str | None
    open: bool
    team: bool
    weak: bool


class BodyHead(NamedTuple):
    """The head of an organization's name; see ``lexicon/bodies.yaml``."""

    name: str
    classification: str
    kind: str
    level: int
    level_word: str | None
    weak: bool


class Level(NamedTuple):
    """The word before an area's name, and its rank: 1 province, 2 district, 3 commune."""

    name: str
    rank: int
    only_named: bool


class _Trie:
    """Phrases by their folded words, so that one with a wrong accent is found too."""

    def __init__(self) -> None:
        self.root: dict[Any, Any] = {}

    def add(self, phrase: str, kind: str, value: Any, *, loose: bool = False) -> None:
        keys = [word.replace("ð", "đ") for word in words(phrase)]
        node = self.root
        for word in keys:
            node = node.setdefault(fold(word), {})
        node.setdefault(None, []).append((tuple(keys), kind, value, loose and len(keys) > 1))


class Words:
    """Tokens of a page, their look-up forms, and the marks of the word lists at each."""

    def __init__(self, page: Page, layout: Layout) -> None:
        """Mark the tokens of a page."""
        self.page = page
        self.tokens: list[Token] = page.tokens
        self.keys: list[str] = [token.key.replace("ð", "đ") for token in self.tokens]
        self.caps: list[bool] = [token.text[0].isupper() for token in self.tokens]
        self.marks: list[dict[str, Mark] | None] = [None] * len(self.tokens)
        self._mark()
        self.stretches: list[Stretch] = list(_stretches(self, layout))

    def mark(self, index: int, kind: str) -> Mark | None:
        """Return the longest entry of a kind that begins at a token."""
        if index >= len(self.marks):
            return None
        found = self.marks[index]
        return found.get(kind) if found else None

    def key(self, index: int) -> str:
        """Return the look-up form of a token; the empty string outside the page."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def text(self, first: int, last: int) -> str:
        """Return a stretch of tokens as written, its white space as single spaces."""
        return " ".join(self.page.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def is_name_like(self, index: int) -> bool:
        """Tell whether a token is a word with a capital that could be a syllable of a name."""
        return self.caps[index] and self.tokens[index].text[-1].isalpha()

    def is_abbreviation(self, index: int) -> bool:
        """Tell whether a token is two or more capitals (HĐND)."""
        text = self.tokens[index].text
        return len(text) > 1 and text.isupper()

    def is_hard(self, index: int) -> bool:
        """Tell whether a token is a mark that no name or role goes across."""
        return self.tokens[index].text in _HARD

    def is_dash(self, index: int) -> bool:
        """Tell whether a token is a hyphen or a dash."""
        return self.key(index) in _DASHES

    def ends_sentence(self, index: int) -> bool:
        """Tell whether a token is a full stop that ends a sentence, not the dot of "TP." or "ThS."."""
        text = self.tokens[index].text
        if text in "!?…":
            return True
        if text != ".":
            return False
        before = self.tokens[index - 1] if index else None
        if before is None or before.end != self.tokens[index].start:
            return True
        if before.key in _dotted() or (len(before.text) == 1 and before.text.isalpha()):
            return False
        glued = index + 1 < len(self.tokens) and self.tokens[index + 1].start == self.tokens[index].end
        return not (glued and (self.is_abbreviation(index - 1) or self.tokens[index + 1].text[0].isdigit()))

    def _mark(self) -> None:
        root = _lexicon().root
        folded = self.page.view.folded
        folds = [folded[token.start : token.end] for token in self.tokens]
        count = len(folds)
        for index, first in enumerate(folds):
            node = root.get(first)
            if node is None:
                continue
            position = index + 1
            while True:
                for entry in node.get(None, ()):
                    self._note(index, position, entry)
                if position == count:
                    break
                node = node.get(folds[position])
                if node is None:
                    break
                position += 1

    def _note(self, index: int, end: int, entry: tuple[tuple[str, ...], str, Any, bool]) -> None:
        phrase, kind, value, loose = entry
        wrong = sum(map(str.__ne__, phrase, self.keys[index:end]))
        if wrong > (TYPING_ERRORS if loose else 0):
            return
        found = self.marks[index]
        if found is None:
            found = self.marks[index] = {}
        elif wrong and kind in found and found[kind].size == end - index:
            return
        found[kind] = Mark(kind, end - index, value)


class Stretch(NamedTuple):
    """Tokens that are read in one go: a line, or several that go on one sentence; the zone is that of the first."""

    first: int
    last: int
    line: Line
    shouts: bool
    """Written in capitals throughout."""


_DASHES = frozenset("-–—−")
_TERMINAL = frozenset('.!?…;:"”')


def _stretches(words: Words, layout: Layout) -> Iterable[Stretch]:
    """Yield the lines of headline, body, captions and debris; a line that goes on the one before is joined to it."""
    pending: Stretch | None = None
    for line in layout.lines:
        if line.zone in ("dateline", "byline"):
            continue
        span = words.page.token_range(line.start, line.end)
        if not span:
            continue
        if pending and _goes_on(words, pending, line, span.start):
            pending = pending._replace(last=span.stop)
            continue
        if pending:
            yield pending
        pending = Stretch(span.start, span.stop, line, _shouts(words, span))
    if pending:
        yield pending


def _goes_on(words: Words, pending: Stretch, line: Line, first: int) -> bool:
    if pending.line.zone != line.zone or line.zone == "debris" or words.tokens[pending.last - 1].text in _TERMINAL:
        return False
    text = words.tokens[first].text
    if words.mark(first, "body") and _ends_in_head(words, pending):
        return True
    return line.continues or (words.is_dash(first) and words.mark(first + 1, "role") is not None) or text[0].islower()


def _ends_in_head(words: Words, pending: Stretch) -> bool:
    """Tell whether a line breaks off after the head of a role ("Đồng chí Lê Văn A - Chủ tịch" / "UBND huyện")."""
    for index in range(max(pending.first, pending.last - 4), pending.last):
        mark = words.mark(index, "role")
        if mark and index + mark.size == pending.last:
            return True
    return False


def _shouts(words: Words, span: range) -> bool:
    letters = [words.tokens[index].text for index in span if words.tokens[index].text[0].isalpha()]
    return len(letters) > 3 and all(text.isupper() for text in letters)


@cache
def _dotted() -> frozenset[str]:
    return frozenset(map(look_up_key, tables()["sentence_stops"]["abbreviations"]))


@cache
def _lexicon() -> _Trie:
    """Return all phrases of the word lists on people, roles, bodies and areas in one trie."""
    trie, lists = _Trie(), tables()
    for add in (_add_honorifics, _add_roles, _add_bodies, _add_areas, _add_rest):
        add(trie.add, lists)
    return trie


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


def _add_rest(add: Callable[..., None], lists: Any) -> None:
    for phrase in lists["predicates"]["stops"]:
        add(phrase, "stop", None)
    for phrase in lists["predicates"]["parts"]:
        add(phrase, "part", phrase)
    for phrase in lists["not_people"]:
        add(phrase, "nobody", None)
    for phrase in lists["byline"]["photo"]:
        add(f"{phrase}:", "credit", None)
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
    for kind in ("named", "clause", "after"):
        for phrase in lists["predicates"]["spoken_of"][kind]:
            add(phrase, f"spoken_{kind}", True)
    for phrase in lists["predicates"]["spoken_of"]["not"]:
        add(phrase, "spoken_named", False)
        add(phrase, "spoken_clause", False)


@cache
def keys_of(*path: str) -> frozenset[str]:
    """Return a list of the word lists as look-up forms: ``keys_of("honorifics", "syllables")``."""
    entry: Any = tables()
    for step in path:
        entry = entry[step]
    return frozenset(look_up_key(phrase) for phrase in entry)


def join(parts: Sequence[str]) -> str:
    """Return words joined by spaces, empty ones left out."""
    return " ".join(part for part in parts if part)


def body_head(name: str) -> BodyHead | None:
    """Return the head of an organization's name by its normalised or written form."""
    node: Any = _lexicon().root
    keys = tuple(words(name))
    for word in keys:
        node = node.get(fold(word), {})
    found = (mark for phrase, kind, mark, _ in node.get(None, ()) if kind == "body" and phrase == keys)
    return next(found, None)
