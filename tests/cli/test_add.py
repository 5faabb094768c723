"""Articles come into a library once, from files, folders and addresses, and go out of it again."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import invented
from tests.cli.conftest import Outcome, Run
from tests.records.sample import TEXT as SHORT
from tests.sources.documents import word_document, word_text
from tests.sources.legacy_writing import encode
from tests.sources.server import Server, page, running
from tui.commands import fetching
from tui.library import Library, editing, saving
from tui.library.records import to_yaml
from tui.library.userdata import UserData
from tui.paths import data_dir
from tui.sources import addresses
from tui.sources.net import Fetcher


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Return a folder with the invented articles, to be added from."""
    return invented.write(tmp_path / "downloads")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Return an empty library."""
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def summary(outcome: Outcome) -> list[int]:
    """Return how many were added, skipped, and could not be used."""
    return [int(word) for word in outcome.out.splitlines()[-1].replace(",", "").split() if word.isdigit()]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def read(folder: Path) -> Library:
    library = Library.open(folder)
    library.refresh(here=True)
    return library


def html(text: str, **tags: str) -> bytes:
    """Return a portal's page around an article."""
    headline, date, *rest = (line for line in text.splitlines() if line.strip())
    body = "".join(f"<p>{line}</p>\n" for line in rest)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{headline}</title></head><body>"
        f"<div id='menu'><a href='/'>Trang chủ</a> <a href='/lien-he'>Liên hệ</a></div><div class='article'>"
        f"<h1>{headline}</h1><div class='date'>{date}</div>{body}</div></body></html>"
    ).encode()


def test_a_folder_is_copied_and_found_at_once(run: Run, sources: Path, empty: Path) -> None:
    (sources / "2024").mkdir()
    (sources / "nuoc.txt").rename(sources / "2024" / "nuoc.txt")
    outcome = run("add", sources, "-l", empty, "--lang", "en")
    assert (outcome.status, summary(outcome), outcome.errors) == (0, [3, 0, 0], [])
    assert files(empty) == ["2024/nuoc.txt", "cho.txt", "truong.txt"]
    assert (empty / "cho.txt").read_bytes() == (sources / "cho.txt").read_bytes()
    opened = Library.open(empty)
    assert opened.pending() == 0 and len(opened.entries()) == 3
    assert not opened.refresh(here=True)
    assert run("search", "khanh", "-l", empty).status == 0


def test_the_record_is_what_a_later_parse_gives(run: Run, sources: Path, empty: Path) -> None:
    run("add", sources, "-l", empty)
    added = {entry.path: Library.open(empty).document(entry.article_key).record for entry in read(empty).entries()}
    assert added == {name: invented.document(name).record for name in invented.ARTICLES}


def test_the_same_article_is_skipped_whatever_its_file_is(run: Run, sources: Path, empty: Path) -> None:
    run("add", sources, "-l", empty)
    other = sources.parent / "other"
    other.mkdir()
    (other / "x.txt").write_bytes(invented.MARKETS.replace("\n", "\r\n").encode("utf-16"))
    outcome = run("add", sources, other, "-l", empty, "--lang", "en")
    assert (outcome.status, summary(outcome)) == (0, [0, 4, 0])
    assert "x.txt: skipped: holds the same article as cho.txt" in outcome.out
    assert files(empty) == sorted(invented.ARTICLES)


def test_an_article_that_another_portal_printed_is_skipped_unless_wanted(run: Run, sources: Path, empty: Path) -> None:
    run("add", sources, "-l", empty)
    again = invented.MARKETS.replace("Đoàn giám sát HĐND tỉnh Thái Nguyên làm việc", "HĐND tỉnh giám sát", 1)
    again = again.replace("Hà Vân Chi", "Theo Cổng thông tin").replace("12/10/2023 | 08:15", "Thứ Sáu, 13/10/2023")
    reprint = sources.parent / "reprint.txt"
    reprint.write_text(again, encoding="utf-8")
    outcome = run("add", reprint, "-l", empty, "--lang", "en")
    assert (outcome.status, summary(outcome)) == (0, [0, 1, 0])
    assert "nearly the same as cho.txt" in outcome.out
    assert summary(run("add", reprint, "--similar", "-l", empty, "--lang", "en")) == [1, 0, 0]
    assert len(read(empty).entries()) == 4


def test_two_of_one_article_in_one_run_are_one(run: Run, sources: Path, empty: Path) -> None:
    (sources / "copy.txt").write_text(invented.WATER, encoding="utf-8")
    assert summary(run("add", sources, "-l", empty, "--lang", "en")) == [3, 1, 0]


def test_names_that_are_taken_are_not_taken_again(run: Run, sources: Path, empty: Path) -> None:
    (empty / "cho.txt").write_text(SHORT, encoding="utf-8")
    (sources / "nuoc.html").write_bytes(html(SHORT + invented.SCHOOLS))
    run("add", sources / "cho.txt", sources / "nuoc.txt", sources / "nuoc.html", "-l", empty)
    assert files(empty) == ["cho-2.txt", "cho.txt", "nuoc-2.html", "nuoc-2.source.txt", "nuoc.txt"]
    assert (empty / "cho.txt").read_text("utf-8") == SHORT


