"""The headings that tables of banks have: changes, shares, units, years and parts of years, in the words that are usual."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tagger.ledger import Row
from tests.tagging_example import ledger_of, local, readings_of

HEADINGS: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "table_headings.yaml").read_text(encoding="utf-8")
)
_OF_A_DAY = re.compile(
    r"日(?!止)|^3[01] |^3[01][./]|^Dec |^As at|[-./]12[-./]|^At year-end|年末|^September|^6月"
)
"""A heading that names a day says what is there then, and over a flow what stretch ends then."""


def table(title: str, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """Return a table of pipes under its title."""
    lines = [("", *heads), ("---",) * (len(heads) + 1), *rows]
    return f"{title}\n\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def rows_of(text: str, period: str = "2024") -> dict[str, Row]:
    """Return the facts of a text by what is printed."""
    return {row.text: row for row in ledger_of(text, period).rows if row.status == "fact"}


@pytest.mark.parametrize("heading", [*HEADINGS["changes"], *HEADINGS["changes_han"]])
def test_a_column_of_changes(heading: str) -> None:
    """Whatever it is called, the per cent behind two years is the growth from one to the other."""
    han = heading in HEADINGS["changes_han"]
    figure = "2.86" if "%" in heading else "2.86%"
    title, name = ("單位：人民幣百萬元", "淨利潤") if han else ("RMB million", "Net profit")
    found = rows_of(table(title, ("2024", "2023", heading), ((name, "18,426", "17,914", figure),)))

    assert (local(found[figure].concept), found[figure].value) == ("GrowthRateOfNetProfit", "0.0286")
    assert local(found["18,426"].concept) == "NetProfit"


@pytest.mark.parametrize("heading", [*HEADINGS["shares"], *HEADINGS["shares_han"]])
def test_a_column_of_shares(heading: str) -> None:
    """It is the share of each part in the total beside it, of the day that the amounts before it are of."""
    han = heading in HEADINGS["shares_han"]
    mark = "" if "%" in heading else "%"
    days = ("2024年末", "2023年末") if han else ("31 December 2024", "31 December 2023")
    names = ("公司貸款", "個人貸款", "合計") if han else ("Corporate loans", "Personal loans", "Total")
    title = "貸款按客戶劃分（人民幣百萬元）" if han else "Loans by customer (RMB million)"
    values = (
        ("868,214", f"60.17{mark}", "784,906", f"58.33{mark}"),
        ("574,618", f"39.83{mark}", "560,783", f"41.67{mark}"),
        ("1,442,832", f"100.00{mark}", "1,345,689", f"100.00{mark}"),
    )
    rows = tuple((name, *numbers) for name, numbers in zip(names, values, strict=True))
    found = rows_of(table(title, (days[0], heading, days[1], heading), rows))

    first, last = found[f"60.17{mark}"], found[f"41.67{mark}"]
    assert (local(first.concept), first.period) == ("ShareOfLoansAndAdvancesToCustomers", "2024-12-31")
    assert (local(last.concept), last.period) == ("ShareOfLoansAndAdvancesToCustomers", "2023-12-31")


@pytest.mark.parametrize("unit", HEADINGS["units"])
def test_a_line_that_gives_the_unit(unit: str) -> None:
    """Amounts below it are in millions of renminbi."""
    name = "Net profit" if unit.isascii() else "淨利潤"
    found = rows_of(table(unit, ("2024", "2023"), ((name, "18,426", "17,914"),)))

    assert (found["18,426"].value, found["18,426"].unit) == ("18426000000", "CNY")


@pytest.mark.parametrize(
    ("heading", "period", "flow", "day"),
    [
        *((heading, "2024", "{0}-01-01/{0}-12-31", "{0}-12-31") for heading in HEADINGS["years"]),
        *((heading, "2024H1", "{0}-01-01/{0}-06-30", "{0}-06-30") for heading in HEADINGS["halves"]),
        *(
            (heading, "2024-07-01/2024-09-30", "{0}-07-01/{0}-09-30", "{0}-09-30")
            for heading in HEADINGS["quarters"]
        ),
    ],
)
def test_the_time_over_a_column(heading: str, period: str, flow: str, day: str) -> None:
    """A flow is of the stretch, a balance of its last day; of the year before as of the year."""
    han = not heading.replace("£", "").isascii()
    names = ("淨利潤", "吸收存款") if han else ("Net profit", "Customer deposits")
    rows = ((names[0], "18,426", "17,914"), (names[1], "98,426", "97,914"))
    title = "人民幣百萬元" if han else "RMB million"
    found = rows_of(table(title, (heading.format(2024), heading.format(2023)), rows), period)

    if not _OF_A_DAY.search(heading):
        assert [found[text].period for text in ("18,426", "17,914")] == [flow.format(2024), flow.format(2023)]
    assert [found[text].period for text in ("98,426", "97,914")] == [day.format(2024), day.format(2023)]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("31 July 2025", "Quarter"), "2025-05-01/2025-07-31"),
        (("30 June 2025", "Six months"), "2025-01-01/2025-06-30"),
    ],
)
def test_a_day_over_a_stretch_ends_it(heads: tuple[str, str], expected: str) -> None:
    """Each heading names a part of one time."""
    day, stretch = heads
    text = (
        f"HK$ million            {day}\n                       {stretch}\nNet interest income         4,692\n"
    )
    assert [reading[2] for reading in readings_of(text, "2025") if reading[0] == "NetInterestIncome"] == [
        expected
    ]


BESIDE_ONE_ANOTHER = [
    ("      2024年上半年度 2023年度   2022年度", "2024H1", ["2024-06-30", "2023-12-31", "2022-12-31"]),
    ("      2024年首季 2023年全年 2022年全年", "2024Q1", ["2024-03-31", "2023-12-31", "2022-12-31"]),
    ("      2025年前三季度  2024年 2023年", "2025Q3", ["2025-09-30", "2024-12-31", "2023-12-31"]),
]


@pytest.mark.parametrize(
    ("heads", "period", "days"), BESIDE_ONE_ANOTHER, ids=[one[0] for one in BESIDE_ONE_ANOTHER]
)
def test_times_that_one_blank_parts(heads: str, period: str, days: list[str]) -> None:
    """Times are headings of their own where there is one for each column then, however each is said."""
    text = (
        f"      主要比率             {heads}\n"
        "      淨利息收益率(%)            1.62      1.55      1.48\n"
        "      不良貸款率(%)              1.21      1.33      1.40\n"
    )
    rows = {row.text: row for row in ledger_of(text, period).rows}

    assert [rows[figure].period for figure in ("1.21", "1.33", "1.40")] == days


def test_a_rate_without_its_sign_among_rates() -> None:
    """One row without a per cent sign in its name has it where the other rows do; a row that is no rate has none."""
    text = (
        "      指標                  2024年    2023年\n"
        "      不良貸款率(%)           1.21      1.33\n"
        "      撥備覆蓋率            245.3     238.9\n"
        "      平均槓桿               14.2      13.8\n"
    )
    rows = {row.text: row for row in ledger_of(text, "2024").rows}

    assert (rows["245.3"].status, rows["245.3"].value, rows["238.9"].value) == ("fact", "2.453", "2.389")
    assert rows["14.2"].status == "unresolved"


def test_a_rate_without_its_sign_where_no_row_has_one() -> None:
    """What nothing says to be per cent stays open."""
    text = (
        "      指標                  2024年    2023年\n"
        "      撥備覆蓋率            245.3     238.9\n"
        "      不良貸款率            1.21      1.33\n"
    )

    assert {row.status for row in ledger_of(text, "2024").rows if row.text in ("245.3", "1.21")} == {
        "unresolved"
    }


MADE_UP_OF = [
    "貸款按行業分佈",
    "本行貸款的行業構成\n單位：%",
    "下表列示本集團貸款行業結構的兩年比較\n單位：%",
    "按行業劃分的貸款佔比",
    "於報告期末，貸款按行業分佈如下表所示：",
    "Loans by industry (%)",
    "Loan mix by industry, %",
    "Breakdown of loans by industry",
]


@pytest.mark.parametrize("title", MADE_UP_OF)
def test_per_cents_of_parts_under_a_title_of_what_they_make_up(title: str) -> None:
    """Where the title says what its parts make up, per cents beside them are shares of that."""
    found = rows_of(_parts_of_loans(title))

    assert [local(found[figure].concept) for figure in ("31.2%", "19.6%")] == [
        "ShareOfLoansAndAdvancesToCustomers"
    ] * 2
    assert found["19.6%"].period == "2023-12-31"


@pytest.mark.parametrize(
    "title",
    [
        "貸款增長率按行業劃分\n單位：%",
        "貸款損失按行業分類（%）",
        "各行業貸款增幅（%）",
        "Loans by industry: annual change (%)",
        "Loan yields by industry (%)",
        "Loans past due by industry (%)",
    ],
)
def test_per_cents_of_parts_under_a_title_that_says_more(title: str) -> None:
    """Growth, losses or yields that a table parts are no shares."""
    assert not {"31.2%", "19.6%"} & rows_of(_parts_of_loans(title)).keys()


def _parts_of_loans(title: str) -> str:
    if title.isascii():
        names, heads = ("Manufacturing", "Real estate", "Construction"), ("2024", "2023")
    else:
        names, heads = ("製造業", "房地產業", "建築業"), ("2024年", "2023年")
    values = (("31.2%", "30.4%"), ("18.1%", "19.6%"), ("9.7%", "10.0%"))
    return table(title, heads, tuple((name, *said) for name, said in zip(names, values, strict=True)))


@pytest.mark.parametrize(
    ("heads", "time"),
    [
        (("30 June 2024 / H1 2024", "31 December 2023 / H1 2023"), "2023-01-01/2023-06-30"),
        (("H1 2024/30 June 2024", "H1 2023/31 December 2023"), "2023-01-01/2023-06-30"),
        (("2024年6月30日/2024年1-6月", "2023年12月31日/2023年1-6月"), "2023-01-01/2023-06-30"),
        (("2024年上半年／2024年6月末", "2023年上半年／2023年末"), "2023-01-01/2023-06-30"),
    ],
)
def test_a_day_and_a_stretch_in_one_heading(heads: tuple[str, ...], time: str) -> None:
    """Balances are of the day, flows of the stretch beside it, though the two do not end together."""
    rows = (("Net profit 净利润", "1,566", "1,315"), ("Total assets 总资产", "98,400", "93,200"))
    found = rows_of(table("(RMB million)", heads, rows), "2024H1")
    assert (found["1,315"].period, found["93,200"].period) == (time, "2023-12-31")
    assert (found["1,566"].period, found["98,400"].period) == ("2024-01-01/2024-06-30", "2024-06-30")


@pytest.mark.parametrize("above", ["净利润", "總資產", "客户存款"])
def test_a_bare_year_below_a_name_in_han(above: str) -> None:
    """The year is no translation of the name above it: each column is of its own."""
    text = f"（人民幣百萬元）         {above}\n                      2024      2023\n集團                 1,566     1,315\n"
    assert {row.period[:4] for row in rows_of(text).values() if row.period} == {"2023", "2024"}


def test_a_numbered_part_that_the_taxonomy_has_not() -> None:
    """Stage 4 is no more of all loans because stages are what the taxonomy parts them by."""
    heads = ("Stage 1", "Stage 2", "Stage 4", "Total")
    rows = (("Loans and advances to customers", "98,204", "11,380", "1,704", "111,288"),)
    found = rows_of(table("31 December 2024, HK$ million", heads, rows))
    assert "1,704" not in found
    assert "111,288" in found


@pytest.mark.parametrize(
    "unit", ["pt", "pts", "pps", "ppt", "p.p.", "%-points", "%-pts", "个pct", "个百分点"]
)
def test_points(unit: str) -> None:
    """How points are written among growths in per cent."""
    name, head = ("Net interest margin", "Change") if unit.isascii() else ("净息差", "变动")
    text = table("", ("2024", "2023", head), ((name, "1.62%", "1.70%", f"-0.08{unit}"),) * 2)
    assert readings_of(text)[-1][::3] == ("IncreaseDecreaseInNetInterestMargin", "-0.0008")
