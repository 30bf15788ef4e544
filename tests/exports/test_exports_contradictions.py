"""Two values for one fact are found while a report streams by, without holding it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from exports import contradictions, ixbrl_facts, xbrl_csv, xbrl_json, xbrl_xml
from exports.contradictions import Agreeing
from exports.errors import InstanceError
from exports.report import Entity, Fact, Period, Report
from tagwright.cli import tagwright
from taxonomy.errors import TagwrightError

if TYPE_CHECKING:
    from pathlib import Path

ENTITY = Entity("http://standards.iso.org/iso/17442", "529900T8BM49AURSDO55")
OTHER = Entity("http://standards.iso.org/iso/17442", "529900T8BM49AURSDO99")
DAY = Period(None, date(2024, 12, 31))
MONEY = Fact("f1", "x:Money", ENTITY, DAY, unit="iso4217:CNY", value="1000", decimals=-3)
TEXT = Fact("f1", "x:Text", ENTITY, DAY, value="true", language="en")
MEMBER = (("x:Axis", "x:Member"),)
NAMESPACES = (
    ("iso4217", "http://www.xbrl.org/2003/iso4217"),
    ("x", "http://example.org/x"),
    ("xbrli", "http://www.xbrl.org/2003/instance"),
)

AGREEING: list[tuple[Fact, dict[str, Any]]] = [
    (MONEY, {}),
    (MONEY, {"value": "1000.0"}),
    (MONEY, {"value": "1499", "decimals": 0}),
    (MONEY, {"value": "999.5", "decimals": None}),
    (MONEY, {"value": "2000", "dimensions": MEMBER}),
    (MONEY, {"value": "2000", "typed": (("x:Axis", "y"),)}),
    (MONEY, {"value": "2000", "unit": "iso4217:HKD"}),
    (MONEY, {"value": "2000", "period": Period(None, date(2023, 12, 31))}),
    (MONEY, {"value": "2000", "period": Period(date(2024, 1, 1), date(2024, 12, 31))}),
    (MONEY, {"value": "2000", "entity": OTHER}),
    (MONEY, {"value": "2000", "concept": "x:Other"}),
    (TEXT, {"value": "false", "language": "zh-Hant"}),
    (TEXT, {"value": " 1 "}),
]
CONTRADICTING: list[tuple[Fact, dict[str, Any], str]] = [
    (MONEY, {"value": "2000"}, "f1 says '1000' and f2 says '2000' of x:Money"),
    (MONEY, {"value": "1501", "decimals": None}, "f1 says '1000' and f2 says '1501'"),
    (MONEY, {"value": None, "decimals": None}, "f1 says '1000' and f2 says nil"),
    (TEXT, {"value": "false"}, "f1 says 'true' and f2 says 'false' of x:Text"),
]


@pytest.mark.parametrize(("fact", "change"), AGREEING)
def test_what_differs_in_an_aspect_or_agrees_when_rounded_is_no_contradiction(
    fact: Fact, change: dict[str, Any]
) -> None:
    """As many facts come out as went in, the second time too."""
    facts = (fact, replace(fact, id="f2", **change))
    agreeing = Agreeing(facts, "r.json")

    assert (tuple(agreeing), tuple(agreeing)) == (facts, facts)


@pytest.mark.parametrize(("fact", "change", "said"), CONTRADICTING)
def test_two_values_for_one_fact_are_told(fact: Fact, change: dict[str, Any], said: str) -> None:
    """Which two, and what each of them says."""
    facts = (
        (fact, TEXT, replace(fact, id="f2", **change))
        if fact is MONEY
        else (fact, replace(fact, id="f2", **change))
    )

    with pytest.raises(InstanceError, match="leave one out") as error:
        tuple(Agreeing(facts, "r.json"))

    assert said in str(error.value)


def test_a_third_fact_is_held_against_every_precision_before() -> None:
    """Two exact values that both round to the first still contradict each other."""
    facts = (
        MONEY,
        replace(MONEY, id="f2", value="1200", decimals=None),
        replace(MONEY, id="f3", value="1300", decimals=None),
    )

    with pytest.raises(InstanceError, match="f2 says '1200' and f3 says '1300'"):
        tuple(Agreeing(facts, "r.json"))


def test_kept_contradictions_come_out_and_are_counted() -> None:
    """Both facts, and how many contradict one before."""
    facts = tuple(replace(MONEY, id=f"f{number}", value=str(number)) for number in range(5))
    agreeing = Agreeing(facts, "r.json", kept=True)

    assert tuple(agreeing) == facts
    assert (agreeing.found, agreeing.first) == (4, "f0 says '0' and f1 says '1' of x:Money")


@dataclass
class _Made:
    """So many facts, made anew each time; every one of them `times` times."""

    count: int
    times: int = 1
    passes: int = 0

    def __iter__(self) -> Iterator[Fact]:
        self.passes += 1
        for number in range(self.count):
            yield replace(MONEY, id=f"f{number}", typed=(("x:Axis", str(number // self.times)),))


def test_a_report_without_duplicates_is_read_once_in_eight_bytes_a_fact() -> None:
    """Where nothing came twice there is nothing to look at again."""
    made = _Made(50_000)
    tracemalloc.start()
    try:
        count = sum(1 for _ in Agreeing(made, "r.json"))
        held, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert (count, made.passes) == (50_000, 1)
    assert peak < 50_000 * 8 * 2.5 + 100_000, (held, peak)


def test_many_duplicates_are_held_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many looks at the file as their number asks for, and none of them holds more than its share."""
    monkeypatch.setattr(contradictions, "AT_A_TIME", 100)
    made = _Made(1000, times=2)

    assert sum(1 for _ in Agreeing(made, "r.json")) == 1000
    assert made.passes == 1 + 5


