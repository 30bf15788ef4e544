"""A pattern of many words matches what one with each word for itself would: at each place the longest that ends there."""

from __future__ import annotations

import re
from random import Random

import pytest

from tagger.words.alternation import alternation


def _one_by_one(words: set[str], behind_first: str) -> str:
    ends = {word: r"(?![a-z\d²³/])" if word[-1].isascii() and word[-1].isalpha() else "" for word in words}
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(f"{word[0]}{behind_first}{word[1:]}{ends[word]}" for word in ordered)


@pytest.mark.parametrize("behind_first", ["", "(?<![a-z].)"])
@pytest.mark.parametrize("around", ["{}", "(?:{})", "({})1", "(?:{})*(?![a-z])", "(?<!b)(?:{}) "])
@pytest.mark.parametrize("count", [3, 15, 16, 80])
def test_grouped_words_match_as_each_for_itself(count: int, around: str, behind_first: str) -> None:
    """However many words there are, and whatever stands around them in a pattern."""
    lot = Random(count)  # noqa: S311  reproducible, not secret
    words = {"".join(lot.choices("abc萬億 ", k=lot.randrange(1, 6))) for _ in range(count)}
    text = "".join(lot.choices("abc萬億 1", k=2_000))
    found = re.finditer(around.format(alternation(words, behind_first)), text)
    expected = re.finditer(around.format(_one_by_one(words, behind_first)), text)
    assert [match.span() for match in found] == [match.span() for match in expected]


def test_the_longest_word_that_ends_there_is_taken() -> None:
    """A Latin word ends at a word's end; without that a shorter one that does is taken."""
    words = [f"word{number}" for number in range(20)] + ["mill", "million", "萬", "萬億"]
    pattern = re.compile(alternation(words))
    said = "2 million, 3 mill, 4 millions, 5萬億, 6萬, word12 and words"
    assert pattern.findall(said) == ["million", "mill", "萬億", "萬", "word12"]
