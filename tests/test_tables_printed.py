"""Tables as institutions print them: what a heading leaves to the figures, to the other language or to the next line."""

from __future__ import annotations

import pytest

from tests.tagging_example import readings_of, rows_of
from tests.test_tables_tagged import facts_of
from tests.test_tables_tagged import rows_of as statement_rows

YEAR = "2025-01-01/2025-12-31"


def growths(facts: list[str]) -> list[str]:
    """Return the values of the growths and changes among facts."""
    return [fact.rpartition(" ")[2] for fact in facts if fact.startswith(("GrowthRate", "IncreaseDecrease"))]


def shares(facts: list[str]) -> list[str]:
    """Return the members and values of the shares among facts."""
    return [" ".join(fact.split()[1::2]) for fact in facts if fact.startswith("ShareOf")]


@pytest.mark.parametrize("heading", ["%", "(%)", "Change", "Movement", "Variance"])
def test_a_column_of_growths_that_only_its_rows_tell(heading: str) -> None:
    """The heading says per cent and not of what, or that they are changes and not in what: the rows compute it."""
    text = (
        f"HK$ million                 2025      2024     {heading}\n"
        "Net interest income        4,692     4,453       5.4\n"
        "Operating income           5,588     5,364       4.2\n"
        "Operating expenses        (2,800)   (2,812)     (0.4)\n"
    )

    assert growths(facts_of(text)) == ["0.054", "0.042", "-0.004"]


def test_a_column_of_changes_in_amounts() -> None:
    """They are the differences of the amounts, and have the unit of these."""
    text = (
        "HK$ million           2025      2024    Change\n"
        "Total assets        84,692    84,453       239\n"
        "Customer deposits   70,801    66,742     4,059\n"
    )

    assert growths(facts_of(text)) == ["239000000", "4059000000"]


@pytest.mark.parametrize(("first", "second"), [("7.1", "2.9"), ("39", "41"), ("1", "3")])
def test_a_column_that_its_rows_do_not_compute_is_left_open(first: str, second: str) -> None:
    """Neither growths nor shares: a bare per cent sign says too little."""
    text = (
        "HK$ million                 2025      2024      %\n"
        f"Net interest income        4,692     4,453    {first}\n"
        f"Operating income           5,588     5,364    {second}\n"
    )

    assert not [fact for fact in facts_of(text) if fact.startswith(("GrowthRate", "ShareOf"))]


def test_shares_and_growths_beside_their_amounts() -> None:
    """2025 % 2024 % are amounts with their shares of the total; a year and a sign far from it are two headings."""
    text = (
        "Loans by region (HK$ million)\n\n"
        "Region             2025        %      2024        %   Change, %\n"
        "Hong Kong         4,120     22.4     3,991     22.3         3.2\n"
        "Singapore         3,015     16.4     3,088     17.3        -2.4\n"
        "Overseas         11,239     61.2    10,795     60.4         4.1\n"
        "Total            18,374    100.0    17,874    100.0         2.8\n"
    )
    facts = facts_of(text)

    assert shares(facts) == [
        "HongKong 0.224", "HongKong 0.223", "Singapore 0.164", "Singapore 0.173", "Overseas 0.612", "Overseas 0.604",
    ]  # fmt: skip
    assert growths(facts) == ["0.032", "-0.024", "0.041", "0.028"]


@pytest.mark.parametrize(
    "year", ["Full year", "Year to 31 December", "Year ended 31 December", "FY", "Twelve months to December"]
)
def test_a_whole_year_beside_its_parts_stays_whole(year: str) -> None:
    """In the report of nine months a year that is said to be whole is not cut to nine."""
    text = (
        f"HK$ million              Nine months ended 30 September          {year}\n"
        "                             2025         2024                      2024\n"
        "Net interest income         4,692        4,453                     5,990\n"
        "Operating income            5,588        5,364                     7,207\n"
    )
    wanted = ["2025-01-01/2025-09-30", "2024-01-01/2024-09-30", "2024-01-01/2024-12-31"]

    assert [fact.split()[1] for fact in facts_of(text, "2025Q3")] == wanted * 2


