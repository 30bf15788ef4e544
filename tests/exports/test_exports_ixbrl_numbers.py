"""Number transformations: which digits are tagged, and with which scale."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.ixbrl_numbers import DOT_DECIMAL, FIXED_ZERO, transformation


@pytest.mark.parametrize(
    ("text", "value", "digits", "scale"),
    [
        ("174,822.23億元", "17482223000000", "174,822.23", 8),
        ("1.2萬家", "12000", "1.2", 4),
        ("4.4萬億元", "4400000000000", "4.4", 12),
        ("70百萬", "70000000", "70", 6),
        ("8.3%", "0.083", "8.3", -2),
        ("50個基點", "0.0050", "50", -4),
        ("7,025.23億元", "-702523000000", "7,025.23", 8),
        ("4,087家", "4087", "4,087", 0),
        ("12 345", "12345", "12 345", 0),
        ("1,234", "1234000000", "1,234", 6),
        ("3.30%", "0.0330", "3.30", -2),
        (".5 percent", "0.005", ".5", -2),
        ("0.0%", "0.000", "0.0", 0),
    ],
    ids=str,
)
def test_the_scale_is_the_power_of_ten_between_digits_and_value(
    text: str, value: str, digits: str, scale: int
) -> None:
    """No list of scale words is needed: a chart headed in millions works like 億."""
    how = transformation(text, Decimal(value))

    assert how is not None
    assert (text[how.start : how.end], how.scale, how.format) == (digits, scale, DOT_DECIMAL)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一千三百億元", "130000000000"),
        ("七成", "0.7"),
        ("１，２３４元", "1234"),
        ("1億3,000萬元", "130000000"),
        ("三分之二", "0.67"),
        ("5", "0"),
        ("0", "5"),
        ("", "1"),
    ],
)
def test_what_no_transformation_can_read_is_left_to_a_hidden_fact(text: str, value: str) -> None:
    """A wrong value in plain sight would be worse than a right one behind it."""
    assert transformation(text, Decimal(value)) is None


def test_a_dash_that_means_zero_is_a_fixed_zero() -> None:
    """A dash whose value was read as zero needs no hiding."""
    how = transformation("–", Decimal(0))

    assert how is not None
    assert how.format == FIXED_ZERO


@given(st.decimals(-(10**12), 10**12, places=4), st.integers(-8, 12))
def test_printed_digits_and_scale_give_the_value_back(printed: Decimal, scale: int) -> None:
    """Whatever the digits and the scale, reading the tag gives the magnitude of the value."""
    text = f"{abs(printed):,.4f}億"
    value = printed.scaleb(scale)

    how = transformation(text, value)

    assert how is not None
    digits = Decimal(text[how.start : how.end].replace(",", ""))
    assert digits.scaleb(how.scale) == abs(value)
