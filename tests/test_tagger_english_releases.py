"""English of results releases: marks in names of quarters, translations in brackets, headlines, times that figures share."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, facts_with, profile_of, taxonomy_in_data

END, YEAR, BEFORE = "2024-12-31", "2024-01-01/2024-12-31", "2023-12-31"
HALF, SECOND = "2024-01-01/2024-06-30", "2024-07-01/2024-12-31"
Q3, Q3_BEFORE = "2024-07-01/2024-09-30", "2023-07-01/2023-09-30"
LOANS, DEPOSITS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers"

TIMES: list[tuple[str, list[Reading]]] = [
    (
        f"Net profit was $235m in {now} against $195m in {before}.",
        [("NetProfit", "", period, "235000000"), ("NetProfit", "", earlier, "195000000")],
    )
    for now, before, period, earlier in (
        ("Q3-2024", "Q3-2023", Q3, Q3_BEFORE),
        ("3Q-24", "3Q-23", Q3, Q3_BEFORE),
        ("FY24 Q3", "FY23 Q3", Q3, Q3_BEFORE),
        ("2024-Q3", "2023-Q3", Q3, Q3_BEFORE),
        ("H1-2024", "H1-2023", HALF, "2023-01-01/2023-06-30"),
        ("2024 H1", "2023 H1", HALF, "2023-01-01/2023-06-30"),
        ("9M-2024", "9M-2023", "2024-01-01/2024-09-30", "2023-01-01/2023-09-30"),
        ("9M'24", "9M'23", "2024-01-01/2024-09-30", "2023-01-01/2023-09-30"),
        (
            "the quarter ended September 30, 2024 (Q3-2024)",
            "the quarter ended September 30, 2023 (Q3-2023)",
            Q3,
            Q3_BEFORE,
        ),
        ("the third quarter of 2024 (3Q24)", "the third quarter of 2023", Q3, Q3_BEFORE),
    )
]

TRANSLATED: list[tuple[str, list[Reading]]] = [
    (
        "Customer deposits increased by Rs 8,073 crore (US$ 1.29 billion) to Rs 91,000 crore (US$ 14.5 billion).",
        [
            (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "80730000000"),
            (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "1290000000"),
            (DEPOSITS, "", END, "910000000000"),
            (DEPOSITS, "", END, "14500000000"),
        ],
    ),
    (
        "Net profit was EUR 320 million ($350 million) in the second half.",
        [("NetProfit", "", SECOND, "320000000"), ("NetProfit", "", SECOND, "350000000")],
    ),
    (
        "客戶存款增加港幣80億元（約10億美元）。",
        [
            (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "8000000000"),
            (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "1000000000"),
        ],
    ),
]

HEADLINES: list[tuple[str, list[Reading]]] = [
    (
        "Net profit rises 8% to HK$4.1 billion",
        [("GrowthRateOfNetProfit", "", YEAR, "0.08"), ("NetProfit", "", YEAR, "4100000000")],
    ),
    ("Customer deposits slip 2%", [(f"GrowthRateOf{DEPOSITS}", "", YEAR, "-0.02")]),
    (
        "Customer loans grow 6% to HK$299bn",
        [(f"GrowthRateOf{LOANS}", "", YEAR, "0.06"), (LOANS, "", END, "299000000000")],
    ),
    ("Operating expenses dip 1%", [("GrowthRateOfOperatingExpenses", "", YEAR, "-0.01")]),
]

SHARED: list[tuple[str, list[Reading]]] = [
    (
        "Net profit and operating income were $91m and $300m in the first half, and $95m and $310m in the second half.",
        [
            ("NetProfit", "", HALF, "91000000"),
            ("OperatingIncome", "", HALF, "300000000"),
            ("NetProfit", "", SECOND, "95000000"),
            ("OperatingIncome", "", SECOND, "310000000"),
        ],
    ),
    (
        "Net profit and operating income rose 5% and 8% in the first half.",
        [("GrowthRateOfNetProfit", "", HALF, "0.05"), ("GrowthRateOfOperatingIncome", "", HALF, "0.08")],
    ),
    (
        "Tier 1 capital ratio 8.1%, total capital ratio 11.7% (7.6% and 11.1% at end 2023).",
        [
            ("Tier1CapitalRatio", "", END, "0.081"),
            ("CapitalAdequacyRatio", "", END, "0.117"),
            ("Tier1CapitalRatio", "", BEFORE, "0.076"),
            ("CapitalAdequacyRatio", "", BEFORE, "0.111"),
        ],
    ),
    (
        "We had 84 branches and 1,900 employees at the end of 2023.",
        [("NumberOfOutlets", "", BEFORE, "84"), ("NumberOfEmployees", "", BEFORE, "1900")],
    ),
    (
        "Deposits were HK$5bn and loans HK$4bn at the end of June 2024.",
        [(DEPOSITS, "", "2024-06-30", "5000000000"), (LOANS, "", "2024-06-30", "4000000000")],
    ),
    (
        "Net profit was HK$91m and the cost-to-income ratio 52% in the third quarter.",
        [("NetProfit", "", Q3, "91000000"), ("CostToIncomeRatio", "", Q3, "0.52")],
    ),
    (
        "Deposits were HK$5bn and loans were HK$4bn at the end of 2023.",  # each with its verb
        [(DEPOSITS, "", END, "5000000000"), (LOANS, "", BEFORE, "4000000000")],
    ),
    (
        "We had 84 branches at 30 June 2024, against 86 a year earlier.",
        [("NumberOfOutlets", "", "2024-06-30", "84"), ("NumberOfOutlets", "", "2023-06-30", "86")],
    ),
]

WHOLES: list[tuple[str, list[Reading]]] = [
    (
        "Women make up 54% of our 1,900 employees.",
        [
            ("ShareOfNumberOfEmployees", "FemaleEmployees", END, "0.54"),
            ("NumberOfEmployees", "", END, "1900"),
        ],
    ),
    (
        "Loans to small businesses made up a fifth of our HK$9bn loan book.",
        [(f"ShareOf{LOANS}", "SmallAndMicroEnterprises", END, "0.20"), (LOANS, "", END, "9000000000")],
    ),
    (
        "Corporate customers held 40% of deposits.",
        [(f"ShareOf{DEPOSITS}", "CorporateCustomers", END, "0.40")],
    ),
    (
        "Retail customers provided 64% of total deposits of HK$14bn.",
        [(f"ShareOf{DEPOSITS}", "PersonalCustomers", END, "0.64"), (DEPOSITS, "", END, "14000000000")],
    ),
    (
        "Nearly 12% of our HK$14bn of deposits came from small businesses.",  # all of them did not
        [(DEPOSITS, "", END, "14000000000")],
    ),
    (
        "A third of our customers brought HK$9bn of corporate deposits.",
        [(DEPOSITS, "CorporateCustomers", END, "9000000000")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*WHOLES, *TIMES, *TRANSLATED, *HEADLINES, *SHARED],
    ids=[text for text, _ in (*WHOLES, *TIMES, *TRANSLATED, *HEADLINES, *SHARED)],
)
def test_sentences_of_releases(text: str, expected: list[Reading]) -> None:
    """Every figure has its concept, time and value."""
    assert fact_readings(text) == expected


def test_an_amount_a_share_that_leaves_something_out_is_named_so() -> None:
    """What profit comes to a share is no amount a share after non-recurring items, though its name holds the words."""
    text = "Profit attributable to shareholders was $310m (28.4 cents per share), against $280m (25.1 cents per share) in 2023."

    assert [reading[0] for reading in fact_readings(text)] == [
        "NetProfitAttributableToShareholders",
        "BasicEarningsPerShare",
    ] * 2


def test_two_amounts_said_again_are_no_list_of_two_things() -> None:
    """Of a taxonomy that calls an amount a share "per share": it is not dealt out over what is said before both."""
    taxonomy = taxonomy_in_data("per-share-alone")
    text = (
        "Net income was $7.5 billion, or $9.85 per share, compared with "
        "net income of $8.1 billion, or $10.02 per share, a year ago."
    )

    assert facts_with(taxonomy, profile_of(currency="USD"), text, "2024") == [
        f"NetIncome - {YEAR} 7500000000",
        f"EarningsPerShare - {YEAR} 9.85",
        "NetIncome - 2023-01-01/2023-12-31 8100000000",
        "EarningsPerShare - 2023-01-01/2023-12-31 10.02",
    ]
