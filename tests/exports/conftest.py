"""A small bank for the tests of the exports: a taxonomy package written by hand, a profile and a ledger."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exports.filing import build_report
from tagger.document import Block, Document, text_places
from tagger.ledger import Ledger, Row
from tagger.profile import Profile
from taxonomy.model import Axis, Concept, Hypercube, Label, Member, Taxonomy, Unit

if TYPE_CHECKING:
    from exports.report import Report

NAMESPACE = "http://example.org/taxonomy/mini/2024"
ENTRY_POINT = f"{NAMESPACE}/mini.xsd"

PROFILE = Profile("Harbour Bank", "http://standards.iso.org/iso/17442", "529900T8BM49AURSDO55", "CNY")

SCHEMA = f"""<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xmlns:mini="{NAMESPACE}" targetNamespace="{NAMESPACE}"
 xmlns:num="http://www.xbrl.org/dtr/type/2020-01-21" elementFormDefault="qualified">
<xs:annotation><xs:appinfo>
<link:roleType roleURI="{NAMESPACE}/role/cube" id="cube">
<link:usedOn>link:definitionLink</link:usedOn><link:usedOn>link:calculationLink</link:usedOn></link:roleType>
<link:linkbaseRef xlink:type="simple" xlink:href="mini-definition.xml"
 xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"
 xlink:role="http://www.xbrl.org/2003/role/definitionLinkbaseRef"/>
<link:linkbaseRef xlink:type="simple" xlink:href="mini-calculation.xml"
 xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"
 xlink:role="http://www.xbrl.org/2003/role/calculationLinkbaseRef"/>
</xs:appinfo></xs:annotation>
<xs:import namespace="http://www.xbrl.org/2003/instance"
 schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
<xs:import namespace="http://www.xbrl.org/dtr/type/2020-01-21"
 schemaLocation="https://www.xbrl.org/dtr/type/2020-01-21/types.xsd"/>
<xs:complexType name="customerItemType"><xs:simpleContent><xs:restriction base="xbrli:decimalItemType"/>
</xs:simpleContent></xs:complexType>
<xs:element name="customer" id="mini_customer" type="xs:decimal"/>
{{elements}}</xs:schema>
"""

DEFINITION = f"""<?xml version="1.0" encoding="UTF-8"?>
<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xbrldt="http://xbrl.org/2005/xbrldt">
<link:roleRef xlink:type="simple" roleURI="{NAMESPACE}/role/cube" xlink:href="mini.xsd#cube"/>
{{refs}}<link:definitionLink xlink:type="extended" xlink:role="{NAMESPACE}/role/cube">
{{arcs}}</link:definitionLink></link:linkbase>
"""

CALCULATION = f"""<?xml version="1.0" encoding="UTF-8"?>
<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">
<link:roleRef xlink:type="simple" roleURI="{NAMESPACE}/role/cube" xlink:href="mini.xsd#cube"/>
<link:arcroleRef xlink:type="simple" arcroleURI="https://xbrl.org/2023/arcrole/summation-item"
 xlink:href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>
