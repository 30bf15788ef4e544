"""What is not read again of a taxonomy that was found valid, and that it changes no verdict."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import arelle
import pytest

from exports import xbrl_xml
from exports.references import Package, surroundings
from exports.validation import validate_in_child
from exports.word_linkbases import skip_pattern

if TYPE_CHECKING:
    from exports.report import Fact
    from tests.exports.conftest import Bank

BASE = '<?xml version="1.0"?><link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase">{}</link:linkbase>'
REWRITES = (("http://example.org/a/", "p/taxonomy/"),)


@pytest.mark.parametrize(
    ("links", "skipped"),
    [
        ("<link:labelLink/>", True),
        ("<link:roleRef/><link:presentationLink/><link:referenceLink/>", True),
        ("<link:labelLink/><link:definitionLink/>", False),
        ("<link:calculationLink/>", False),
        ('<gen:link xmlns:gen="http://xbrl.org/2008/generic"/>', False),
        ("<link:labelLink>", False),
    ],
)
def test_words_alone_are_passed_over(links: str, skipped: bool) -> None:
    """A linkbase with anything else in it, or that cannot be read, is left to Arelle."""
    members = {"p/taxonomy/x.xml": BASE.format(links).encode(), "p/taxonomy/x.xsd": b"<x/>"}

    pattern = skip_pattern([Package(members, REWRITES, "")])

    assert pattern == ("http://example.org/a/x.xml" if skipped else "")


def test_a_name_is_no_pattern_for_another() -> None:
    """Stars, brackets and bars in a name stand for themselves, or the file is read."""
    members = {f"p/taxonomy/{name}.xml": BASE.format("").encode() for name in ("a*", "[b]", "c|d")}

    assert skip_pattern([Package(members, REWRITES, "")]) == (
        "http://example.org/a/[[]b].xml|http://example.org/a/a[*].xml"
    )


@pytest.mark.slow
def test_the_verdict_is_the_same_for_the_first_and_for_a_later_file(bank: Bank, tmp_path: Path) -> None:
    """Wrong members, values, units and duplicates are found as well where the taxonomy was seen before."""
    package, report = bank.package, bank.report
    cache = Path(arelle.__file__).parent / "resources" / "cache"
    assert "label" in skip_pattern(surroundings([package], cache).packages)
    first, *_, last = report.held
    assert first.value is not None
    assets = replace(first, id="sum", concept="mini:Assets", dimensions=(), value="7", decimals=None)
    parts = [replace(assets, id=name, concept=f"mini:{name}", value="1") for name in ("Loans", "Deposits")]
    wrong: dict[str, tuple[Fact, ...]] = {
        "member": (replace(first, dimensions=(("mini:TypeAxis", "mini:Loans"),)),),
        "unit": (replace(first, unit="xbrli:pure"),),
        "twice": (first, replace(first, id="again", value=f"{first.value}1")),
        "concept": (replace(first, concept="mini:Nothing"),),
        "sum": (assets, *parts),
        "period": (replace(first, period=replace(first.period, start=first.period.end)),),
    }
    paths = []
    for name, facts in {"good": (first, last), **wrong}.items():
        path = tmp_path / f"{name}.xbrl"
        with path.open("wb") as stream:
            xbrl_xml.write(replace(report, facts=facts), stream)
        paths.append(path)
    good, *bad = paths

    later = validate_in_child([good, good, *bad], [package])
    alone = [validate_in_child([path], [package])[0] for path in bad]

    assert [verdict.outcome for verdict in later] == ["valid", "valid", *["invalid"] * len(bad)]
    assert list(later[2:]) == alone
