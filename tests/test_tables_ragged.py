"""Tables of a PDF whose reader puts one blank before some values and several before others."""

from __future__ import annotations

from tests.printed_tables import table_says


def test_blanks_that_part_some_values_alone_part_none() -> None:
    """Due from banks (note 16) 3,118   2,940: the first of the values is none of the name."""
    assert table_says(
        """
Cash and its equivalents

 2024 2023
 RMB million RMB million
Balances with central banks (note 15) 914 811
Deposits from customers (note 16) 5,118   4,970
Total assets  15,156   20,244
Total liabilities    -   18,002
""",
        bank=True,
    ) == [
        "CashAndBalancesWithCentralBanks 2024-12-31 914000000",
        "CashAndBalancesWithCentralBanks 2023-12-31 811000000",
        "DepositsFromCustomers 2024-12-31 5118000000",
        "DepositsFromCustomers 2023-12-31 4970000000",
        "TotalAssets 2024-12-31 15156000000",
        "TotalAssets 2023-12-31 20244000000",
        "TotalLiabilities 2024-12-31 None",
        "TotalLiabilities 2023-12-31 18002000000",
    ]


def test_a_row_whose_first_value_follows_one_blank_is_not_of_the_first_column() -> None:
    """Without headings that can be told all of it is open: the second value is none of the first column."""
    assert (
        table_says(
            """
RMB million
Profit before tax 1,492             844
Depreciation 49                  26
Income tax expense (1,039)            (444)
Interest expense 15,368                  15,666
""",
            bank=True,
        )
        == ["?"] * 8
    )


def test_times_that_come_again_below_a_line_nobody_can_part() -> None:
    """Deferred tax assets Deferred tax liabilities: which of the words are over which years is not said."""
    assert (
        table_says(
            """
Deferred tax assets Deferred tax liabilities
2024 2023 2024 2023
RMB million RMB million RMB million RMB million
Total assets 186 147 - -
Total liabilities - - (304) (195)
""",
            bank=True,
        )
        == ["?"] * 4
    )


def test_headings_below_which_a_unit_stands_between_dashes() -> None:
    """Note (Un-audited) (Audited), and ------- (Rupees in '000) ------- over both columns; rows of dashes stay rows."""
    assert table_says(
        """
As at 31 March 2024

31 March 31 December
2024 2023
Note (Un-audited) (Audited)
------- (Rupees in '000) -------
ASSETS
Balances with central banks 6 903,178    1,125,650
Intangible assets -                 -
Fixed assets 11 91,674         40,723
""",
        "2024Q1",
        currency="PKR",
        bank=True,
    ) == [
        "CashAndBalancesWithCentralBanks 2024-03-31 903178000",
        "CashAndBalancesWithCentralBanks 2023-12-31 1125650000",
        "IntangibleAssets 2024-03-31 None",
        "IntangibleAssets 2023-12-31 None",
        "PropertyAndEquipment 2024-03-31 91674000",
        "PropertyAndEquipment 2023-12-31 40723000",
    ]


def test_a_title_that_names_its_year_is_over_no_column() -> None:
    """For the three months ended 31 March 2024, over 31 March 31 March and 2024 2023."""
    assert table_says(
        """
For the three months ended 31 March 2024
31 March 31 March
2024 2023
------- (Rupees in '000) -------
Interest income 1,492,821             844,289
Interest expense (939,574)            (444,764)
""",
        "2024Q1",
        currency="PKR",
        bank=True,
    ) == [
        "InterestIncome 2024-01-01/2024-03-31 1492821000",
        "InterestIncome 2023-01-01/2023-03-31 844289000",
        "InterestExpense 2024-01-01/2024-03-31 939574000",
        "InterestExpense 2023-01-01/2023-03-31 444764000",
    ]
