"""Hatch's build hook: makes what the package carries beside its sources, in the tree, where git ignores it.

Made are ``lexicon.json`` (the parser's word lists), the message catalogues (``.mo``) and ``tui/_shipped``, the library
that ships: the articles of ``seeds`` with their records as JSON. The hook runs for wheels and for editable installs;
after a change to word lists, messages or seeds, ``python .packaging/build.py`` does the same by hand.
"""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent


class BuildHook(BuildHookInterface[Any]):
    """What hatchling calls before it packs a wheel or links a checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make everything; ``version`` is ``standard`` or ``editable``, and both need the same."""
        make(Path(self.root))


def make(root: Path) -> None:
    """Make all products in the checkout at ``root``."""
    sys.path.insert(0, str(root))
    make_lexicon()
    make_catalogues(root / "tui" / "locale")
    make_shipped(root / "seeds", root / "tui" / "_shipped")


def make_lexicon() -> None:
    """Write the word lists as the one file that the program loads."""
    from tui.parse.lexicon import build  # noqa: PLC0415  (the checkout is on the path only now)

    build.TARGET.write_text(build.build(), encoding="utf-8")


def make_catalogues(folder: Path) -> None:
    """Compile each ``.po`` below ``folder`` to a ``.mo`` beside it."""
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as lines:
            catalogue = read_po(lines, abort_invalid=True)
        catalogue.creation_date = datetime.fromtimestamp(0, UTC)  # else the time of the build would be in the file
        with source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalogue)


def make_shipped(seeds: Path, target: Path) -> None:
    """Copy ``seeds`` to ``target``, byte for byte, and put beside each article its record as JSON."""
    from tui.library.parsing import PARSER, parsed  # noqa: PLC0415
    from tui.library.records import stamped, to_json  # noqa: PLC0415
    from tui.sources.read import read  # noqa: PLC0415

    content = {seed.name: seed.read_bytes() for seed in sorted(seeds.iterdir())}
    for name in [name for name in content if not name.endswith(".yaml")]:
        record = stamped(parsed(read(seeds / name), name), PARSER)
        content[Path(name).with_suffix(".json").name] = to_json(record)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for name, data in content.items():
        (target / name).write_bytes(data)


if __name__ == "__main__":
    make(ROOT)
