"""Posts (chức vụ) as they are compared across articles: which speak for one person, and which can't be one person's."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from tui.across.bodies import Body, body, classes_of, is_family, keys
from tui.across.locality import PROVINCE, SOURCE, Localities, Locality, is_same, plain
from tui.model import Membership

Kind = Literal["office", "party", "seat", "team", "former", "unplaced"]
"""``office``: a full-time post of the state or the front; ``party``: one in a committee of the party or its boards;
``seat``: one held beside an office; ``team``: a part in one session; ``former``: one that somebody had; ``unplaced``:
one in a body that nothing tells from others ("Chủ tịch UBND huyện", and no word of the district)."""
Sign = Literal["body", "family", "area"]
"""What two posts have in common: the body, the council or committee that both bodies belong to, or the area served."""


class Post(Struct, frozen=True, array_like=True):
    """A role in a body. Names are plain (see :func:`tui.across.locality.plain`), without the name of the area."""

    head: str
    """The head of the role without what makes no other post of it ("quyền", "thường trực")."""
    body: str
    root: str
    """The body that it belongs to: of "ban phap che hdnd" it is "hdnd"."""
    where: Locality | None
    """The area that the body serves; None for a body of the country."""
    kind: Kind
    label: str
    """The role as it is shown, its area completed; raw."""

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What tells it from another post: head, body, area and kind."""
        return self.head, self.body, self.where.name if self.where else "", self.kind

    @property
    def tells(self) -> bool:
        """Whether it can say something of who its holder is."""
        return self.kind not in ("team", "unplaced")


def post(member: Membership, localities: Localities, scope: Locality | None) -> Post:
    """Return a membership as a post.

    ``scope`` is the area that a body is taken to serve which the article names without one.
    """
    wording = plain(member.label_norm).removeprefix(plain(member.role)).strip()
    of = body(member.organization_id, wording, localities, scope)
    head = _head(member.role)
    return Post(head, of.name, of.root, of.where, _kind(member, head, of), member.label_norm)


def sign(one: Post, other: Post) -> Sign | None:
    """Return what two posts have in common that can be a second sign of one person.

    A part in a session is none, and that both serve one province only where one leads the party there: provinces have
    hundreds of offices, and among so many people names repeat.
    """
    if not one.tells or not other.tells:
        return None
    if one.where is None or other.where is None:
        return "body" if one.where is other.where and one.body == other.body else None
    if not is_same(one.where, other.where):
        return None
    if one.body == other.body:
        return "body"
    if one.root == other.root and is_family(one.root):
        return "family"
    led = (_leads(one) or _leads(other)) and may_be_held_at_once(one, other)
    return "area" if one.where.rank > PROVINCE or (led and one.where.rank == PROVINCE) else None


def may_be_held_at_once(one: Post, other: Post) -> bool:
    """Tell whether nothing is known against one person's holding both posts at one time.

    Offices of the state exclude each other, and posts that serve different areas do. Commonly held together are a post
    in a council and one in its board; and a post in the party beside an office of the same area, that of its leaders
    beside the presidency of a council alone.
    """
    if not {one.kind, other.kind} <= {"office", "party"} or one.where is None or other.where is None:
        return True
    if not is_same(one.where, other.where):
        return SOURCE in (one.where.rank, other.where.rank)
    if one.body == other.body:
        return one.head == other.head
    in_family = one.root == other.root and is_family(one.root) and one.root in (one.body, other.body)
    if in_family or one.kind == other.kind:
        return in_family
    party, office = (one, other) if one.kind == "party" else (other, one)
    return not _leads(party) or office.head in keys("presides")


def _kind(member: Membership, head: str, of: Body) -> Kind:
    label = plain(member.label)
    if not of.classes.isdisjoint(classes_of("teams")):
        return "team"
    if not of.is_placed:
        return "unplaced"
    if any(label.startswith(f"{word} ") for word in keys("former")):
        return "former"
    if any(head == seat or head.endswith(f" {seat}") for seat in keys("seats")):
        return "seat"
    if not of.classes.isdisjoint(classes_of("party")) or (is_family(of.root) and of.root.endswith(" uy")):
        return "party"
    return "seat" if not of.classes.isdisjoint(classes_of("beside")) else "office"


def _head(role: str) -> str:
    head = plain(role)
    for shade in keys("shades"):
        head = head.removeprefix(f"{shade} ").removesuffix(f" {shade}")
    return head


def _leads(one: Post) -> bool:
    """Tell whether a post leads the committee of the party in an area."""
    return one.kind == "party" and one.head in keys("leads") and one.body == one.root and is_family(one.root)
