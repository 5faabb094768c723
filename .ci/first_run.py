"""Type the README's command for users in a terminal, wait for the article that ships, and leave: FOLDER COMMAND."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.terminal import Terminal  # noqa: E402

SHOWN = ("Đồng chí Phạm Quí Tiên", "Lê Văn Khương", "26/46")
"""Words of the headline, a participant and a figure."""


def main(folder: Path, command: str) -> None:
    """Run the command, and quit the reader once it shows an article."""
    with Terminal(["bash", "-c", command], cwd=folder, size=(150, 50)) as terminal:
        seconds = terminal.wait_for(lambda text: all(words in text for words in SHOWN), timeout=600)
        print(f"the article stands on the screen after {seconds:.0f} s")
        terminal.settle()
        terminal.send("q")
        code = terminal.wait()
    if code:
        sys.exit(f"giamsat ended with {code}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
