"""What is imported when, seen in a fresh interpreter: the program starts at once because it loads little."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SEED = Path(__file__).resolve().parent.parent / "seeds" / "000_9453927c25cb1dab.txt"
BEFORE_THE_COMMAND_IS_KNOWN = ("argparse", "gettext", "os", "re", "sys")

RUN = """
import sys
sys.argv[0] = "giamsat"
from tui.cli import main
try:
    sys.exit(main())
finally:
    print(*sys.modules, file=open({listing!r}, "w", encoding="utf-8"), sep="\\n")
"""


def modules_after(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded once it has run some code."""
    code += "\nimport sys; print(*sys.modules, sep='\\n')"
    listing = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    return set(listing.split())


def modules_of(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that a command has loaded when it ends."""
    listing = folder / "modules"
    code = RUN.format(listing=str(listing))
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, check=False)
    return set(listing.read_text("utf-8").split())


def test_before_the_command_is_known_next_to_nothing_is_imported() -> None:
    allowed = modules_after("import " + ", ".join(BEFORE_THE_COMMAND_IS_KNOWN))
    loaded = modules_after("import tui.cli") - allowed
    assert {name for name in loaded if not name.startswith("tui") and name != "__future__"} == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["parse", "--help"],
        ["parse", str(SEED)],
        ["search", "pham qui tien"],
        ["show", str(SEED)],
        ["export", "pham qui tien"],
        ["no-such-folder"],
    ],
    ids=" ".join,
)
def test_a_command_without_a_screen_never_imports_textual(arguments: list[str], tmp_path: Path) -> None:
    loaded = modules_of(tmp_path, *arguments)
    assert "tui.cli" in loaded
    assert {"textual", "rich"} & loaded == set()


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_loads_neither_parser_nor_library(argument: str, tmp_path: Path) -> None:
    loaded = modules_of(tmp_path, argument)
    assert [
        name for name in loaded if name.startswith(("tui.parse", "tui.library", "tui.search", "msgspec", "yaml"))
    ] == []
