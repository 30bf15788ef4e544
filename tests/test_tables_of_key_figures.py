"""Lists of key figures as releases print them: bullets of a font of signs, lines of a name and a value, sections of parts."""

from __future__ import annotations

from tests.printed_tables import table_says


def test_letters_of_a_font_of_signs_part_items() -> None:
    """Items without full stops, under the heading of a part."""
    text = """
Financial results

Retail banking
n Operating income of $210 million, up 4% YoY
n Net interest income $160 million, up 3% YoY
n Net fee income of $50 million2, down 2% YoY

Wholesale banking
n Operating income of $190 million, down 7% YoY
"""
    assert table_says(text, currency="USD") == [
        "OperatingIncome+RetailLine 2024 210000000",
        "GrowthRateOfOperatingIncome+RetailLine 2024 0.04",
        "NetInterestIncome+RetailLine 2024 160000000",
        "GrowthRateOfNetInterestIncome+RetailLine 2024 0.03",
        "FeeIncome+RetailLine 2024 50000000",
        "GrowthRateOfFeeIncome+RetailLine 2024 -0.02",
        "OperatingIncome+WholesaleLine 2024 190000000",
        "GrowthRateOfOperatingIncome+WholesaleLine 2024 -0.07",
    ]


def test_a_name_and_its_value_head_nothing() -> None:
    """What stands below them is of the part over them."""
    text = """
Retail banking
Operating income $210M
Profit before tax $80M

- Net interest income of $160 million
- Net fee income of $50 million
"""
    assert table_says(text, currency="USD") == [
        "OperatingIncome+RetailLine 2024 210000000",
        "ProfitBeforeTax+RetailLine 2024 80000000",
        "NetInterestIncome+RetailLine 2024 160000000",
        "FeeIncome+RetailLine 2024 50000000",
    ]


def test_scales_that_are_stuck_to_numbers_and_marks_to_names() -> None:
    """$2.0T is two trillion, the digit behind a name a footnote's, and billion2 a billion."""
    text = """
Customer loans4 $1.5T
Total assets of $2.0 trillion3, up 6% on the year before
"""
    assert table_says(text, currency="USD", bank=True)[1:2] == ["TotalAssets 2024-12-31 2000000000000"]
    assert table_says("Total assets4 $1.5T\n", currency="USD", bank=True) == [
        "TotalAssets 2024-12-31 1500000000000"
    ]
