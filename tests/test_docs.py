"""The documentation says what the program does: help, calls, links and codes are held against it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tagger.ledger import NOT_A_FACT_CODES, QUALIFIERS, UNRESOLVED_CODES, Row
from tagwright.cli import tagwright

ROOT = Path(__file__).parent.parent
CLI = ROOT / "docs" / "cli.md"
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "samples").rglob("*.md")),
]
HELP = re.compile(
    r"(?P<head><!-- help: (?P<command>[a-z ]+) -->\n```text\n)(?P<text>.*?)(?P<tail>```\n)", re.DOTALL
)
FENCE = re.compile(r"^```(?:sh|console|bash)\n(?P<body>.*?)^```", re.DOTALL | re.MULTILINE)
RUN = re.compile(
    r"(?P<head><!-- run -->\n```console\n\$ (?P<call>(?:[^\n]*\\\n)*[^\n]*)\n).*?(?P<tail>```\n)", re.DOTALL
)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)#\s]+)(?:#[^)\s]*)?\)")


def help_of(command: str) -> str:
    """Return what `COMMAND --help` prints in a terminal of 80 columns."""
    result = CliRunner(env={"COLUMNS": "80"}).invoke(
        tagwright, [*command.split()[1:], "--help"], prog_name="tagwright"
    )
    assert result.exit_code == 0, result.output
    return result.output


def commands(group: click.Group = tagwright, path: str = "tagwright") -> Iterator[str]:
    """Yield the whole name of every command, groups too."""
    context = click.Context(group)
    yield path
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}"


def test_the_help_in_the_documentation_is_what_the_program_prints(update_golden: bool) -> None:
    """Each block of docs/cli.md is regenerated and compared; --update-golden rewrites it."""
    text = CLI.read_text(encoding="utf-8")
    fresh = HELP.sub(lambda match: match["head"] + help_of(match["command"]) + match["tail"], text)
    if update_golden:
        CLI.write_text(fresh, encoding="utf-8")

    assert CLI.read_text(encoding="utf-8") == fresh


def output_of(call: str) -> str:
    """Return what a call prints, stderr and stdout together, as a person sees it; `| head -N` cuts it."""
    words, _, pipe = call.replace("\\\n", " ").partition(" | head -")
    done = subprocess.run(
        [sys.executable, "-m", "tagwright", *shlex.split(words)[1:]],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    lines = done.stdout.splitlines(keepends=True)
    return "".join(lines[: int(pipe)] if pipe else lines)


@pytest.mark.slow
@pytest.mark.parametrize("page", [CLI, ROOT / "README.md"], ids=["cli.md", "README.md"])
def test_the_output_in_the_documentation_is_real(
    page: Path, update_golden: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each block that is marked `run` is run, in order, in a folder beside the samples."""
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    fresh = RUN.sub(lambda match: match["head"] + output_of(match["call"]) + match["tail"], text)
    if update_golden:
        page.write_text(fresh, encoding="utf-8")

    assert page.read_text(encoding="utf-8") == fresh


def test_every_command_is_documented() -> None:
    """docs/cli.md has a help block for each command, and for none that is not there."""
    documented = [match["command"] for match in HELP.finditer(CLI.read_text(encoding="utf-8"))]

    assert sorted(documented) == sorted(commands())


@pytest.mark.parametrize("command", list(commands()))
def test_help_teaches_by_example(command: str) -> None:
    """Each command that does something shows a call that is right."""
    text = help_of(command)
    if command != "tagwright taxonomy":
        assert "Examples:" in text

    for line in text.partition("Examples:")[2].splitlines():
        if line.strip().startswith("tagwright"):
            assert problem_of(line.strip()) == ""


def shown_commands() -> Iterator[tuple[str, str]]:
    """Yield (file, command line) of every call of tagwright or make that the pages show."""
    for page in PAGES:
        for fence in FENCE.finditer(page.read_text(encoding="utf-8")):
            for line in fence["body"].replace("\\\n", " ").splitlines():
                call = line.removeprefix("$ ").removeprefix(".venv/bin/").strip()
                if call.startswith(("tagwright ", "make ")):
                    yield str(page.relative_to(ROOT)), call


def problem_of(call: str) -> str:
    """Return what is wrong with a call that the documentation shows, or an empty string."""
    words = shlex.split(call.partition(" | ")[0].partition(" > ")[0], comments=True)
    if words[0] == "make":
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        return "" if set(words[1:]) <= set(targets) else f"no such target: {words[1:]}"
    command: click.Command = tagwright
    context = click.Context(tagwright, info_name="tagwright")
    rest = words[1:]
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(context, rest[0])
        if found is None:
            return f"no such command: {rest[0]}"
        command, rest = found, rest[1:]
    try:
        command.make_context(command.name, rest) if not isinstance(command, click.Group) else None
    except click.exceptions.Exit:
        return ""
    except click.UsageError as error:
        return error.format_message()
    return ""


def test_commands_that_the_pages_show_are_right() -> None:
    """Every call in README and docs names a command, and options that it takes."""
    wrong = [f"{page}: {call}: {said}" for page, call in shown_commands() if (said := problem_of(call))]

    assert wrong == []


def test_the_check_of_calls_finds_what_is_wrong() -> None:
    """A renamed option or command would be found."""
    assert "No such option" in problem_of("tagwright score a b --strict")
    assert "no such command" in problem_of("tagwright publish a")
    assert "Missing" in problem_of("tagwright score a")
    assert "no such target" in problem_of("make coffee")


def test_links_lead_somewhere() -> None:
    """A relative link or picture in any page is a file of the project."""
    dead = [
        f"{page.relative_to(ROOT)}: {match['target']}"
        for page in PAGES
        for match in LINK.finditer(page.read_text(encoding="utf-8"))
        if "://" not in match["target"] and not (page.parent / match["target"]).exists()
    ]

    assert dead == []


def section(title: str) -> list[str]:
    """Return the codes of the first column of a table of docs/ledger.md."""
    text = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
    body = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
    return [name for line in body.splitlines() if line.startswith("| `")
            for name in re.findall(r"`([a-z_]+)`", line.split("|")[1])]  # fmt: skip


def test_every_code_of_the_ledger_is_documented() -> None:
    """The closed lists of codes, the qualifiers and the keys are those of the program, in its order."""
    assert section("Why a figure is not a fact") == list(NOT_A_FACT_CODES)
    assert section("Why a figure is unresolved") == list(UNRESOLVED_CODES)
    assert section("Qualifiers") == list(QUALIFIERS)
    assert sorted(section("Columns")) == sorted(Row.__dataclass_fields__)


def test_no_page_holds_a_path_of_a_machine() -> None:
    """Output that was pasted in is free of where it was made."""
    machine = re.compile(r"(?<![\w.])/(?:home|root|tmp|Users)/")

    assert [page for page in PAGES if machine.search(page.read_text(encoding="utf-8"))] == []