<link:calculationLink xlink:type="extended" xlink:role="{NAMESPACE}/role/cube">
{{arcs}}</link:calculationLink></link:linkbase>
"""

CONCEPTS = (
    ("Loans", "xbrli:monetaryItemType", "instant"),
    ("Deposits", "xbrli:monetaryItemType", "instant"),
    ("Assets", "xbrli:monetaryItemType", "instant"),
    ("LoansGranted", "xbrli:monetaryItemType", "duration"),
    ("GrowthRateOfLoans", "num:percentItemType", "duration"),
    ("NumberOfCustomers", "mini:customerItemType", "instant"),
)


def _elements() -> str:
    lines = [
        f'<xs:element name="{name}" id="mini_{name}" type="{kind}" substitutionGroup="xbrli:item"'
        f' xbrli:periodType="{period}" nillable="true"/>'
        for name, kind, period in CONCEPTS
    ]
    for name, group in (("Cube", "xbrldt:hypercubeItem"), ("TypeAxis", "xbrldt:dimensionItem")):
        lines.append(
            f'<xs:element name="{name}" id="mini_{name}" type="xbrli:stringItemType" abstract="true"'
            f' substitutionGroup="{group}" xbrli:periodType="duration" nillable="true"/>'
        )
    lines += [
        f'<xs:element name="{name}" id="mini_{name}" type="num:domainItemType" abstract="true"'
        ' substitutionGroup="xbrli:item" xbrli:periodType="duration" nillable="true"/>'
        for name in ("AllMember", "CorporateMember")
    ]
    return "\n".join(lines)


def _definition() -> str:
    roles = ("all", "hypercube-dimension", "dimension-domain", "domain-member", "dimension-default")
    base = "http://xbrl.org/int/dim/arcrole"
    refs = "".join(
        f'<link:arcroleRef xlink:type="simple" arcroleURI="{base}/{role}"'
        f' xlink:href="http://www.xbrl.org/2005/xbrldt-2005.xsd#{role}"/>\n'
        for role in roles
    )
    locators = [(name, name) for name, _, _ in CONCEPTS]
    locators += [(n, n) for n in ("Cube", "TypeAxis", "AllMember", "CorporateMember")]
    locators.append(("AllMember", "Default"))
    arcs = [
        f'<link:loc xlink:type="locator" xlink:href="mini.xsd#mini_{name}" xlink:label="{label}"/>'
        for name, label in locators
    ]
    closed = ' xbrldt:closed="true" xbrldt:contextElement="scenario"'
    pairs = [("all", name, "Cube", closed) for name, _, _ in CONCEPTS]
    pairs += [
        ("hypercube-dimension", "Cube", "TypeAxis", ""),
        ("dimension-domain", "TypeAxis", "AllMember", ""),
        ("domain-member", "AllMember", "CorporateMember", ""),
        ("dimension-default", "TypeAxis", "Default", ""),
    ]
    arcs += [
        f'<link:definitionArc xlink:type="arc" xlink:arcrole="{base}/{role}" xlink:from="{start}"'
        f' xlink:to="{end}"{more}/>'
        for role, start, end, more in pairs
    ]
    return DEFINITION.format(refs=refs, arcs="\n".join(arcs))


def _calculation() -> str:
    arcs = [
        f'<link:loc xlink:type="locator" xlink:href="mini.xsd#mini_{name}" xlink:label="{name}"/>'
        for name in ("Assets", "Loans", "Deposits")
    ]
    arcs += [
        '<link:calculationArc xlink:type="arc" xlink:arcrole="https://xbrl.org/2023/arcrole/summation-item"'
        f' xlink:from="Assets" xlink:to="{part}" order="{order}" weight="1"/>'
        for order, part in enumerate(("Loans", "Deposits"), 1)
    ]
    return CALCULATION.format(arcs="\n".join(arcs))


def package_bytes() -> bytes:
    """Return the taxonomy package as a zip."""
    folder = "mini-2024"
    files = {
        "META-INF/taxonomyPackage.xml": f"""<?xml version="1.0" encoding="UTF-8"?>
<tp:taxonomyPackage xmlns:tp="http://xbrl.org/2016/taxonomy-package" xml:lang="en">
<tp:identifier>{NAMESPACE}</tp:identifier><tp:name>Mini</tp:name><tp:version>2024</tp:version>
<tp:entryPoints><tp:entryPoint>
<tp:name>All</tp:name><tp:entryPointDocument href="{ENTRY_POINT}"/></tp:entryPoint>
</tp:entryPoints></tp:taxonomyPackage>
""",
        "META-INF/catalog.xml": f"""<?xml version="1.0" encoding="UTF-8"?>
<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
<rewriteURI uriStartString="{NAMESPACE}/" rewritePrefix="../taxonomy/"/></catalog>
""",
        "taxonomy/mini.xsd": SCHEMA.format(elements=_elements()),
        "taxonomy/mini-definition.xml": _definition(),
        "taxonomy/mini-calculation.xml": _calculation(),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(f"{folder}/{name}", (1980, 1, 1, 0, 0, 0)), text)
    return stream.getvalue()


def mini_taxonomy() -> Taxonomy:
    """Return the same taxonomy as a value."""

    def english(text: str) -> tuple[Label, ...]:
        return (Label("en", text),)

    kinds = {"xbrli:monetaryItemType": "monetary", "num:percentItemType": "percent"}
    concepts = tuple(
        Concept(
            f"mini:{name}",
            kinds.get(kind, "count"),
            "instant" if period == "instant" else "duration",
            english(name),
            unit="mini:customer" if kind.startswith("mini:") else None,
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
        groups=(),
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
    path.write_bytes(package_bytes())
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
