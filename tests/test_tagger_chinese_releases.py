"""How releases of results in Chinese say things in short: units without a counter, lists that no term explains in part."""

from __future__ import annotations

import pytest

from tests.tagging_example import facts_with, ledger_of, profile_of, taxonomy_in_data

YEAR, END, BEFORE = "2025-01-01/2025-12-31", "2025-12-31", "2024-12-31"
LAST = "2024-01-01/2024-12-31"


def _facts(text: str) -> list[str]:
    return facts_with(taxonomy_in_data("peninsula-group"), profile_of(), text)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("淨息差收窄5點子至1.62%。", [f"IncreaseDecreaseInMargin - {YEAR} -0.0005", f"Margin - {YEAR} 0.0162"]),
        ("总投资收益率6.5%，同比提升1.4PCT。", [f"Yield - {YEAR} 0.065", f"IncreaseDecreaseInYield - {YEAR} 0.014"]),
        ("净息差1.6%，同比下降0.1pct。", [f"Margin - {YEAR} 0.016", f"IncreaseDecreaseInMargin - {YEAR} -0.001"]),
        (
            "不良贷款率1.2%，较年初下降0.03pcts。",
            [f"BadLoanRatio - {END} 0.012", f"IncreaseDecreaseInBadLoanRatio - {YEAR} -0.0003"],
        ),
        ("償付能力充足率較年初下降12.5PCT至217%。", [f"IncreaseDecreaseInSolvency - {YEAR} -0.125", f"Solvency - {END} 2.17"]),
        ("總投資收益率跌20點子，至3.1%。", [f"IncreaseDecreaseInYield - {YEAR} -0.0020", f"Yield - {YEAR} 0.031"]),
    ],
)  # fmt: skip
def test_points_need_no_counter(text: str, facts: list[str]) -> None:
    """5點子 are basis points as 5個點子 are, and 1.4PCT points and no per cent."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("不良貸款率不多於2%。", "at_most"),
        ("淨息差至多1.6%。", "at_most"),
        ("客戶貸款未逾30億元。", "at_most"),
        ("客戶貸款逾30億元。", "exceeds"),
        ("客戶存款多於30億元。", "exceeds"),
    ],
)
def test_no_more_than_is_a_bound(text: str, qualifier: str) -> None:
    """不多於 is not 多於."""
    rows = ledger_of(text, "2025", taxonomy=taxonomy_in_data("peninsula-group")).rows
    assert [row.qualifier for row in rows if row.status == "fact"] == [qualifier]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "扣除減值虧損前溢利30.3億元，同比增15.66%。",
            [f"BeforeLosses - {YEAR} 3030000000", f"GrowthRateOfBeforeLosses - {YEAR} 0.1566"],
        ),
        ("扣除减值亏损前溢利升至12亿元。", [f"BeforeLosses - {YEAR} 1200000000"]),
        ("淨利潤為虧損3億元。", [f"Profit - {YEAR} -300000000"]),
    ],
)  # fmt: skip
def test_a_loss_that_a_name_is_before_is_none(text: str, facts: list[str]) -> None:
    """A profit before losses is no loss."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("減值貸款增加5%至3億元。", [f"GrowthRateOfBadLoans - {YEAR} 0.05", f"BadLoans - {END} 300000000"]),
        ("貸款減值增加29.7%至3.32億元。", []),
        ("贷款减值准备为25亿元。", []),
        ("派發股息每股0.8元。", [f"Dividend - {YEAR} 0.8"]),
        ("派發全年股息每股0.8元。", [f"Dividend - {YEAR} 0.8"]),
        ("建議派發年度股息每股0.22元。", [f"Dividend - {YEAR} 0.22"]),
        ("建議派發全年股息每10股2.2元。", []),
    ],
)
def test_only_what_is_of_one_each_is_said_behind_its_name(text: str, facts: list[str]) -> None:
    """股息每股 is 每股股息; but 貸款減值 is no 減值貸款, and no 貸款 either."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("非利息收入佔總收入32.3%，去年佔30.6%。", [f"OtherIncomeRatio - {YEAR} 0.323", f"OtherIncomeRatio - {LAST} 0.306"]),
        ("非利息收入佔比為32.3%，2024年佔30.6%。", [f"OtherIncomeRatio - {YEAR} 0.323", f"OtherIncomeRatio - {LAST} 0.306"]),
        ("香港貸款佔貸款的62%，去年底佔60%。", [f"ShareOfLoans HongKong {END} 0.62", f"ShareOfLoans HongKong {BEFORE} 0.60"]),
        ("不良貸款率1.2%，其中佔比最高的零售類2%。", [f"BadLoanRatio - {END} 0.012"]),
    ],
)  # fmt: skip
def test_a_share_of_a_time_alone_is_the_rate_before_it(text: str, facts: list[str]) -> None:
    """去年佔30.6%, of a rate that is called 佔比."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "香港及澳門的經營收入分別增長38.6%及20%，中國內地及印度分別上升5.8%及11.4%。",
            [
                f"GrowthRateOfIncome HongKong {YEAR} 0.386",
                f"GrowthRateOfIncome Macau {YEAR} 0.20",
                f"GrowthRateOfIncome Mainland {YEAR} 0.058",
            ],
        ),
        ("中國內地及印度的經營收入分別為3億元及5億元。", [f"Income Mainland {YEAR} 300000000"]),
        ("内地及越南的存款分别增长5%和6%。", [f"GrowthRateOfDeposits Mainland {YEAR} 0.05"]),
        ("壽險及其他保險的淨利潤分別為12億元及3億元。", [f"Profit Life {YEAR} 1200000000"]),
        (
            "香港及澳門的貸款分別為30億元及5億元，較年初分別增長2%及3%。",
            [
                f"Loans HongKong {END} 3000000000",
                f"Loans Macau {END} 500000000",
                f"GrowthRateOfLoans HongKong {YEAR} 0.02",
                f"GrowthRateOfLoans Macau {YEAR} 0.03",
            ],
        ),
    ],
)  # fmt: skip
def test_one_of_a_list_that_no_term_explains_takes_nothing(text: str, facts: list[str]) -> None:
    """內地及印度分別: the second is no 內地, and not all there is."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("去年經營收入按年增7.6%至84億元。", [f"GrowthRateOfIncome - {LAST} 0.076", f"Income - {LAST} 8400000000"]),
        (
            "去年全年，非利息收入升6%至9.8億元，經營收入躍升11%至78億元。",
            [
                f"GrowthRateOfOtherIncome - {LAST} 0.06",
                f"OtherIncome - {LAST} 980000000",
                f"GrowthRateOfIncome - {LAST} 0.11",
                f"Income - {LAST} 7800000000",
            ],
        ),
        ("上年净利润下降3%至12亿元。", [f"GrowthRateOfProfit - {LAST} -0.03", f"Profit - {LAST} 1200000000"]),
        ("去年底客戶貸款增長8%至900億元。", [f"GrowthRateOfLoans - {LAST} 0.08", f"Loans - {BEFORE} 90000000000"]),
        ("经营收入较去年增长5%至88亿元。", [f"GrowthRateOfIncome - {YEAR} 0.05", f"Income - {YEAR} 8800000000"]),
        ("淨息差由去年1.75%收窄至1.55%。", [f"Margin - {LAST} 0.0175", f"Margin - {YEAR} 0.0155"]),
        (
            "淨利潤12億元，去年為10億元，增長20%。",
            [f"Profit - {YEAR} 1200000000", f"Profit - {LAST} 1000000000", f"GrowthRateOfProfit - {YEAR} 0.20"],
        ),
    ],
)  # fmt: skip
def test_a_sentence_that_last_year_opens_is_of_it(text: str, facts: list[str]) -> None:
    """去年收入增7%至84億元: what it came to is last year's too."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "不良貸款率由2024年底的1.22%，上升至去年底的1.26%。",
            [f"BadLoanRatio - {BEFORE} 0.0122", f"BadLoanRatio - {END} 0.0126"],
        ),
        (
            "去年12月底，償付能力充足率為231%，略低於2024年底的234%。去年淨利潤12億元。",
            [f"Solvency - {END} 2.31", f"Solvency - {BEFORE} 2.34", f"Profit - {YEAR} 1200000000"],
        ),
        ("去年底不良貸款率1.26%。", [f"BadLoanRatio - {BEFORE} 0.0126"]),
        ("2024年淨利潤10億元，較去年同期增長3%。", [f"Profit - {LAST} 1000000000", f"GrowthRateOfProfit - {LAST} 0.03"]),
    ],
)  # fmt: skip
def test_the_end_of_last_year_is_the_reports_beside_the_year_before(text: str, facts: list[str]) -> None:
    """In what is written after the year has ended."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("派發2025年末期現金股息每股1.99元。", []),
        ("本公司擬派發2025年末期股息每股0.5元。", []),
        ("派發2025年全年股息每股1.99元。", [f"Dividend - {YEAR} 1.99"]),
        ("2025年末期貨客戶權益30億元。", []),
        ("2025年末存款30億元。", [f"Deposits - {END} 3000000000"]),
    ],
)
def test_the_last_instalment_of_a_year_is_not_its_end(text: str, facts: list[str]) -> None:
    """2025年(末期)股息, and not (2025年末)期股息."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "經營收入58億元，同比下降2%（其中淨利潤12億元，同比下降3%）。",
            [
                f"Income - {YEAR} 5800000000",
                f"GrowthRateOfIncome - {YEAR} -0.02",
                f"Profit - {YEAR} 1200000000",
                f"GrowthRateOfProfit - {YEAR} -0.03",
            ],
        ),
        (
            "经营收入下降2%至58亿元（净利润12亿元，同比下降3%），低于预期。",
            [
                f"GrowthRateOfIncome - {YEAR} -0.02",
                f"Income - {YEAR} 5800000000",
                f"Profit - {YEAR} 1200000000",
                f"GrowthRateOfProfit - {YEAR} -0.03",
            ],
        ),
        (
            "經營收入58億元（淨利潤12億元），同比下降2%。",
            [
                f"Income - {YEAR} 5800000000",
                f"Profit - {YEAR} 1200000000",
                f"GrowthRateOfIncome - {YEAR} -0.02",
            ],
        ),
    ],
)
def test_a_clause_goes_on_inside_its_bracket(text: str, facts: list[str]) -> None:
    """（淨利潤12億元，同比下降3%）: the net profit fell, and not what stands before the bracket."""
    assert _facts(text) == facts


