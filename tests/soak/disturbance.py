"""What happens to a library's files while it is read: others write, move, break and delete them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.hostile.payloads import CONTROLS, PAYLOADS, text_of
from tests.soak.deeds import WORDS
from tui.library import whole
from tui.library.userdata import UserData

MOST_FILES = 60


class Disturbance:
    """Changes the files of a library; ``articles`` are the texts that new files are made of."""

    def __init__(self, folder: Path, articles: Sequence[str], cache: Path) -> None:
        """Take the library's folder, and where what can be made again is kept."""
        self._folder, self._articles, self._cache = folder, articles, cache

    def happen(self, chance: Random) -> str:
        """Let something happen, and say what."""
        deeds: list[Callable[[Random], None]] = [
            *(self.added, self.added, self.changed, self.changed, self.deleted, self.moved, self.corrected),
            *(self.broken, self.decided, self.special, self.forgotten, self.noted),
        ]
        deed = chance.choice(deeds)
        with suppress(OSError):  # what is gone already
            deed(chance)
        return deed.__name__

    def _files(self) -> list[Path]:
        return sorted(each for each in self._folder.rglob("*.txt") if each.is_file())

    def _any(self, chance: Random) -> Path:
        return chance.choice(self._files() or [self._folder / "new.txt"])

    def added(self, chance: Random) -> None:
        """Write a new article, at times with something hostile in it."""
        text = chance.choice(self._articles)
        if chance.random() < 0.3:
            text = text.replace(". ", f". {text_of(chance.choice(list(PAYLOADS)))} ", 2)
        if len(self._files()) < MOST_FILES:
            (self._folder / f"new-{chance.randrange(1000)}.txt").write_text(text, encoding="utf-8", newline="")

    def changed(self, chance: Random) -> None:
        """Change a word, or cut an article short."""
        file = self._any(chance)
        text = file.read_text("utf-8", "replace")
        word = chance.choice(text.split() or ["x"])
        text = text.replace(word, word + chance.choice(WORDS)) if chance.random() < 0.7 else text[: len(text) // 2]
        file.write_text(text, encoding="utf-8", errors="replace", newline="")

    def deleted(self, chance: Random) -> None:
        """Delete an article, or all but ten."""
        files = self._files()
        chance.shuffle(files)
        for file in files[10:] if chance.random() < 0.05 else files[:1]:
            file.unlink()

    def moved(self, chance: Random) -> None:
        """Move an article into a folder, at times under a name that is hostile or as long as a name can be."""
        name = text_of(chance.choice(list(CONTROLS))).replace("/", "").replace("\0", "")
        name = chance.choice((name, "đ" * 125, "a\nb", f"m-{chance.randrange(1000)}"))
        folder = self._folder / chance.choice((".", "sub", "sub/sub"))
        folder.mkdir(parents=True, exist_ok=True)
        self._any(chance).rename(folder / f"{name}.txt")

    def corrected(self, chance: Random) -> None:
        """Put a record beside an article that doesn't fit it, or is none."""
        self._any(chance).with_suffix(".yaml").write_text(
            chance.choice(("schema: giamsat/1\n", "[" * 1000, "a: &a [*a, *a]\n", "\x00\xff", "schema: giamsat/99\n"))
        )

    def broken(self, chance: Random) -> None:
        """Fill a file with bytes that are no text."""
        self._any(chance).write_bytes(chance.randbytes(chance.choice((0, 10, 5_000, 100_000))))

    def decided(self, chance: Random) -> None:
        """Write decisions that can't be read."""
        name = chance.choice(("people.yaml", "events.yaml", "series.yaml"))
        (self._folder / name).write_text(chance.choice(("", "- {}\n", "join: [1\n", "same: []\n", "\x1b[2J")))

    def special(self, chance: Random) -> None:
        """Make what is no file: a pipe, a link that leads out or to itself, a folder with an article's name."""
        place = self._folder / f"special-{chance.randrange(5)}.txt"
        if place.is_dir():
            place.rmdir()
        place.unlink(missing_ok=True)
        chance.choice(
            (
                lambda: os.mkfifo(place),
                lambda: place.symlink_to("/dev/zero"),
                lambda: place.symlink_to(place.name),
                place.mkdir,
            )
        )()

    def forgotten(self, chance: Random) -> None:
        """Delete what can be made again."""
        if chance.random() < 0.2:
            shutil.rmtree(self._cache, ignore_errors=True)

    def noted(self, chance: Random) -> None:
        """Let another reader add something to the user's data at the same time."""
        user = UserData.open()
        user.star(f"{chance.randrange(50):016x}", chance.random() < 0.5)
        user.add_note(whole(f"{chance.randrange(9):016x}"), chance.choice(WORDS))
        for kept in user.kept():
            for note in kept.notes[20:]:
                user.remove_note(note.id)
        user.close()
