"""A lender's own taxonomy: members that name the one balance, columns at constant rates, an expense in brackets, gifts."""

from __future__ import annotations

import pytest

from tests.tagging_example import facts_with, profile_of, taxonomy_in_data

YEAR, END = "2025-01-01/2025-12-31", "2025-12-31"
THIRD, THIRD_BEFORE = "2025-07-01/2025-09-30", "2024-07-01/2024-09-30"


def _facts(text: str, period: str = "2025") -> list[str]:
    return facts_with(taxonomy_in_data("home-lender"), profile_of(currency="HKD"), text, period)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "住宅按揭貸款增長3.1%至港幣942億元。",
            [f"GrowthRateOfAdvances Home {YEAR} 0.031", f"Advances Home {END} 94200000000"],
        ),
        (
            "贸易融资回升8.2%至港币214亿元，占贷款总额12.5%。",
            [
                f"GrowthRateOfAdvances Trade {YEAR} 0.082",
                f"Advances Trade {END} 21400000000",
                f"ShareOfAdvances Trade {END} 0.125",
            ],
        ),
        ("住宅按揭貸款申請增長3.1%。", []),
    ],
)
def test_a_member_alone_names_the_one_balance_that_may_carry_it(text: str, wanted: list[str]) -> None:
    """Unless words stand beside it that nothing explains."""
    assert _facts(text) == wanted


def test_what_the_bank_gave_is_a_donation_and_what_its_clients_gave_is_none() -> None:
    """A verb says what the one word of the concept says."""
    assert _facts("The Bank also donated HK$9.86 million, an increase of HK$1.12 million.") == [
        f"Donations - {YEAR} 9860000",
        f"IncreaseDecreaseInDonations - {YEAR} 1120000",
    ]
    assert _facts("Our customers donated HK$9.86 million.") == []


def test_an_expense_in_brackets_is_named_with_what_gives_it_back() -> None:
    """Brackets are the expense, what stands bare is given back; income with an expense in brackets stays income."""
    text = (
        "HK$ million                             2025    2024\n"
        "Net interest (expense)/income            520     487\n"
        "Loan impairment (expense)/benefit        (11)      4\n"
    )
    assert _facts(text) == [
        f"InterestIncome - {YEAR} 520000000",
        "InterestIncome - 2024-01-01/2024-12-31 487000000",
        f"ImpairmentExpense - {YEAR} 11000000",
        "ImpairmentExpense - 2024-01-01/2024-12-31 -4000000",
    ]


def test_columns_of_growth_at_constant_and_at_actual_rates() -> None:
    """The one has the member of the comparison, the other none; neither contradicts the values."""
    text = (
        "<!DOCTYPE html><html><body><table><tr><th>百萬港元</th><th>2025年第三季</th><th>2024年第三季</th>"
        "<th>按年變動 (固定匯率)</th><th>按年變動 (實質匯率)</th></tr>"
        "<tr><td>新業務價值</td><td>994</td><td>741</td><td>35%</td><td>34%</td></tr></table></body></html>"
    )
    assert _facts(text, "2025Q3") == [
        f"NewBusiness - {THIRD} 994000000",
        f"NewBusiness - {THIRD_BEFORE} 741000000",
        f"GrowthRateOfNewBusiness Constant {THIRD} 0.35",
        f"GrowthRateOfNewBusiness - {THIRD} 0.34",
    ]


def test_a_statement_before_a_list_says_at_what_rates_it_grows() -> None:
    """It may say so before it names the growth rates."""
    text = "按固定匯率基準列示的增長率如下：\n\n新業務價值增長35%至9.94億港元。"
    assert _facts(text) == [
        f"GrowthRateOfNewBusiness Constant {YEAR} 0.35",
        f"NewBusiness - {YEAR} 994000000",
    ]


def test_a_column_of_shares_without_a_sign_is_in_per_cent() -> None:
    """The caption speaks of amounts alone."""
    text = (
        "(港幣百萬元，百分比除外)\n"
        "                 2025年12月31日\n"
        "               金額      佔總額百分比\n"
        "住宅按揭貸款  94,200        62.80\n"
        "貿易融資      21,400        14.27\n"
        "客戶貸款總額 150,000       100.00\n"
    )
    assert _facts(text)[:4] == [
        f"Advances Home {END} 94200000000",
        f"ShareOfAdvances Home {END} 0.6280",
        f"Advances Trade {END} 21400000000",
        f"ShareOfAdvances Trade {END} 0.1427",
    ]


BEFORE = "2024-01-01/2024-12-31"


@pytest.mark.parametrize(
    ("text", "concept", "values"),
    [
        ("Net outflows were HK$0.9 billion, against HK$2.3 billion in 2024.", "NetFlows", (-900, -2300)),
        ("Net outflows were HK$0.9 billion (2024: HK$2.3 billion).", "NetFlows", (-900, -2300)),
        ("Net outflows rose to HK$2.3 billion from HK$0.9 billion.", "NetFlows", (-2300, -900)),
        (
            "A net loss of HK$61 million arose on revaluation, compared with HK$118 million.",
            "Revaluation",
            (-61, -118),
        ),
        (
            "The revaluation result was a loss of HK$5 million, compared to HK$6 million.",
            "Revaluation",
            (-5, -6),
        ),
        # what is of the other sign says so itself, and a loss by its name is none
        (
            "Net outflows were HK$0.9 billion, against net inflows of HK$2.3 billion in 2024.",
            "NetFlows",
            (-900, 2300),
        ),
        ("Net inflows were HK$0.9 billion, compared with HK$2.3 billion in 2024.", "NetFlows", (900, 2300)),
        ("Gross client outflows came to HK$3 million, against HK$4 million.", "GrossOutflows", (3, 4)),
    ],
)
def test_what_is_compared_with_a_loss_is_one(text: str, concept: str, values: tuple[int, int]) -> None:
    """Where it does not say what it is; values in millions."""
    now, before = (value * 1_000_000 for value in values)
    wanted = [(concept, YEAR, str(now)), (concept, BEFORE, str(before))]
    assert [(fact.split()[0], *fact.split()[2:]) for fact in _facts(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We saw net outflows, of HK$1.9 billion.", f"NetFlows - {YEAR} -1900000000"),
        ("And still HK$9.2 million was lost to scams.", f"ScamLosses - {YEAR} 9200000"),
    ],
)
def test_an_amount_beside_a_loss(text: str, wanted: str) -> None:
    """A comma parts it from the word, or the concept is a loss by its name."""
    assert _facts(text) == [wanted]
