"""What is said of a table's cell: the headings of its row and column, of the rows it is part of, and the caption."""

from __future__ import annotations

from functools import cache

import pytest

from tagger.ledger import Ledger, Row, rows_to_jsonl
from tagger.profile import Profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.load import load_taxonomy
from taxonomy.model import Taxonomy


@cache
def bank() -> Taxonomy:
    """Return the shipped taxonomy."""
    return load_taxonomy("bank-disclosure")


def tagged(
    text: str,
    period: str = "2024",
    currency: str = "CNY",
    ending: str = "",
    year_end: tuple[int, int] = (12, 31),
) -> Ledger:
    """Return the ledger of a text."""
    profile = Profile("Tables Bank", "http://example.org/scheme", "T1", currency, aliases=())
    document = parse_document(text.encode(), "tables", ending=ending)
    return tag_document(document, bank(), profile, parse_reporting_period(period, year_end))


def facts(
    text: str, period: str = "2024", currency: str = "CNY", ending: str = ""
) -> dict[str, tuple[str, ...]]:
    """Return of each fact, by its text: concept, members, period, value, unit."""
    return {row.text: said(row) for row in tagged(text, period, currency, ending).facts()}


def said(row: Row) -> tuple[str, ...]:
    """Return a fact without prefixes: concept, members, period, value, unit."""
    members = " ".join(member.rpartition(":")[2] for _, member in row.dimensions)
    concept = (row.concept or "").rpartition(":")[2]
    return concept, members, row.period or "", "nil" if row.value is None else row.value, row.unit or ""


LOANS, DEPOSITS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers"


def test_caption_gives_concept_and_unit_and_row_gives_the_member() -> None:
    """Loans (RMB million), Manufacturing, 2024: each heading says its part."""
    text = "Loans (RMB million)\n\n| | 2024 | 2023 |\n|---|---:|---:|\n| Manufacturing | 1,240 | 1,105 |\n"

    assert facts(text) == {
        "1,240": (LOANS, "ManufacturingMember", "2024-12-31", "1240000000", "CNY"),
        "1,105": (LOANS, "ManufacturingMember", "2023-12-31", "1105000000", "CNY"),
    }


@pytest.mark.parametrize(
    ("unit", "value", "currency"),
    [
        ("單位：人民幣百萬元", "7318000000", "CNY"),
        ("（千港元）", "7318000", "HKD"),
        ("單位：億元", "731800000000", "CNY"),
        ("HK$m", "7318000000", "HKD"),
        ("in millions of US dollars", "7318000000", "USD"),
        ("US$'000", "7318000", "USD"),
        ("Summary (unaudited) — HK$ million", "7318000000", "HKD"),
        ("摘要 Summary — 港幣百萬元 HK$ million", "7318000000", "HKD"),
        ("(EUR million unless otherwise stated)", "7318000000", "EUR"),
    ],
)
def test_unit_line_gives_scale_and_currency(unit: str, value: str, currency: str) -> None:
    """A unit line over a table holds for its bare figures, in any of its forms."""
    text = (
        f"以下是本行按類型劃分的客戶存款結構。\n\n存款結構 Deposits\n\n{unit}\n\n"
        "| 項目 Item | 2024 | 2023 |\n|---|---|---|\n| 活期存款 | 7,318 | 6,002 |\n"
    )

    assert facts(text)["7,318"][3:] == (value, currency)


def test_no_unit_leaves_money_unresolved() -> None:
    """Without any unit the scale of an amount of money is not known, so it is not tagged."""
    text = "| Item | 2024 | 2023 |\n|---|---|---|\n| Demand deposits | 7,318 | 6,002 |\n"

    assert facts(text) == {}


def test_row_unit_overrides_caption() -> None:
    """A unit in the row's heading is nearer than the caption's."""
    text = (
        "主要數據（單位：人民幣億元）\n\n| 項目 | 2024年末 | 2023年末 |\n|---|---|---|\n"
        "| 公司貸款 | 812 | 790 |\n| 個人客戶（萬戶） | 355 | 341 |\n"
    )
    found = facts(text)

    assert found["812"][3:] == ("81200000000", "CNY")
    assert found["355"] == (
        "NumberOfCustomers",
        "PersonalCustomersMember",
        "2024-12-31",
        "3550000",
        "customer",
    )


def test_change_columns_are_changes_and_growths() -> None:
    """A column of changes holds changes, and growths where its unit is per cent; brackets are negative, once."""
    text = (
        "存款（人民币亿元）\n\n| 项目 | 2024年末 | 2023年末 | 增减额 | 增减幅(%) |\n|---|---|---|---|---|\n"
        "| 活期存款 | 318.0 | 347.3 | (29.3) | (8.4) |\n"
    )
    found = facts(text)

    assert found["29.3"][0:4] == (
        f"IncreaseDecreaseIn{DEPOSITS}",
        "DemandDepositsMember",
        "2024-01-01/2024-12-31",
        "-2930000000",
    )
    assert found["8.4"] == (
        f"GrowthRateOf{DEPOSITS}",
        "DemandDepositsMember",
        "2024-01-01/2024-12-31",
        "-0.084",
        "pure",
    )