def test_what_can_not_be_used_is_named_and_the_rest_is_added(run: Run, sources: Path, empty: Path) -> None:
    (sources / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (sources / "empty.txt").write_bytes(b"")
    (sources / "x\x1b[31m.txt").write_bytes(b"\xff\xfe\xfa")
    outcome = run("add", sources, "nowhere.txt", sources / "cho.yaml", "-l", empty, "--lang", "en")
    assert outcome.status == 1
    assert summary(outcome) == [3, 0, 5]
    assert len(outcome.errors) == 5 and "\x1b" not in "".join(outcome.errors)


def test_the_text_of_a_page_is_kept_beside_it(run: Run, sources: Path, empty: Path) -> None:
    (sources / "trang.htm").write_bytes(html(SHORT + invented.SCHOOLS))
    run("add", sources / "trang.htm", "-l", empty)
    assert files(empty) == ["trang.htm", "trang.source.txt"]
    library = read(empty)
    document = library.document(library.entries()[0].article_key)
    assert document.text == (empty / "trang.source.txt").read_text("utf-8")


def test_documents_are_added_with_the_text_that_was_read(run: Run, sources: Path, empty: Path) -> None:
    (sources / "bien-ban.docx").write_bytes(word_document())
    assert run("add", sources / "bien-ban.docx", "-l", empty).status == 0
    assert files(empty) == ["bien-ban.docx", "bien-ban.source.txt"]
    assert (empty / "bien-ban.source.txt").read_text("utf-8") == word_text()


def test_a_correction_comes_along(run: Run, sources: Path, empty: Path) -> None:
    library = read(sources)
    entry = next(entry for entry in library.entries() if entry.path == "cho.txt")
    document = library.document(entry.article_key)
    assert document.record is not None
    saving.save(library, document, editing.rename(document.record, document.text, "vi-van-tan", "Vi Văn Tần"))
    (sources / "nuoc.yaml").write_text(to_yaml(invented.document("nuoc.txt").record or document.record), "utf-8")
    run("add", sources / "cho.txt", "-l", empty)
    assert files(empty) == ["cho.txt", "cho.yaml"]
    added = Library.open(empty)
    record = added.document(added.entries()[0].article_key).record
    assert added.entries()[0].corrected
    assert record is not None and "Vi Văn Tần" in {person.name for person in record.people}


def test_legacy_text_is_added_converted_only_when_that_is_asked_for(run: Run, tmp_path: Path, empty: Path) -> None:
    old = tmp_path / "cu.txt"
    old.write_bytes(encode(SHORT, "x-tcvn3"))
    refused = run("add", old, "-l", empty)
    assert (refused.status, files(empty)) == (1, [])
    assert refused.errors[0].endswith("--convert x-tcvn3")
    assert run("add", old, "--convert", "x-tcvn3", "-l", empty).status == 0
    assert "rà soát 12 hồ sơ" in (empty / "cu.txt").read_text("utf-8")
    assert old.read_bytes() == encode(SHORT, "x-tcvn3")
    assert [problem for problem in read(empty).problems() if not problem.notice] == []


def test_without_a_library_the_user_s_own_is_made_and_opened_the_next_time(run: Run, sources: Path) -> None:
    assert run("add", sources / "cho.txt").status == 0
    assert files(data_dir() / "library") == ["cho.txt"]
    assert UserData.open().last().library == str(data_dir() / "library")
    assert "cho.txt" in run("sessions", "--format", "csv").out
    assert run("add", sources / "nuoc.txt").status == 0
    assert files(data_dir() / "library") == ["cho.txt", "nuoc.txt"]


def test_a_library_that_is_no_folder_is_named(run: Run, sources: Path, tmp_path: Path) -> None:
    outcome = run("add", sources, "-l", tmp_path / "nowhere")
    assert outcome.status == 1 and len(outcome.errors) == 1 and "nowhere" in outcome.errors[0]


def test_output_is_plain_when_piped_and_a_bar_on_a_terminal(
    run: Run, sources: Path, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = run("add", sources, "-l", empty)
    assert "\r" not in outcome.out and outcome.errors == []
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    run("add", sources, "-l", empty)
    assert "█" in terminal.getvalue() and terminal.getvalue().endswith("\r")


def test_what_was_removed_stays_out_until_it_is_added_again(run: Run, library: Path) -> None:
    outcome = run("remove", "cho.txt", "-l", library, "--lang", "en")
    assert (outcome.status, outcome.out) == (0, "cho.txt: removed; its file stays\n")
    assert (library / "cho.txt").exists()
    assert {entry.path for entry in read(library).entries()} == {"nuoc.txt", "truong.txt"}
    assert run("show", "cho.txt", "-l", library).status == 1
    assert summary(run("add", library / "cho.txt", "-l", library, "--lang", "en")) == [1, 0, 0]
    assert len(read(library).entries()) == 3
    assert sorted(path.name for path in library.iterdir()) == sorted(invented.ARTICLES)


def test_a_name_that_was_removed_with_its_file_left_is_taken(run: Run, library: Path, sources: Path) -> None:
    run("remove", "cho.txt", "-l", library)
    (sources / "cho.txt").write_text(SHORT, encoding="utf-8")
    assert run("add", sources / "cho.txt", "-l", library).status == 0
    assert (library / "cho.txt").read_text("utf-8") == invented.MARKETS
    assert (library / "cho-2.txt").read_text("utf-8") == SHORT


def test_files_are_deleted_only_when_that_is_asked_for_and_corrections_are_kept(run: Run, library: Path) -> None:
    opened = read(library)
    entry = next(entry for entry in opened.entries() if entry.path == "cho.txt")
    document = opened.document(entry.article_key)
    assert document.record is not None
    saving.save(opened, document, editing.rename(document.record, document.text, "vi-van-tan", "Vi Văn Tần"))
    assert run("remove", entry.article_key[:6], "--files", "-l", library).status == 0
    assert sorted(path.name for path in library.iterdir()) == ["nuoc.txt", "truong.txt"]
    (library / "moi.txt").write_text(invented.MARKETS, encoding="utf-8")
    again = read(library)
    assert next(entry for entry in again.entries() if entry.path == "moi.txt").corrected


def test_what_is_not_there_or_not_clear_is_not_removed(run: Run, library: Path) -> None:
    outcome = run("remove", "zzz", "cho.txt", "-l", library)
    assert outcome.status == 1 and len(outcome.errors) == 1 and "zzz" in outcome.errors[0]
    assert {entry.path for entry in read(library).entries()} == {"nuoc.txt", "truong.txt"}


def test_a_file_that_is_no_article_can_be_removed(run: Run, library: Path) -> None:
    (library / "empty.txt").write_bytes(b"")
    assert run("remove", "empty.txt", "-l", library).status == 0
    assert run("search", "khanh", "-l", library).errors == []
    assert run("remove", "empty.txt", "--files", "-l", library).status == 0
    assert not (library / "empty.txt").exists()


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Báo</title>
<item><title>Một</title><link>/tin/cho-1.html</link></item><item><title>Hai</title><link>/tin/nuoc-2.html</link></item>
<item><title>Mất</title><link>/tin/mat.html</link></item></channel></rss>"""


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Return a portal on loopback with two articles and a feed."""
    monkeypatch.setattr(fetching, "open_fetcher", lambda name: Fetcher(pause=0, seconds=5))
    with running() as server:
        server.answers["/tin/cho-1.html"] = page(html(invented.MARKETS))
        server.answers["/tin/nuoc-2.html"] = page(html(invented.WATER))
        server.answers["/rss"] = page(FEED.encode(), Content_Type="application/rss+xml")
        yield server


def test_an_address_is_added_and_keeps_where_it_came_from(run: Run, portal: Server, empty: Path) -> None:
    url = f"{portal.url}/tin/cho-1.html"
    outcome = run("add", url, "-l", empty, "--lang", "en")
    assert (outcome.status, summary(outcome)) == (0, [1, 0, 0])
    assert files(empty) == ["cho-1.html", "cho-1.source.txt"]
    library = read(empty)
    record = library.document(library.entries()[0].article_key).record
    assert record is not None and record.article.url == url


def test_a_feed_is_followed_only_when_that_is_asked_for(run: Run, portal: Server, empty: Path) -> None:
    refused = run("add", f"{portal.url}/rss", "-l", empty)
    assert (refused.status, files(empty)) == (1, []) and "--fetch" in refused.errors[0]
    portal.asked.clear()
    outcome = run("add", f"{portal.url}/rss", f"{portal.url}/tin/cho-1.html", "--fetch", "-l", empty, "--lang", "en")
    assert summary(outcome) == [2, 0, 1]
    assert portal.paths.count("/tin/cho-1.html") == 1
    assert files(empty) == ["cho-1.html", "cho-1.source.txt", "nuoc-2.html", "nuoc-2.source.txt"]
    assert outcome.status == 1 and len(outcome.errors) == 1 and "mat.html" in outcome.errors[0]


def test_a_saved_feed_is_followed_too(run: Run, portal: Server, empty: Path, tmp_path: Path) -> None:
    saved = tmp_path / "feed.xml"
    saved.write_text(FEED.replace("/tin/", f"{portal.url}/tin/"), encoding="utf-8")
    assert "--fetch" in run("add", saved, "-l", empty).errors[0]
    outcome = run("add", saved, "--fetch", "-l", empty)
    assert len(outcome.errors) == 3 and "/tin/cho-1.html" in outcome.errors[0]  # nobody has named that host


def test_what_the_installation_lacks_is_named_with_the_command(
    run: Run, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "find_spec", lambda name: None)
    outcome = run("add", "https://bao.example/1", "https://bao.example/2", "-l", empty)
    assert outcome.status == 1
    assert len(outcome.errors) == 2 and all("pip install 'giamsat[import]'" in line for line in outcome.errors)
