"""Chinese reports: marks of notes behind a figure, bases left again, lists whose changes follow them, heads of either way."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, readings_of, rows_of

YEAR, END, BEFORE = "2025-01-01/2025-12-31", "2025-12-31", "2024-12-31"
BEFORE_YEAR = "2024-01-01/2024-12-31"
LOANS, DEPOSITS, STAFF = "LoansAndAdvancesToCustomers", "DepositsFromCustomers", "NumberOfEmployees"
CUSTOMERS, OUTLETS, PROFIT = "NumberOfCustomers", "NumberOfOutlets", "NetProfit"
PERSONAL, CORPORATE, NO_BILLS = "PersonalCustomers", "CorporateCustomers", "ExcludingDiscountedBills"


@pytest.mark.parametrize(
    ("text", "facts", "marks"),
    [
        ("客戶存款為912.4億元(3)，增長4.2%。", [(DEPOSITS, END, "91240000000"), (f"GrowthRateOf{DEPOSITS}", YEAR, "0.042")], 1),
        ("员工12,310人(2)及(3)。", [(STAFF, END, "12310")], 2),
        ("淨利潤9.85億元(11)、(12)，上升2%。", [(PROFIT, YEAR, "985000000"), (f"GrowthRateOf{PROFIT}", YEAR, "0.02")], 2),
        ("零售客户1,204.5万户 (4)。", [(CUSTOMERS, END, "12045000")], 1),
        ("每股股利0.35元(5)。", [("DividendsPerShare", YEAR, "0.35")], 1),
    ],
)  # fmt: skip
def test_a_mark_behind_a_figure_of_chinese_prose_is_none(
    text: str, facts: list[tuple[str, str, str]], marks: int
) -> None:
    """億元(3): the currency is that of the amount before the bracket, and three is no value of another time."""
    said = readings_of(text, "2025")

    assert facts == [(c, p, v) for c, _, p, v in said if not c.startswith("not_a_fact")]
    assert ["not_a_fact reference"] * marks == [c for c, _, _, _ in said if c.startswith("not_a_fact")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("剔除票据贴现，贷款增长3%；若计入票据贴现，则增长5%。", (f"GrowthRateOf{LOANS}", "", YEAR, "0.05")),
        ("剔除票据贴现，贷款余额312亿元；计入票据贴现后，为345亿元。", (LOANS, "", END, "34500000000")),
        ("剔除票據貼現，公司貸款增長3%；計及有關貼現後，則下降1%。", (f"GrowthRateOf{LOANS}", CORPORATE, YEAR, "-0.01")),
        ("不含票據貼現，公司貸款增長9%。零售貸款餘額312億元。", (LOANS, PERSONAL, END, "31200000000")),
        # what goes on in the clause of the basis is on it
        ("剔除票据贴现，贷款余额312亿元，增长5%。", (f"GrowthRateOf{LOANS}", NO_BILLS, YEAR, "0.05")),
    ],
)  # fmt: skip
def test_a_basis_ends_where_what_it_left_out_is_counted_in(text: str, last: Reading) -> None:
    """不計X，增長3%；計入X後，增長5%; nor does it hold for another thing of the sentence behind."""
    assert last == fact_readings(text, "2025")[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司貸款及個人貸款分別為512億元及318億元，增長4%及9%。", ["0.04", "0.09"]),
        ("境內分行和境外分行分別為182家和9家，減少3家和1家。", ["-3", "-1"]),
        ("公司客户及个人客户分别为3,120户及41万户，同比增加12户及4万户。", ["12", "40000"]),
    ],
)
def test_changes_behind_a_list_are_of_its_parts(text: str, expected: list[str]) -> None:
    """分別為X及Y，增長V及W: each change goes on from the level in its place, though nothing deals it out again."""
    said = fact_readings(text, "2025")

    assert expected == [value for _, _, _, value in said[2:]]
    assert [members for _, members, _, _ in said[:2]] == [members for _, members, _, _ in said[2:]]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("公司銀行及個人銀行分別貢獻5億元及3億元的營業收入。", []),
        ("公司金融和零售金融分别带来5亿元和3亿元的营业收入，升4%及9%。", ["0.04", "0.09"]),
        ("公司金融業務與個人金融業務各帶來5億元及3億元營業收入。", []),
    ],
)
def test_what_a_list_is_of_may_stand_behind_it(text: str, changes: list[str]) -> None:
    """A及B分別帶來X及Y的收入."""
    said = fact_readings(text, "2025")

    assert {concept for concept, _, _, _ in said[:2]} == {"OperatingIncome"}
    assert [(members, value) for _, members, _, value in said[:2]] == [
        ("CorporateBankingSegment", "500000000"),
        ("PersonalBankingSegment", "300000000"),
    ]
    assert [value for _, _, _, value in said[2:]] == changes


def test_changes_behind_a_list_not_understood_stay_open() -> None:
    """A及B分別帶來X及Y的Z，升V及W: where Z may not be parted so, neither change is all of Z's."""
    assert fact_readings("公司客户和个人客户分别带来5亿元和3亿元的营业收入，升4%及9%。", "2025") == []


