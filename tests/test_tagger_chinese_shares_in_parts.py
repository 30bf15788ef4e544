"""Shares in a part, changes that are ranges, what there was beside a plan, and sentences about the world outside, in Chinese."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings

NPL, LOANS = "NonPerformingLoanRatio", "LoansAndAdvancesToCustomers"
END = "2024-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "個人貸款中，住房貸款佔65%。",
        "在公司贷款中，制造业贷款占比30%，较年初提高2个百分点。",
        "個人貸款中，住房貸款佔65%，公司貸款佔12%。",
        "公司貸款佔全部新增貸款的16.3%。",
    ],
)
def test_a_share_that_is_set_in_a_part_is_none_of_the_whole(text: str) -> None:
    """What is told of a part of a part, or of what is new, is not said of the whole."""
    assert fact_readings(text) == []


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("客戶貸款中，公司貸款佔65%，個人貸款佔35%。", ["0.65", "0.35"]),
        ("公司貸款佔客戶貸款的65%。", ["0.65"]),
    ],
)
def test_a_share_that_is_set_in_the_whole_is_one(text: str, shares: list[str]) -> None:
    """客戶貸款中 and 佔客戶貸款 name the whole."""
    assert [fact[3] for fact in fact_readings(text)] == shares


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("不良率目標1.3%以下，實際為1.16%。", [(NPL, "Target", END, "0.013"), (NPL, "", END, "0.0116")]),
        ("不良率目标不超过1.3%，实际1.16%。", [(NPL, "Target", END, "0.013"), (NPL, "", END, "0.0116")]),
        ("本行計劃將不良率降至1.2%。", [(NPL, "Target", END, "0.012")]),
    ],
)
def test_what_there_was_is_no_plan(text: str, facts: list[Reading]) -> None:
    """目標X，實際為Y are a plan and what came of it."""
    assert fact_readings(text) == facts


@pytest.mark.parametrize("text", ["擬於2025年開設營業網點不超過5家。", "计划2025年新设8家营业网点。"])
def test_what_is_to_be_set_up_is_not_all_there_is(text: str) -> None:
    """So many more are planned."""
    assert fact_readings(text) == []


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("預計2025年不良率下降0.1至0.2個百分點。", ["-0.001", "-0.002"]),
        ("2025年，不良率预计收窄5至8个基点。", ["-0.0005", "-0.0008"]),
    ],
)
def test_the_end_of_a_range_of_changes_is_a_change(text: str, changes: list[str]) -> None:
    """The second number of 收窄5至8個基點 is a change as the first is, and no level."""
    facts = fact_readings(text)
    assert [(name, value) for name, _, _, value in facts] == [
        (f"IncreaseDecreaseIn{NPL}", c) for c in changes
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("香港樓市疲弱。客戶貸款增至50億元。", [(LOANS, "", END, "5000000000")]),
        ("香港業務表現理想。其客戶貸款增至50億元。", [(LOANS, "HongKong", END, "5000000000")]),
    ],
)
def test_the_world_outside_is_no_part_of_the_entity(text: str, facts: list[Reading]) -> None:
    """香港經濟 heads no paragraph about Hong Kong, and 其 behind it points at nothing that the words name."""
    assert fact_readings(text) == facts
