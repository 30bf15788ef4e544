"""The layout of tables, tagged: sections, wrapped names and headings, groups of columns, values that nothing names."""

from __future__ import annotations

import pytest

from tests.test_tables_tagged import facts_of, values_of


def test_a_raised_digit_of_a_page_is_no_digit_of_its_figure() -> None:
    """4,120 with a raised 1 is no 41,201, and a raised 2 ends no word."""
    text = (
        "<html><body><table><tr><td>HK$ million</td><td>2025</td></tr>"
        "<tr><td>Total assets<sup>2</sup></td><td>4,120<sup>1</sup></td></tr>"
        '<tr><td>Customer deposits<sup><a href="#n">3</a></sup></td><td>3,010</td></tr></table></body></html>'
    )

    assert facts_of(text, ending=".html") == [
        "TotalAssets 2025-12-31 4120000000",
        "Deposits 2025-12-31 3010000000",
    ]


def test_a_table_goes_on_below_a_blank_line() -> None:
    """A section's name after a blank line, then values in the same columns: the headings hold."""
    text = (
        "                         30 Jun 2025    31 Dec 2024    % change\n"
        "HK$ million\n"
        "Total assets               1,204,118      1,166,904         3.2\n"
        "Customer deposits            842,066        815,902         3.2\n"
        "\n"
        "Ratios (%)\n"
        "CET1 ratio                      17.4           17.1\n"
        "\n"
        "Network\n"
        "Number of branches               142            145\n"
    )

    assert [fact for fact in facts_of(text, "2025H1") if "Ratio" in fact or "Number" in fact] == [
        "CommonEquityTier1Ratio 2025-06-30 0.174",
        "CommonEquityTier1Ratio 2024-12-31 0.171",
        "NumberOfBranches 2025-06-30 142",
        "NumberOfBranches 2024-12-31 145",
    ]


def test_headings_stand_above_the_first_section() -> None:
    """A section's name and the first line of a label may stand between the headings and the first values."""
    text = (
        "                               Note      2025      2024\n"
        "                                           $m        $m\n"
        "Assets\n"
        "Loans and advances to\n"
        "customers                        11   402,118   381,204\n"
        "Total assets                          601,244   572,310\n"
    )

    assert facts_of(text, currency="AUD") == [
        "Loans 2025-12-31 402118000000",
        "Loans 2024-12-31 381204000000",
        "TotalAssets 2025-12-31 601244000000",
        "TotalAssets 2024-12-31 572310000000",
    ]


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Loans past due over", "90 days", "LoansPastDueOverNinetyDays"),
        ("Loans past due over", "30 days", ""),
        ("Net fee and", "commission income", "NetFeeIncome"),
        ("Loans", "of which: mortgages", "MortgageLoans"),
        ("Loans:", "mortgages", "MortgageLoans"),
    ],
)
def test_a_name_over_two_lines(first: str, second: str, name: str) -> None:
    """It goes on where the second line begins small and opens no part of the first."""
    text = (
        f"HK$ million                 2025     2024\n{first}\n{second:24}    4,120    4,010\n"
        "Deposits                    8,120    8,010\n"
    )

    assert [fact.partition(" ")[0] for fact in facts_of(text)] == [*[name] * 2, *["Deposits"] * 2][
        0 if name else 2 :
    ]


@pytest.mark.parametrize("label", ["Loans over 180 days", "Loans of 1 to 3 years"])
def test_a_length_of_time_parts_what_a_row_names(label: str) -> None:
    """The loans of a maturity are not the loans."""
    text = f"| HK$ million | 2025 |\n|---|---|\n| {label} | 4,120 |\n| Loans over 90 days | 210 |\n"

    assert facts_of(text) == ["LoansPastDueOverNinetyDays 2025-12-31 210000000"]


def test_years_may_lead_the_rows() -> None:
    """Concepts in the columns, years in the rows."""
    text = (
        "Five-year record (£m)\n\nYear\tTotal assets\tNet profit\tCET1 ratio (%)\n"
        "2025\t48,120\t214\t15.9\n2024\t45,871\t201\t15.4\n"
    )
    aligned = (
        "Year       Total assets    Net profit\n2025             48,120           214\n"
        "2024             45,871           201\n2023             44,002           188\n"
    )

    assert facts_of(text, currency="GBP")[-2:] == [
        "NetProfit 2024-01-01/2024-12-31 201000000",
        "CommonEquityTier1Ratio 2024-12-31 0.154",
    ]
    assert facts_of("£m\n" + aligned, currency="GBP")[-1] == "NetProfit 2023-01-01/2023-12-31 188000000"


