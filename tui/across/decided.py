"""What the readers of a library decided: that some things are one, or that they are not.

A decision names things by what people can read (a name, a role, a day) and by their article's key. Which thing of the
library that is, is looked up each time; a decision that leads nowhere, or against a later one, is set aside and said.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, Literal, NamedTuple, TypeVar

from tui.across.union import Union

Verdict = Literal["one", "apart"]
"""``one``: the things are the same; ``apart``: no two of them are."""
Flaw = Literal["gone", "unclear", "contradicted", "alone"]
"""``gone``: it names what is not there (any more); ``unclear``: what it names could be several things;
``contradicted``: a later decision says otherwise; ``alone``: it names a single thing, twice perhaps."""

Reference = TypeVar("Reference")
Thing = TypeVar("Thing", bound=Hashable)


class Decision(NamedTuple, Generic[Reference]):
    """One decision, in the order of the file; ``place`` is where it stands there, as errors name it."""

    verdict: Verdict
    things: tuple[Reference, ...]
    place: str = ""


class SetAside(NamedTuple, Generic[Reference]):
    """A decision that does not count, and why."""

    decision: Decision[Reference]
    flaw: Flaw


class Settled(NamedTuple, Generic[Thing, Reference]):
    """What decisions come to: groups of what is one, pairs of what is not, and what could not be used."""

    one: tuple[frozenset[Thing], ...] = ()
    apart: frozenset[frozenset[Thing]] = frozenset()
    set_aside: tuple[SetAside[Reference], ...] = ()

    @property
    def touched(self) -> frozenset[Thing]:
        """Everything that was decided about."""
        return frozenset(thing for group in (*self.one, *self.apart) for thing in group)


def settle(
    decisions: Sequence[Decision[Reference]], find: Callable[[Reference], Sequence[Thing]]
) -> Settled[Thing, Reference]:
    """Return what decisions come to. The latest counts where two contradict each other, directly or by way of others.

    Args:
        decisions: In the order in which they were made.
        find: Returns what a reference stands for: one thing, none that is left, or several that it could be.

    """
    union: Union[Thing] = Union()
    apart: list[tuple[Thing, Thing]] = []
    aside: list[SetAside[Reference]] = []
    for decision in reversed(decisions):
        found = [list(find(one)) for one in decision.things]
        things = list(dict.fromkeys(each[0] for each in found if each))
        flaw = _flaw(found, things) or _against(decision.verdict, things, union, apart)
        if flaw:
            aside.append(SetAside(decision, flaw))
        elif decision.verdict == "one":
            for thing in things[1:]:
                union.join(things[0], thing)
        else:
            apart += pairs(things)
    return Settled(
        tuple(frozenset(group) for group in union.groups() if len(group) > 1),
        frozenset(map(frozenset, apart)),
        tuple(reversed(aside)),
    )


def pairs(things: Sequence[Thing]) -> Iterable[tuple[Thing, Thing]]:
    """Yield every two of some things."""
    return ((one, other) for number, one in enumerate(things) for other in things[:number])


def _flaw(found: Sequence[Sequence[Thing]], things: Sequence[Thing]) -> Flaw | None:
    if any(not each for each in found):
        return "gone"
    if any(len(each) > 1 for each in found):
        return "unclear"
    return "alone" if len(things) < 2 else None


def _against(
    verdict: Verdict, things: Sequence[Thing], union: Union[Thing], apart: Sequence[tuple[Thing, Thing]]
) -> Flaw | None:
    """Tell whether a decision contradicts those that were made after it."""
    roots = {union.root(thing) for thing in things}
    if verdict == "apart":
        return "contradicted" if len(roots) < len(things) else None
    parted = any({union.root(one), union.root(other)} <= roots for one, other in apart)
    return "contradicted" if parted else None
