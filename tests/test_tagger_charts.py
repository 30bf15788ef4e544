"""Scrambled charts are resolved by arithmetic where one reading survives, and left alone otherwise."""

from __future__ import annotations

import pytest

from tagger.ledger import Row
from tests.tagging_example import ledger_of, members_of

PROSE = "年末個人貸款6,718.92億元，比上年末增加402.35億元。個人存款9,842.07億元，較年初增加1,105.83億元。\n\n"
CHART = (
    "單位：人民幣百萬元 個人存款 單位：人民幣百萬元個人貸款\n\n2023 2024\n\n631,657\n\n2025\n\n671,892\n587,214\n\n"
    "2025\n\n789,350\n984,207\n\n2023 2024\n\n873,624\n"
)
LOANS = {"631,657": "2024-12-31", "671,892": "2025-12-31", "587,214": "2023-12-31"}
DEPOSITS = {"789,350": "2023-12-31", "984,207": "2025-12-31", "873,624": "2024-12-31"}


def numbers(text: str) -> dict[str, Row]:
    """Return the rows of the chart's numbers by what is printed."""
    return {row.text: row for row in ledger_of(text, "2025").rows if row.text in LOANS | DEPOSITS}


def test_a_chart_whose_numbers_fit_the_prose_in_one_way_is_resolved() -> None:
    """Each number has its series and year, in the caption's unit; the years of the axis are no facts."""
    found = numbers(PROSE + CHART)

    assert {text: row.period for text, row in found.items()} == LOANS | DEPOSITS
    assert {row.concept for text, row in found.items() if text in LOANS} == {
        "bank:LoansAndAdvancesToCustomers"
    }
    assert {row.concept for text, row in found.items() if text in DEPOSITS} == {"bank:DepositsFromCustomers"}
    assert {members_of(row) for row in found.values()} == {"PersonalCustomers"}
    assert found["671,892"].value == "671892000000"
    assert (found["671,892"].unit, found["671,892"].decimals) == ("CNY", -6)


def test_a_number_that_hangs_on_its_place_alone_is_less_sure() -> None:
    """The first year of each series stands in no sentence: only elimination speaks for it."""
    found = numbers(PROSE + CHART)
    by_arithmetic = [row.confidence or 0 for row in found.values() if row.period != "2023-12-31"]
    by_position = [row.confidence or 0 for row in found.values() if row.period == "2023-12-31"]

    assert len(by_position) == 2
    assert max(by_position) < min(by_arithmetic)
    assert {"position"} <= {item.kind for item in found["587,214"].evidence}


def test_the_chart_s_levels_prove_the_prose() -> None:
    """The year before in the chart, the level and the change in the sentence are one check that agrees."""
    ledger = ledger_of(PROSE + CHART, "2025")
    agreed = [proof for proof in ledger.proofs if proof.kind == "level_change_growth"]

    assert [proof.outcome for proof in agreed] == ["agrees", "agrees"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (CHART, "no prose"),
        (PROSE + CHART.replace("671,892", "681,892").replace("984,207", "994,207"), "this year's differ"),
        (PROSE + CHART.replace("631,657", "641,657").replace("873,624", "883,624"), "last year's differ"),
        (PROSE + CHART.replace("個人存款 ", "").replace("個人貸款", ""), "no series named"),
        (PROSE.replace("6,718.92", "6,735.10").replace("9,842.07", "9,855.10") + CHART, "the prose differs"),
    ],
    ids=lambda value: value if len(value) < 30 else "",
)
def test_a_chart_that_does_not_fit_stays_unresolved(text: str, why: str) -> None:
    """Nothing is guessed: every number is kept with its value and a reason."""
    rows = [row for row in ledger_of(text, "2025").rows if "," in row.text and "元" not in row.text]

    assert len(rows) == 6, why
    assert {row.status for row in rows} == {"unresolved"}, why
    assert {row.reason.code for row in rows if row.reason} == {"chart"}, why


def test_one_series_that_does_not_fit_does_not_spoil_the_other() -> None:
    """Each panel stands for itself."""
    found = numbers(PROSE + CHART.replace("631,657", "641,657"))

    assert {text for text, row in found.items() if row.status == "fact"} == set(DEPOSITS)
