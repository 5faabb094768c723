"""What was added stays with its article and its words when file, encoding, text or parser change."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests import invented
from tests.userdata.places import ANSWER, FIGURE, KEY, PASSAGE, PERSON, REQUEST, SESSION
from tui.library import Document, Library, whole
from tui.library.userdata import UserData
from tui.library.userdata.recognition import keep_up, meet
from tui.model import Selector
from tui.sections import Section


def opened(folder: Path) -> Library:
    library = Library.open(folder)
    library.refresh(here=True)
    return library


def use(user: UserData, folder: Path) -> None:
    """Open every article as a reader does, and add something of each kind to one of them."""
    library = opened(folder)
    for entry in library.entries():
        meet(user, library.document(entry.article_key), library.root)
    user.star(SESSION, True)
    user.star(FIGURE, True)
    user.tag(PERSON, "hỏi lại")
    user.add_note(PASSAGE, "Năm trước là 11/20.")
    user.set_state(REQUEST, "answered")
    user.set_due(REQUEST, "2024-06-30")
    user.link_answer(REQUEST, ANSWER)
    user.set_read(KEY, True)
    user.set_position(KEY, 300)
    library.close()


def reopened(user: UserData, folder: Path, path: str = "cho.txt") -> Document:
    """Return the article after its library was opened again, and the user's data has kept up with it."""
    library = opened(folder)
    keep_up(user, library)
    entry = next(entry for entry in library.entries() if entry.path == path)
    document = library.document(entry.article_key)
    meet(user, document, library.root)
    library.close()
    return document


def assert_all_there(user: UserData, document: Document) -> None:
    added = user.added(document)
    assert added.orphans == []
    found = {one.kept.anchor.section: document.text[one.start : one.end] for one in added.found}
    assert set(found) == {"sessions", "people", "figures", "requests", "passages"}
    key = document.article_key
    assert (key in user.stars(), key in user.read(), user.position(key)) == (True, True, 300)
    assert document.record is not None
    figure = next(one for one in document.record.figures if one.kind == "ratio")
    request = document.record.requests[0]
    star = added.at("figures", figure.selector.start, figure.selector.end)
    asked = added.at("requests", request.action.start, request.action.end)
    assert star is not None and star.star
    assert asked is not None and (asked.state, asked.due, asked.answers) == ("answered", "2024-06-30", (ANSWER,))
    assert key in user.facts().note


def rewrite(folder: Path, change: Callable[[str], str], encoding: str = "utf-8") -> None:
    (folder / "cho.txt").write_bytes(change(invented.MARKETS).encode(encoding))


