"""Formulas parsed once for many reports: what is remembered is what parsing again would give, and no mistake is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import tagwright
from exports import xbrl_xml
from exports.parsed_formulas import ParsedFormulas
from exports.validation import validate_in_child
from taxonomy.compile import compile_package

SAMPLE = Path(__file__).parent.parent.parent / "samples" / "harbour-bank"


@dataclass
class Element:
    """As much of an element as the parser asks for."""

    localName: str = "valueAssertion"  # noqa: N815  as Arelle calls it
    nsmap: dict[str | None, str] = field(default_factory=lambda: {"bank": "http://example.org/bank"})


class Parser:
    """Stands for Arelle's parser: it tells what it was asked, and finds `?` wrong."""

    ProgHeader = SimpleNamespace

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self.asked: list[str] = []

    def parse(
        self, owner: SimpleNamespace, expression: str, element: Element, _name: str, _trace: int
    ) -> list[object]:
        """Return a header and the marks of the expression."""
        self.asked.append(expression)
        if "?" in expression:
            owner.modelXbrl.errors.append("err:XPST0003")
        return [SimpleNamespace(sourceStr=expression, owner=owner), *expression, *element.nsmap.values()]


def parsed(parser: Parser, expression: str, element: Element | None = None) -> tuple[list[Any], Any]:
    """Return what the parser gives for an expression of another model, and that model's object."""
    owner = SimpleNamespace(modelXbrl=SimpleNamespace(errors=[]))
    parser.ProgHeader = lambda owner, _name, _element, source, _trace: SimpleNamespace(  # type: ignore[misc, assignment]
        sourceStr=source, owner=owner
    )
    return parser.parse(owner, expression, element or Element(), "test", 0), owner


def test_an_expression_is_parsed_once_and_belongs_to_who_asks() -> None:
    """The second model gets the same code under a header of its own, and may empty its list."""
    parser, known = Parser(), ParsedFormulas()
    with known.used_by(parser):
        first, _ = parsed(parser, "$a eq 1")
        expected = first[1:]
        first.clear()  # as Arelle does when it closes a model
        second, owner = parsed(parser, "$a eq 1")

    assert parser.asked == ["$a eq 1"]
    assert second[1:] == expected
    assert second[0].owner is owner


def test_other_namespaces_and_other_elements_are_other_expressions() -> None:
    """The same letters mean something else where a prefix does, or where another function may be called."""
    parser, known = Parser(), ParsedFormulas()
    with known.used_by(parser):
        for element in (Element(), Element(nsmap={"bank": "http://example.org/other"}), Element("message")):
            code, _ = parsed(parser, "bank:A", element)
            assert code[-1] == element.nsmap["bank"]

    assert len(parser.asked) == 3


def test_a_mistake_is_found_again_each_time() -> None:
    """What the parser found wrong is told of every report, and the parser is Arelle's own again afterwards."""
    parser, known = Parser(), ParsedFormulas()
    own = parser.parse
    with known.used_by(parser):
        for _ in range(2):
            _, owner = parsed(parser, "?")
            assert owner.modelXbrl.errors == ["err:XPST0003"]

    assert parser.asked == ["?", "?"]
    assert parser.parse == own


@pytest.mark.slow
def test_a_later_report_has_the_evaluations_that_it_has_alone(tmp_path: Path) -> None:
    """Two reports with other facts, validated one after the other: each as if there were no other."""
    tagged = tagwright.tag(
        SAMPLE / "report.txt", taxonomy="bank-disclosure", entity=SAMPLE / "entity.yaml", period="2025"
    )
    package = tmp_path / "bank.zip"
    package.write_bytes(compile_package(tagged.taxonomy))
    paths = [tmp_path / "whole.xbrl", tmp_path / "half.xbrl"]
    for path, facts in zip(paths, (tagged.report.held, tagged.report.held[::2]), strict=True):
        with path.open("wb") as stream:
            xbrl_xml.write(replace(tagged.report, facts=facts), stream)

    together = validate_in_child([*paths, *paths], [package])

    assert {verdict.outcome for verdict in together} == {"valid"}
    assert together[:2] == together[2:]
    assert together[1:2] == validate_in_child(paths[1:], [package])
    assert together[0].evaluations != together[1].evaluations
    assert any(item.satisfied for item in together[0].evaluations)
