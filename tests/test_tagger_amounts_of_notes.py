"""How notes of accounts print amounts: scales in the plural or on one of several, digits grouped by blanks."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, profile_of, said_in

AMOUNTS = [
    ("Total assets were EGP 792,935 thousands.", {"792,935 thousands": "792935000 EGP"}),
    ("Operating expenses were 298 EGP thousands.", {"298 EGP thousands": "298000 EGP"}),
    (
        "Customer deposits stood at 1,204,553 thousands of Egyptian pounds.",
        {"1,204,553 thousands of Egyptian pounds": "1204553000 EGP"},
    ),
    ("Net profit was Rs. 1,353 Crs.", {"1,353 Crs": "13530000000 INR"}),
    ("Total assets amounted to RM1,204 mil.", {"1,204 mil": "1204000000 MYR"}),
    ("Total assets were QR131 billion.", {"131 billion": "131000000000 QAR"}),
    ("Total assets were EGP 35 517 thousand.", {"35 517 thousand": "35517000 EGP"}),
    (
        "Total assets were SEK 12 345 million (SEK 11 870 million).",
        {"12 345 million": "12345000000 SEK", "11 870 million": "11870000000 SEK"},
    ),
    ("Total assets were 1 345 678 million roubles.", {"1 345 678 million roubles": "1345678000000 RUB"}),
    ("The Bank served 1 204 553 customers.", {"1 204 553": "1204553 customer"}),
    ("Total assets rose to Rs 3, 85,730 crore.", {"3, 85,730 crore": "3857300000000 INR"}),
    (
        "Customer deposits were Rs 4, 107.5 crore and total assets Rs 6, 380 crore.",
        {"4, 107.5 crore": "41075000000 INR", "6, 380 crore": "63800000000 INR"},
    ),
    (
        "Net interest income was EGP (280,303) in 2024 against EGP (71,726) in 2023 (a change of EGP (208,577) thousands).",
        {"280,303": "-280303000 EGP", "71,726": "-71726000 EGP"},
    ),
    (
        "Customer deposits were AED 45,120 as at 31 December 2024 versus AED 41,003 million a year earlier.",
        {"45,120": "45120000000 AED", "41,003 million": "41003000000 AED"},
    ),
    (
        "Total assets stood at Rs. 4,512.3 crore as compared to Rs. 4,120.6 in the previous year.",
        {"4,512.3 crore": "45123000000 INR", "4,120.6": "41206000000 INR"},
    ),
]


@pytest.mark.parametrize(("text", "values"), AMOUNTS, ids=[text for text, _ in AMOUNTS])
def test_amounts_are_as_large_as_the_text_says(text: str, values: dict[str, str]) -> None:
    """A scale holds in the plural, behind its currency, and for what is compared with it; blanks group digits."""
    found = {row.text: f"{row.value} {row.unit}" for row in ledger_of(text).rows if row.status == "fact"}

    assert {figure: found.get(figure) for figure in values} == values


APART = [
    ("At Level 3 120 million of assets.", "120 million"),
    ("In note 12 345 customers were served.", "12"),
    ("Total assets were EGP 3 120 branches.", "3"),
    ("Deposits are insured up to EGP 50,000 each, against EGP 61,003 thousand of deposits.", "50,000"),
    ("Deposits average EGP 50,000 per customer, against EGP 61,003 thousand of loans.", "50,000"),
]


@pytest.mark.parametrize(("text", "figure"), APART, ids=[text for text, _ in APART])
def test_numbers_that_are_apart_stay_so(text: str, figure: str) -> None:
    """Two numbers side by side are no one number, and what is one customer's is in no thousands."""
    row = next(row for row in ledger_of(text, profile=profile_of(currency="EGP")).rows if row.text == figure)

    assert row.value in (None, "50000", "120000000", "12", "3")


def _said(text: str, period: str = "2024") -> list[str]:
    """Return concept, members, period and value of each quantity, "?" where it is left open."""
    rows = ledger_of(text, period, profile=profile_of(currency="EGP")).rows
    return said_in(
        rows, (("LoansAndAdvancesToCustomers", "Loans"), ("DepositsFromCustomers", "Deposits")), _at
    )


def _at(when: str) -> str:
    """Return the year of a period."""
    return f" {when[-10:-6]}"


NOTES = [
    (
        "Net profit amounted to EGP 7,511 thousand (EGP 6,097 thousand net profit for the year ended 2023).",
        ["NetProfit 2024 7511000", "NetProfit 2023 6097000"],
    ),
    (
        "The Bank had deposits amounting to EGP 5 million with a net profit amounting to EGP 6 million.",
        ["Deposits 2024 5000000", "NetProfit 2024 6000000"],
    ),
    (
        "Total assets were EGP 212 billion at 31 December 2024 against EGP 190 billion at 31 December 2023 (up 11.6%).",
        [
            "TotalAssets 2024 212000000000",
            "TotalAssets 2023 190000000000",
            "GrowthRateOfTotalAssets 2024 0.116",
        ],
    ),
    (
        "Net profit was EGP 12 billion in 2023 (up 8%) and EGP 14 billion in 2024 (up 16.7%).",
        [
            "NetProfit 2023 12000000000",
            "GrowthRateOfNetProfit 2023 0.08",
            "NetProfit 2024 14000000000",
            "GrowthRateOfNetProfit 2024 0.167",
        ],
    ),
    ("Loans outstanding were EGP 4 billion.", ["Loans 2024 4000000000"]),
    # what names a part, which no term does
    ("Customer deposits include an amount of EGP 812 million due to related parties.", ["?"]),
    ("Net profit includes a gain of EGP 30 million on the sale of a building.", ["?"]),
    ("Customer deposits include EGP 45 million held as cash collateral.", ["?"]),
    ("Net profit, including a one-off gain, was EGP 3 million.", ["NetProfit 2024 3000000"]),
    (
        "Deposits include term deposits of EGP 4,120 million (2023: EGP 3,870 million).",
        ["Deposits+TimeDeposits 2024 4120000000", "Deposits+TimeDeposits 2023 3870000000"],
    ),
    ("Deposits maturing within three months were EGP 45 billion.", ["?"]),
    ("Loans with a carrying amount of EGP 3.2 billion were pledged as collateral.", ["?"]),
    ("The average interest rate on deposits in Egyptian pounds was 12.1%.", ["?"]),
    ("The largest 20 borrowers are listed.", ["?"]),
    ("Total liquid assets of EGP 45 billion were held.", ["?"]),
    ("Total pledged assets amounted to EGP 4 billion.", ["?"]),
    ("Total gross loans were EGP 3 billion.", ["Loans 2024 3000000000"]),
    ("Loans to banks were EGP 4.5 billion.", ["?"]),
    (
        "The leverage ratio was 7%, 2 percentage points above the cost of equity.",
        ["LeverageRatio 2024 0.07", "?"],
    ),
]


@pytest.mark.parametrize(("text", "said"), NOTES, ids=[text for text, _ in NOTES])
def test_notes_are_read(text: str, said: list[str]) -> None:
    """What a bracket, a second name or a part says holds for its own amount, and none that is a part is given to the whole."""
    assert _said(text) == said
