"""Tables whose cells single blanks part, with units in a column, corners of several words, headings of two levels."""

from __future__ import annotations

from tests.printed_tables import table_says


def test_units_in_a_column_of_their_own() -> None:
    """指标 单位 2022年 2023年 2024年: the second word heads the units that names end in."""
    assert table_says(
        """
环境与社会关键绩效
指标 单位 2022年 2023年 2024年
直接排放 吨二氧化碳当量 2,310 2,154 1,987
间接排放 吨二氧化碳当量 18,462 17,905 16,330
用电量 万千瓦时 3,105.2 3,012.7 2,866.4
用水量 立方米 214,300 209,150 198,720
人均培训时长 小时 38.5 41.2 46.0
员工总数 人 5,120 5,236 5,301
"""
    ) == [
        "Emissions+ScopeOne 2022 2310",
        "Emissions+ScopeOne 2023 2154",
        "Emissions+ScopeOne 2024 1987",
        "Emissions+ScopeTwo 2022 18462",
        "Emissions+ScopeTwo 2023 17905",
        "Emissions+ScopeTwo 2024 16330",
        "Electricity 2022 31052000",
        "Electricity 2023 30127000",
        "Electricity 2024 28664000",
        "Water 2022 214300",
        "Water 2023 209150",
        "Water 2024 198720",
        "TrainingHours 2022 38.5",
        "TrainingHours 2023 41.2",
        "TrainingHours 2024 46.0",
        "Employees 2022-12-31 5120",
        "Employees 2023-12-31 5236",
        "Employees 2024-12-31 5301",
    ]


def test_a_change_behind_the_unit_column() -> None:
    """计量单位 heads units too, and 同比增减（%） a column."""
    assert table_says(
        """
主要经营指标
指标 计量单位 2024年 2023年 同比增减（%）
保费收入 亿元 601.2 548.9 9.5
赔付支出 亿元 349.0 322.8 8.1
员工总数 人 12,288 12,310 -0.2
有效保单 万件 2,602 2,455 6.0
"""
    ) == [
        "Premiums 2024 60120000000",
        "Premiums 2023 54890000000",
        "GrowthRateOfPremiums 2024 0.095",
        "Claims 2024 34900000000",
        "Claims 2023 32280000000",
        "GrowthRateOfClaims 2024 0.081",
        "Employees 2024-12-31 12288",
        "Employees 2023-12-31 12310",
        "GrowthRateOfEmployees 2024 -0.002",
        "Policies 2024-12-31 26020000",
        "Policies 2023-12-31 24550000",
        "GrowthRateOfPolicies 2024 0.060",
    ]


def test_latin_units_with_their_scale() -> None:
    """The unit may have its scale before it: thousand kWh."""
    assert table_says(
        """
Sustainability indicators
Indicator Unit 2024 2023 2022
Greenhouse gas emissions tCO2e 14,326 15,108 15,980
Electricity consumption thousand kWh 23,200 24,300 24,900
Water consumption m3 186,240 191,675 195,300
Training hours per employee hours 31.2 29.8 28.0
Employees persons 5,012 4,987 4,890
""",
        currency="EUR",
    ) == [
        "Emissions 2024 14326",
        "Emissions 2023 15108",
        "Emissions 2022 15980",
        "Electricity 2024 23200000",
        "Electricity 2023 24300000",
        "Electricity 2022 24900000",
        "Water 2024 186240",
        "Water 2023 191675",
        "Water 2022 195300",
        "TrainingHours 2024 31.2",
        "TrainingHours 2023 29.8",
        "TrainingHours 2022 28.0",
        "Employees 2024-12-31 5012",
        "Employees 2023-12-31 4987",
        "Employees 2022-12-31 4890",
    ]


