"""Twice the text takes twice the steps, whatever the text repeats, and nothing that it nests breaks the parser."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import tui
from tests.parse.long_texts import PIECES, SEED, list_of_people, of_others
from tui.model import Source
from tui.parse.article import parse_article

PACKAGE = str(Path(tui.__file__).parent)
LENGTH = 5_000
"""Characters of the shorter text: enough for a step that is taken for each pair of things to outnumber the others."""
AT_MOST = 2.2
"""Times as many steps for twice the text."""


def parse(text: str) -> None:
    """Parse a text of any origin."""
    parse_article(text, Source(path="", sha256="", encoding="utf-8", normalization="NFC", characters=len(text)))


def steps(text: str) -> int:
    """Return how many lines of the package run while a text is parsed, each turn of a loop counted."""
    count = 0

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return line

    def call(frame: FrameType, event: str, argument: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        parse(text)
    finally:
        sys.settrace(before)
    return count


def grows(text: str, twice: str) -> float:
    """Return how many times as many steps a text of twice the length takes."""
    parse(twice)  # once before, so that what is remembered of words counts for neither
    return steps(twice) / steps(text)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_what_repeats_itself_takes_twice_the_steps_for_twice_the_text(piece: str) -> None:
    number = LENGTH // len(piece)
    assert grows(piece * number, piece * 2 * number) < AT_MOST


def test_an_article_that_repeats_itself_takes_twice_the_steps_for_twice_the_text() -> None:
    text = SEED.read_text(encoding="utf-8")
    assert grows("\n".join([text] * 4), "\n".join([text] * 8)) < AT_MOST


def test_paragraphs_on_ever_other_people_and_bodies_take_twice_the_steps_for_twice_as_many() -> None:
    assert grows(of_others(150), of_others(300)) < AT_MOST


def test_a_list_of_people_takes_twice_the_steps_for_twice_as_many() -> None:
    assert grows(list_of_people(600), list_of_people(1200)) < AT_MOST
