"""The command line: which commands there are, and what every mistake ends in.

Commands are imported when they are called, so that `tagwright --help` pays for click alone.
Exit statuses: 0 done; 1 written, and something needs a person; 2 the call or an input is wrong.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

import click

from tagwright.terminal import UnsaidError, give, say

WRONG = 2
"""Exit status: the call or an input is wrong, nothing written."""

INTERRUPTED = 130
"""Exit status of a run that Ctrl-C ended, as shells have it."""

TERMINATED = 143
"""Exit status of a run that was asked to end (SIGTERM), as shells have it."""

EXAMPLES = """\b
Examples:
  tagwright tag report.txt -o filing --taxonomy bank-disclosure --entity bank.yaml --period 2024
  tagwright taxonomy check bank.yaml
  tagwright validate filing/report.xhtml --package filing/bank-2024.zip
  tagwright score filing/ledger.jsonl gold.csv
"""


class _TerminatedError(KeyboardInterrupt):
    """The system or another program asks this one to end: it goes as at Ctrl-C, with nothing half done."""


def _terminate(_number: int, _frame: object) -> NoReturn:
    raise _TerminatedError


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called; their one-line help stands here."""

    def __init__(self, *args: object, commands_in: dict[str, tuple[str, str]], **settings: object) -> None:
        """Take the commands as {name: ("module:attribute", one-line help)}."""
        super().__init__(*args, **settings)  # type: ignore[arg-type]
        self.commands_in = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names in the order in which they are given."""
        return list(self.commands_in)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """Import the command of that name."""
        if cmd_name not in self.commands_in:
            return None
        module, _, attribute = self.commands_in[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self.commands_in.items()])


def show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  click's signature
    """Print the version and stop."""
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415  slow, and needed here only

        give(f"tagwright {version('tagwright')}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    commands_in={
        "tag": ("tagwright.commands.tag:tag", "Tag a document and write its filing."),
        "export": ("tagwright.commands.export:export", "Write facts or an instance in other syntaxes."),
        "taxonomy": ("tagwright.commands.taxonomy:taxonomy", "Build, check and show taxonomies."),
        "validate": ("tagwright.commands.validate:validate", "Have Arelle validate instances and packages."),
        "score": ("tagwright.commands.score:score", "Hold a ledger against gold figures."),
    },
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version,
              help="Show the version and exit.")  # fmt: skip
def tagwright() -> None:
    """Tag the figures of a report with XBRL concepts, write the filing, have Arelle validate it."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its status."""
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a locale without Chinese is no reason to fail
    sys.exit(status_of(lambda: tagwright.main(arguments, prog_name="tagwright", standalone_mode=False)))


def status_of(run: Callable[[], object]) -> int:
    """Run a command; turn every mistake into a sentence on stderr and an exit status."""
    if os.environ.get("TAGWRIGHT_DEBUG"):
        return _status(run())
    try:
        return _status(run())
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message())
    except click.UsageError as error:
        say(_usage_sentence(error))
    except click.ClickException as error:
        say(error.format_message())
    except (click.Abort, KeyboardInterrupt) as error:
        say("Interrupted: what was written before is as it was.")
        was_asked = isinstance(error, _TerminatedError) or isinstance(error.__context__, _TerminatedError)
        return TERMINATED if was_asked else INTERRUPTED
    except UnsaidError as error:
        say(str(error))
        return error.status
    except Exception as error:  # noqa: BLE001  the last resort: a sentence, not a traceback
        say(_sentence(error))
    return WRONG


def _sentence(error: Exception) -> str:
    from taxonomy.errors import TagwrightError  # noqa: PLC0415  --help need not pay for it

    if isinstance(error, TagwrightError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.strerror or error}: {error.filename or 'a file'} could not be used."
    return (
        f"This is a mistake in tagwright, not in your call ({type(error).__name__}: {error}): "
        "run it again with TAGWRIGHT_DEBUG=1 in the environment and report what it prints."
    )


def _status(returned: object) -> int:
    return returned if isinstance(returned, int) else 0


def _usage_sentence(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "tagwright"
    message = " ".join(error.format_message().split()).rstrip(".")
    return f"{command}: {message}: see {command} --help."
