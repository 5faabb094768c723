"""How well people and sessions are joined in a generated library, in which it is known who is who."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.generated.library import made
from tui.across.account import Account, account
from tui.across.appearance import Appearance, appearances, block
from tui.across.events import events, numbered
from tui.across.identity import people
from tui.across.locality import Localities
from tui.across.suggestions import suggestions


class Score(NamedTuple):
    """Pairs that were joined, that rightly so, and that are one in truth.

    Pairs weigh those heavily who stand in many articles; ``purity`` and ``whole`` (B-cubed) weigh each appearance
    alike: the mean share of its group that is the same, and of what is the same that is in its group.
    """

    joined: int
    right: int
    one: int
    purity: float
    whole: float

    @property
    def precision(self) -> float:
        """Share of the joined pairs that are one."""
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        """Share of the pairs that are one which were joined."""
        return self.right / self.one if self.one else 1.0


@dataclass
class Library:
    """A generated library as far as it is joined, and the truth about it."""

    appearances: list[Appearance]
    accounts: list[Account]
    who: dict[str, int]
    """The person behind each appearance, by its key."""
    which: dict[str, int]
    """The session behind each article."""


@dataclass
class Measured:
    """What came out, without any decision, and how long it took in seconds."""

    articles: int
    appearances: int
    people: Score
    events: Score
    found: int
    persons: int
    suggested: int
    rightly: int
    seconds: dict[str, float]


def read(articles: int, *, lived: bool, seed: int = 1) -> Library:
    """Return a generated library."""
    library = Library([], [], {}, {})
    for one in made(articles, lived=lived, seed=seed):
        localities = Localities(one.record)
        library.accounts.append(account(one.path, one.record, localities))
        library.which[one.path] = one.truth.event
        for each in appearances(one.path, one.record, localities):
            library.appearances.append(each)
            library.who[each.key] = one.truth.identities[each.person_id]
    return library


def score(groups: Iterable[Sequence[str]], truth: Mapping[str, int]) -> Score:
    """Count the pairs of some groups."""
    joined = right = 0
    pure = whole = 0.0
    sizes = Counter(truth.values())
    for group in groups:
        inside = Counter(truth[key] for key in group)
        joined += _pairs(len(group))
        right += sum(map(_pairs, inside.values()))
        pure += sum(count * count / len(group) for count in inside.values())
        whole += sum(count * count / sizes[which] for which, count in inside.items())
    return Score(joined, right, sum(map(_pairs, sizes.values())), pure / len(truth), whole / len(truth))


def measure(library: Library) -> Measured:
    """Join the sessions and people of a library and count."""
    seconds = {}
    start = time.perf_counter()
    sessions = events(library.accounts)
    seconds["sessions"] = time.perf_counter() - start
    start = time.perf_counter()
    found = people(library.appearances, numbered(sessions))
    seconds["people"] = time.perf_counter() - start
    start = time.perf_counter()
    blocks: dict[str, list[int]] = {}
    for place, one in enumerate(found):
        blocks.setdefault(block(one.name), []).append(place)
    asked = [each for places in blocks.values() for each in suggestions([found[place] for place in places])]
    seconds["suggestions"] = time.perf_counter() - start
    who = {one.key: Counter(library.who[each.key] for each in one.appearances).most_common(1)[0][0] for one in found}
    return Measured(
        articles=len(library.accounts),
        appearances=len(library.appearances),
        people=score(([each.key for each in one.appearances] for one in found), library.who),
        events=score((one.articles for one in sessions), library.which),
        found=len(found),
        persons=len(set(library.who.values())),
        suggested=len(asked),
        rightly=sum(who[each.one] == who[each.other] for each in asked),
        seconds=seconds,
    )


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
