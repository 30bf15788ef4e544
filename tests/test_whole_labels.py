"""Rows that read exactly as a label: which of several concepts it is, its sign, its day, in any language."""

from __future__ import annotations

from functools import cache

import pytest

from tagger.profile import Profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.model import (
    Axis,
    Balance,
    Calculation,
    Concept,
    Group,
    Heading,
    Hypercube,
    Label,
    Member,
    PeriodType,
    Taxonomy,
)

Fact = tuple[str, str, str, str]


def labels(*texts: str, role: str = "standard") -> tuple[Label, ...]:
    """Return labels, the English ones told by their letters."""
    return tuple(Label("en" if text.isascii() else "zh-Hant", text, role) for text in texts)


def level(name: str, *texts: str, balance: Balance = "debit", period: PeriodType = "instant") -> Concept:
    """Return a concept of money."""
    return Concept(f"t:{name}", "monetary", period, labels(*texts), balance)


@cache
def statements() -> Taxonomy:
    """Return a small taxonomy of two statements in which several concepts are called the same."""
    opening = labels(
        "Equity at beginning of period", "期初餘額", role="http://www.xbrl.org/2003/role/periodStartLabel"
    )
    equity = Concept(
        "t:Equity", "monetary", "instant", (*labels("Total equity", "權益總額"), *opening), "credit"
    )
    concepts = (
        level("Cash", "Cash", "現金"),
        level("Loans", "Loans, net", "放款－淨額"),
        level("GrossLoans", "Loans, gross", "放款總額"),
        level("Allowance", "Allowance for losses", "備抵損失", balance="credit"),
        level("OtherAssets", "Other", "其他"),
        level("Deposits", "Deposits", "存款", balance="credit"),
        level("OtherLiabilities", "Other", "其他", balance="credit"),
        equity,
        level("ProfitFlow", "Profit", "本期淨利", balance="credit", period="duration"),
        level("InterestFlow", "Interest", "利息", balance="credit", period="duration"),
        level("InterestDue", "Interest", "利息"),
        level("ExpenseFlow", "Expenses", "費用", period="duration"),
        Concept("t:Eps", "per_share", "duration", labels("Earnings per share", "每股盈餘")),
        level("DecreaseInLoans", "Decrease (increase) in loans", "放款（增加）減少", period="duration"),
    )
    headings = (
        Heading("t:AssetsHeading", labels("Assets", "資產")),
        Heading("t:LiabilitiesHeading", labels("Liabilities", "負債")),
    )
    balance_sheet = Group(
        labels("Balance sheet"),
        ("t:AssetsHeading", "t:Cash", "t:GrossLoans", "t:Allowance", "t:Loans", "t:OtherAssets", "t:InterestDue",
         "t:LiabilitiesHeading", "t:Deposits", "t:OtherLiabilities", "t:Equity"),
        (0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1),
    )  # fmt: skip
    flows = Group(
        labels("Flows"),
        ("t:InterestFlow", "t:ExpenseFlow", "t:ProfitFlow", "t:Eps", "t:DecreaseInLoans"),
        (0,) * 5,
    )
    owners = Member("t:OwnersMember", labels("Owners of parent", "母公司業主"), "t:AllMember")
    axis = Axis(
        "t:OwnersAxis", labels("Owners"), "t:AllMember", (Member("t:AllMember", labels("All")), owners)
    )
    cube = Hypercube("owners", ("t:Equity", "t:ProfitFlow"), ("t:OwnersAxis",))
    sums = (
        Calculation("t:Loans", (("t:GrossLoans", 1), ("t:Allowance", -1))),
        Calculation("t:ProfitFlow", (("t:InterestFlow", 1), ("t:ExpenseFlow", -1))),
    )
    return Taxonomy(
        "t", "http://example.org/t", "1", "http://example.org/t.xsd", labels("Statements"), (), (axis,), concepts,
        (cube,), (balance_sheet, flows), sums, headings=headings,
    )  # fmt: skip


