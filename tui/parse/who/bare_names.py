"""Names with nothing before them: in a list, before a role, or before what only people do."""

from __future__ import annotations

from tui.parse.who.before_name import over_parenthesis, role_begins
from tui.parse.who.mentions import Mention, Piece
from tui.parse.who.names import run_end, weigh
from tui.parse.who.scene import Scene

POSSIBLE = 0.5
"""Weight from which a run of capitals is a name with a role right after it, or as the next of a list of people."""
LISTED = 2.4
"""Weight from which it is a name right after a group's colon ("lãnh đạo các Ban: A (Pháp chế), B ...")."""
FARTHEST_GROUP = 12
"""Most tokens from the head of a group to that colon."""
CERTAIN = 3.0
"""Weight from which it is a name with a verb after it and nothing before."""


def bare_name(scene: Scene, index: int, limit: int) -> Mention | None:
    """Read a name that neither an honorific nor a role leads to."""
    if scene.stretch is None or not _may_begin(scene, index):
        return None
    end = run_end(scene.words, index, limit)
    weight = weigh(scene.words, index, end)
    if weight < POSSIBLE:
        return None
    listed = _follows_person(scene, index) or (weight >= LISTED and _opens_list(scene, index, end))
    begins = role_begins(scene, end, limit)
    held = begins is not None and scene.roles.at(begins, limit, person_follows=False) is not None
    if not (listed or held or (weight >= CERTAIN and scene.acts(end, limit))):
        return None
    mention = Mention([Piece("NAME", index, end)], [], scene.stretch, listed=listed and scene.listed is not None)
    mention.called = scene.called if mention.listed else ()
    if listed and scene.listed and (not held or scene.shared_by_all):
        mention.shared = list(scene.listed)
    return mention


def _may_begin(scene: Scene, index: int) -> bool:
    """Tell whether a name may begin at a token: where a run of capitals does, and no body or area."""
    words = scene.words
    if words.is_abbreviation(index) or not words.is_name_like(index):
        return False
    marks = words.marks[index]
    if "nobody" in marks or "province" in marks or "city" in marks:
        return False
    role = marks.get("role")
    if role and role.size > 1:
        return False
    body = marks.get("body")
    if body and (body.size > 1 or not body.value.weak):
        return False
    first = scene.stretch is not None and index == scene.stretch.first
    return first or not words.is_name_like(index - 1)


def _opens_list(scene: Scene, index: int, end: int) -> bool:
    """Tell whether a colon leads from people who are named as a group to their names, and open the list of them."""
    words = scene.words
    if words.keys[index - 1] != ":" or (words.keys[end] not in ("(", ",", ";") and not words.is_dash(end)):
        return False
    for position in range(index - 2, max(-1, index - FARTHEST_GROUP), -1):
        if words.is_hard(position) or words.keys[position] == ",":
            return False
        group = words.marks[position].get("group")
        if group and group.value in ("leaders", "representatives", "members"):
            scene.listed = scene.listed or []
            return True
    return False


def _follows_person(scene: Scene, index: int) -> bool:
    """Tell whether a name is the next item of a list of people."""
    words, last = scene.words, scene.last_mention()
    joint = words.keys[index - 1]
    if scene.listed is not None and joint == ";":
        return True
    if last is None or last.last > index:
        return False
    if scene.listed is not None and joint in (":", ",", "và", "-", "+", "cùng"):
        return index - over_parenthesis(words, last.last) <= 2
    return words.keys[last.last : index] in ([";"], ["và"], [";", "-"]) and not last.is_short and bool(last.roles)
