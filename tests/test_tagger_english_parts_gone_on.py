"""English sentences that go on about a part: what it is among its like, what a pronoun or a place points back at."""

from __future__ import annotations

import pytest

from tests.tagging_example import facts_with, profile_of, taxonomy_in_data

YEAR, END, SECOND = "2025-01-01/2025-12-31", "2025-12-31", "2025-07-01/2025-12-31"


def _facts(text: str) -> list[str]:
    return facts_with(taxonomy_in_data("parts-gone-on"), profile_of(currency="EUR"), text, "2025")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Denmark was the star performer with €210 million.", f"Profit Dk {YEAR} 210000000"),
        ("Sweden remained our most profitable market, at €410 million.", f"Profit Se {YEAR} 410000000"),
        ("Poland lagged behind at €12 million.", f"Profit Pl {YEAR} 12000000"),
        ("Merchant Banking came second with €190 million.", f"Profit Trade {YEAR} 190000000"),
        ("The contribution of Wealth Advice was €98 million.", f"Profit Advice {YEAR} 98000000"),
        ("Personal Banking's contribution rose by 4%.", f"GrowthRateOfProfit Personal {YEAR} 0.04"),
    ],
)
def test_what_a_part_is_among_its_like_makes_no_other_thing_of_its_figure(said: str, wanted: str) -> None:
    """Nor does a noun for what there is of it."""
    assert _facts(f"Profit before tax was €790 million. {said}")[1:] == [wanted]


@pytest.mark.parametrize(
    "said",
    [
        "Denmark was a difficult market, with defaults of €210 million.",
        "Denmark built a new hub with €210 million.",
        "The workshop in Poland was the largest at €12 million.",
        "Denmark was the star performer and Ruritania the laggard with €210 million.",
    ],
)
def test_words_that_tell_of_something_else_leave_the_figure_open(said: str) -> None:
    """No link right before the figure, no verb of being, another thing beside the part."""
    assert _facts(f"Profit before tax was €790 million. {said}")[1:] == []


def test_exposure_to_a_kind_of_loan_is_as_much_of_the_loans() -> None:
    """Cut by so much, and what it stood at then."""
    text = (
        "Customer loans grew 4.2% to €81 billion. Exposure to commercial property was cut by €0.9 billion "
        "and stood at €7.1 billion."
    )
    assert _facts(text)[2:] == [
        f"IncreaseDecreaseInLoans Property {YEAR} -900000000",
        f"Loans Property {END} 7100000000",
    ]


def test_a_part_that_comes_next_behind_a_growth_grew_so() -> None:
    """And a share goes on as a share, though a ratio may have the part too."""
    assert _facts("Customer loans grew by 5%. Home loans came next at 4%.")[1:] == [
        f"GrowthRateOfLoans Home {YEAR} 0.04"
    ]
    shares = (
        "Home loans make up 48% of customer loans, consumer loans 17%. Two years ago home loans were 51%."
    )
    assert _facts(shares)[2:] == ["ShareOfLoans Home 2023-12-31 0.51"]
    assert _facts("Customer loans grew by 5%. In Poland it was 3%.")[1:] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Operating income in Poland rose to €48 million. Its costs were €20 million.",
            f"Costs Pl {YEAR} 20000000",
        ),
        (
            "In Sweden operating income was €48 million. Profit before tax there was €9 million.",
            f"Profit Se {YEAR} 9000000",
        ),
        (
            "Operating income was €900 million. Denmark added €92 million. The cost-income ratio there was 46.2%.",
            f"CostRatio Dk {YEAR} 0.462",
        ),
        (
            "Wealth Advice had a good year in Poland. Operating income there was €5 million.",
            f"Income Pl+Advice {YEAR} 5000000",
        ),
        (
            "The Group's operating income in Poland rose to €48 million. Its costs were €20 million.",
            f"Costs - {YEAR} 20000000",
        ),
        (
            "Operating income was €30 million in Sweden and €50 million in Poland. Its costs were €20 million.",
            f"Costs - {YEAR} 20000000",
        ),
        (
            "Operating income in Poland was €48 million. There were costs of €20 million.",
            f"Costs - {YEAR} 20000000",
        ),
    ],
)
def test_its_and_there_point_back_at_the_one_part_that_was_named(text: str, wanted: str) -> None:
    """At none where the sentence before names the entity too, or two parts."""
    assert _facts(text)[-1] == wanted


