"""Whose part a row is: names that several axes have, members that names imply, captions of several topics."""

from __future__ import annotations

from tests.printed_tables import table_says


def test_segments_that_types_of_customers_are_called_too() -> None:
    """Retail banking is a line of business by its label, a borrower by a term."""
    assert table_says(
        """
Operating income by business line
(RMB million)

| | 2024 | 2023 | Change (%) |
|---|---|---|---|
| Retail banking | 41,208 | 38,117 | 8.1 |
| Wholesale banking | 37,950 | 38,904 | (2.5) |
| Global markets | 9,412 | 8,006 | 17.6 |
| Other and unallocated | 730 | 1,073 | (32.0) |
| Total | 89,300 | 86,100 | 3.7 |
"""
    ) == [
        "OperatingIncome+RetailLine 2024 41208000000",
        "OperatingIncome+RetailLine 2023 38117000000",
        "GrowthRateOfOperatingIncome+RetailLine 2024 0.081",
        "OperatingIncome+WholesaleLine 2024 37950000000",
        "OperatingIncome+WholesaleLine 2023 38904000000",
        "GrowthRateOfOperatingIncome+WholesaleLine 2024 -0.025",
        "OperatingIncome+MarketsLine 2024 9412000000",
        "OperatingIncome+MarketsLine 2023 8006000000",
        "GrowthRateOfOperatingIncome+MarketsLine 2024 0.176",
        "OperatingIncome+OtherLine 2024 730000000",
        "OperatingIncome+OtherLine 2023 1073000000",
        "GrowthRateOfOperatingIncome+OtherLine 2024 -0.320",
        "OperatingIncome 2024 89300000000",
        "OperatingIncome 2023 86100000000",
        "GrowthRateOfOperatingIncome 2024 0.037",
    ]


def test_borrowers_where_no_line_is_carried() -> None:
    """Of loans the same names are borrowers."""
    assert table_says(
        """
| US$ million | 31 Dec 2024 | 31 Dec 2023 |
| Loans to customers | | |
| Wholesale banking | 8,410 | 8,020 |
| Retail banking | 3,929 | 3,714 |
""",
        currency="USD",
    ) == [
        "Loans+CorporateBorrower 2024-12-31 8410000000",
        "Loans+CorporateBorrower 2023-12-31 8020000000",
        "Loans+RetailBorrower 2024-12-31 3929000000",
        "Loans+RetailBorrower 2023-12-31 3714000000",
    ]


def test_products_that_say_whose_they_are() -> None:
    """Retail loans by product: a retail mortgage is no retail borrower beside that."""
    assert table_says(
        """
Table 12: Retail loans by product

US$ billion                       31 Dec 2024     31 Dec 2023
Home loans                               214.6           209.3
Retail consumer loans                     38.2            33.9
Retail business loans                     21.7            18.4
Credit cards                              12.9            12.1
Total retail loans                       287.4           273.7
""",
        currency="USD",
    ) == [
        "Loans+Home 2024-12-31 214600000000",
        "Loans+Home 2023-12-31 209300000000",
        "Loans+Consumer 2024-12-31 38200000000",
        "Loans+Consumer 2023-12-31 33900000000",
        "Loans+Business 2024-12-31 21700000000",
        "Loans+Business 2023-12-31 18400000000",
        "Loans+Card 2024-12-31 12900000000",
        "Loans+Card 2023-12-31 12100000000",
        "Loans+RetailBorrower 2024-12-31 287400000000",
        "Loans+RetailBorrower 2023-12-31 273700000000",
    ]


def test_the_same_in_a_section() -> None:
    """Retail, over rows of products."""
    assert table_says(
        """
Loans and advances to customers

US$ million                          2024      2023
Corporate                           8,410     8,020
Retail
  Home loans                        3,204     3,011
  Retail consumer loans               604       588
  Credit cards                        121       115
Total loans                        12,339    11,734
""",
        currency="USD",
    ) == [
        "Loans+CorporateBorrower 2024-12-31 8410000000",
        "Loans+CorporateBorrower 2023-12-31 8020000000",
        "Loans+Home 2024-12-31 3204000000",
        "Loans+Home 2023-12-31 3011000000",
        "Loans+Consumer 2024-12-31 604000000",
        "Loans+Consumer 2023-12-31 588000000",
        "Loans+Card 2024-12-31 121000000",
        "Loans+Card 2023-12-31 115000000",
        "Loans 2024-12-31 12339000000",
        "Loans 2023-12-31 11734000000",
    ]