def facts(text: str, ending: str = "", period: str = "2025") -> dict[str, Fact]:
    """Return of each fact, by its text: concept, members, period, value."""
    profile = Profile("Labels Bank", "http://example.org/scheme", "T1", "TWD", aliases=())
    document = parse_document(text.encode(), "labels", ending=ending)
    ledger = tag_document(document, statements(), profile, parse_reporting_period(period, (12, 31)))
    return {
        row.text: (
            (row.concept or "").partition(":")[2],
            " ".join(member.partition(":")[2] for _, member in row.dimensions),
            row.period or "",
            row.value or "",
        )
        for row in ledger.facts()
    }


def table(*rows: str, head: str = "2025年12月31日", unit: str = "單位：新臺幣仟元") -> str:
    """Return a table of one column of values."""
    return f"{unit}\n\n| 項目 | {head} |\n|---|---:|\n" + "".join(f"| {row} |\n" for row in rows)


def test_two_languages_side_by_side_are_one_label() -> None:
    """現金 Cash: nothing in such a row is left over."""
    assert facts(table("現金Cash | 1,234", "存款　Deposits | 5,678")) == {
        "1,234": ("Cash", "", "2025-12-31", "1234000"),
        "5,678": ("Deposits", "", "2025-12-31", "5678000"),
    }


def test_a_label_beside_another_wording_is_still_it() -> None:
    """A row whose English the taxonomy words otherwise is found by its Chinese."""
    assert facts(table("現金 Cash in hand and at banks | 1,234"))["1,234"][0] == "Cash"


def test_two_labels_that_disagree_name_nothing() -> None:
    """現金 Deposits: one of them is a mistake, and nobody knows which."""
    assert facts(table("現金 Deposits | 1,234")) == {}


def test_what_is_called_alike_is_told_by_the_headings_above() -> None:
    """其他 under 資產 and under 負債 are two concepts."""
    rows = ("資產 | ", "現金 | 1,001", "其他 | 1,002", "負債 | ", "存款 | 1,003", "其他 | 1,004")
    found = facts(table(*rows))

    assert (found["1,002"][0], found["1,004"][0]) == ("OtherAssets", "OtherLiabilities")


def test_what_is_called_alike_is_told_by_the_order_of_the_rows() -> None:
    """Without headings the presentation's order tells the two apart."""
    found = facts(table("現金 | 1,001", "放款－淨額 | 1,005", "其他 | 1,002", "存款 | 1,003", "其他 | 1,004"))

    assert (found["1,002"][0], found["1,004"][0]) == ("OtherAssets", "OtherLiabilities")


def test_what_nothing_tells_apart_is_not_tagged() -> None:
    """其他 alone could be either: a question is better than a guess."""
    assert facts(table("其他 | 1,002")) == {}


def test_a_part_that_is_called_like_its_total_is_not_the_total() -> None:
    """Where the taxonomy has one concept for both, the row below is asked about."""
    page = (
        "<p>單位：新臺幣仟元</p><table><tr><th></th><th>2025/12/31</th></tr><tr><td>存款</td><td>1,003</td></tr>"
        "<tr><td>　　存款</td><td>1,001</td></tr><tr><td>　　其他</td><td>2</td></tr></table>"
    )
    found = facts(page, ".html")

    assert (found["1,003"][0], "1,001" in found) == ("Deposits", False)


@pytest.mark.parametrize(
    ("head", "concept"), [("2025年12月31日", "InterestDue"), ("2025年1月1日至12月31日", "InterestFlow")]
)
def test_a_day_asks_for_a_level_and_days_for_a_flow(head: str, concept: str) -> None:
    """利息 at a day is what is owed, over a year what was earned."""
    assert facts(table("利息 | 1,002", head=head))["1,002"][0] == concept


def test_brackets_about_what_a_total_subtracts_are_no_sign() -> None:
    """備抵損失 (12) is an allowance of 12; a loss in brackets is negative."""
    found = facts(table("放款總額 | 1,000", "備抵損失 | (12)", "放款－淨額 | 988"))
    profit = facts(table("本期淨利 | (34)", head="2025年1月1日至12月31日"))

    assert (found["12"][3], profit["34"][3]) == ("12000", "-34000")


