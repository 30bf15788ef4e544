"""Notes of banks' statements: units in heads of pages, stages explained, sections with totals, dealings with somebody."""

from __future__ import annotations

import pytest

from tagger.profile import Profile
from tests.tagging_example import facts_with, taxonomy_in_data

_PROFILE = Profile("Gull Bank", "http://example.org/scheme", "G1", "HKD", aliases=("海鷗銀行", "海鸥银行"))


def notes_of(text: str, period: str = "2025") -> list[str]:
    """Return the facts of a text of notes as concept, members, period and value."""
    return facts_with(taxonomy_in_data("notes-of-a-bank"), _PROFILE, text, period)


@pytest.mark.parametrize(
    ("notes", "unit", "dates", "names"),
    [
        (
            "财务报表附注(续)",
            "(除另有说明外，金额单位均为人民币千元)",
            "2025年12月31日   2024年12月31日",
            ("客户存款", "垫款", "应计利息"),
        ),
        (
            "財務報表附註（續）",
            "（以港幣千元列示）",
            "2025年12月31日   2024年12月31日",
            ("客戶存款", "墊款", "應計利息"),
        ),
        (
            "Notes to the financial statements (continued)",
            "(Expressed in thousands of Hong Kong dollars)",
            "31 Dec 2025      31 Dec 2024",
            ("Customer deposits", "Advances", "Accrued interest"),
        ),
    ],
)
def test_a_unit_in_the_heads_of_pages(notes: str, unit: str, dates: str, names: tuple[str, ...]) -> None:
    """What the head of every page says of the amounts holds for the tables of the pages."""
    heads = [f"{'':30}{number}\n{'':20}{notes}\n{'':20}{unit}\n\n" for number in (61, 62, 63)]
    tables = [
        f"{'':40}{dates}\n\n    {name:<40}{value}           4,380\n\n\n"
        for name, value in zip(names, ("4,517", "8,204", "   63"), strict=True)
    ]
    found = notes_of("".join(head + table for head, table in zip(heads, tables, strict=True)))

    assert [fact.rsplit(" ", 1)[1] for fact in found[::2]] == ["4517000", "8204000", "63000"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("31 December 2025 31 December 2024", "Accrued interest"),
        ("2025年12月31日 2024年12月31日", "應計利息"),
        ("2025年12月31日 2024年12月31日", "应计利息"),
    ],
)
def test_days_that_one_blank_parts_stand_over_a_blank_line(head: str, name: str) -> None:
    """The heads of both columns may be one piece, and a blank line may stand below it."""
    text = f"HK$ million\n\n{'':40}{head}\n\n   {name:<45}7,318         6,942\n   {name:<45}7,318         6,942\n"

    assert [fact.split(" ")[2] for fact in notes_of(text)] == ["2025-12-31", "2024-12-31"] * 2


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Add: accrued interest", "Customer deposits (see note 14(b))"),
        ("Plus accrued interest", "Customer deposits (notes 3 and 21)"),
        ("加：應計利息", "客戶存款（見附註五、12）"),
        ("加：应计利息", "客户存款(注)"),
        ("加: 应计利息", "客户存款(参见附注八、3.2)"),
    ],
)
def test_what_is_added_and_what_refers_to_a_note(name: str, other: str) -> None:
    """Words that a total adds a row, or where more of it stands, are no part of its name."""
    text = f"{'HK$ million':<40}31/12/2025   31/12/2024\n{other:<45}8,125        7,904\n{name:<45}  317          288\n"

    assert notes_of(text) == [
        "Deposits - 2025-12-31 8125000000",
        "Deposits - 2024-12-31 7904000000",
        "AccruedInterest - 2025-12-31 317000000",
        "AccruedInterest - 2024-12-31 288000000",
    ]