def test_a_bare_year_beside_the_same_half_is_whole() -> None:
    """1H24 beside 2024: the year is no second name of its half."""
    text = (
        "| HK$ million | 1H25 | 1H24 | 2024 |\n|---|---|---|---|\n"
        "| Net interest income | 4,692 | 4,453 | 8,990 |\n"
    )

    assert [fact.split()[1] for fact in facts_of(text, "2025H1")] == [
        "2025-01-01/2025-06-30", "2024-01-01/2024-06-30", "2024-01-01/2024-12-31",
    ]  # fmt: skip


def test_a_bare_year_in_the_report_of_a_half_is_its_half() -> None:
    """2024 beside 2025, and nothing says more."""
    text = "| HK$ million | 2025 | 2024 |\n|---|---|---|\n| Net interest income | 4,692 | 4,453 |\n"

    assert [fact.split()[1] for fact in facts_of(text, "2025H1")] == [
        "2025-01-01/2025-06-30", "2024-01-01/2024-06-30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("截至9月30日止九個月 Nine months ended 30 September", "01-01"),
        ("截至9月30日止三個月 Three months ended 30 September", "07-01"),
    ],
)
def test_days_in_two_languages_over_years(heading: str, first: str) -> None:
    """The year below is of both; what one language says without it does not outdo the other."""
    text = (
        f'<table><tr><th rowspan="2">人民幣百萬元 RMB million</th><th colspan="2">{heading}</th></tr>'
        "<tr><th>2025</th><th>2024</th></tr>"
        "<tr><td>營業收入 Operating income</td><td>18,742</td><td>18,269</td></tr></table>"
    )
    periods = [row.period for row in statement_rows(text, "2025Q3", "CNY", ".html") if row.status == "fact"]

    assert periods == [f"2025-{first}/2025-09-30", f"2024-{first}/2024-09-30"]


def test_units_and_names_in_two_languages() -> None:
    """What the unit does not hold for may stand in the middle; a word for a total may be in one language alone."""
    text = (
        "<table><caption>人民幣百萬元，百分比除外 RMB million, except percentages</caption>"
        "<tr><th></th><th>2025年</th><th>2024年</th></tr>"
        "<tr><td>客戶貸款 Total loans and advances</td><td>18,742</td><td>18,269</td></tr>"
        "<tr><td>不良貸款率 NPL ratio</td><td>1.15%</td><td>1.18%</td></tr></table>"
    )

    assert facts_of(text, "2025", "CNY", ".html") == [
        "Loans 2025-12-31 18742000000",
        "Loans 2024-12-31 18269000000",
        "NonPerformingLoanRatio 2025-12-31 0.0115",
        "NonPerformingLoanRatio 2024-12-31 0.0118",
    ]


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("Jan-Sep", "01-01"),
        ("January–September", "01-01"),
        ("January to September", "01-01"),
        ("From January through September", "01-01"),
        ("Q1-Q3", "01-01"),
        ("Jul-Sep", "07-01"),
        ("April - September", "04-01"),
    ],
)
def test_months_from_one_to_another(heading: str, first: str) -> None:
    """A stretch that the names of its months give, with its year beside or below it."""
    beside = (
        f"| HK$ million | {heading} 2025 | {heading} 2024 |\n|---|---|---|\n| Net profit | 4,692 | 4,453 |\n"
    )
    periods = [f"2025-{first}/2025-09-30", f"2024-{first}/2024-09-30"]

    assert [fact.split()[1] for fact in facts_of(beside, "2025Q3")] == periods


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("October 2024 to March 2025", "2024-10-01/2025-03-31"),
        ("2025/04/05 to 2025/09/30", "2025-04-05/2025-09-30"),
        ("2024年10月至2025年3月", "2024-10-01/2025-03-31"),
    ],
)
def test_a_stretch_begins_with_the_first_of_a_month_or_a_day(heading: str, period: str) -> None:
    """A month begins on its first day, a day is one."""
    text = f"| HK$ million | {heading} |\n|---|---|\n| Net profit | 4,692 |\n"

    assert [fact.split()[1] for fact in facts_of(text, "2025-04-01/2025-09-30")] == [period]


