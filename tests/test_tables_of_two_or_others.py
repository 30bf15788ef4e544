"""Rows that are of two things together, and tables of what there is with somebody whom no member names: all of it open."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says


@pytest.mark.parametrize(
    "text",
    [
        "人民币百万元\n项目 2024年12月31日 2023年12月31日\n拆出资金及买入返售金融资产 3,310 2,990\n资产总额 9,115 9,140\n",
        (
            "RMB million\n31 December 2024 31 December 2023\n"
            "Placements with banks and reverse repurchase agreements 3,310 2,990\nTotal assets 9,115 9,140\n"
        ),
    ],
)
def test_a_row_of_two_things_is_of_neither(text: str) -> None:
    """Placements and reverse repos have a concept each."""
    assert table_says(text, bank=True) == [
        "?",
        "?",
        "TotalAssets 2024-12-31 9115000000",
        "TotalAssets 2023-12-31 9140000000",
    ]


@pytest.mark.parametrize(
    ("line", "unit", "loans", "deposits"),
    [
        ("4. 本行与主要股东及其关联方的主要交易情况如下：", "人民币百万元", "发放贷款和垫款", "吸收存款"),
        ("本集團與聯營公司的往來結餘如下：", "人民幣百萬元", "客戶貸款", "客戶存款"),
        (
            "Balances with related parties were as follows:",
            "RMB million",
            "Loans to customers",
            "Customer deposits",
        ),
        (
            "Transactions and balances with key management personnel",
            "RMB million",
            "Loans to customers",
            "Customer deposits",
        ),
    ],
)
def test_amounts_with_somebody_related_are_not_all_there_are(
    line: str, unit: str, loans: str, deposits: str
) -> None:
    """No member names whom they are with."""
    table = f"{unit} 2024-12-31 2023-12-31\n{loans} 120 911\n{deposits} 15 140\n"
    assert table_says(f"{line}\n{table}", bank=True) == ["?"] * 4
    assert table_says(table, bank=True)[0] != "?"


def test_levels_below_a_section_of_a_flow_are_parts_of_it() -> None:
    """利息支出：向中央銀行借款, in a column of 2024年度: the interest on them."""
    assert (
        table_says(
            """
本行
人民幣百萬元
2024年度 2023年度
利息支出：
向中央銀行借款 1,941 2,778
已發行債務證券 12,125 16,568
""",
            bank=True,
        )
        == ["?"] * 4
    )


def test_levels_below_a_title_of_a_flow_are_parts_of_it() -> None:
    """Impairment losses: due from banks, in a column that says that it is of a year."""
    assert table_says(
        """
45. 信用減值損失
人民幣百萬元
2024年度 2023年度
存放同業款項 (165) (242)
拆出資金 (261) 221
合計 40,407 48,939
""",
        bank=True,
    ) == ["?"] * 4 + ["ImpairmentLosses 2024 40407000000", "ImpairmentLosses 2023 48939000000"]


def test_a_flow_has_no_amount_yet_on_the_first_day_of_a_year() -> None:
    """A column of 1 January is of balances."""
    found = table_says(
        "人民币百万元\n项目 2024年1月1日 2024年12月31日\n业务及管理费 35 36\n资产总额 730 720\n", bank=True
    )
    assert [found[0], *found[2:]] == [
        "?",
        "TotalAssets 2023-12-31 730000000",
        "TotalAssets 2024-12-31 720000000",
    ]
