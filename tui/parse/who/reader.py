"""Reads an article from left to right: people, bodies and areas, each where it begins."""

from __future__ import annotations

from bisect import bisect_left

from tui.parse.who.after_name import complete
from tui.parse.who.areas import area_at
from tui.parse.who.bare_names import bare_name
from tui.parse.who.before_name import Prefix, is_honorific, may_be_short, read_prefix, role_begins
from tui.parse.who.mentions import Found, Mention, Piece
from tui.parse.who.names import MOST_SYLLABLES, Name, family_weight, is_sure_middle, run_end, weigh
from tui.parse.who.scene import LIKELY, Scene
from tui.parse.who.vocabulary import Mark
from tui.parse.who.words import Words

AFTER_HONORIFIC = -1.0
"""Weight from which a run of capitals is a name after an honorific."""
_BEFORE_NAMES = frozenset(["honorific", "title", "role", "role_before"])


def read(words: Words) -> Found:
    """Return what an article names; lines of capitals are left for :mod:`tui.parse.who.linking`."""
    scene = Scene(words)
    for stretch in words.stretches:
        if not stretch.shouts:
            scene.open(stretch)
            _read(scene, stretch.first, stretch.last)
    return scene.found


def _read(scene: Scene, first: int, limit: int) -> None:
    words, done = scene.words, first
    for index in words.openings[bisect_left(words.openings, first) : bisect_left(words.openings, limit)]:
        if index < done:
            continue
        done = index
        if index in words.readable:
            done = _step(scene, index, limit)
        elif words.caps[index] and (mention := bare_name(scene, index, limit)):
            done = complete(scene, mention, limit)
        if done == index and index in words.full_stops:
            scene.listed = None


def _step(scene: Scene, index: int, limit: int) -> int:
    """Read what begins at a token; return where to go on, or the index itself when nothing does."""
    words, marks = scene.words, scene.words.marks[index]
    if "credit" in marks:
        return run_end(words, index + marks["credit"].size, limit)
    if not _BEFORE_NAMES.isdisjoint(marks) and (after := _person(scene, index, limit)) > index:
        return after
    if "place" in marks and (after := _over_place(scene, index, marks["place"], limit)) > index:
        return after
    if words.caps[index] and (mention := bare_name(scene, index, limit)):
        return complete(scene, mention, limit)
    return _body_or_area(scene, index, limit)


def _body_or_area(scene: Scene, index: int, limit: int) -> int:
    words, marks = scene.words, scene.words.marks[index]
    if "body" in marks and (body := scene.bodies.at(index, limit)):
        scene.found.note_body(body)
        return body.last
    if ("level" in marks or "province" in marks or "city" in marks) and (
        area := area_at(words, index, limit, scene.known)
    ):
        scene.found.areas.append(area)
        return area.last
    return index


def _over_place(scene: Scene, index: int, mark: Mark, limit: int) -> int:
    """Step over a place, school or firm that may bear a person's name ("đường Nguyễn Văn A")."""
    words = scene.words
    start = index + mark.size
    if (
        words.caps[index]
        and mark.size == 1
        and (words.marks[index].get("role") or scene.weight(index, limit) >= LIKELY)
    ):
        return index
    body = words.marks[index].get("body")
    if body and not body.value.weak:
        return index
    while start < limit and words.is_name_like(start) and (inner := words.marks[start].get("place")):
        start += inner.size
    inside = words.marks[start].get("body")
    if inside and inside.value.kind != "unit":
        return index
    return run_end(words, start, limit) if start < limit and words.is_name_like(start) else index


def _person(scene: Scene, index: int, limit: int) -> int:
    """Read a mention that begins with an honorific or a role."""
    words = scene.words
    prefix = read_prefix(scene, index, limit)
    if not prefix.pieces:
        return index
    name = _name(scene, prefix, limit)
    if name is None or scene.stretch is None or (name.is_short and not may_be_short(scene, prefix)):
        return _label(scene, prefix, limit) or _nobody(scene, prefix)
    if prefix.is_plural and not name.is_short:
        scene.listed = [role for role in prefix.roles if role.is_plural or scene.listed is None]
        many = next((piece for piece in prefix.pieces if _is_plural(scene, piece)), None)
        scene.called = tuple(words.keys[many.first : many.last]) if many else ()
    pieces = prefix.pieces
    if prefix.is_plural and not prefix.roles:
        pieces = [piece for piece in pieces if not _is_plural(scene, piece)]
    mention = Mention([*pieces, Piece("NAME", name.first, name.last)], prefix.roles, scene.stretch)
    mention.listed, mention.is_short = prefix.is_plural, name.is_short
    mention.called = scene.called if mention.listed else ()
    if not prefix.is_plural and scene.shared_by_all and _goes_on(scene, index):
        mention.shared = list(scene.listed or ())
    shared = len(mention.roles)
    after = complete(scene, mention, limit)
    if prefix.is_plural:
        scene.shared_by_all = 0 < shared < len(mention.roles) and words.keys[name.first - 1] == ":"
    return after


