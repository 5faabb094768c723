"""``giamsat config``: the effective settings, where each came from, what is wrong, and a file to begin with."""

from __future__ import annotations

from collections.abc import Iterator

from tui import config, paths
from tui.commands.arguments import Parser
from tui.commands.output import complain, write
from tui.config.writing import written
from tui.messages import say
from tui.text.clean import Clean, clean_line

_WIDEST = 30
"""Most columns in which the values are set apart from what they are for."""


def main(arguments: list[str], command: str) -> int:
    """Print each setting with its source, keys that were changed, then the places where files are kept."""
    parser = Parser(command, say("Show the settings and where each came from."), "giamsat config")
    parser.add_argument(
        "--example", action="store_true", help=say("print a commented file of settings to begin with, and nothing else")
    )
    if parser.parse_args(arguments).example:
        from tui.config.example import example  # noqa: PLC0415 - one of two things to print

        write(Clean(example()))
        return 0
    from tui.rebinding import rebinding  # noqa: PLC0415 - the table of actions, which --help does without

    settings = config.load()
    keys, wrong = rebinding(settings)
    problems = [*settings.problems, *wrong]
    for problem in problems:
        complain(problem)
    for line in (*_values(settings), *_keys(settings, keys), *_places()):
        write(line)
    return 1 if problems else 0


def _values(settings: config.Config) -> Iterator[Clean]:
    lines = {name: clean_line(f"{name} = {written(value.value)}") for name, value in settings.values.items()}
    width = min(max(map(len, lines.values())), _WIDEST)
    for name, value in settings.values.items():
        source = clean_line(str(value.source)) if value.source else say("default")
        about = say(config.SETTINGS[name].about)
        yield Clean(f"{lines[name]:<{width}}  # {about} ({source})")


def _keys(settings: config.Config, keys: dict[str, tuple[str, ...]]) -> Iterator[Clean]:
    """Yield the table of keys, where any were changed."""
    if keys:
        yield Clean("\n[keys]")
    for action, bound in keys.items():
        value = ", ".join(map(written, bound))
        yield clean_line(f"{action} = [{value}]  # {settings.places[action]}")


def _places() -> Iterator[Clean]:
    yield Clean("")
    for what, place in (
        (say("settings, written by you"), paths.config_dir() / config.FILES[0]),
        (say("settings, written by the reader; they count first"), paths.config_dir() / config.FILES[1]),
        (say("your marks and stars"), paths.data_dir()),
        (say("cache; may be deleted"), paths.cache_dir()),
        (say("library that ships"), paths.shipped_library()),
    ):
        yield clean_line(f"# {what}: {place}")
