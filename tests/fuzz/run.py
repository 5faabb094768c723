"""The process that is fuzzed: ``python -m tests.fuzz.run TARGET FOLDER``, with the options of libFuzzer behind."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tui", "pypdf", "docx", "readability", "yaml"]):
    from tests.fuzz.targets import TARGETS, corpus


def main(target: str, folder: str, *options: str) -> None:
    """Write what to begin with into a folder, and begin."""
    for number, data in enumerate(corpus()):
        Path(folder, f"{number:03}").write_bytes(data)
    atheris.Setup([sys.argv[0], *options], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
