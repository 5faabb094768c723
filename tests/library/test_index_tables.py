"""Tables across sessions: every order is that of the values, filters let through what they say, counts count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pytest

from tests.library.test_index_people import across, documents
from tests.search.index import put
from tui.across.series import series
from tui.library.index.engine import Ask
from tui.library.index.sqlite import tables as sqlite_tables
from tui.library.index.sqlite.index import SqliteIndex
from tui.library.index.tables import COLUMNS, Column, FigureRow, PersonRow, RequestRow, Sorting, Table
from tui.search import Corpus
from tui.search.narrowing import narrow
from tui.text import names
from tui.text.collate import name_key, sort_key

ALL = Ask(())
SOME = documents(80)
Row = PersonRow | FigureRow | RequestRow


@pytest.fixture(scope="module")
def index() -> SqliteIndex:
    """Return an index of a library."""
    index = SqliteIndex()
    put(index, SOME)
    return index


def rows(index: SqliteIndex, table: Table, numbers: Sequence[int]) -> Sequence[Row]:
    """Return the rows of a table in the order of their numbers."""
    found: Mapping[int, Row]
    if table == "people":
        found = index.tables.people_rows(numbers)
    elif table == "figures":
        found = index.tables.figure_rows(numbers)
    else:
        found = index.tables.request_rows(numbers)
    return [found[number] for number in numbers]


def value(row: Row, by: Column) -> object:
    """Return what a row is sorted by."""
    if isinstance(row, FigureRow):
        one = row.measure
        return {"date": one.day or "", "place": sort_key(one.place or "~"), "value": one.value, "kind": one.kind,
                "subject": sort_key(one.about) or "~"}[by]  # fmt: skip
    if isinstance(row, RequestRow):
        return {"date": row.day, "place": sort_key(row.place or "~"), "requester": sort_key(row.requester) or "~",
                "addressee": sort_key(row.addressees[0]) if row.addressees else "~", "kind": row.kind}[by]  # fmt: skip
    return {"name": name_key(*names.split(row.name)), "role": row.roles, "place": sort_key(row.place or "~"),
            "sessions": row.sessions, "chaired": row.chaired, "first": row.first, "last": row.last}[by]  # fmt: skip


@pytest.mark.parametrize("falling", [False, True])
@pytest.mark.parametrize(("table", "by"), [(table, by) for table, columns in COLUMNS.items() for by in columns])
def test_a_table_is_sorted_by_each_of_its_columns_and_begins_alike(
    table: Table, by: Column, falling: bool, index: SqliteIndex
) -> None:
    every = index.tables.listed(table, ALL, Sorting(by, falling))
    values = [value(row, by) for row in rows(index, table, every)]
    assert values == sorted(values, reverse=falling)  # type: ignore[type-var]
    assert len(set(every)) == len(every) > 50
    assert list(index.tables.listed(table, ALL, Sorting(by, falling), 20)) == list(every[:20])


@pytest.mark.parametrize(
    ("table", "query", "by"),
    [
        ("people", "nguyen", "name"),
        ("people", "pho chu tich", "sessions"),
        ("people", "nguyen -thi", "last"),
        ("people", "place:huyen after:2022", "name"),
        ("figures", "ho so", "value"),
        ("figures", "unit:luot value>100", "date"),
        ("figures", "kind:percentage", "place"),
        ("people", "side:supervised", "role"),
        ("figures", "year:2022 ho so dung han", "place"),
        ("requests", "thanh th", "addressee"),
        ("requests", "ubnd -nguyen", "date"),
    ],
)
def test_the_first_rows_of_a_filter_are_those_that_come_first_of_all(
    table: Table, query: str, by: Column, index: SqliteIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = narrow(query, Corpus(index), table).ask
    every = index.tables.listed(table, ask, Sorting(by))
    assert 0 < len(every) < len(index.tables.listed(table, ALL, Sorting(by)))
    for few in (0, len(SOME) * 100):  # the list is walked, or what is let through is sorted
        monkeypatch.setattr(sqlite_tables, "FEW", few)
        assert list(index.tables.listed(table, ask, Sorting(by), 10)) == list(every[:10])


def test_a_filter_takes_words_without_accents_in_any_order_the_last_one_unfinished(index: SqliteIndex) -> None:
    corpus = Corpus(index)
    wanted = rows(index, "people", index.tables.listed("people", ALL, Sorting("name"), 1))[0]
    assert isinstance(wanted, PersonRow)
    family, *_, given = wanted.name.split()
    for typed in (wanted.name, f"{given} {family}", wanted.name[:-1], wanted.name.lower()):
        found = index.tables.listed("people", narrow(typed, corpus, "people").ask, Sorting("name"))
        assert wanted.number in found, typed
    assert not index.tables.listed("people", narrow("qqxx zzyy", corpus, "people").ask, Sorting("name"))
    assert not index.tables.listed("people", narrow("value>3", corpus, "people").ask, Sorting("name"))


def test_figures_are_the_measures_of_the_articles_and_make_the_same_series(index: SqliteIndex) -> None:
    measures = {one.key: one for one in across(SOME).measures}
    listed = [row.measure for row in rows(index, "figures", index.tables.listed("figures", ALL, Sorting("date")))
              if isinstance(row, FigureRow)]  # fmt: skip
    assert {one.key: one for one in listed} == measures
    wanted = series(measures.values())
    counted = [one for one in index.tables.grouped("figures", ALL, "series") if one.key]
    assert {one.key: one.rows for one in counted} == {one.key: len(one.measures) for one in wanted}
    found = index.tables.series([wanted[0].key])
    assert {row.measure.key for row in found} == {one.key for one in wanted[0].measures}


@pytest.mark.parametrize("by", ["place", "year", "kind", "requester", "addressee"])
def test_requests_are_counted_by_what_they_have_in_common(by: str, index: SqliteIndex) -> None:
    every = rows(index, "requests", index.tables.listed("requests", ALL, Sorting("date")))
    said = Counter(sort_key(shared(row, by)) for row in every)
    counted = index.tables.grouped("requests", ALL, by)  # type: ignore[arg-type]
    assert {sort_key(one.label): one.rows for one in counted} == said
    assert [one.rows for one in counted] == sorted(said.values(), reverse=True)


def shared(row: Row, by: str) -> str:
    """Return what a request is counted by."""
    assert isinstance(row, RequestRow)
    words = {"place": row.place, "year": row.day[:4], "kind": row.kind, "requester": row.requester}
    return words[by] if by in words else (*row.addressees, "")[0]


def test_a_request_has_its_place_in_the_text(index: SqliteIndex) -> None:
    texts = {one.article_key: one.text for one in SOME}
    for row in rows(index, "requests", index.tables.listed("requests", ALL, Sorting("date"))):
        assert isinstance(row, RequestRow)
        assert row.action in " ".join(texts[row.article_key][slice(*row.span)].split())
