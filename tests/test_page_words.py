"""The interface says the same things in every language, and numbers and periods as people read them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import pytest

from exports.page.words import (
    LANGUAGES,
    compact,
    group_digits,
    interface_language,
    percent,
    say_decimals,
    say_period,
    words_of,
)
from tagger.ledger import NOT_A_FACT_CODES, QUALIFIERS, UNRESOLVED_CODES

YEAR = "2024-01-01/2024-12-31"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text(language: str) -> None:
    """No key is missing in one language or left over in another, and no text is empty."""
    english, words = words_of("en"), words_of(language)

    assert {group: set(texts) for group, texts in english.texts.items()} == {
        group: set(texts) for group, texts in words.texts.items()
    }
    assert all(text.strip() for texts in words.texts.values() for text in texts.values())
    assert len(words.months) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_ledger_has_a_name(language: str) -> None:
    """A reason that the tagger may give never shows as a bare code."""
    texts = words_of(language).texts

    assert {*NOT_A_FACT_CODES, *UNRESOLVED_CODES} <= set(texts["reason"])
    assert set(QUALIFIERS) <= set(texts["qualifier"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_the_same_in_every_language(language: str) -> None:
    """A translation that drops the number would drop it on the page."""

    def placeholders(of: str) -> dict[str, set[str]]:
        texts = words_of(of).texts["ui"]
        return {
            key: set(text.replace("{", " {").replace("}", "} ").split()) & BRACES
            for key, text in texts.items()
        }

    assert placeholders("en") == placeholders(language)


BRACES = {"{n}", "{all}", "{day}", "{month}", "{year}", "{start}", "{end}", "{span}", "{step}", "{label}"}


@pytest.mark.parametrize(
    ("period", "year_end", "language", "said"),
    [
        ("2024-12-31", (12, 31), "en", "at the end of 31 December 2024"),
        ("2024-12-31", (12, 31), "zh-Hant", "2024年12月31日終了時"),
        (YEAR, (12, 31), "en", "Financial year 2024 (1 January 2024 to 31 December 2024)"),
        (YEAR, (12, 31), "zh-Hans", "2024财政年度（2024年1月1日至2024年12月31日）"),
        (YEAR, (3, 31), "en", "1 January 2024 to 31 December 2024"),
        ("2023-04-01/2024-03-31", (3, 31), "zh-Hant", "2024財政年度（2023年4月1日至2024年3月31日）"),
        ("2023-03-01/2024-02-29", (2, 28), "en", "Financial year 2024 (1 March 2023 to 29 February 2024)"),
        ("2024-01-01/2024-06-30", (12, 31), "zh-Hant", "2024年1月1日至2024年6月30日"),
        ("whenever", (12, 31), "en", "whenever"),
    ],
)
def test_a_period_reads_as_a_person_says_it(
    period: str, year_end: tuple[int, int], language: str, said: str
) -> None:
    """A whole fiscal year is called one, whenever it ends."""
    assert said == say_period(period, year_end, words_of(language))


@pytest.mark.parametrize(
    ("decimals", "said"),
    [
        (-6, "to the nearest 1,000,000"),
        (0, "to the nearest 1"),
        (3, "to the nearest 0.001"),
        (-12, "to the nearest 1,000,000,000,000"),
        ("INF", "exact, as counted"),
    ],
)
def test_decimals_say_what_they_mean(decimals: int | Literal["INF"], said: str) -> None:
    """Nobody has to know what a negative number of decimals is."""
    assert said == say_decimals(decimals, words_of("en"))


@pytest.mark.parametrize(
    ("value", "grouped"),
    [
        ("17482223000000", "17,482,223,000,000"),
        ("-702", "−702"),
        ("0.0330", "0.0330"),
        ("1234.50", "1,234.50"),
    ],
)
def test_digits_are_grouped_and_none_is_lost(value: str, grouped: str) -> None:
    """Zeros behind the point say how precise a value is, so they stay."""
    assert grouped == group_digits(value)


@pytest.mark.parametrize(
    ("value", "said"),
    [("0.083", "8.3%"), ("0.0330", "3.30%"), ("1.07", "107%"), ("-0.043", "−4.3%"), ("0", "0%")],
)
def test_a_share_is_said_in_percent_with_its_own_digits(value: str, said: str) -> None:
    """A growth of 3.30% is not one of 3.3%."""
    assert said == percent(value)


@pytest.mark.parametrize(
    ("value", "en", "hant"),
    [
        ("8957720000000", "8.96 trillion", "8.96萬億"),
        ("8000000000000", "8 trillion", "8萬億"),
        ("289000", "289,000", "28.9萬"),
        ("-702523000000", "−702.52 billion", "−7,025.23億"),
        ("80", "80", "80"),
        ("0.31", "0.31", "0.31"),
        ("0", "0", "0"),
        ("1" + "0" * 60, f"{10**48:,} trillion", f"{10**48:,}萬億"),
    ],
)
def test_large_values_take_the_scale_words_of_the_language(value: str, en: str, hant: str) -> None:
    """A bar bears a number that can be read at a glance."""
    assert [en, hant] == [compact(Decimal(value), words_of(language)) for language in ("en", "zh-Hant")]


@pytest.mark.parametrize(
    ("tag", "interface"),
    [
        ("zh", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh_CN", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"),
        ("yue", "zh-Hant"),
        ("", "en"),
    ],
)
def test_any_language_tag_finds_an_interface(tag: str, interface: str) -> None:
    """Chinese without a script is taken as Traditional, everything unknown as English."""
    assert interface == interface_language(tag)
