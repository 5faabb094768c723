"""Figures of a record are corrected, and the arithmetic follows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.library.correctable import TEXT, at, record, sound
from tui.library import editing
from tui.library.editing import CorrectionError
from tui.model import Figure, Record


def figure(changed: Record, words: str) -> Figure:
    return next(one for one in changed.figures if one.selector.exact == words)


def set_to(words: str, **said: Any) -> Figure:
    changed = sound(editing.set_figure(record(), figure(record(), words).id, **said))
    new = figure(changed, words)
    assert new.found is not None and new.found.how == "corrected"
    return new


def results(changed: Record, figure_id: str) -> set[str]:
    return {check.result for check in changed.checks if figure_id in check.figures}


def test_a_value_is_read_as_articles_write_it() -> None:
    assert set_to("120 giấy chứng nhận", value="1.250").value == 1250
    assert set_to("5 tỷ đồng", value="7,5").value == 7_500_000_000
    counted = set_to("5 tỷ đồng", value="33 hộ")
    assert (counted.kind, counted.value, counted.unit, counted.scale) == ("count", 33, "hộ", None)
    money = set_to("120 giấy chứng nhận", value="1,2 nghìn tỷ đồng")
    assert (money.kind, money.value, money.scale) == ("money", 1.2e12, 1e12)
    grown = set_to("65%", value="tăng 5%")
    assert (grown.kind, grown.value, grown.direction) == ("change", 5, "up")
    ratio = set_to("120 giấy chứng nhận", value="90/120")
    assert (ratio.kind, ratio.numerator, ratio.denominator, ratio.value) == ("ratio", 90, 120, 0.75)
    spread = set_to("120 giấy chứng nhận", value="từ 100 đến 120 giấy")
    assert (spread.value, spread.value_to, spread.unit) == (100, 120, "giấy")


def test_a_kind_takes_the_fields_that_it_needs() -> None:
    rank = set_to("26/40 hồ sơ", kind="rank")
    assert (rank.rank, rank.rank_of, rank.value, rank.numerator, rank.denominator) == (26, 40, 26, None, None)
    count = set_to("26/40 hồ sơ", kind="count")
    assert (count.value, count.value_to, count.numerator) == (26, None, None)
    ratio = set_to("120 giấy chứng nhận", kind="ratio", value="3/4")
    assert (ratio.numerator, ratio.denominator, ratio.value) == (3, 4, 0.75)


def test_a_unit_brings_its_scale_and_kind() -> None:
    plain = set_to("5 tỷ đồng", unit="hộ")
    assert (plain.kind, plain.value, plain.scale) == ("count", 5, None)
    money = set_to("120 giấy chứng nhận", unit="triệu đồng")
    assert (money.kind, money.value, money.scale, money.unit) == ("money", 120_000_000, 1_000_000, "triệu đồng")
    none = set_to("120 giấy chứng nhận", unit="")
    assert (none.unit, none.value) == (None, 120)


def test_a_subject_is_words() -> None:
    assert set_to("120 giấy chứng nhận", subject=" giấy  đã cấp ").subject == "giấy đã cấp"
    assert set_to("120 giấy chứng nhận", subject="").subject is None


def test_checks_are_made_anew() -> None:
    before = figure(record(), "65%")
    assert results(record(), before.id) == {"ok"}
    assert "failed" in results(editing.set_figure(record(), before.id, value="70%"), before.id)
    assert results(editing.remove(record(), before.id), before.id) == set()
    assert len(sound(editing.remove(record(), before.id)).figures) == len(record().figures) - 1


def test_a_figure_is_added_from_selected_words() -> None:
    known = figure(record(), "17 lá đơn")
    without = editing.remove(record(), known.id)
    changed, added = editing.add_figure(without, TEXT, *at(" 17 lá đơn "))
    new = figure(sound(changed), "17 lá đơn")
    assert (new.id, new.kind, new.value, new.unit) == (added, "count", 17, "lá đơn")
    assert [one.selector.start for one in changed.figures] == sorted(one.selector.start for one in changed.figures)
    assert new.found is not None and new.found.how == "corrected" and changed.removed == ()


def test_a_figure_is_said_by_whoever_says_the_words_around_it() -> None:
    known = figure(record(), "26/40 hồ sơ")
    changed, added = editing.add_figure(editing.remove(record(), known.id), TEXT, *at("26/40 hồ sơ"))
    new = next(one for one in changed.figures if one.id == added)
    assert (new.speaker_id, new.statement_id, new.kind) == (known.speaker_id, known.statement_id, "ratio")


def test_a_number_that_no_rule_takes_for_a_figure_is_added_as_it_is_written() -> None:
    changed, added = editing.add_figure(record(), TEXT, *at("2022"))
    new = next(one for one in sound(changed).figures if one.id == added)
    assert (new.kind, new.value, new.unit) == ("other", 2022, None)


def test_what_makes_no_sense_is_said() -> None:
    known = figure(record(), "120 giấy chứng nhận").id
    for wrong in (
        lambda: editing.set_figure(record(), known, kind="ratio"),
        lambda: editing.set_figure(record(), known, value="nhiều"),
        lambda: editing.set_figure(record(), known, value="1,5", kind="rank"),
        lambda: editing.set_figure(record(), "le-ba-hien", value="1"),
        lambda: editing.set_figure(record(), "F999", value="1"),
        lambda: editing.add_figure(record(), TEXT, *at("120 giấy")),
        lambda: editing.add_figure(record(), TEXT, *at("quy hoạch")),
        lambda: editing.remove(record(), "huyen-bat-xat"),
    ):
        with pytest.raises(CorrectionError):
            wrong()