def test_change_is_measured_between_the_columns_beside_it() -> None:
    """At the end of June against June of the year before, a change of a level is across twelve months."""
    text = (
        "Loans (RMB million)\n\n                     30 June 2024   30 June 2023   Change\n"
        "Manufacturing              1,240          1,105      135\nReal estate                  980            990      (10)\n"
    )

    assert facts(text, "2024H1")["135"][2] == "2023-07-01/2024-06-30"


def test_a_year_below_days_is_one_of_the_calendar_wherever_the_fiscal_year_ends() -> None:
    """Three months ended 30 September over 2024 and 2023, in a report of a year that ends in March."""
    text = (
        "<table><tr><th rowspan=2>HK$ million</th><th colspan=2>Three months ended 30 September</th></tr>"
        "<tr><th>2024</th><th>2023</th></tr><tr><td>Card spending</td><td>812</td><td>760</td></tr></table>"
    )
    ledger = tagged(text, "2024-04-01/2024-09-30", ending=".html", year_end=(3, 31))

    assert {row.text: row.period for row in ledger.rows if row.text in ("812", "760")} == {
        "812": "2024-07-01/2024-09-30", "760": "2023-07-01/2023-09-30",
    }  # fmt: skip


def test_the_time_of_a_cell_is_told_though_nothing_names_its_row() -> None:
    """A person who decides on it finds the period that its column says."""
    text = "(RMB million)\n\n| | 31 December 2024 | 31 December 2023 |\n|---|---:|---:|\n| Zorbonium | 1,240 | 1,105 |\n"

    assert {row.text: (row.status, row.period) for row in tagged(text).rows if row.value} == {
        "1,240": ("unresolved", "2024-12-31"), "1,105": ("unresolved", "2023-12-31"),
    }  # fmt: skip


def test_a_share_beside_an_amount_is_of_its_day_and_a_title_may_say_how_the_table_parts_it() -> None:
    """貸款質量分析 is of loans; the second 佔比 stands beside the amount of 2023."""
    text = (
        "三、貸款質量分析\n\n單位：人民幣億元\n項目 2024年末 佔比 2023年末 佔比\n"
        "正常類 9,812.45 97.21% 9,280.13 97.10%\n關注類 164.53 1.63% 162.52 1.70%\n"
    )

    found = facts(text)

    assert found["162.52"] == (LOANS, "SpecialMentionLoansMember", "2023-12-31", "16252000000", "CNY")
    assert found["97.10%"] == (f"ShareOf{LOANS}", "PassLoansMember", "2023-12-31", "0.9710", "pure")


@pytest.mark.parametrize("title", ["貸款損失準備", "Allowance for loans"])
def test_a_title_with_another_noun_is_not_of_the_name_in_it(title: str) -> None:
    """An allowance for loans is no loan, whatever its rows are called."""
    text = f"{title} (RMB million)\n\n| | 2024 | 2023 |\n|---|---:|---:|\n| Manufacturing | 1,240 | 1,105 |\n"

    assert LOANS not in {row[0] for row in facts(text).values()}


def test_two_levels_of_headings_name_one_time() -> None:
    """2024 over 第四季度 is the fourth quarter of 2024."""
    text = (
        "<p>新發放貸款（人民幣億元）</p><table><tr><th rowspan=2>項目</th><th colspan=2>2023年</th><th colspan=2>2024年</th></tr>"
        "<tr><th>第三季度</th><th>第四季度</th><th>第三季度</th><th>第四季度</th></tr>"
        "<tr><td>銀行卡消費額</td><td>11</td><td>12</td><td>13</td><td>14</td></tr></table>"
    )
    periods = {text: row[2] for text, row in facts(text, ending=".html").items()}

    assert periods == {
        "11": "2023-07-01/2023-09-30", "12": "2023-10-01/2023-12-31",
        "13": "2024-07-01/2024-09-30", "14": "2024-10-01/2024-12-31",
    }  # fmt: skip


def test_indented_rows_are_parts_of_the_row_above() -> None:
    """其中：活期 under 公司存款 is corporate and demand; the next row that is not indented is neither."""
    text = (
        "（單位：人民幣億元）\n\n項目\n2024年末\n2023年末\n公司存款\n962.4\n910.7\n其中：活期\n415.9\n402.3\n"
        "　　　定期\n546.5\n508.4\n個人存款\n1,430.8\n1,265.0\n"
    )
    members = {text: row[1] for text, row in facts(text).items()}

    assert members["415.9"] == "CorporateCustomersMember DemandDepositsMember"
    assert members["508.4"] == "CorporateCustomersMember TimeDepositsMember"
    assert members["1,430.8"] == "PersonalCustomersMember"


