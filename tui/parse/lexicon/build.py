"""Build ``lexicon.json`` from the YAML files beside this file: ``python -m tui.parse.lexicon.build``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
TARGET = HERE / "lexicon.json"


def build() -> str:
    """Return the content of ``lexicon.json``: each YAML file under its name."""
    tables: dict[str, Any] = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.yaml"))
    }
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    fresh = TARGET.with_suffix(".new")
    fresh.write_text(build(), encoding="utf-8")
    fresh.replace(TARGET)  # at once: another process may be reading it
