"""Tables with one cell a line, blank lines between: what the text layer of a PDF gives of a table."""

from __future__ import annotations

import pytest

from tagger.reader import parse_document
from tests.steps import steps
from tests.tagging_example import Reading, local, readings_of, rows_of

YEAR, BEFORE = "2024-01-01/2024-12-31", "2023-01-01/2023-12-31"
DAY, DAY_BEFORE = "2024-12-31", "2023-12-31"


def apart(cells: str) -> str:
    """Return cells, parted by bars, as lines with a blank one between."""
    return cells.replace("|", "\n\n") + "\n"


def levels(concept: str, member: str, first: str, second: str, growth: str) -> list[Reading]:
    """Return the readings of a row of amounts in millions at two days, and what the first has grown by."""
    return [
        (concept, member, DAY, f"{first}000000"),
        (concept, member, DAY_BEFORE, f"{second}000000"),
        (f"GrowthRateOf{concept}", member, YEAR, growth),
    ]


ASSETS = levels("TotalAssets", "", "904112", "873950", "0.035")
DEPOSITS = levels("DepositsFromCustomers", "", "512400", "491100", "0.043")
PERSONAL = levels("DepositsFromCustomers", "PersonalCustomers", "512400", "491100", "0.043")
CORPORATE = levels("DepositsFromCustomers", "CorporateCustomers", "731000", "709000", "0.031")


def facts(text: str) -> list[Reading]:
    """Return what each figure of a text says that is no year or other number of no thing."""
    return [reading for reading in readings_of(text) if not reading[0].startswith("not_a_fact")]


ROWS = "{}|904,112|873,950|3.5%|{}|512,400|491,100|4.3%"
HANT = "業務回顧\n\n主要數據\n\n" + apart(
    "人民幣百萬元|2024年12月31日|2023年12月31日|增減（%）|資產總額|904,112|873,950|3.5|客戶存款|512,400|491,100|4.3"
)
HANS = "主要指标\n（货币单位：人民币百万元）\n" + apart(
    "项目|2024 年 12 月 31 日|2023 年 12 月 31 日|较上年末增减|" + ROWS.format("资产总额", "客户存款")
)
ENGLISH = "Key figures\n\n" + apart(
    "RMB million|31 Dec 2024|31 Dec 2023|Change|" + ROWS.format("Total assets", "Customer deposits")
)
ROWS_APART = """Key figures

RMB million
2024
2023
Change

Total assets
904,112
873,950
3.5%

Customer deposits
512,400
491,100
4.3%
"""
MIXED = """Key figures

RMB million

2024
2023

Change
Total assets

904,112
873,950

3.5%
Customer
deposits

512,400

491,100

4.3%
"""


@pytest.mark.parametrize(
    "table", [HANT, HANS, ENGLISH, ROWS_APART, MIXED], ids=["hant", "hans", "en", "rows apart", "mixed"]
)
def test_headings_then_names_with_their_values(table: str) -> None:
    """Blank lines mean nothing where as many values as headings follow each name."""
    assert facts(f"{table}\nThe Bank did well.\n") == [*ASSETS, *DEPOSITS]


def test_a_unit_in_a_name_holds_for_its_row() -> None:
    """A scale and what it counts in brackets, in a table of amounts of money."""
    text = "主要指标\n（货币单位：人民币百万元）\n" + apart(
        "项目|2024年12月31日|2023年12月31日|变动|个人客户数（万户）|12,789.63|12,553.79|1.9%|资产总额|904,112|873,950|3.5%"
    )

    assert facts(text)[:2] == [
        ("NumberOfCustomers", "PersonalCustomers", DAY, "127896300"),
        ("NumberOfCustomers", "PersonalCustomers", DAY_BEFORE, "125537900"),
    ]


def test_headings_come_again_with_the_name_behind() -> None:
    """Below the balances stand what years made; there the name follows its values, as pdftotext puts it at times."""
    text = "存款情况\n（货币单位：人民币百万元）\n" + apart(
        "项目|2024年12月31日|2023年12月31日|变动|个人存款|512,400|491,100|4.3%|公司存款|731,000|709,000|3.1%"
        "|项目|2024年|2023年|同比变动|73,487|71,184|3.2%|营业收入"
    )

    assert facts(
        f"{text}\n本行坚持以客户为中心，各项业务平稳发展，服务持续改善，资产质量保持良好，经营稳健。\n"
    ) == [
        *PERSONAL,
        *CORPORATE,
        ("OperatingIncome", "", YEAR, "73487000000"),
        ("OperatingIncome", "", BEFORE, "71184000000"),
        ("GrowthRateOfOperatingIncome", "", YEAR, "0.032"),
    ]


