"""The one place where regular expressions are made, so that all of them can be listed and measured."""

from __future__ import annotations

import re
import sys
from typing import AnyStr, NamedTuple

MOST_AT_A_PLACE = 16


class Place(NamedTuple):
    """Where in the program an expression is made: module and line, and which of those that are made there."""

    module: str
    line: int
    number: int


MADE: dict[Place, re.Pattern[str] | re.Pattern[bytes]] = {}
"""Every expression; of those that are made again and again at one place the last MOST_AT_A_PLACE."""
_counts: dict[tuple[str, int], int] = {}


def regex(expression: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
    """Return an expression made ready, and list it.

    Each must take linear time on any text; ``python -m tests.bench.expressions`` measures all that are listed.
    """
    made = re.compile(expression, flags)
    frame = sys._getframe(1)
    where = (frame.f_globals["__name__"], frame.f_lineno)
    number = _counts.get(where, 0)
    _counts[where] = number + 1
    MADE[Place(*where, number % MOST_AT_A_PLACE)] = made
    return made
