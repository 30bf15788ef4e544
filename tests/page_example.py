"""A small report of an invented bank, its taxonomy and its ledger by hand, for the tests of the page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exports.page import write_page
from exports.verdict import Verdict
from tagger.document import Block, Document, text_places
from tagger.ledger import Alternative, Evidence, Ledger, Proof, Reason, Row
from tagger.profile import Profile
from taxonomy.errors import Finding
from taxonomy.model import Axis, Concept, Group, Hypercube, Label, Member, Taxonomy, Unit

HEADING = "1 零售業務\n\n"
PARAGRAPH = (
    "2024年末，山海銀行個人存款1,200.50億元，比上年末增\n加100.50億元，增長9.1%；設有12類產品，網點80家。\n\n"
)
AGAIN = "個人存款餘額為1,201億元。\n"
TEXT = HEADING + PARAGRAPH + AGAIN
HOSTILE = "</script><img src=x onerror=\"document.title='broken'\"><!--\u2028&amp;"

DEPOSITS, CHANGE, GROWTH = "hill:Deposits", "hill:IncreaseDecreaseInDeposits", "hill:GrowthRateOfDeposits"
PERSONAL = (("hill:CustomerAxis", "hill:PersonalMember"),)
YEAR = "2024-01-01/2024-12-31"


def labels(en: str, hant: str, hans: str, definition: str = "") -> tuple[Label, ...]:
    """Return standard labels in three languages, and an English definition if there is one."""
    standard = (Label("en", en), Label("zh-Hant", hant), Label("zh-Hans", hans))
    return (*standard, Label("en", definition, "documentation")) if definition else standard


TAXONOMY = Taxonomy(
    prefix="hill",
    namespace="http://example.org/hill",
    version="1",
    entry_point="http://example.org/hill/hill.xsd",
    labels=labels("Hill", "山", "山"),
    units=(Unit("hill:outlet", labels("outlet", "網點", "网点")),),
    axes=(
        Axis(
            "hill:CustomerAxis",
            labels("Customer type", "客戶類型", "客户类型"),
            "hill:AllMember",
            (
                Member("hill:AllMember", labels("All", "全部", "全部")),
                Member("hill:PersonalMember", labels("Personal customers", "個人客戶", "个人客户")),
            ),
        ),
    ),
    concepts=(
        Concept(
            DEPOSITS,
            "monetary",
            "instant",
            labels("Deposits", "客戶存款", "客户存款", "What customers have placed with the bank."),
        ),
        Concept(
            CHANGE,
            "monetary",
            "duration",
            labels("Change in deposits", "存款增減", "存款增减"),
            variant="change",
            variant_of=DEPOSITS,
        ),
        Concept(
            GROWTH,
            "percent",
            "duration",
            labels("Growth of deposits", "存款增長率", "存款增长率"),
            variant="growth",
            variant_of=DEPOSITS,
        ),
        Concept(
            "hill:Outlets",
            "count",
            "instant",
            labels("Outlets", "網點數目", "网点数目"),
            unit="hill:outlet",
        ),
    ),
    hypercubes=(Hypercube("Retail", (DEPOSITS, CHANGE, GROWTH), ("hill:CustomerAxis",)),),
    groups=(Group(labels("Retail", "零售", "零售"), (DEPOSITS,)),),
)
PROFILE = Profile("Mountain and Sea Bank", "http://example.org/scheme", "MS-1", "CNY")


@dataclass(frozen=True, slots=True)
class Example:
    """What `write_page` takes, less the language."""

    ledger: Ledger
    document: Document
    findings: tuple[Finding, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    def html(self, language: str = "en") -> str:
        """Return the page as text."""
        return self.bytes(language).decode()

    def bytes(self, language: str = "en") -> bytes:
        """Return the page."""
        return write_page(
            self.ledger, self.document, TAXONOMY, PROFILE, self.findings, self.verdicts, language
        )


def document_of(text: str, *blocks: Block) -> Document:
    """Return a document of the text; one paragraph if no blocks are given."""
    return Document("hill-2024", text, blocks or (Block("paragraph", 0, len(text)),), text_places(text))


def row_of(number: int, text: str, word: str, after: int = 0) -> Row:
    """Return an unresolved row for the first `word` in the text from `after` on."""
    start = text.index(word, after)
    return Row(
        id=f"r{number:04}",
        fact=None,
        start=start,
        end=start + len(word),
        text=word,
        place=text_places(text)(start, start + len(word)),
        status="unresolved",
        reason=Reason("no_concept", "no concept of the taxonomy fits"),
    )


def fact_of(row: Row, concept: str, period: str, value: str, decimals: int) -> Row:
    """Return the row as a fact about personal customers."""
    return replace(
        row,
        fact=f"f{row.id[1:]}",
        status="fact",
        reason=None,
        concept=concept,
        dimensions=PERSONAL,
        period=period,
        value=value,
        unit="pure" if concept == GROWTH else "CNY",
        decimals=decimals,
        confidence=0.97,
    )


def example() -> Example:
    """Return the report with facts, a year, a heading number, a count without concept and a contradiction."""
    body = TEXT.index("2024")
    words = TEXT.index("個人存款")
    level = replace(
        fact_of(row_of(3, TEXT, "1,200.50億元"), DEPOSITS, "2024-12-31", "120050000000", -6),
        evidence=(
            Evidence("concept", "存款", DEPOSITS, words + 2, words + 4),
            Evidence("member", "個人", "hill:PersonalMember", words, words + 2),
            Evidence("default", "end of the reporting period", "2024-12-31"),
        ),
        alternatives=(Alternative("hill:Outlets", (), "2024-12-31", "hill:outlet", 0.02),),
        proofs=("p0001", "p0002"),
    )
    change = fact_of(row_of(4, TEXT, "100.50億元"), CHANGE, YEAR, "10050000000", -6)
    growth = fact_of(row_of(5, TEXT, "9.1%"), GROWTH, YEAR, "0.091", 3)
    again = replace(
        row_of(8, TEXT, "1,201億元"),
        reason=Reason("contradicted", "said before with another value"),
        value="120100000000",
        unit="CNY",
        decimals=-8,
        qualifier="about",
    )
    outlets = replace(
        fact_of(row_of(7, TEXT, "80家"), "hill:Outlets", "2024-12-31", "80", 0),
        dimensions=(),
        unit="outlet",
        decimals="INF",
    )
    rows = (
        replace(
            row_of(1, TEXT, "1"), status="not_a_fact", reason=Reason("heading_number", "numbers a heading")
        ),
        replace(row_of(2, TEXT, "2024", body), status="not_a_fact", reason=Reason("year", "names a year")),
        level,
        change,
        growth,
        row_of(6, TEXT, "12類"),
        outlets,
        again,
    )
    proofs = (
        Proof("p0001", "level_change_growth", ("r0003", "r0004", "r0005"), "agrees", "0.0005", "fits"),
        Proof("p0002", "between", ("r0003",), "not_decided"),
    )
    first = len(HEADING)
    broken = TEXT.index("增\n加") + 1
    document = document_of(
        TEXT,
        Block("heading", 0, first - 2, level=1),
        Block("paragraph", first, first + len(PARAGRAPH) - 2, breaks=((broken, broken + 1),)),
        Block("paragraph", first + len(PARAGRAPH), len(TEXT) - 1),
    )
    finding = Finding(
        "error", "calc11e:example", "Parts do not sum.", "hill.xbrl", rows=("r0003",), sentence=AGAIN.strip()
    )
    verdicts = (
        Verdict("hill.xbrl", "invalid", 4, (replace(finding, rows=(), sentence=""),), (("f0003",),)),
        Verdict("hill.json", "valid", 4),
        Verdict("hill.xbri", "not_validated", reason="Arelle is missing."),
    )
    return Example(Ledger(TEXT, rows, proofs), document, (finding,), verdicts)


def hostile_example() -> Example:
    """Return a report whose text, evidence, reason and finding all try to become markup."""
    text = f"{HOSTILE} 8家 \U00020000\U00020001字 9家"
    words = text.index("字")
    rows = (
        replace(row_of(1, text, "8家"), reason=Reason("ambiguous", HOSTILE)),
        replace(
            row_of(2, text, "9家"),
            evidence=(
                Evidence("concept", HOSTILE, DEPOSITS, 0, len(HOSTILE)),
                Evidence("member", "字", "hill:PersonalMember", words, words + 1),
            ),
        ),
    )
    finding = Finding("error", HOSTILE, HOSTILE, rows=("r0001",), sentence=HOSTILE)
    return Example(
        Ledger(text, rows), document_of(text), (finding,), (Verdict(HOSTILE, "invalid", 1, reason=HOSTILE),)
    )
