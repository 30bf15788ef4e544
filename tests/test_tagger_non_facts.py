"""Figures that are no quantity are told, each with the code of what it is. Spec: docs/ledger.md."""

from __future__ import annotations

import pytest

from tests.tagging_example import row_of, rows_of

CODES = [
    ("year", "2024年，本行穩健經營。", "2024"),
    ("year", "銀發〔2024〕號文件。", "2024"),
    ("year", "In 2024 the Bank grew.", "2024"),
    ("date", "2024年9月18日發行。", "18"),
    ("date", "民國113年底。", "113"),
    ("heading_number", "3.1.2 零售業務\n\n個人存款100億元。\n", "3.1.2"),
    ("heading_number", "1. Retail banking\n\nPersonal deposits were RMB5 million.\n", "1"),
    ("product_name", "「快貸2.0」上線。", "2.0"),
    ("product_name", "3+1經營框架。", "1"),
    ("product_name", "全面支持IPv6網絡。", "6"),
    ("index_name", "中證500指數上漲。", "500"),
    ("law_name", "依照銀發〔2024〕88號文的要求。", "88"),
    ("rank", "在榜單中列第12位。", "12位"),
    ("rank", "全球銀行第3大行。", "3"),
    ("rank", "入選財富500強。", "500"),
    ("rank", "Ranked No. 3 in Asia.", "3"),
    ("reference", "見附註四、3。", "3"),
    ("reference", "See note 15.", "15"),
    ("reference", "See page 20.", "20"),
    ("identifier", "股份代號：99908。", "99908"),
    ("identifier", "股票代碼601398。", "601398"),
    ("telephone", "客戶服務熱線400-555-0176。", "555"),
    ("telephone", "電話：5550 0134。", "0134"),
    ("telephone", "Call our hotline on 400-555-0176.", "400"),
    ("telephone", "Members may ring 1-800-555-0163 at any hour.", "800"),
    ("product_name", 'The "Harbour 360" app was renewed.', "360"),
    ("product_name", 'We were named in the "Finest 200 Employers" list.', "200"),
    ("reference", "See pages 88 to 97.", "97"),
    ("reference", "Read it with notes 3 and 12.", "12"),
    ("reference", "個人存款100億元。\n\n— 27 —\n\n個人貸款50億元。", "27"),
    ("identifier", "The Form 10-Q follows in August.", "10"),
    ("telephone", "Investors may write or ring +65 6123 4567.", "6123"),
    ("telephone", "The desk is at (212) 555-0100 all day.", "212"),
    ("telephone", "Members ring 600 52 5500 at night.", "5500"),
    ("telephone", "Toll free: 1800 555 0199.", "0199"),
    ("date", "The call begins at 8:30 a.m. in Boston.", "30"),
    ("identifier", "Our office is in Finsbury, London EC2M 7EA.", "2M"),
    ("law_name", "MFRS 9 was applied.", "9"),
    ("product_name", "FastGo 2.1 is a trademark.", "2.1"),
    ("product_name", "公司完成IPv6單棧改造。", "6單"),
    ("reference", "Figures may not add up owing to rounding. 2. See above.", "2"),
    (
        "reference",
        "Shares in issue were 93,105.\n\n2   Credit cards in issue leave out those of staff.\n",
        "2",
    ),
    ("reference", "1   Branches that open on some days only count as half.\n2   Loans count net.\n", "1"),
    ("telephone", "Ring 0800 123 4567 instead.", "123"),
    ("telephone", "The 95399 hotline was busy.", "95399"),
    ("telephone", "95399客服熱線全年無休。", "95399"),
    ("identifier", "It is incorporated in England, company number 1234567.", "1234567"),
    ("identifier", "The shares (Bloomberg: 2388 HK) were split.", "2388"),
    ("identifier", "The shares (2388.HK) were split.", "2388"),
    ("identifier", "We are regulated, NMLS #402345.", "402345"),
    ("identifier", "Visit us at 12-14 Harbour View Street.", "12"),
    ("identifier", "Write to P.O. Box 4410, Nairobi.", "4410"),
    ("identifier", "We moved to 1800 Market Street, San Francisco, CA 94105.", "94105"),
    ("product_name", "It files under Rule 13a-15 each year.", "15"),
    ("product_name", "The 3-in-1 account was renewed.", "1"),
    ("reference", "A 401(k) account is offered.", "401"),
    ("name", "A 24/7 contact centre was set up.", "24"),
    ("name", "A 24/7 contact centre was set up.", "7"),
    ("tenor", "發行3年期債券。", "3"),
    ("tenor", "30天持有期產品。", "30"),
    ("tenor", "The 3-year bond.", "3"),
    ("enumeration", "聚焦5大領域。", "5"),
    ("malformed", "個人客戶1,23戶。", "1,23"),
    ("year", "2024年，本行稳健经营。", "2024"),
    ("telephone", "客服热线95588。", "95588"),
    ("identifier", "股票代码601398。", "601398"),
    ("identifier", "The Bank operates from 12/F of its tower.", "12"),
    ("identifier", "Our stock code is 3968.", "3968"),
    ("identifier", "本行證券代碼為601398。", "601398"),
    ("name", "The dividend is paid per 10 shares held.", "10"),
    ("name", "每10股派發現金紅利2.60元。", "10股"),
    ("name", "Note: 1 crore = 10 million.", "10 million"),
    ("name", "The 1.5°C pathway guides lending.", "1.5"),
    ("product_name", "It was followed by Wealth Connect 2.0 in May.", "2.0"),
    ("product_name", "We took delivery of two A350-900 aircraft.", "900"),
    ("product_name", "The chat uses the GPT-4 model.", "4"),
    ("product_name", 'Our "9-5-3" programme was completed.', "5"),
    ("tenor", "實行7*24小時監控。", "24小時"),
    ("product_name", "4K直播上線。", "4K"),
    ("rank", "全球銀行位列第137位，較上年上升5位。", "5位"),
    ("rank", "全球銀行排名第95，較上年提升2個位次。", "2個"),
    ("tenor", "Within 48 hours of the typhoon, loans were offered.", "48"),
    ("tenor", "48小時內完成審批。", "48小時"),
    ("tenor", "24小時智能客服上線。", "24小時"),
    ("reference", "OPERATING REVIEW                         17\n\nDeposits reached $38 million.\n", "17"),
    ("heading_number", "For the year ended 31 December 2024\n\n38 RISK MANAGEMENT (continued)\n", "38"),
]