def _is_plural(scene: Scene, piece: Piece) -> bool:
    mark = scene.words.marks[piece.first].get("honorific")
    return piece.kind == "HON" and mark is not None and mark.value == "many"


def _label(scene: Scene, prefix: Prefix, limit: int) -> int:
    """Read roles before a colon as those of all who follow ("các Tỉnh ủy viên: Chủ tịch A, ..."); else 0."""
    index = prefix.last
    if not (prefix.roles and prefix.is_plural and index < limit and scene.words.keys[index] == ":"):
        return 0
    if not (scene.is_role(index + 1) or is_honorific(scene, index + 1)):
        return 0
    for role in prefix.roles:
        scene.found.note_role(role)
    scene.listed, scene.shared_by_all, scene.labelled = list(prefix.roles), True, index + 1
    return index + 1


def _goes_on(scene: Scene, index: int) -> bool:
    """Tell whether a person is the first under a label, or the next of them."""
    last = scene.last_mention()
    after = last is not None and last.first >= scene.labelled and scene.words.keys[last.last : index] in ([","], ["và"])
    return scene.labelled == index or (after and last is not None and bool(last.shared))


def _nobody(scene: Scene, prefix: Prefix) -> int:
    """Keep the bodies of roles that belong to nobody named ("Chủ tịch UBND 08 xã"), and say where to go on."""
    for role in prefix.roles:
        scene.found.note_role(role)
    return prefix.roles[-1].last if prefix.roles else prefix.pieces[-1].last


def _name(scene: Scene, prefix: Prefix, limit: int) -> Name | None:
    """Read the name after a prefix; a given name alone, of one syllable or two, only after an honorific."""
    words, index, honorific = scene.words, prefix.last, prefix.has_honorific
    if index >= limit or not words.is_name_like(index):
        return None
    end = run_end(words, index, limit)
    if small := _in_small_letters(scene, index, end, limit):
        return Name(index, small, AFTER_HONORIFIC)
    if end - index == 1:
        return _single(scene, index) if honorific else None
    of_place = honorific and words.keys[index - 1] in ("tri", "biểu")
    if of_place and " ".join(words.keys[index:end]) in scene.known:
        return None
    weight = weigh(words, index, end)
    least = AFTER_HONORIFIC if honorific and not (of_place and end - index == 2) else LIKELY
    if weight < least and not honorific and (scene.acts(end, limit) or role_begins(scene, end, limit) is not None):
        least = 0.0
    if weight >= least:
        return Name(index, end, weight)
    return Name(index, end, weight, is_short=True) if honorific and end - index == 2 and not of_place else None


def _in_small_letters(scene: Scene, index: int, end: int, limit: int) -> int:
    """Return where a name ends whose last syllables lack their capitals ("Nguyễn ngọc thân"); 0 for others.

    It was written with them before, or its given name alone lacks one behind Văn or Thị, before a role or a verb.
    """
    words = scene.words
    for size in range(MOST_SYLLABLES, end - index, -1):
        if index + size <= limit and tuple(words.keys[index : index + size]) in scene.names:
            return index + size
    given = end - index == 2 and is_sure_middle(words, index + 1) and family_weight(words, index) > 0
    if not given or end >= limit or not words.texts[end].isalpha() or words.marks[end]:
        return 0
    after = end + 1
    ends = after >= limit or words.keys[after] in (",", ";", ".", "(") or words.is_dash(after)
    return after if ends or scene.acts(after, limit) else 0


def _single(scene: Scene, index: int) -> Name | None:
    """Read a name of one word: a whole one with a particle (K'Lình), else a given name."""
    words, marks = scene.words, scene.words.marks[index]
    if "'" in words.keys[index] or "’" in words.keys[index]:
        return Name(index, index + 1, 1.0)
    taken = words.is_abbreviation(index) or "body" in marks or "level" in marks or "role" in marks
    return None if taken else Name(index, index + 1, 0.0, is_short=True)
