"""`tagwright taxonomy check`."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from json import dumps
from typing import TYPE_CHECKING

import click

from tagwright.terminal import give, progress, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taxonomy.check import CheckResult
    from taxonomy.errors import Finding
    from taxonomy.rules.rule import Rule

SHOWN = 5
"""Errors and warnings of one code that a person sees, and of advice one, unless the code is asked for."""


def _codes(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


@click.command(
    epilog="""\b
Examples:
  tagwright taxonomy check my-taxonomy.yaml
  tagwright taxonomy check my-taxonomy.yaml --only TW-W001 --no-arelle
  tagwright taxonomy check bank-2024.zip --strict --ignore TW-T002,TW-W
  tagwright taxonomy check bank-disclosure --json > findings.json
"""
)
@click.argument("reference", metavar="TAXONOMY")
@click.option("--json", "as_json", is_flag=True, help="Write all findings to stdout, as JSON.")
@click.option("--only", metavar="CODE,…", multiple=True, callback=_codes,
              help="Only the rules with these codes, or with codes that begin so.")  # fmt: skip
@click.option("--ignore", metavar="CODE,…", multiple=True, callback=_codes,
              help="All rules but those with these codes, or with codes that begin so.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit with 1 where there is a warning, too.")
@click.option("--arelle/--no-arelle", default=True, help="Have Arelle validate the package; it does.")
@click.option("--progress/--no-progress", "show_progress", default=None,
              help="Tell the steps on stderr; by default on a terminal.")  # fmt: skip
def check(
    reference: str,
    *,
    as_json: bool,
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    arelle: bool,
    show_progress: bool | None,
) -> int:
    """Find the mistakes of a taxonomy, hold it against the rules of good practice, have Arelle validate it.

    Every mistake of a source is told with its line and column. A package may be anybody's. The rules, each with its
    reason and its mend, are listed in docs/taxonomy-rules.md; nothing here uses the network.

    Exits with 0 where there is no error, with 1 where there is one or Arelle could not validate.
    """
    from taxonomy.check import check_taxonomy  # noqa: PLC0415  --help need not pay for it
    from taxonomy.rules.registry import chosen_rules  # noqa: PLC0415  likewise

    rules = chosen_rules(only, ignore)
    progress(show_progress)(
        "checking the rules, and validating with Arelle" if arelle else "checking the rules"
    )
    result = check_taxonomy(reference, rules, arelle=arelle)
    by_code = {rule.code: rule for rule in rules}
    if as_json:
        give(dumps(_plain(reference, result, by_code), ensure_ascii=False, indent=1))
    else:
        for line in _lines(result.findings, by_code, whole=bool(only)):
            say(line)
        give(f"{reference}: {_verdict(result)}")
    failed = result.count("error") or (result.asked and not result.validated)
    return 1 if failed or (strict and result.count("warning")) else 0


def _lines(findings: Iterable[Finding], rules: dict[str, Rule], *, whole: bool) -> Iterable[str]:
    """Yield a table for people: a heading for each code with its mend, and below it where it is."""
    for (severity, code), same in groupby(findings, key=lambda item: (item.severity, item.code)):
        group = list(same)
        rule = rules.get(code)
        title = f": {rule.title}. {rule.mend}" if rule else ""
        yield f"{severity} {code} ({len(group)}){title}"
        some = 1 if severity == "advice" and not whole else len(group) if whole else SHOWN
        places = [_place(finding) for finding in group[:some]]
        width = min(max(map(len, places)), 60)
        for place, finding in zip(places, group, strict=False):
            yield f"  {place:{width}}  {finding.message}"
        if len(group) > some:
            yield f"  … and {len(group) - some} more" + (f": see them with --only {code}" if rule else "")


def _place(finding: Finding) -> str:
    return ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _verdict(result: CheckResult) -> str:
    errors, warnings, advice = (result.count(severity) for severity in ("error", "warning", "advice"))
    said = [_counted(errors, "error")] if errors else []
    if not errors:
        said = [
            "valid"
            if result.validated
            else "not validated"
            if result.asked
            else "no errors, Arelle not asked"
        ]
    if warnings:
        said.append(_counted(warnings, "warning"))
    if advice:
        said.append(f"{advice} of advice")
    if not result.rules:
        said.append("the rules of good practice not checked")
    return ", ".join(said)


def _plain(reference: str, result: CheckResult, rules: dict[str, Rule]) -> dict[str, object]:
    """Return the result as JSON has it."""
    return {
        "taxonomy": reference,
        "valid": result.valid if result.asked else None,
        "validated": result.validated,
        "rules": result.rules,
        "errors": result.count("error"),
        "warnings": result.count("warning"),
        "advice": result.count("advice"),
        "findings": [_plain_finding(finding, rules.get(finding.code)) for finding in result.findings],
    }


def _plain_finding(finding: Finding, rule: Rule | None) -> dict[str, object]:
    plain = {key: value for key, value in asdict(finding).items() if key not in {"rows", "sentence"}}
    return {**plain, "title": rule.title, "mend": rule.mend} if rule else plain
