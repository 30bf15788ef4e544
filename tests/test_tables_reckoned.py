"""Tables whose own arithmetic, section or lines tell what their headings leave open."""

from __future__ import annotations

import pytest

from tests.tagging_example import rows_of
from tests.test_tables_tagged import facts_of
from tests.test_tables_tagged import rows_of as statement_rows

YEAR = "2025-01-01/2025-12-31"


def test_of_two_values_of_a_fact_its_growth_tells_the_one() -> None:
    """The table's growth agrees with its own level: what a sentence seems to say otherwise was misread, and only that waits."""
    text = (
        "| HK$ million | 2025 | 2024 | Change |\n|---|---|---|---|\n| Loans and advances | 638,915 | 595,210 | 7.34% |\n\n"
        "Loans and advances were HK$3,060 million at the end of 2025.\n"
    )
    rows = {row.text: row.status for row in statement_rows(text) if row.value is not None}

    assert rows == {"638,915": "fact", "595,210": "fact", "7.34%": "fact", "3,060 million": "unresolved"}


def test_of_two_values_that_no_growth_tells_apart_both_wait() -> None:
    """Without a growth nobody knows which of them is right."""
    text = (
        "| HK$ million | 2025 | 2024 |\n|---|---|---|\n| Equity | 638,915 | 595,210 |\n\n"
        "Total equity was HK$3,060 million at the end of 2025.\n"
    )
    rows = {row.text: row.status for row in statement_rows(text) if row.value is not None}

    assert rows["638,915"] == rows["3,060 million"] == "unresolved"


def test_a_charge_in_brackets_that_a_sum_subtracts() -> None:
    """Among expenses that stand bare, one in brackets above the total of income is no release: the sum subtracts it."""
    text = (
        "HK$ million                2025      2024\n"
        "Net interest income       4,692     4,453\n"
        "Net fee income              908       867\n"
        "Impairment charges         (316)     (205)\n"
        "Operating income          5,284     5,115\n"
        "Operating expenses        2,800     2,812\n"
    )
    charges = [fact.split()[-1] for fact in facts_of(text) if fact.startswith("Impairment")]
    other = [f.split()[-1] for f in facts_of(text.replace("5,284", "5,384")) if f.startswith("Impairment")]

    assert (charges, other) == (["316000000", "205000000"], ["-316000000", "-205000000"])


REGIONS = """\
| Region | Loans (HK$ billion) | Growth (reported) | Customer deposits (HK$ billion) | Growth |
|---|---:|---:|---:|---:|
| Hong Kong | 128.4 | 4.1% | 201.5 | 8% |
| Singapore | 146.9 | 12.6% | 188.1 | 12% |
| Overseas | 61.7 | (3.2%) | 49.3 | 9% |
| Worldwide | 337.0 | 5.7% | 438.9 | 10% |
"""


@pytest.mark.parametrize("name", ["Worldwide", "Firmwide", "All our markets"])
def test_a_row_that_adds_up_all_others_is_their_total_whatever_it_is_called(name: str) -> None:
    """The sums of all columns of amounts say so; its growths are the whole's too."""
    facts = facts_of(REGIONS.replace("Worldwide", name))

    assert facts[-4:] == [
        "Loans 2025-12-31 337000000000",
        f"GrowthRateOfLoans {YEAR} 0.057",
        "Deposits 2025-12-31 438900000000",
        f"GrowthRateOfDeposits {YEAR} 0.10",
    ]


@pytest.mark.parametrize(("old", "new"), [("337.0", "339.0"), ("438.9", "431.9"), ("128.4", "126.4")])
def test_a_row_in_unknown_words_that_adds_nothing_up_is_left_open(old: str, new: str) -> None:
    """One sum that fails is enough."""
    assert (
        len(facts_of(REGIONS.replace(old, new).replace("Worldwide", "Everywhere we are"))) == 12
    )  # of three regions, in four columns


RESULTS = """\
| HK$ million | 2025 | 2024 |
|---|---|---|
| Net interest income | 4,692 | 4,453 |
| Operating income | 5,588 | 5,364 |
"""


@pytest.mark.parametrize(
    "heading", ["2. Retail banking", "3.1 Retail banking", "Retail banking", "Retail banking in 2025"]
)
def test_a_table_in_a_section_about_a_part_is_of_that_part(heading: str) -> None:
    """Sentences may stand between; a row that names another part of the same kind is of that one."""
    text = (
        f"{heading}\n\nThe division had a good year, with more customers than ever before in its history.\n\n"
        f"{RESULTS}"
    )

    assert facts_of(text)[0] == f"NetInterestIncome RetailBanking {YEAR} 4692000000"
    text += "| Profit before tax | 2,542 | 2,357 |\n"  # rows enough to follow the presentation
    assert facts_of(text)[-1] == "ProfitBeforeTax RetailBanking 2024-01-01/2024-12-31 2357000000"


@pytest.mark.parametrize(
    "heading", ["Retail banking and the group", "Results", "Retail banking in the region", "Overview"]
)
def test_a_table_in_a_section_about_more_is_of_the_whole(heading: str) -> None:
    """A heading that says anything beside a part's name gives no part."""
    text = (
        f"{heading}\n\nWe had a good year, with more customers than ever before in our history.\n\n{RESULTS}"
    )

    assert facts_of(text)[0] == f"NetInterestIncome {YEAR} 4692000000"


