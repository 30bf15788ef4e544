"""Plain sentences of Chinese reports: what stands before a count, in a name, or over longer than the year."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, local, row_of, rows_of

YEAR, END = "2025-01-01/2025-12-31", "2025-12-31"
OUTLETS, STAFF = "NumberOfOutlets", "NumberOfEmployees"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("全行員工1萬3,208人。", [(STAFF, "", END, "13208")]),
        ("信用卡發卡量105萬3,200張。", [("NumberOfBankCardsIssued", "CreditCards", END, "1053200")]),
        ("客户总数3万5,820户。", [("NumberOfCustomers", "", END, "35820")]),
        ("净利润2亿1,350万元。", [("NetProfit", "", YEAR, "213500000")]),
        ("员工总数1万，2,450人为女性。", [(STAFF, "", END, "10000")]),
    ],
)
def test_a_small_part_in_ones_belongs_to_the_large_one(text: str, readings: list[Reading]) -> None:
    """1萬3,208人 is one number; a comma parts two."""
    assert fact_readings(text, "2025")[: len(readings)] == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("集團全年歸母淨利潤52億元。", [("NetProfitAttributableToShareholders", "", YEAR, "5200000000")]),
        ("集团不良贷款率1.18%。", [("NonPerformingLoanRatio", "", END, "0.0118")]),
        ("集團每股盈利1.25元。", [("BasicEarningsPerShare", "", YEAR, "1.25")]),
    ],
)
def test_the_default_of_an_axis_says_nothing_where_there_is_no_axis(
    text: str, readings: list[Reading]
) -> None:
    """集團 is what every figure is of."""
    assert fact_readings(text, "2025") == readings


@pytest.mark.parametrize(
    ("text", "comparison", "period"),
    [
        ("逾放比率0.14%，較前一季度末下降0.02個百分點。", "PrecedingPeriod", "2025-10-01/2025-12-31"),
        ("逾放比率0.14%，較前一季下降0.02個百分點。", "PrecedingPeriod", "2025-10-01/2025-12-31"),
        ("不良贷款率1.2%，较前一季度下降0.02个百分点。", "PrecedingPeriod", "2025-10-01/2025-12-31"),
        ("不良贷款率1.2%，较上一季度末下降0.02个百分点。", "PrecedingPeriod", "2025-10-01/2025-12-31"),
    ],
)
def test_the_quarter_before_is_not_the_first(text: str, comparison: str, period: str) -> None:
    """前一季 says all its words, 前{Q}季 does not."""
    assert fact_readings(text, "2025")[1] == (
        "IncreaseDecreaseInNonPerformingLoanRatio",
        comparison,
        period,
        "-0.0002",
    )


def test_the_first_three_quarters_stay() -> None:
    """前三季 and 前三季度 are nine months."""
    for text in ("前三季淨利潤52億元。", "前三季度净利润52亿元。"):
        assert fact_readings(text, "2025") == [("NetProfit", "", "2025-01-01/2025-09-30", "5200000000")]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("本行在境内设有986家网点。", [(OUTLETS, "DomesticOutlets", END, "986")]),
        ("本行在縣域共設有415個網點。", [(OUTLETS, "CountyOutlets", END, "415")]),
        ("集團在海外設有38個據點。", [(OUTLETS, "OverseasOutlets", END, "38")]),
        ("集團於香港設有68間分行。", []),
        ("本行另於內地設有15間分行。", []),
        ("本行在中亚设有3家分行。", []),
        ("本行設有68間分行。", [(OUTLETS, "", END, "68")]),
        ("本行于期末设有68家分行。", [(OUTLETS, "", END, "68")]),
    ],
)
def test_where_what_is_counted_stands(text: str, readings: list[Reading]) -> None:
    """A place before a count is a part of the outlets: one that the taxonomy names, or one that leaves it open."""
    assert fact_readings(text, "2025") == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("数字账户数达185万户。", []),
        ("中国客户占比42%。", []),
        ("內地客戶數達32萬名。", []),
        ("账户数达185万户。", [("NumberOfAccounts", "", END, "1850000")]),
        ("年内客户数达32万户。", [("NumberOfCustomers", "", END, "320000")]),
    ],
)
def test_a_word_of_one_character_only_begins_another(text: str, readings: list[Reading]) -> None:
    """內 of 內地 and 數 of 數字 are no words of their own."""
    assert fact_readings(text, "2025") == readings


@pytest.mark.parametrize(
    "text",
    [
        "自助设备4,320台，其中智能柜员机占72%。",  # tellers are staff
        "零售客户总资产AUM12.4万亿元，其中存款占比36%。",  # deposits are a part of the assets
        "月活用户3,560万户，交易金额同比增长21%。",
        "年內關閉6間分行。",
        "离职员工320人。",
    ],
)
def test_what_a_name_holds_is_not_what_is_meant(text: str) -> None:
    """The last figure is left open."""
    last = fact_readings(text, "2025")[-1:]
    assert all(reading[3] not in ("0.72", "0.36", "0.21", "6", "320") for reading in last)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("投放绿色贷款511亿元，累计投放2,033亿元。", [("LoansGranted", "GreenLoans", YEAR, "51100000000")]),
        ("全年发放助学贷款12亿元，累计发放85亿元。", [("LoansGranted", "StudentLoans", YEAR, "1200000000")]),
        ("全年累计发放普惠贷款125亿元。", [("LoansGranted", "InclusiveFinanceLoans", YEAR, "12500000000")]),
    ],
)
def test_what_came_together_over_longer_leaves_the_year_alone(text: str, readings: list[Reading]) -> None:
    """Of a flow and more of it 累計 the first is the year's."""
    assert fact_readings(text, "2025") == readings