@pytest.mark.parametrize(
    "text",
    [
        "本行服務1,204萬名零售客戶及超過32萬名公司客戶。",
        "我们服务约1,204万名零售客户和近32万名公司客户。",
        "本行有逾1,204萬名零售客戶與約32萬名公司客戶。",
    ],
)
def test_about_so_many_behind_a_conjunction_begins_another_noun(text: str) -> None:
    """X名A及超過Y名B: the second is of B, as without 超過."""
    said = [members for _, members, _, _ in fact_readings(text, "2025")]

    assert said == [PERSONAL, CORPORATE]


@pytest.mark.parametrize(
    "head",
    [
        "增（減）率",
        "增/(減)率",
        "增加（減少）百分比",
        "(減)/增率",
        "升（降）幅",
        "成長（衰退）率",
        "較上年增（減）比率",
    ],
)
def test_a_head_of_two_opposite_verbs_is_of_changes(head: str) -> None:
    """增（減）百分比 is no share of anything."""
    rows = f"項目  2025年12月31日  2024年12月31日  {head}\n"
    rows += "公司貸款  156,243  162,079  (3.60)\n個人貸款  312,486  284,913  9.68\n"
    said = fact_readings(f"貸款結構如下表：\n\n單位：百萬元；%\n{rows}", "2025")

    growth = [(members, period, value) for c, members, period, value in said if c == f"GrowthRateOf{LOANS}"]
    assert growth == [(CORPORATE, YEAR, "-0.0360"), (PERSONAL, YEAR, "0.0968")]
    assert {c for c, _, _, _ in said} == {LOANS, f"GrowthRateOf{LOANS}"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("贷款增速由上年的9.6%放缓至6.1%。", [(BEFORE_YEAR, "0.096"), (YEAR, "0.061")]),
        ("貸款增長由9.6%加快至11.1%。", [(BEFORE_YEAR, "0.096"), (YEAR, "0.111")]),
        ("貸款餘額增速為6.1%，上年為9.6%。", [(YEAR, "0.061"), (BEFORE_YEAR, "0.096")]),
        ("貸款增速放緩3.5個百分點至6.1%。", [(YEAR, "0.061")]),
        ("贷款增长趋缓至6.1%。", [(YEAR, "0.061")]),
        ("貸款增速較上年加快1.2個百分點，為9.1%。", [(YEAR, "0.091")]),
        ("貸款降幅由2024年的3.2%擴大至4.1%。", [(BEFORE_YEAR, "-0.032"), (YEAR, "-0.041")]),
    ],
)
def test_what_a_rate_of_change_came_to_is_a_growth(text: str, expected: list[tuple[str, str]]) -> None:
    """增速由X放緩至Y: both are growths, and no interest rate of the loans."""
    said = fact_readings(text, "2025")

    assert [(period, value) for _, _, period, value in said] == expected
    assert {concept for concept, _, _, _ in said} == {f"GrowthRateOf{LOANS}"}


@pytest.mark.parametrize("text", ["存款下降6.1%，上年為9.6%。", "存款增速放緩2.9個百分點。"])
def test_what_a_growth_may_have_been_stays_open(text: str) -> None:
    """下降6.1%，上年為9.6%: it may have risen; a rate of change that moved by points is of no concept."""
    assert [value for _, _, _, value in fact_readings(text, "2025") if value != "-0.061"] == []


def test_a_rate_of_the_year_before_behind_its_move_is_that_rate() -> None:
    """收窄9個基點，上年為1.67%: no growth of the margin."""
    margin = "NetInterestMargin"
    assert fact_readings("淨息差1.58%，收窄9個基點，上年為1.67%。", "2025") == [
        (margin, "", YEAR, "0.0158"),
        (f"IncreaseDecreaseIn{margin}", "", YEAR, "-0.0009"),
        (margin, "", BEFORE_YEAR, "0.0167"),
    ]


@pytest.mark.parametrize("word", ["解約", "簽約", "附近", "最近", "超額"])
def test_a_qualifier_inside_a_word_is_none(word: str) -> None:
    """受解約影響減少4.4%: about nothing."""
    found = [row.qualifier for row in rows_of(f"存款受{word}影響減少4.4%。", "2025")]

    assert found == [""]


@pytest.mark.parametrize("when", ["前一年底", "上年度底", "前一會計年度末", "去年度底"])
def test_the_end_of_the_year_before_has_many_names(when: str) -> None:
    """較前一年底之864億元成長9.2%."""
    said = fact_readings(f"貸款餘額943億元，較{when}之864億元成長9.2%。", "2025")

    assert said[1] == (LOANS, "", BEFORE, "86400000000")


@pytest.mark.parametrize(
    "sentence",
    [
        "年末貸款餘額達4,686億元，較上年增加215億元，明細如下：",
        "年末員工12,310人，貸款餘額4,686億元，組成如下：",
        "貸款餘額增長4.8%，創歷史新高，其組成如下：",
    ],
)
def test_a_sentence_with_figures_may_lead_over_to_a_table(sentence: str) -> None:
    """達X億元，創歷史新高，明細如下：: what it tells is no word that the table's cells leave over."""
    rows = "項目  2025年12月31日  2024年12月31日\n公司貸款  156,243  162,079\n個人貸款  312,486  284,913\n"
    said = fact_readings(f"{sentence}\n\n單位：百萬元\n{rows}", "2025")

    found = [(members, period, value) for c, members, period, value in said if c == LOANS and members]
    assert found == [
        (CORPORATE, END, "156243000000"),
        (CORPORATE, BEFORE, "162079000000"),
        (PERSONAL, END, "312486000000"),
        (PERSONAL, BEFORE, "284913000000"),
    ]
