"""Parts that stand no farther in than their whole: told by sums, by the row before, by what the caption is of."""

from __future__ import annotations

from tests.printed_tables import table_says


def test_parts_told_by_their_sums() -> None:
    """活期 and 定期 add up to the row above them, whose parts they are."""
    assert table_says(
        """
客户存款结构（人民币百万元，百分比除外）
| 项目 | 2024年12月31日金额 | 占比 | 2023年12月31日金额 | 占比 |
| 公司存款 | 2,705,000 | 54.1% | 2,591,000 | 55.2% |
| 活期 | 1,203,000 | 24.1% | 1,182,000 | 25.2% |
| 定期 | 1,502,000 | 30.0% | 1,409,000 | 30.0% |
| 个人存款 | 2,295,000 | 45.9% | 2,103,000 | 44.8% |
| 活期 | 901,000 | 18.0% | 853,000 | 18.2% |
| 定期 | 1,394,000 | 27.9% | 1,250,000 | 26.6% |
| 存款总额 | 5,000,000 | 100.0% | 4,694,000 | 100.0% |
""",
        bank=True,
    ) == [
        "DepositsFromCustomers+CorporateCustomers 2024-12-31 2705000000000",
        "ShareOfDepositsFromCustomers+CorporateCustomers 2024-12-31 0.541",
        "DepositsFromCustomers+CorporateCustomers 2023-12-31 2591000000000",
        "ShareOfDepositsFromCustomers+CorporateCustomers 2023-12-31 0.552",
        "DepositsFromCustomers+CorporateCustomers+DemandDeposits 2024-12-31 1203000000000",
        "ShareOfDepositsFromCustomers+CorporateCustomers+DemandDeposits 2024-12-31 0.241",
        "DepositsFromCustomers+CorporateCustomers+DemandDeposits 2023-12-31 1182000000000",
        "ShareOfDepositsFromCustomers+CorporateCustomers+DemandDeposits 2023-12-31 0.252",
        "DepositsFromCustomers+CorporateCustomers+TimeDeposits 2024-12-31 1502000000000",
        "ShareOfDepositsFromCustomers+CorporateCustomers+TimeDeposits 2024-12-31 0.300",
        "DepositsFromCustomers+CorporateCustomers+TimeDeposits 2023-12-31 1409000000000",
        "ShareOfDepositsFromCustomers+CorporateCustomers+TimeDeposits 2023-12-31 0.300",
        "DepositsFromCustomers+PersonalCustomers 2024-12-31 2295000000000",
        "ShareOfDepositsFromCustomers+PersonalCustomers 2024-12-31 0.459",
        "DepositsFromCustomers+PersonalCustomers 2023-12-31 2103000000000",
        "ShareOfDepositsFromCustomers+PersonalCustomers 2023-12-31 0.448",
        "DepositsFromCustomers+PersonalCustomers+DemandDeposits 2024-12-31 901000000000",
        "ShareOfDepositsFromCustomers+PersonalCustomers+DemandDeposits 2024-12-31 0.180",
        "DepositsFromCustomers+PersonalCustomers+DemandDeposits 2023-12-31 853000000000",
        "ShareOfDepositsFromCustomers+PersonalCustomers+DemandDeposits 2023-12-31 0.182",
        "DepositsFromCustomers+PersonalCustomers+TimeDeposits 2024-12-31 1394000000000",
        "ShareOfDepositsFromCustomers+PersonalCustomers+TimeDeposits 2024-12-31 0.279",
        "DepositsFromCustomers+PersonalCustomers+TimeDeposits 2023-12-31 1250000000000",
        "ShareOfDepositsFromCustomers+PersonalCustomers+TimeDeposits 2023-12-31 0.266",
        "DepositsFromCustomers 2024-12-31 5000000000000",
        "?",
        "DepositsFromCustomers 2023-12-31 4694000000000",
        "?",
    ]