_STAGES = [
    (
        "At 31 December 2025 (HK$ million)\n"
        "                      Stage 1       Stage 2        Stage 3        Total\n"
        "                     12-month      Lifetime       Lifetime\n"
        "                          ECL           ECL            ECL\n"
        "\n"
        "Advances                8,204           913            127        9,244\n"
        "Advances                8,204           913            127        9,244\n"
    ),
    (
        "於2025年12月31日（港幣百萬元）\n"
        "                                本集團及本銀行\n"
        "                     第一階段          第二階段          第三階段          合計\n"
        "                   12個月預期      整個存續期預期      整個存續期預期\n"
        "                     信用損失          信用損失          信用損失\n"
        "\n"
        "墊款                    8,204               913               127         9,244\n"
        "墊款                    8,204               913               127         9,244\n"
    ),
    (
        "于2025年12月31日（港币百万元）\n"
        "                     第一阶段          第二阶段          第三阶段          合计\n"
        "               未来12个月预期    整个存续期预期    整个存续期预期\n"
        "                     信用损失          信用损失          信用损失\n"
        "\n"
        "垫款                    8,204               913               127         9,244\n"
        "垫款                    8,204               913               127         9,244\n"
    ),
]


@pytest.mark.parametrize("text", _STAGES)
def test_stages_that_the_heads_explain(text: str) -> None:
    """Expected losses of 12 months say what stage 1 is: they are no forecast, and those of a lifetime no other stage."""
    assert notes_of(text)[:4] == [
        "Advances One 2025-12-31 8204000000",
        "Advances Two 2025-12-31 913000000",
        "Advances Three 2025-12-31 127000000",
        "Advances - 2025-12-31 9244000000",
    ]


@pytest.mark.parametrize(
    ("unit", "names"),
    [
        (
            "HK$ million",
            ("Customer deposits", "Savings accounts", "Firms", "Households", "Total", "Fixed deposits"),
        ),
        ("港幣百萬元", ("客戶存款", "儲蓄存款", "企業", "家庭", "小計", "定期存款")),
        ("港币百万元", ("客户存款", "储蓄存款", "企业", "家庭", "小计", "定期存款")),
    ],
)
def test_the_total_of_sections_that_have_their_own(unit: str, names: tuple[str, ...]) -> None:
    """The last total adds up those of the sections above it, and is of none of them."""
    title, first, firm, house, total, second = names
    text = (
        f"7.   {title}\n\n{unit:<40}2025-12-31\n\n"
        f"   {first}\n    {firm:<40}412\n    {house:<40}1,309\n   {total:<40}1,721\n\n"
        f"   {second}\n    {firm:<40}2,118\n    {house:<40}655\n   {total:<40}2,773\n\n"
        f"   {total:<40}4,494\n"
    )

    assert notes_of(text)[-2:] == [
        "Deposits Fixed 2025-12-31 2773000000",
        "Deposits - 2025-12-31 4494000000",
    ]


def test_a_second_total_that_adds_up_nothing_is_of_its_section() -> None:
    """Where rows stand as far in as the name of their section, only the sum shows that a total is not of it."""
    rows = "   Firms{firm:>40}{firm:>10}\n   Households{house:>35}{house:>10}\n   Total{total:>40}{total:>10}\n\n"
    text = (
        f"7.   Customer deposits\n\n{'HK$ million':<38}2025-12-31 2024-12-31\n\n   Savings accounts\n"
        f"{rows.format(firm='412', house='1,309', total='1,721')}   Fixed deposits\n"
        f"{rows.format(firm='2,118', house='655', total='2,773')}   Total{'9,494':>40}{'9,494':>10}\n"
    )

    assert "Deposits - 2025-12-31 9494000000" not in notes_of(text)
    assert "Deposits - 2025-12-31 4494000000" in notes_of(text.replace("9,494", "4,494"))


@pytest.mark.parametrize(
    ("unit", "lines", "names"),
    [
        (
            "HK$ million",
            ("9.   Balances with joint ventures are as follows:", "10.  Other matters"),
            ("Customer deposits", "Advances"),
        ),
        (
            "港幣百萬元",
            ("9.   本集團與合營公司的主要交易及結餘如下：", "10.  其他事項"),
            ("客戶存款", "墊款"),
        ),
        (
            "港币百万元",
            ("9.   本行与合营公司在本年的主要交易情况如下：", "10.  其他事项"),
            ("客户存款", "垫款"),
        ),
    ],
)
def test_a_line_says_with_whom_the_amounts_are(
    unit: str, lines: tuple[str, str], names: tuple[str, str]
) -> None:
    """Both tables below such a line are of the party that it names, up to the next item."""
    deposits, advances = names
    head = f"     {unit:<30}2025-12-31   2024-12-31\n\n"
    first = f"     {deposits:<30}   61           27\n     {deposits:<30}   61           27\n\n"
    second = f"     {advances:<30}  347          194\n     {advances:<30}  347          194\n\n"
    found = notes_of(f"{lines[0]}\n\n{head}{first}{head}{second}{lines[1]}\n\n{head}{second}")

    assert found[0] == "Deposits Ventures 2025-12-31 61000000"
    assert "Advances Ventures 2025-12-31 347000000" in found
    assert "Advances - 2025-12-31 347000000" in found[-4:]


