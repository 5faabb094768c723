"""What commands print and export is free of whatever could steer a terminal that it is shown in."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import library
from tests.hostile.payloads import INVISIBLE, PAYLOADS, shown, text_of
from tests.hostile.test_reader import START, UNSAFE, WITHOUT_CLEAN

FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f" + "".join(INVISIBLE.values()) + "]")
FORMATS = ("text", "md", "csv", "json")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library.write(tmp_path_factory.mktemp("hostile") / "library")


def output(folder: Path, *arguments: str, code: str = START) -> bytes:
    """Return all that a command prints, on one stream after the other."""
    command = [sys.executable, "-c", code, *arguments, "--lang", "en"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return done.stdout + done.stderr


def unsafe(printed: bytes) -> set[str]:
    """Return what could steer a terminal; a byte-order mark at the very beginning is what CSV begins with."""
    text = printed.decode("utf-8", "surrogateescape").removeprefix("\ufeff").replace("\r\n", "\n")
    return set(FORBIDDEN.findall(text))


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "a.txt", "-l", "."),
        ("search", "an toàn thực phẩm", "-l", ".", "--limit", "100"),
        ("search", "an toàn thực phẩm", "-l", ".", "--limit", "100", "--format", "jsonl"),
        ("check", "-l", "."),
        ("parse", "a.txt", "--format", "jsonl"),
        ("parse", "a.txt", "--format", "yaml"),
        *(("export", "an toàn thực phẩm", "-l", ".", "--limit", "100", "--format", form) for form in FORMATS),
    ],
    ids=lambda arguments: " ".join(word for word in arguments if word.isalpha()),
)
def test_a_command_prints_nothing_hostile(arguments: tuple[str, ...], folder: Path) -> None:
    printed = output(folder, *arguments)
    assert unsafe(printed) == set()
    assert shown(printed), "nothing hostile was there to print"


@pytest.mark.parametrize("arguments", [("show", "a.txt", "-l", "."), ("export", "an toàn thực phẩm", "-l", ".")])
def test_without_clean_it_would(arguments: tuple[str, ...], folder: Path) -> None:
    assert len(unsafe(output(folder, *arguments, code=WITHOUT_CLEAN))) > 5


def test_errors_name_what_was_asked_for_without_harm(folder: Path) -> None:
    asked = {name: text_of(name) for name, payload in PAYLOADS.items() if "\0" not in payload}
    printed = output(folder, "parse", *asked.values()) + output(folder, asked["a title"])
    assert unsafe(printed) == set()
    assert shown(printed) == set(asked)


def test_a_query_without_hits_is_said_again_without_harm(folder: Path) -> None:
    printed = output(folder, "search", "-l", ".", text_of("a C1 title") + "qqqq")
    assert unsafe(printed) == set()


def test_every_payload_is_something_that_must_not_be_printed() -> None:
    assert [name for name, text in UNSAFE.items() if not FORBIDDEN.search(text)] == []