def test_a_part_that_says_nothing_of_its_section() -> None:
    """Manufacturing says nothing of corporates, and is of both."""
    assert table_says(
        """
Loans and advances to customers

US$ million                          2024      2023
Corporate
  Manufacturing                     4,204     4,011
  Real estate                       4,206     4,009
""",
        currency="USD",
    ) == [
        "Loans+CorporateBorrower+Manufacturing 2024-12-31 4204000000",
        "Loans+CorporateBorrower+Manufacturing 2023-12-31 4011000000",
        "Loans+CorporateBorrower+RealEstate 2024-12-31 4206000000",
        "Loans+CorporateBorrower+RealEstate 2023-12-31 4009000000",
    ]


def test_a_caption_of_several_topics() -> None:
    """Electricity and water are what other rows are about."""
    assert table_says(
        """
Table 4.2  Emissions, electricity and water

                                        2024       2023
Scope 1, tonnes CO2e                     310        355
Scope 2, tonnes CO2e                     204        219
Business travel, tonnes CO2e             988      1,040
Electricity consumption, 1,000 kWh     4,310      4,402
Water consumption, m3                 12,450     12,980
""",
        currency="NOK",
    ) == [
        "Emissions+ScopeOne 2024 310",
        "Emissions+ScopeOne 2023 355",
        "Emissions+ScopeTwo 2024 204",
        "Emissions+ScopeTwo 2023 219",
        "Emissions+Travel 2024 988",
        "Emissions+Travel 2023 1040",
        "Electricity 2024 4310000",
        "Electricity 2023 4402000",
        "Water 2024 12450",
        "Water 2023 12980",
    ]


def test_a_topic_that_no_row_is_about() -> None:
    """What the caption says more stays left over where no row says it."""
    assert table_says(
        """
Loans and guarantees

US$ million            31 Dec 2024     31 Dec 2023
North                        4,204           4,011
South                        3,110           2,980
""",
        currency="USD",
    ) == [
        "?",
        "?",
        "?",
        "?",
    ]


def test_words_that_narrow_a_caption() -> None:
    """What stands in no list narrows the caption."""
    assert table_says(
        """
Subsidised loans

US$ million                     31 Dec 2024     31 Dec 2023
North                                 4,204           4,011
Total subsidised customers            3,110           2,980
""",
        currency="USD",
    ) == [
        "?",
        "?",
        "?",
        "?",
    ]


def test_parts_called_by_their_currency() -> None:
    """人民币 is a part of the deposits, and the amounts are what the caption says."""
    assert table_says(
        """
存贷款业务
单位：新台币亿元
                    2024年底      2023年底
存款总额            11,824        11,120
  人民币             8,905         8,466
  外币               2,919         2,654
贷款总额             7,310         6,954
  人民币             6,020         5,788
  外币               1,290         1,166
""",
        currency="TWD",
    ) == [
        "Deposits 2024-12-31 1182400000000",
        "Deposits 2023-12-31 1112000000000",
        "Deposits+Renminbi 2024-12-31 890500000000",
        "Deposits+Renminbi 2023-12-31 846600000000",
        "Deposits+Foreign 2024-12-31 291900000000",
        "Deposits+Foreign 2023-12-31 265400000000",
        "Loans 2024-12-31 731000000000",
        "Loans 2023-12-31 695400000000",
        "Loans+Renminbi 2024-12-31 602000000000",
        "Loans+Renminbi 2023-12-31 578800000000",
        "Loans+Foreign 2024-12-31 129000000000",
        "Loans+Foreign 2023-12-31 116600000000",
    ]