def test_what_points_back_at_what_points_back_is_of_the_same_part() -> None:
    """The sentence between names the part by no name of its own."""
    text = (
        "Operating income in Merchant Banking was €940 million. Its costs were €410 million. "
        "The cost-income ratio there was 43.6%."
    )
    assert _facts(text)[1:] == [f"Costs Trade {YEAR} 410000000", f"CostRatio Trade {YEAR} 0.436"]


def test_what_of_a_total_fell_in_a_time_was_made_then() -> None:
    """It fell to no less."""
    assert _facts("Profit before tax was €790 million. €310 million of that fell in the second half.")[
        1:
    ] == [f"Profit - {SECOND} 310000000"]


def test_a_verb_before_a_colon_holds_for_the_parts_behind_it() -> None:
    """Each behind "by": a change of it, and no share."""
    text = "Profit before tax rose across the board: in Sweden by 3% to €410 million, in Denmark by 5%."
    assert _facts(text) == [
        f"GrowthRateOfProfit Se {YEAR} 0.03",
        f"Profit Se {YEAR} 410000000",
        f"GrowthRateOfProfit Dk {YEAR} 0.05",
    ]


def test_the_latter_goes_on_from_what_the_former_did() -> None:
    """By so much, with its verb left out."""
    text = (
        "Operating income of Personal Banking was €1,720 million, that of Merchant Banking €1,190 million. "
        "The former rose by 4%, the latter by 11%."
    )
    assert _facts(text)[2:] == [
        f"GrowthRateOfIncome Personal {YEAR} 0.04",
        f"GrowthRateOfIncome Trade {YEAR} 0.11",
    ]


def test_by_an_amount_to_another_behind_such_a_pair_is_no_range() -> None:
    """Though the second is less than four times the first."""
    text = "Operating income in Sweden grew by €62 million to €640 million and in Denmark by €90 million to €340 million."
    assert _facts(text)[2:] == [
        f"IncreaseDecreaseInIncome Dk {YEAR} 90000000",
        f"Income Dk {YEAR} 340000000",
    ]


def test_outflows_are_no_flows_and_multi_asset_no_assets() -> None:
    """The end of a word is no name."""
    text = (
        "Net inflows were €3.1 billion. Equities saw outflows of €1.2 billion, fixed income attracted €2.6 billion "
        "and multi-asset €1.0 billion."
    )
    assert _facts(text)[1:] == [
        f"NetFlows Eq {YEAR} -1200000000",
        f"NetFlows Bonds {YEAR} 2600000000",
        f"NetFlows Mixed {YEAR} 1000000000",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "We won 120,000 of them in Poland.",
        "Some 41,000 were added in Poland alone.",
        "In Poland we connected another 41,000.",
        "41,000 of these were transferred to Poland.",
    ],
)
def test_so_many_with_which_something_was_done_are_not_all(said: str) -> None:
    """Those of whom a part has so many are."""
    assert _facts(f"We serve 4.3 million customers. {said}")[1:] == []


@pytest.mark.parametrize("said", ["41,000 of them were based in Poland.", "Poland has 41,000."])
def test_where_so_many_are_is_no_deed(said: str) -> None:
    """They are all that the part has."""
    assert _facts(f"We serve 4.3 million customers. {said}")[1:] == [f"Customers Pl {END} 41000"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Operating income was €900 million. Denmark booked €92 million.", [f"Income Dk {YEAR} 92000000"]),
        ("Operating costs were €900 million. Denmark paid €92 million.", [f"Costs Dk {YEAR} 92000000"]),
        ("Operating income was €900 million. Denmark paid €92 million.", []),
        ("Profit before tax was €900 million. Denmark spent €92 million.", []),
    ],
)
def test_what_a_part_laid_out_is_no_part_of_income(text: str, wanted: list[str]) -> None:
    """What it took in is, and what it laid out is of costs."""
    assert _facts(text)[1:] == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("More than half, €410 million, came from Sweden.", f"Profit Se {YEAR} 410000000"),
        ("The largest part of it, €410 million, came from Sweden.", f"Profit Se {YEAR} 410000000"),
    ],
)
def test_an_aside_behind_most_of_it_is_of_the_part_behind_it(said: str, wanted: str) -> None:
    """The fraction says it no second time, and hides nothing of what follows."""
    assert _facts(f"Profit before tax was €790 million. {said} Denmark had €210 million.")[1:] == [
        wanted,
        f"Profit Dk {YEAR} 210000000",
    ]


