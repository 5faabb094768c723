"""Soak the reader:  python -m tests.soak [--seconds 60] [--seed 1].

Exit status 1 and what went wrong, with the seed, if an exception was raised anywhere, a worker or the interface got
stuck, something foreign was sent to the terminal, or, in a run of at least SHORTEST seconds, memory grew by
more than MOST_GROWTH after the warm-up.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import statistics
import sys
import tempfile
import termios
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from random import Random
from typing import Any

from tests import invented
from tests.generated.library import made
from tests.hostile import library as hostile
from tests.soak.deeds import SIZES, anything
from tests.soak.disturbance import Disturbance
from tests.soak.program import AGAIN, LOOK, MARK_SENT, PATIENCE, STACKS
from tests.soak.stream import foreign
from tests.terminal import Terminal

MOST_GROWTH = 10_000_000
"""Bytes by which memory may grow after the warm-up."""
WARM_UP = 0.25
"""Share of the time in which memory may grow."""
SHORTEST = 600
"""Seconds of a run that tells something of memory: until then what is remembered of words and lines fills up."""
BETWEEN = 150
"""Deeds between two looks inside."""
REST = 60
"""Seconds in which all work must have been done and all windows closed."""
ARTICLES = 30
CHUNK = 256
"""Bytes that are sent at once: a terminal takes some thousands before somebody must read."""


class Trouble(Exception):
    """Something that must not happen."""


class Soak:
    """One reader, driven for as long as it is told to."""

    def __init__(self, home: Path, seed: int) -> None:
        """Write a library, and start the reader on it."""
        self._chance = Random(seed)
        self._home = home
        texts = [one.text for one in made(ARTICLES, seed=seed, prose=2)] + [invented.MARKETS, invented.WATER]
        self._folder = hostile.write(home / "library")
        for number, text in enumerate(texts):
            (self._folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
        self._disturbance = Disturbance(self._folder, texts, home / "cache")
        self.done: Counter[str] = Counter()
        self.recent: list[str] = []
        self.memory: list[tuple[float, int]] = []
        self.last: dict[str, Any] = {}
        self._begin()

    def _begin(self) -> None:
        address = str(self._home / "address")
        Path(address).unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as door:
            door.bind(address)
            door.listen()
            command = [sys.executable, "-m", "tests.soak.program", address, str(self._folder)]
            self.terminal = Terminal(command, size=(160, 45), cwd=self._home, watched=False)
            _echo_nothing(self.terminal)
            self._line = self._connected(door)
        self._line.settimeout(PATIENCE + 5)
        self.memory.clear()
        self._marks = 0
        self._started = time.monotonic()

    def _connected(self, door: socket.socket) -> socket.socket:
        """Return the connection to the reader, as soon as it has begun."""
        door.settimeout(0.1)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not self.terminal.ended():
            self.terminal.read(0)
            with suppress(TimeoutError):
                return door.accept()[0]
        raise Trouble("the reader does not begin:\n" + self._shown())

    def _shown(self) -> str:
        crash = self._home / "crash"
        if crash.exists():
            return crash.read_text("utf-8")
        return bytes(self.terminal.written[-6_000:]).decode("utf-8", "replace")

    def close(self) -> None:
        """End the reader."""
        self._line.close()
        self.terminal.__exit__(None, None, None)

    def run(self, seconds: float) -> None:
        """Drive the reader.

        Raises:
            Trouble: something went wrong.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for _ in range(BETWEEN):
                self._do_something()
            self._look(AGAIN if self._chance.random() < 0.3 else LOOK)
        self._leave()

    def _do_something(self) -> None:
        chance = self._chance
        if chance.random() < 0.03:
            size = chance.choice(SIZES)
            self.terminal.resize(*size)
            name = f"resize {size}"
        elif chance.random() < 0.02:
            name = self._disturbance.happen(chance)
        else:
            name, sent = anything(chance)
            self.recent.append(repr(sent[:80]))
            self._send(sent)
        self.done[name.split()[0]] += 1
        self.recent = [*self.recent, name][-60:]
        self.terminal.read(chance.choice((0, 0, 0.001, 0.02)))

    def _send(self, data: bytes) -> None:
        for start in range(0, len(data), CHUNK):
            self.terminal.send(data[start : start + CHUNK])
            self.terminal.read(0)
            if self.terminal.ended():
                self._ended()

    def _ended(self) -> None:
        """Begin anew when the user has left the reader.

        Raises:
            Trouble: nobody has.
        """
        status = self.terminal.wait()
        if status != 0:
            raise Trouble(f"the reader ended with status {status}:\n{self._shown()}")
        self.done["left"] += 1
        self.close()
        self._begin()

    def _look(self, asked: bytes) -> None:
        """Come to rest, and ask the reader how it is."""
        self.terminal.resize(120, 40)
        self._send(b"\x1b[201~" + MARK_SENT)  # whatever was begun to be pasted ends here
        self._marks += 1
        until = time.monotonic() + REST
        while (answer := self._ask(asked))["workers"] or answer["screens"] > 1 or answer["marks"] < self._marks:
            if self.terminal.ended():
                return
            if time.monotonic() > until:
                raise Trouble(f"not at rest after {REST} s: {answer}\n{self._ask(STACKS)['stacks']}")
            if answer["marks"] >= self._marks:
                self._send(b"\x1b")
            self._read_for(0.15)
            asked = LOOK
        if answer["deaf"]:
            raise Trouble("keys are kept for a line that does not come")
        self.terminal.settle(0.1)
        self.last = answer
        self.memory.append((time.monotonic() - self._started, answer["bytes"]))
        found = foreign(bytes(self.terminal.written))
        if found:
            raise Trouble("sent to the terminal: " + "\n".join(found[:10]))
        del self.terminal.written[:], self.terminal.arrived[:]

    def _ask(self, asked: bytes) -> dict[str, Any]:
        """Return the reader's answer; meanwhile what it sends is read, or it would wait for that."""
        self._line.send(asked)
        data = b""
        until = time.monotonic() + PATIENCE + 5
        self._line.setblocking(False)
        while not data.endswith(b"\n"):
            self.terminal.read(0.01)
            try:
                part = self._line.recv(1 << 16)
                if not part:
                    self._ended()
                    return self._ask(asked)
                data += part
            except BlockingIOError:
                if time.monotonic() > until:
                    raise Trouble("no answer from the reader") from None
        answer: dict[str, Any] = json.loads(data)
        if answer["troubles"]:
            raise Trouble("\n".join(answer["troubles"]))
        return answer

    def _read_for(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.terminal.read(0.02)

    def _leave(self) -> None:
        self._read_for(0.5)  # or an escape and this key would be one key with alt
        self._send(b"\x11")
        until = time.monotonic() + PATIENCE
        while not self.terminal.ended():
            self.terminal.read(0.05)
            if time.monotonic() > until:
                raise Trouble(f"it does not end:\n{self._doing()}")
        if self.terminal.wait() != 0:
            raise Trouble(f"the reader ended badly:\n{self._shown()}")

    def _doing(self) -> str:
        """Return what the reader's threads do, and what is on its screen, when it does not answer any more."""
        os.kill(self.terminal.process, signal.SIGUSR1)
        self._read_for(1)
        return (self._home / "doing").read_text("utf-8")

    def growth(self, seconds: float) -> int:
        """Return by how many bytes memory grew: the median of the last quarter of looks over that after the warm-up."""
        after = [size for at, size in self.memory if at > WARM_UP * seconds]
        if len(after) < 4:
            return 0
        quarter = max(len(after) // 4, 1)
        return round(statistics.median(after[-quarter:]) - statistics.median(after[:quarter]))


def _echo_nothing(terminal: Terminal) -> None:
    """Keep the system from writing to the terminal what is typed while the reader is left for a pager."""
    attributes = termios.tcgetattr(terminal.number)
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(terminal.number, termios.TCSANOW, attributes)


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak, tell what was done, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="giamsat-soak-") as place, ExitStack() as stack:
        home = Path(place)
        os.environ.update(
            {
                "HOME": place,
                "XDG_DATA_HOME": f"{place}/data",
                "XDG_CACHE_HOME": f"{place}/cache",
                "XDG_CONFIG_HOME": f"{place}/config",
                "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
                "PAGER": "true",
                "EDITOR": str(_editor(home)),
                "TERM": "xterm-256color",
                "LANG": "vi_VN.UTF-8",
            }
        )
        soak = Soak(home, chosen.seed)
        stack.callback(soak.close)
        try:
            soak.run(chosen.seconds)
        except (Trouble, AssertionError, OSError) as error:
            print(f"seed {chosen.seed}, after {soak.done.total():,} deeds: {error}\nlast: " + " | ".join(soak.recent))
            return 1
        grown = soak.growth(chosen.seconds)
        print(f"seed {chosen.seed}: {soak.done.total():,} deeds in {chosen.seconds:.0f} s: {dict(soak.done)}")
        print(
            f"memory: {[round(size / 1e6) for _, size in soak.memory]} MB, grown by {grown / 1e6:.1f} MB; {soak.last}"
        )
        return int(grown > MOST_GROWTH and chosen.seconds >= SHORTEST)


def _editor(home: Path) -> Path:
    """Write an editor that changes a record a little."""
    file = home / "editor"
    file.write_text("#!/bin/sh\nsed -i 's/is_chair: true/is_chair: false/' \"$1\"\n")
    file.chmod(0o755)
    return file


if __name__ == "__main__":
    sys.exit(main())