def test_one_in_a_list_follows_the_one_in_its_place_alone() -> None:
    """What fell is of what is not known, and not of the rate before them all."""
    text = "不良貸款率1.08%；香港貸款及呆滯貸款的佔比分別為31%和0.79%，較上年末分別下降0.15和0.09個百分點。"
    found = _facts(text)
    assert found[0] == f"BadLoanRatio - {END} 0.0108"
    assert not any(fact.startswith("IncreaseDecreaseInBadLoanRatio") for fact in found)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("非利息收入占比为32.3%。", [f"OtherIncomeRatio - {YEAR} 0.323"]),
        (
            "非利息收入佔比達32.3%，較上年提升1.2個百分點。",
            [f"OtherIncomeRatio - {YEAR} 0.323", f"IncreaseDecreaseInOtherIncomeRatio - {YEAR} 0.012"],
        ),
        ("非利息收入占比约32%。", [f"OtherIncomeRatio - {YEAR} 0.32"]),
        ("非利息收入為32億元。", [f"OtherIncome - {YEAR} 3200000000"]),
        ("香港貸款佔比為62%。", [f"ShareOfLoans HongKong {END} 0.62"]),
    ],
)  # fmt: skip
def test_of_covers_that_are_worth_the_same_the_longer_name_wins(text: str, facts: list[str]) -> None:
    """非利息收入占比|为, and not 非利息收入|占比为."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("國際業務實現經營收入41.85億元，同比增長12.7%。", []),
        ("机构条线录得净利润3亿元。", []),
        ("(四)國際業務：經營收入上升12.7%至41.85億元，淨利潤增長5%。", []),
        ("金融科技板塊：淨利潤減少1.5%至5528萬元。", []),
        (
            "機構業務：經營收入減少23.7%至3.35億元；財產保險：經營收入增長10.2%至131億元。",
            [f"GrowthRateOfIncome Property {YEAR} 0.102", f"Income Property {YEAR} 13100000000"],
        ),
        ("壽險業務實現經營收入41.85億元。", [f"Income Life {YEAR} 4185000000"]),
        ("各項業務實現經營收入41.85億元。", [f"Income - {YEAR} 4185000000"]),
        ("主要指標：經營收入41.85億元。", [f"Income - {YEAR} 4185000000"]),
        ("本集團實現經營收入41.85億元。", [f"Income - {YEAR} 4185000000"]),
    ],
)
def test_a_business_that_no_term_names_is_not_the_whole(text: str, facts: list[str]) -> None:
    """國際業務實現經營收入X is a part of the group's; 各項業務 are all of it."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("新增貸款中製造業佔比34.9%，建築業佔比11.5%。", []),
        ("年内新发放贷款中，制造业占比62%。", []),
        ("淨增存款中，香港佔比45%。", []),
        ("貸款中製造業佔比34.9%。", [f"ShareOfLoans Makers {END} 0.349"]),
        ("新增貸款保持穩定。貸款中，建築業佔比11%。", [f"ShareOfLoans Builders {END} 0.11"]),
    ],
)
def test_a_share_of_what_is_new_is_none_of_all(text: str, facts: list[str]) -> None:
    """新增貸款中製造業佔比35%: of the new ones."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("建築業11.5%。", []),
        (
            "貸款行業結構為：製造業35%，建築業11%。",
            [f"ShareOfLoans Makers {END} 0.35", f"ShareOfLoans Builders {END} 0.11"],
        ),
        ("不良貸款率方面，製造業2.5%，建築業1.1%。", [f"BadLoanRatio Makers {END} 0.025", f"BadLoanRatio Builders {END} 0.011"]),
        ("製造業不良貸款率2.5%，建築業1.1%。", [f"BadLoanRatio Makers {END} 0.025", f"BadLoanRatio Builders {END} 0.011"]),
    ],
)  # fmt: skip
def test_a_per_cent_of_a_part_alone_may_be_a_share(text: str, facts: list[str]) -> None:
    """建築業11.5% is the only rate that knows industries no more than it is a share of loans."""
    assert _facts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("贷款36兆6973亿元。", [f"Loans - {END} 36697300000000"]),
        ("存款52兆5,877亿元。", [f"Deposits - {END} 52587700000000"]),
        ("貸款36兆6,973億元。", [f"Loans - {END} 36697300000000"]),
        ("贷款3亿6,973万元。", [f"Loans - {END} 369730000"]),
        ("贷款3万亿元，存款5亿元。", [f"Loans - {END} 3000000000000", f"Deposits - {END} 500000000"]),
    ],
)
def test_a_scale_right_before_a_larger_one_is_the_larger(text: str, facts: list[str]) -> None:
    """36兆6,973亿, where 兆 alone are a million."""
    assert _facts(text) == facts
