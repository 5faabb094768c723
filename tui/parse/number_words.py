"""The words around numbers, from the word lists, in the form in which the rules look them up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from tui.model import Direction, FigureKind
from tui.parse.lexicon import Phrases, tables
from tui.parse.page import words
from tui.parse.passage import Passage

Value = TypeVar("Value")


@dataclass(frozen=True)
class NumberWords:
    """Phrases that begin at a token (looked up by :func:`at`) or end before one (``*_before``, by :func:`before`)."""

    scales: Mapping[str, int]
    not_scales: Phrases[None]
    measures: Phrases[FigureKind]
    not_measures: Phrases[None]
    percent: Phrases[None]
    percent_points: Phrases[None]
    counted: Phrases[None]
    administrative: Phrases[None]
    joined: Phrases[frozenset[int]]
    joined_before: Phrases[frozenset[int]]
    stops: Phrases[None]
    all_stops: Phrases[None]
    lone: frozenset[str]
    plans: Phrases[None]
    no_units: Phrases[None]
    tiers: Phrases[None]
    tiers_before: Phrases[None]
    idioms: Phrases[None]
    range_words: Phrases[None]
    share_words: Phrases[None]
    share_totals: Phrases[None]
    step_words: Phrases[None]
    value_words_before: Phrases[None]
    decimals: frozenset[str]
    parts: Phrases[None]
    part_starts: frozenset[str]
    wholes_before: Phrases[None]
    restating_before: Phrases[None]
    restating_shares_before: Phrases[None]
    determiners: Phrases[None]
    bare_units: Phrases[None]
    subject_ends_before: Phrases[None]
    subject_starts: Phrases[None]
    subject_sums: Phrases[None]
    period_spans: Phrases[None]
    period_starts: frozenset[str]
    hedges_before: Phrases[None]
    comparatives: frozenset[str]
    changes_before: Phrases[Direction]
    differences_before: Phrases[Direction]
    softeners_before: Phrases[None]
    not_changes_before: Phrases[None]
    ranks_before: Phrases[None]
    totalled_ranks_before: Phrases[None]
    factors_before: Phrases[None]
    factor_unit: str
    compounds_before: Phrases[None]
    ordinals_before: Phrases[None]
    hard_before: Phrases[None]
    soft_before: Phrases[None]
    sums_before: Phrases[None]
    own_counts: Phrases[None]
    each: frozenset[str]
    ages_before: Phrases[None]
    map_scales: frozenset[int]
    map_words: frozenset[str]
    number_words: frozenset[str]
    day_words_before: Phrases[None]
    sure_day_words_before: Phrases[None]
    daily: frozenset[str]
    clock_words_before: Phrases[None]
    hours_before: Phrases[None]
    times_after: frozenset[str]
    since: frozenset[str]
    baselines_before: Phrases[None]
    attributes_before: Phrases[None]
    laws: frozenset[str]
    adverbials: frozenset[str]
    bare_months: frozenset[int]
    lengths_before: Phrases[None]
    lengths_after: Phrases[None]


@cache
def number_words() -> NumberWords:
    """Return the words around numbers; built once."""
    quantities, labels = tables()["quantities"], tables()["number_labels"]
    units, periods = tables()["unit_words"], tables()["periods"]
    joined, parts = _lists(units["joined"]), [*quantities["parts"], *quantities["exhaustive_parts"]]
    return NumberWords(
        scales=quantities["scales"],
        not_scales=_forward(quantities["not_scales"]),
        measures=Phrases((phrase, kind) for kind, phrases in quantities["measures"].items() for phrase in phrases),
        not_measures=_forward(quantities["not_measures"]),
        percent=_forward(["%", *quantities["percent"]]),
        percent_points=_forward(quantities["percent_points"]),
        counted=_forward(units["counted"]),
        joined=Phrases(joined),
        joined_before=Phrases((_reversed(noun), lists) for noun, lists in joined.items()),
        administrative=_forward(units["administrative"]),
        stops=_forward(units["stops"]),
        lone=frozenset(units["lone"]),
        all_stops=_forward([*units["stops"], *units["inner_stops"]]),
        plans=_forward(units["plans"]),
        no_units=_forward(labels["no_units"]),
        tiers=_forward(labels["tiers"]["units"]),
        tiers_before=_backward(labels["tiers"]["before"]),
        idioms=_forward(labels["idioms"]),
        range_words=_forward(quantities["range_words"]),
        share_words=_forward(quantities["share_words"]),
        share_totals=_forward(quantities["share_totals"]),
        step_words=_forward(quantities["step_words"]),
        decimals=frozenset(quantities["decimals"]),
        value_words_before=_backward(quantities["value_words"]),
        parts=_forward(parts),
        part_starts=frozenset(words(phrase)[0] for phrase in parts),
        wholes_before=_backward(quantities["wholes"]),
        restating_before=_backward(quantities["restating"]),
        restating_shares_before=_backward(quantities["restating_shares"]),
        determiners=_forward(quantities["determiners"]),
        bare_units=_forward(quantities["bare_units"]),
        subject_ends_before=_backward(quantities["subject_ends"]),
        subject_starts=_forward(quantities["subject_starts"]),
        subject_sums=_forward(quantities["subject_sums"]),
        period_spans=_forward(periods["spans"]),
        period_starts=frozenset([*periods["starts"], *(words(phrase)[0] for phrase in periods["spans"])]),
        hedges_before=_backward(quantities["hedges"]),
        comparatives=frozenset(quantities["comparatives"]),
        changes_before=_directed(quantities["changes"]),
        differences_before=_directed(quantities["differences"]),
        softeners_before=_backward(quantities["softeners"]),
        not_changes_before=_backward(quantities["not_changes"]),
        ranks_before=_backward(quantities["ranks"]),
        totalled_ranks_before=_backward(quantities["ranks_with_total"]),
        factors_before=_backward(quantities["factors"]["before"]),
        factor_unit=quantities["factors"]["unit"],
        compounds_before=_backward(labels["compounds"]),
        ordinals_before=_backward(labels["ordinals"]),
        hard_before=_backward(labels["hard"]),
        soft_before=_backward(labels["soft"]),
        sums_before=_backward(labels["sums"]),
        own_counts=_forward(units["own_counts"]),
        each=frozenset(labels["each"]),
        ages_before=_backward(labels["ages"]),
        map_scales=frozenset(labels["map_scales"]),
        map_words=frozenset(labels["map_words"]),
        number_words=frozenset(quantities["number_words"]),
        day_words_before=_backward(periods["day_words"]),
        sure_day_words_before=_backward(periods["sure_day_words"]),
        daily=frozenset(periods["daily"]),
        clock_words_before=_backward(periods["clock_words"]),
        times_after=frozenset(periods["times_after"]),
        since=frozenset(periods["since"]),
        hours_before=_backward(periods["hours_before"]),
        baselines_before=_backward(periods["baselines"]),
        attributes_before=_backward(periods["attributes"]),
        laws=frozenset(periods["laws"]),
        adverbials=frozenset(periods["adverbials"]),
        bare_months=frozenset(periods["bare_months"]),
        lengths_before=_backward(periods["lengths_before"]),
        lengths_after=_forward(periods["lengths_after"]),
    )


def at(passage: Passage, index: int, phrases: Phrases[Value]) -> tuple[int, Value] | None:
    """Return the longest phrase that begins at a token: how many tokens it takes, and its value."""
    return phrases.match(passage.keys, index)


def length(passage: Passage, index: int, phrases: Phrases[Value]) -> int:
    """Return how many tokens the longest phrase takes that begins at a token; 0 if none does."""
    keys = passage.keys
    found = phrases.match(keys, index) if index < len(keys) and keys[index] in phrases.firsts else None
    return found[0] if found else 0


def before(passage: Passage, index: int, phrases: Phrases[Value]) -> tuple[int, Value] | None:
    """Return the longest phrase that ends before a token: how many tokens it takes, and its value."""
    return phrases.match(passage.backward, len(passage.keys) - index) if index > 0 else None


def length_before(passage: Passage, index: int, phrases: Phrases[Value]) -> int:
    """Return how many tokens the longest phrase takes that ends before a token; 0 if none does."""
    keys = passage.keys
    found = before(passage, index, phrases) if index > 0 and keys[index - 1] in phrases.firsts else None
    return found[0] if found else 0


def _forward(phrases: Iterable[str]) -> Phrases[None]:
    return Phrases((phrase, None) for phrase in phrases)


def _backward(phrases: Iterable[str]) -> Phrases[None]:
    return Phrases((_reversed(phrase), None) for phrase in phrases)


def _lists(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    """Return for each noun the numbers of the lists that it is in."""
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(groups):
        for noun in group:
            found[noun] = found.get(noun, frozenset()) | {number}
    return found


def _directed(phrases: Mapping[Direction, Iterable[str]]) -> Phrases[Direction]:
    return Phrases((_reversed(phrase), direction) for direction, some in phrases.items() for phrase in some)


def _reversed(phrase: str) -> str:
    return " ".join(reversed(words(phrase)))