def test_all_names_behind() -> None:
    """No name is before the first values where every line before them is a heading."""
    text = "存款情况\n（货币单位：人民币百万元）\n" + apart(
        "项目|2024年12月31日|2023年12月31日|变动|512,400|491,100|4.3%|个人存款|731,000|709,000|3.1%|公司存款"
    )

    assert facts(text) == [*PERSONAL, *CORPORATE]


def test_the_foot_of_a_page_in_a_table() -> None:
    """A page's number and names between two rows do not part the table."""
    text = "存款情况\n（货币单位：人民币百万元）\n" + apart(
        "项目|2024年12月31日|2023年12月31日|变动|个人存款|512,400|491,100|4.3%"
        "|42|海鸥银行股份有限公司|2024年年度报告|公司存款|731,000|709,000|3.1%"
    )

    assert facts(text) == [*PERSONAL, *CORPORATE]


def test_headings_of_two_levels() -> None:
    """Two days over an amount and a share each."""
    text = "Loans by sector\n(RMB million)\n" + apart(
        "Sector|31 December 2024|31 December 2023|Amount|Share|Amount|Share"
        "|Manufacturing|980|19.0%|990|20.6%|Real estate|140|2.7%|105|2.2%"
    )
    loans = "LoansAndAdvancesToCustomers"

    assert facts(text)[:4] == [
        (loans, "Manufacturing", DAY, "980000000"),
        (f"ShareOf{loans}", "Manufacturing", DAY, "0.190"),
        (loans, "Manufacturing", DAY_BEFORE, "990000000"),
        (f"ShareOf{loans}", "Manufacturing", DAY_BEFORE, "0.206"),
    ]


BY_COLUMN = [*(row[at] for at in range(3) for row in (ASSETS, DEPOSITS))]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("2024|2023|Change|Total assets|Customer deposits|904,112|512,400|873,950|491,100|3.5%|4.3%", BY_COLUMN),
        ("Total assets|Customer deposits|2024|2023|Change|904,112|512,400|873,950|491,100|3.5%|4.3%", BY_COLUMN),
        ("2024|2023|Change|Total assets|Customer deposits|904,112|873,950|3.5%|512,400|491,100|4.3%", [*ASSETS, *DEPOSITS]),
        ("Total assets|Customer deposits|2024|904,112|512,400|2023|873,950|491,100|Change|3.5%|4.3%", BY_COLUMN),
    ],
    ids=["columns", "names first", "rows", "each with its heading"],
)  # fmt: skip
def test_values_column_by_column(cells: str, expected: list[Reading]) -> None:
    """All names first and then all values: the changes prove whose each of them is."""
    assert facts("Key figures\n\nRMB million\n\n" + apart(cells)) == expected


def test_what_no_change_proves_is_left_open() -> None:
    """Four values of two names and two days may be dealt out in two ways."""
    text = "Key figures\n\nRMB million\n\n" + apart(
        "2024|2023|Total assets|Customer deposits|904,112|512,400|873,950|491,100"
    )

    assert all(reading[0].startswith("unresolved") for reading in facts(text))


@pytest.mark.parametrize(
    "pairs",
    [
        "The Bank's main numbers are as follows:\n\n" + apart("Employees|8,412|Branches|214|Personal customers|3.2 million"),
        "At a glance\n\nEmployees\n8,412\n\nBranches\n214\n\nPersonal customers\n3.2 million\n",
        "At a glance\n\n8,412\nEmployees\n\n214\nBranches\n\n3.2 million\nPersonal\ncustomers\n",
    ],
    ids=["led", "names first", "names behind"],
)  # fmt: skip
def test_names_with_one_value_each(pairs: str) -> None:
    """Which belong together is told by what leads over to them, or by the blank lines between."""
    assert facts(
        f"{pairs}\nThe Bank did well in every region that it serves, and its customers stayed with it.\n"
    ) == [
        ("NumberOfEmployees", "", DAY, "8412"),
        ("NumberOfOutlets", "", DAY, "214"),
        ("NumberOfCustomers", "PersonalCustomers", DAY, "3200000"),
    ]


def test_a_value_between_two_names_is_left_open() -> None:
    """A title before the first, or a title behind the last: nothing tells."""
    text = "Highlights\n\n" + apart("8,412|Employees|214|Branches|3.2 million|Personal customers")

    assert {
        row.status
        for row in rows_of(f"{text}\nThe Bank did well in every region that it serves, as planned.\n")
    } == {"unresolved"}


HEADS = "RMB million|2024|2023|Change|"
TWO_ROWS = ROWS.format("Total assets", "Customer deposits")


@pytest.mark.parametrize(
    "cells",
    [
        f"{HEADS}Perpetual bonds|10,000|–|N/A|{TWO_ROWS}",
        f"{HEADS}At year-end|{TWO_ROWS}",
        f"2024|2023|Change|RMB million|RMB million|%|{TWO_ROWS}".replace("5%", "5"),
    ],
    ids=["nothing", "section", "units"],
)
def test_what_stands_among_the_cells(cells: str) -> None:
    """Words in place of a value, the name of a section over the first row, and units below the headings."""
    found = facts("Key figures\n\n" + apart(cells))

    assert found[-6:] == [*ASSETS, *DEPOSITS]


