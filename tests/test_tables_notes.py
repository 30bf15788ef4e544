"""Notes of a financial statement in aligned columns: titles with numbers, notes' references, headings over several lines."""

from __future__ import annotations

import pytest

from tests.test_tables_tagged import facts_of, rows_of
from tests.test_text_tables import grid


def test_a_notes_title_stands_in_the_line_of_its_columns() -> None:
    """Number and title are the table's caption, the column of notes holds references, the day goes on in the next line."""
    text = (
        "9     CUSTOMER DEPOSITS                          Note      30 June      31 December\n"
        "                                                             2025             2024\n"
        "                                                        ------- (HK$ million) -------\n"
        "\n"
        "      Hong Kong                                   9.1      210,418         205,337\n"
        "      Singapore                                             38,204          36,951\n"
    )

    assert facts_of(text, "2025H1") == [
        "Deposits HongKong 2025-06-30 210418000000",
        "Deposits HongKong 2024-12-31 205337000000",
        "Deposits Singapore 2025-06-30 38204000000",
        "Deposits Singapore 2024-12-31 36951000000",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "12   客戶存款                       附註      6月30日      12月31日\n"
                "                                            2025年        2024年\n"
                "                                        ------ 港幣百萬元 ------\n"
                "\n"
                "     香港                           12.1      210,418       205,337\n"
            ),
            ["Deposits HongKong 2025-06-30 210418000000", "Deposits HongKong 2024-12-31 205337000000"],
        ),
        (
            (
                "12   吸收存款                       附注      6月30日      12月31日\n"
                "                                            2025年        2024年\n"
                "                                        ------ 人民币百万元 ------\n"
                "\n"
                "     香港                           12.1      210,418       205,337\n"
            ),
            ["Deposits HongKong 2025-06-30 210418000000", "Deposits HongKong 2024-12-31 205337000000"],
        ),
    ],
)
def test_a_table_of_one_row(text: str, expected: list[str]) -> None:
    """Headings, a unit for all columns and a blank line above one row are a table."""
    assert facts_of(text, "2025H1") == expected


def test_headings_that_no_gap_parts() -> None:
    """Narrow columns: the same words stand over each, with a blank between them or none."""
    text = (
        "14   NET FEE INCOME                          Six monthsSix months\n"
        "                                              period ended period ended\n"
        "                                                 30 June       30 June\n"
        "                                                    2025          2024\n"
        "                                             --------- HK$'000 ---------\n"
        "     Retail banking                              418,207       396,114\n"
        "     Wholesale banking                           207,331       198,840\n"
    )

    assert facts_of(text, "2025H1") == [
        "NetFeeIncome RetailBanking 2025-01-01/2025-06-30 418207000",
        "NetFeeIncome RetailBanking 2024-01-01/2024-06-30 396114000",
        "NetFeeIncome WholesaleBanking 2025-01-01/2025-06-30 207331000",
        "NetFeeIncome WholesaleBanking 2024-01-01/2024-06-30 198840000",
    ]


def test_days_that_a_single_blank_parts() -> None:
    """31 December 2025 31 December 2024 are two headings; a name over two columns is one."""
    text = (
        "                        31 December 2025 31 December 2024\n"
        "                                 HK$ million\n"
        "Total assets                     918,204          880,117\n"
        "Customer deposits                602,118          590,407\n"
    )

    assert facts_of(text)[1] == "TotalAssets 2024-12-31 880117000000"


def test_headings_hold_for_the_note_below() -> None:
    """A note right below another, without headings of its own, has its values in the same columns."""
    text = (
        "14   NET FEE INCOME                                 2025          2024\n"
        "                                             --------- HK$'000 ---------\n"
        "     Retail banking                              418,207       396,114\n"
        "     Wholesale banking                           207,331       198,840\n"
        "\n"
        "15   NET INTEREST INCOME\n"
        "\n"
        "     Retail banking                              918,530       877,412\n"
        "     Wholesale banking                           511,046       520,338\n"
    )

    assert [fact for fact in facts_of(text) if "Interest" in fact] == [
        "NetInterestIncome RetailBanking 2025-01-01/2025-12-31 918530000",
        "NetInterestIncome RetailBanking 2024-01-01/2024-12-31 877412000",
        "NetInterestIncome WholesaleBanking 2025-01-01/2025-12-31 511046000",
        "NetInterestIncome WholesaleBanking 2024-01-01/2024-12-31 520338000",
    ]


def test_headings_hold_for_no_table_of_other_columns() -> None:
    """Values that stand elsewhere on the page are of other columns."""
    text = (
        "14   NET FEE INCOME                                 2025          2024\n"
        "     Retail banking                              418,207       396,114\n"
        "     Wholesale banking                           207,331       198,840\n"
        "\n"
        "15   LOANS\n"
        "\n"
        "     Retail banking              918,530       877,412       801,447\n"
        "     Wholesale banking           511,046       520,338       498,120\n"
    )

    assert grid(text)["918,530"] == (["Retail banking"], [], [])


def test_a_title_between_the_headings_and_the_rows() -> None:
    """The title of a note, and a section, may stand below the headings that a page begins with."""
    text = (
        "                                                     2025            2024\n"
        "                                               (Un-audited)       (Audited)\n"
        "                                                ------- (HK$ million) ------\n"
        "31   CAPITAL AND LIQUIDITY\n"
        "\n"
        "     Equity:\n"
        "     Total equity                                  91,204          88,115\n"
        "\n"
        "\n"
        "     Ratios:\n"
        "     CET1 ratio                                     17.4%           17.1%\n"
        "     Liquidity coverage ratio                        158%            149%\n"
    )

    assert facts_of(text)[:4] == [
        "TotalEquity 2025-12-31 91204000000",
        "TotalEquity 2024-12-31 88115000000",
        "CommonEquityTier1Ratio 2025-12-31 0.174",
        "CommonEquityTier1Ratio 2024-12-31 0.171",
    ]


def test_a_sections_section_after_a_blank_line() -> None:
    """Two lines of names, each farther in, stand between a blank line and the values that go on."""
    text = (
        "                                                     2025          2024\n"
        "   In Hong Kong\n"
        "     Current account                                1,040         1,377\n"
        "\n"
        "   Elsewhere\n"
        "     Current account\n"
        "       Branches                          8.2        2,968         2,604\n"
        "       Others                                         146           184\n"
        "                                                    3,114         2,788\n"
        "\n"
        "                                                    4,154         4,165\n"
    )
    cells = grid(text)

    assert cells["2,968"] == (["Branches"], ["2025"], ["Current account", "Elsewhere"])
    assert cells["3,114"][1] == cells["4,154"][1] == ["2025"]


@pytest.mark.parametrize(
    ("currency", "unit"), [("PKR", "PKR"), ("LKR", "LKR"), ("HKD", "INR")], ids=["PK", "LK", "other"]
)
def test_rupees_are_the_entitys_own(currency: str, unit: str) -> None:
    """Rupees and Rs. are of the entity's country where that has rupees."""
    text = (
        "                              2025          2024\n"
        "                              (Rupees in '000)\n"
        "Total assets               918,204       880,117\n"
        "Customer deposits          602,118       590,407\n"
        "\n"
        "Net profit was Rs. 1,204 million in 2025.\n"
    )

    assert {row.unit for row in rows_of(text, currency=currency) if row.status == "fact"} == {unit}
