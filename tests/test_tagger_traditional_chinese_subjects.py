"""Traditional Chinese of Taiwan and Hong Kong: what a sentence is about behind a cause, an unknown name, a list or a loss."""

from __future__ import annotations

import pytest

from tests.tagging_example import rows_of, said_in

SHORT = (
    ("GrowthRateOf", "G:"),
    ("IncreaseDecreaseIn", "C:"),
    ("ShareOf", "S:"),
    ("LoansAndAdvancesToCustomers", "Loans"),
    ("DepositsFromCustomers", "Deposits"),
)
WHEN = {"2025-01-01/2025-12-31": " Y", "2025-12-31": " E"}


def said(text: str, period: str = "2025") -> list[str]:
    """Return what each quantity says: concept, members, when (Y the year, E its end) and value; "?" where it is left open."""
    return said_in(rows_of(text, period), SHORT, lambda when: WHEN.get(when, f" {when}"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "淨利潤62.5億元，按每股計增長12%；手續費收入受市場波動影響，為24.7億元，上年為13.9億元。",
            [
                "NetProfit Y 6250000000",
                "?",
                "FeeAndCommissionIncome Y 2470000000",
                "FeeAndCommissionIncome 2024-01-01/2024-12-31 1390000000",
            ],
        ),
        (
            "客戶存款9,862億元，市佔率3.2%，個人存款維持增長，較年初增加530億元。",
            ["Deposits E 986200000000", "?", "C:Deposits+PersonalCustomers Y 53000000000"],
        ),
        (
            "本行品牌價值排名提升至86%，客戶貸款保持增長，年增8%至8,620億元。",
            ["?", "G:Loans Y 0.08", "Loans E 862000000000"],
        ),
        ("淨利潤62.5億元，按每股計增長12%，增幅較上年提高3億元。", ["NetProfit Y 6250000000", "?", "?"]),
    ],
)
def test_a_name_behind_a_figure_that_was_not_understood(text: str, expected: list[str]) -> None:
    """It begins anew what follows: X，手續費收入受市場波動影響，為Y."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("隨着境外業務擴張，客戶貸款增長12%至8,620億元。", ["G:Loans Y 0.12", "Loans E 862000000000"]),
        ("憑藉私人銀行的優勢，客戶存款增長7%至9,862億元。", ["G:Deposits Y 0.07", "Deposits E 986200000000"]),
        (
            "本行積極拓展境外市場，總資產增長7%至12,862億元。",
            ["G:TotalAssets Y 0.07", "TotalAssets E 1286200000000"],
        ),
        ("鑑於住房貸款需求回落，客戶貸款只增長2%。", ["G:Loans Y 0.02"]),
        ("伴隨公司存款回流，客戶存款較年初增加530億元。", ["C:Deposits Y 53000000000"]),
        ("在公司存款帶動下，客戶存款較年初增加530億元。", ["C:Deposits Y 53000000000"]),
        (
            "境外業務穩健，客戶貸款增長12%至862億元。",
            ["G:Loans+Overseas Y 0.12", "Loans+Overseas E 86200000000"],
        ),
        (
            "公司金融方面，客戶貸款增長12%至3,862億元。",
            ["G:Loans+CorporateCustomers Y 0.12", "Loans+CorporateCustomers E 386200000000"],
        ),
    ],
)
def test_a_part_in_a_cause_is_no_part_of_what_follows(text: str, expected: list[str]) -> None:
    """隨着境外業務擴張，客戶貸款增長X; a part that the clause is about is: 境外業務穩健，客戶貸款增長X."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "客戶存款9,862億元，其中淡馬佔3%，公司存款佔46%。",
            ["Deposits E 986200000000", "?", "S:Deposits+CorporateCustomers E 0.46"],
        ),
        ("境外貸款162億元，日本佔四成五。", ["Loans+Overseas E 16200000000", "?"]),
        (
            "個人客戶1,862萬戶，當中長者佔三成半，按年增加一成半。",
            [
                "NumberOfCustomers+PersonalCustomers E 18620000",
                "?",
                "?",
            ],
        ),
        ("客戶貸款8,620億元，個人貸款佔42%。", ["Loans E 862000000000", "S:Loans+PersonalCustomers E 0.42"]),
        ("個人貸款中三成半為住房貸款。", ["?"]),
    ],
)
def test_a_share_of_a_part_that_nothing_explains(text: str, expected: list[str]) -> None:
    """日本佔四成五, of what Japan is no part that a term names; of a part (個人客戶) nothing tells what a share is of."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("稅前利潤為虧損1.85億元，較2024年收窄43%。", ["ProfitBeforeTax Y -185000000", "?"]),
        (
            "本行錄得淨虧損1.85億元，較上年的3.2億元減少1.35億元或42%。",
            ["NetProfit Y -185000000", "NetProfit 2024-01-01/2024-12-31 -320000000", "?", "?"],
        ),
        (
            "淨利潤為0.8億元，2024年則為淨虧損2.21億元，較2023年收窄43%。",
            ["NetProfit Y 80000000", "NetProfit 2024-01-01/2024-12-31 -221000000", "?"],
        ),
        (
            "淨利潤1.85億元，較上年的3.2億元減少1.35億元或42%。",
            [
                "NetProfit Y 185000000",
                "NetProfit 2024-01-01/2024-12-31 320000000",
                "C:NetProfit Y -135000000",
                "G:NetProfit Y -0.42",
            ],
        ),
        (
            "稅前利潤由虧損1.2億元轉為盈利0.8億元，營業收入增長4%。",
            [
                "ProfitBeforeTax 2024-01-01/2024-12-31 -120000000",
                "ProfitBeforeTax Y 80000000",
                "G:OperatingIncome Y 0.04",
            ],
        ),
    ],
)
def test_how_a_loss_has_changed_is_no_change_of_the_profit(text: str, expected: list[str]) -> None:
    """虧損1.85億元，較上年收窄43%; what it is compared with is below zero too."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "公司及個人客戶分別貢獻存款3,128億元和962億元，佔比71%及21%。",
            [
                "Deposits+CorporateCustomers E 312800000000",
                "Deposits+PersonalCustomers E 96200000000",
                "S:Deposits+CorporateCustomers E 0.71",
                "S:Deposits+PersonalCustomers E 0.21",
            ],
        ),
        (
            "信用卡及借記卡分別錄得交易額328億元及96億元。",
            ["CardSpendingVolume+CreditCards Y 32800000000", "CardSpendingVolume+DebitCards Y 9600000000"],
        ),
        (
            "公司及個人貸款分別增長3.5%及8.3%。",
            ["G:Loans+CorporateCustomers Y 0.035", "G:Loans+PersonalCustomers Y 0.083"],
        ),
        (
            "公司存款和個人存款各增加28億元及96億元。",
            ["C:Deposits+CorporateCustomers Y 2800000000", "C:Deposits+PersonalCustomers Y 9600000000"],
        ),
    ],
)
def test_what_is_dealt_out_may_stand_behind_the_word_that_deals(text: str, expected: list[str]) -> None:
    """公司及個人客戶分別貢獻存款X和Y."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("基金銷售帶動手續費及佣金收入上升11%。", ["G:FeeAndCommissionIncome Y 0.11"]),
        ("住房貸款需求支撐客戶貸款增長2%。", ["G:Loans Y 0.02"]),
        ("本行推動綠色貸款增長21%。", ["G:Loans+GreenLoans Y 0.21"]),
        (
            "境外業務推動稅前利潤增加9%至286億元。",
            ["G:ProfitBeforeTax Y 0.09", "ProfitBeforeTax Y 28600000000"],
        ),
    ],
)
def test_what_moved_a_thing_is_no_part_of_it(text: str, expected: list[str]) -> None:
    """基金銷售帶動手續費收入上升X is of all fee income."""
    assert said(text) == expected
