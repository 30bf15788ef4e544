"""Lists of Chinese prose that are dealt out over the times of the figures before."""

from __future__ import annotations

import pytest

from tests.tagging_example import readings_of


def _times(text: str, concept: str) -> list[str]:
    return [period for said, _, period, *_ in readings_of(text) if said == concept]


_YEARS = ["2022-01-01/2022-12-31", "2023-01-01/2023-12-31", "2024-01-01/2024-12-31"]


@pytest.mark.parametrize(
    "text",
    [
        "2022年、2023年和2024年净利润分别为12亿元、13亿元和15亿元；同期净息差分别为1.9%、1.8%和1.7%。",
        "净利润2022年为12亿元，2023年为13亿元，2024年为15亿元，净息差相应为1.9%、1.8%和1.7%。",
        "2022年淨利潤12億元、2023年13億元，2024年再增至15億元，三年間淨息差依序為1.9%、1.8%與1.7%。",
        "2022年、2023年和2024年净利润分别为12亿元、13亿元和15亿元。三年净息差分别为1.9%、1.8%和1.7%。",
    ],
)
def test_a_list_is_of_the_years_told_before(text: str) -> None:
    """As many figures as years, in their order."""
    assert _times(text, "NetInterestMargin") == _YEARS


@pytest.mark.parametrize(
    "text",
    [
        "2023年末、2024年末贷款总额分别为50亿元、55亿元，不良贷款率依次为1.2%、1.1%。",
        "2023年末贷款总额50亿元，2024年末为55亿元，两个年末的不良贷款率分别为1.2%和1.1%。",
        "贷款总额在2023年末为50亿元，2024年末为55亿元。不良贷款率相应为1.2%、1.1%。",
    ],
)
def test_a_list_is_of_the_days_told_before(text: str) -> None:
    """Of levels at a day too, in the sentence before as well."""
    assert _times(text, "NonPerformingLoanRatio") == ["2023-12-31", "2024-12-31"]


def test_times_of_comparison_are_told_too() -> None:
    """The days that growth was measured from."""
    text = "总资产480亿元，较2023年末增长3%，较2022年末增长9%。贷款总额230亿元，前述两个时点分别为220亿元和210亿元。"
    assert _times(text, "LoansAndAdvancesToCustomers") == ["2024-12-31", "2023-12-31", "2022-12-31"]


def test_a_year_before_the_one_before() -> None:
    """前一年末 and 再前一年末."""
    text = "总资产在2024年末为368亿元，前一年末为342亿元，再前一年末为317亿元。"
    assert _times(text, "TotalAssets") == ["2024-12-31", "2023-12-31", "2022-12-31"]


def test_a_list_of_parts_is_of_no_times() -> None:
    """Where the figures before are of parts at one day, the list is dealt over these."""
    text = "2024年末公司贷款和个人贷款分别为50亿元和45亿元，不良贷款率分别为1.2%和1.3%。"
    assert _times(text, "NonPerformingLoanRatio") == ["2024-12-31", "2024-12-31"]


@pytest.mark.parametrize(
    ("text", "concept", "expected"),
    [
        (
            "净利润下半年为49.9亿元，较上半年的48.7亿元上升2.5%。",
            "NetProfit",
            ["2024-07-01/2024-12-31", "2024-01-01/2024-06-30"],
        ),
        (
            "贷款余额500亿元，较上半年末的490亿元增长2%。",
            "LoansAndAdvancesToCustomers",
            ["2024-12-31", "2024-06-30"],
        ),
        (
            "貸款餘額300億元，半年前為290億元，三個月前為295億元。",
            "LoansAndAdvancesToCustomers",
            ["2024-12-31", "2024-06-30", "2024-09-30"],
        ),
        (
            "自2021年底以來，存款由96億元增至318億元。",
            "DepositsFromCustomers",
            ["2021-12-31", "2024-12-31"],
        ),
        ("2021年以来，存款由96亿元增至318亿元。", "DepositsFromCustomers", ["2024-12-31"]),
    ],
)
def test_the_time_of_a_value_that_is_compared_with(text: str, concept: str, expected: list[str]) -> None:
    """The part before, so many months ago, or the day since when; a year since when says no day."""
    assert _times(text, concept) == expected


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("存款余额较2019年末年均复合增长9.2%，当年增加412亿元。", "IncreaseDecreaseInDepositsFromCustomers"),
        ("净利润五年复合增长率9.2%，本年为15亿元，本年增长3%。", "GrowthRateOfNetProfit"),
    ],
)
def test_a_change_of_the_year_is_of_no_more_years(text: str, concept: str) -> None:
    """Though the change before was measured across several."""
    assert _times(text, concept)[-1] == "2024-01-01/2024-12-31"


def test_growth_behind_what_is_compared_with_is_of_now() -> None:
    """And not of the first time of its sentence."""
    text = "第三季末存款312亿元，年末增至319亿元，环比增长2.2%；与上年末的298亿元相比，增长7.0%。"
    assert _times(text, "GrowthRateOfDepositsFromCustomers")[-1] == "2024-01-01/2024-12-31"
