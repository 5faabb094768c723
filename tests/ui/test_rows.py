"""What the lists say and draw of a record."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tui import messages
from tui.library import Entry, Library, Problem
from tui.library.advice import RULES
from tui.library.entries import Listing
from tui.library.index.days import day_of
from tui.model import Check, Figure, Found, Record, Selector
from tui.parse import checks
from tui.widgets.figure_rows import FigureRows
from tui.widgets.people_rows import PeopleRows
from tui.widgets.request_rows import RequestRows
from tui.widgets.rows import Rows
from tui.widgets.session_order import Order, ordered
from tui.widgets.session_rows import SessionRows, is_problem
from tui.widgets.wording import day, number, percent, span_of_days

WIDTH = 44


@pytest.fixture(scope="module")
def record() -> Record:
    library = Library.open(None)
    found = library.document(library.entries()[0].article_key).record
    library.close()
    assert found is not None
    return found


def lines(rows: Rows, row: str, full: bool = False, width: int = WIDTH) -> list[str]:
    found = rows.lines(list(rows.ids).index(row), width, full)
    return ["".join(piece.text for piece in line) for line in found]


def with_figure(record: Record, **values: Any) -> FigureRows:
    """Return the rows of a record with one figure of the values given."""
    place = Selector(exact=values.pop("written", "5"), start=0, end=1)
    fields = dict.fromkeys(("value_to", "unit", "scale", "numerator", "denominator", "hedge", "subject"))
    fields |= dict.fromkeys(("period_id", "speaker_id", "statement_id"))
    figure = Figure(**{"id": "F1", "selector": place, "number_selector": place, "value": 5, **fields, **values})
    return FigureRows(msgspec.structs.replace(record, figures=(figure,), checks=()))


def test_a_ratio_is_a_bar_with_its_percentage(record: Record) -> None:
    rows = with_figure(
        record, kind="ratio", written="26/46", value=26 / 46, numerator=26, denominator=46, unit="quy trình"
    )
    (first, *_) = lines(rows, "F1")
    assert first.startswith("26/46  █")
    assert "·" in first and first.rstrip().endswith("56.5%")


def test_a_percentage_is_a_bar(record: Record) -> None:
    (first, *_) = lines(with_figure(record, kind="percentage", written="100%", value=100, unit="%"), "F1")
    assert first.rstrip().endswith("█") and "·" not in first


def test_a_percentage_beyond_all_is_not_drawn(record: Record) -> None:
    (first, *_) = lines(with_figure(record, kind="percentage", written="135%", value=135, unit="%"), "F1")
    assert first.strip() == "135%"


def test_a_rank_is_a_place_on_a_line(record: Record) -> None:
    (first, *_) = lines(with_figure(record, kind="rank", written="13/30", value=13, rank=13, rank_of=30), "F1")
    assert first.startswith("13/30  ├─") and "●" in first and first.rstrip().endswith("┤")


def test_a_change_has_its_direction(record: Record) -> None:
    up = with_figure(record, kind="change", written="10", value=10, unit="bậc", direction="up")
    down = with_figure(record, kind="change", written="3", value=3, unit="bậc", direction="down")
    assert lines(up, "F1")[0].startswith("▲ 10 bậc")
    assert lines(down, "F1")[0].startswith("▼ 3 bậc")


def test_money_tells_the_whole_amount_when_it_is_current(record: Record) -> None:
    rows = with_figure(
        record, kind="money", written="1,2", value=1.2e12, unit="nghìn tỷ đồng", scale=1e12, hedge="trên"
    )
    assert lines(rows, "F1")[0].startswith("trên 1,2 nghìn tỷ đồng")
    assert "= 1,200,000,000,000" in " ".join(lines(rows, "F1", full=True))


def test_counts_of_one_thing_share_a_scale(record: Record) -> None:
    place = Selector(exact="5", start=0, end=1)
    base = with_figure(record, kind="count", value=200, unit="xã")._rows[1]
    assert isinstance(base, Figure)
    half = msgspec.structs.replace(base, id="F2", value=100)
    other = msgspec.structs.replace(base, id="F3", value=7, unit="người", number_selector=place)
    rows = FigureRows(msgspec.structs.replace(record, figures=(base, half, other), checks=()))
    bars = [lines(rows, name)[0].count("█") for name in ("F1", "F2", "F3")]
    assert bars[0] == 2 * bars[1] > 0
    assert bars[2] == 0


def test_checks_are_marked_and_told(record: Record) -> None:
    rows = with_figure(record, kind="percentage", written="57%", value=57, unit="%")
    figure = rows._rows[1]
    assert isinstance(figure, Figure)
    for result, sign in (("ok", "✓"), ("failed", "!")):
        check = Check(id="C1", rule="sum of the parts", figures=("F1",), result=result, computed=56.52, stated=57)  # type: ignore[arg-type]
        checked = FigureRows(msgspec.structs.replace(record, figures=(figure,), checks=(check,)))
        assert lines(checked, "F1")[0].rstrip().endswith(sign)
        assert f"{sign} sum of the parts: 56.52 ~ 57" in " ".join(lines(checked, "F1", full=True))


def test_rows_that_are_not_current_are_short_and_the_current_one_tells_all(record: Record) -> None:
    rows = FigureRows(record)
    for row in filter(None, rows.ids):
        assert len(lines(rows, row)) <= 2
        assert not any(line.endswith("…") for line in lines(rows, row, full=True))


@pytest.mark.parametrize("width", [1, 5, 12, 20, 30, 80])
def test_rows_are_drawn_in_any_width(record: Record, width: int) -> None:
    for rows in (PeopleRows(record), FigureRows(record), RequestRows(record)):
        for index in range(len(rows.ids)):
            for full in (False, True):
                rows.lines(index, width, full)


def test_the_chair_comes_first_and_groups_after_the_people(record: Record) -> None:
    rows = PeopleRows(record)
    first = next(row for row in rows.ids if row)
    assert "★" in lines(rows, first)[0] and "chair" in lines(rows, first)[0]
    people, groups = {person.id for person in record.people}, {group.id for group in record.groups}
    supervised = list(rows.ids)[list(rows.ids).index("") + 1 :]
    order = [row in groups for row in supervised[supervised.index("") :] if row in people | groups]
    assert order.index(True) == order.count(False) or True in order


def test_a_request_says_who_asks_whom_for_what(record: Record) -> None:
    rows = RequestRows(record)
    first = record.requests[0]
    text = lines(rows, first.id)
    assert "→" in " ".join(text)
    assert len(lines(rows, first.id, full=True)) > len(text) or not first.items


def entry(path: str, **values: Any) -> Entry:
    return Entry(**{"article_key": path * 16, "path": path, "state": "ready", "headline": f"Bài {path}", **values})


def sessions(*entries: Entry, order: Order = "date", problems: tuple[Problem, ...] = ()) -> SessionRows:
    added = (True, False, False)
    listing = Listing(entries, [day_of(each)[:7] for each in entries])
    return SessionRows(
        ordered(listing, order, False),
        problems,
        order,
        lambda each: each.path == "a",
        lambda each: added if each.path == "b" else (False, False, False),
    )


def test_sessions_stand_under_their_month_with_the_day() -> None:
    rows = sessions(entry("a", date="2024-05-08", place="huyện Mê Linh"), entry("b", date="2024-04-30"))
    assert list(rows.ids) == ["", "a", "", "b"]
    assert lines(rows, "a")[0].startswith("• 08  Huyện Mê Linh")
    assert "★" in lines(rows, "b")[0]


def test_a_session_without_a_date_has_the_day_of_its_article() -> None:
    rows = sessions(entry("a", published="2024-05-09T17:33:00+07:00"))
    assert lines(rows, "a")[0].startswith("• ~09")


def test_heights_are_those_of_the_rows() -> None:
    rows = sessions(
        entry("a", date="2024-05-08"), entry("b", theme="x" * 200), problems=(Problem(path="c", reason="r"),)
    )
    assert list(rows.heights(WIDTH)) == [len(rows.lines(index, WIDTH, False)) for index in range(len(rows.ids))]
    assert is_problem(rows.ids[-1])


def test_periods_are_as_short_as_they_can_be_said() -> None:
    assert span_of_days("2023-01-01", "2023-12-31") == "2023"
    assert span_of_days("2021-01-01", "2024-04-30") == "2021 – 4/2024"
    assert span_of_days("2021-01-01", "2024-05-08") == "2021 – 08/05/2024"
    assert span_of_days("2024-05-08", "2024-05-08") == "08/05/2024"


def test_numbers_are_written_as_the_language_does() -> None:
    assert number(233250) == "233,250"
    assert percent(26 / 46) == "56.5%"
    messages.use("vi")
    try:
        assert number(1234.5) == "1.234,5"
        assert percent(1) == "100%"
    finally:
        messages.use("en")


def test_days_without_a_year_are_written_without_one() -> None:
    assert day("--05-08") == "08/05"
    assert day("2024-05-09T17:33:00+07:00") == "09/05/2024 17:33"
    assert day(None) == ""


def test_what_is_inferred_has_a_quiet_mark(record: Record) -> None:
    guess = Found(rule="a rule", how="inferred")
    change = msgspec.structs.replace
    person, group = change(record.people[1], found=guess), change(record.groups[0], found=guess)
    people = PeopleRows(change(record, people=(person,), groups=(group,)))
    assert lines(people, person.id)[0].split("  ")[1].endswith("~")
    assert lines(people, group.id)[0].startswith("~ ")
    sure = PeopleRows(record)
    assert not any("~" in line for row in sure.ids if row for line in lines(sure, row))
    figures = FigureRows(change(record, figures=(change(record.figures[0], found=guess),), checks=()))
    assert lines(figures, record.figures[0].id)[0].endswith("~")
    assert "~ inferred" in " ".join(lines(figures, record.figures[0].id, full=True))


def test_a_request_of_nobody_known_says_the_words_for_who_asks(record: Record) -> None:
    words = Selector(exact="các đại biểu", start=0, end=12)
    asked = msgspec.structs.replace(record.requests[0], requester_id=None, requester_selector=words)
    rows = RequestRows(msgspec.structs.replace(record, requests=(asked,)))
    assert "Các đại biểu →" in lines(rows, asked.id)[0]


def test_a_check_is_told_in_the_language_of_the_interface(record: Record) -> None:
    messages.use("vi")
    try:
        told = " ".join(lines(FigureRows(record), record.checks[0].figures[0], full=True))
        assert "✓ Phần không lớn hơn tổng" in told
    finally:
        messages.use("en")


def test_every_rule_of_a_check_has_a_message() -> None:
    calls = [node for node in ast.walk(ast.parse(Path(checks.__file__).read_text())) if isinstance(node, ast.Call)]
    called = [node for node in calls if isinstance(node.func, ast.Name) and node.func.id == "Finding"]
    rules = {node.args[0].value for node in called if isinstance(node.args[0], ast.Constant)}
    assert len(called) > 1 and rules == set(RULES)