def test_a_rate_of_a_part_moves() -> None:
    """不良率 behind what is said of credit cards is theirs, though it only rises."""
    rate = "NonPerformingRatioOfCreditCardLoans"
    assert fact_readings("信用卡透支余额下降4.2%，不良率上升0.18个百分点至2.34%。", "2025")[1:] == [
        (f"IncreaseDecreaseIn{rate}", "", YEAR, "0.0018"),
        (rate, "", END, "0.0234"),
    ]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("累计向3.2万户小微企业发放信用贷款486亿元。", ["cumulative", "cumulative"]),
        ("累計為1.2萬家企業發放綠色貸款320億元。", ["cumulative", "cumulative"]),
        ("全年向1.2万户企业发放贷款320亿元。", ["", ""]),
        ("累计承销32只债券，金额1,250亿元。", ["cumulative", ""]),
    ],
)
def test_what_is_said_before_a_count_holds_for_the_amount_behind_it(text: str, qualifiers: list[str]) -> None:
    """累計 opens a clause with a count in it and says how the amount at its end came together."""
    assert [row.qualifier for row in rows_of(text, "2025")] == qualifiers


def test_a_total_is_of_both_before() -> None:
    """消費額合計 behind debit and credit cards is of all, behind one of them it is that one's."""
    both = fact_readings("借记卡发卡量1.86亿张，信用卡发卡量6,520万张，消费额合计4.2万亿元。", "2025")
    one = fact_readings("信用卡发卡量6,520万张，消费额合计4.2万亿元。", "2025")
    assert both[-1] == ("CardSpendingVolume", "", YEAR, "4200000000000")
    assert one[-1] == ("CardSpendingVolume", "CreditCards", YEAR, "4200000000000")


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("住房按揭貸款新增額同比減少45億元。", None),
        ("貸款淨增額比上年多20億元。", None),
        ("貸款增量同比減少45億元。", None),
        ("貸款增量為20億元。", "IncreaseDecreaseInLoansAndAdvancesToCustomers"),
        ("存款淨增額20億元。", "IncreaseDecreaseInDepositsFromCustomers"),
    ],
)
def test_what_a_thing_grew_by_is_no_balance_and_its_own_change_none_of_the_thing(
    text: str, concept: str | None
) -> None:
    """45億元 less was added: the loans did not fall."""
    row = row_of(text, next(part for part in ("45億元", "20億元") if part in text))

    assert (local(row.concept) if row.status == "fact" else None) == concept


