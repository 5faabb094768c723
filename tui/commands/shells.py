"""Completions for bash, zsh and fish, written from what the commands take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tui.commands.takes import Argument, Takes

_BASH = """\
# bash completion for giamsat; made by: giamsat completion bash
_giamsat() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= index
    [ "$word" = "=" ] && word=
    [ "$before" = "=" ] && before=${COMP_WORDS[COMP_CWORD - 2]}
    for ((index = 1; index < COMP_CWORD; index++)); do
        case ${COMP_WORDS[index]} in
        -l | --library | --lang | =) [ "${COMP_WORDS[index + 1]}" = "=" ] || ((index++)) ;;
        -*) ;;
        *) command=${COMP_WORDS[index]} && break ;;
        esac
    done
    local words= files=
    case $command in
%CASES%
    esac
    local IFS=$'\\n'
    COMPREPLY=($(IFS=' ' && compgen -W "$words" -- "$word"))
    case $files in
    file) COMPREPLY+=($(compgen -f -- "$word")) ;;
    folder) COMPREPLY+=($(compgen -d -- "$word")) ;;
    esac
}
complete -o filenames -F _giamsat giamsat
"""

_ZSH = """\
#compdef giamsat
# zsh completion for giamsat; made by: giamsat completion zsh
_giamsat() {
    local context state state_descr line
    typeset -A opt_args
    local -a commands=(
%COMMANDS%
    )
    _arguments -C %READER% '1: :->command' '*:: :->rest'
    case $state in
    command) _describe command commands; _files -/ ;;
    rest)
        case $words[1] in
%CASES%
        esac ;;
    esac
}
if [ "$funcstack[1]" = _giamsat ]; then _giamsat "$@"; else compdef _giamsat giamsat; fi
"""

_FISH = """\
# fish completion for giamsat; made by: giamsat completion fish
complete -c giamsat -f
complete -c giamsat -n __fish_use_subcommand -a '(__fish_complete_directories)'
"""


def script(shell: str, takes: Sequence[Takes]) -> str:
    """Return the completion script of a shell: one of :data:`SHELLS`."""
    return SHELLS[shell](takes)


def _bash(takes: Sequence[Takes]) -> str:
    reader, *commands = takes
    names = [one.command for one in commands]
    cases = [_bash_case(reader, names), *(_bash_case(one) for one in commands)]
    return _BASH.replace("%CASES%", "\n".join(cases))


def _bash_case(one: Takes, names: Sequence[str] = ()) -> str:
    """Return what is done for a command: the value of an option, an option, or what stands for itself.

    ``names`` may stand there, too: those of the commands, where none was given yet.
    """
    lines = [f"    '{one.command}')", "        case $before in"]
    for option in one.options:
        if option.kind != "nothing":
            lines.append(f"        {' | '.join(option.flags)}) {_bash_value(option)} ;;")
    if len(one.own) > 1:
        lines.append(f"        {one.command}) {_bash_value(one.own[0])} ;;")
    lines += ["        *)", "            case $word in"]
    flags = " ".join(flag for option in one.options for flag in option.flags)
    lines.append(f"            -*) words='{flags}' ;;")
    own = _bash_value(one.own[-1]) if one.own else ":"
    lines.append(f"            *) {own} words+='{' '.join(names)}' ;;" if names else f"            *) {own} ;;")
    return "\n".join([*lines, "            esac ;;", "        esac ;;"])


def _bash_value(argument: Argument) -> str:
    if argument.kind in ("file", "folder"):
        return f"files={argument.kind}"
    return f"words='{' '.join(argument.words)}'" if argument.words else ":"


def _zsh(takes: Sequence[Takes]) -> str:
    reader, *commands = takes
    described = "\n".join(f"        {_quoted(f'{one.command}:{one.about}')}" for one in commands)
    cases = "\n".join(f"        {one.command}) _arguments {' '.join(_zsh_arguments(one))} ;;" for one in commands)
    options = " ".join(_zsh_options(reader.options))
    return _ZSH.replace("%COMMANDS%", described).replace("%READER%", options).replace("%CASES%", cases)


def _zsh_arguments(one: Takes) -> Iterator[str]:
    yield from _zsh_options(one.options)
    for number, argument in enumerate(one.own, 1):
        place = "*" if number == len(one.own) else str(number)
        yield _quoted(f"{place}:{_escaped(argument.about) or ' '}:{_zsh_value(argument)}")


def _zsh_options(options: Iterable[Argument]) -> Iterator[str]:
    for option in options:
        value = "" if option.kind == "nothing" else f":{_escaped(option.flags[-1].lstrip('-'))}:{_zsh_value(option)}"
        for flag in option.flags:
            ending = "=" if value and flag.startswith("--") else "+" if value else ""
            yield _quoted(f"{flag}{ending}[{_escaped(option.about)}]{value}")


def _zsh_value(argument: Argument) -> str:
    return {"file": "_files", "folder": "_files -/", "word": f"({' '.join(argument.words)})"}.get(argument.kind, " ")


def _escaped(text: str) -> str:
    """Return text without what ends a description of zsh."""
    return "".join(f"\\{character}" if character in "[]:\\" else character for character in text)


def _fish(takes: Sequence[Takes]) -> str:
    reader, *commands = takes
    lines = [_fish_option(option, "__fish_use_subcommand") for option in reader.options]
    for one in commands:
        lines.append(f"complete -c giamsat -n __fish_use_subcommand -a {one.command} -d {_quoted(one.about)}")
        when = _quoted(f"__fish_seen_subcommand_from {one.command}")
        lines += [_fish_option(option, when) for option in one.options]
        lines += [f"complete -c giamsat -n {when} {_fish_value(own)}" for own in one.own if own.kind != "text"]
    return _FISH + "\n".join(lines) + "\n"


def _fish_option(option: Argument, when: str) -> str:
    flags = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
    value = "" if option.kind == "nothing" else f" {_fish_value(option)}"
    return f"complete -c giamsat -n {when} {flags}{value} -d {_quoted(option.about)}"


def _fish_value(argument: Argument) -> str:
    if argument.kind == "file":
        return "-r -F"
    if argument.kind == "folder":
        return "-x -a '(__fish_complete_directories)'"
    return f"-x -a {_quoted(' '.join(argument.words))}" if argument.words else "-x"


def _quoted(text: str) -> str:
    """Return text as one word of any of the three shells."""
    return "'" + text.replace("'", "'\\''") + "'"


SHELLS: Mapping[str, Callable[[Sequence[Takes]], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