@pytest.mark.parametrize(("printed", "value"), [("(12) | (9)", "12000"), ("(12) | 9", "-12000")])
def test_expenses_in_brackets(printed: str, value: str) -> None:
    """A table that prints its expenses in brackets subtracts them; beside bare ones a bracket is a sign."""
    text = (
        "單位：新臺幣仟元\n\n| 項目 | 2025年度 | 2024年度 |\n|---|---|---|\n"
        f"| 利息 Interest | 40 | 30 |\n| 費用 Expenses | {printed} |\n| 本期淨利 Profit | 28 | 21 |\n"
    )

    assert facts(text)["12"][3] == value


def test_an_opening_balance_is_of_the_day_before() -> None:
    """期初餘額 in the column of a year is what was there when the last one ended."""
    assert facts(table("期初餘額 | 777", head="2025年1月1日至12月31日"))["777"] == (
        "Equity", "", "2024-12-31", "777000"
    )  # fmt: skip


def test_amounts_a_share_have_no_scale_of_the_table() -> None:
    """每股盈餘 1.25 in a table of thousands is 1.25."""
    found = facts(table("本期淨利 | 3,400", "每股盈餘 | 1.25", head="2025年1月1日至12月31日"))

    assert (found["3,400"][3], found["1.25"][3]) == ("3400000", "1.25")


def test_a_label_that_speaks_of_change_is_no_change_of_another() -> None:
    """放款（增加）減少 is a concept of its own."""
    found = facts(table("放款（增加）減少 | (56)", head="2025年1月1日至12月31日"))

    assert found["56"] == ("DecreaseInLoans", "", "2025-01-01/2025-12-31", "-56000")


@pytest.mark.parametrize("row", ["一、現金", "(1) 現金", "其中：現金", "現金合計", "1. Cash"])
def test_a_number_or_a_word_for_a_total_is_no_part_of_the_label(row: str) -> None:
    """Numbered rows, parts and totals are called as the label says."""
    assert facts(table(f"{row} | 1,234"))["1,234"][0] == "Cash"


def test_a_column_that_is_a_member_and_a_title_over_the_table() -> None:
    """A title that spans the table is no heading of its columns; a member over a column is its dimension."""
    page = (
        "<table><tr><th colspan=3>權益變動表 Statement of changes in equity, in thousands of New Taiwan dollars</th></tr>"
        "<tr><th></th><th>母公司業主 Owners of parent</th><th>權益總額 Total equity</th></tr>"
        "<tr><td>本期淨利 Profit</td><td>41</td><td>43</td></tr></table>"
    )
    found = facts(page, ".html")

    assert found["41"] == ("ProfitFlow", "OwnersMember", "2025-01-01/2025-12-31", "41000")


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("2025/12/31", "2025-12-31"),
        ("31/12/2025", "2025-12-31"),
        ("12/31/2025", "2025-12-31"),
        ("2025-12-31", "2025-12-31"),
        ("2025年6月30日2025/6/30", "2025-06-30"),
        ("114年12月31日", "2025-12-31"),
        ("31 December 2025", "2025-12-31"),
    ],
)
def test_dates_in_digits_head_columns(head: str, period: str) -> None:
    """A date is one however it is printed."""
    assert facts(table("現金 Cash | 1,234", head=head))["1,234"][2] == period


@pytest.mark.parametrize(
    "head",
    [
        "2025年1月1日至9月30日",
        "2025/1/1 to 9/30",
        "2025/1/1-2025/9/30",
        "2025年1月1日至9月30日2025/1/1To9/30",
    ],
)
def test_two_dates_are_the_days_between(head: str) -> None:
    """The second date of a range is of the first one's year."""
    assert facts(table("本期淨利 Profit | 1,234", head=head))["1,234"][2] == "2025-01-01/2025-09-30"


def test_a_unit_holds_for_the_table_right_after() -> None:
    """A second table with nothing in between goes on under the unit line of the first."""
    cells = "<table><tr><th></th><th>2025/12/31</th></tr><tr><td>{}</td><td>{}</td></tr></table>"
    page = "<p>單位：新臺幣仟元</p>" + cells.format("現金", "1,234") + cells.format("存款", "5,678")

    assert facts(page, ".html")["5,678"][3] == "5678000"