def test_points_whose_direction_no_word_says_are_left_open() -> None:
    """Nothing deals them out, and so the verb before the first is not theirs."""
    text = "不良貸款「雙降」，餘額38.7億元、不良率1.12%，分別較年初下降1.6億元和0.09個百分點。"
    row = row_of(text, "0.09個百分點")

    assert row.status == "unresolved" or (row.value or "").startswith("-")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("投资收益由上年的净损失3.1亿元转为净收益2.4亿元。", ["-310000000", "240000000"]),
        ("淨交易收入由去年虧損1.2億元轉為盈利0.8億元。", ["-120000000", "80000000"]),
        ("汇兑损益为净损失3.15亿元，上年为净收益1.02亿元。", ["-315000000", "102000000"]),
        ("公允价值变动净收益4.2亿元，上年为净损失1.1亿元。", ["420000000", "-110000000"]),
        ("投資收益錄得淨損失2.3億元。", ["-230000000"]),
        ("除稅前溢利由去年盈利3億元轉為虧損1.2億元。", ["300000000", "-120000000"]),
    ],
)
def test_a_gain_that_is_a_loss_and_a_loss_that_is_a_gain_now(text: str, wanted: list[str]) -> None:
    """淨損失 is a gain below zero, and what it has turned to is no result of another name."""
    rows = [row for row in rows_of(text, "2025") if row.value is not None]

    assert [row.value for row in rows] == wanted
    assert len({row.concept for row in rows}) == 1


@pytest.mark.parametrize(
    ("text", "concept", "value"),
    [
        ("貸款減值損失12億元。", "ImpairmentLossesOnLoans", "1200000000"),
        ("提取信用減值損失後，營業利潤為60億元。", "OperatingProfit", "6000000000"),
        ("信用减值损失同比少计提8.33亿元。", "IncreaseDecreaseInImpairmentLosses", "-833000000"),
    ],
)
def test_a_loss_that_is_none_of_a_gain(text: str, concept: str, value: str) -> None:
    """A cost that its name calls a loss is positive, and so is what is left after one."""
    (row,) = (row for row in rows_of(text, "2025") if row.value is not None)

    assert (local(row.concept), row.value) == (concept, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("净利差和净利息收益率分别下降12个和10个基点。", ["-0.0012", "-0.0010"]),
        ("一級資本充足率及槓桿率分別上升8個和3個基點。", ["0.0008", "0.0003"]),
        ("不良贷款率和拨备覆盖率分别下降1个和12个百分点。", ["-0.01", "-0.12"]),
    ],
)
def test_the_counter_that_a_unit_begins_with(text: str, values: list[str]) -> None:
    """12个和10个基点 are both of basis points."""
    assert [row.value for row in rows_of(text, "2025") if row.value is not None] == values


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("员工费用是营业支出的主要组成部分，为78.32亿元。", ["StaffCosts"]),
        (
            "員工費用為業務及管理費的最大組成部分，達78億元，增長5.54%。",
            ["StaffCosts", "GrowthRateOfStaffCosts"],
        ),
        ("利息淨收入為營業收入的主要來源，報告期內達300億元。", ["NetInterestIncome"]),
        ("客户存款是负债的主要来源，余额9,000亿元。", ["DepositsFromCustomers"]),
        ("营业支出的最大组成部分为员工费用，达78亿元。", ["StaffCosts"]),
        ("营业支出为78亿元，主要组成部分保持稳定。", ["OperatingExpenses"]),
        ("营业收入为98亿元，主要来源为利息净收入。", ["OperatingIncome"]),
    ],
)
def test_what_something_is_the_largest_part_of(text: str, concepts: list[str]) -> None:
    """A figure behind it is of the part, and not of the whole."""
    assert [local(row.concept) for row in rows_of(text, "2025") if row.status == "fact"] == concepts