@pytest.mark.parametrize(
    "heading", ["Zebra financing", "Corporate loans to zebra farms", "斑馬貸款", "公司貸款（不含斑馬）"]
)
def test_unexplained_row_heading_is_unresolved(heading: str) -> None:
    """A word of the heading that no term explains leaves the row untagged, though a term stands beside it."""
    text = (
        "Loans 貸款 (RMB million)\n\n| Item | 2024 | 2023 |\n|---|---|---|\n"
        f"| {heading} | 1,240 | 1,105 |\n| Personal loans | 9 | 8 |\n"
    )
    ledger = tagged(text)

    assert [row.status for row in ledger.rows if row.text in ("1,240", "1,105")] == [
        "unresolved",
        "unresolved",
    ]
    assert "9" in {row.text for row in ledger.facts()}


def test_unexplained_column_heading_is_unresolved() -> None:
    """Restated for zebras is another figure than what the row says."""
    text = (
        "Loans (RMB million)\n\n| Item | 2024 | 2023 zebra basis |\n|---|---|---|\n"
        "| Manufacturing | 1,240 | 1,105 |\n"
    )

    assert set(facts(text)) == {"1,240"}


def test_dash_is_a_nil_fact_where_row_and_column_say_of_what() -> None:
    """A dash has concept, members and period, and no value and no decimals."""
    text = "Loans (RMB million)\n\n| | 2024 | 2023 |\n|---|---|---|\n| Manufacturing | 1,240 | – |\n"
    nil = next(row for row in tagged(text).facts() if row.text == "–")

    assert said(nil) == (LOANS, "ManufacturingMember", "2023-12-31", "nil", "CNY")
    assert (nil.value, nil.decimals) == (None, None)


def test_dash_that_nothing_explains_is_no_row() -> None:
    """A dash beside a heading that is not understood claims nothing."""
    text = "| | 2024 | 2023 |\n|---|---|---|\n| Zebra | 1,240 | – |\n"

    assert [row.text for row in tagged(text).rows] == ["2024", "2023", "1,240"]


def test_codes_notes_and_years_in_cells_are_no_facts() -> None:
    """A column of notes, a code beside a name and a year over a column are told apart from amounts."""
    text = (
        "Loans (RMB million)\n\n| Code | Item | Note | 2024 | 2023 |\n|---|---|---|---|---|\n"
        "| 11000 | Manufacturing | 12 | 1,240 | 1987 |\n| 11001 | Real estate | 13 | 980 | 870 |\n"
    )
    codes = {row.text: row.reason.code for row in tagged(text).rows if row.reason}

    assert (codes["11000"], codes["12"], codes["2024"]) == ("identifier", "reference", "year")
    assert facts(text)["1987"][3] == "1987000000"


def test_change_of_a_ratio_is_in_points() -> None:
    """Between two ratios in per cent a change without unit is a difference in percentage points."""
    text = (
        "| 指標 | 2024年末 | 2023年末 | 變動 |\n|---|---|---|---|\n"
        "| 不良貸款率（%） | 1.32 | 1.36 | (0.04) |\n"
    )
    found = facts(text)

    assert found["1.32"][3] == "0.0132"
    assert found["0.04"][3] == "-0.0004"
    assert found["0.04"][0].startswith("IncreaseDecreaseIn")


def test_several_units_fit_their_rows() -> None:
    """單位：億元、萬戶: money is in the one, customers in the other."""
    text = (
        "單位：億元、萬戶\n\n| 項目 | 2024年末 | 2023年末 |\n|---|---|---|\n"
        "| 公司貸款 | 812 | 790 |\n| 個人客戶 | 355 | 341 |\n"
    )
    found = facts(text)

    assert (found["812"][3], found["355"][3]) == ("81200000000", "3550000")


def test_times_may_stand_in_the_rows() -> None:
    """A table on its side has concepts over its columns and years beside its rows."""
    text = (
        "（人民幣億元）\n\n| 年份 | 公司貸款 | 個人貸款 |\n|---|---|---|\n"
        "| 2024年末 | 812 | 655 |\n| 2023年末 | 790 | 640 |\n"
    )
    found = facts(text)

    assert found["790"][:3] == (LOANS, "CorporateCustomersMember", "2023-12-31")
    assert found["655"][:3] == (LOANS, "PersonalCustomersMember", "2024-12-31")