@pytest.mark.parametrize(
    ("unit", "title", "years", "names"),
    [
        (
            "HK$ million",
            "Allowance for advances",
            ("2025", "2024"),
            (
                "At fair value and",
                "held for sale",
                "Balance at beginning of the year",
                "Charge for the year",
            ),
        ),
        (
            "港幣百萬元",
            "墊款減值準備變動",
            ("2025年度", "2024年度"),
            ("按公允價值計量及", "待售", "年初餘額", "本年計提"),
        ),
        (
            "港币百万元",
            "垫款减值准备变动",
            ("2025年度", "2024年度"),
            ("按公允价值计量及", "待售", "年初余额", "本年计提"),
        ),
    ],
)
def test_opening_balances_of_a_section_whose_name_two_lines_hold(
    unit: str, title: str, years: tuple[str, str], names: tuple[str, ...]
) -> None:
    """The balance at the beginning of 2024 is of the end of 2023; a name that ends in "and" goes on in the next line."""
    above, rest, opening, charge = names
    text = (
        f"6.   {title}\n\n     {unit:<40}{years[0]:>10}{years[1]:>12}\n\n     {above}\n      {rest}\n"
        f"     {opening:<40}{'957':>10}{'2,692':>12}\n     {charge:<40}{'118':>10}{'204':>12}\n"
    )

    assert notes_of(text) == [
        "Allowance Fair 2024-12-31 957000000",
        "Allowance Fair 2023-12-31 2692000000",
        "Charge Fair 2025-01-01/2025-12-31 118000000",
        "Charge Fair 2024-01-01/2024-12-31 204000000",
    ]


@pytest.mark.parametrize(
    ("unit", "name", "head"),
    [
        ("港币百万元", "逾期垫款", ("逾期3个月以内", "逾期3个月", "(含3个月)", "至1年(含1年)")),
        ("港幣百萬元", "逾期墊款", ("逾期3個月以內", "逾期3個月", "（含3個月）", "至1年（含1年）")),
        (
            "HK$ million",
            "Overdue advances",
            ("Overdue up to", "Overdue 3 months", "3 months (inclusive)", "to 1 year (incl.)"),
        ),
    ],
)
def test_limits_that_belong_to_a_range(unit: str, name: str, head: tuple[str, ...]) -> None:
    """What heads say in brackets of the limits of their ranges is no other range."""
    text = (
        f"2025-12-31 ({unit})\n{'':20}{head[0]:>24}{head[1]:>24}\n{'':20}{head[2]:>24}{head[3]:>24}\n"
        f"{name:<20}{'5,563':>24}{'471':>24}\n{name:<20}{'5,563':>24}{'471':>24}\n"
    )

    assert notes_of(text)[:2] == [
        "OverdueAdvances Quarter 2025-12-31 5563000000",
        "OverdueAdvances Year 2025-12-31 471000000",
    ]


@pytest.mark.parametrize(
    ("unit", "title", "names"),
    [
        (
            "HK$ million",
            "Allowance for advances",
            ("Charge for the year", "Amounts written off", "Net amounts written off"),
        ),
        ("港幣百萬元", "墊款減值準備", ("本年計提", "核銷及轉出", "淨核銷")),
        ("港币百万元", "垫款减值准备", ("本年计提", "核销及转出", "净核销")),
    ],
)
def test_brackets_about_what_goes_out(unit: str, title: str, names: tuple[str, str, str]) -> None:
    """Write-offs in brackets go out of an allowance and are no negative write-offs; a net amount may be of either sign."""
    charge, gross, net = names
    text = (
        f"6.   {title}\n\n     {unit:<40}{'2025':>10}\n"
        f"     {charge:<40}{'118':>10}\n     {gross:<40}{'(73)':>10}\n     {net:<40}{'(61)':>10}\n"
    )

    assert [fact.rsplit(" ", 1)[1] for fact in notes_of(text)] == ["118000000", "73000000", "-61000000"]