def test_parts_that_do_not_add_up() -> None:
    """Where the sums do not tell, nobody knows whose parts they are."""
    assert table_says(
        """
客户存款结构（人民币百万元）
| 项目 | 2024年12月31日 | 2023年12月31日 |
| 公司存款 | 2,705,000 | 2,591,000 |
| 活期 | 1,203,000 | 1,182,000 |
| 定期 | 1,402,000 | 1,309,000 |
| 个人存款 | 2,295,000 | 2,103,000 |
| 活期 | 901,000 | 853,000 |
| 定期 | 1,294,000 | 1,150,000 |
""",
        bank=True,
    ) == [
        "DepositsFromCustomers+CorporateCustomers 2024-12-31 2705000000000",
        "DepositsFromCustomers+CorporateCustomers 2023-12-31 2591000000000",
        "?",
        "?",
        "?",
        "?",
        "DepositsFromCustomers+PersonalCustomers 2024-12-31 2295000000000",
        "DepositsFromCustomers+PersonalCustomers 2023-12-31 2103000000000",
        "?",
        "?",
        "?",
        "?",
    ]


def test_a_total_of_all_sections_in_the_last() -> None:
    """存款总额 adds up the rows of both sections, and is no part of the last."""
    assert table_says(
        """
客户存款（人民币百万元）
项目 2024年12月31日 2023年12月31日
公司存款
活期 120,300 118,200
定期 150,200 140,900
个人存款
活期 90,100 85,300
定期 139,400 125,000
存款总额 500,000 469,400
"""
    ) == [
        "Deposits+CorporateBorrower+Demand 2024-12-31 120300000000",
        "Deposits+CorporateBorrower+Demand 2023-12-31 118200000000",
        "Deposits+CorporateBorrower+Time 2024-12-31 150200000000",
        "Deposits+CorporateBorrower+Time 2023-12-31 140900000000",
        "Deposits+RetailBorrower+Demand 2024-12-31 90100000000",
        "Deposits+RetailBorrower+Demand 2023-12-31 85300000000",
        "Deposits+RetailBorrower+Time 2024-12-31 139400000000",
        "Deposits+RetailBorrower+Time 2023-12-31 125000000000",
        "Deposits 2024-12-31 500000000000",
        "Deposits 2023-12-31 469400000000",
    ]


def test_a_total_of_its_section_alone() -> None:
    """What adds up the rows of its section is of that."""
    assert table_says(
        """
客户存款（人民币百万元）
项目 2024年12月31日 2023年12月31日
公司存款
活期 120,300 118,200
定期 150,200 140,900
存款合计 270,500 259,100
个人存款
活期 90,100 85,300
定期 139,400 125,000
存款合计 229,500 210,300
"""
    ) == [
        "Deposits+CorporateBorrower+Demand 2024-12-31 120300000000",
        "Deposits+CorporateBorrower+Demand 2023-12-31 118200000000",
        "Deposits+CorporateBorrower+Time 2024-12-31 150200000000",
        "Deposits+CorporateBorrower+Time 2023-12-31 140900000000",
        "Deposits+CorporateBorrower 2024-12-31 270500000000",
        "Deposits+CorporateBorrower 2023-12-31 259100000000",
        "Deposits+RetailBorrower+Demand 2024-12-31 90100000000",
        "Deposits+RetailBorrower+Demand 2023-12-31 85300000000",
        "Deposits+RetailBorrower+Time 2024-12-31 139400000000",
        "Deposits+RetailBorrower+Time 2023-12-31 125000000000",
        "Deposits+RetailBorrower 2024-12-31 229500000000",
        "Deposits+RetailBorrower 2023-12-31 210300000000",
    ]


def test_a_part_goes_on_behind_of_which() -> None:
    """男性, behind 其中：女性, is a part of the same."""
    assert table_says(
        """
指标 单位 2024年 2023年
营业网点 家 1,230 1,225
自动柜员机 台 3,410 3,662
员工总数 人 24,310 24,105
其中：女性 人 12,980 12,830
男性 人 11,330 11,275
""",
        bank=True,
    ) == [
        "NumberOfOutlets 2024-12-31 1230",
        "NumberOfOutlets 2023-12-31 1225",
        "NumberOfAutomatedTellerMachines 2024-12-31 3410",
        "NumberOfAutomatedTellerMachines 2023-12-31 3662",
        "NumberOfEmployees 2024-12-31 24310",
        "NumberOfEmployees 2023-12-31 24105",
        "NumberOfEmployees+FemaleEmployees 2024-12-31 12980",
        "NumberOfEmployees+FemaleEmployees 2023-12-31 12830",
        "NumberOfEmployees+MaleEmployees 2024-12-31 11330",
        "NumberOfEmployees+MaleEmployees 2023-12-31 11275",
    ]


