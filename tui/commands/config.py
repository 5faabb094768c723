"""``giamsat config``: the effective settings and where each came from."""

from __future__ import annotations

from tui import config, paths
from tui.commands.arguments import Parser
from tui.commands.output import complain, write
from tui.messages import say
from tui.text.clean import Clean, clean_line


def main(arguments: list[str], command: str) -> int:
    """Print each setting with its source, then the places where files are kept."""
    parser = Parser(command, say("Show the settings and where each came from."), "giamsat config")
    parser.parse_args(arguments)
    settings = config.load()
    for problem in settings.problems:
        complain(problem)
    for name, value in settings.values.items():
        source = clean_line(str(value.source)) if value.source else say("default")
        about = say(config.SETTINGS[name].about)
        write(Clean(f'{clean_line(name)} = "{clean_line(value.value)}"  # {about} ({source})'))
    for what, place in (
        (say("settings"), paths.config_dir() / config.FILE),
        (say("your marks and stars"), paths.data_dir()),
        (say("cache; may be deleted"), paths.cache_dir()),
        (say("library that ships"), paths.shipped_library()),
    ):
        write(clean_line(f"# {what}: {place}"))
    return 1 if settings.problems else 0
