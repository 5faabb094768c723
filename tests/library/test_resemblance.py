"""An article that was printed twice is recognised, and two of one kind are not taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import invented
from tests.library.correctable import TEXT
from tui.library.likeness import fingerprint
from tui.library.resemblance import Resemblance
from tui.text.fold import syllables


def of(text: str) -> bytes:
    return fingerprint(syllables(text))


@pytest.fixture
def known(tmp_path: Path) -> Resemblance:
    """Return the fingerprints of the invented articles."""
    one = Resemblance(tmp_path / "a.likeness")
    one.put((name, of(text)) for name, text in invented.ARTICLES.items())
    return one


def nearest(known: Resemblance, text: str) -> str | None:
    found = known.nearest(of(text))
    return found.article_key if found else None


def test_a_copy_with_small_changes_is_near(known: Resemblance) -> None:
    changed = invented.WATER.replace("8.430 hộ", "8.340 hộ").replace("Hà Vân Chi", "Nguồn: Cổng thông tin điện tử")
    assert nearest(known, changed) == "nuoc.txt"
    found = known.nearest(of(invented.WATER))
    assert found is not None and found.likeness == 1


def test_another_session_of_the_same_council_is_not(known: Resemblance) -> None:
    assert nearest(known, TEXT) is None
    other = invented.WATER.split("\n\n")[3] + "\n\n" + TEXT
    assert nearest(known, other) is None
    assert nearest(known, "") is None


def test_what_is_dropped_or_replaced_is_not_found_any_more(known: Resemblance) -> None:
    known.put([("nuoc.txt", of(TEXT))])
    assert (nearest(known, invented.WATER), nearest(known, TEXT)) == (None, "nuoc.txt")
    known.drop(["nuoc.txt", "nowhere"])
    assert nearest(known, TEXT) is None
    assert known.keys() == {"cho.txt", "truong.txt"}


def test_it_is_there_the_next_time_and_made_anew_when_it_is_damaged(known: Resemblance, tmp_path: Path) -> None:
    known.close()
    path = tmp_path / "a.likeness"
    assert Resemblance(path).keys() == set(invented.ARTICLES)
    path.write_bytes(b"no database" * 500)
    damaged = Resemblance(path)
    assert damaged.keys() == frozenset()
    damaged.put([("a", of(TEXT))])
    damaged.close()
    assert Resemblance(path).keys() == {"a"}
