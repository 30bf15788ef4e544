"""Values held beside another part's, what their and these stand for, places of where, and what an amount was added to."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of
from tests.test_tagger_english_sweeps import said

_RATIO = "NonPerformingLoanRatio"
_PERSONAL = f"{_RATIO}+PersonalCustomers"
_TEXTS: tuple[tuple[str, list[str]], ...] = (
    # another part, or all of it, at the same time; a time behind makes it the value before
    (
        "The non-performing loan ratio of corporate loans was 1.4%, against 0.3% for personal loans.",
        [f"{_RATIO}+CorporateCustomers 0.014", f"{_PERSONAL} 0.003"],
    ),
    (
        "The non-performing loan ratio of personal loans was 0.3%, compared with 0.8% for total loans.",
        [f"{_PERSONAL} 0.003", f"{_RATIO} 0.008"],
    ),
    (
        "The non-performing loan ratio of personal loans was 0.3%, versus 0.8% for the Group.",
        [f"{_PERSONAL} 0.003", f"{_RATIO} 0.008"],
    ),
    (
        "Personal loans grew by 6%, against 2% for corporate loans.",
        ["^Loans+PersonalCustomers 0.06", "^Loans+CorporateCustomers 0.02"],
    ),
    (
        "The non-performing loan ratio rose to 0.8%, against 1.4% for corporate loans alone.",
        [f"{_RATIO} 0.008", f"{_RATIO}+CorporateCustomers 0.014"],
    ),
    (
        "The non-performing loan ratio of personal loans was 0.3%, against 0.4% for the previous year.",
        [f"{_PERSONAL} 0.003", f"{_PERSONAL}@2023-12-31 0.004"],
    ),
    # what their and these stand for has the part of the sentence before
    (
        "The balance of personal loans came to £27.4 billion. Their non-performing loan ratio was 0.31%.",
        ["Loans+PersonalCustomers 27400000000", f"{_PERSONAL} 0.0031"],
    ),
    (
        "Demand was strong for personal loans, which rose by 4%. Their non-performing loan ratio was 0.31%.",
        ["^Loans+PersonalCustomers 0.04", f"{_PERSONAL} 0.0031"],
    ),
    (
        "Personal loans came to £27.4 billion. The non-performing loan ratio of these loans was 0.31%.",
        ["Loans+PersonalCustomers 27400000000", f"{_PERSONAL} 0.0031"],
    ),
    (
        "Loans were £60 billion. Their non-performing loan ratio was 0.9%.",
        ["Loans 60000000000", f"{_RATIO} 0.009"],
    ),
    # a pronoun stands for what the figure before is of, and not for the whole of its rate
    (
        "Non-performing loans came to £6.8 billion, or 1.9% of total loans; they had been £5.9 billion a year before.",
        [
            "NonPerformingLoans 6800000000",
            "NonPerformingLoanRatio 0.019",
            "NonPerformingLoans@2023-12-31 5900000000",
        ],
    ),
    # what a verb says is to come is no figure of the year, where no time and no plan is said
    ("Net interest income will be £1.6 billion.", ["?"]),
    ("Under the new plan, the cost-to-income ratio should fall to 50%.", ["?"]),
    ("You will find that deposits were £30 billion.", ["Deposits 30000000000"]),
    # a place before where
    (
        "Loans grew by 3%, driven by personal loans, where the balance rose to £27.4 billion.",
        ["^Loans 0.03", "Loans+PersonalCustomers 27400000000"],
    ),
    (
        "Loans grew by 3% in 2024, when deposits fell by 2%.",
        ["^Loans 0.03", "^Deposits -0.02"],
    ),
    # who reports adds to a charge what it came to, and to a balance a change; what something else adds is a part of one
    ("In 2024 the Bank added £18 million to impairment losses.", ["ImpairmentLosses 18000000"]),
    ("We added £2 billion to deposits.", ["~Deposits 2000000000"]),
    ("Higher rates added £18 million to net interest income.", ["?"]),
    # what an amount went to is no name of it
    (
        "Fee income rose by 9% and contributed £402 million to operating income.",
        ["^FeeAndCommissionIncome 0.09", "FeeAndCommissionIncome 402000000"],
    ),
    ("Deposits rose by 9% and contributed £402 million to net interest income.", ["^Deposits 0.09", "?"]),
    # a value that something is held against is a plan's, which the next is not, and no bound of it
    (
        "The capital adequacy ratio of 14.7% was above our target of 14.1%, and 20 basis points higher than last year.",
        [
            "CapitalAdequacyRatio 0.147",
            "CapitalAdequacyRatio+Target 0.141",
            "~CapitalAdequacyRatio 0.0020",
        ],
    ),
    # losses on loans are no loans of the grade loss, and points that something amounts to are no change
    ("Loan losses amounted to £230 million.", ["?"]),
    ("Loan losses amounted to 45 basis points of average loans.", ["?"]),
    # what only judges a number says nothing of it
    ("Deposits were up by a mere 0.9%.", ["^Deposits 0.009"]),
    ("Deposits reached a remarkable £38 billion.", ["Deposits 38000000000"]),
)


@pytest.mark.parametrize(("text", "expected"), _TEXTS, ids=[text for text, _ in _TEXTS])
def test_what_stands_beside_a_value_or_before_it(text: str, expected: list[str]) -> None:
    """Its words tell whose it is, and of when."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "words", ["our target of", "its target of", "the target of", "our medium-term target of"]
)
def test_what_a_value_is_held_against_has_no_bound(words: str) -> None:
    """It is above the target, which is 14.1% and not more."""
    rows = ledger_of(f"The capital adequacy ratio was 14.7% and stayed above {words} 14.1%.").rows
    [target] = [row for row in rows if row.text == "14.1%"]

    assert (target.value, target.qualifier) == ("0.141", "")
