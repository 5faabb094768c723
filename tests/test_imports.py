"""What is imported when, seen in a fresh interpreter: the program starts at once because it loads little."""

from __future__ import annotations

import os
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


PAINTED = """
import sys
from tui.widgets.line_view import LineView

draw = LineView.render_lines

def painted(pane, crop):
    lines = draw(pane, crop)
    if pane.id == "text":
        LineView.render_lines = draw
        print(*sys.modules, file=open({listing!r}, "w", encoding="utf-8"), sep="\\n")
        pane.app.call_later(pane.app.exit, 0)
    return lines

LineView.render_lines = painted
sys.argv[0] = "giamsat"
from tui.cli import main
sys.exit(main())
"""
FOR_THE_FIRST_PAINT = {
    "tui.commands": "opening output progress reader",
    "tui.config": "reading settings writing",
    "tui.library": "advice anchor document entries entry index keys library pace removed scan shipped summary userdata",
    "tui.library.index": "days known",
    "tui.screens": "adding annotating arrangement base chords correcting filtering finding footer living panes reader "
    "reading reading_screen recognising selecting shelf table_state text_control uniting unread visiting ways windows",
}
"""The modules of these packages that the reader needs for its first paint; all others wait until they are used."""
LATER = ("tui.parse", "tui.sources", "tui.search", "tui.export", "tui.across", "yaml", "rapidfuzz", "lxml", "tomllib")


@pytest.fixture(scope="module")
def loaded_for_the_first_paint(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the modules that the reader has loaded when it has drawn an article for the first time."""
    folder = tmp_path_factory.mktemp("first paint")
    listing = folder / "modules"
    places = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(folder))
    environ = os.environ | places | {"TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver"}
    code = PAINTED.format(listing=str(listing))
    subprocess.run([sys.executable, "-c", code], cwd=folder, env=environ, capture_output=True, check=True)
    return set(listing.read_text("utf-8").split())


def test_the_first_paint_needs_neither_parser_nor_search_nor_yaml(loaded_for_the_first_paint: set[str]) -> None:
    assert "tui.widgets.text_pane" in loaded_for_the_first_paint
    assert sorted(name for name in loaded_for_the_first_paint if name.startswith(LATER)) == []


@pytest.mark.parametrize("package", FOR_THE_FIRST_PAINT)
def test_before_the_first_paint_only_what_it_takes_is_imported(
    package: str, loaded_for_the_first_paint: set[str]
) -> None:
    inside = {name.removeprefix(f"{package}.") for name in loaded_for_the_first_paint if name.startswith(f"{package}.")}
    assert {name for name in inside if "." not in name} <= set(FOR_THE_FIRST_PAINT[package].split())
