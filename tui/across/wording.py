"""Reasons and differences in words, in the language in use."""

from __future__ import annotations

from tui.across.comparison import Aspect as PersonAspect
from tui.across.events import Aspect as EventAspect
from tui.across.suggestions import Kind, Reason
from tui.messages import N_, say
from tui.text.clean import Clean, clean_line

_REASONS: dict[Kind, str] = {
    "name": N_("the same name"),
    "spelling": N_("spelled in two ways: {one}, {other}"),
    "accents": N_("the same letters with other accents: {one}, {other}"),
    "body": N_("in the same body: {one}; {other}"),
    "family": N_("in the same council or committee: {one}; {other}"),
    "area": N_("in the same area: {one}; {other}"),
    "place": N_("at sessions in the same place: {one}"),
    "role": N_("the same role, no word of where: {one}"),
    "province": N_("in the same province"),
    "follows": N_("one post follows the other"),
    "at once": N_("two posts at one time: {one}; {other}"),
    "address": N_("one is a woman, the other a man"),
    "gap": N_("{one} years lie between them"),
}
_ASPECTS: dict[PersonAspect | EventAspect, str] = {
    "role": N_("role"),
    "side": N_("side"),
    "chair": N_("chair"),
    "delegation": N_("delegation"),
    "theme": N_("theme"),
    "part of day": N_("part of the day"),
}


def reason_said(reason: Reason) -> Clean:
    """Return what speaks for one person, or against."""
    one, other = (clean_line(word) for word in (*reason.words, "", "")[:2])
    return say(_REASONS[reason.kind], one=one, other=other)


def aspect_said(aspect: PersonAspect | EventAspect) -> Clean:
    """Return the name of what two articles differ in."""
    return say(_ASPECTS[aspect])
