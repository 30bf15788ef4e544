"""What a document reports nowhere else: words that nothing explains weigh less where the taxonomy was made for it."""

from __future__ import annotations

from functools import cache

import pytest

from tagger.ledger import Row
from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import ledger_of

_CONCEPTS = {
    "Revenue": ("monetary", "duration", "Revenue", "營業收入"),
    "Costs": ("monetary", "duration", "Operating costs", "營運成本"),
    "Profit": ("monetary", "duration", "Net profit", "淨利潤"),
    "Equity": ("monetary", "instant", "Equity", "股東權益"),
    "Debt": ("monetary", "instant", "Borrowings", "借款"),
    "Cash": ("monetary", "instant", "Cash", "現金"),
    "Dividend": ("monetary", "duration", "Dividends paid", "已付股息"),
    "Turnover": ("monetary", "duration", "Share turnover", "股票成交額"),
    "Collateral": ("monetary", "instant", "Collateral", "抵押品"),
    "Custody": ("monetary", "instant", "Assets in custody", "託管資產"),
}
ENGLISH = [
    "Revenue was NOK 812 million.",
    "Operating costs came to NOK 402 million.",
    "Net profit was NOK 296 million.",
    "At the end of the year equity stood at NOK 1,420 million.",
    "Borrowings were NOK 310 million.",
    "Cash was NOK 655 million.",
    "Dividends paid were NOK 180 million.",
    "Share turnover was NOK 3,410 billion.",
    "Assets in custody were NOK 5,120 billion.",
]
CHINESE = [
    "全年營業收入為8.12億元。",
    "營運成本為4.02億元。",
    "淨利潤為2.96億元。",
    "年末股東權益為14.2億元。",
    "借款為3.1億元。",
    "現金為6.55億元。",
    "已付股息為1.8億元。",
    "全年股票成交額為34,100億元。",
    "年末託管資產為51,200億元。",
]
DOUBTFUL = [
    (ENGLISH, "Brokers deposited NOK 18.3 billion as collateral for unlisted swaps.", "18300000000"),
    (CHINESE, "會員為衍生品交易繳存的抵押品合計183億元。", "18300000000"),
]


@cache
def _exchange() -> Taxonomy:
    """Return a taxonomy of an exchange that pays for what it does: ten concepts, all of which its report names."""
    lines = [
        "taxonomy:",
        "  {prefix: exg, namespace: 'http://example.org/exg', version: '1', date: 2024-12-31,",
        "  entry_point: 'http://example.org/exg/exg.xsd', label: {en: Exchange}}",
        "concepts:",
    ]
    for name, (kind, period, english, chinese) in _CONCEPTS.items():
        lines.append(
            f"  {name}: {{type: {kind}, period: {period}, variants: [growth], label: {{en: {english}, zh-Hant: {chinese}}}}}"
        )
    lines.append("hypercubes:\n  All: {concepts: [" + ", ".join(_CONCEPTS) + "], axes: []}")
    return parse_source("\n".join(lines).encode(), "exg.yaml")


def _last(sentences: list[str]) -> Row:
    return ledger_of("\n\n".join(sentences), taxonomy=_exchange()).rows[-1]


@pytest.mark.parametrize(("others", "doubtful", "value"), DOUBTFUL, ids=["en", "zh-Hant"])
def test_the_one_concept_that_is_reported_nowhere_else_is_taken(
    others: list[str], doubtful: str, value: str
) -> None:
    """It is told as less sure than what words alone say."""
    row = _last([*others, doubtful])

    assert (row.status, row.concept, row.value) == ("fact", "exg:Collateral", value)
    assert "unreported" in {evidence.kind for evidence in row.evidence}
    assert row.confidence is not None
    assert row.confidence < 0.9


@pytest.mark.parametrize(("others", "doubtful", "value"), DOUBTFUL, ids=["en", "zh-Hant"])
def test_where_the_document_reports_little_of_the_taxonomy_it_stays_open(
    others: list[str], doubtful: str, value: str
) -> None:
    """The taxonomy was then not made for it, and what it has no word for may well be in the text."""
    row = _last([*others[:6], doubtful])

    assert (row.status, row.value) == ("unresolved", value)


@pytest.mark.parametrize(("others", "doubtful", "value"), DOUBTFUL, ids=["en", "zh-Hant"])
def test_beside_a_figure_that_reports_the_concept_it_stays_open(
    others: list[str], doubtful: str, value: str
) -> None:
    """The words that nothing explains then say what is different of it."""
    plain = "Collateral was NOK 41.7 billion." if "NOK" in doubtful else "年末抵押品為417億元。"
    row = _last([*others, plain, doubtful])

    assert (row.status, row.value) == ("unresolved", value)


@pytest.mark.parametrize(
    ("others", "doubtful", "change"),
    [
        (ENGLISH, "Brokers deposited NOK 18.3 billion as collateral for unlisted swaps", ", up 6.4%."),
        (CHINESE, "會員為衍生品交易繳存的抵押品合計183億元", "，增長6.4%。"),
    ],
    ids=["en", "zh-Hant"],
)
def test_the_growth_that_goes_on_from_it_is_of_the_same(
    others: list[str], doubtful: str, change: str
) -> None:
    """It has its concept from the level before, and no other figure between."""
    row = _last([*others, doubtful + change])

    assert (row.status, row.concept, row.value) == ("fact", "exg:GrowthRateOfCollateral", "0.064")


def test_what_a_level_came_from_goes_on_from_it() -> None:
    """The words that nothing explains are said once: what holds for the level holds for the one before."""
    doubtful = "Brokers deposited NOK 18.3 billion as collateral for unlisted swaps, up from NOK 17.1 billion in 2023."
    level, before = _facts(ledger_of("\n\n".join([*ENGLISH, doubtful]), taxonomy=_exchange()).rows)[-2:]
    assert (level.value, before.value) == ("18300000000", "17100000000")
    assert (before.concept, before.period) == (level.concept, "2023-12-31")


def _facts(rows: tuple[Row, ...]) -> list[Row]:
    return [row for row in rows if row.status == "fact"]
