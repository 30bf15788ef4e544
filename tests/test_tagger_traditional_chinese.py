"""Plain Traditional Chinese of Taiwan and Hong Kong, written by the dozen and read by eye: what was read wrong or not at all."""

from __future__ import annotations

import pytest

from tests.tagging_example import rows_of, said_in

SHORT = (
    ("GrowthRateOf", "G:"),
    ("IncreaseDecreaseIn", "C:"),
    ("ShareOf", "S:"),
    ("LoansAndAdvancesToCustomers", "Loans"),
    ("DepositsFromCustomers", "Deposits"),
)
WHEN = {"2025-01-01/2025-12-31": " Y", "2025-12-31": " E"}


def said(text: str, period: str = "2025") -> list[str]:
    """Return what each quantity says: concept, members, when (Y the year, E its end) and value; "?" where it is left open."""
    return said_in(rows_of(text, period), SHORT, lambda when: WHEN.get(when, f" {when}"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "個人貸款餘額862億元，較年初增加18億元。其中以住房貸款為主，餘額512億元，佔比59.4%；消費貸款次之，餘額118億元。",
            [
                "Loans+PersonalCustomers E 86200000000",
                "C:Loans+PersonalCustomers Y 1800000000",
                "Loans+PersonalCustomers+ResidentialMortgageLoans E 51200000000",
                "S:Loans+PersonalCustomers+ResidentialMortgageLoans E 0.594",
                "Loans+PersonalCustomers+PersonalConsumptionLoans E 11800000000",
            ],
        ),
        (
            "公司存款餘額962億元。零售存款表現穩健，增長8.6%至712億元。",
            [
                "Deposits+CorporateCustomers E 96200000000",
                "G:Deposits+PersonalCustomers Y 0.086",
                "Deposits+PersonalCustomers E 71200000000",
            ],
        ),
        (
            "境外貸款餘額162億元。綠色貸款增長最快，受惠於政策支持，較上年末增長31.2%至362億元。",
            ["Loans+Overseas E 16200000000", "G:Loans+GreenLoans Y 0.312", "Loans+GreenLoans E 36200000000"],
        ),
        (
            "定期存款962億元。活期存款受息率回落帶動，增加3%至712億元。",
            [
                "Deposits+TimeDeposits E 96200000000",
                "G:Deposits+DemandDeposits Y 0.03",
                "Deposits+DemandDeposits E 71200000000",
            ],
        ),
        (
            "公司貸款862億元，不良率1.2%。受零售貸款拖累，比上年末上升0.1個百分點。",
            [
                "Loans+CorporateCustomers E 86200000000",
                "NonPerformingLoanRatio+CorporateCustomers E 0.012",
                "C:NonPerformingLoanRatio+CorporateCustomers Y 0.001",
            ],
        ),
        (
            "境外貸款餘額162億元，較年初增長4%。其中公司貸款為主，餘額98億元。",
            [
                "Loans+Overseas E 16200000000",
                "G:Loans+Overseas Y 0.04",
                "Loans+CorporateCustomers+Overseas E 9800000000",
            ],
        ),
    ],
)
def test_a_sentence_that_opens_with_a_part_is_of_that_part(text: str, expected: list[str]) -> None:
    """其中以房貸為主，餘額X: what the sentence before was of no longer holds, but for 其中."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("period", "text", "expected"),
    [
        (
            "2025Q3",
            "9月單月淨利潤12.3億元，月增8.5%，年減3.2%。",
            [
                "NetProfit 2025-09-01/2025-09-30 1230000000",
                "G:NetProfit+PrecedingPeriod 2025-09-01/2025-09-30 0.085",
                "G:NetProfit 2025-09-01/2025-09-30 -0.032",
            ],
        ),
        (
            "2025Q3",
            "本行8月合併淨利潤11.8億元，月減4.2%；累計前8月淨利潤86.2億元，年增9.5%。",
            [
                "NetProfit 2025-08-01/2025-08-31 1180000000",
                "G:NetProfit+PrecedingPeriod 2025-08-01/2025-08-31 -0.042",
                "NetProfit 2025-01-01/2025-08-31 8620000000",
                "G:NetProfit 2025-01-01/2025-08-31 0.095",
            ],
        ),
        (
            "2025Q3",
            "7月信用卡交易額86億元，8月91億元，9月88億元。",
            [
                "CardSpendingVolume+CreditCards 2025-07-01/2025-07-31 8600000000",
                "CardSpendingVolume+CreditCards 2025-08-01/2025-08-31 9100000000",
                "CardSpendingVolume+CreditCards 2025-09-01/2025-09-30 8800000000",
            ],
        ),
        (
            "2025Q3",
            "前8月營業收入186億元，單月營業收入23.6億元。",
            [
                "OperatingIncome 2025-01-01/2025-08-31 18600000000",
                "OperatingIncome 2025-09-01/2025-09-30 2360000000",
            ],
        ),
        (
            "2025Q3",
            "截至8月，客戶貸款8,620億元，月增1.2%。",
            ["Loans 2025-08-31 862000000000", "G:Loans+PrecedingPeriod 2025-08-01/2025-08-31 0.012"],
        ),
        (
            "2025Q3",
            "第二季單季淨利潤31億元，季增5%，年增12%；前三季淨利潤91億元。",
            [
                "NetProfit 2025-04-01/2025-06-30 3100000000",
                "G:NetProfit+PrecedingPeriod 2025-04-01/2025-06-30 0.05",
                "G:NetProfit 2025-04-01/2025-06-30 0.12",
                "NetProfit 2025-01-01/2025-09-30 9100000000",
            ],
        ),
        (
            "2025",
            "6月發行綠色債券15億元，綠色貸款餘額362億元。",
            ["BondsIssued+GreenBonds Y 1500000000", "Loans+GreenLoans E 36200000000"],
        ),
        (
            "2025",
            "9月，本行推出新版手機銀行，個人客戶達1,862萬戶。",
            ["NumberOfCustomers+PersonalCustomers E 18620000"],
        ),
        ("2025", "3月完成增資，總資產達8,620億元。", ["TotalAssets E 862000000000"]),
    ],
)
def test_a_month_that_is_named_beside_its_value(period: str, text: str, expected: list[str]) -> None:
    """8月淨利潤X, 累計前8月Y, 單月Z; what was done then is no time of it: 6月發行, 9月，本行推出."""
    assert said(text, period) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("客戶存款錄得8.6%增長。", ["G:Deposits Y 0.086"]),
        (
            "零售貸款取得12%升幅，公司貸款則出現3%跌幅。",
            ["G:Loans+PersonalCustomers Y 0.12", "G:Loans+CorporateCustomers Y -0.03"],
        ),
        (
            "淨利潤實現15.2%增長，每股收益有9%增長。",
            ["G:NetProfit Y 0.152", "G:BasicEarningsPerShare Y 0.09"],
        ),
        (
            "手續費及佣金淨收入錄得雙位數的18%增長至38.6億元。",
            ["G:NetFeeAndCommissionIncome Y 0.18", "NetFeeAndCommissionIncome Y 3860000000"],
        ),
        (
            "公司貸款實現6.2%增長；零售貸款佔貸款總額的38%，增長5.2%。",
            [
                "G:Loans+CorporateCustomers Y 0.062",
                "S:Loans+PersonalCustomers E 0.38",
                "G:Loans+PersonalCustomers Y 0.052",
            ],
        ),
        ("個人存款見4%下跌。", ["G:Deposits+PersonalCustomers Y -0.04"]),
        ("綠色貸款佔比12%增長明顯。", ["S:Loans+GreenLoans E 0.12"]),
    ],
)
def test_a_growth_that_was_had(text: str, expected: list[str]) -> None:
    """錄得8.6%增長 is no share, and 佔比12%增長明顯 no growth."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "客戶貸款8,620億元，市佔率3.2%，較年初增加520億元，其中公司貸款增加310億元。",
            [
                "Loans E 862000000000",
                "?",
                "C:Loans Y 52000000000",
                "C:Loans+CorporateCustomers Y 31000000000",
            ],
        ),
        (
            "信用卡流通卡456萬張，市佔率提升至7.6%。其中聯名卡285萬張，較年初增加9萬張。",
            [
                "NumberOfBankCardsIssued+CreditCards E 4560000",
                "?",
                "NumberOfBankCardsIssued+CobrandedCreditCards E 2850000",
                "C:NumberOfBankCardsIssued+CobrandedCreditCards Y 90000",
            ],
        ),
        (
            "個人客戶1,862萬戶，滲透率為62%，較年初增加131萬戶。",
            [
                "NumberOfCustomers+PersonalCustomers E 18620000",
                "?",
                "C:NumberOfCustomers+PersonalCustomers Y 1310000",
            ],
        ),
        (
            "營業收入186億元，佔集團收入之58%，同比增長11%。",
            ["OperatingIncome Y 18600000000", "?", "G:OperatingIncome Y 0.11"],
        ),
        (
            "客戶存款9,862億元，客戶滿意度92%，增長明顯。",
            ["Deposits E 986200000000", "CustomerSatisfactionRate Y 0.92"],
        ),
    ],
)
def test_amounts_go_on_past_a_rate_that_nothing_explains(text: str, expected: list[str]) -> None:
    """客戶貸款X，市佔率Y，較年初增加Z; a share of what nothing explains says nothing of what follows it."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("貸款總額（含票據貼現）8,620億元，較年初增長6%。", ["Loans E 862000000000", "G:Loans Y 0.06"]),
        (
            "個人貸款（包括信用卡透支）餘額3,862億元，比上年末增長3.3%。",
            ["Loans+PersonalCustomers E 386200000000", "G:Loans+PersonalCustomers Y 0.033"],
        ),
        (
            "公司貸款（含小微企業貸款）5,120億元，不良率0.95%。",
            ["Loans+CorporateCustomers E 512000000000", "NonPerformingLoanRatio+CorporateCustomers E 0.0095"],
        ),
        ("存款總額9,862億元（含定期存款），較年初增長5%。", ["Deposits E 986200000000", "G:Deposits Y 0.05"]),
        ("零售客戶（含信用卡客戶）達1,862萬戶。", ["NumberOfCustomers+PersonalCustomers E 18620000"]),
        ("個人貸款（不含信用卡）餘額3,562億元，較上年末增長3.1%。", ["?", "?"]),
        ("貸款總額（扣除票據貼現後）8,120億元。", ["?"]),
        (
            "貸款總額8,120億元（不含票據貼現），較年初增長4%。",
            ["Loans+ExcludingDiscountedBills E 812000000000", "G:Loans+ExcludingDiscountedBills Y 0.04"],
        ),
        ("淨利潤實現5.2%增長，較六月底的262%下降。", ["G:NetProfit Y 0.052", "?"]),
    ],
)
def test_what_a_bracket_says_the_thing_holds(text: str, expected: list[str]) -> None:
    """貸款總額（含票據貼現）is all of it, 個人貸款（不含信用卡）another measure, where no term is called so."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "稅前淨利新臺幣（以下同）182億元，較上年增加17億元。",
            ["ProfitBeforeTax Y 18200000000", "C:ProfitBeforeTax Y 1700000000"],
        ),
        ("淨利潤為62.5億元，按每股計增長12%。", ["NetProfit Y 6250000000", "?"]),
        ("零售貸款錄得人民幣（下同）3,562億元。", ["Loans+PersonalCustomers E 356200000000"]),
        (
            "營業收入人民幣186億元（人民幣，下同），增長4%。",
            ["OperatingIncome Y 18600000000", "G:OperatingIncome Y 0.04"],
        ),
    ],
)
def test_words_that_say_how_an_amount_is_given(text: str, expected: list[str]) -> None:
    """新臺幣（以下同）is no part; what is told of one share is no growth of all."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "手機銀行註冊禮金3億元，客戶存款9,862億元，較年初增長5%。",
            ["?", "Deposits E 986200000000", "G:Deposits Y 0.05"],
        ),
        ("淡馬銀行淨利潤3億元，客戶存款9,862億元。", ["?", "?"]),
    ],
)
def test_a_line_of_business_is_no_other_organisation(text: str, expected: list[str]) -> None:
    """手機銀行, unlike 淡馬銀行, whose figures are not ours."""
    assert said(text) == expected