@pytest.mark.parametrize("name", ["公司、合伙", "公司和合伙", "公司及合伙", "公司與合夥"])
def test_a_list_is_a_list_with_any_word_for_and(name: str) -> None:
    """公司、合伙 says what the label 公司与合伙 says."""
    rows = f"{name:<30}8,125        7,904\n家庭{'':28}317          288\n"
    text = f"客户存款（港币百万元）\n\n{'':30}2025-12-31   2024-12-31\n{rows}"

    assert notes_of(text)[0] == "Deposits Firm 2025-12-31 8125000000"


@pytest.mark.parametrize(
    ("number", "share", "names"),
    [
        ("持股数量（股）", "持股比例（%）", ("股东", "企业", "家庭")),
        ("持股數量（股）", "持股比例（%）", ("股東", "企業", "家庭")),
        ("Number of shares held", "Share held (%)", ("Holder", "Firms", "Households")),
    ],
)
def test_a_column_of_shares_says_again_what_the_column_before_it_is(
    number: str, share: str, names: tuple[str, str, str]
) -> None:
    """持股, of 持股比例 beside 持股數量, is no word that nothing explains."""
    title, firm, house = names
    text = (
        f"31/12/2025\n{title:<20}{number:>26}{share:>26}\n"
        f"{firm:<20}{'9,618,540':>26}{'49.56':>26}\n{house:<20}{'1,186,100':>26}{'6.11':>26}\n"
    )

    assert [fact.split(" ", 1)[1] for fact in notes_of(text)][1::2] == [
        "Firm 2025-12-31 0.4956",
        "Household 2025-12-31 0.0611",
    ]


_A_PAGE_OF_NOTES = (
    "10     CUSTOMER DEPOSITS                                 Note      31 March      31 December\n"
    "                                                                       2026             2025\n"
    "                                                               ------- HK$ million ---------\n"
    "\n"
    "       Firms                                             10.1         9,418           24,091\n"
    "       Households                                                   682,256          716,632\n"
    "                                                                    691,674          740,723\n"
    "\n"
    "10.1   Customer deposits of firms\n"
    "\n"
    "       Fixed deposits                                                 3,118            8,204\n"
    "\n"
    "11     ADVANCES\n"
    "\n"
    "       At 1 January\n"
    "           Stage 1                                                    4,944            5,331\n"
    "           Stage 2                                                      107              104\n"
    "        Advances at 1 January                                         5,051            5,435\n"
    "           Charge for the year                                       (1,046)            (384)\n"
    "        Advances at the end of the period / year                      4,005            5,051\n"
    "\n"
    "12     ADVANCES OF JOINT VENTURES\n"
    "\n"
    "       Stage 1                                         12.1         214,644          209,375\n"
    "       Stage 2                                                       18,436           17,436\n"
)


def test_the_headings_of_a_page_hold_down_to_its_last_note() -> None:
    """Through notes of one row, sections that begin a note, and a column of references that only some of them have."""
    found = notes_of(_A_PAGE_OF_NOTES, "2026Q1")

    assert found[6:8] == [
        "Deposits Firm+Fixed 2026-03-31 3118000000",
        "Deposits Firm+Fixed 2025-12-31 8204000000",
    ]
    assert found[8:18] == [
        "Advances One 2025-12-31 4944000000",
        "Advances One 2024-12-31 5331000000",
        "Advances Two 2025-12-31 107000000",
        "Advances Two 2024-12-31 104000000",
        "Advances - 2025-12-31 5051000000",
        "Advances - 2024-12-31 5435000000",
        "Charge - 2026-01-01/2026-03-31 1046000000",
        "Charge - 2025-01-01/2025-12-31 384000000",
        "Advances - 2026-03-31 4005000000",
        "Advances - 2025-12-31 5051000000",
    ]
    assert found[-4:] == [
        "Advances Ventures+One 2026-03-31 214644000000",
        "Advances Ventures+One 2025-12-31 209375000000",
        "Advances Ventures+Two 2026-03-31 18436000000",
        "Advances Ventures+Two 2025-12-31 17436000000",
    ]