def test_a_unit_line_with_a_second_unit() -> None:
    """單位：千元 每股盈餘單位：元: the first is the table's."""
    text = table(
        "現金 | 1,234", unit="單位：新臺幣仟元　每股盈餘單位：新台幣元Unit: NT$ thousands　EPS Unit: NT$"
    )

    assert facts(text)["1,234"][3] == "1234000"


FIRST_HALVES = {"34": "2025-01-01/2025-06-30", "31": "2024-01-01/2024-06-30"}
QUARTERS = {"34": "2025-04-01/2025-06-30", "31": "2024-04-01/2024-06-30"}


@pytest.mark.parametrize(
    ("above", "corner", "periods"),
    [
        ("Six months ended 30 June", "", FIRST_HALVES),
        ("Three Months Ended June 30,", "", QUARTERS),
        ("截至6月30日止六個月", "", FIRST_HALVES),
        ("金額", "截至6月30日止六個月", FIRST_HALVES),
        ("金額", "項目", FIRST_HALVES),  # nothing says how long: as long as the report's own
        ("第二季", "項目", QUARTERS),
    ],
)
def test_a_stretch_over_years(above: str, corner: str, periods: dict[str, str]) -> None:
    """How long a column's time is may stand over the year, in the corner of the table, or nowhere."""
    page = (
        f"<p>單位：新臺幣仟元</p><table><tr><th rowspan=2>{corner}</th><th colspan=2>{above}</th></tr>"
        "<tr><th>2025</th><th>2024</th></tr><tr><td>本期淨利 Profit</td><td>34</td><td>31</td></tr>"
        "<tr><td>利息 Interest</td><td>5</td><td>6</td></tr></table>"
    )
    found = facts(page, ".html", "2025H1")

    assert {said: found[said][2] for said in periods} == periods


def test_a_level_under_a_bare_year_of_an_interim_report() -> None:
    """2024 in the report of a half-year is the end of that year for what stands at a day."""
    text = (
        "單位：新臺幣仟元\n\n| 項目 | 2025年6月30日 | 2024年 |\n|---|---|---|\n"
        "| 現金 Cash | 1,234 | 1,111 |\n| 存款 Deposits | 5,678 | 5,555 |\n"
    )

    assert facts(text, "", "2025H1")["1,111"][2] == "2024-12-31"


@pytest.mark.parametrize("head", ["2025年7-9月", "2025年7月至9月"])
def test_months_of_a_year(head: str) -> None:
    """七月至九月 is a quarter, not the year up to it."""
    assert facts(table("本期淨利 Profit | 34", head=head))["34"][2] == "2025-07-01/2025-09-30"


def test_a_column_of_units() -> None:
    """A column headed 單位 holds units; they name nothing."""
    page = (
        "<table><tr><th>項目</th><th>單位</th><th>2025/12/31</th></tr>"
        "<tr><td>現金 Cash</td><td>新臺幣百萬元</td><td>12</td></tr>"
        "<tr><td>存款 Deposits</td><td>新臺幣億元</td><td>34</td></tr></table>"
    )
    found = facts(page, ".html")

    assert (found["12"][::3], found["34"][::3]) == (("Cash", "12000000"), ("Deposits", "3400000000"))


def test_a_sentence_that_leads_over_to_a_table_is_its_title() -> None:
    """What ends with a colon before the unit line says what the table is of."""
    text = (
        "本行業務穩健，各項指標符合監理要求，資本充足，流動性良好，資產品質維持優良。本行各類存款如下：\n\n"
        "單位：新臺幣百萬元\n| 項目 | 2025年底 |\n|---|---:|\n| 合計 | 486 |\n| 母公司業主 | 12 |\n"
    )

    assert facts(text)["486"] == ("Deposits", "", "2025-12-31", "486000000")


def test_amounts_a_share_by_their_words() -> None:
    """A label with 每股 takes no scale of the table, whatever the type of its concept."""
    found = facts(table("每股盈餘 Earnings per share | 1.25", "本期淨利 | 34", head="2025年1月1日至12月31日"))

    assert found["1.25"][3] == "1.25"
