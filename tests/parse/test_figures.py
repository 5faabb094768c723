"""Figures: what is a quantity and what is not, what it counts, when it was so, and how figures hang together."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.parse.figure_text import figures_in, shown
from tui.model import Figure

TABLE: dict[str, list[dict[str, object]]] = yaml.safe_load(
    (Path(__file__).parent / "figure_table.yaml").read_text(encoding="utf-8")
)
CASES = [pytest.param(case["text"], case["figures"], id=f"{topic}-{number}")
         for topic, cases in TABLE.items() for number, case in enumerate(cases, 1)]  # fmt: skip


def by_words(text: str) -> dict[str, Figure]:
    """Return the figures of a text by their words."""
    return {figure.selector.exact: figure for figure in figures_in(text).figures}


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_figures_of_a_sentence_are_read_as_a_person_reads_them(text: str, expected: list[str]) -> None:
    assert [shown(figure) for figure in figures_in(text).figures] == expected


def test_a_number_is_marked_alone_and_a_figure_with_its_words() -> None:
    rank, share, money = figures_in("Huyện xếp thứ 5/12, đạt 67,1 % và 63 tỷ 454 triệu đồng.").figures
    assert (rank.selector.exact, rank.number_selector.exact) == ("thứ 5/12", "5/12")
    assert (share.selector.exact, share.number_selector.exact) == ("67,1 %", "67,1 %")
    assert (money.selector.exact, money.number_selector.exact) == ("63 tỷ 454 triệu đồng", "63 tỷ 454")
    assert (money.unit, money.scale) == ("tỷ đồng", 1_000_000_000)


def test_figures_stand_in_headline_body_and_captions_only() -> None:
    found = figures_in("Trao 10 suất quà\n\n08/05/2024\n\nTặng 20 suất quà.", ("headline", "dateline", "debris"))
    assert [figure.value for figure in found.figures] == [10]
    found = figures_in("Trao 10 suất quà\n\nTặng 20 suất quà.\n\nTặng 30 cây", ("headline", "body", "caption"))
    assert [figure.value for figure in found.figures] == [10, 20, 30]
    assert [figure.id for figure in found.figures] == ["F1", "F2", "F3"]


def test_a_hard_wrapped_paragraph_is_read_as_one_line() -> None:
    (figure,) = figures_in("Xã có 120 hộ\nnghèo trong năm qua", whole=True).figures
    assert figure.unit == "hộ nghèo"
    assert figure.selector.exact == "120 hộ\nnghèo"


@pytest.mark.parametrize("text", ["Có 12 hộ ở đây", "Có 12 hộ ở đây"])
def test_composed_and_decomposed_text_give_the_same_figure(text: str) -> None:
    (figure,) = figures_in(text).figures
    assert (figure.value, figure.unit) == (12, "hộ")
    assert text[figure.selector.start : figure.selector.end] == figure.selector.exact


def test_a_figure_has_the_period_that_its_paragraph_states() -> None:
    found = figures_in(
        "Xã có 5 trường. Từ năm 2021 đến nay, xã xây 12 cầu và 3 chợ. Năm 2023, xã xây 2 cầu.\n\nXã có 7 chợ."
    )
    periods = {period.id: period.selector.exact for period in found.periods}
    assert [periods.get(figure.period_id or "") for figure in found.figures] == [
        None, "Từ năm 2021 đến nay", "Từ năm 2021 đến nay", "Năm 2023", None
    ]  # fmt: skip


def test_a_year_right_behind_a_number_is_said_of_it_alone() -> None:
    found = figures_in(
        "Trong nhiệm kỳ 2016-2021, thu tăng từ 20 tỷ đồng năm 2016 lên 35 tỷ đồng năm 2020, chi 9 tỷ đồng."
    )
    periods = {period.id: period.selector.exact for period in found.periods}
    assert [periods.get(figure.period_id or "") for figure in found.figures] == [
        "năm 2016", "năm 2020", "nhiệm kỳ 2016-2021"
    ]  # fmt: skip


def test_a_change_knows_what_it_is_measured_from() -> None:
    found = figures_in("Năm 2023, số vụ giảm 12 vụ so với năm 2021; so với năm 2022, số người tăng 3 người.")
    periods = {period.id: period.selector.exact for period in found.periods}
    assert [periods.get(figure.baseline_period_id or "") for figure in found.figures] == ["năm 2021", "năm 2022"]
    assert {periods.get(figure.period_id or "") for figure in found.figures} == {"Năm 2023"}


def test_a_plan_s_year_is_no_period_of_what_was_done() -> None:
    found = figures_in("6 tháng đầu năm 2024, thu đạt 45% kế hoạch năm 2024, chi đạt 20 tỷ đồng.")
    periods = {period.id: period.selector.exact for period in found.periods}
    assert {periods.get(figure.period_id or "") for figure in found.figures} == {"6 tháng đầu năm 2024"}


def test_a_percentage_restates_the_share_before_it() -> None:
    words = by_words("Xã cắt giảm 26/46 quy trình, đạt tỷ lệ 57%. Có 18/18 thôn (100%) ký cam kết.")
    assert words["57%"].restates == words["26/46 quy trình"].id
    assert words["100%"].restates == words["18/18 thôn"].id


def test_a_percentage_of_a_plan_restates_no_single_number() -> None:
    words = by_words("Thu ngân sách 54 tỷ đồng, đạt 50,9% nghị quyết; trồng 13,2 ha/12 ha rừng, đạt 110% kế hoạch.")
    assert words["50,9%"].restates is None
    assert words["110%"].restates == words["13,2 ha/12 ha"].id


def test_a_share_is_of_the_nearest_count_of_the_same_noun() -> None:
    words = by_words("Trung tâm tiếp nhận 500 hồ sơ và 20 đơn thư, 98% các hồ sơ trả đúng hạn.")
    assert words["98%"].of == words["500 hồ sơ"].id


def test_parts_are_of_their_whole() -> None:
    words = by_words("Xã có 84 kiến nghị, trong đó 76 kiến nghị về đường, 8 kiến nghị về đất. Có 5 kiến nghị khác.")
    whole = words["84 kiến nghị"].id
    assert words["76 kiến nghị"].of == whole
    assert words["8 kiến nghị"].of == whole
    assert words["5 kiến nghị khác"].of is None


def test_a_part_and_its_percentage_are_of_the_announced_whole() -> None:
    words = by_words("Trong số 26 chỉ tiêu được giao, xã đạt 22 chỉ tiêu, chiếm 84,61%.")
    assert words["22 chỉ tiêu"].of == words["26 chỉ tiêu"].id
    assert words["84,61%"].restates == words["22 chỉ tiêu"].id
    assert words["84,61%"].of == words["26 chỉ tiêu"].id


def test_a_subject_says_what_is_counted() -> None:
    words = by_words(
        "Tổng thu ngân sách ước đạt 54 tỷ đồng. Đã có 18/18 thôn ban hành quy ước. Tổ kiểm tra công vụ 210 lượt."
    )
    assert words["54 tỷ đồng"].subject == "Tổng thu ngân sách"
    assert words["18/18 thôn"].subject == "thôn ban hành quy ước"
    assert words["210 lượt"].subject == "Tổ kiểm tra công vụ"
    words = by_words("Xã cắt giảm 26/46 quy trình, đạt 57%. Thu ngân sách năm 2023 đạt 54 tỷ đồng, đạt 98% kế hoạch.")
    assert words["57%"].subject == words["26/46 quy trình"].subject == "Xã cắt giảm quy trình"
    assert words["98%"].subject == words["54 tỷ đồng"].subject == "Thu ngân sách"


def test_every_figure_says_how_it_was_found() -> None:
    lent, own = figures_in("Nhà trẻ 5 và mẫu giáo 7 trường.").figures
    assert lent.found is not None
    assert (lent.found.rule, lent.found.how) == ("figures.shared_unit", "inferred")
    assert own.found is not None
    assert (own.found.rule, own.found.how) == ("figures.count", "explicit")
