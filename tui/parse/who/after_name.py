"""What stands after a name: the person's roles, and not those of the next person."""

from __future__ import annotations

from tui.parse.who.areas import COMMUNE
from tui.parse.who.before_name import role_begins
from tui.parse.who.mentions import Mention
from tui.parse.who.names import run_end, weigh
from tui.parse.who.roles import RoleSpan
from tui.parse.who.scene import LIKELY, NEXT_PERSON, Scene


def complete(scene: Scene, mention: Mention, limit: int) -> int:
    """Read the roles after a name, keep the mention, and say where to go on."""
    for role in mention.roles:
        scene.found.note_role(role)
    _roles_after(scene, mention, limit)
    if scene.listed is not None:
        while _roles_after_semicolon(scene, mention, limit):
            pass
    scene.found.mentions.append(mention)
    if not mention.is_short:
        scene.names.add(tuple(scene.words.keys[mention.name.first : mention.name.last]))
    if mention.roles:
        mention.after = scene.roles.over_term(mention.last, limit)
    return _played(scene, mention, limit)


def _hold(scene: Scene, mention: Mention, roles: list[RoleSpan]) -> None:
    mention.hold(roles)
    for role in roles:
        scene.found.note_role(role)


def _roles_after(scene: Scene, mention: Mention, limit: int) -> None:
    words, end = scene.words, mention.last
    begins = role_begins(scene, end, limit)
    if begins is None:
        return
    chain = scene.roles.chain(begins, limit, person_follows=False)
    sure = 1 if words.is_dash(end) or words.keys[end] == "(" else 0
    chain = chain[:sure] + _without_next_person(scene, chain[sure:], mention, limit)
    if not chain:
        return
    _hold(scene, mention, chain)
    _share(scene, mention, chain)
    last = chain[-1].last
    if words.keys[end] == "(" and last < limit and words.keys[last] == ")":
        mention.last = last + 1


def _without_next_person(scene: Scene, chain: list[RoleSpan], mention: Mention, limit: int) -> list[RoleSpan]:
    """Leave out roles that stand right before the next person's name ("..., Chủ tịch UBND huyện Trần Văn B").

    Wards and communes are named after people: there the capitals are taken for the area's name, unless this person's
    roles stand before the name too.
    """
    words = scene.words
    parallel = any(piece.kind == "ROLE" for piece in mention.pieces)
    if parallel and chain and _leads_to_name(scene, chain[-1].last, limit):
        return []
    for count, role in enumerate(chain):
        again = scene.roles.at(role.first, limit, person_follows=True)
        stop = again.last if again else role.last
        title = words.marks[stop].get("title")
        stop += title.size if title else 0
        run = run_end(words, stop, limit)
        if run - stop < 2 or weigh(words, stop, run) < (LIKELY if parallel else NEXT_PERSON):
            continue
        area = role.area or (role.body.place() if role.body else None)
        if parallel or area is None or area.rank < COMMUNE or area.last <= stop:
            return chain[:count] if not parallel and count == len(chain) - 1 else []
    return chain


def _leads_to_name(scene: Scene, index: int, limit: int) -> bool:
    """Tell whether a dash or colon leads on to a name ("Phó Chủ tịch UBND huyện - Trần Văn B")."""
    words = scene.words
    if not (words.is_dash(index) or words.keys[index] == ":"):
        return False
    return scene.weight(index + 1, limit) >= NEXT_PERSON


def _share(scene: Scene, mention: Mention, roles: list[RoleSpan]) -> None:
    """Give a role that is written once after several names to all of them ("Các đồng chí A, B - Phó Chủ tịch")."""
    if scene.listed is None:
        return
    index = mention.first
    for earlier in reversed(scene.found.mentions):
        if earlier.stretch is not mention.stretch or earlier.roles or earlier.shared or not earlier.listed:
            return
        if scene.words.keys[earlier.last : index] not in ([","], ["và"], [",", "và"]):
            return
        earlier.shared = list(roles)
        index = earlier.first


def _roles_after_semicolon(scene: Scene, mention: Mention, limit: int) -> bool:
    """Read roles that a semicolon parts from others of the same person, where the next item is a person again."""
    words, end = scene.words, mention.last
    if not mention.roles or words.keys[end] != ";":
        return False
    chain = scene.roles.chain(end + 1, limit, person_follows=True)
    last = chain[-1].last if chain else end
    if not chain or any(role.is_plural for role in chain) or words.keys[last] != ";" or last + 1 >= limit:
        return False
    person = "honorific" in words.marks[last + 1] or scene.weight(last + 1, limit) >= NEXT_PERSON
    if not person and scene.roles.at(last + 1, limit, person_follows=True) is None:
        return False
    _hold(scene, mention, chain)
    return True


def _played(scene: Scene, mention: Mention, limit: int) -> int:
    """Read a role that is told after the mention ("do ông A làm trưởng đoàn", "bầu ông B vào chức danh ...")."""
    words, end = scene.words, mention.end
    index = end + 1 if words.keys[end] == "," else end
    plays = words.marks[index].get("role_plays")
    if plays is None or index + plays.size >= limit:
        return end
    role = scene.roles.at(index + plays.size, limit, person_follows=False)
    if role is None or not (role.head.team or words.keys[index] not in ("làm", "là", "với")):
        return end
    mention.played.append(role)
    scene.found.note_role(role)
    return role.last