def test_a_heading_wrapped_over_two_rows_is_of_its_column_alone() -> None:
    """% change / on Jun 2024: the second line speaks for no other column."""
    text = (
        "                    30 Jun 2025    30 Jun 2024    % change\n"
        "                                                 on Jun 2024\n"
        "HK$ million\n"
        "Total assets          1,204,118      1,131,560         6.4\n"
    )

    assert facts_of(text, "2025H1") == [
        "TotalAssets 2025-06-30 1204118000000",
        "TotalAssets 2024-06-30 1131560000000",
        "GrowthRateOfTotalAssets SamePeriodOfPreviousYear 2024-07-01/2025-06-30 0.064",
    ]


@pytest.mark.parametrize("unit", ["US$000", "£000", "US$ 000"])
def test_a_unit_of_thousands_in_digits_is_no_value(unit: str) -> None:
    """US$000 heads its column."""
    text = (
        f"                  Notes      2025      2024\n                          {unit:>8}  {unit:>8}\n"
        "Total assets          3     4,120     3,980\nCustomer deposits           3,010     2,905\n"
    )

    assert values_of(text, currency="USD" if "US" in unit else "GBP") == [
        "4120000",
        "3980000",
        "3010000",
        "2905000",
    ]


@pytest.mark.parametrize(
    ("label", "facts"),
    [
        ("Other operating income", 0),
        ("Net loans", 0),
        ("Customer deposits2", 1),
        ("Operating income", 1),
        ("CET1 ratio (%)", 1),
    ],
)
def test_a_word_that_narrows_a_label_leaves_it_open(label: str, facts: int) -> None:
    """Other operating income is not the operating income; a digit stuck to a label is a footnote."""
    text = f"| US$ million | 2025 |\n|---|---|\n| Total assets | 9,120 |\n| {label} | 12.0 |\n"

    assert len(facts_of(text, currency="USD")) == 1 + facts


def test_columns_without_headings_are_left_open() -> None:
    """Which of the two is which year's nobody says; nor what a row without a name is that adds nothing up."""
    text = "HK$ million\nTotal assets          4,120     3,980\nCustomer deposits     3,010     2,905\n"
    sums = (
        "HK$ million              2025     2024\nMortgages               4,120    3,980\nCredit cards            1,010      905\n"
        "                        5,930    4,885\n"
    )

    assert facts_of(text) == []
    assert values_of(f"Loans and advances to customers\n{sums}") == [
        "4120000000",
        "3980000000",
        "1010000000",
        "905000000",
    ]


def test_headings_over_groups_of_columns_and_over_one_alone() -> None:
    """A date over the middle of its three columns; a heading in two lines over the column that all others leave out."""
    text = (
        "                           2025年12月31日                    2024年12月31日\n"
        "       项目                                                                      不良率增减\n"
        "                     余额        占比       不良率     余额        占比       不良率\n"
        "公司贷款        1,663,546       49.1%        0.87%  1,606,935     47.6%       0.70%    +0.17个百分点\n"
        "个人贷款        1,727,294       50.9%        1.23%  1,767,168     52.4%       1.39%    -0.16个百分点\n"
    )
    found = facts_of("（货币单位：人民币百万元）\n\n" + text, currency="CNY")

    assert "ShareOfLoans Corporates 2025-12-31 0.491" in found
    assert "Loans Individuals 2024-12-31 1767168000000" in found
    assert not any(fact.endswith(("2024-12-31 0.0017", "2024-12-31 -0.0016")) for fact in found)


def test_a_base_of_comparison_in_two_lines() -> None:
    """本年末比上年 above the headings, 末增减 below them: one heading, of the last column alone."""
    text = (
        "                                                                    本年末比上年\n"
        "   项目        2025年12月31日    2024年12月31日    2023年12月31日\n"
        "                                                                       末增减\n"
        "吸收存款            3,582,755         3,533,678         3,407,295           1.4%\n"
        "个人存款            1,287,500         1,287,180         1,207,618           0.0%\n"
    )

    assert facts_of("（人民币百万元）\n\n" + text, currency="CNY")[:4] == [
        "Deposits 2025-12-31 3582755000000",
        "Deposits 2024-12-31 3533678000000",
        "Deposits 2023-12-31 3407295000000",
        "GrowthRateOfDeposits 2025-01-01/2025-12-31 0.014",
    ]


def test_headings_parted_from_their_values_by_blank_lines() -> None:
    """As many pieces as columns, each over its own."""
    text = (
        "（人民币百万元）\n\n      项目          2025年末      2024年末\n\n\n"
        "  贷款总额       3,398,831     3,374,103\n  减值准备         (78,445)      (88,643)\n"
    )

    assert values_of(text, currency="CNY") == ["3398831000000", "3374103000000", "78445000000", "88643000000"]


