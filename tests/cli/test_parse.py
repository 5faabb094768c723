"""Parsing again: what would change in a corrected record, and text from before Unicode."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.invented import WATER
from tests.invented import document as document_of
from tests.sources.legacy_writing import encode, expected
from tui.library import editing, own
from tui.library.records import to_yaml

LEGACY = (
    "Đoàn giám sát làm việc về quản lý chợ\n\nÔng Lò Văn Ỏn đề nghị rà soát quy hoạch chợ; bố trí kinh phí và báo cáo "
    "kết quả quý tới.\n"
)


def test_comments_order_and_missing_offsets_are_no_difference(run: Run, library: Path) -> None:
    run("parse", library / "cho.txt", "-o", library)
    path = library / "cho.yaml"
    lines = path.read_text("utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if '"12/20 chợ"' in line)
    lines[place] = lines[place].split(", start")[0] + "}"
    path.write_text("\n".join(["# đã xem", *lines, "reviewed: true"]), encoding="utf-8")
    outcome = run("parse", library / "cho.txt", "--diff")
    assert (outcome.status, outcome.out, outcome.errors) == (0, "", [])


def test_a_difference_shows_the_correction_and_what_the_parser_says(run: Run, library: Path) -> None:
    run("parse", library / "cho.txt", "-o", library)
    path = library / "cho.yaml"
    path.write_text(path.read_text("utf-8").replace("name: Vi Văn Tấn", "name: Vi Văn Tần"), encoding="utf-8")
    lines = run("parse", library / "cho.txt", "--diff").out.splitlines()
    changed = [line for line in lines[2:] if line[:1] in "+-"]
    assert changed == ["-    name: Vi Văn Tần", "+    name: Vi Văn Tấn"]


def test_the_user_s_own_correction_is_compared_where_there_is_one(run: Run, library: Path) -> None:
    document = document_of("cho.txt")
    assert document.record is not None
    mine = editing.rename(document.record, document.text, "vi-van-tan", "Vi Văn Tần")
    own.keep(document.article_key, to_yaml(mine).encode())
    assert "-    name: Vi Văn Tần" in run("parse", library / "cho.txt", "--diff").out.splitlines()


def test_a_record_that_is_none_is_named_with_its_line(run: Run, library: Path) -> None:
    (library / "cho.yaml").write_text("schema: giamsat/1\npeople: [\n", encoding="utf-8")
    outcome = run("parse", library / "cho.txt", "--diff")
    assert outcome.status == 1 and "cho.yaml:" in outcome.errors[0]


def test_legacy_text_is_converted_only_when_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes(encode(LEGACY, "x-tcvn3"))
    refused = run("parse", path)
    assert refused.status == 1 and refused.errors[0].endswith("--convert x-tcvn3") and refused.out == ""
    outcome = run("parse", path, "--convert", "x-tcvn3", "--format", "jsonl")
    record = json.loads(outcome.out)
    assert outcome.status == 0 and record["source"]["encoding"] == "x-tcvn3"
    headline = record["article"]["headline"]["exact"]
    assert headline == expected(LEGACY, "x-tcvn3").splitlines()[0]
    assert run("parse", path, "--convert", "latin").status == 2


def test_letters_that_only_look_like_unicode_are_parsed_and_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes(encode(LEGACY, "x-vni").decode("cp1252").encode())
    outcome = run("parse", path, "--format", "jsonl")
    assert outcome.status == 0 and outcome.errors[0].endswith("--convert x-vni")
    assert json.loads(outcome.out)["source"]["encoding"] == "utf-8"
    assert run("parse", path, "--convert", "none", "--format", "jsonl").errors == []


def test_unicode_is_parsed_the_same_whatever_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nuoc.txt"
    path.write_text(WATER, encoding="utf-8")
    assert run("parse", path, "--convert", "x-vni").out == run("parse", path).out