def test_another_kind_of_part_behind_of_which() -> None:
    """A member of another kind goes on with nothing."""
    assert table_says(
        """
指标 单位 2024年 2023年
员工总数 人 24,310 24,105
其中：女性 人 12,980 12,830
境外 人 410 398
""",
        bank=True,
    ) == [
        "NumberOfEmployees 2024-12-31 24310",
        "NumberOfEmployees 2023-12-31 24105",
        "NumberOfEmployees+FemaleEmployees 2024-12-31 12980",
        "NumberOfEmployees+FemaleEmployees 2023-12-31 12830",
        "?",
        "?",
    ]


def test_a_proven_total_before_the_caption() -> None:
    """The fees add up to the income, though the caption is of the income less the expense."""
    assert table_says(
        """
手续费及佣金净收入
单位：人民币百万元
项目	2024年	2023年	增减额	增幅(%)
银行卡手续费	12,330	12,010	320	2.7
结算与清算手续费	8,120	7,905	215	2.7
代理业务手续费	6,410	7,020	-610	-8.7
托管业务佣金	3,050	2,980	70	2.3
手续费及佣金收入	29,910	29,915	-5	-0.0
手续费及佣金支出	4,120	4,230	-110	-2.6
手续费及佣金净收入	25,790	25,685	105	0.4
""",
        bank=True,
    ) == [
        "FeeAndCommissionIncome+BankCardFees 2024 12330000000",
        "FeeAndCommissionIncome+BankCardFees 2023 12010000000",
        "IncreaseDecreaseInFeeAndCommissionIncome+BankCardFees 2024 320000000",
        "GrowthRateOfFeeAndCommissionIncome+BankCardFees 2024 0.027",
        "FeeAndCommissionIncome+SettlementAndClearingFees 2024 8120000000",
        "FeeAndCommissionIncome+SettlementAndClearingFees 2023 7905000000",
        "IncreaseDecreaseInFeeAndCommissionIncome+SettlementAndClearingFees 2024 215000000",
        "GrowthRateOfFeeAndCommissionIncome+SettlementAndClearingFees 2024 0.027",
        "FeeAndCommissionIncome+AgencyFees 2024 6410000000",
        "FeeAndCommissionIncome+AgencyFees 2023 7020000000",
        "IncreaseDecreaseInFeeAndCommissionIncome+AgencyFees 2024 -610000000",
        "GrowthRateOfFeeAndCommissionIncome+AgencyFees 2024 -0.087",
        "?",
        "?",
        "?",
        "?",
        "FeeAndCommissionIncome 2024 29910000000",
        "FeeAndCommissionIncome 2023 29915000000",
        "IncreaseDecreaseInFeeAndCommissionIncome 2024 -5000000",
        "GrowthRateOfFeeAndCommissionIncome 2024 0.000",
        "FeeAndCommissionExpense 2024 4120000000",
        "FeeAndCommissionExpense 2023 4230000000",
        "IncreaseDecreaseInFeeAndCommissionExpense 2024 -110000000",
        "GrowthRateOfFeeAndCommissionExpense 2024 -0.026",
        "NetFeeAndCommissionIncome 2024 25790000000",
        "NetFeeAndCommissionIncome 2023 25685000000",
        "IncreaseDecreaseInNetFeeAndCommissionIncome 2024 105000000",
        "GrowthRateOfNetFeeAndCommissionIncome 2024 0.004",
    ]


