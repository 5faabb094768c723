"""What shells complete is what the commands take, tried in those shells that are here."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.commands import COMMANDS
from tui.commands.shells import SHELLS
from tui.commands.takes import all_of_them

COMPLETE = {
    "bash": """
        source "$1"; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _giamsat
        printf '%s\\n' "${COMPREPLY[@]}"
    """,
    "fish": """
        source $argv[1]
        complete -C (string join ' ' -- $argv[2..])
    """,
}
"""What gives the completions of a line whose last word is being typed."""
CASES = [
    (["sea"], {"search"}),
    (["--pl"], {"--plain"}),
    (["art"], {"articles"}),
    (["search", "--fo"], {"--format"}),
    (["search", "--format", ""], {"text", "jsonl"}),
    (["search", "chợ", "--in", "pe"], {"people"}),
    (["show", "x", "--library", "art"], {"articles"}),
    (["parse", "no"], {"note.txt"}),
    (["parse", "a b", "--output", "art"], {"articles"}),
    (["completion", ""], {"bash", "zsh", "fish"}),
    (["notes", "ex"], {"export"}),
    (["notes", "export", "no"], {"note.txt"}),
    (["--lang", "vi", "people", "--wh"], {"--where"}),
    (["figures", "--format", "cs"], {"csv"}),
    (["no-such-command", ""], set()),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "note.txt").touch()
    return tmp_path


def completions(shell: str, script: Path, words: list[str]) -> set[str]:
    """Return what a shell offers for the last of some words after ``giamsat``."""
    options = {"bash": ["--norc", "--noprofile"], "fish": ["--no-config"]}[shell]
    command = [shell, *options, "-c", COMPLETE[shell], *(["-"] if shell == "bash" else []), str(script)]
    done = subprocess.run([*command, "giamsat", *words], cwd=script.parent, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    offered = (line.split("\t")[0].removesuffix("/") for line in done.stdout.splitlines())
    return {line for line in offered if line}


@pytest.mark.parametrize("shell", COMPLETE)
@pytest.mark.parametrize(("words", "offered"), CASES, ids=[" ".join(words) for words, _ in CASES])
def test_a_word_is_completed(shell: str, words: list[str], offered: set[str], run: Run, folder: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    script = folder / "script"
    script.write_text(run("completion", shell).out, encoding="utf-8")
    assert completions(shell, script, words) == offered


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_shell_understands_its_script(shell: str, language: str, run: Run, tmp_path: Path) -> None:
    outcome = run("completion", shell, "--lang", language)
    assert (outcome.status, outcome.errors) == (0, [])
    for command in COMMANDS:
        assert command in outcome.out
    if shutil.which(shell):
        (tmp_path / "script").write_text(outcome.out, encoding="utf-8")
        subprocess.run([shell, "-n", str(tmp_path / "script")], check=True)


def test_zsh_offers_what_commands_take(run: Run, folder: Path) -> None:
    if shutil.which("zsh") is None:
        pytest.skip("there is no zsh")
    (folder / "_giamsat").write_text(run("completion", "zsh", "--lang", "en").out, encoding="utf-8")
    (folder / ".zshrc").write_text("fpath=($ZDOTDIR $fpath); autoload -U compinit; compinit -u -D; PS1=ready\n")
    environment = {"ZDOTDIR": str(folder), "TERM": "dumb", "PATH": os.environ["PATH"]}
    for words, offered in ((["search", "--format"], "jsonl"), (["notes"], "import"), (["pa"], "rse")):
        code = f"""
            zmodload zsh/zpty; zpty it zsh -i; zpty -r it out '*ready*'
            zpty -w -n it 'giamsat {" ".join(words)}'; zpty -w -n it $'{"" if words == ["pa"] else " "}\\t'
            zpty -r it out '*{offered}*'
        """
        subprocess.run(["zsh", "-f", "-c", code], cwd=folder, env=environment, check=True, timeout=20)


def test_every_option_of_every_command_is_offered() -> None:
    takes = {one.command: one for one in all_of_them()}
    assert set(takes) == {"", *COMMANDS}
    flags = {command: {flag for option in one.options for flag in option.flags} for command, one in takes.items()}
    assert all("--help" in known for known in flags.values())
    assert {"--format", "-o", "--marked", "--force", "-l"} <= flags["export"]
    assert [one.kind for one in takes["export"].options if "--output" in one.flags] == ["file"]
    assert takes[""].own[0].kind == "folder"


def test_a_shell_that_is_not_known_is_named(run: Run) -> None:
    outcome = run("completion", "tcsh")
    assert outcome.status == 2
    assert len(outcome.errors) == 1 and "tcsh" in outcome.errors[0]
