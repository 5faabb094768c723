"""What stands before a name: honorifics, ranks and titles, roles, and the marks between them."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from tui.parse.page import words as cut
from tui.parse.who.mentions import Piece
from tui.parse.who.names import run_end
from tui.parse.who.roles import RoleSpan
from tui.parse.who.scene import LIKELY, Scene
from tui.parse.who.vocabulary import keys_of
from tui.parse.who.words import Words

LONGEST_ASIDE = 9
"""Most tokens of a parenthesis after a name."""


class Prefix(Struct):
    """Pieces before a name; ``last`` is where the name should begin. Token indices."""

    last: int
    pieces: list[Piece] = []
    roles: list[RoleSpan] = []
    is_plural: bool = False

    @property
    def has_honorific(self) -> bool:
        """Tell whether someone is addressed."""
        return "HON" in [piece.kind for piece in self.pieces]


def read_prefix(scene: Scene, index: int, limit: int) -> Prefix:
    """Read the honorifics, titles and one chain of roles that begin at a token, in any order."""
    prefix = Prefix(index)
    while prefix.last < limit and (
        _honorific(scene, prefix, limit) or _title(scene, prefix, limit) or _roles(scene, prefix, limit)
    ):
        pass
    return prefix


def _honorific(scene: Scene, prefix: Prefix, limit: int) -> bool:
    words, index = scene.words, prefix.last
    mark = words.marks[index].get("honorific")
    if mark is None or not is_honorific(scene, index):
        return False
    if "role" in words.marks[index] and scene.roles.at(index, limit, person_follows=True):
        return False
    if mark.size > 1 and words.keys[index] in ("các", "những"):
        role = scene.roles.at(index + 1, limit, person_follows=True)
        if role and role.last > index + mark.size:
            return False
    prefix.is_plural = prefix.is_plural or mark.value == "many"
    end = index + mark.size
    prefix.pieces.append(Piece("HON", index, end))
    prefix.last = end + 1 if end + 1 < limit and words.keys[end] == ":" else end
    return True


def is_honorific(scene: Scene, index: int) -> bool:
    """Tell whether a word addresses someone: a syllable like "Anh" does not inside a run of capitals."""
    words = scene.words
    mark = words.marks[index].get("honorific")
    if mark is None:
        return False
    if mark.size > 1 or not words.caps[index] or words.keys[index] not in keys_of("honorifics", "syllables"):
        return True
    first = scene.stretch is not None and index == scene.stretch.first
    return first or not words.is_name_like(index - 1) or "role" in words.marks[index - 1]


def _title(scene: Scene, prefix: Prefix, limit: int) -> bool:
    words, index = scene.words, prefix.last
    mark = words.marks[index].get("title")
    if mark is None:
        return False
    end = index + mark.size
    if end < limit and words.keys[end] == "." and words.starts[end] == words.ends[end - 1]:
        end += 1
    prefix.pieces.append(Piece("HON", index, end))
    prefix.last = end + 1 if words.keys[end] == "," and "title" in words.marks[end + 1] else end
    return True


def _roles(scene: Scene, prefix: Prefix, limit: int) -> bool:
    """Read a chain of roles; a label like "Thư ký kỳ họp:" before a list is none."""
    words, index = scene.words, prefix.last
    if prefix.roles or not scene.is_role(index):
        return False
    chain = scene.roles.chain(index, limit, person_follows=True)
    if not chain:
        return False
    end, head = chain[-1].last, chain[-1].head
    if words.keys[end] == ":" and head.weak and not (chain[-1].body or chain[-1].area):
        return False
    prefix.roles += chain
    prefix.pieces += [Piece("ROLE", role.first, role.last) for role in chain]
    prefix.is_plural = prefix.is_plural or any(role.is_plural for role in chain)
    lent = scene.words.keys[index - 1] == "của" and scene.words.keys[end] == ","
    prefix.last = end if lent else _to_name(scene, end, limit)  # "thừa ủy quyền của Giám đốc Sở, ông A"
    return not lent


def _to_name(scene: Scene, index: int, limit: int) -> int:
    """Step over a dash, comma or colon between a role and the honorific or name that follows."""
    words = scene.words
    after = index + 1
    if after >= limit:
        return index
    if words.keys[index] == "là":
        return after if "honorific" in words.marks[after] else index
    comma = words.keys[index] == ","
    if not (comma or words.keys[index] == ":" or words.is_dash(index)):
        return index
    if is_honorific(scene, after) or "title" in words.marks[after]:
        return index if comma and _begins_item(scene, after, limit) else after
    named = not comma and words.is_name_like(after) and scene.weight(after, limit) >= LIKELY
    return after if named else index


def _begins_item(scene: Scene, index: int, limit: int) -> bool:
    """Tell whether the honorific after a role and a comma begins the next item of a list, with roles of its own."""
    mark = scene.words.marks[index].get("honorific")
    if mark is None:
        return False
    start = index + mark.size
    end = run_end(scene.words, start, limit)
    return end <= start or role_begins(scene, end, limit) is not None


def role_begins(scene: Scene, index: int, limit: int) -> int | None:
    """Return where a role begins after a name: after a dash, comma, parenthesis, "là", a rank, or nothing."""
    words = scene.words
    start = _over_aside(scene, index, limit)
    link = words.marks[start].get("role_links")
    if words.is_dash(start) or words.keys[start] in (",", "("):
        start += 2 if words.is_dash(start + 1) else 1
    elif link and words.keys[start] != "và":
        start += link.size
    title = words.marks[start].get("title")
    if title and (words.keys[start + title.size] in (",", ".") or words.is_dash(start + title.size)):
        start += title.size + 1
    return start if start < limit and scene.is_role(start) else None


def _over_aside(scene: Scene, index: int, limit: int) -> int:
    """Step over a parenthesis between a name and a role ("Đại biểu A (đoàn Bình Định) - Giám đốc ...")."""
    words = scene.words
    after = index if "role" in words.marks[index + 1] else over_parenthesis(words, index)
    return after if after < limit and (words.is_dash(after) or words.keys[after] == ",") else index


def over_parenthesis(words: Words, index: int) -> int:
    """Return the token after a short parenthesis that begins at a token; the token itself where there is none."""
    closing = range(index + 1, index + LONGEST_ASIDE) if words.keys[index] == "(" else ()
    return next((position + 1 for position in closing if words.keys[position] == ")"), index)


def may_be_short(scene: Scene, prefix: Prefix) -> bool:
    """Tell whether a given name alone may follow ("ông Tuyến", "bác sĩ Lộc"): right after such a word, with no role."""
    last = prefix.pieces[-1]
    if last.kind != "HON" or prefix.roles:
        return False
    if "title" in scene.words.marks[last.first]:
        return True
    return tuple(scene.words.keys[last.first : last.last]) in _short_honorifics()


@cache
def _short_honorifics() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(cut(phrase)) for phrase in keys_of("honorifics", "bare"))