def test_what_gives_way_takes_no_name_inside_its_own() -> None:
    """A sentence about demand deposits that a table outdoes is not about deposits instead."""
    text = (
        "| HK$ million | 2025 | 2024 |\n|---|---|---|\n| Total assets | 84,692 | 84,453 |\n"
        "| Loans and advances | 55,880 | 53,640 |\n| Demand deposits | 41,230 | 40,110 |\n| Total equity | 9,130 | 9,020 |\n\n"
        "Demand deposits were HK$39,000 million at the end of 2025.\n"
    )
    said = next(row for row in statement_rows(text) if row.text == "39,000 million")

    assert (said.status, said.concept) == ("unresolved", None)


def test_a_balance_at_the_end_is_of_no_flow() -> None:
    """Under a title that names an income, the balance at the end of the year is not that income."""
    text = (
        "Net fee income and the reserve kept for it\n\n"
        "| HK$ million | 2025 | 2024 |\n|---|---|---|\n"
        "| Balance at the end of the year | 4,692 | 4,453 |\n| Balance at year-end | 4,692 | 4,453 |\n"
    )

    assert facts_of(text) == []


QUALITY = """\
貸款按產品劃分的分佈及質量情況
（貨幣單位：人民幣百萬元）
項 目
2025 年 12 月 31 日 2024 年 12 月 31 日
{change}
餘額 佔比 不良率 餘額 佔比 不良率
公司貸款 1,663,546 49.1% 0.87% 1,606,935 47.6% 0.70% +0.17 個百分點
個人貸款 1,727,294 50.9% 1.23% 1,767,168 52.4% 1.39% -0.16 個百分點
合計 3,390,840 100.0% 1.05% 3,374,103 100.0% 1.06% -0.01 個百分點
"""


@pytest.mark.parametrize("change", ["不良率增減", "不良率變動"])
def test_a_heading_below_the_years_is_of_the_column_behind_them(change: str) -> None:
    """Two years have three columns each; the seventh is headed by the line between them and their names."""
    told = {
        row.text: (row.concept or "").partition(":")[2]
        for row in rows_of(QUALITY.format(change=change), "2025")
    }

    assert told["1,606,935"] == "LoansAndAdvancesToCustomers"
    assert told["0.70%"] == "NonPerformingLoanRatio"
    assert told["0.17 個百分點"] == "IncreaseDecreaseInNonPerformingLoanRatio"


def test_a_growth_tells_nothing_where_what_it_is_computed_with_is_in_doubt() -> None:
    """Two totals, each with its year before and one growth: none of the four is surer than the others."""
    text = (
        "| HK$ million | 2025 | 2024 | Change |\n|---|---|---|---|\n"
        "| Loans and advances | 638,915 | 595,210 | 7.34% |\n| Gross loans | 630,115 | 587,030 | 7.34% |\n"
    )
    levels = {row.status for row in statement_rows(text) if row.unit == "HKD"}

    assert levels == {"unresolved"}


@pytest.mark.parametrize("growth", ["年增率", "增減幅度"])
def test_a_growth_behind_the_year_before_is_of_the_latest_quarter(growth: str) -> None:
    """2Q25 1Q25 季增率 2Q24 年增率: the last is of 2Q25, and 1Q25 is no year after 2Q24."""
    text = (
        f"| 港幣百萬元 | 2Q25 | 1Q25 | 季增率 | 2Q24 | {growth} |\n|---|---|---|---|---|---|\n"
        "| 經營收入 | 15,102 | 14,880 | 1.5% | 14,210 | 6.3% |\n| 淨利潤 | 5,740 | 5,612 | 2.3% | 5,295 | 8.4% |\n"
    )

    assert f"GrowthRateOfOperatingIncome {QUARTER} 0.063" in facts_of(text, "2025H1")


QUARTER = "2025-04-01/2025-06-30"


def test_per_cent_signs_stand_over_their_own_columns() -> None:
    """Two signs over six columns are of the two that they stand over, and of no halves of the table."""
    text = (
        "                          H1 2025    H1 2024    Change    Q2 2025    Q1 2025    QoQ\n"
        "HK$m                                                 %                             %\n"
        "Net interest income         4,692      4,453         5      2,360      2,332       1\n"
        "Operating income            5,658      5,364         5      2,840      2,818       1\n"
    )
    facts = facts_of(text, "2025H1")

    assert facts[:2] == [
        "NetInterestIncome 2025-01-01/2025-06-30 4692000000",
        "NetInterestIncome 2024-01-01/2024-06-30 4453000000",
    ]
    assert f"NetInterestIncome {QUARTER} 2360000000" in facts


def test_a_share_of_what_its_column_names() -> None:
    """佔客戶貸款 is a share of these loans, and no share of the overdue loans that a row is about."""
    text = (
        "| 港幣百萬元 | 2025年末 | 佔客戶貸款百分比 |\n|---|---:|---:|\n"
        "| 逾期三個月以上貸款 | 7,204 | 0.82% |\n| 住房按揭貸款 | 220,330 | 31.4% |\n"
    )
    told = {row.text: (row.concept or "").partition(":")[2] for row in rows_of(text, "2025")}

    assert told["0.82%"] == ""
    assert told["31.4%"] in ("", "ShareOfLoansAndAdvancesToCustomers")
