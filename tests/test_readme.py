"""The README says what the program does, and shows pictures that are there."""

from __future__ import annotations

import re

from tests.readme import README, TABLES, redrawn

TEXT = README.read_text("utf-8")


def test_the_tables_are_those_of_the_code() -> None:
    assert set(re.findall(r"<!-- (\w+): ", TEXT)) == set(TABLES)
    assert redrawn(TEXT) == TEXT, "run python -m tests.readme"


def test_every_file_that_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", TEXT)
    assert links
    assert [link for link in links if "://" not in link and not (README.parent / link).exists()] == []
