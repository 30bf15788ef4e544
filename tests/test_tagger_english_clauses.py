"""What English clauses say across commas, lists and conjunctions: subjects before asides, measures, parts of a total."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, members_of, readings_of, row_of

YEAR, END, BEFORE, LAST = "2024-01-01/2024-12-31", "2024-12-31", "2023-01-01/2023-12-31", "2023-12-31"
DEPOSITS, LOANS, OTHER = "DepositsFromCustomers", "LoansAndAdvancesToCustomers", "unresolved other_entity"
NPL, LCR, NSFR = "NonPerformingLoanRatio", "LiquidityCoverageRatio", "NetStableFundingRatio"
COST = "CostToIncomeRatio"
PERSONAL, CORPORATE = "PersonalCustomers", "CorporateCustomers"

IN_2024: list[tuple[str, list[Reading]]] = [
    # an aside between the subject and its verb says nothing of the figure
    (
        "Loans were $9 billion. Deposits, which we began to gather in July, were $5 billion.",
        [(LOANS, "", END, "9000000000"), (DEPOSITS, "", END, "5000000000")],
    ),
    (
        "Personal deposits came to $6 billion. Corporate deposits, still the smaller part of the two, stood at $4 billion.",
        [(DEPOSITS, PERSONAL, END, "6000000000"), (DEPOSITS, CORPORATE, END, "4000000000")],
    ),
    (
        "Personal loans, our oldest business, fell 3% to $2 billion.",
        [(f"GrowthRateOf{LOANS}", PERSONAL, YEAR, "-0.03"), (LOANS, PERSONAL, END, "2000000000")],
    ),
    # what stands behind "by" is the measure of the change that was spoken of
    (
        "The Bank increased its operating income by 5.1% to $438 million.",
        [("GrowthRateOfOperatingIncome", "", YEAR, "0.051"), ("OperatingIncome", "", YEAR, "438000000")],
    ),
    (
        "Operating expenses fell more slowly, by 2.4%, than in the last year.",
        [("GrowthRateOfOperatingExpenses", "", YEAR, "-0.024")],
    ),
    # a rate whose name says so improves as it rises, or as it falls
    (
        "The provision coverage ratio improved by 3 percentage points.",
        [("IncreaseDecreaseInProvisionCoverageRatio", "", YEAR, "0.03")],
    ),
    (
        "The non-performing loan ratio was 12 basis points better than a year ago.",
        [(f"IncreaseDecreaseIn{NPL}", "", YEAR, "-0.0012")],
    ),
    # what deals out may stand behind the last figure, and the time behind it is of all
    (
        "The LCR was 143% (minimum 100%), the NSFR 109%, compared with 151% and 111% respectively at the end of 2023.",
        [
            (LCR, "", END, "1.43"),
            (OTHER, "", "", "1.00"),
            (NSFR, "", END, "1.09"),
            (LCR, "", LAST, "1.51"),
            (NSFR, "", LAST, "1.11"),
            ("not_a_fact year", "", "", None),
        ],
    ),
    (
        "Deposits: personal $200 million, corporate $40 million, time deposits $20 million, or 77%, 15% and 8% of the total.",
        [
            (DEPOSITS, PERSONAL, END, "200000000"),
            (DEPOSITS, CORPORATE, END, "40000000"),
            (DEPOSITS, "TimeDeposits", END, "20000000"),
            (f"ShareOf{DEPOSITS}", PERSONAL, END, "0.77"),
            (f"ShareOf{DEPOSITS}", CORPORATE, END, "0.15"),
            (f"ShareOf{DEPOSITS}", "TimeDeposits", END, "0.08"),
        ],
    ),
    (
        "The NPL ratio of corporate loans and personal loans was 0.98% and 1.46%, respectively.",
        [(NPL, CORPORATE, END, "0.0098"), (NPL, PERSONAL, END, "0.0146")],
    ),
    # a part that no word names is not the whole
    (
        "Personal loans were $9 billion. Around 70% of it is secured.",
        [(LOANS, PERSONAL, END, "9000000000"), ("unresolved no_concept", "", END, "0.7")],
    ),
    # another's figure in passing does not part a figure from what its sentence is about
    (
        "The NPL ratio was 1.14%, against an industry average of 1.64%; for corporate loans it was 1.30%.",
        [(NPL, "", END, "0.0114"), (OTHER, "", "", "0.0164"), (NPL, CORPORATE, END, "0.0130")],
    ),
    # times of something else
    (
        "The new app was launched in August; monthly active customers of mobile banking were 6.35 million.",
        [("NumberOfMonthlyActiveCustomers", "MobileBankingServices", END, "6350000")],
    ),
    # marks that part nothing, and those that end a sentence
    ("The cost:income ratio was 47.5%.", [(COST, "", YEAR, "0.475")]),
    (
        'Regulators call us "well capitalized." Deposits grew to $5 billion.',
        [(DEPOSITS, "", END, "5000000000")],
    ),
    (
        "Deposits were $4 billion a year before.1 Loans stood at $3 billion.",
        [
            (DEPOSITS, "", LAST, "4000000000"),
            ("not_a_fact reference", "", "", None),
            (LOANS, "", END, "3000000000"),
        ],
    ),
    ("Customer numbers doubled to 880,000.", [("NumberOfCustomers", "", END, "880000")]),
]


@pytest.mark.parametrize(("text", "wanted"), IN_2024, ids=[text for text, _ in IN_2024])
def test_what_english_clauses_say(text: str, wanted: list[Reading]) -> None:
    """Each is a sentence as annual reports write them."""
    assert readings_of(text) == wanted


def test_a_range_may_repeat_the_currency() -> None:
    """Both ends of a range are bounds, whatever sign of a currency stands before the second."""
    for said in ("between HK$70 million and HK$75 million", "HK$70 million to HK$75 million"):
        text = f"For 2025 we expect operating expenses of {said}."

        assert "Low" in members_of(row_of(text, "70 million"))
        assert "High" in members_of(row_of(text, "75 million"))


def test_what_alters_a_figure_is_no_aside() -> None:
    """Words that leave something out, between commas, still leave it out."""
    found = readings_of("Deposits, excluding time deposits, were $5 billion.")

    assert (DEPOSITS, "", END, "5000000000") not in found