def _written(report: Report, syntax: str, folder: Path) -> Path:
    path = folder / {"xml": "r.xbrl", "ixbrl": "r.xhtml", "json": "r.json", "csv": "r-csv.json"}[syntax]
    with path.open("wb") as stream:
        match syntax:
            case "xml":
                xbrl_xml.write(report, stream)
            case "ixbrl":
                ixbrl_facts.write(report, stream, "Report")
            case "json":
                xbrl_json.write(report, stream)
            case _:
                with (folder / "r.csv").open("wb") as table:
                    xbrl_csv.write(report, "r.csv", table, stream)
    return path


def _exported(path: Path, to: str, *more: str) -> Result:
    output = path.parent / "out"
    return CliRunner().invoke(
        tagwright, ["export", str(path), "--to", to, "-o", str(output), *more], standalone_mode=False
    )


CONTRADICTORY = Report(
    "http://example.org/x/x.xsd",
    NAMESPACES,
    (MONEY, replace(TEXT, id="f2"), replace(MONEY, id="f3", value="2000")),
)


@pytest.mark.parametrize("to", ["xml", "json", "csv", "ixbrl", "parquet"])
@pytest.mark.parametrize("syntax", ["xml", "ixbrl", "json", "csv"])
def test_export_of_an_instance_refuses_contradictions_and_writes_nothing(
    tmp_path: Path, syntax: str, to: str
) -> None:
    """From any syntax, to any form: one sentence that names the two facts, and what to do."""
    result = _exported(_written(CONTRADICTORY, syntax, tmp_path), to)

    assert isinstance(result.exception, TagwrightError)
    assert "f1 says '1000' and f3 says '2000' of x:Money" in str(result.exception)
    assert "--keep-contradictions" in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_export_writes_contradictions_where_it_is_asked_to(tmp_path: Path) -> None:
    """Somebody else's filing has them and is wanted in a table all the same."""
    result = _exported(_written(CONTRADICTORY, "xml", tmp_path), "json", "--keep-contradictions")

    assert result.exception is None
    assert "Contradictions of facts in the file: 1; the first: f1 says '1000' and f3" in result.output
    assert (tmp_path / "out" / "r.json").read_text().count('"concept":"x:Money"') == 2