@pytest.mark.parametrize("text", ["long-term 2025", "well-known", "sino-foreign 2024", "non-interest"])
def test_joined_words_are_no_months(text: str) -> None:
    """Only the names of months are."""
    rows = statement_rows(f"In its {text} plan net profit was HK$4,692 million.", "2025Q3")

    assert {row.period for row in rows if row.text == "4,692 million"} <= {
        "2025-01-01/2025-09-30", "2025-01-01/2025-12-31", "2024-01-01/2024-12-31",
    }  # fmt: skip


def test_days_of_the_republic_as_headings() -> None:
    """114.9.30 113.12.31 113.9.30 are three days, whatever the year before them."""
    text = (
        "項目 114.9.30 113.12.31 113.9.30\n不良貸款率(%) 0.16 0.18 0.19\n撥備覆蓋率(%) 812.40 745.12 702.33\n"
    )
    facts = facts_of(text, "2025Q3", "TWD")

    assert [fact.split()[1] for fact in facts] == ["2025-09-30", "2024-12-31", "2024-09-30"] * 2


MATURITY = """\
HK$ million            On demand    Up to 1     1 to 5     Over 5      Total
                                       year      years      years
Loans and advances           812      4,116     38,905     61,377    105,210
Customer deposits         71,316     12,440      1,905        110     85,771
"""


def test_bands_of_years_over_two_lines_are_no_times() -> None:
    """Over 5 / years is a member's name, where the taxonomy has it; else it is left open, and no change over five years."""
    rows = statement_rows(MATURITY)

    assert {row.text for row in rows if row.status == "fact"} == {"105,210", "85,771"}


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("Deposits", "unresolved"),
        ("Customer deposits", "unresolved"),
        ("Impairment allowances", "fact"),
        ("Mortgage loans", "fact"),
        ("Less: deposits", "fact"),
    ],
)
def test_a_credit_under_a_debit_is_not_what_it_is_called(name: str, status: str) -> None:
    """Deposits under Loans are what the bank has placed; an allowance is deducted, and says so by its brackets."""
    value = "(4,120)" if "allowances" in name else "4,120"
    text = (
        "HK$ million                    2025      2024\n"
        "Loans and advances to customers\n"
        f"  {name:24} {value:>8}  {value.replace('4,120', '3,980'):>8}\n"
        "Total assets                 84,692    84,453\n"
    )
    found = {row.text: row.status for row in statement_rows(text) if row.text in ("4,120", "84,692")}

    assert found == {"4,120": status, "84,692": "fact"}


def test_expenses_with_a_minus_are_deducted() -> None:
    """As with brackets; a bare one among them was released where the sums say so, else it is left open."""
    text = (
        "HK$ million               2025      2024\n"
        "Net interest income      4,692     4,453\n"
        "Net fee income             908       867\n"
        "Operating income         5,600     5,320\n"
        "Operating expenses      -2,800    -2,812\n"
        "Credit impairment charges  -94       325\n"
        "Profit before tax        2,706     2,833\n"
    )
    expenses = [fact for fact in facts_of(text) if fact.startswith(("OperatingExp", "Impairment"))]

    assert [fact.split()[-1] for fact in expenses] == ["2800000000", "2812000000", "94000000", "-325000000"]
    expenses = [
        f for f in facts_of(text.replace("2,833", "2,183")) if f.startswith(("OperatingExp", "Impair"))
    ]
    assert [fact.split()[-1] for fact in expenses] == ["2800000000", "2812000000", "94000000"]


def test_a_minus_alone_is_a_minus() -> None:
    """Where expenses stand bare, one with a minus is a release."""
    text = (
        "HK$ million               2025      2024\n"
        "Operating income         5,600     5,320\n"
        "Operating expenses       2,800     2,812\n"
        "Credit impairment charges  -94       325\n"
    )

    assert [fact.split()[-1] for fact in facts_of(text)][-2:] == ["-94000000", "325000000"]


@pytest.mark.parametrize(
    "name",
    ["Number of employees (end of period)", "Number of employees at year-end", "Employees at period end"],
)
def test_a_row_at_the_end_of_its_columns_time(name: str) -> None:
    """The end that a row speaks of is that of each column, and not the report's."""
    text = f"| | 31 December 2025 | 31 December 2024 |\n|---|---|---|\n| {name} | 1,204 | 1,150 |\n"

    assert [fact.split()[1] for fact in facts_of(text)] == ["2025-12-31", "2024-12-31"]