def test_the_caption_where_no_total_is_proven() -> None:
    """Without a sum the caption says what its rows are of."""
    assert table_says(
        """
手续费及佣金收入
单位：人民币百万元
项目	2024年	2023年
银行卡手续费	12,330	12,010
结算与清算手续费	8,120	7,905
""",
        bank=True,
    ) == [
        "FeeAndCommissionIncome+BankCardFees 2024 12330000000",
        "FeeAndCommissionIncome+BankCardFees 2023 12010000000",
        "FeeAndCommissionIncome+SettlementAndClearingFees 2024 8120000000",
        "FeeAndCommissionIncome+SettlementAndClearingFees 2023 7905000000",
    ]


def test_parts_of_a_kind_of_what_rows_are_called() -> None:
    """Corporate loans, below Non-performing loans by customer type, are those of them."""
    assert table_says(
        """
Non-performing loans by customer type
US$ million
| | 31 December 2024 | | 31 December 2023 | |
| | Balance | NPL ratio (%) | Balance | NPL ratio (%) |
| Corporate loans | 25,010 | 1.58 | 26,330 | 1.81 |
| Personal loans | 11,230 | 0.94 | 9,870 | 0.88 |
| Total | 36,240 | 1.31 | 36,200 | 1.42 |
""",
        currency="USD",
        bank=True,
    ) == [
        "NonPerformingLoans+CorporateCustomers 2024-12-31 25010000000",
        "NonPerformingLoanRatio+CorporateCustomers 2024-12-31 0.0158",
        "NonPerformingLoans+CorporateCustomers 2023-12-31 26330000000",
        "NonPerformingLoanRatio+CorporateCustomers 2023-12-31 0.0181",
        "NonPerformingLoans+PersonalCustomers 2024-12-31 11230000000",
        "NonPerformingLoanRatio+PersonalCustomers 2024-12-31 0.0094",
        "NonPerformingLoans+PersonalCustomers 2023-12-31 9870000000",
        "NonPerformingLoanRatio+PersonalCustomers 2023-12-31 0.0088",
        "NonPerformingLoans 2024-12-31 36240000000",
        "NonPerformingLoanRatio 2024-12-31 0.0131",
        "NonPerformingLoans 2023-12-31 36200000000",
        "NonPerformingLoanRatio 2023-12-31 0.0142",
    ]


def test_rows_that_are_called_so_below_no_breakdown() -> None:
    """Without a word for parts the rows are what they are called."""
    assert table_says(
        """
Loans and non-performing loans
US$ million                31 December 2024     31 December 2023
Corporate loans                     250,100              241,300
Personal loans                      112,300              108,700
Non-performing loans                  3,624                3,620
""",
        currency="USD",
        bank=True,
    ) == [
        "LoansAndAdvancesToCustomers+CorporateCustomers 2024-12-31 250100000000",
        "LoansAndAdvancesToCustomers+CorporateCustomers 2023-12-31 241300000000",
        "LoansAndAdvancesToCustomers+PersonalCustomers 2024-12-31 112300000000",
        "LoansAndAdvancesToCustomers+PersonalCustomers 2023-12-31 108700000000",
        "NonPerformingLoans 2024-12-31 3624000000",
        "NonPerformingLoans 2023-12-31 3620000000",
    ]


def test_the_same_in_han() -> None:
    """公司贷款, below 不良贷款按客户类型划分, are those of them."""
    assert table_says(
        """
不良贷款按客户类型划分（人民币百万元）
| 项目 | 2024年末 | 2023年末 |
| 公司贷款 | 25,010 | 26,330 |
| 个人贷款 | 11,230 | 9,870 |
| 合计 | 36,240 | 36,200 |
""",
        bank=True,
    ) == [
        "NonPerformingLoans+CorporateCustomers 2024-12-31 25010000000",
        "NonPerformingLoans+CorporateCustomers 2023-12-31 26330000000",
        "NonPerformingLoans+PersonalCustomers 2024-12-31 11230000000",
        "NonPerformingLoans+PersonalCustomers 2023-12-31 9870000000",
        "NonPerformingLoans 2024-12-31 36240000000",
        "NonPerformingLoans 2023-12-31 36200000000",
    ]
