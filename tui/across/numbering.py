"""Numbers for people that last: when some are joined or parted, the others keep theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count

from tui.across.person import Person


def numbers(found: Sequence[Person], before: Mapping[str, int], free: int) -> list[int]:
    """Return a number for each person, in their order.

    A person keeps the number that most of their appearances had; of two with a claim to it the one with more of them.

    Args:
        found: People of some blocks, as they are now.
        before: The number of each appearance before, by its key; new ones have none.
        free: The first number that nobody had.

    """
    claims = [
        (-times, place, number)
        for place, one in enumerate(found)
        for number, times in Counter(before[each.key] for each in one.appearances if each.key in before).items()
    ]
    given: dict[int, int] = {}
    for _, place, number in sorted(claims):
        if place not in given and number not in given.values():
            given[place] = number
    fresh = count(free)
    return [given[place] if place in given else next(fresh) for place in range(len(found))]
