"""What speaks for two people being one, and against, in words."""

from __future__ import annotations

from tui.across.suggestions import Kind, Reason
from tui.messages import N_, say
from tui.text.clean import Clean, clean_line

_REASONS: dict[Kind, str] = {
    "name": N_("the same name"),
    "spelling": N_("one name in two spellings: {words}"),
    "accents": N_("the same letters, other accents: {words}"),
    "body": N_("posts in one body: {words}"),
    "family": N_("posts in one council or committee: {words}"),
    "area": N_("posts in one area: {words}"),
    "place": N_("in sessions of one place: {words}"),
    "role": N_("the same role: {words}"),
    "province": N_("in one province"),
    "follows": N_("one post after the other: {words}"),
    "at once": N_("two posts at one time: {words}"),
    "address": N_("one is addressed as a man, the other as a woman"),
    "gap": N_("{words} years between them"),
}
_FOR, _AGAINST = Clean("+"), Clean("−")


def sign(reason: Reason) -> Clean:
    """Return a sign of whether a reason speaks for one person, or against."""
    return _FOR if reason.speaks_for else _AGAINST


def told(reason: Reason) -> Clean:
    """Return a reason in words."""
    words = list(dict.fromkeys(clean_line(one) for one in reason.words))
    return say(_REASONS[reason.kind], words=Clean("; ".join(words)))
