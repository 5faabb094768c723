"""Any text becomes a record whose every selector stands in the text and whose every reference leads somewhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.parse.pages import AUTHOR, CLOSING, DATE, HEADLINE, LEAD, REPORT, record
from tui.model import Record, Source
from tui.parse.article import parse_article

SEED = Path(__file__).parents[2] / "seeds" / "000_9453927c25cb1dab.txt"
WORDS = [
    *f"{HEADLINE} {DATE} {LEAD} {REPORT} {CLOSING}".split(),
    *("26/46", "57%", "13/30", "1,2", "tỷ", "-", ",", ";", "...", "./.", '"', "“", "”", "(", ")", "Ảnh 2.", "Top"),
    *("Tin, ảnh:", "cho biết,", "Cùng dự có", "ông", "bà", r"C:\a.jpg", "\n", "\n\n", "\t", "\xa0", "1.", "•"),
]


def parse(raw: str) -> Record:
    """Return the record of a text."""
    return parse_article(
        raw, Source(path="a.txt", sha256="", encoding="utf-8", normalization="NFC", characters=len(raw))
    )


def nodes(item: Any) -> Iterator[dict[str, Any]]:
    """Yield all objects inside a value of plain JSON types."""
    if isinstance(item, dict):
        yield item
        item = list(item.values())
    if isinstance(item, list | tuple):
        for each in item:
            yield from nodes(each)


def check(found: Record, raw: str) -> None:
    """Assert that selectors stand in the text and that references lead to an item."""
    plain = msgspec.to_builtins(found)
    selectors = [node for node in nodes(plain) if "exact" in node]
    assert all(raw[node["start"] : node["end"]] == node["exact"] != "" for node in selectors)
    ids = [node["id"] for node in nodes(plain) if "id" in node]
    assert len(ids) == len(set(ids))
    for node in nodes({key: value for key, value in plain.items() if key != "requests"}):
        for name, value in node.items():
            wanted = [value] if name.endswith("_id") else value if name.endswith("_ids") else []
            assert all(one in ids for one in wanted if one is not None), (name, value)


@given(st.text(max_size=300))
@example("\ufeff\u202e\x00\r\r\n")
@example("ﬁ İ ǅ ß \u0301\u0301\u0301")
def test_any_text_becomes_a_record(raw: str) -> None:
    check(parse(raw), raw)


@given(st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join))
def test_the_words_of_an_article_in_any_order_become_a_record(raw: str) -> None:
    check(parse(raw), raw)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_same_article_in_other_characters_gives_the_same_items(form: str, end: str) -> None:
    raw = "\n\n".join((HEADLINE, DATE, LEAD, REPORT, CLOSING, AUTHOR))
    other = unicodedata.normalize(form, raw).replace("\n", end)  # type: ignore[arg-type]
    first, second = parse(raw), parse(other)
    check(second, other)
    assert [person.id for person in second.people] == [person.id for person in first.people]
    assert [figure.value for figure in second.figures] == [figure.value for figure in first.figures]
    assert [(block.zone, block.kind) for block in second.blocks] == [(block.zone, block.kind) for block in first.blocks]
    assert second.event.start_date == first.event.start_date


def test_a_block_knows_who_speaks_in_it_and_which_side_a_list_is_on() -> None:
    attending = "Cùng dự buổi giám sát có đồng chí Ngô Bá Phước - Phó Trưởng Ban Pháp chế HĐND huyện."
    found = record((HEADLINE, DATE, LEAD, attending, REPORT, CLOSING, AUTHOR))
    blocks = {block.kind: block for block in found.blocks}
    assert blocks["attendance"].side == "attending"
    assert blocks["conclusion"].speaker == "ho-thi-mai-lien"


def test_an_empty_text_has_an_empty_record() -> None:
    found = parse("")
    assert found.article.headline is None
    assert found.article.article_body is None
    assert not (found.blocks or found.people or found.figures or found.statements)


def test_the_seed_keeps_its_captions_and_debris_apart_from_what_is_said() -> None:
    raw = SEED.read_text(encoding="utf-8")
    found = parse(raw)
    check(found, raw)
    apart = [(block.start, block.end) for block in found.blocks if block.zone in ("caption", "debris")]
    said = [item.selector for item in found.statements] + [item.action for item in found.requests]
    assert apart
    assert not any(start < one.end and one.start < end for one in said for start, end in apart)


def test_a_text_that_ends_with_the_name_of_a_team_becomes_a_record() -> None:
    raw = "Đoàn giám sát của HĐND huyện Bình Khê làm việc với đoàn"
    check(parse(raw), raw)


def test_characters_without_width_part_no_word_and_no_name() -> None:
    text = (
        "Giám sát việc cấp nước\n\nSáng 14/3, đồng\u200b chí Hồ Thị Mai Li\u00adên - Phó Chủ tịch\u200bHĐND huyện "
        "chủ trì buổi giám sát tại xã Tân\ufeff Lộc.\n"
    )
    found = parse(text)
    (person,) = found.people
    assert (person.name, person.is_chair) == ("Hồ Thị Mai Liên", True)
    assert [post.label for post in person.memberships] == ["Phó Chủ tịch HĐND huyện"]
    places = [mention.selector for mention in person.mentions]
    assert all(text[place.start : place.end] == place.exact for place in places)
    assert found.event.location == "xã Tân Lộc"
