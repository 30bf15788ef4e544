"""Names that a word narrows which nothing explains: what is said of steel loans is nothing that all loans come to."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says
from tests.tagging_example import readings_of

END = "2024-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "2024年末，钢铁贷款余额463亿元。",
        "本行石油存款余额463亿元，较上年末增长3.0%。",
        "2024年末，白領客戶15萬戶。",
        "2024年末，消费性贷款余额463亿元。",  # another concept's word
    ],
)
def test_a_part_that_nothing_names_is_no_whole(text: str) -> None:
    """What stands right before the name of what has parts, and is no word of the taxonomy, leaves the figure open."""
    assert all(concept.startswith(("unresolved", "not_a_fact")) for concept, *_ in readings_of(text))


@pytest.mark.parametrize(
    ("text", "concept", "member"),
    [
        ("2024年末，各项贷款余额463亿元。", "LoansAndAdvancesToCustomers", ""),
        ("2024年末，本行客户贷款总额463亿元。", "LoansAndAdvancesToCustomers", ""),
        ("2024年末，公司贷款余额463亿元。", "LoansAndAdvancesToCustomers", "CorporateCustomers"),
        ("2024年末，在职员工1.2万人。", "NumberOfEmployees", ""),
    ],
)
def test_words_that_say_nothing_else_and_members_are_read_as_before(
    text: str, concept: str, member: str
) -> None:
    """All loans, loans to customers, a member, and those who are in service."""
    assert readings_of(text)[-1][:3] == (concept, member, END)


def test_a_code_in_brackets_is_no_translation() -> None:
    """Behind a name a code says what the name begins, and the name whose it is."""
    assert table_says(
        """
（单位：人民币百万元）
项目 2024年12月31日 2023年12月31日
个人存款余额 1,287,500 1,287,180
管理零售客户资产（AUM） 4,238,409 4,194,074
管理奇特资产（AUM） 38,409 34,074
消费性贷款余额 463,017 474,663
""",
        "2024",
        bank=True,
    ) == [
        "DepositsFromCustomers+PersonalCustomers 2024-12-31 1287500000000",
        "DepositsFromCustomers+PersonalCustomers 2023-12-31 1287180000000",
        "AssetsUnderManagement+PersonalCustomers 2024-12-31 4238409000000",
        "AssetsUnderManagement+PersonalCustomers 2023-12-31 4194074000000",
        *["?"] * 4,  # nobody knows what is peculiar, and what loans are spent on is no loan
    ]
