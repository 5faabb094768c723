"""What decisions come to, when they agree, contradict each other or lead nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tui.across.decided import Decision, Settled, Verdict, settle


def find(name: str) -> Sequence[str]:
    """Return what a name stands for: nothing for "gone", two things for "unclear", else itself."""
    return {"gone": (), "unclear": ("x", "y")}.get(name, (name,))


def come_to(*said: tuple[Verdict, str]) -> Settled[str, str]:
    """Settle decisions about things of one letter each, or words parted by spaces."""
    return settle([Decision(verdict, tuple(words.split() if " " in words else words)) for verdict, words in said], find)


def flaws(found: Settled[str, str]) -> list[tuple[str, ...]]:
    return [(*one.decision.things, one.flaw) for one in found.set_aside]


def test_what_is_one_with_one_thing_is_one_with_all() -> None:
    assert come_to(("one", "ab"), ("one", "bc")).one == (frozenset("abc"),)


def test_the_later_of_two_counts() -> None:
    found = come_to(("one", "ab"), ("apart", "ab"))
    assert (found.one, found.apart) == ((), frozenset({frozenset("ab")}))
    assert flaws(found) == [("a", "b", "contradicted")]
    assert come_to(("apart", "ab"), ("one", "ab")).one == (frozenset("ab"),)


def test_a_contradiction_by_way_of_others_is_seen() -> None:
    found = come_to(("one", "ab"), ("apart", "ac"), ("one", "bc"))
    assert flaws(found) == [("a", "b", "contradicted")]
    assert found.one == (frozenset("bc"),)


def test_of_many_things_what_is_not_contradicted_stays() -> None:
    found = come_to(("one", "abc"), ("apart", "ac"))
    assert found.one == (frozenset("ab"),)
    assert flaws(found) == [("a", "b", "c", "contradicted")]


def test_what_leads_nowhere_is_said_and_the_rest_holds() -> None:
    found = come_to(("one", "a gone"), ("one", "a unclear"), ("apart", "a b gone"), ("one", "a a"))
    assert [flaw for *_, flaw in flaws(found)] == ["gone", "unclear", "gone", "alone"]
    assert (found.one, found.apart) == ((), frozenset({frozenset("ab")}))


@given(st.lists(st.tuples(st.sampled_from(["one", "apart"]), st.text("abcdef", min_size=1, max_size=4)), max_size=12))
def test_nothing_is_both_one_and_apart(said: list[tuple[Verdict, str]]) -> None:
    found = come_to(*said)
    for group in found.one:
        assert not any(pair <= group for pair in found.apart if len(pair) > 1)
    wrong = {id(one.decision) for one in found.set_aside}
    assert len(wrong) == len(found.set_aside) <= len(said)
