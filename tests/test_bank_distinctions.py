"""Things that reports name alike and that are not the same: the bank taxonomy keeps them apart, in three languages."""

from __future__ import annotations

import pytest

from tests.tagging_example import rows_of

APART = {
    "bills held are no bills discounted": (
        "票据贴现余额1,500亿元。全年票据贴现业务量2.1万亿元。",
        ["DiscountedBillsBalance", "BillDiscountingVolume"],
    ),
    "county loans are no agricultural loans": (
        "縣域貸款餘額4,180億元，涉農貸款餘額3,260億元。",
        [
            "LoansAndAdvancesToCustomers/CountyLoansMember",
            "LoansAndAdvancesToCustomers/AgricultureRelatedLoansMember",
        ],
    ),
    "working capital is no term": (
        "流动资金贷款余额820亿元，固定资产贷款余额1,460亿元，短期贷款余额990亿元。",
        [
            "LoansAndAdvancesToCustomers/WorkingCapitalLoansMember",
            "LoansAndAdvancesToCustomers/ProjectAndFixedAssetLoansMember",
            "LoansAndAdvancesToCustomers/ShortTermLoansMember",
        ],
    ),
    "savings are no deposits in total": (
        "Savings deposits were HK$120 billion and time deposits HK$340 billion.",
        ["DepositsFromCustomers/SavingsDepositsMember", "DepositsFromCustomers/TimeDepositsMember"],
    ),
    "savings are no deposits in total, in Chinese": (
        "客戶存款總額5,400億元，其中儲蓄存款1,200億元。",
        ["DepositsFromCustomers", "DepositsFromCustomers/SavingsDepositsMember"],
    ),
    "dated and perpetual capital bonds": (
        "全年發行二級資本債券400億元、無固定期限資本債券300億元。",
        ["BondsIssued/TierTwoCapitalBondsMember", "BondsIssued/PerpetualCapitalBondsMember"],
    ),
    "smart machines are no teller machines": (
        "期末自动柜员机5,470台，智能设备7,786台。",
        ["NumberOfAutomatedTellerMachines", "NumberOfSmartSelfServiceMachines"],
    ),
    "the residual line is not all other non-interest income": (
        "Other non-interest income was $412 million; other operating income was $63 million.",
        ["OtherNonInterestIncome", "OtherOperatingIncome"],
    ),
    "each category migrates at its own rate": (
        "正常類貸款遷徙率2.62%，關注類貸款遷徙率48.25%。",
        ["LoanMigrationRatio/PassLoansMember", "LoanMigrationRatio/SpecialMentionLoansMember"],
    ),
    "a currency is not the currency of the report": (
        "人民币流动性比例63.14%，外币流动性比例81.87%。",
        ["LiquidityRatio/RenminbiMember", "LiquidityRatio/ForeignCurrenciesMember"],
    ),
    "scopes 1 and 2 together are the total": (
        "Scope 1 and 2 emissions were 12,500 tCO2e; market-based Scope 2 emissions 9,800 tCO2e, Scope 3 emissions 45,000 tCO2e.",
        [
            "GreenhouseGasEmissions",
            "GreenhouseGasEmissions/MarketBasedScopeTwoEmissionsMember",
            "GreenhouseGasEmissions/ScopeThreeEmissionsMember",
        ],
    ),
    "scopes 1 and 2 together are the total, in Chinese": (
        "範圍一及範圍二溫室氣體排放總量12,500噸二氧化碳當量，其中範圍一排放量2,700噸二氧化碳當量。",
        ["GreenhouseGasEmissions", "GreenhouseGasEmissions/ScopeOneEmissionsMember"],
    ),
    "what ends a balance sheet": (
        "其他資產812億元，其他負債640億元，租賃負債55億元，遞延所得稅負債9億元。",
        ["OtherAssets", "OtherLiabilities", "LeaseLiabilities", "DeferredTaxLiabilities"],
    ),
    "tangible net assets are less than net assets": (
        "Net asset value per share was $9.92 and tangible net asset value per share $8.61.",
        ["NetAssetsPerShare", "TangibleNetAssetsPerShare"],
    ),
    "what is written off, and net of what came back": (
        "Charge-offs were $1.4 billion, net charge-offs $1.2 billion, and the net charge-off ratio was 0.59%.",
        ["LoansWrittenOff", "NetLoansWrittenOff", "NetWriteOffRatio"],
    ),
    "the mainland is a place, whoever's home it is": (
        "中國內地貸款餘額8,120億元，香港地區貸款餘額2,050億元，境外貸款餘額3,300億元。",
        [
            "LoansAndAdvancesToCustomers/MainlandChinaMember",
            "LoansAndAdvancesToCustomers/HongKongMember",
            "LoansAndAdvancesToCustomers/OverseasMember",
        ],
    ),
    "yields of investments": (
        "生息资产平均收益率3.43%，其中债券投资平均收益率3.12%。",
        [
            "AverageYieldOfInterestEarningAssets",
            "AverageYieldOfInterestEarningAssets/InterestEarningInvestmentsMember",
        ],
    ),
    "rates paid on interbank liabilities and on deposits": (
        "同业负债平均付息率1.94%。存款平均付息率1.65%。",
        [
            "AverageRateOfInterestBearingLiabilities/InterestBearingInterbankLiabilitiesMember",
            "AverageInterestRateOfDeposits",
        ],
    ),
    "fees of cards": (
        "手续费及佣金收入280亿元，其中银行卡手续费收入124亿元。",
        ["FeeAndCommissionIncome", "FeeAndCommissionIncome/BankCardFeesMember"],
    ),
}

OPEN = {
    "a share of operating income that does not say of what": "手续费及佣金净收入238.94亿元，占营业收入的比例为18.2%。",
    "a spread that does not say which": "全年利差1.42%。",
    "a yield that does not say of what": "全年平均收益率3.43%。",
    "real estate loans take in mortgages": "房地产贷款余额5,000亿元。",
}


@pytest.mark.parametrize("case", APART)
def test_what_is_named_alike_is_told_apart(case: str) -> None:
    """Each figure is a fact, and each is another thing than the one beside it."""
    text, expected = APART[case]

    rows = [row for row in rows_of(text) if row.status != "not_a_fact"]

    said = [
        "/".join(name.partition(":")[2] for name in (row.concept or "", *dict(row.dimensions).values()))
        for row in rows
    ]
    assert said == expected


@pytest.mark.parametrize("case", OPEN)
def test_what_a_term_does_not_settle_is_left_open(case: str) -> None:
    """The last figure of the text is nobody's: no concept claims words so general."""
    last = rows_of(OPEN[case])[-1]

    assert (last.status, last.concept) == ("unresolved", None)
