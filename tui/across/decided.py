"""What the readers of a library decided: that some things are one, or that they are not.

A decision names things by what people can read (a name, a role, a day) and by their article's key. Which thing of the
library that is, is looked up each time; a decision that leads nowhere, or against a later one, is set aside and said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import PurePath
from typing import Generic, Literal, NamedTuple, TypeVar

from tui.across.union import Union

Verdict = Literal["one", "apart"]
"""``one``: the things are the same; ``apart``: no two of them are, and the first is the one that others go on with."""
Flaw = Literal["gone", "unclear", "contradicted", "alone"]
"""``gone``: it names what is not there (any more); ``unclear``: what it names could be several things;
``contradicted``: a later decision says otherwise; ``alone``: it names a single thing, twice perhaps."""

Reference = TypeVar("Reference")
Thing = TypeVar("Thing", bound=Hashable)


class Decision(NamedTuple, Generic[Reference]):
    """One decision, and where it was written down."""

    verdict: Verdict
    things: tuple[Reference, ...]
    file: PurePath | None = None
    line: int | None = None


class SetAside(NamedTuple, Generic[Reference]):
    """A decision that does not count, or not whole, and why."""

    decision: Decision[Reference]
    flaw: Flaw


@dataclass(frozen=True)
class Settled(Generic[Thing, Reference]):
    """What decisions come to: groups of what is one, pairs of what is not, and what could not be used."""

    one: tuple[frozenset[Thing], ...] = ()
    apart: frozenset[frozenset[Thing]] = frozenset()
    set_aside: tuple[SetAside[Reference], ...] = ()
    taken_out: frozenset[Thing] = frozenset()
    """What was parted from something that was named before it: of what is like both, all stays with the first."""

    @cached_property
    def touched(self) -> frozenset[Thing]:
        """Everything that was decided about."""
        return frozenset((*self.group_of, *self.parted_from))

    @cached_property
    def group_of(self) -> Mapping[Thing, frozenset[Thing]]:
        """What a thing is one with, itself included."""
        return {thing: group for group in self.one for thing in group}

    @cached_property
    def parted_from(self) -> Mapping[Thing, frozenset[Thing]]:
        """What a thing is not."""
        found: dict[Thing, set[Thing]] = defaultdict(set)
        for pair in self.apart:
            for thing in pair:
                found[thing] |= pair - {thing}
        return {thing: frozenset(others) for thing, others in found.items()}


def settle(
    decisions: Sequence[Decision[Reference]], find: Callable[[Reference], Sequence[Thing]]
) -> Settled[Thing, Reference]:
    """Return what decisions come to.

    The latest counts where two contradict each other, directly or by way of others; of an earlier one about several
    things, what is not contradicted stays, and so does what can be found of one that names things that are gone.

    Args:
        decisions: In the order in which they were made.
        find: Returns what a reference stands for: one thing, none that is left, or several that it could be.

    """
    union: Union[Thing] = Union()
    apart: list[tuple[Thing, Thing]] = []
    aside: list[SetAside[Reference]] = []
    stays: set[Thing] = set()
    taken_out: set[Thing] = set()
    for decision in reversed(decisions):
        found = [list(find(one)) for one in decision.things]
        things = list(dict.fromkeys(each[0] for each in found if len(each) == 1))
        holds = _join(things, union, apart) if decision.verdict == "one" else _part(things, union, apart)
        flaw = _flaw(found, things) or (None if holds else "contradicted")
        if decision.verdict == "apart":
            stays.update(things[:1])
            taken_out.update(things[1:])
        if flaw:
            aside.append(SetAside(decision, flaw))
    return Settled(
        tuple(frozenset(group) for group in union.groups() if len(group) > 1),
        frozenset(map(frozenset, apart)),
        tuple(reversed(aside)),
        frozenset(taken_out - stays),
    )


def _join(things: Sequence[Thing], union: Union[Thing], apart: Sequence[tuple[Thing, Thing]]) -> bool:
    """Join things as far as later decisions allow; return whether all could be."""
    groups: list[Thing] = []
    for thing in things:
        own = next((group for group in groups if not _is_apart(group, thing, union, apart)), None)
        if own is None:
            groups.append(thing)
        else:
            union.join(own, thing)
    return len(groups) < 2


def _part(things: Sequence[Thing], union: Union[Thing], apart: list[tuple[Thing, Thing]]) -> bool:
    """Part things as far as later decisions allow; return whether all could be."""
    pairs = list(combinations(things, 2))
    parted = [(one, other) for one, other in pairs if union.root(one) != union.root(other)]
    apart += parted
    return len(parted) == len(pairs)


def _flaw(found: Sequence[Sequence[Thing]], things: Sequence[Thing]) -> Flaw | None:
    if any(not each for each in found):
        return "gone"
    if any(len(each) > 1 for each in found):
        return "unclear"
    return "alone" if len(things) < 2 else None


def _is_apart(one: Thing, other: Thing, union: Union[Thing], apart: Sequence[tuple[Thing, Thing]]) -> bool:
    roots = {union.root(one), union.root(other)}
    return any({union.root(each), union.root(another)} == roots for each, another in apart)
