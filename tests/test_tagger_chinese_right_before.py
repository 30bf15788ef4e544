"""What stands right before a name and makes another thing of it, which the taxonomy has no word for."""

from __future__ import annotations

import pytest

from tagger.profile import Profile
from tests.tagging_example import facts_with, taxonomy_in_data

_PROFILE = Profile("Lark Bank", "http://example.org/scheme", "L1", "CNY", aliases=("本行",))


def _facts(text: str) -> list[str]:
    return facts_with(taxonomy_in_data("printed"), _PROFILE, text, "2024")


@pytest.mark.parametrize(
    "text",
    [
        "年末净存款为812.4亿元，比上年末增长3.1%。",
        "净贷款从上年末的703.8亿元升至731.9亿元。",
        "全年类别3温室气体排放量26,318吨，上年为19,409吨。",
        "本行档位2贷款余额41.7亿元。",
    ],
)
def test_another_thing_than_its_name_says(text: str) -> None:
    """Net deposits are no deposits, and those of one class are not all of them: they are left open, and what follows too."""
    assert _facts(text) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("全年净利润42.6亿元。", "NetProfit"),
        ("2024年末贷款余额731.9亿元。", "Loans"),
        ("客服热线95533记录的存款为812.4亿元。", "Deposits"),
        ("全年贷款净增加28.1亿元。", "IncreaseDecreaseInLoans"),
    ],
)
def test_what_the_name_holds_or_a_verb_has_tells_nothing_apart(text: str, fact: str) -> None:
    """净利润 is a name, 净增加 a verb, and a year or a telephone's number belongs to no name."""
    assert _facts(text)[0].split()[0].rpartition(":")[2] == fact
