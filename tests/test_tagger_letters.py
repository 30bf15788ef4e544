"""Letters to shareholders: amounts a share that go on, asides of a share, what is expected, and dashes."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, members_of, profile_of, said_in, taxonomy_in_data

_SHORT = (("GrowthRateOf", "^"), ("IncreaseDecreaseIn", "~"), ("ShareOf", "%"))


def said(text: str) -> list[str]:
    """Return what each quantity of a text says: "^Loans -0.02" a growth, "~" a change, "%" a share, "?" left open."""
    rows = ledger_of(text, taxonomy=taxonomy_in_data("lender"), profile=profile_of(currency="USD")).rows
    return said_in(rows, _SHORT, lambda when: "" if when.endswith("2024-12-31") else f"@{when[-10:-6]}")


A_SHARE = {
    "pairs, each with its time": (
        "Share awards were $32 million, or 27 cents per diluted share, in 2024 and $28 million, or 29 cents in 2023.",
        ["Awards 32000000", "AwardsPerShare 0.27", "Awards@2023 28000000", "AwardsPerShare@2023 0.29"],
    ),
    "the second leaves out what the first says": (
        "Net income was $168.4 million, or $1.62 per diluted share, compared with $159.1 million, or $1.52 per share, in 2023.",
        ["NetIncome 168400000", "DilutedEarnings 1.62", "NetIncome@2023 159100000", "DilutedEarnings@2023 1.52"],
    ),
    "a share, of what shareholders earned": (
        "Earnings fell to $41 million, or 70 cents a share, from $48 million, or 83 cents a share, a year earlier.",
        ["NetIncome 41000000", "DilutedEarnings 0.70", "NetIncome@2023 48000000", "DilutedEarnings@2023 0.83"],
    ),
    "behind one in brackets": (
        "Net income was $212 million (2023: $190 million), or $4.12 per share, compared with $3.70 per share.",
        ["NetIncome 212000000", "NetIncome@2023 190000000", "DilutedEarnings 4.12", "DilutedEarnings@2023 3.70"],
    ),
    "of another amount a share": (
        "The dividend came to 24 cents per share, up from 20 cents per share in 2023.",
        ["Dividend 0.24", "Dividend@2023 0.20"],
    ),
    "alone": (
        "Diluted earnings per share were $2.41, against $2.30 per share a year ago.",
        ["DilutedEarnings 2.41", "DilutedEarnings@2023 2.30"],
    ),
    "what nothing explains says nothing a share": (
        "The merger cost us $12 million, or $0.05 per share.",
        ["?", "?"],
    ),
    "a clause with a verb behind goes on about nothing": (
        "Diluted earnings per share were $1.04, and $0.12 per share was set aside.",
        ["DilutedEarnings 1.04", "?"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), A_SHARE.values(), ids=A_SHARE)
def test_an_amount_a_share_goes_on_from_those_before(text: str, wanted: list[str]) -> None:
    """Its words may leave out what those before said; of net income it is the earnings."""
    assert said(text) == wanted


ASIDES = {
    "a change is the part's": (
        "Overdue loans were $172.4 million, or 0.52% of total loans, an increase of $13.5 million.",
        ["BadLoans 172400000", "BadLoanRatio 0.0052", "~BadLoans 13500000"],
    ),
    "a growth too, where a rate has none": (
        "Overdue loans stood at $80 million, or 1.2% of total loans, down 8%.",
        ["BadLoans 80000000", "BadLoanRatio 0.012", "^BadLoans -0.08"],
    ),
    "points are the rate's": (
        "Overdue loans stood at $80 million, or 1.2% of total loans, up 20 basis points.",
        ["BadLoans 80000000", "BadLoanRatio 0.012", "~BadLoanRatio 0.0020"],
    ),
    "what which opens is of the whole": (
        "Overdue loans were 0.52% of total loans, which grew by 3%.",
        ["BadLoanRatio 0.0052", "^Loans 0.03"],
    ),
    "the rate alone has no growth": (
        "The overdue loan ratio was 1.2% of total loans, up 8%.",
        ["BadLoanRatio 0.012", "?"],
    ),
    "of a member": (
        "Institutional clients accounted for $38.2 billion, or 39.6% of managed assets, a rise of $2 billion.",
        ["Assets+Institutions 38200000000", "%Assets+Institutions 0.396", "~Assets+Institutions 2000000000"],
    ),
    "the whole behind a rate between commas": (
        "Family offices accounted for $38.2 billion, or about 39.6%, of managed assets.",
        ["Assets+Families 38200000000", "%Assets+Families 0.396"],
    ),
    "a rate between commas": (
        "Overdue loans came to $812 million, or 0.61%, of total loans.",
        ["BadLoans 812000000", "BadLoanRatio 0.0061"],
    ),
    "of which opens no whole": (
        "Loans grew by $30 million, or 8%, of which overdue loans made $2 million.",
        ["~Loans 30000000", "^Loans 0.08", "BadLoans 2000000"],
    ),
    "what flows into a thing is not the thing": (
        "Net inflows into managed assets were $1.4 billion in 2024 and $4.9 billion in 2023.",
        ["Inflows 1400000000", "Inflows@2023 4900000000"],
    ),
    "nor is what stands against it": (
        "Guarantees against loans came to $5 million.",
        ["?"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ASIDES.values(), ids=ASIDES)
def test_an_aside_of_a_share_ends_where_it_ends(text: str, wanted: list[str]) -> None:
    """What follows goes on with the part, not with the whole that the aside names."""
    assert said(text) == wanted


EXPECTED = {
    "who expects is no part of it": (
        "For 2025, management expects fee income to grow by 3% to 5% and loans by 4%.",
        ["^Fees+Low+Forecast@2025 0.03", "^Fees+High+Forecast@2025 0.05", "^Loans+Forecast@2025 0.04"],
    ),
    "the whole behind the second end": (
        "For 2025, directors now expect overdue loans to be between 20 and 25 basis points of total loans.",
        ["BadLoanRatio+Low+Forecast@2025 0.0020", "BadLoanRatio+High+Forecast@2025 0.0025"],
    ),
    "for when the sentence before plans": (
        "For 2025, we expect fee income of $990 million. The efficiency ratio is forecast at 61%.",
        ["Fees+Forecast@2025 990000000", "Efficiency+Forecast@2025 0.61"],
    ),
    "for no time that is said": (
        "We expect fee income of $990 million. The efficiency ratio is forecast at 61%.",
        ["?", "?"],
    ),
    "another paragraph": (
        "For 2025, we expect fee income of $990 million.\n\nThe efficiency ratio is forecast at 61%.",
        ["Fees+Forecast@2025 990000000", "?"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), EXPECTED.values(), ids=EXPECTED)
def test_what_is_expected_is_for_a_time_that_is_said(text: str, wanted: list[str]) -> None:
    """A forecast without a time is for that of the plan before it, and of what its other end is of."""
    assert said(text) == wanted


DASHES = {
    "an aside": ("Loans — our main business — rose by 4% to $80 million.", ["^Loans 0.04", "Loans 80000000"]),
    "one with terms of its own": (
        "The efficiency ratio — that is, fee income divided by loans — came in at 41.2%, compared with 43.0%.",
        ["Efficiency 0.412", "Efficiency@2023 0.430"],
    ),
    "without blanks": ("Overdue loans—those 90 days past due—fell by $2 million.", ["~BadLoans -2000000"]),
    "short ones": ("Fee income – by far the larger part – was $72 million.", ["Fees 72000000"]),
    "one with a figure": ("Net income - up 4% - was $30 million.", ["^NetIncome 0.04", "NetIncome 30000000"]),
    "one dash, and a participle": (
        "Fee income grew significantly — expanding 62% to $831 million from $512 million in 2023.",
        ["^Fees 0.62", "Fees 831000000", "Fees@2023 512000000"],
    ),
    "lost by an older encoding": (
        "Loans \ufffd the bank\ufffds main business \ufffd rose by 4% to $80 million.",
        ["^Loans 0.04", "Loans 80000000"],
    ),
    "a clause of its own between them": (
        "Fee income rose — loans fell by 4% — and net income was $30 million.",
        ["^Loans -0.04", "NetIncome 30000000"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), DASHES.values(), ids=DASHES)
def test_an_aside_between_dashes_parts_a_subject_from_its_verb(text: str, wanted: list[str]) -> None:
    """What stands between them says nothing of the figure behind them."""
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Loans bulged to $80 million.", ["Loans 80000000"]),
        ("Fee income mushroomed by 40%.", ["^Fees 0.40"]),
        ("Loans edged lower by 1% to $70 million.", ["^Loans -0.01", "Loans 70000000"]),
        ("Net income came in higher by 4%.", ["^NetIncome 0.04"]),
        ("Loans skyrocketed 30%, to $80 million.", ["^Loans 0.30", "Loans 80000000"]),
        ("Overdue loans cratered, dropping off by $2 million.", ["~BadLoans -2000000"]),
        ("Fee income trended lower, easing 2% to $3 million.", ["^Fees -0.02", "Fees 3000000"]),
        ("Rising loans of $80 million were a burden.", ["Loans 80000000"]),
        ("Falling loans of $80 million were a concern.", ["Loans 80000000"]),
    ],
)
def test_verbs_of_change(text: str, wanted: list[str]) -> None:
    """Livelier words than rose and fell; one that only describes a noun says no change of it."""
    assert said(text) == wanted


OTHERS = {
    "another concept": ("Fee income was $5 million, or $1 million more than net income.", ["Fees 5000000", "?"]),
    "less than another": ("Loans were $5 billion, $1 billion less than managed assets.", ["Loans 5000000000", "?"]),
    "another rate": ("Loans grew by 5%, 2% faster than managed assets.", ["^Loans 0.05", "?"]),
    "above another": ("Loans were 4% above managed assets.", ["?"]),
    "another part": (
        "Managed assets of institutional clients were $5 billion, $1 billion more than family offices.",
        ["Assets+Institutions 5000000000", "?"],
    ),
    "a time": ("Loans were $1 billion more than a year ago.", ["~Loans 1000000000"]),
    "the same": ("Loans were $1 billion more than at the end of 2023.", ["~Loans 1000000000"]),
    "what goes on behind it": (
        "Loans grew faster than managed assets, climbing 5.4% to $6 billion.",
        ["^Loans 0.054", "Loans 6000000000"],
    ),
    "outpaced": ("Fee income outpaced net income, rising by 5%.", ["^Fees 0.05"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), OTHERS.values(), ids=OTHERS)
def test_what_another_thing_is_compared_with_has_not_changed(text: str, wanted: list[str]) -> None:
    """How much more one thing is than another is a change of neither."""
    assert said(text) == wanted


WHOLES = {
    "its amount before it": (
        "Overdue loans were $4 billion, or 1.2% of the $300 billion of loans.",
        ["BadLoans 4000000000", "BadLoanRatio 0.012", "Loans 300000000000"],
    ),
    "behind a pronoun": (
        "Overdue loans were $4 billion. That was equal to 1.2% of the $300 billion of loans outstanding.",
        ["BadLoans 4000000000", "BadLoanRatio 0.012", "Loans 300000000000"],
    ),
    "behind another": (
        "Overdue loans were $4 billion. This represents 1.2% of total loans.",
        ["BadLoans 4000000000", "BadLoanRatio 0.012"],
    ),
    "its total": ("Loans were $5 billion, 25% above the 2023 total of $4 billion.",
                  ["Loans 5000000000", "^Loans 0.25", "Loans@2023 4000000000"]),
    "its level": ("The overdue loan ratio was 1.2%, 20 basis points below last year's level of 1.4%.",
                  ["BadLoanRatio 0.012", "~BadLoanRatio -0.0020", "BadLoanRatio@2023 0.014"]),
    "its figure": ("Fee income rose to $80 million, up 25% on the 2023 figure of $64 million.",
                   ["Fees 80000000", "^Fees 0.25", "Fees@2023 64000000"]),
    "the total of another": ("Loans were 3% above the 2023 total of managed assets of $5 billion.",
                             ["^Loans 0.03", "Assets 5000000000"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WHOLES.values(), ids=WHOLES)
def test_what_stands_between_a_rate_and_its_whole(text: str, wanted: list[str]) -> None:
    """An amount may stand before the whole, and a noun before the value of a year."""
    assert said(text) == wanted


POINTED = {
    "ratio": (
        "The overdue loan ratio improved again. That ratio was 1.2%, compared with 1.4% in 2023.",
        ["BadLoanRatio 0.012", "BadLoanRatio@2023 0.014"],
    ),
    "with an article": ("The overdue loan ratio improved. The ratio was 1.2%.", ["BadLoanRatio 0.012"]),
    "the first word of a name": ("The dividend per share was raised. That dividend came to $0.30.", ["Dividend 0.30"]),
    "income": ("Fee income held up well in a weak market. That income came to $4 million.", ["Fees 4000000"]),
    "several": ("Managed assets did well. Those assets rose by 4%.", ["^Assets 0.04"]),
    "behind an opening phrase": (
        "The overdue loan ratio rose to 2.35%. Excluding the levy, the year-end ratio was just 0.86%.",
        ["BadLoanRatio 0.0235", "BadLoanRatio+WithoutLevy 0.0086"],
    ),
    "set in a place": ("The efficiency ratio improved. In Ruritania, the ratio was 41.2%.", ["?"]),
    "of two": ("Fee income and net income rose. That income came to $4 million.", ["?"]),
    "another noun": ("Fee income rose. That margin came to 4%.", ["?"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), POINTED.values(), ids=POINTED)
def test_a_noun_points_back_at_the_sentence_before(text: str, wanted: list[str]) -> None:
    """Its last word is enough where one thing alone is called so."""
    assert said(text) == wanted


def test_its_part_goes_along() -> None:
    """What stands right before the thing that is pointed at holds too; with an article it may not."""
    rows = [
        ledger_of(f"Corporate loans did well. {article} loans rose by 4%.").rows
        for article in ("Those", "The")
    ]
    assert [members_of(row) for found in rows for row in found] == ["CorporateCustomers", ""]


def test_a_part_that_a_clause_names_is_of_what_may_carry_it() -> None:
    """Fees have no clients: what was said of family offices is of the assets of the heading."""
    text = "Fee income and managed assets\n\nFamily offices were quiet: the balance of $24 million was 5% below a year ago."
    assert said(text) == ["Assets+Families 24000000", "^Assets+Families -0.05"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Excluding the levy, the efficiency ratio would have been 61.0%.", ["Efficiency+WithoutLevy 0.610"]),
        ("Net income would have been $3 million excluding the levy.", ["NetIncome+WithoutLevy 3000000"]),
        ("The efficiency ratio would have been 61.0%.", ["?"]),
        ("Excluding the levy, the efficiency ratio could reach 61.0%.", ["?"]),
    ],
)
def test_what_would_have_been_is_so_on_a_basis_that_is_said(text: str, wanted: list[str]) -> None:
    """Without one it only would be."""
    assert said(text) == wanted


COUNTS = {
    "a list": (
        "The Bank had 40 branches, of which 32 were in Kowloon, six in Macau and two in Taipa.",
        ["Branches 40", "Branches+Kowloon 32", "Branches+Macau 6", "Branches+Taipa 2"],
    ),
    "all but one": ("The Bank had 40 branches, all but one in Macau.", ["Branches 40"]),
    "what was done with some": (
        "The Bank had 40 branches, 38 in Macau and two in Taipa. Two outlets were merged during the year.",
        ["Branches 40", "Branches+Macau 38", "Branches+Taipa 2"],
    ),
    "of another thing": ("Loans were $5 billion, one in Macau being overdue.", ["Loans 5000000000"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), COUNTS.values(), ids=COUNTS)
def test_number_words_go_on_a_list_of_counts(text: str, wanted: list[str]) -> None:
    """Where a part stands right behind them, and nothing but a conjunction before them."""
    assert said(text) == wanted