CHANGES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda folder: None,
    "CRLF and UTF-16": lambda folder: rewrite(folder, lambda text: text.replace("\n", "\r\n"), "utf-16"),
    "decomposed": lambda folder: rewrite(folder, lambda text: unicodedata.normalize("NFD", text)),
    "other debris": lambda folder: rewrite(folder, lambda text: text.replace("Top\n", "Lượt xem: 5\n")),
    "a typing error in the body": lambda folder: rewrite(folder, lambda text: text.replace("nâng cấp", "nâng cấpp")),
    "a typing error in a request": lambda folder: rewrite(folder, lambda text: text.replace("quy hoạch", "qui hoặch")),
    "a typing error in the headline": lambda folder: rewrite(
        folder, lambda text: text.replace("về quản lý chợ", "về quản lí chợơ", 1)
    ),
    "a number": lambda folder: rewrite(folder, lambda text: text.replace("12/20", "13/20").replace("60%", "65%")),
    "a sentence more": lambda folder: rewrite(
        folder, lambda text: text.replace("12/20 chợ đã", "Huyện có 9 chợ mới. 12/20 chợ đã")
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("cached", [True, False], ids=["cached", "cache deleted"])
def test_everything_stays_when_the_file_is_saved_again(
    user: UserData, folder: Path, environment: Path, change: Callable[[Path], None], cached: bool
) -> None:
    use(user, folder)
    change(folder)
    if not cached:
        shutil.rmtree(environment / "cache")
    assert_all_there(user, reopened(user, folder))


def test_everything_stays_when_the_file_and_the_library_are_moved(user: UserData, folder: Path) -> None:
    use(user, folder)
    (folder / "2023").mkdir()
    (folder / "cho.txt").rename(folder / "2023" / "cho-phu-binh.txt")
    folder = folder.rename(folder.with_name("moved"))
    assert_all_there(user, reopened(user, folder, "2023/cho-phu-binh.txt"))


def test_everything_stays_when_the_file_is_moved_and_corrected_at_once(user: UserData, folder: Path) -> None:
    use(user, folder)
    (folder / "cho.txt").unlink()
    (folder / "x.txt").write_text(invented.MARKETS.replace("nâng cấp", "sửa chữa"), encoding="utf-8")
    assert_all_there(user, reopened(user, folder, "x.txt"))


def test_everything_stays_when_the_correction_is_taken_back(user: UserData, folder: Path) -> None:
    use(user, folder)
    for change in (lambda text: text.replace("nâng cấp", "sửa chữa"), lambda text: text):
        rewrite(folder, change)
        document = reopened(user, folder)
    assert document.article_key == KEY
    assert_all_there(user, document)
    while user.undo():
        pass
    assert (user.kept(), user.stars(), user.read()) == ((), frozenset(), frozenset())


def test_a_changed_parser_may_cut_items_otherwise(user: UserData, folder: Path) -> None:
    use(user, folder)
    document = reopened(user, folder)
    text, record = document.text, document.record
    assert record is not None

    def longer(place: Selector) -> Selector:
        return Selector(exact=text[place.start - 3 : place.end + 5], start=place.start - 3, end=place.end + 5)

    figures = [replace(one, id=f"other-{one.id}", selector=longer(one.selector)) for one in record.figures]
    requests = [replace(one, id="other", action=longer(one.action)) for one in record.requests]
    people = [replace(one, id=f"p-{one.id}", mentions=one.mentions[::-1]) for one in record.people]
    new = replace(record, figures=tuple(figures), requests=tuple(requests), people=tuple(people))
    assert_all_there(user, Document(document.entry, text, new))


def test_two_places_of_one_name_are_one_person(user: UserData, folder: Path) -> None:
    document = reopened(user, folder)
    assert document.record is not None
    person = next(one for one in document.record.people if one.name == "Vi Văn Tấn")
    first, *_, last = [mention.name_selector for mention in person.mentions if mention.name_selector]
    added = user.added(document)
    user.star(added.anchor("people", first.start, first.end), True)
    added = user.added(document)
    kept = added.at("people", last.start, last.end)
    assert kept is not None and kept.star
    user.star(added.anchor("people", last.start, last.end), False)
    assert user.kept() == ()


@pytest.mark.parametrize("section", ["people", "figures"])
def test_another_item_has_nothing(user: UserData, folder: Path, section: Section) -> None:
    use(user, folder)
    document = reopened(user, folder)
    start = document.text.index("1.250 hộ" if section == "figures" else "Lò Quý Khánh")
    assert user.added(document).at(section, start, start + 8) is None


def test_a_note_whose_words_are_gone_is_an_orphan_and_kept(user: UserData, folder: Path) -> None:
    use(user, folder)
    rewrite(folder, lambda text: text.replace("12/20 chợ đã được nâng cấp, đạt tỷ lệ 60%.", ""))
    document = reopened(user, folder)
    orphans = user.added(document).orphans
    assert {one.anchor.section for one in orphans} == {"figures", "passages"}
    assert [note.text for one in orphans for note in one.notes] == ["Năm trước là 11/20."]
    rewrite(folder, lambda text: text)
    assert_all_there(user, reopened(user, folder))


def test_an_article_whose_file_is_gone_keeps_what_was_added(user: UserData, folder: Path) -> None:
    use(user, folder)
    (folder / "cho.txt").unlink()
    library = opened(folder)
    assert keep_up(user, library) == 0
    assert len(user.kept(KEY)) == 5
    known = next(one for one in user.known() if one.article_key == KEY)
    assert (known.path, known.date) == ("cho.txt", "2023-10-11")
    assert known.headline.startswith("Đoàn giám sát")


def test_another_article_in_the_place_of_the_old_one_gets_nothing(user: UserData, folder: Path) -> None:
    use(user, folder)
    (folder / "nuoc.txt").rename(folder / "cho.txt")
    document = reopened(user, folder)
    assert document.article_key != KEY
    assert user.added(document).found == []
    assert len(user.kept(KEY)) == 5


def test_two_libraries_with_two_forms_of_an_article_share_what_was_added(user: UserData, folder: Path) -> None:
    use(user, folder)
    other = shutil.copytree(folder, folder.with_name("other"))
    rewrite(other, lambda text: text.replace("nâng cấp", "sửa chữa"))
    for place in (other, folder, other):
        assert_all_there(user, reopened(user, place))
    user.star(reopened(user, other).article_key, False)
    assert KEY not in user.stars()


def test_what_was_added_before_an_article_was_parsed_is_not_lost(user: UserData, folder: Path) -> None:
    library = Library.open(folder)
    entry = next(entry for entry in library.entries() if entry.path == "cho.txt")
    assert entry.state == "pending"
    meet(user, library.document(entry.article_key), library.root)
    user.star(entry.article_key, True)
    elsewhere = invented.write(folder.with_name("elsewhere"))
    keep_up(user, opened(elsewhere))
    assert user.stars() == {entry.article_key}
    library.refresh(here=True)
    keep_up(user, library)
    assert user.stars() == {KEY}


def test_notes_on_two_forms_of_a_text_come_together(user: UserData, folder: Path) -> None:
    use(user, folder)
    rewrite(folder, lambda text: text.replace("\n", "\r\n"))
    document = reopened(user, folder)
    start = document.text.index(PASSAGE.exact)
    user.add_note(replace(PASSAGE, start=start), "Ghi chú của người khác.")
    document = reopened(user, folder)
    kept = user.added(document).at("passages", start, start + len(PASSAGE.exact))
    assert kept is not None and len(kept.notes) == 2
    assert len(user.kept(section="passages")) == 1


def test_a_whole_article_is_anchored_by_its_key_alone() -> None:
    assert whole("k") == replace(SESSION, article_key="k")
