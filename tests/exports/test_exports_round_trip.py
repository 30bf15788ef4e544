"""Report → file → report is the identity, whatever the syntax, and from each syntax into each other."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from exports import ixbrl_facts, xbrl_csv, xbrl_json, xbrl_xml
from exports.definitions import definitions_of_package
from exports.readers.read import read
from exports.report import Entity, Fact, Period, Report
from tests.exports.rich import ENTRY_POINT, NAMESPACE, schema
from tests.strategies import reports

if TYPE_CHECKING:
    from exports.report import Footnote

DEFINITIONS = definitions_of_package([("rich.xsd", schema().encode())])
SYNTAXES = ("xml", "ixbrl", "json", "csv")


def write(report: Report, syntax: str, folder: Path) -> Path:
    """Write the report; return the file to read."""
    stream = io.BytesIO()
    match syntax:
        case "xml":
            xbrl_xml.write(report, stream)
            path = folder / "r.xbrl"
        case "ixbrl":
            ixbrl_facts.write(report, stream)
            path = folder / "r.xhtml"
        case "json":
            xbrl_json.write(report, stream)
            path = folder / "r.json"
        case _:
            table = io.BytesIO()
            xbrl_csv.write(report, "r.csv", table, stream)
            (folder / "r.csv").write_bytes(table.getvalue())
            path = folder / "r-csv.json"
    path.write_bytes(stream.getvalue())
    return path


def said(report: Report) -> tuple[str, tuple[tuple[str, str], ...], tuple[Fact, ...], tuple[Footnote, ...]]:
    """Return what a report says, and not how it is held."""
    return report.entry_point, report.namespaces, report.held, report.footnotes


@pytest.mark.parametrize("syntax", SYNTAXES)
@given(report=reports())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_written_is_read_back(report: Report, syntax: str, tmp_path: Path) -> None:
    """Every kind of fact, with every aspect, comes back as it was."""
    assert said(read(write(report, syntax, tmp_path), DEFINITIONS)) == said(report)


@pytest.mark.parametrize("after", SYNTAXES)
@pytest.mark.parametrize("before", SYNTAXES)
@given(report=reports())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_a_report_goes_from_syntax_to_syntax(report: Report, before: str, after: str, tmp_path: Path) -> None:
    """What one reader read, another writer writes, straight from the file."""
    (tmp_path / "a").mkdir(exist_ok=True)
    (tmp_path / "b").mkdir(exist_ok=True)
    first = read(write(report, before, tmp_path / "a"), DEFINITIONS)

    assert said(read(write(first, after, tmp_path / "b"), DEFINITIONS)) == said(report)


def test_a_long_text_in_a_table_leaves_the_limits_of_others_alone(tmp_path: Path) -> None:
    """How much a cell may hold is a setting of the whole process in Python: who reads other tables counts on it."""
    note = Fact(
        "f1", "rich:Text", Entity("http://example.org", "B"), Period(date(2024, 1, 1), date(2024, 12, 31)),
        value="x" * 200_000, language="en",
    )  # fmt: skip
    report = Report(ENTRY_POINT, (("rich", NAMESPACE),), (note,))
    before = csv.field_size_limit()

    facts = read(write(report, "csv", tmp_path), DEFINITIONS).held

    assert facts == (note,)
    assert csv.field_size_limit() == before == 131_072
