"""Each command does what its help says, and says in one line what is wrong."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import docx
import pytest

from tests import invented
from tests.cli.conftest import Run
from tui.commands import COMMANDS
from tui.library import anchor
from tui.library.records import from_json, from_yaml
from tui.library.userdata import Mark, Place, UserData


def test_help_names_every_command_and_ends_with_an_example(run: Run) -> None:
    outcome = run("--help")
    assert outcome.status == 0
    for command in ("parse", "search", "show", "export", "check", "config"):
        assert f"\n  {command}" in outcome.out
        told = run(command, "--help")
        assert told.status == 0
        assert told.out.strip().splitlines()[-1].startswith("Example: giamsat " + command)


def test_help_speaks_the_language_that_is_asked_for(run: Run) -> None:
    assert run("--lang", "vi", "--help").out != run("--lang", "en", "--help").out
    assert run("search", "--help", "--lang=vi").out != run("search", "--help", "--lang=en").out


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("giamsat 0.")


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--format", "csv"],
        ["search", "x", "--in", "cities"],
        ["show"],
        ["parse"],
        ["parse", "a.txt", "--diff", "--format", "json"],
        ["export"],
        ["--lang", "fr"],
        ["--nonsense"],
        ["search", "x", "--nons\x1b[31mense"],
    ],
    ids=" ".join,
)
def test_bad_use_is_one_line_and_status_2(arguments: list[str], run: Run) -> None:
    outcome = run(*arguments)
    assert outcome.status == 2
    assert len(outcome.errors) == 1 and outcome.errors[0].startswith("giamsat")
    assert "\x1b" not in outcome.errors[0]
    assert outcome.out == ""


def test_a_library_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    for arguments in ([str(tmp_path / "nowhere")], ["search", "x", "-l", str(tmp_path / "nowhere")]):
        outcome = run(*arguments)
        assert outcome.status == 1
        assert len(outcome.errors) == 1 and "nowhere" in outcome.errors[0]


def test_a_mistyped_command_is_recognised(run: Run) -> None:
    assert "“search”" in run("serach").errors[0]


def test_without_a_terminal_the_reader_says_so(run: Run, library: Path) -> None:
    outcome = run(library)
    assert outcome.status == 2
    assert len(outcome.errors) == 1 and "terminal" in outcome.errors[0]


def test_search_prints_hits_in_sections_with_their_place(run: Run, library: Path) -> None:
    outcome = run("search", "vi", "van", "tan", "-l", library, "--lang", "en")
    assert outcome.status == 0
    assert outcome.out.startswith("People (1)\n  Vi Văn Tấn\n    Phó Chủ tịch UBND huyện Phú Bình · 2023-10-11")
    assert "cho.txt#" in outcome.out
    assert outcome.errors == []


def test_search_prints_a_line_of_json_a_hit(run: Run, library: Path) -> None:
    outcome = run("search", "-", "--format", "jsonl", "-l", library, typed="lo quy khanh\n\nxylophone\nvi van tan\n")
    lines = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.status == 0
    assert [line["query"] for line in lines] == sorted(
        (line["query"] for line in lines), key=["lo quy khanh", "xylophone", "vi van tan"].index
    )
    assert {"query": "xylophone", "hits": 0} in lines
    hit = lines[0]
    for key in (
        "query",
        "rank",
        "section",
        "article_key",
        "path",
        "headline",
        "date",
        "place",
        "score",
        "field",
        "exact",
    ):
        assert key in hit
    for line in lines:
        for match in line.get("matches", ()):
            assert invented.ARTICLES[line["path"]][match["start"] : match["end"]] == match["exact"]


def test_a_search_in_one_section_finds_there_alone(run: Run, library: Path) -> None:
    out = run("search", "khanh", "--in", "people", "--limit", "1", "--format", "jsonl", "-l", library).out
    assert [json.loads(line)["section"] for line in out.splitlines()] == ["people"]


def test_a_search_that_finds_nothing_says_so_and_ends_with_1(run: Run, library: Path) -> None:
    outcome = run("search", "xylophone", "-l", library)
    assert outcome.status == 1
    assert "xylophone" in outcome.out


def test_a_query_that_makes_no_sense_is_explained(run: Run, library: Path) -> None:
    outcome = run("search", "plce:bình chợ", "-l", library, "--lang", "en")
    assert outcome.status == 0
    assert len(outcome.errors) == 1 and "place:" in outcome.errors[0]


def test_what_can_not_be_read_is_one_line_a_file_and_status_1(run: Run, library: Path) -> None:
    (library / "empty.txt").write_bytes(b"")
    (library / "binary.txt").write_bytes(bytes(range(256)))
    (library / "x\x1b[31m.txt").write_bytes(b"\xff\xfe\xfa")
    outcome = run("search", "khanh", "-l", library)
    assert outcome.status == 1
    assert "Lò Quý Khánh" in outcome.out
    assert len(outcome.errors) == 3 and "\x1b" not in "".join(outcome.errors)


@pytest.mark.parametrize("form", ["yaml", "json", "jsonl"])
def test_parse_prints_records_that_can_be_read_again(run: Run, library: Path, form: str) -> None:
    outcome = run("parse", library / "cho.txt", "--format", form)
    record = (from_yaml if form == "yaml" else lambda text, name: from_json(text.encode(), name))(outcome.out, "out")
    assert outcome.status == 0
    assert record.source.path == str(library / "cho.txt")
    assert record.record is not None and record.record.content_sha256


def test_parse_keeps_the_order_of_its_files_and_names_those_it_can_not_read(run: Run, library: Path) -> None:
    files = [library / "truong.txt", library / "nowhere.txt", library, library / "cho.txt"]
    outcome = run("parse", *files, "--format", "jsonl")
    assert [Path(json.loads(line)["source"]["path"]).name for line in outcome.out.splitlines()] == [
        "truong.txt",
        "cho.txt",
    ]
    assert outcome.status == 1
    assert len(outcome.errors) == 2


def test_parse_writes_into_a_folder_and_never_over_a_correction(run: Run, library: Path, tmp_path: Path) -> None:
    target = tmp_path / "records"
    assert run("parse", library / "cho.txt", library / "nuoc.txt", "-o", target).status == 0
    assert {path.name for path in target.iterdir()} == {"cho.yaml", "nuoc.yaml"}
    corrected = (target / "cho.yaml").read_text("utf-8").replace("Vi Văn Tấn", "Vi Văn Tần")
    (target / "cho.yaml").write_text(corrected, encoding="utf-8")
    outcome = run("parse", library / "cho.txt", library / "nuoc.txt", "-o", target)
    assert outcome.status == 1
    assert len(outcome.errors) == 1 and "cho.yaml" in outcome.errors[0]
    assert (target / "cho.yaml").read_text("utf-8") == corrected


def test_parse_shows_what_a_new_parse_would_change(run: Run, library: Path) -> None:
    run("parse", library / "cho.txt", "-o", library)
    assert run("parse", library / "cho.txt", "--diff").out == ""
    path = library / "cho.yaml"
    path.write_text(path.read_text("utf-8").replace("value: 1250", "value: 1260"), encoding="utf-8")
    outcome = run("parse", library / "cho.txt", "--diff")
    assert outcome.status == 0
    assert "1260" in outcome.out and "+" in outcome.out and "1250" in outcome.out
    assert run("parse", library / "nuoc.txt", "--diff").status == 1


def test_show_tells_a_session_by_path_and_by_key(run: Run, library: Path) -> None:
    by_path = run("show", "cho.txt", "-l", library)
    assert by_path.status == 0
    key = invented.document("cho.txt").article_key
    assert run("show", key[:5], "-l", library).out == by_path.out
    assert run("show", library / "cho.txt").out == by_path.out
    assert "12/20 chợ" in by_path.out and ".jpg" not in by_path.out


def test_show_names_an_article_that_is_not_there(run: Run, library: Path) -> None:
    outcome = run("show", "ffff", "-l", library)
    assert outcome.status == 1
    assert len(outcome.errors) == 1 and "ffff" in outcome.errors[0]


def test_show_says_why_a_file_can_not_be_shown(run: Run, library: Path) -> None:
    (library / "empty.txt").write_bytes(b"")
    outcome = run("show", "empty.txt", "-l", library)
    assert outcome.status == 1
    assert len(outcome.errors) == 1 and "empty.txt" in outcome.errors[0]


def test_export_writes_a_file_once(run: Run, library: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    arguments = ("export", "vi van tan", "--in", "people", "-l", library, "-o", target)
    assert run(*arguments).status == 0
    (row,) = csv.DictReader(io.StringIO(target.read_text("utf-8-sig")))
    assert row["title"].startswith("Vi Văn Tấn")
    outcome = run(*arguments)
    assert outcome.status == 1
    assert len(outcome.errors) == 1 and "--force" in outcome.errors[0]
    assert run(*arguments, "--force").status == 0


def test_export_prints_text_by_default(run: Run, library: Path) -> None:
    out = run("export", "kind:ratio year:2023", "-l", library, "--lang", "en").out
    assert out.startswith("Selection from giamsat · ")
    assert "1. 12/20 chợ" in out


def test_export_of_what_was_marked_follows_its_words(run: Run, library: Path) -> None:
    key, text = invented.document("cho.txt").article_key, invented.MARKETS
    start = text.index("Lò Quý Khánh")
    user = UserData.open()
    for section, words in (("people", "Lò Quý Khánh"), ("figures", "12/20 chợ"), ("passages", "nowhere any more")):
        start = max(0, text.find(words))
        place = anchor(key, section, text, start, start + len(words))  # type: ignore[arg-type]
        if section == "passages":
            place = anchor(key, "passages", words, 0, len(words))
        user.mark(Mark(anchor=place, library=str(library), path="cho.txt", label=words))
    user.close()
    outcome = run("export", "--marked", "--lang", "en")
    assert "1. Lò Quý Khánh" in outcome.out and "2. 12/20 chợ" in outcome.out
    assert outcome.status == 1
    assert len(outcome.errors) == 1 and "nowhere any more" in outcome.errors[0]


def test_nothing_to_export_is_said(run: Run, library: Path) -> None:
    outcome = run("export", "xylophone", "-l", library)
    assert (outcome.status, outcome.out, len(outcome.errors)) == (1, "", 1)


def test_check_names_figures_that_do_not_agree(run: Run, library: Path) -> None:
    assert run("check", "-l", library).status == 0
    text = invented.MARKETS.replace("tỷ lệ 60%", "tỷ lệ 75%")
    (library / "cho.txt").write_text(text, encoding="utf-8")
    outcome = run("check", "--figures", "-l", library)
    assert outcome.status == 1
    assert "12/20" in outcome.out and "75%" in outcome.out


def test_check_lists_what_was_inferred(run: Run, library: Path) -> None:
    text = invented.WATER.replace("đồng.\n\nĐồng", "đồng.\n\nCác xã đã lập 7 ban quản lý.\n\nĐồng")
    (library / "nuoc.txt").write_text(text, encoding="utf-8")
    lines = run("check", "-l", library).out.splitlines()
    assert any("Các xã đã lập 7 ban" in line for line in lines)
    places = [line.split(": ", 1)[0] for line in lines if "#" in line]
    assert len(places) == len(set(places))


def test_config_tells_values_and_where_they_come_from(run: Run, environment: Path) -> None:
    file = environment / "config" / "giamsat" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('language = "vi"\nlanguag = "en"\n', encoding="utf-8")
    outcome = run("config", "--lang", "en")
    assert outcome.status == 1
    told = [line for line in outcome.out.splitlines() if line.startswith("language")]
    assert len(told) == 1 and told[0].startswith('language = "vi" ') and told[0].endswith(f"({file})")
    assert len(outcome.errors) == 1 and "“language”" in outcome.errors[0]


def test_the_plain_reader_lists_the_sessions(run: Run, library: Path) -> None:
    lines = run(library, "--plain").out.splitlines()
    assert [line.split()[1] for line in lines[:3]] == ["19/03/2024", "11/10/2023", "05/09/2022"]


def test_without_a_library_the_last_one_is_searched_else_the_setting(
    run: Run, library: Path, environment: Path
) -> None:
    assert "huyện Mê Linh" in run("search", "pham qui tien").out
    user = UserData.open()
    user.set_last(Place(library=str(library)))
    user.close()
    assert "Vi Văn Tấn" in run("search", "vi van tan").out
    file = environment / "config" / "giamsat" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'library = "{library / "nuoc.txt"}"\n', encoding="utf-8")
    assert run("search", "vi van tan").status == 1


def test_a_table_lists_everything_newest_first(run: Run, library: Path) -> None:
    lines = [json.loads(line) for line in run("sessions", "--format", "jsonl", "-l", library).out.splitlines()]
    assert [line["date"] for line in lines] == ["2024-03-19", "2023-10-11", "2022-09-05"]
    assert lines[1]["chair"] == "Lò Quý Khánh"


def test_a_table_of_people_has_each_person_once(run: Run, library: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("people", "--format", "csv", "-l", library).out.removeprefix("\ufeff"))))
    assert sorted((row["name"], row["sessions"]) for row in rows if row["name"] == "Lò Quý Khánh") == [
        ("Lò Quý Khánh", "1"),
        ("Lò Quý Khánh", "2"),
    ]


def test_a_table_is_narrowed_by_a_query(run: Run, library: Path) -> None:
    out = run("figures", "--where", "kind:ratio year:2023", "-l", library).out
    assert len(out.splitlines()) == 2 and "12/20 chợ" in out


@pytest.mark.parametrize(
    ("name", "begins"), [("x.md", "| Requester |"), ("x.csv", "\ufeffrequester,"), ("x.txt", "requester ")]
)
def test_a_table_goes_to_a_file_in_the_format_of_its_ending(
    name: str, begins: str, run: Run, library: Path, tmp_path: Path
) -> None:
    target = tmp_path / name
    assert run("requests", "-l", library, "-o", target).status == 0
    assert target.read_text("utf-8").startswith(begins)
    assert run("requests", "-l", library, "-o", target).status == 1


def test_a_table_and_a_selection_go_to_word_documents(run: Run, library: Path, tmp_path: Path) -> None:
    sheet, quotes = tmp_path / "sheet.docx", tmp_path / "quotes.docx"
    assert run("requests", "-l", library, "-o", sheet).status == 0
    (table,) = docx.Document(str(sheet)).tables
    rows = json.loads(run("requests", "--format", "json", "-l", library).out)
    assert [row.cells[2].text for row in table.rows][1:] == [row["action"] for row in rows]
    assert run("export", "cho", "-l", library, "-o", quotes).status == 0
    assert "cho.txt#" in "".join(paragraph.text for paragraph in docx.Document(str(quotes)).paragraphs)


@pytest.mark.parametrize("arguments", [["export", "cho"], ["people"]], ids=" ".join)
def test_a_word_document_needs_a_file(arguments: list[str], run: Run, library: Path) -> None:
    outcome = run(*arguments, "--format", "docx", "-l", library)
    assert outcome.status == 2 and outcome.out == "" and "-o FILE" in outcome.errors[0]


def test_a_table_of_nothing_is_said(run: Run, library: Path) -> None:
    assert run("people", "--where", "year:1999", "-l", library)[:2] == (1, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_and_errors_are_in_vietnamese_argparses_own_words_too(run: Run, command: str) -> None:
    told = [run(command, "--help", "--lang", "vi").out, *run(command, "--nonsense", "--lang", "vi").errors]
    for words in ("usage", "positional", "options:", "show this", "unrecognized", "required", "argument"):
        assert not any(words in text for text in told), words
    assert "cách dùng: giamsat" in told[0]
