"""The first steps of the README lead where it says: typed as they stand there, in a terminal."""

from __future__ import annotations

import re
from pathlib import Path

from tests.readme import README
from tests.terminal import Terminal
from tests.test_terminal import GIAMSAT

TYPED = {"space": " ", "↵": "\r"}


def steps() -> list[str]:
    """Return the keys of the README's table of first steps, in order."""
    table = README.read_text("utf-8").partition("| keys | what happens |")[2].partition("\n\n")[0]
    rows = [row.split("|")[1] for row in table.splitlines()[2:]]
    return [TYPED.get(key, key) for row in rows for key in re.findall("`([^`]+)`", row)]


def test_they_end_with_two_people_and_three_figures_and_their_citations_in_a_file(tmp_path: Path) -> None:
    with Terminal([GIAMSAT, "--lang", "en"], cwd=tmp_path) as terminal:
        terminal.wait_for("Participants")
        for keys in steps():
            terminal.settle(0.1)
            terminal.send(keys)
        assert terminal.wait() == 0
    (file,) = tmp_path.glob("*.txt")
    exported = file.read_text("utf-8")
    for words in ("Phạm Quí Tiên", "Nguyễn Anh Tuấn", "210 lượt", "233.250 hồ sơ", "20/20"):
        assert words in exported
    citations = re.findall(r"^ +000_9453927c25cb1dab\.txt#\d+-\d+$", exported, re.MULTILINE)
    assert len(citations) == 5
