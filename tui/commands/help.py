"""``giamsat help``: a topic, a command, or which topics there are."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from importlib import import_module

from tui.actions import ACTIONS, PANES, Action, Place, written
from tui.commands import COMMANDS, MODULES
from tui.commands.arguments import Parser
from tui.commands.output import write
from tui.commands.topics import TOPICS
from tui.messages import N_, lead, say
from tui.text.clean import Clean

_WIDEST = 90
_PLACES: dict[Place, str] = {
    "sessions": N_("sessions"),
    "text": N_("text"),
    "people": N_("participants"),
    "figures": N_("key figures"),
    "requests": N_("requests"),
    "find": N_("finding in the text"),
    "line": N_("searching"),
    "results": N_("results"),
    "window": N_("windows"),
    "file": N_("exporting"),
    "question": N_("questions"),
    "settings": N_("settings"),
    "command": N_("commands"),
}


def main(arguments: list[str], command: str) -> int:
    """Print what there is to say about a topic or a command."""
    parser = Parser(command, say("Tell about a topic or a command."), "giamsat help queries")
    parser.add_argument(
        "topic", nargs="?", choices=tuple(dict.fromkeys((*TOPICS, *COMMANDS))), metavar="TOPIC",
        help=say("one of: {topics}; or a command", topics=Clean(", ".join(TOPICS))),
    )  # fmt: skip
    topic = parser.parse_args(arguments).topic
    if topic in COMMANDS and topic not in TOPICS:
        status: int = import_module(f"tui.commands.{MODULES.get(topic, topic)}").main(["--help"], topic)
        return status
    write(Clean("\n".join(_topic(topic) if topic else _topics())))
    return 0


def _topics() -> Iterator[str]:
    yield say("giamsat help TOPIC tells about:")
    width = max(map(len, TOPICS))
    for name, topic in TOPICS.items():
        yield f"  {name:<{width}}  {say(topic.about)}"
    yield ""
    yield say("“giamsat COMMAND --help” tells more.")


def _topic(name: str) -> Iterator[str]:
    yield lead(say(TOPICS[name].about))
    width = min(_WIDEST, shutil.get_terminal_size().columns - 1)
    for paragraph in TOPICS[name].paragraphs:
        yield ""
        yield from textwrap.wrap(say(paragraph), width)
    if name == "keys":
        yield from _keys()


def _keys() -> Iterator[str]:
    """Yield the keys: those that hold everywhere in the reader, then those of one place after the other."""
    everywhere = [action for action in ACTIONS if set(action.where) >= set(PANES)]
    yield from _group(say("everywhere"), everywhere)
    told = set(everywhere)
    for place in dict.fromkeys(place for action in ACTIONS for place in action.where):
        here = [action for action in ACTIONS if place in action.where and action not in told]
        yield from _group(say(_PLACES.get(place, place)), here)
        told.update(here)


def _group(name: Clean, actions: list[Action]) -> Iterator[str]:
    known = [(" ".join(map(written, action.keys)), say(action.about)) for action in actions if action.keys]
    if known:
        yield f"\n{lead(name)}"
        yield from (f"  {keys:<18}  {about}" for keys, about in known)
