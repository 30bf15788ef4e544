"""What a verb of Han prose says is to come is no figure of the report; what stands before its verb as an object is."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, readings_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
LOANS, RATIO = "LoansAndAdvancesToCustomers", "NonPerformingLoanRatio"

TO_COME = [
    "貸款總額將達500億元。",
    "貸款將突破500億元。",
    "不良貸款率將維持在1.2%左右。",
    "不良贷款率将控制在1.2%以内。",
    "不良贷款率将不高于1.2%。",
    "不良貸款率仍將為1.2%。",
    "本行將把不良貸款率維持在1.2%。",
    "贷款将进一步增加20亿元。",
    "今後不良貸款率保持1.2%。",
    "长远而言，不良贷款率为1.2%。",
]


@pytest.mark.parametrize("text", TO_COME)
def test_what_is_to_come_is_left_open(text: str) -> None:
    """A value, a bound or a change that will be, and for which no plan and no time is said, is no figure of the year."""
    assert [reading[0] for reading in readings_of(text)] == ["unresolved ambiguous"]


def test_a_move_to_come_is_left_open_with_both_its_ends() -> None:
    """The clause goes on behind the first figure."""
    assert [reading[0] for reading in readings_of("貸款將由400億元增至500億元。")] == [
        "unresolved ambiguous"
    ] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年内，本行将不良贷款率控制在1.2%以内。", [(RATIO, "", END, "0.012")]),
        ("管理層將不良貸款率降至1.2%。", [(RATIO, "", END, "0.012")]),
        ("貸款總額將近500億元。", [(LOANS, "", END, "50000000000")]),
        ("本行將繼續拓展客戶，貸款增至500億元。", [(LOANS, "", END, "50000000000")]),
        ("着眼长远发展，本行贷款增至500亿元。", [(LOANS, "", END, "50000000000")]),
    ],
)
def test_what_was_done_is_of_the_report(text: str, expected: list[Reading]) -> None:
    """The same word before an object, within a longer one, or in a clause before, tells nothing of the figure."""
    assert readings_of(text) == expected