def test_growth_below_a_row_is_of_that_row() -> None:
    """A row that says nothing but growth speaks of the row above it."""
    text = (
        "（人民幣億元）\n\n| 項目 | 2024年末 | 2023年末 |\n|---|---|---|\n"
        "| 公司貸款 | 812 | 790 |\n| 增長率（%） | 2.8 | 3.1 |\n"
    )

    assert facts(text)["2.8"][0] == f"GrowthRateOf{LOANS}"


def test_sentences_around_a_table_keep_their_figures() -> None:
    """A table takes no line of the prose before and after it."""
    text = (
        "2024年末，公司貸款812億元。\n\n（人民幣億元）\n\n| 項目 | 2024年末 | 2023年末 |\n|---|---|---|\n"
        "| 個人貸款 | 655 | 640 |\n\n個人存款1,430.8億元。\n"
    )

    assert {"812億元", "655", "640", "1,430.8億元"} == set(facts(text))


def test_same_text_same_ledger() -> None:
    """Tagging a table twice gives the same bytes."""
    text = (
        "Loans (RMB million)\n\n| | 2024 | 2023 |\n|---|---|---|\n| Manufacturing | 1,240 | – |\n"
        "| Zebra | 5 | 6 |\n"
    )

    assert rows_to_jsonl(tagged(text).rows) == rows_to_jsonl(tagged(text).rows)


def test_every_digit_of_a_table_is_accounted_for() -> None:
    """Each digit lies in a row of the ledger, whatever the row says of it."""
    text = (
        "Table 3-1 Loans (RMB million)\n\n| No. | Item | 2024 | Top 10 |\n|---|---|---|---|\n"
        "| 1 | Manufacturing | 1,240 | 5.1% |\n| 2 | Level 3 assets | n/a | 7 |\n"
    )
    covered = {at for row in tagged(text).rows for at in range(row.start, row.end)}

    assert [text[at] for at in range(len(text)) if text[at].isdigit() and at not in covered] == []


def test_a_heading_as_long_as_a_page_explains_nothing_and_costs_nothing() -> None:
    """A megabyte in place of a row's name leaves its own cells open, and no others."""
    text = (
        "單位：人民幣百萬元\n\n| 項目 | 2024年末 |\n|---|---|\n"
        f"| {'公司存款' * 250_000} | 5 |\n| 個人存款 | 6 |\n| 公司貸款 | 7 |\n"
    )

    assert sorted(facts(text)) == ["6", "7"]


BARE_YEARS = (
    "<table><caption>存款（百萬元）</caption><tr><th></th><th>2024</th><th>2023</th></tr>"
    "<tr><td>個人</td><td>8,902</td><td>8,823</td></tr></table>"
)


def test_a_bare_year_heads_a_column_in_any_language() -> None:
    """A report without a Latin word has columns headed 2024 and 2023 too."""
    rows = tagged(BARE_YEARS, ending=".html").rows

    assert [row.period for row in rows if row.status == "fact"] == ["2024-12-31", "2023-12-31"]


GROWTH_BESIDE = (
    "<table><caption>信用卡消費額（千元）</caption><tr><th>項目</th><th>2024年7-9月</th><th>同比增減</th><th>2024年1-9月</th>"
    "<th>同比增減</th></tr><tr><td>信用卡消費額</td><td>1,284,613</td><td>2.16%</td><td>3,967,208</td><td>6.08%</td></tr></table>"
)


def test_a_growth_is_of_the_column_right_before_it() -> None:
    """同比增減 twice: once of the quarter, once of the nine months."""
    rows = [row for row in tagged(GROWTH_BESIDE, "2024Q3", ending=".html").rows if row.text.endswith("%")]

    assert [(row.status, row.period) for row in rows] == [
        ("fact", "2024-07-01/2024-09-30"),
        ("fact", "2024-01-01/2024-09-30"),
    ]


@pytest.mark.parametrize(
    ("row", "value", "unit"),
    [
        ("Earnings per share (cents)\t45.3", "0.453", "USD/shares"),
        ("Dividend per share in pence\t45.3", "0.453", "GBP/shares"),
        ("Earnings per share (cents)\t$0.45", "0.45", "USD/shares"),  # the cell knows better
        ("Earnings per share (US$)\t0.45", "0.45", "USD/shares"),
    ],
)
def test_cents_that_a_heading_says_are_hundredths(row: str, value: str, unit: str) -> None:
    """45.3 under "cents" is 0.453, as 45.3 cents in a sentence is, whatever the table's amounts are in."""
    text = f"All amounts are in millions of US dollars.\n\nItem\t2024\t2023\n{row}\t\nTotal assets\t5,310\t4,900\n"
    found = facts(text, currency="USD")

    assert next(iter(found.values()))[3:] == (value, unit)
    assert found["5,310"][3] == "5310000000"
