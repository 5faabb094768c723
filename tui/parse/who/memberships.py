"""A person's roles: each once, in its longest wording."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from tui.model import Membership
from tui.parse.who.organizations import Organizations
from tui.parse.who.roles import RoleSpan
from tui.parse.who.words import Words
from tui.text.fold import fold, syllables


class _Post(Struct, frozen=True, gc=False):
    """A role as written, normalised, and the folded words that tell whether two wordings mean one role."""

    label: str
    role: RoleSpan
    organization: str | None
    norm: str
    words: frozenset[str]
    grade: tuple[bool, bool, str]


def memberships(words: Words, roles: Iterable[RoleSpan], organizations: Organizations) -> tuple[Membership, ...]:
    """Return the roles of one person from all mentions, in the order of the text.

    A wording whose words are all in another one of the same head is the same role ("Phó Bí thư" and "Phó Bí thư Huyện
    ủy"): the longer one stays, the first among equals.
    """
    kept: list[_Post] = []
    for role in roles:
        post = _post(words, role, organizations)
        for index, other in enumerate(kept):
            if _is_same(post, other):
                if (len(post.words), len(post.label)) > (len(other.words), len(other.label)):
                    kept[index] = post
                break
        else:
            kept.append(post)
    return tuple(
        Membership(label=post.label, role=post.role.head.name, organization_id=post.organization, label_norm=post.norm)
        for post in _unique(kept)
    )


def _unique(posts: Sequence[_Post]) -> Iterable[_Post]:
    """Leave out what became a part of another when the longest wordings were chosen."""
    for index, post in enumerate(posts):
        if not any(_is_same(post, other) and len(post.words) < len(other.words) for other in posts) and not any(
            _is_same(post, other) for other in posts[:index]
        ):
            yield post


def _post(words: Words, role: RoleSpan, organizations: Organizations) -> _Post:
    organization, norm = organizations.of_role(role)
    return _Post(words.text(role.first, role.last), role, organization, norm, frozenset(syllables(norm)), _grade(role))


def _is_same(one: _Post, other: _Post) -> bool:
    if one.grade != other.grade:
        return False
    if one.organization and other.organization and one.organization != other.organization:
        return one.words == other.words
    if one.organization and one.organization == other.organization and one.role.head.name == other.role.head.name:
        return True
    less, more = sorted((one.words, other.words), key=len)
    return less <= more


def _grade(role: RoleSpan) -> tuple[bool, bool, str]:
    """Return what must agree in two wordings of one role: former or not, deputy or not, and the noun of the head."""
    is_deputy, noun = _noun(role.head.name)
    return role.first < role.head_first, is_deputy, noun


@cache
def _noun(head: str) -> tuple[bool, str]:
    """Tell whether the head of a role is a deputy's, and return its noun."""
    name = fold(head)
    return name.startswith("pho "), name.removeprefix("pho ").removesuffix(" thuong truc").removesuffix(" chuyen trach")


def is_former(post: Membership) -> bool:
    """Tell whether a role was held before ("nguyên Chủ tịch UBND huyện")."""
    return post.label.lower().startswith(("nguyên ", "cựu "))


def is_seat(post: Membership) -> bool:
    """Tell whether a role is a seat on a committee, which says little of whom its holder stands for (Tỉnh ủy viên)."""
    return post.role.endswith("ủy viên") or post.role.startswith("Ủy viên")
