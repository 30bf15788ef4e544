"""What English clauses say across commas, lists and conjunctions: subjects before asides, measures, parts of a total."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, local, members_of, readings_of, row_of

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
    # a part and its whole name the rate
    (
        "Non-performing loans were $131 million, or 0.59% of loans.",
        [("NonPerformingLoans", "", END, "131000000"), (NPL, "", END, "0.0059")],
    ),
    (
        "Technology investment was $19 million, equivalent to 4.1% of operating income.",
        [
            ("TechnologyInvestment", "", YEAR, "19000000"),
            ("TechnologyInvestmentToOperatingIncomeRatio", "", YEAR, "0.041"),
        ],
    ),
    # a verb says what a label says by its noun, though the stemmer takes them for two
    ("We wrote off loans of HK$410 million.", [("LoansWrittenOff", "", YEAR, "410000000")]),
    ("We spent $9.8 million on training.", [("TrainingExpenditure", "", YEAR, "9800000")]),
    ("We employ 1,150 people.", [("NumberOfEmployees", "", END, "1150")]),
    (
        "Our hotline handled 9.7 million calls and answered 98.3% of them.",
        [("NumberOfCustomerServiceCalls", "", YEAR, "9700000"), ("CallAnswerRate", "", YEAR, "0.983")],
    ),
    (
        "We sold $64 billion of funds and $9 billion of treasury bonds on an agency basis.",
        [
            ("AgencySalesVolume", "Funds", YEAR, "64000000000"),
            ("AgencySalesVolume", "GovernmentBonds", YEAR, "9000000000"),
        ],
    ),
    # the noun that is counted says of which, whatever word the concept is of
    ("The Bank underwrote 17 green bonds.", [("NumberOfBondsUnderwritten", "GreenBonds", YEAR, "17")]),
    # a sentence's own subject outdoes what was spoken of before
    (
        "Personal loans were $5 billion. Mortgages fared better: $3 billion was outstanding at the year-end.",
        [(LOANS, PERSONAL, END, "5000000000"), (LOANS, "ResidentialMortgageLoans", END, "3000000000")],
    ),
    # plans
    (
        "Guidance for 2025: net interest margin 3.0%; non-performing loan ratio below 2.5%.",
        [
            ("not_a_fact year", "", "", None),
            ("NetInterestMargin", "Forecast", "2025-01-01/2025-12-31", "0.030"),
            (NPL, "Forecast", "2025-12-31", "0.025"),
        ],
    ),
    # an amount behind an article describes a thing
    (
        "Loans grew 5%, helped by a $1.1 billion mandate from a pension scheme.",
        [(f"GrowthRateOf{LOANS}", "", YEAR, "0.05"), ("unresolved no_concept", "", "", "1100000000")],
    ),
    # what a growth is measured on, said once or by the way
    (
        """Growth rates are shown at constant exchange rates unless otherwise stated.

        Operating income grew by 14 per cent. At actual exchange rates the increase was 10 per cent, and that in operating profit
        17 per cent.""",
        [
            ("GrowthRateOfOperatingIncome", "ConstantExchangeRate", YEAR, "0.14"),
            ("GrowthRateOfOperatingIncome", "", YEAR, "0.10"),
            ("GrowthRateOfOperatingProfit", "", YEAR, "0.17"),
        ],
    ),
    (
        "Since the end of 2021, loans have grown by 38% to $21.4 billion, a compound annual rate of 11.3%.",
        [
            ("not_a_fact year", "", "", None),
            (f"GrowthRateOf{LOANS}", "SeveralYears", "2022-01-01/2024-12-31", "0.38"),
            (LOANS, "", END, "21400000000"),
            (f"GrowthRateOf{LOANS}", "CompoundAnnual", "2022-01-01/2024-12-31", "0.113"),
        ],
    ),
    # a relative clause is about the last thing named, and so is its time
    (
        "Lower rates in the final quarter took a toll on the net interest margin, which narrowed by 7 basis points to 1.98%.",
        [
            ("IncreaseDecreaseInNetInterestMargin", "", YEAR, "-0.0007"),
            ("NetInterestMargin", "", YEAR, "0.0198"),
        ],
    ),
    # what says little of a thing is no other thing
    (
        "The Bank underwrote 17 green bonds with an amount of $13.65 billion.",
        [
            ("NumberOfBondsUnderwritten", "GreenBonds", YEAR, "17"),
            ("BondUnderwritingAmount", "GreenBonds", YEAR, "13650000000"),
        ],
    ),
    # parts without the noun that their names share
    (
        "Cards in issue totalled 2.05 million: 1.43 million debit and 0.62 million credit.",
        [
            ("NumberOfBankCardsIssued", "", END, "2050000"),
            ("NumberOfBankCardsIssued", "DebitCards", END, "1430000"),
            ("NumberOfBankCardsIssued", "CreditCards", END, "620000"),
        ],
    ),
    (
        "We had 684 outlets, 197 of which in counties.",
        [("NumberOfOutlets", "", END, "684"), ("NumberOfOutlets", "CountyOutlets", END, "197")],
    ),
    # how two values differ, said once more behind them
    (
        "Deposits went up from $20 million to $21 million, or by 5%.",
        [
            (DEPOSITS, "", LAST, "20000000"),
            (DEPOSITS, "", END, "21000000"),
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.05"),
        ],
    ),
    (
        "The provision coverage ratio of 134% fell 2.2 percentage points short of the year before.",
        [
            ("ProvisionCoverageRatio", "", END, "1.34"),
            ("IncreaseDecreaseInProvisionCoverageRatio", "", YEAR, "-0.022"),
        ],
    ),
    (
        "The NPL ratio was 0.71%, still below the 0.91% reported by the Coast Association for all banks.",
        [(NPL, "", END, "0.0071"), (OTHER, "", "", "0.0091")],
    ),
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


LEFT_ALONE = [
    ("We employ 300 people in the new data centre.", "300"),
    ("We have 684 outlets, 197 of which are open on Sundays.", "197"),
    ("Cards in issue totalled 2.05 million, 0.4 million of them in the west.", "0.4 million"),
    ("Overdue loans were $131 million, or 59% of the allowance.", "59%"),
]


@pytest.mark.parametrize(("text", "printed"), LEFT_ALONE, ids=[text for text, _ in LEFT_ALONE])
def test_what_names_a_part_or_another_whole_is_left_alone(text: str, printed: str) -> None:
    """Neither people of one place nor a share of something else is what the words alone would say."""
    row = row_of(text, printed)

    assert row.status == "unresolved", row.concept


def test_a_light_word_before_the_name_leaves_nothing_over() -> None:
    """The balance of personal deposits is these deposits."""
    row = row_of("The balance of personal deposits stood at RMB2,184.6 billion.", "2,184.6 billion")

    assert (local(row.concept), members_of(row)) == ("DepositsFromCustomers", "PersonalCustomers")


@pytest.mark.parametrize("verb", ["parted with", "repackaged", "offloaded"])
def test_what_was_done_with_an_amount_of_things_is_no_balance_of_them(verb: str) -> None:
    """The bank parted with so much of non-performing loans: that is not what it has of them."""
    text = f"The Bank {verb} RMB45.6 billion of non-performing loans."

    assert row_of(text, "45.6 billion").status == "unresolved"


def test_two_names_of_one_concept_that_overlap_are_one() -> None:
    """Net profit and profit for the year are both the profit; net profit for the year leaves nothing over."""
    row = row_of("Net profit for the year was RMB9.87 billion.", "9.87 billion")

    assert (row.status, local(row.concept)) == ("fact", "NetProfit")


@pytest.mark.parametrize(
    ("verb", "sign"),
    [
        ("soared", 1),
        ("leapt", 1),
        ("strengthened", 1),
        ("slid", -1),
        ("tumbled", -1),
        ("softened", -1),
        ("plunged", -1),
    ],
)
def test_verbs_of_change_with_and_without_by(verb: str, sign: int) -> None:
    """Deposits slid 8.3%, deposits slid by 39.2 billion: both are changes, and neither is a level."""
    rate = row_of(f"Customer deposits {verb} 8.3% to RMB512.4 billion.", "8.3%")
    change = row_of(f"Customer deposits {verb} by RMB39.2 billion to RMB512.4 billion.", "39.2 billion")

    assert (local(rate.concept), rate.value) == ("GrowthRateOfDepositsFromCustomers", f"{sign * 0.083:.3f}")
    assert (local(change.concept), change.value) == (
        "IncreaseDecreaseInDepositsFromCustomers",
        str(sign * 39_200_000_000),
    )


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("At the end of June, 742,000 bank cards were in issue.", ("", "2024-06-30", "742000")),
        ("At year-end, 571,000 debit cards were in issue.", ("DebitCards", END, "571000")),
        ("At year-end, 318,000 credit cards are in issue.", ("CreditCards", END, "318000")),
    ],
)
def test_a_verb_of_state_may_stand_in_a_term(text: str, reading: tuple[str, str, str]) -> None:
    """Cards were in issue is cards in issue, and no issue of cards in the year."""
    assert readings_of(text)[-1:] == [("NumberOfBankCardsIssued", *reading)]


GOES_ON: list[tuple[str, list[Reading]]] = [
    (
        "Total loans grew by around 25.8% over September 30, 2023 and around 7.2% over June 30, 2024.",
        [
            (f"GrowthRateOf{LOANS}", "SamePeriodOfPreviousYear", "2023-10-01/2024-09-30", "0.258"),
            (f"GrowthRateOf{LOANS}", "PrecedingPeriod", "2024-07-01/2024-09-30", "0.072"),
        ],
    ),
    (
        "Customer deposits fell 12% from 31 December 2023 and nearly 3% from 30 June 2024.",
        [
            (f"GrowthRateOf{DEPOSITS}", "", "2024-01-01/2024-09-30", "-0.12"),
            (f"GrowthRateOf{DEPOSITS}", "PrecedingPeriod", "2024-07-01/2024-09-30", "-0.03"),
        ],
    ),
    (
        "Total loans expanded 12%, or RMB35 billion, to RMB338 billion.",
        [
            (f"GrowthRateOf{LOANS}", "", "2024-01-01/2024-09-30", "0.12"),
            (f"IncreaseDecreaseIn{LOANS}", "", "2024-01-01/2024-09-30", "35000000000"),
            (LOANS, "", "2024-09-30", "338000000000"),
        ],
    ),
    (
        "Net profit was RMB1,499 million, down 43.9% compared with the RMB2,671 million earned in the same period of 2023.",
        [
            ("NetProfit", "", "2024-01-01/2024-09-30", "1499000000"),
            ("GrowthRateOfNetProfit", "", "2024-01-01/2024-09-30", "-0.439"),
            ("NetProfit", "", "2023-01-01/2023-09-30", "2671000000"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "readings"), GOES_ON)
def test_what_a_change_goes_on_with(text: str, readings: list[Reading]) -> None:
    """Against another base, as an amount, with what it is compared with."""
    assert fact_readings(text, "2024Q3") == readings


def test_a_word_of_the_language_alone_names_no_concept() -> None:
    """Portfolios are no custody portfolios, and the loan portfolio is the loans."""
    row = row_of("The loan portfolio expanded by 8.9% to RMB4,080 billion.", "8.9%")

    assert local(row.concept) == "GrowthRateOfLoansAndAdvancesToCustomers"