def test_points_with_a_per_cent_sign() -> None:
    """A rate printed with its sign changes by points, which print the sign as well."""
    assert table_says(
        """
US$ million unless stated          31.12.2024   31.12.2023       Change
Loans and advances to customers       120,340      115,020        5,320
Non-performing loans                    1,450        1,320          130
Non-performing loan ratio               1.20%        1.15%        0.05%
Provision coverage ratio               148.2%       151.0%       (2.8%)
""",
        currency="USD",
    ) == [
        "Loans 2024-12-31 120340000000",
        "Loans 2023-12-31 115020000000",
        "IncreaseDecreaseInLoans 2024 5320000000",
        "NonPerformingLoans 2024-12-31 1450000000",
        "NonPerformingLoans 2023-12-31 1320000000",
        "IncreaseDecreaseInNonPerformingLoans 2024 130000000",
        "NplRatio 2024-12-31 0.0120",
        "NplRatio 2023-12-31 0.0115",
        "IncreaseDecreaseInNplRatio 2024 0.0005",
        "CoverageRatio 2024-12-31 1.482",
        "CoverageRatio 2023-12-31 1.510",
        "IncreaseDecreaseInCoverageRatio 2024 -0.028",
    ]


def test_the_growth_of_a_rate() -> None:
    """What is no difference of two rates is none."""
    assert table_says(
        """
US$ million unless stated          31.12.2024   31.12.2023       Change
Non-performing loans                    1,450        1,320         9.8%
Non-performing loan ratio               1.20%        1.15%         4.3%
""",
        currency="USD",
    ) == [
        "NonPerformingLoans 2024-12-31 1450000000",
        "NonPerformingLoans 2023-12-31 1320000000",
        "GrowthRateOfNonPerformingLoans 2024 0.098",
        "NplRatio 2024-12-31 0.0120",
        "NplRatio 2023-12-31 0.0115",
        "?",
    ]


def test_the_share_of_what_has_a_ratio() -> None:
    """The share of non-performing loans is their ratio."""
    assert table_says(
        """
贷款五级分类情况（人民币百万元）
| 项目 | 2024年12月31日 | | 2023年12月31日 | |
| | 金额 | 占比(%) | 金额 | 占比(%) |
| 不良贷款合计 | 5,825 | 1.44 | 5,410 | 1.47 |
| 贷款总额 | 403,500 | 100.00 | 368,200 | 100.00 |
"""
    ) == [
        "NonPerformingLoans 2024-12-31 5825000000",
        "NplRatio 2024-12-31 0.0144",
        "NonPerformingLoans 2023-12-31 5410000000",
        "NplRatio 2023-12-31 0.0147",
        "Loans 2024-12-31 403500000000",
        "?",
        "Loans 2023-12-31 368200000000",
        "?",
    ]


def test_the_share_of_another_whole() -> None:
    """Where the heading says of what, it is another ratio."""
    assert table_says(
        """
| US$ million | 31 Dec 2024 | % of total assets |
| Non-performing loans | 1,450 | 0.85 |
| Customer deposits | 102,330 | 60.1 |
""",
        currency="USD",
    ) == [
        "NonPerformingLoans 2024-12-31 1450000000",
        "?",
        "Deposits 2024-12-31 102330000000",
        "?",
    ]


def test_a_caption_that_names_another_concept() -> None:
    """The bad loans of the caption are no part of the loans that a column names."""
    assert table_says(
        """
不良贷款按产品划分（2024年12月31日，人民币百万元）
| 产品 | 贷款余额 | 不良贷款余额 | 不良率(%) |
| 个人住房按揭贷款 | 248,730 | 1,244 | 0.50 |
| 个人消费贷款 | 41,257 | 702 | 1.70 |
"""
    ) == [
        "Loans+Home 2024-12-31 248730000000",
        "NonPerformingLoans+Home 2024-12-31 1244000000",
        "NplRatio+Home 2024-12-31 0.0050",
        "Loans+Consumer 2024-12-31 41257000000",
        "NonPerformingLoans+Consumer 2024-12-31 702000000",
        "NplRatio+Consumer 2024-12-31 0.0170",
    ]
