"""Times that Chinese prose tells before a move or a rate a year, and for how many something was done."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings

DEPOSITS, INCOME, NPL = "DepositsFromCustomers", "OperatingIncome", "NonPerformingLoanRatio"
GROWTH = f"GrowthRateOf{DEPOSITS}"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "2020年末至2024年末，客戶存款由300億元擴大到500億元，年均複合增長13.6%。",
            [
                (DEPOSITS, "", "2020-12-31", "30000000000"),
                (DEPOSITS, "", "2024-12-31", "50000000000"),
                (GROWTH, "CompoundAnnual", "2021-01-01/2024-12-31", "0.136"),
            ],
        ),
        (
            "从2021年12月末到2024年12月末，不良率由1.52%降至1.20%。",
            [(NPL, "", "2021-12-31", "0.0152"), (NPL, "", "2024-12-31", "0.0120")],
        ),
        (
            "五年間，客戶存款從300億元增加到500億元，年均增長10.8%。",
            [
                (DEPOSITS, "", "2019-12-31", "30000000000"),
                (DEPOSITS, "", "2024-12-31", "50000000000"),
                (GROWTH, "CompoundAnnual", "2020-01-01/2024-12-31", "0.108"),
            ],
        ),
        (
            "2021年至2024年，營業收入由52億元升至86億元。",
            [
                (INCOME, "", "2021-01-01/2021-12-31", "5200000000"),
                (INCOME, "", "2024-01-01/2024-12-31", "8600000000"),
            ],
        ),
        (
            "2022年4月至2023年3月期間，營業收入為52億元。",
            [(INCOME, "", "2022-04-01/2023-03-31", "5200000000")],
        ),
        ("今年以來，營業收入為52億元。", [(INCOME, "", "2024-01-01/2024-12-31", "5200000000")]),
        ("客戶存款年均增長10.8%。", []),  # over how many years is not said
        # since 2021, and no value of the year before; when in 2021 is not said
        ("自2021年以來，不良率持續下降，由1.52%降至1.20%。", [(NPL, "", "2024-12-31", "0.0120")]),
    ],
)
def test_a_time_told_before_a_move_says_when_it_began(text: str, facts: list[Reading]) -> None:
    """A range of two times, a number of years, since when: what a value moved from is of its beginning."""
    assert fact_readings(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "為12萬戶小微零售客戶減免手續費。",
        "滿意度調查覆蓋12,000名員工。",
        "在68家營業網點設立無障礙通道。",
        "全行480家營業網點完成適老化改造。",
        "上門服務老年客戶1,800人次。",
        "年內晉升員工540人。",
    ],
)
def test_for_how_many_something_was_done_is_not_how_many_there_are(text: str) -> None:
    """Visits count no people, and a deed's objects not all there are."""
    assert fact_readings(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("全行480家營業網點均已完成適老化改造。", "480"),
        ("本行共有480家營業網點。", "480"),
        ("本行拥有员工8,200名。", "8200"),
    ],
)
def test_each_one_of_them_is_all_there_are(text: str, value: str) -> None:
    """全行480家網點均已 says something of each outlet."""
    assert [fact[3] for fact in fact_readings(text)] == [value]
