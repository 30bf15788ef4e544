"""What chief executives write: verbs that no list holds, what was used up, and parts behind any preposition."""

from __future__ import annotations

import pytest

from tests.tagging_example import taxonomy_in_data
from tests.test_tagger_english_sweeps import said as said_of


def said(text: str) -> list[str]:
    """Return what each quantity of a text says, of the year 2025."""
    return said_of(text, "2025", taxonomy_in_data("letter-bank"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loans galloped ahead by 13.5% to £168m.", "^Loans 0.135; Loans 168000000"),
        ("Farm loans motored forward 8%, to £4bn.", "^Loans+Farms 0.08; Loans+Farms 4000000000"),
        ("The net interest margin sagged downwards by 12 basis points to 2.11%.", "~Margin -0.0012; Margin 0.0211"),
        ("Deposits, which romped ahead by 9%, reached £4bn.", "^Deposits 0.09; Deposits 4000000000"),
        ("Deposits were £4bn and have steadily trotted ahead by 9%.", "Deposits 4000000000; ^Deposits 0.09"),
        ("Fee income tore ahead by £5m to £60m.", "~Income 5000000; Income 60000000"),
        (
            "The harbour is our youngest market. Loans there sprinted ahead by 26% to £138m.",
            "^Loans+Harbour 0.26; Loans+Harbour 138000000",
        ),
        (
            "Loans galloped ahead by 13.5% to £168m and deposits by 4% to £200m.",
            "^Loans 0.135; Loans 168000000; ^Deposits 0.04; Deposits 200000000",
        ),
        # which way: the levels about it tell
        ("Profit blossomed by 25% to £50m from £40m.", "^Profit 0.25; Profit 50000000; Profit@2023 40000000"),
        (
            "Credit losses melted away by 50% to £20m, against £40m in 2024.",
            "^Losses -0.50; Losses 20000000; Losses@2024-01-01/2024-12-31 40000000",
        ),
        ("Deposits roared back by 11% to £4.1bn.", "?; Deposits 4100000000"),
        ("Loans pottered by 1% to £3bn.", "?; Loans 3000000000"),
        # no verb of what is named
        ("Loans Kelmar galloped ahead by 8% to £3m.", "?; ?"),
        ("Deposits at Lumo galloped ahead by 8% to £3m.", "?; ?"),
        ("Rents galloped ahead by 8%.", "?"),
        ("Loans were originated by 5% of advisers.", "?"),
        ("Profit powered on by 9%.", "?"),
    ],
)  # fmt: skip
def test_a_verb_that_no_list_holds(text: str, expected: str) -> None:
    """Its particle says which way, or the amount behind it that something moved; what the levels do not tell is open."""
    assert said(text) == expected.replace("Profit@2023", "Profit@2024-01-01/2024-12-31").split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dividends added up to £1.08 per share, up 8p.", "Dividends 1.08; ~Dividends 0.08"),
        ("Gifts to charity tallied up to £2m.", "Donations 2000000"),
        ("Credit losses mounted up to £9m.", "Losses 9000000"),
        ("Switching our system gobbled up £1.1m before tax.", "Migration 1100000"),
        ("Switching our system swallowed £1.1m.", "Migration 1100000"),
        ("Operating expenses ate up £48m of our income.", "Costs 48000000"),
        ("Operating expenses crept up £2m.", "~Costs 2000000"),
        # of a balance, or of income, it is none
        ("Farm loans gobbled up £1.1m of capital.", "?"),
        ("Fee income devoured £3m.", "?"),
        ("Fee income was £5m. The harbour gobbled up £3m.", "Income 5000000; ?"),
        # moved by so much, or took so much
        ("Deposits swept up £5m.", "?"),
        ("Deposits swept up £5m to £60m.", "~Deposits 5000000; Deposits 60000000"),
        ("Deposits swept up by £5m.", "~Deposits 5000000"),
        ("Deposits swept up 5%.", "^Deposits 0.05"),
    ],
)
def test_what_came_to_so_much_with_up(text: str, expected: str) -> None:
    """A particle may belong to a verb that is none of change; of an unlisted one without more nobody knows."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We have 19 branches: 9 in the uplands, 6 around the harbour and 4 along the delta.",
            "Branches 19; Branches+Uplands 9; Branches+Harbour 6; Branches+Delta 4",
        ),
        (
            "We have 19 branches, 9 in the uplands, 6 down by the harbour and 4 inside the delta.",
            "Branches 19; Branches+Uplands 9; Branches+Harbour 6; Branches+Delta 4",
        ),
        (
            "Loans were £4bn: £2bn around the harbour, £1.5bn out in the uplands and £0.5bn over in the delta.",
            "Loans 4000000000; Loans+Harbour 2000000000; Loans+Uplands 1500000000; Loans+Delta 500000000",
        ),
        (
            "We have 19 branches: 9 in the uplands and 6 outside the delta.",
            "Branches 19; Branches+Uplands 9; ?",
        ),
    ],
)
def test_parts_behind_any_preposition(text: str, expected: str) -> None:
    """Once one figure of a list has its part behind it, the next do too, whatever joins them but a verb."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net income was £15m. On a diluted share that is £3.41.", "Profit 15000000; PerShare 3.41"),
        ("Net income was £15m. That is £3.41 for each diluted share.", "Profit 15000000; PerShare 3.41"),
        (
            "Net income was £15m. Per share this makes £3.41, against £3.04 in 2024.",
            "Profit 15000000; PerShare 3.41; PerShare@2024 3.04",
        ),
        ("Net income was £15m. On a per-share basis it was £3.41.", "Profit 15000000; PerShare 3.41"),
        ("Net income was £15m, £3.41 on every share.", "Profit 15000000; PerShare 3.41"),
        # somebody else does something with it, or it is of something else
        ("Net income was £15m. On a diluted share the Board reserves £3.41.", "Profit 15000000; ?"),
        ("Net income was £15m. On a diluted customer that is £3.41.", "Profit 15000000; ?"),
        ("Fee income was £15m. On a diluted share that is £3.41.", "Income 15000000; ?"),
        # what a time earned, said again of one share
        (
            "The year closed well: the fourth quarter alone brought in £3.9m, or £0.91 a share.",
            "Profit@2025-10-01/2025-12-31 3900000; PerShare@2025-10-01/2025-12-31 0.91",
        ),
        (
            "The margin was 2%. The first half brought £6m, or 41p per diluted share.",
            "?; Profit@2025-01-01/2025-06-30 6000000; PerShare@2025-01-01/2025-06-30 0.41",
        ),
        ("The first half brought £6m.", "?"),
        ("The Board paid out £6m, or 41p a share.", "?; ?"),
    ],
)
def test_an_amount_on_one_share(text: str, expected: str) -> None:
    """It is the per-share amount that is called as the one before; what is said again of a share is what shareholders earned."""
    assert said(text) == expected.replace("@2024", "@2024-01-01/2024-12-31").split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Diluted earnings per share of £3.41 beat the £3.04 of 2024 by 37p.",
            "PerShare 3.41; PerShare@2024 3.04; ~PerShare 0.37",
        ),
        (
            "Net income was £15m, trailing the £17m of 2024 by £2m.",
            "Profit 15000000; Profit@2024 17000000; ~Profit -2000000",
        ),
        (
            "Operating expenses were £50m, topping the £46m of 2024 by £4m.",
            "Costs 50000000; Costs@2024 46000000; ~Costs 4000000",
        ),
        ("We missed our target of £60m of net income by £4m.", "?; ?"),
    ],
)
def test_by_how_much_the_value_then_is_outdone(text: str, expected: str) -> None:
    """The value of a time that is named between is a level, and by how much it is beaten the change."""
    assert said(text) == expected.replace("@2024", "@2024-01-01/2024-12-31").split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We ended the year with 1.46m customers, having welcomed 164,000 new ones.",
            "Customers 1460000; NewCustomers 164000",
        ),
        (
            "We serve 1.46m customers. Among them are 92,000 student ones.",
            "Customers 1460000; Students 92000",
        ),
        (
            "We welcomed 164,000 new customers. We lost 20,000 old ones.",
            "NewCustomers 164000; ?",
        ),
        (
            (
                "We have 1.46m customers, having won 164,000 new ones. Among them, student customers deserve a word. "
                "Their number grew by 38% to 92,000."
            ),
            "Customers 1460000; NewCustomers 164000; ^Students 0.38; Students 92000",
        ),
    ],
)
def test_ones_are_what_was_counted_before(text: str, expected: str) -> None:
    """With the word before them they name what is called so; what nothing is called is open."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Credit losses were £226m. The net interest margin was 2.1%. Commercial property was responsible for £138m "
                "of the charge."
            ),
            "Losses 226000000; Margin 0.021; Losses+Property 138000000",
        ),
        (
            "Credit losses were £226m. Farm loans made up £138m of the bill and home loans £8m.",
            "Losses 226000000; Losses+Farms 138000000; Losses+Homes 8000000",
        ),
        (
            "Credit losses rose by 5% to £9m. Farm loans accounted for £3m of the rise, and home loans for £1m.",
            "^Losses 0.05; Losses 9000000; ~Losses+Farms 3000000; ~Losses+Homes 1000000",
        ),
        (
            "Credit losses were £9m. Farm loans accounted for £3m of the increase in the charge.",
            "Losses 9000000; ~Losses+Farms 3000000",
        ),
        # a balance is no cost, whatever is spoken of
        ("Farm loans were behind £38m of the provision.", "?"),
        ("Commercial property was responsible for £138m of the charge.", "?"),
        # what has a name of its own keeps it
        (
            "Loans rose by £9m. Farm loans made up £3m of the increase.",
            "~Loans 9000000; ~Loans+Farms 3000000",
        ),
        ("Loans were £9m. Farm loans made up £3m of the book.", "Loans 9000000; Loans+Farms 3000000"),
        ("Deposits made up £3m of the funding.", "Deposits 3000000"),
    ],
)
def test_a_part_of_the_charge(text: str, expected: str) -> None:
    """The charge is the cost that was told before, though a rate stands between; so is the rise, of what rose."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Farm loans grew by 6.5% to £41bn, and home loans, having fallen in the first half, finished at £22bn.",
            "^Loans+Farms 0.065; Loans+Farms 41000000000; Loans+Homes 22000000000",
        ),
        ("Home loans, once our largest book, settled at £22bn.", "Loans+Homes 22000000000"),
    ],
)
def test_a_subject_before_an_aside(text: str, expected: str) -> None:
    """Verbs of coming to rest go on with what an aside parts from them, as others do."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank gave away £486,000, and its people many an hour.", "Donations 486000"),
        ("We bought back 61,200 shares and shelled out £2.1m for them.", "SharesBought 61200; Buyback 2100000"),
        ("We repurchased 61,200 shares and we paid £2.1m in doing so.", "SharesBought 61200; Buyback 2100000"),
        ("We bought back 61,200 shares, spending £2.1m on them.", "SharesBought 61200; Buyback 2100000"),
        ("We bought back 61,200 shares, which cost us £2.1m.", "SharesBought 61200; Buyback 2100000"),
        # paid for something else, or for what nothing is called after
        ("We bought back 61,200 shares and paid £2.1m in rent.", "SharesBought 61200; ?"),
        ("We closed 3 branches and paid £2.1m for them.", "?; ?"),
    ],
)  # fmt: skip
def test_what_was_paid_for_them(text: str, expected: str) -> None:
    """Words behind an amount say that it was paid for what the deed before was done with."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "We have gone on reducing our exposure to commercial property. It stood at £48.9bn, £4.2bn less than at the "
                "beginning of the year, and represents 13.5% of total loans."
            ),
            "Loans+Property 48900000000; ~Loans+Property -4200000000; %Loans+Property 0.135",
        ),
        ("Our exposure to commercial property was £3bn.", "Loans+Property 3000000000"),
        ("We trimmed our position in farming. At the year end it came to £3bn.", "Loans+Farms 3000000000"),
        # nothing says that it is what is there of it
        ("We kept away from commercial property. It came to £3bn.", "?"),
        # of some, and not of all
        ("Student customers love our app. Their deposits came to £1.5bn.", "?"),
        ("Our customers trust us. Their deposits came to £1.5bn.", "Deposits 1500000000"),
        ("Student customers love our app. Their number rose to 92,000.", "Students 92000"),
    ],
)
def test_what_a_pronoun_goes_on_about(text: str, expected: str) -> None:
    """A noun for what there is of a part makes the pronoun behind it a balance; some customers' deposits are not all."""
    assert said(text) == expected.split("; ")