def test_brackets_of_which_nothing_tells_the_sign_are_left_open() -> None:
    """Expenses alone, all in brackets: negative, or only shown as such."""
    text = "| HK$ million | 2025 |\n|---|---|\n| Operating expenses | (4,120) |\n"
    mixed = (
        "| HK$ million | 2025 |\n|---|---|\n| Operating expenses | 4,120 |\n| Impairment charges | (31) |\n"
    )
    equity = (
        "| HK$ million | 2025 |\n|---|---|\n| Total assets | 9,120 |\n"
        "| Customer deposits | 9,151 |\n| Total equity | (31) |\n"
    )

    assert values_of(text) == []
    assert values_of(mixed) == ["4120000000", "-31000000"]
    assert values_of(equity)[-1] == "-31000000"


def test_a_change_between_columns_that_are_not_understood_is_left_open() -> None:
    """The growth of charges for loans is not that of loans."""
    text = (
        "（货币单位：人民币百万元）\n\n| 项目 | 2025年计提/（转回） | 2024年计提/（转回） | 本年同比增减 |\n|---|---|---|---|\n"
        "| 发放贷款和垫款 | 46,411 | 52,924 | (12.3%) |\n"
    )

    assert facts_of(text, currency="CNY") == []


def test_a_piece_of_a_cell_between_the_rows_heads_nothing() -> None:
    """A word that a wrapped cell leaves on a line of its own speaks for no column."""
    text = (
        "HK$ million           2025      2024    Presented in\n"
        "                                         Customer\n"
        "Total assets         4,120     3,980     accounts\n"
        "                                         Customer\n"
        "Customer deposits    3,010     2,905     accounts\n"
    )

    assert values_of(text) in (["4120000000", "3980000000", "3010000000", "2905000000"], [])
    assert not any("NumberOf" in fact for fact in facts_of(text))


def test_a_unit_on_the_last_line_of_a_title() -> None:
    """A title that is continued on the next page, and its unit below it, are one paragraph."""
    text = (
        "Consolidated balance sheet (continued)\nEUR million\n                    31 December    31 December\n"
        "                           2025           2024\nTotal assets             60,118         57,204\n"
        "Total equity              5,204          4,988\n"
    )

    assert values_of(text, currency="EUR") == ["60118000000", "57204000000", "5204000000", "4988000000"]


def test_numbers_of_notes_tell_nothing_of_brackets() -> None:
    """Expenses stand in brackets; the note beside them does not."""
    text = (
        "                      Note      2025      2024\nHK$ million\nOperating income         4     9,120     8,700\n"
        "Operating expenses       5   (4,120)   (4,010)\nImpairment charges       6     (612)     (701)\n"
    )

    assert values_of(text)[2:] == ["4120000000", "4010000000", "612000000", "701000000"]


def test_a_change_of_what_is_deducted_has_the_sign_of_its_levels() -> None:
    """減：減值準備 (9,104) after (8,870) has changed by (234): there are 234 more of them."""
    text = (
        "| 千港元 | 2025年末 | 2024年末 | 變動金額 | 變動% |\n|---|---|---|---|---|\n"
        "| 減：減值準備 | (9,104) | (8,870) | (234) | 2.64 |\n"
    )

    assert values_of(text) == ["9104000", "8870000", "234000", "0.0264"]


def test_a_member_over_rows_that_follow_the_presentation() -> None:
    """Rows that a group of the presentation shows are still those of the segment they stand under."""
    text = (
        "| HK$ million | 2025 |\n|---|---|\n| Retail banking | |\n| Net interest income | 6,204 |\n"
        "| Operating expenses | 2,118 |\n| Profit before tax | 3,402 |\n| Treasury | |\n| Net interest income | 1,870 |\n"
    )

    assert facts_of(text) == [
        "NetInterestIncome RetailBanking 2025-01-01/2025-12-31 6204000000",
        "OperatingExpenses RetailBanking 2025-01-01/2025-12-31 2118000000",
        "ProfitBeforeTax RetailBanking 2025-01-01/2025-12-31 3402000000",
        "NetInterestIncome Treasury 2025-01-01/2025-12-31 1870000000",
    ]


@pytest.mark.parametrize("before", ["January to   ", "April to     ", "             "])
def test_a_heading_over_the_last_column_alone_is_of_no_other(before: str) -> None:
    """Year-on-year, in a line of its own or beside the months that the next line ends: what is above it is no change."""
    text = (
        "(HK$ million, except percentages)\n"
        f"Item                     {before} {before}  Year-on-year\n"
        "                         September 2025 September 2024   change (%)\n"
        "Net interest income              86,215         88,402       (2.47)\n"
        "Operating income                128,640        130,915       (1.74)\n"
    )
    start = "04-01" if before.startswith("April") else "01-01"

    assert facts_of(text, "2025-01-01/2025-09-30")[:3] == [
        f"NetInterestIncome 2025-{start}/2025-09-30 86215000000",
        f"NetInterestIncome 2024-{start}/2024-09-30 88402000000",
        f"GrowthRateOfNetInterestIncome 2025-{start}/2025-09-30 -0.0247",
    ]