@pytest.mark.parametrize(("code", "text", "figure"), CODES, ids=[f"{code} {text}" for code, text, _ in CODES])
def test_what_is_no_quantity_says_what_it_is(code: str, text: str, figure: str) -> None:
    """It has no value, no concept and no unit: there is nothing to file."""
    row = row_of(text, figure)

    assert (row.status, row.reason.code if row.reason else "") == ("not_a_fact", code)
    assert (row.value, row.unit, row.concept, row.fact) == (None, None, None, None)
    assert row.reason is not None
    assert row.reason.text.strip()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("個人存款2,024億元。", "2,024億元"),
        ("營業網點2024家。", "2024家"),
        ("信用卡發卡量500萬張。", "500萬張"),
        ("個人客戶12萬戶。", "12萬戶"),
        ("3家網點。", "3家"),
        ("不良貸款率1.2%。", "1.2%"),
        ("客戶經理位列第5位，擁有客戶經理3,000位。", "3,000位"),
        ("The restructuring affects 1,240 positions.", "1,240"),
        ("全年培訓24小時。", "24小時"),
        ("NPL ratio = 1.05%.", "1.05%"),
    ],
)
def test_what_is_a_quantity_is_not_taken_for_a_year_a_number_or_a_name(text: str, figure: str) -> None:
    """A unit word makes a quantity of it, also where the digits look like a year or open a line."""
    assert row_of(text, figure).value is not None


def test_a_page_footer_holds_no_fact() -> None:
    """Year and page number of the running foot are none, and the text goes on after it."""
    rows = rows_of("個人存款100億元，比上\n\n山海銀行股份有限公司 2024年度報告 47\n\n年末增加5億元。\n")

    assert [row.text for row in rows if row.status == "not_a_fact"] == ["2024", "47"]
    assert [row.value for row in rows if row.value] == ["10000000000", "500000000"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("We had 12 Harbour branches.", "12"),
        ("Branches: 24/1,200 were renewed.", "1,200"),
        ("About 3/4 of the branches were renewed.", "4"),
        ("We had 1,200 Street Saver accounts.", "1,200"),
    ],
)
def test_what_only_looks_like_a_code_is_left_a_quantity(text: str, figure: str) -> None:
    """A number before capitals, or one of two that a stroke joins, may state something."""
    assert row_of(text, figure).status != "not_a_fact"


def test_a_number_word_that_counts_nothing_is_no_figure() -> None:
    """One of several is no count of them."""
    assert [row.text for row in rows_of("Visit one of our branches, or call one another.")] == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Return on equity of 11.10% (1) (2023: 13.12%).", ["1"]),
        ("Total loans (2) of RMB9.5 billion were outstanding.", ["2"]),
        ("Total deposits (1) were RMB9,512 million. NIM was 1.41% (2) (3).", ["1", "2", "3"]),
        ("Net profit rose to RMB5 billion (1).\n(1) Not audited.", ["1"]),
        ("Deposits (2) rose.\nMore on the next page.\n(2) With accrued interest.", ["2"]),
        ("We have 12 branches (9) in Hunan.", []),
        ("Net profit was RMB512 million (498).", []),
        ("The Bank has subsidiaries (5) in Asia.", []),
    ],
)
def test_marks_of_notes_in_brackets_of_their_own(text: str, marks: list[str]) -> None:
    """They are no figures, and part none from what is said of it; a count or a value of the year before is one."""
    within = text.partition("\n(")[0]
    found = [
        row for row in rows_of(text, language="en") if within[row.start - 1 : row.end + 1] == f"({row.text})"
    ]

    assert [row.text for row in found if row.status == "not_a_fact"] == marks


def test_a_mark_does_not_part_an_amount_from_the_year_before() -> None:
    """Both values are of the ratio."""
    facts = [
        row
        for row in rows_of("Core tier 1 capital adequacy ratio of 11.08% (3) (2023: 8.57%).")
        if row.concept
    ]

    assert [(row.text, row.status) for row in facts] == [("11.08%", "fact"), ("8.57%", "fact")]
