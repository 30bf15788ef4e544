"""The next characters of a place leave few templates of phrases of time, and none is left out that would match there."""

from __future__ import annotations

from collections.abc import Container

import pytest

from tagger.words.beginnings import Template
from tagger.words.folding import fold
from tagger.words.language import load_language
from tagger.words.time_templates import templates_of

TEXTS = {
    "zh-Hant": (
        "2023年末存款1,204.6億元，較2022年12月31日增長12.3%；民國112年3月底為21億元，113年第二季升2個基點。"
        "二〇二四年上半年、2024/25財年及2025年首9個月均屬平穩，上年同期為3億元，年內第三季起下半年回升，較上年末多1成。"
    ),
    "en": (
        "In the 12 months to 31st March, 2019, and in Q3 2020, first-half profit rose; at December 31, 2018 it was 21.5. "
        "2H24 and 1H 2025 were flat, the second quarter of 2021 was up 3% on a year earlier, the year ended 30 June 2022 down."
    ),
}


@pytest.mark.parametrize("tag", TEXTS)
def test_no_template_that_matches_is_left_out(tag: str) -> None:
    """At every place the templates that may stand there hold all that match, in their order, but for months that are none."""
    language = load_language(tag)
    text, phrases, months = fold(TEXTS[tag]), templates_of(language), language.extra["months"]
    found = 0
    for at, character in enumerate(text):
        beginning = phrases.by_first.get(character)
        if beginning is None:
            continue
        choice = beginning.choice_at(text, at)
        left = choice.templates if choice is not None else ()
        expected = _matching(beginning.templates, text, at, months)
        assert expected == _matching(left, text, at, months)
        assert len(left) <= len(beginning.templates)
        found += len(expected)
    assert found


def test_behind_a_year_few_templates_are_left() -> None:
    """A year and what follows it tell what the phrase may be; a number that is none leaves all templates of years out."""
    by_first = templates_of(load_language("zh-Hant")).by_first
    whole = by_first["2"]
    choice = whole.choice_at(fold("2024年末"), 0)
    assert choice is not None
    assert 4 * len(choice.templates) < len(whole.templates)
    amount = whole.choice_at("2,614.38", 0)
    assert amount is None or not any(template.text.startswith("{Y}") for template in amount.templates)


@pytest.mark.parametrize(
    "said", ["3 trillion in assets", "3.7 per cent", "over the counter", "in the branches", "total assets"]
)
def test_words_and_numbers_that_begin_no_phrase_leave_none(said: str) -> None:
    """In a language with blanks the words behind the first tell too, whether an article stands between them or not."""
    assert _left("en", said) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("end of the september", "end of {A}"),
        ("30th june 2031", "{D} {A} {Y}"),
        ("sept. 2031", "{A} {Y}"),
        ("since june", "since {A}"),
    ],
)
def test_words_that_begin_a_phrase_leave_few(said: str, expected: str) -> None:
    """What may stand there is among few."""
    left = _left("en", said)
    assert expected in left
    assert len(left) < 40


def _left(tag: str, said: str) -> list[str]:
    choice = templates_of(load_language(tag)).by_first[said[0]].choice_at(said, 0)
    return [template.text for template in choice.templates] if choice is not None else []


def _matching(templates: tuple[Template, ...], text: str, at: int, months: Container[str]) -> list[str]:
    found = [(template, template.pattern.match(text, at)) for template in templates]
    return [
        template.text
        for template, match in found
        if match
        and all(
            word in months for slot, word in zip(template.slots, match.groups(), strict=True) if slot in "AB"
        )
    ]