def test_a_corner_of_several_words() -> None:
    """(US$ million) stands over the names of rows."""
    assert table_says(
        """
Selected income statement data
(US$ million) 2024 2023 2022
Net interest income 3,120 2,988 2,760
Net fee and commission income 840 802 795
Operating income 4,210 4,005 3,740
Operating expenses 2,105 2,060 1,990
Net profit 1,230 1,150 1,044
Cost-to-income ratio (%) 50.0 51.4 53.2
""",
        currency="USD",
    ) == [
        "NetInterestIncome 2024 3120000000",
        "NetInterestIncome 2023 2988000000",
        "NetInterestIncome 2022 2760000000",
        "FeeIncome 2024 840000000",
        "FeeIncome 2023 802000000",
        "FeeIncome 2022 795000000",
        "OperatingIncome 2024 4210000000",
        "OperatingIncome 2023 4005000000",
        "OperatingIncome 2022 3740000000",
        "OperatingExpenses 2024 2105000000",
        "OperatingExpenses 2023 2060000000",
        "OperatingExpenses 2022 1990000000",
        "NetProfit 2024 1230000000",
        "NetProfit 2023 1150000000",
        "NetProfit 2022 1044000000",
        "CostIncomeRatio 2024 0.500",
        "CostIncomeRatio 2023 0.514",
        "CostIncomeRatio 2022 0.532",
    ]


def test_a_heading_and_its_unit() -> None:
    """Change (%) is one heading."""
    assert table_says(
        """
Item (US$ million) 2024 2023 Change (%)
Net interest income 3,120 2,988 4.4
Net fee and commission income 840 802 4.7
Operating expenses 2,105 2,060 2.2
Net profit 1,230 1,150 7.0
""",
        currency="USD",
    ) == [
        "NetInterestIncome 2024 3120000000",
        "NetInterestIncome 2023 2988000000",
        "GrowthRateOfNetInterestIncome 2024 0.044",
        "FeeIncome 2024 840000000",
        "FeeIncome 2023 802000000",
        "GrowthRateOfFeeIncome 2024 0.047",
        "OperatingExpenses 2024 2105000000",
        "OperatingExpenses 2023 2060000000",
        "GrowthRateOfOperatingExpenses 2024 0.022",
        "NetProfit 2024 1230000000",
        "NetProfit 2023 1150000000",
        "GrowthRateOfNetProfit 2024 0.070",
    ]


def test_years_over_amounts_and_shares() -> None:
    """US$ million Amount % of total Amount % of total: the shortest headings that leave no time over."""
    assert table_says(
        """
Loans by industry
31 December 2024 31 December 2023
US$ million Amount % of total Amount % of total
Manufacturing 4,120 34.3 3,980 34.6
Real estate 3,015 25.1 3,120 27.1
Transport and logistics 4,865 40.5 4,400 38.3
Total 12,000 100.0 11,500 100.0
""",
        currency="USD",
    ) == [
        "Loans+Manufacturing 2024-12-31 4120000000",
        "ShareOfLoans+Manufacturing 2024-12-31 0.343",
        "Loans+Manufacturing 2023-12-31 3980000000",
        "ShareOfLoans+Manufacturing 2023-12-31 0.346",
        "Loans+RealEstate 2024-12-31 3015000000",
        "ShareOfLoans+RealEstate 2024-12-31 0.251",
        "Loans+RealEstate 2023-12-31 3120000000",
        "ShareOfLoans+RealEstate 2023-12-31 0.271",
        "Loans+Transport 2024-12-31 4865000000",
        "ShareOfLoans+Transport 2024-12-31 0.405",
        "Loans+Transport 2023-12-31 4400000000",
        "ShareOfLoans+Transport 2023-12-31 0.383",
        "Loans 2024-12-31 12000000000",
        "?",
        "Loans 2023-12-31 11500000000",
        "?",
    ]


def test_more_years_than_columns() -> None:
    """Three years over two columns stand over none that can be told."""
    assert table_says(
        """
(US$ million) 2024 2023 2022
Net interest income 3,120 2,988
Net fee and commission income 840 802
""",
        currency="USD",
    ) == [
        "?",
        "?",
        "?",
        "?",
    ]


def test_a_word_before_years_that_heads_no_units() -> None:
    """Without a word for units the last word of a name is a part of it."""
    assert table_says(
        """
指标 地区 2024年 2023年
员工总数 境外 310 298
营业网点 境外 12 11
"""
    ) == [
        "Employees+Abroad 2024-12-31 310",
        "Employees+Abroad 2023-12-31 298",
        "Branches+Abroad 2024-12-31 12",
        "Branches+Abroad 2023-12-31 11",
    ]