def test_a_chart_stays_one() -> None:
    """Values with the years of a series between them are no rows."""
    text = "單位：人民幣億元 個人存款\n\n2022\n17,236.18\n2023\n19,493.56\n2024\n21,684.03\n"

    assert "cell" not in {block.kind for block in parse_document(text.encode(), "text").blocks}


def test_a_count_that_a_unit_of_the_taxonomy_says_with_its_scale() -> None:
    """Ten thousands of households are ten thousands, whatever words a taxonomy's unit has."""
    row = next(
        row
        for row in rows_of("主要指标\n\n| 项目 | 2024年末 |\n|---|---|\n| 个人客户数（万户） | 12,789.63 |\n")
        if row.text == "12,789.63"
    )

    assert (local(row.concept), row.value) == ("NumberOfCustomers", "127896300")


@pytest.mark.parametrize(
    "line", ["Loans\n\n1.5\n\n", "2024\n\n", "1.5\n\n", "Loans\n\n2024\n\n1.5\n\n2.5\n\n"]
)
def test_long_texts_of_cells_take_linear_time(line: str) -> None:
    """Each line is looked at a few times, whatever may be a table."""
    few, many = steps([line * 500, line * 2_000])

    assert many < 4.1 * few


def test_values_over_their_names_are_read_with_what_they_say_besides() -> None:
    """A page of figures in large print: each with its name right below, and what it changed by."""
    text = (
        "Harbour Bank\n\nAnnual Review 2025\n\nOur year in figures\n\nHK$412.8bn\ncustomer deposits, up 17%\n\n"
        "HK$18.4bn\noperating income, down 3%\n\nHK$6.2bn\nnet profit\n"
    )
    assert [reading for reading in readings_of(text, "2025") if "not_a_fact" not in reading[0]] == [
        ("DepositsFromCustomers", "", "2025-12-31", "412800000000"),
        ("GrowthRateOfDepositsFromCustomers", "", "2025-01-01/2025-12-31", "0.17"),
        ("OperatingIncome", "", "2025-01-01/2025-12-31", "18400000000"),
        ("GrowthRateOfOperatingIncome", "", "2025-01-01/2025-12-31", "-0.03"),
        ("NetProfit", "", "2025-01-01/2025-12-31", "6200000000"),
    ]


def test_lines_that_say_more_than_a_name_head_no_value() -> None:
    """A share alone in its line is no cell beside sentences; what they say is read."""
    text = """Segments
Retail banking
Return on equity
54%
 Personal deposits up 32%; personal loans
up 4%
 Corporate deposits down 7%
Corporate banking
Return on equity
27%
 Corporate loans of $9.1 billion, up 25%,
with syndicated loans up 15%
Markets
Return on equity
19%
 Total deposits up 2%
"""
    read = {row.text: row for row in rows_of(text) if row.status != "not_a_fact"}

    assert {"32%", "4%", "7%", "9.1 billion", "25%", "15%", "2%"} <= read.keys()
    assert local(read["9.1 billion"].concept) == "LoansAndAdvancesToCustomers"


def test_a_currency_in_a_line_of_its_own_belongs_to_its_number() -> None:
    """$ / 41,396 and $ / (157) are values, under columns of members with a year over the rows."""
    text = """Results by region
(Millions)
Personal customers
Corporate customers
Total
2024
Deposits from customers
$
41,396
$
4,871
$
46,267
Loans and advances to customers
10,383
550
10,933
2023
Deposits from customers
$
33,103
$
3,643
$
36,746
Loans and advances to customers
10,325
460
10,785
"""
    rows = {row.text.replace("\n", " "): row for row in rows_of(text)}

    assert [rows[figure].period for figure in ("41,396", "3,643", "550", "10,785")] == [
        DAY,
        DAY_BEFORE,
        DAY,
        DAY_BEFORE,
    ]
    assert {local(rows[figure].concept) for figure in ("41,396", "36,746")} == {"DepositsFromCustomers"}
    assert rows["41,396"].value == "41396000000"


def test_a_scale_in_the_line_below_belongs_to_its_number() -> None:
    """$69 / billion is one value; 2024 and % below it are two headings."""
    blocks = parse_document(b"Total deposits\n$69\nbillion\n\nTotal loans\n$4\nbillion\n", "text").blocks
    document = parse_document(b"Total deposits\n$69\nbillion\n", "text")

    assert [document.text[b.start : b.end] for b in document.blocks][-1] == "$69\nbillion"
    assert len(blocks) == 4
