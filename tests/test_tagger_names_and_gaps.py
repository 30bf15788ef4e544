"""Names and verbs that a clause gives in pieces or leaves out, and words that only look like counts, ranks or targets."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, ledger_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
LOANS, DEPOSITS, TIER = "LoansAndAdvancesToCustomers", "DepositsFromCustomers", "CommonEquityTier1Ratio"


SAID: list[tuple[str, list[Reading]]] = [
    (
        "Customer deposits grew 5% and total assets 4%.",
        [(f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.05"), ("GrowthRateOfTotalAssets", "", YEAR, "0.04")],
    ),
    (
        "Customer deposits grew 5% over the year, net profit 4% and total assets 3%.",
        [
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.05"),
            ("GrowthRateOfNetProfit", "", YEAR, "0.04"),
            ("GrowthRateOfTotalAssets", "", YEAR, "0.03"),
        ],
    ),
    (
        "Customer deposits grew 5% and net interest margin 1.9%.",
        [(f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.05"), ("NetInterestMargin", "", YEAR, "0.019")],
    ),
    (
        "The common equity tier 1 ('CET1') capital adequacy ratio was 11.2%.",
        [(TIER, "", END, "0.112")],
    ),
    ("核心一級（CET1）資本充足率為11.2%。", [(TIER, "", END, "0.112")]),
    (
        "管理零售客户资产（AUM）余额1.83万亿元。",
        [("AssetsUnderManagement", "PersonalCustomers", END, "1830000000000")],
    ),
    (
        "Merger and acquisition loans of RMB68.3 billion were granted.",
        [("LoansGranted", "MergerAndAcquisitionLoans", YEAR, "68300000000")],
    ),
    (
        "The Bank plans to increase loans to customers by no less than RMB25 billion in 2025.",
        [(f"IncreaseDecreaseIn{LOANS}", "Target", "2025-01-01/2025-12-31", "25000000000")],
    ),
    (
        "We increased loans to customers by RMB25 billion.",
        [(f"IncreaseDecreaseIn{LOANS}", "", YEAR, "25000000000")],
    ),
    (
        "营业收入33.88亿元，环比增长2.63%、同比增长10.41%，净利润12.9亿元，环比增长12.6%、同比增长17.73%。",
        [
            ("OperatingIncome", "", YEAR, "3388000000"),
            ("GrowthRateOfOperatingIncome", "PrecedingPeriod", YEAR, "0.0263"),
            ("GrowthRateOfOperatingIncome", "", YEAR, "0.1041"),
            ("NetProfit", "", YEAR, "1290000000"),
            ("GrowthRateOfNetProfit", "PrecedingPeriod", YEAR, "0.126"),
            ("GrowthRateOfNetProfit", "", YEAR, "0.1773"),
        ],
    ),
    (
        "Hill Bank has one of the industry's lowest NPL ratios at 1.7%.",
        [("NonPerformingLoanRatio", "", END, "0.017")],
    ),
    (
        "Total assets rose by RMB231 billion to cross RMB1 trillion.",
        [
            ("IncreaseDecreaseInTotalAssets", "", YEAR, "231000000000"),
            ("TotalAssets", "", END, "1000000000000"),
        ],
    ),
    (
        "The Bank will strive to achieve an NPL ratio of 1.5% by the end of 2025.",
        [("NonPerformingLoanRatio", "Target", "2025-12-31", "0.015")],
    ),
    (
        "People want to know that there is a door they can walk through: we have 58 outlets.",
        [("NumberOfOutlets", "", END, "58")],
    ),
    ("We have a network of 190 outlets.", [("NumberOfOutlets", "", END, "190")]),
    ("Workshops on fraud were held at 190 outlets.", []),
    ("Solar panels are on the roofs of 22 outlets.", []),
    ("Nine employees took up the longer leave.", []),
    ("年內增聘22名客戶關係經理。", []),
    ("年内完成325个网点迁址优化。", []),
    ("The year was a rewarding one for our customers.", []),
]


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_names_and_verbs_in_pieces(text: str, wanted: list[Reading]) -> None:
    """What a clause leaves out its neighbour says; a count of where something was, or of who did it, is not all there are."""
    assert fact_readings(text) == wanted


def test_a_level_that_was_crossed_is_exceeded() -> None:
    """The qualifier stands in the verb."""
    last = ledger_of("Total assets rose by RMB231 billion to cross RMB1 trillion.").rows[-1]
    assert last.qualifier == "exceeds"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("目前85.34%為有擔保貸款。", ""),
        ("税前12.9亿元。", ""),
        ("代表12家分行。", ""),
        ("位居行業前10%。", "rank"),
        ("總資產排名第5位。", "rank"),
        ("排名全国前20。", "rank"),
    ],
)
def test_a_word_that_only_ends_like_a_cue_is_none(text: str, reason: str) -> None:
    """目前, 税前 and 代表 are words of their own."""
    (row,) = ledger_of(text).rows
    assert (row.status == "not_a_fact") == bool(reason)
    assert not reason or (row.reason is not None and row.reason.code == reason)


def test_half_is_a_share_and_the_half_a_time() -> None:
    """Over the half counts nothing; half of a thing does."""
    assert [
        row.text for row in ledger_of("Total assets grew 5% over the half and fell later.", "2024H1").rows
    ] == ["5%"]
    assert ledger_of("Half of the loans are in Jiangsu.").rows[0].value == "0.50"
