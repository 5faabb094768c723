"""The word lists on speech agree with each other."""

from __future__ import annotations

from typing import Any

import pytest

from tui.parse.lexicon import tables
from tui.text.spelling import key

LISTS = ("speech_verbs", "speech_subjects", "speech_openings", "request_words")


def verbs(name: str) -> set[str]:
    """Return one list of verbs by its keys."""
    return set(map(key, tables()["speech_verbs"][name]))


def test_special_verbs_are_verbs_of_saying_or_asking() -> None:
    said = {key(verb) for kind in tables()["speech_verbs"]["say"].values() for verb in kind}
    asked = verbs("ask") | verbs("ask_of_someone")
    assert verbs("cue_only") <= said
    assert verbs("praise") <= said
    assert verbs("order") | verbs("upward") | verbs("assign") <= asked
    assert verbs("assign") <= verbs("order")


def test_a_verb_says_one_kind_of_thing() -> None:
    said = [key(verb) for kind in tables()["speech_verbs"]["say"].values() for verb in kind]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("name", LISTS)
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    lists: dict[str, Any] = tables()[name]
    for title, words in lists.items():
        if isinstance(words, list):
            keys = [key(word) for word in words]
            assert len(keys) == len(set(keys)), title
