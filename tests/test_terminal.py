"""The reader in a real terminal: it starts at once, gives the terminal back, and is not started without one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import invented
from tests.terminal import Terminal

GIAMSAT = str(Path(sys.executable).parent / "giamsat")
SHIPPED = ("Đồng chí Phạm Quí Tiên", "Sáng 8/5/2024, Đoàn giám sát", "Nguyễn Anh Tuấn", "210 lượt")
"""Words of the headline, of the body's first line, a participant and a figure of the article that ships."""

AT_FIRST_PAINT = """
import sys
from textual.app import App

def shown(self, screen, renderable, display=App._display):
    display(self, screen, renderable)
    text = "\\n".join(strip.text for strip in screen._compositor.render_strips())
    if all(words in text for words in {words!r}):
        App._display = display
        print(*sys.modules, file=open({listing!r}, "w", encoding="utf-8"), sep="\\n")

App._display = shown
sys.argv[0] = "giamsat"
from tui.cli import main
sys.exit(main())
"""
NOT_BEFORE_IT = ("yaml", "rapidfuzz", "tui.parse", "lxml", "tui.search", "tui.sources.html")


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_without_a_terminal_it_says_so_and_does_not_start(stream: str) -> None:
    ours, theirs = os.openpty()
    stdin, stdout, stderr = (subprocess.DEVNULL if name == stream else theirs for name in ("stdin", "stdout", "stderr"))
    done = subprocess.run([GIAMSAT], stdin=stdin, stdout=stdout, stderr=stderr, timeout=20, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2


def test_piped_it_names_the_commands_that_need_no_terminal() -> None:
    done = subprocess.run([GIAMSAT], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1 and "giamsat show" in done.stderr


def test_it_opens_the_article_that_ships_from_any_folder_and_gives_the_terminal_back(tmp_path: Path) -> None:
    with Terminal([GIAMSAT], cwd=tmp_path) as terminal:
        terminal.wait_for(lambda text: all(words in text for words in SHIPPED))
        terminal.send("q")
        assert terminal.wait() == 0
    assert terminal.written.rindex(b"\x1b[?1049l") > terminal.written.rindex(b"\x1b[?1049h")


def test_a_folder_of_raw_articles_is_read_while_the_reader_is_open(tmp_path: Path) -> None:
    with Terminal([GIAMSAT, "--lang", "en", str(invented.write(tmp_path / "articles"))]) as terminal:
        terminal.wait_for(lambda text: all(words in text for words in ("Supervising", "Vi Văn Tấn", "12/20")))
        terminal.send("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("warm", [False, True], ids=["shipped", "cached"])
def test_before_the_first_paint_only_what_it_needs_is_imported(warm: bool, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    seed = Path(__file__).resolve().parent.parent / "seeds" / "000_9453927c25cb1dab.txt"
    (library / "a.txt").write_bytes(seed.read_bytes())
    arguments = [str(library)] if warm else []
    if warm:
        subprocess.run([GIAMSAT, "search", "-l", str(library), "pham"], capture_output=True, check=True)
    listing = tmp_path / "modules"
    code = AT_FIRST_PAINT.format(words=SHIPPED, listing=str(listing))
    with Terminal([sys.executable, "-c", code, *arguments]) as terminal:
        terminal.wait_for(lambda text: all(words in text for words in SHIPPED))
        terminal.send("q")
        terminal.wait()
    loaded = listing.read_text("utf-8").split()
    assert "textual.app" in loaded
    assert [name for name in loaded if name.startswith(NOT_BEFORE_IT)] == []
