"""The word lists on people, roles and bodies agree with each other."""

from __future__ import annotations

from typing import Any

import pytest

from tui.parse.lexicon import tables
from tui.parse.who.vocabulary import body_head
from tui.text.spelling import key


def keys(*path: str) -> set[str]:
    """Return a list of words by their keys."""
    entry: Any = tables()
    for step in path:
        entry = entry[step]
    return set(map(key, entry))


@pytest.mark.parametrize("name", ["in_cues", "shared", "chairs", "attending"])
def test_special_parts_are_parts(name: str) -> None:
    known = keys("predicates", "parts") | {key("cùng dự")}
    assert keys("predicates", name) <= known


def test_every_part_ends_a_role() -> None:
    stops = keys("predicates", "stops")
    for part in keys("predicates", "parts"):
        words = part.split()
        assert any(" ".join(words[:size]) in stops for size in range(1, len(words) + 1)), part


def test_bare_honorifics_and_those_of_men_and_women_are_honorifics() -> None:
    one = keys("honorifics", "one")
    assert keys("honorifics", "bare") | keys("honorifics", "men") | keys("honorifics", "women") <= one


def test_heads_of_roles_name_known_bodies() -> None:
    for entry in tables()["roles"]["heads"]:
        for body in (entry.get("unit"), entry.get("of")):
            assert body is None or body_head(body) is not None, (entry["role"], body)


def test_bodies_that_answer_to_a_council_are_heads() -> None:
    heads = {entry["name"] for entry in tables()["bodies"]["heads"]}
    assert set(tables()["bodies"]["answering"]) <= heads


def test_classes_told_apart_are_those_of_heads() -> None:
    classes = {entry["class"] for entry in tables()["bodies"]["heads"]}
    assert set(tables()["bodies"]["departments"]) | set(tables()["bodies"]["visiting"]) <= classes


def test_no_head_is_written_like_another() -> None:
    for name in ("bodies", "roles"):
        written = [
            (key(phrase), entry.get("name", entry.get("label", entry.get("role"))))
            for entry in tables()[name]["heads"]
            for phrase in entry.get("also", ())
        ]
        seen: dict[str, str] = {}
        for phrase, head in written:
            assert seen.setdefault(phrase, head) == head, (name, phrase)


def test_provinces_are_those_of_both_eras() -> None:
    provinces = keys("areas", "provinces")
    assert {"lâm đồng", "đắk nông", "bình định", "gia lai"} <= provinces
