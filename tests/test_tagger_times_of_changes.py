"""When a change was, and what its two values are of; times that hold for more than one figure, or for none."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, ledger_of

NPL, ASSETS, PROFIT, TIER = "NonPerformingLoanRatio", "TotalAssets", "NetProfit", "CommonEquityTier1Ratio"
HALF, HALF_BEFORE = "2024-01-01/2024-06-30", "2023-01-01/2023-06-30"


TOLD: list[tuple[str, str, list[Reading]]] = [
    (
        "In 2023, the NPL ratio fell from 1.26% to 1.24% and total assets rose from RMB5 billion to RMB6 billion.",
        "2024",
        [
            (NPL, "", "2022-12-31", "0.0126"),
            (NPL, "", "2023-12-31", "0.0124"),
            (ASSETS, "", "2022-12-31", "5000000000"),
            (ASSETS, "", "2023-12-31", "6000000000"),
        ],
    ),
    (
        "2023年，不良贷款率由1.26%降至1.24%。",
        "2024",
        [(NPL, "", "2022-12-31", "0.0126"), (NPL, "", "2023-12-31", "0.0124")],
    ),
    (
        "2024年上半年，不良貸款率由1.26%降至1.24%，淨利潤由5億元增至6億元。",
        "2024",
        [
            (NPL, "", "2023-12-31", "0.0126"),
            (NPL, "", "2024-06-30", "0.0124"),
            (PROFIT, "", HALF_BEFORE, "500000000"),
            (PROFIT, "", HALF, "600000000"),
        ],
    ),
    (
        "第三季度不良贷款率由1.26%降至1.24%，拨备覆盖率由216.18%升至260.64%。",
        "2024",
        [
            (NPL, "", "2024-06-30", "0.0126"),
            (NPL, "", "2024-09-30", "0.0124"),
            ("ProvisionCoverageRatio", "", "2024-06-30", "2.1618"),
            ("ProvisionCoverageRatio", "", "2024-09-30", "2.6064"),
        ],
    ),
    ("第三季度净利润由5亿元增至6亿元。", "2024", [(PROFIT, "", "2024-07-01/2024-09-30", "600000000")]),
    (
        "At 30 June 2023 the NPL ratio was 1.26%, up from 1.24%.",
        "2024",
        [(NPL, "", "2023-06-30", "0.0126"), (NPL, "", "2022-12-31", "0.0124")],
    ),
    (
        "We began the year with a CET1 ratio of 13.8% and ended it at 14.1%.",
        "2024",
        [(TIER, "", "2023-12-31", "0.138"), (TIER, "", "2024-12-31", "0.141")],
    ),
    (
        "总资产由2023年12月的3,062.76亿元增加至2024年6月末的3,121.59亿元。",
        "2024H1",
        [(ASSETS, "", "2023-12-31", "306276000000"), (ASSETS, "", "2024-06-30", "312159000000")],
    ),
    (
        "總資產由2023年末的3,062億元降至2024年6月的3,021億元。",
        "2024H1",
        [(ASSETS, "", "2023-12-31", "306200000000"), (ASSETS, "", "2024-06-30", "302100000000")],
    ),
    (
        "截至2022年12月31日、2023年12月31日和2024年6月30日，本行總資產分別為1,872億元、2,779億元和3,021億元。",
        "2024H1",
        [
            (ASSETS, "", "2022-12-31", "187200000000"),
            (ASSETS, "", "2023-12-31", "277900000000"),
            (ASSETS, "", "2024-06-30", "302100000000"),
        ],
    ),
    ("截至2024年6月15日，本行总资产为3,021亿元。", "2024H1", [(ASSETS, "", "2024-06-15", "302100000000")]),
    ("至2024年6月，總資產為3,021億元。", "2024H1", [(ASSETS, "", "2024-06-30", "302100000000")]),
    (
        "截至第三季度，净利润12.9亿元。",
        "2024",
        [(PROFIT, "", "2024-01-01/2024-09-30", "1290000000")],
    ),
    (
        "Total assets were RMB60 billion (a CET1 ratio of 16.9% and an NPL ratio of 1.8% at 31 December 2023).",
        "2024H1",
        [
            (ASSETS, "", "2024-06-30", "60000000000"),
            (TIER, "", "2023-12-31", "0.169"),
            (NPL, "", "2023-12-31", "0.018"),
        ],
    ),
    (
        "3 August 2024 HILL BANK LIMITED INTERIM RESULTS Net profit down 28% to RMB111 million.",
        "2024H1",
        [("GrowthRateOfNetProfit", "", HALF, "-0.28"), (PROFIT, "", HALF, "111000000")],
    ),
    (
        "Net profit rose to RMB15.4 billion from RMB12.4 billion in September 2023.",
        "2024-01-01/2024-09-30",
        [
            (PROFIT, "", "2024-01-01/2024-09-30", "15400000000"),
            (PROFIT, "", "2023-01-01/2023-09-30", "12400000000"),
        ],
    ),
    (
        "Assets under custody, which had fallen in 2023, were RMB126 billion.",
        "2024",
        [("AssetsUnderCustody", "", "2024-12-31", "126000000000")],
    ),
    (
        "Net profit picked up in the second half of the year and was RMB13,806 million for the full year.",
        "2024",
        [(PROFIT, "", "2024-01-01/2024-12-31", "13806000000")],
    ),
    (
        "淨利潤2.35億元，較2023年的淨利潤6.18億元明顯收窄。",
        "2024",
        [
            (PROFIT, "", "2024-01-01/2024-12-31", "235000000"),
            (PROFIT, "", "2023-01-01/2023-12-31", "618000000"),
        ],
    ),
    (
        "活期存款佔客戶存款的38.9%，較一年前高出2.4個百分點。",
        "2024",
        [
            ("ShareOfDepositsFromCustomers", "DemandDeposits", "2024-12-31", "0.389"),
            (
                "IncreaseDecreaseInShareOfDepositsFromCustomers",
                "DemandDeposits",
                "2024-01-01/2024-12-31",
                "0.024",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("text", "period", "wanted"), TOLD)
def test_values_have_the_time_that_the_sentence_tells(text: str, period: str, wanted: list[Reading]) -> None:
    """A time before a change holds for both its values, one in brackets for all in them, and an event's for none."""
    assert fact_readings(text, period) == wanted


def test_the_value_that_a_flow_of_a_quarter_rose_from_is_a_question() -> None:
    """The quarter before or the year before: the sentence does not say."""
    first, _ = ledger_of("第三季度净利润由5亿元增至6亿元。", "2024").rows
    assert (first.status, first.value) == ("unresolved", "500000000")
