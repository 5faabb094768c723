"""Every regular expression is made in one place, which lists it, and takes twice the time for twice the text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tui
from tests.bench.expressions import AT_MOST, load, measured, texts
from tui.text import regex
from tui.text.regex import MADE, MOST_AT_A_PLACE

_MAKES = re.compile(r"\bre\.(?:compile|match|fullmatch|search|sub|subn|split|findall|finditer)\(")
QUICK = (4_000, 16_000)
"""Sizes at which an expression that is not linear is seen at once: it takes sixteen times as long."""


def test_expressions_are_made_in_one_place() -> None:
    root = Path(tui.__file__).parent
    others = [path for path in root.rglob("*.py") if path != Path(regex.__file__)]
    assert [str(path) for path in others if _MAKES.search(path.read_text("utf-8"))] == []


def test_an_expression_is_listed_with_its_place_and_few_of_those_made_again_and_again() -> None:
    for number in range(3 * MOST_AT_A_PLACE):
        made = regex.regex(f"a{number}")
    here = [pattern for place, pattern in MADE.items() if place.module == __name__]
    assert made in here and len(here) == MOST_AT_A_PLACE


def test_an_expression_that_is_not_linear_is_seen() -> None:
    place, pattern = next(iter(MADE)), re.compile(r"\s*=")
    assert measured(place, pattern, "blank", texts(pattern)["blank"]).worst > AT_MOST


@pytest.mark.slow
def test_every_expression_takes_linear_time() -> None:
    patterns = load()
    assert len(patterns) > 100
    grown = [
        measured(place, pattern, name, text, sizes=QUICK)
        for place, pattern in patterns.items()
        for name, text in texts(pattern).items()
    ]
    assert [f"{one.place.module}:{one.place.line} on {one.text}" for one in grown if one.steep] == []
