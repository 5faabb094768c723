"""What the checks of figures say to people: a record names their rules in English."""

from __future__ import annotations

from tui.messages import N_, say
from tui.text.clean import Clean, clean_line

RULES = (
    N_("The share agrees with the stated percentage"),
    N_("The part is not greater than the whole"),
    N_("The rank is within the total"),
    N_("The rank before the change is within the total"),
    N_("A share of a whole is between 0 and 100%"),
    N_("The parts add up to the whole"),
    N_("Shares of the same units have the same denominator"),
    N_("The article is not older than the event"),
)
"""The rules of :mod:`tui.parse.checks`."""


def rule_said(rule: str) -> Clean:
    """Return the rule of a check in the language in use; one that is not ours (of a corrected record) as it stands."""
    return say(rule) if rule in RULES else clean_line(rule)
