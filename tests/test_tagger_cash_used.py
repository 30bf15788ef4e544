"""Cash that was used, under concepts that say it came in: an outflow is negative."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings

SAID = [
    ("Net cash used in operating activities was 5 billion yuan.", ["-5000000000"]),
    (
        (
            "Net cash used in investing activities was 5 billion yuan, compared with net cash of 2 billion yuan generated "
            "by them in 2023."
        ),
        ["-5000000000"],
    ),
    (
        "Net cash used in investing activities was 5 billion yuan, compared with 2 billion yuan in 2023.",
        ["-5000000000", "-2000000000"],
    ),
    ("Net cash used in operating activities was (5) billion yuan.", ["-5000000000"]),
    ("Net cash from operating activities was 5 billion yuan.", ["5000000000"]),
    ("Net cash flow from operating activities was negative 5 billion yuan.", ["-5000000000"]),
]


@pytest.mark.parametrize(("text", "values"), SAID)
def test_cash_that_is_used_is_below_zero(text: str, values: list[str]) -> None:
    """Never twice negative, and what came in is positive."""
    assert [value for _, _, _, value in fact_readings(text)][: len(values)] == values
