"""The messages in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from tests.catalogue import VIETNAMESE, catalogue, untranslated
from tui import messages
from tui.text.clean import Clean

_NAME = re.compile(r"{(\w+)}")


@pytest.fixture(autouse=True)
def english_after() -> object:
    yield
    messages.use("en")


def said(known: Catalog) -> dict[str, tuple[str, ...]]:
    """Return what a catalogue says, by the message for one."""
    found = {}
    for entry in known:
        key = entry.id if isinstance(entry.id, str) else entry.id[0]
        found[key] = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    found.pop("", None)
    return found


def test_what_is_asked_for_comes_first() -> None:
    assert messages.choose("en", "vi", {"LANG": "vi_VN.UTF-8"}) == "en"


def test_the_setting_comes_before_the_locale() -> None:
    assert messages.choose(None, "en", {"LANG": "vi_VN.UTF-8"}) == "en"


def test_the_locale_counts_by_its_first_variable_that_is_set() -> None:
    assert messages.choose(None, None, {"LC_ALL": "", "LC_MESSAGES": "en_GB.UTF-8", "LANG": "vi_VN"}) == "en"


@pytest.mark.parametrize("locale", ["", "C", "POSIX", "C.UTF-8", "fr_FR.UTF-8", "eng"])
def test_a_locale_that_is_not_spoken_means_vietnamese(locale: str) -> None:
    assert messages.choose(None, None, {"LANG": locale}) == "vi"


def test_a_language_that_is_not_spoken_counts_as_not_asked_for() -> None:
    assert messages.choose("de", None, {"LANG": "en_US"}) == "en"


def test_every_message_is_in_vietnamese() -> None:
    assert untranslated() == []


def test_a_translation_fills_in_the_same_names() -> None:
    wrong = []
    for entry in catalogue():
        ids = entry.id if isinstance(entry.id, (tuple, list)) else (entry.id,)
        strings = entry.string if isinstance(entry.string, (tuple, list)) else (entry.string or "",)
        wanted = set(_NAME.findall(ids[-1]))
        wrong += [text for text in strings if ids[0] and set(_NAME.findall(text)) != wanted]
    assert wrong == []


def test_the_compiled_catalogue_is_that_of_the_sources() -> None:
    compiled = VIETNAMESE.with_suffix(".mo")
    assert compiled.exists(), "python .hatch/build.py compiles it"
    with compiled.open("rb") as file:
        built = said(read_mo(file))
    assert built == said(catalogue()), "python .hatch/build.py compiles it"


def test_vietnamese_is_spoken() -> None:
    messages.use("vi")
    assert messages.language() == "vi"
    assert messages.say("Search everything") == "Tìm trong mọi bài"
    assert messages.say_many("{count} hit", "{count} hits", 3) == "3 kết quả"


def test_english_needs_no_catalogue() -> None:
    messages.use("en")
    assert messages.say_many("{count} hit", "{count} hits", 1) == "1 hit"
    assert messages.say_many("{count} hit", "{count} hits", 2) == "2 hits"


def test_without_its_catalogue_a_language_falls_back_to_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(messages, "CATALOGUE", str(tmp_path / "{language}.mo"))
    messages.use("vi")
    assert messages.say("Search everything") == "Search everything"


def test_braces_in_a_value_are_left_alone() -> None:
    assert messages.say("Written: {file}", file=Clean("{x}.txt")) == "Written: {x}.txt"
