"""``giamsat parse``: articles to records, on the standard output or in a folder."""

from __future__ import annotations

from pathlib import Path

from tui import atomic
from tui.commands.arguments import Options, Parser
from tui.commands.convert import add_convert, offered
from tui.commands.differences import differences
from tui.commands.output import complain, write
from tui.library import own
from tui.library.errors import RecordError
from tui.library.keys import article_key
from tui.library.parsing import PARSER, parsed
from tui.library.records import data_from_yaml, is_output, stamped, to_json, to_yaml
from tui.messages import say
from tui.model import Record
from tui.sources.converting import NONE, read_converting
from tui.sources.errors import SourceError
from tui.sources.files import read_bytes
from tui.sources.source import SourceText
from tui.text.clean import Clean, clean_line


def main(arguments: list[str], command: str) -> int:
    """Parse files and write their records; a file that can't be used is named, the others go on."""
    options = _options(arguments, command)
    wrong = False
    for name in options.files:
        try:
            source = _source(name, options)
            record = stamped(parsed(source, name), PARSER)
            wrong |= not _done(Path(name), record, source.text, options)
        except (SourceError, RecordError) as error:
            complain(offered(error) if isinstance(error, SourceError) else clean_line(str(error)))
            wrong = True
        except OSError as error:
            where, reason = clean_line(error.filename or name), clean_line(error.strerror or str(error))
            complain(say("{path}: can't be written: {reason}", path=where, reason=reason))
            wrong = True
    return 1 if wrong else 0


def _options(arguments: list[str], command: str) -> Options:
    parser = Parser(command, say("Parse articles and write their records."), "giamsat parse article.txt")
    parser.add_argument("files", nargs="+", metavar="FILE", help=say("articles"))
    parser.add_format("yaml", "json", "jsonl")
    parser.add_argument(
        "-o", "--output", metavar="DIR", type=Path,
        help=say("folder to write NAME.yaml or NAME.json into; a record that was corrected by hand is never replaced"),
    )  # fmt: skip
    parser.add_argument(
        "--diff", action="store_true", help=say("show what would change in the record beside the article, or in DIR")
    )
    add_convert(parser)
    options = parser.parse_args(arguments)
    options.format = options.format or "yaml"
    if options.diff and options.format != "yaml":
        parser.error(say("--diff compares records in YAML only"))
    if options.output and options.format == "jsonl":
        parser.error(say("-o writes a file for each article: use --format yaml or json"))
    return options


def _source(name: str, options: Options) -> SourceText:
    """Read a file; letters that only look like Unicode are read as they are, and said."""
    data = read_bytes(Path(name))
    try:
        return read_converting(data, name, options.convert)
    except SourceError as error:
        if error.offer is None or options.convert is not None:
            raise
        source = read_converting(data, name, NONE)
        complain(offered(error))
        return source


def _done(name: Path, record: Record, text: str, options: Options) -> bool:
    """Write one record where it was asked for; return whether that was possible."""
    if options.diff:
        return _differences_said(name, record, text, options)
    content = to_yaml(record) if options.format == "yaml" else to_json(record).decode()
    if options.output is None:
        write(Clean(content))
        return True
    return _written(options.output / f"{name.stem}.{options.format}", content)


def _written(target: Path, content: str) -> bool:
    """Write a record into a folder, in the place of output alone."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not _is_output(target):
        complain(say("{path}: was corrected by hand and is left as it is", path=clean_line(str(target))))
        return False
    atomic.write(target, content.encode(), overwrite=True)
    return True


def _is_output(path: Path) -> bool:
    """Tell whether a record on disk is as the program wrote it; JSON is YAML, too."""
    try:
        data, _ = data_from_yaml(path.read_text(encoding="utf-8"), str(path))
    except (RecordError, UnicodeDecodeError):
        return False
    return is_output(data)


def _differences_said(name: Path, record: Record, text: str, options: Options) -> bool:
    """Print what a new parse would change in the record on disk; without one there is nothing to compare."""
    mine = None if options.output else own.found(article_key(text, record))
    present = mine or (options.output or name.parent) / f"{name.stem}.yaml"
    if not present.exists():
        complain(say("{path}: there is no record to compare with", path=clean_line(str(present))))
        return False
    old = present.read_text(encoding="utf-8-sig", errors="replace")
    for line in differences(old, record, str(present), text):
        write(line)
    return True
