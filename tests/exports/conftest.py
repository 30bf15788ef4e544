"""A small bank for the tests of the exports: a taxonomy, a profile and a ledger."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exports.filing import build_report
from tagger.document import Block, Document, text_places
from tagger.ledger import Ledger, Row
from tagger.profile import Profile
from taxonomy.compile.package import compile_package
from taxonomy.model import Axis, Calculation, Concept, Group, Hypercube, Label, Member, Taxonomy, Unit

if TYPE_CHECKING:
    from exports.report import Report

NAMESPACE = "http://example.org/taxonomy/mini/2024"
ENTRY_POINT = f"{NAMESPACE}/mini.xsd"

PROFILE = Profile("Harbour Bank", "http://standards.iso.org/iso/17442", "529900T8BM49AURSDO55", "CNY")

CONCEPTS = (
    ("Loans", "monetary", "instant"),
    ("Deposits", "monetary", "instant"),
    ("Assets", "monetary", "instant"),
    ("LoansGranted", "monetary", "duration"),
    ("GrowthRateOfLoans", "percent", "duration"),
    ("NumberOfCustomers", "count", "instant"),
)


def mini_taxonomy() -> Taxonomy:
    """Return the same taxonomy as a value."""

    def english(text: str) -> tuple[Label, ...]:
        return (Label("en", text),)

    concepts = tuple(
        Concept(
            f"mini:{name}",
            kind,
            "instant" if period == "instant" else "duration",
            english(name),
            unit="mini:customer" if kind == "count" else None,
        )
        for name, kind, period in CONCEPTS
    )
    members = tuple(Member(f"mini:{name}", english(name)) for name in ("AllMember", "CorporateMember"))
    return Taxonomy(
        prefix="mini",
        namespace=NAMESPACE,
        version="2024",
        entry_point=ENTRY_POINT,
        labels=english("Mini"),
        units=(Unit("mini:customer", english("customer")),),
        axes=(Axis("mini:TypeAxis", english("Type"), "mini:AllMember", members),),
        concepts=concepts,
        hypercubes=(Hypercube("Cube", tuple(c.qname for c in concepts), ("mini:TypeAxis",)),),
        groups=(Group(english("All"), tuple(c.qname for c in concepts)),),
        calculations=(Calculation("mini:Assets", (("mini:Loans", 1), ("mini:Deposits", 1))),),
    )


@dataclass(frozen=True)
class Bank:
    """Everything that a filing of the small bank is made from."""

    taxonomy: Taxonomy
    package: Path
    profile: Profile
    document: Document
    ledger: Ledger

    @property
    def report(self) -> Report:
        """Return the report that is filed."""
        return build_report(self.ledger, self.taxonomy, self.profile, "zh-Hant")


class Draft:
    """A document and its ledger, put together piece by piece as a test reads."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.text = ""
        self.blocks: list[Block] = []
        self.rows: list[Row] = []

    def block(self, kind: str, text: str, *figures: tuple[str, str], level: int = 0, **common: str) -> Draft:
        """Add a block; each figure is (its text in the block, "concept value unit decimals period …")."""
        start = len(self.text)
        self.text += text
        breaks = tuple((start + index, start + index + 1) for index, mark in enumerate(text) if mark == "\n")
        self.blocks.append(Block(kind, start, len(self.text), level, breaks))  # type: ignore[arg-type]
        self.text += "\n\n"
        at = start
        for figure, meaning in figures:
            at = self.text.index(figure, at)
            self.rows.append(self._row(at, figure, meaning, common))
            at += len(figure)
        return self

    def _row(self, start: int, figure: str, meaning: str, common: dict[str, str]) -> Row:
        concept, value, unit, decimals, period, *more = meaning.split()
        given = {**common, **dict(item.split("=", 1) for item in more)}
        number = len(self.rows) + 1
        member = given.get("member")
        return Row(
            id=f"r{number:04}",
            fact=given.get("fact", f"f{number:04}"),
            start=start,
            end=start + len(figure),
            text=figure,
            place={"kind": "text", "line": 1, "column": 1},
            status="fact",
            value=None if value == "nil" else value,
            unit=unit,
            decimals="INF" if decimals == "INF" else int(decimals),
            qualifier=given.get("qualifier", ""),
            period=period,
            concept=f"mini:{concept}",
            dimensions=(("mini:TypeAxis", f"mini:{member}"),) if member else (),
        )

    @property
    def document(self) -> Document:
        """Return the document."""
        return Document("sample", self.text, tuple(self.blocks), text_places(self.text))

    @property
    def ledger(self) -> Ledger:
        """Return the ledger."""
        return Ledger(self.text, tuple(self.rows))


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the taxonomy package as a file."""
    path = tmp_path_factory.mktemp("package") / "mini-2024.zip"
    path.write_bytes(compile_package(mini_taxonomy()))
    return path


@pytest.fixture
def draft() -> Draft:
    """Return an empty document to put together."""
    return Draft()


@pytest.fixture
def mini() -> Taxonomy:
    """Return the taxonomy."""
    return mini_taxonomy()


@pytest.fixture
def bank(package: Path) -> Bank:
    """Return a report of seven figures that say five facts and a nil."""
    year = "2024-01-01/2024-12-31"
    made = Draft()
    made.block("heading", "一 公司業務", level=1)
    made.block(
        "paragraph",
        "2024年末，公司貸款1,234.56億元，增長8.3%；存款下降至近98.7萬\n億元，客戶突破1,300戶。",
        ("1,234.56億元", "Loans 123456000000 CNY -6 2024-12-31 member=CorporateMember fact=f0001"),
        ("8.3%", f"GrowthRateOfLoans 0.083 pure 3 {year} member=CorporateMember"),
        ("98.7萬\n億元", "Deposits 98700000000000 CNY -11 2024-12-31 qualifier=nearly"),
        ("1,300戶", "NumberOfCustomers 1300 customer -2 2024-12-31 qualifier=exceeds+cumulative"),
    )
    made.block(
        "paragraph",
        "年內投放貸款減少（50億元），公司貸款約1,235億元，其他 -。",
        ("50億元", f"LoansGranted -5000000000 CNY -8 {year}"),
        (
            "1,235億元",
            "Loans 123500000000 CNY -8 2024-12-31 member=CorporateMember fact=f0001 qualifier=about",
        ),
        ("-", "Deposits nil CNY -8 2023-12-31"),
    )
    return Bank(mini_taxonomy(), package, PROFILE, made.document, made.ledger)