def test_an_aside_behind_most_of_a_change_is_of_it() -> None:
    """Behind a change and what it came to nobody can tell, and what names the change is no level."""
    rose = "Profit before tax rose by €90 million. Most of it, €60 million, came from Sweden."
    assert _facts(rose)[1:] == [f"IncreaseDecreaseInProfit Se {YEAR} 60000000"]
    reached = (
        "Profit before tax rose by €90 million to €790 million. Half of this, €45 million, came from Sweden."
    )
    assert _facts(reached)[2:] == []
    share = "Profit before tax was up €90 million. Sweden delivered the lion's share of the increase, €60 million."
    assert _facts(share)[1:] == [f"IncreaseDecreaseInProfit Se {YEAR} 60000000"]


def test_of_this_before_a_comma_makes_the_per_cents_behind_it_shares() -> None:
    """Of what the sentence before tells."""
    text = "Customer loans amounted to €41 billion. Of this, 46% are home loans and 31% consumer loans."
    assert _facts(text)[1:] == [f"ShareOfLoans Home {END} 0.46", f"ShareOfLoans Consumer {END} 0.31"]
    assert _facts("Customer loans amounted to €41 billion. Of this, 46% was sold.")[1:] == []


def test_a_noun_for_the_kind_of_a_part_adds_nothing_to_its_name() -> None:
    """Here that of the axis, which no list holds."""
    text = "Operating income was €900 million. The Wealth Advice division wrote €92 million."
    assert _facts(text)[1:] == [f"Income Advice {YEAR} 92000000"]


def test_the_division_is_that_which_the_paragraph_began_with() -> None:
    """Though the sentence between names none."""
    text = (
        "Merchant Banking increased operating income by 3%. Its customers numbered 12,000. "
        "The division made a profit before tax of €402 million."
    )
    assert _facts(text)[1:] == [f"Customers Trade {END} 12000", f"Profit Trade {YEAR} 402000000"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Profit before tax was €790 million. In the first half it had been €380 million. Operating costs were €310 million.",
            f"Costs - {YEAR} 310000000",
        ),
        (
            "Operating costs were €620 million. In the second half they came to €305 million. Sweden cut costs to €340 million.",
            f"Costs Se {YEAR} 340000000",
        ),
        (
            "Profit before tax was €790 million. In the second half it was €380 million and operating income €900 million.",
            f"Income - {SECOND} 900000000",
        ),
        (
            "Profit before tax was €790 million. In the second half costs were €380 million. Operating income was €900 million.",
            f"Income - {SECOND} 900000000",
        ),
    ],
)
def test_the_time_of_a_pronoun_is_over_where_the_next_sentence_has_a_subject(text: str, wanted: str) -> None:
    """It holds for the rest of its own sentence, and that of a sentence with a subject of its own goes on."""
    assert _facts(text)[-1] == wanted


def test_what_goes_on_from_several_parts_without_a_name_is_of_none() -> None:
    """From one it is of that, and the latter is the last."""
    several = "Profit before tax was €90 million in Sweden and €20 million in Poland. In 2024 it had been €60 million."
    assert _facts(several)[2:] == []
    one = "Profit before tax was €90 million in Sweden. In 2024 it had been €60 million."
    assert _facts(one)[1:] == ["Profit Se 2024-01-01/2024-12-31 60000000"]