AVERAGES = """\
| 人民幣百萬元 | 平均餘額 | 利息收入/支出 | 平均收益率/付息率(%) |
|---|---:|---:|---:|
| 客戶貸款 | 2,010,220 | 76,388 | 3.80 |
| 客戶存款 | 2,310,118 | 39,272 | 1.70 |
| 合計 | 4,320,338 | 115,660 | 2.68 |
"""


def test_a_heading_of_alternatives() -> None:
    """Of 利息收入/支出 a row takes the one that it has a name with; a total of both has none."""
    assert readings_of(AVERAGES, "2024")[:6] == [
        ("AverageBalanceOfLoans", "", "2024-01-01/2024-12-31", "2010220000000"),
        ("InterestIncomeFromLoans", "", "2024-01-01/2024-12-31", "76388000000"),
        ("AverageYieldOfLoans", "", "2024-01-01/2024-12-31", "0.0380"),
        ("AverageBalanceOfDeposits", "", "2024-01-01/2024-12-31", "2310118000000"),
        ("InterestExpenseOnDeposits", "", "2024-01-01/2024-12-31", "39272000000"),
        ("AverageInterestRateOfDeposits", "", "2024-01-01/2024-12-31", "0.0170"),
    ]
    assert all(row.status != "fact" for row in rows_of(AVERAGES)[6:])


def test_a_total_of_rows_that_name_different_things_is_of_the_column() -> None:
    """不良貸款率 beside 信用卡 is the ratio of its loans; beside the total of all rows it is not."""
    text = (
        "| 人民幣百萬元 | 貸款餘額 | 不良貸款 | 不良貸款率(%) |\n|---|---:|---:|---:|\n"
        "| 公司貸款 | 1,204,518 | 15,330 | 1.27 |\n| 信用卡 | 160,220 | 3,804 | 2.37 |\n"
        "| 合計 | 1,364,738 | 19,134 | 1.40 |\n"
    )
    total = readings_of(text, "2024")[-3:]

    assert [reading[0] for reading in total] == [
        "LoansAndAdvancesToCustomers", "NonPerformingLoans", "NonPerformingLoanRatio",
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["Change (constant FX)", "Change at constant currency", "CER %"])
def test_growths_at_constant_rates_need_their_member(heading: str) -> None:
    """A column of these is no column of growths as reported; a taxonomy without the member leaves them open."""
    text = f"| HK$ million | 2025 | 2024 | {heading} |\n|---|---|---|---|\n| Net profit | 4,692 | 4,453 | 6.1% |\n"

    assert growths(facts_of(text)) == []


def test_years_months_and_days_in_han_numerals() -> None:
    """As reports of Hong Kong print them, a year over its month and day."""
    text = (
        "                                   二零二五年      二零二四年\n"
        "                                   港幣百萬元      港幣百萬元\n"
        "淨利潤                               692          500\n"
        "\n"
        "               二零二五年       二零二四年\n"
        "            六月三十日      十二月三十一日\n"
        "            港幣百萬元      港幣百萬元\n"
        "資產總額          4,692       4,500\n"
        "客戶存款          1,692       1,500\n"
    )

    assert facts_of(text, "2025H1") == [
        "NetProfit 2025-01-01/2025-06-30 692000000",
        "NetProfit 2024-01-01/2024-06-30 500000000",
        "TotalAssets 2025-06-30 4692000000",
        "TotalAssets 2024-12-31 4500000000",
        "Deposits 2025-06-30 1692000000",
        "Deposits 2024-12-31 1500000000",
    ]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("二零二五年六月三十日", "2025-06-30"),
        ("二〇二五年五月三十一日", "2025-05-31"),
        ("二零二五年四月五日", "2025-04-05"),
        ("二零二五年三月二十日", "2025-03-20"),
        ("二零二五年二月十日", "2025-02-10"),
        ("二零二四年十二月十九日", "2024-12-19"),
        ("二零二四年十一月二十八日", "2024-11-28"),
    ],
)
def test_a_day_in_han_numerals(said: str, day: str) -> None:
    """In prose too, and no number of it is a quantity."""
    assert facts_of(f"於{said}，客戶存款為8,204億元。", "2025H1") == [f"Deposits {day} 820400000000"]
