"""Which of two wordings of one thing is the later one: by what each said before, never by clocks, which jump."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Literal

_DIGITS = 8
_MOST = 100
"""Earlier wordings that are remembered."""


def short_hash(text: str) -> str:
    """Return what a wording is remembered by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def later(earlier: Sequence[str], before: str) -> tuple[str, ...]:
    """Return what is remembered once a wording is replaced that was ``before``."""
    return (*earlier, short_hash(before))[-_MOST:]


Newer = Literal["mine", "theirs", "both"]


def newer(mine: str, my_earlier: Sequence[str], theirs: str, their_earlier: Sequence[str]) -> Newer:
    """Return which of two wordings came of the other one; "both" when neither did, so that both must be kept."""
    mine_goes_on = mine == theirs or short_hash(theirs) in my_earlier
    theirs_goes_on = short_hash(mine) in their_earlier
    if mine_goes_on == theirs_goes_on:
        return "mine" if mine == theirs else "both"
    return "mine" if mine_goes_on else "theirs"
