"""``giamsat completion``: what makes a shell complete the commands, their options and their values."""

from __future__ import annotations

from tui.commands.arguments import Parser
from tui.commands.output import write
from tui.commands.shells import SHELLS, script
from tui.commands.takes import all_of_them
from tui.messages import say
from tui.text.clean import Clean

WAYS = (
    'bash: eval "$(giamsat completion bash)" (~/.bashrc)',
    'zsh: eval "$(giamsat completion zsh)" (~/.zshrc, compinit)',
    "fish: giamsat completion fish | source (~/.config/fish/config.fish)",
)
"""How each shell takes its script."""


def main(arguments: list[str], command: str) -> int:
    """Print the script of a shell."""
    about = say("Print a script that makes a shell complete giamsat. {ways}", ways=Clean("; ".join(WAYS)))
    parser = Parser(command, about, "giamsat completion bash")
    parser.add_argument("shell", choices=tuple(SHELLS), metavar="SHELL", help=say("bash, zsh or fish"))
    options = parser.parse_args(arguments)
    write(Clean(script(options.shell, all_of_them())))
    return 0
