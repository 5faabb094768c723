"""Fuzz a target with atheris:  python -m tests.fuzz [sources|parse|records ...] [--seconds 60].

Needs ``pip install -e '.[fuzz]'``. What is found is written to the folder that is named (``--findings``), and becomes a
test once it is mended; without findings the exit status is 0.
"""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

MOST_BYTES = 30_000
"""Longest input that is tried."""
SLOW = 25
"""Seconds after which an input is a finding by itself."""
MOST_MEGABYTES = 2_048


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz the targets, one process each, and return the exit status: 0 when nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=str(__doc__).splitlines()[0])
    parser.add_argument("targets", nargs="*", default=["sources", "parse"])
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--findings", type=Path, default=Path("findings"))
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what was found interesting")
    chosen = parser.parse_args(arguments)
    chosen.findings.mkdir(exist_ok=True)
    worst = 0
    for target in chosen.targets:
        with contextlib.ExitStack() as stack:
            kept = chosen.corpus or Path(stack.enter_context(tempfile.TemporaryDirectory()))
            begun = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            command = [sys.executable, "-m", "tests.fuzz.run", target, str(begun)]
            options = [
                f"-max_total_time={chosen.seconds // len(chosen.targets)}",
                f"-seed={chosen.seed}",
                f"-max_len={MOST_BYTES}",
                f"-timeout={SLOW}",
                f"-rss_limit_mb={MOST_MEGABYTES}",
                f"-artifact_prefix={chosen.findings}/{target}-",
                "-print_final_stats=1",
            ]
            (kept / target).mkdir(parents=True, exist_ok=True)
            done = subprocess.run([*command, *options, str(kept / target), str(begun)], check=False)
            worst = worst or done.returncode
    if not any(chosen.findings.iterdir()):
        chosen.findings.rmdir()
    return int(worst != 0)


if __name__ == "__main__":
    sys.exit(main())
